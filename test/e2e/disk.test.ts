import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, answerDialog, answerSaveDialog, launch, newFolder } from "./app.ts"
import { writeSample } from "./sample.ts"
import { check, progress, start } from "./steps.ts"

let folder: string
let home: string
let app: App

beforeAll(async () => {
	folder = await newFolder()
	home = join(folder, "home")
	await mkdir(home)
	// A newer version wrote one of the settings, and the disk damaged the history.
	await writeFile(
		join(home, "settings.json"),
		JSON.stringify({ settings: { theme: "dark", rate: 7, environment: "sandbox", theater: 1 }, recent: [] }),
	)
	await writeFile(join(home, "runs.json"), '[{"reference":')
	// Where imports are kept is no folder.
	await writeFile(join(home, "runs"), "in the way")
	app = await launch({ home })
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it("uses what it can read of what it keeps, says what it cannot, and throws nothing of that away", async () => {
	const { page } = app
	await page.getByText(/^Not everything in settings\.json could be read/).waitFor()
	await page.getByText(/^Not everything in runs\.json could be read/).waitFor()
	const { value } = (await page.evaluate("intergiro.ask('state')")) as { value: { settings: object } }
	expect(value.settings).toMatchObject({ theme: "dark", rate: 7, concurrency: 10 })
	await page.evaluate("intergiro.ask('settings.save', { rate: 20 })")
	const aside = (await readdir(home)).filter((name) => name.includes(".set-aside-")).sort()
	expect(aside).toHaveLength(2)
	expect(await readFile(join(home, aside[0] ?? ""), "utf8")).toBe('[{"reference":')
	expect(await readFile(join(home, aside[1] ?? ""), "utf8")).toContain("theater")
	for (let notices = 2; notices > 0; notices--) {
		const close = page.getByRole("status").getByRole("button", { name: "Close this message" })
		expect(await close.count()).toBe(notices)
		await close.first().click()
	}
})

it("says in words that an import cannot be kept where it should, and takes another folder", async () => {
	const { page } = app
	await check(app, (await writeSample(folder, 40)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 15)
	const alert = page.getByRole("alert")
	await alert.getByText(/there is a file|not a folder|cannot be made|something else/).waitFor()
	expect(await alert.innerText()).not.toMatch(/E[A-Z]{4,}|mkdir/)
	const elsewhere = join(folder, "elsewhere")
	await mkdir(elsewhere)
	await answerDialog(app, elsewhere)
	await alert.getByRole("button", { name: "Choose another folder…" }).click()
	await alert.waitFor({ state: "detached" })
	await start(page, 15)
	await progress(page, 5)
	expect(await readdir(elsewhere)).toHaveLength(1)
})

it("says why the files could not be written, saves who exists elsewhere, and writes them when it can", async () => {
	const { page } = app
	const [name = ""] = await readdir(join(folder, "elsewhere"))
	const run = join(folder, "elsewhere", name)
	await mkdir(join(run, "results.csv"))
	const alert = page.getByRole("alert")
	await alert.getByText(/^The files could not be written to /).waitFor()
	await page.getByRole("heading", { name: /^3\d customers of 38 rehearsed so far$/ }).waitFor()
	expect(await alert.innerText()).toMatch(/results\.csv.*(folder|something else)/)

	const rescued = join(folder, "rescued.csv")
	await answerSaveDialog(app, rescued)
	await alert.getByRole("button", { name: "Save results.csv elsewhere…" }).click()
	await expect.poll(() => readFile(rescued, "utf8").catch(() => "")).toMatch(/K-00040/)
	await page.getByText(`Saved: ${rescued}`).waitFor()

	await rm(join(run, "results.csv"), { recursive: true })
	const sent = await readFile(join(run, "sandbox.log"), "utf8")
	await alert.getByRole("button", { name: "Try again" }).click()
	await page.getByRole("heading", { name: /^3\d customers rehearsed$/ }).waitFor()
	expect(await readFile(join(run, "results.csv"), "utf8")).toContain("K-00040")
	expect(await readFile(join(run, "sandbox.log"), "utf8")).toBe(sent)
})
