import { readFile, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { expect, it } from "vitest"
import { startMerchant } from "../cli/merchant.ts"
import { launch } from "./app.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

it("asks before a file that was imported at one merchant is sent to another, and not for a rehearsal", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	const { path } = await writeSample(folder, 20)
	await chooseMerchant(app, merchant, "test")
	await check(app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /^19 customers at Intergiro$/ }).waitFor()

	const other = await startMerchant("Other AB")
	try {
		await page.evaluate("intergiro.ask('file.close')")
		await chooseMerchant(app, other, "test")
		await check(app, path)
		await page.getByRole("button", { name: "Import", exact: true }).click()
		const told = page.getByRole("status").filter({ hasText: "This file was imported at Test AB at" })
		await told.waitFor()
		const create = page.getByRole("button", { name: "Create 19 customers" })
		expect(await create.isDisabled()).toBe(true)
		// Not by a window that does not ask either.
		const { ok, problem } = await page.evaluate(async () => {
			const { value } = await window.intergiro.ask("state")
			const start = { environment: value.settings.environment, rate: 0, concurrency: 1 }
			return await window.intergiro.ask("run.start", start)
		})
		expect([ok, problem?.message]).toEqual([false, expect.stringMatching(/^This file was imported at Test AB at /)])
		expect(other.received).toHaveLength(0)

		// Of another file with some of these cards it is told with which they were sent.
		const some = join(folder, "some.csv")
		await writeFile(some, (await readFile(path, "utf8")).split("\n").slice(0, 4).join("\n"))
		await page.evaluate("intergiro.ask('file.close')")
		await page.reload()
		await check(app, some)
		await page.getByRole("button", { name: "Import", exact: true }).click()
		await page
			.getByRole("status")
			.filter({ hasText: `Card tokens of this file were sent to Test AB, with ${basename(path)}, ` })
			.waitFor()
		expect(await told.count()).toBe(0)
		await page.evaluate("intergiro.ask('file.close')")
		await page.reload()
		await check(app, path)

		await page.evaluate("intergiro.ask('settings.save', { environment: 'sandbox' })")
		await page.reload()
		await page.getByRole("button", { name: "Import", exact: true }).click()
		await page.getByRole("button", { name: "Rehearse 19 customers" }).waitFor()
		expect(await told.count()).toBe(0)

		// Whose an environment is may be known only as its key is entered, on the very page before the start.
		await page.evaluate("intergiro.ask('file.close')")
		await chooseMerchant(app, other, "test")
		await app.close()
		await forgetKeys(app.home)
		own.app = await launch({ home: app.home })
		const again = own.app.page
		await check(own.app, path)
		await again.getByRole("button", { name: "Import", exact: true }).click()
		await again.getByRole("button", { name: "Enter the key" }).click()
		await again.getByRole("textbox", { name: "API key" }).fill(other.key)
		await again.getByRole("button", { name: "Save", exact: true }).click()
		await again.getByRole("checkbox", { name: "It is meant for Other AB too" }).check()
		await start(again, 0)
		await again.getByRole("heading", { name: /^19 customers at Intergiro$/ }).waitFor()
		expect(other.created.length).toBeGreaterThan(0)
	} finally {
		await other.close()
	}
})

/** As where the system cannot read what it kept. */
async function forgetKeys(home: string): Promise<void> {
	const path = join(home, "environments.json")
	const kept = await readFile(path, "utf8")
	await writeFile(path, kept.replaceAll(/("key":\s*)"[^"]*"/g, '$1"bm90aGluZyB0aGF0IGNhbiBiZSByZWFk"'))
}
