import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { startMerchant } from "../cli/merchant.ts"
import { answerSaveDialog } from "./app.ts"
import { oneApp } from "./one-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = oneApp()

it("saves a log for support, which says what happened and nothing of anybody", async () => {
	const { app, folder } = own
	const { page } = app
	const merchant = await startMerchant()
	try {
		merchant.trick = (number) =>
			number === "K-00002" ? { status: 400, body: { status: 400, type: "Bo Ek", error: "kund1@example.se" } } : "create"
		await chooseMerchant(app, merchant, "test")
		const sample = await writeSample(folder, 20)
		await check(app, sample.path)
		await page.getByRole("button", { name: "Import", exact: true }).click()
		await start(page, 0)
		await page.getByRole("heading", { name: "18 customers at Intergiro" }).waitFor()
		await page.evaluate("intergiro.ask('file.open', { path: '/home/bo ek/kund1@example.se.csv' })")

		const path = join(folder, "log.txt")
		await answerSaveDialog(app, path)
		await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("log")?.click())
		await expect
			.poll(() =>
				stat(path).then(
					() => "there",
					() => "not yet",
				),
			)
			.toBe("there")
		const text = await readFile(path, "utf8")
		expect(text).toMatch(/ started: 0\.\d+\.\d+ \(build /)
		for (const line of ["run phase phase=sending", "run phase phase=ended", "file.open failed: Refused < "])
			expect(text).toContain(line)
		for (const nobody of ["@", "Bo Ek", "bo ek", "K-000", "eyJ", folder, merchant.url, merchant.key, "kund"])
			expect(text).not.toContain(nobody)
	} finally {
		await merchant.close()
	}
})
