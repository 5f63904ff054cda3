import { rm } from "node:fs/promises"
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

it("finds the import of a customer by its number, and says what became of it", async () => {
	const { page } = app
	const { path } = await writeSample(folder, 60)
	await check(app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()
	await page.getByRole("button", { name: "History" }).click()
	const search = page.getByRole("textbox", { name: /customer number/ })
	await search.fill("K-00042")
	await page.getByText("K-00042 in row 43 of kunder höst.csv: Created in rehearsal").waitFor()
	await search.fill("K-99942")
	await page.getByText("No import fits this search.").waitFor()
	expect(await page.getByText(/in row \d+ of /).count()).toBe(0)
})
