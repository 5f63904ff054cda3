import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, launch, newFolder } from "./app.ts"
import { writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

let folder: string
let app: App
beforeAll(async () => {
	folder = await newFolder()
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it("finds the import of a customer by its number, name or e-mail, and says what became of it", async () => {
	const { page } = app
	const { path } = await writeSample(folder, 60)
	await check(app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()
	await page.getByRole("button", { name: "History" }).click()
	const search = page.getByRole("textbox", { name: /customer: number/ })
	await search.fill("K-00042")
	await page.getByText("K-00042 in row 43 of kunder höst.csv: Created in rehearsal").waitFor()
	// As who calls says it: what nobody has kept of them is read from the file, while that is as it was.
	await search.fill("lindström kåre")
	await page
		.getByText("K-00012 in row 13 of kunder höst.csv: Created in rehearsal (and 1 more row that fits)")
		.waitFor()
	await search.fill("KUND41@example")
	await page.getByText("K-00042 in row 43 of kunder höst.csv: Created in rehearsal").waitFor()
	await writeFile(path, await readFile(path, "utf8").then((text) => text.replace("Hanna", "Anna")))
	await search.fill("kund41@example.se")
	await page.getByText(/^No import fits this search\. .* only where the file still lies where it was/).waitFor()
	await search.fill("K-99942")
	await page.getByText(/^No import fits this search\./).waitFor()
	expect(await page.getByText(/in row \d+ of /).count()).toBe(0)
})
