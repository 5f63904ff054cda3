import { readdir, readFile, rm } from "node:fs/promises"
import { join, relative } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { type App, launch, newFolder } from "./app.ts"
import { type Sample, writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

const mended = "mended.by.hand@example.se"
let folder: string
let home: string
let sample: Sample
let app: App

beforeEach(async () => {
	folder = await newFolder()
	home = join(folder, "home")
	sample = await writeSample(folder, 20)
	app = await launch({ home })
	await check(app, sample.path)
	await mend("kund7.example.se", mended)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
})
afterEach(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it("has mended values only in the run folder once the run is finished, and shows them all the same", async () => {
	const { page } = app
	expect(await filesWith(mended)).toEqual([expect.stringMatching(/^mends\//)])
	await start(page, 0)
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()
	expect(await filesWith(mended)).toEqual([])

	await page.getByRole("button", { name: "Import another file" }).click()
	// The file of today is among the recent ones, with what was mended in it, and not only at the next start.
	await page.getByRole("region", { name: "Recent files" }).getByText("1 mended row is kept").waitFor()
	await check(app, sample.path)
	await shown(mended)
	await app.close()
	app = await launch({ home })
	await app.page.getByText("1 mended row is kept").waitFor()
	await check(app, sample.path)
	await shown(mended)

	// What is mended from here on is in no run folder.
	await mend(mended, "mended.again@example.se")
	expect(await filesWith("mended.again@example.se")).toHaveLength(1)
	await app.page.getByRole("main").getByRole("button", { name: "Columns" }).click()
	await app.page.getByRole("button", { name: "Check every row" }).click()
	await shown("mended.again@example.se")
})

it("keeps mended values of a run that was stopped until it is forgotten", async () => {
	await stopAfterThree()
	expect(await filesWith(mended)).toHaveLength(1)
	await forget()
	expect(await filesWith(mended)).toEqual([])
	const [run = ""] = await readdir(join(home, "runs"))
	expect(await readFile(join(home, "runs", run, "mends.json"), "utf8")).toContain(mended)
})

inProof("keeps what was mended after the run that is forgotten", async () => {
	await stopAfterThree()
	await app.close()
	app = await launch({ home })
	await check(app, sample.path)
	await mend(mended, "mended.again@example.se")
	await forget()
	expect(await filesWith("mended.again@example.se")).toHaveLength(1)
	await app.close()
	app = await launch({ home })
	await check(app, sample.path)
	await shown("mended.again@example.se")
})

async function mend(from: string, to: string) {
	await search(from)
	await app.page.getByRole("gridcell", { name: from }).dblclick()
	await app.page.getByRole("textbox", { name: /^E-post, row / }).fill(to)
	await app.page.keyboard.press("Enter")
	await shown(to)
}

async function shown(value: string) {
	await search(value)
	await app.page.getByRole("gridcell", { name: value, exact: true }).waitFor()
}

async function search(text: string) {
	await app.page.getByText(`All ${sample.rows}`, { exact: true }).click()
	await app.page.getByRole("textbox", { name: "Search in all cells" }).fill(text)
	await app.page.locator("[role=grid][aria-rowcount='2']").waitFor()
}

async function stopAfterThree() {
	await start(app.page, 0, /^Try the first 3$/)
	await app.page.getByRole("heading", { name: "Look at the first ones" }).waitFor()
}

async function forget() {
	const { page } = app
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: /^More for / }).click()
	await page.getByRole("menuitem", { name: /^Forget it/ }).click()
	await page.getByRole("button", { name: /^More for / }).waitFor({ state: "detached" })
}

/** What the app keeps for itself that holds a text; neither the folders of runs nor the browser's own files. */
async function filesWith(text: string): Promise<string[]> {
	const entries = await readdir(home, { recursive: true, withFileTypes: true })
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(home, join(entry.parentPath, entry.name)))
		.filter((path) => !/^(runs|electron)\//.test(path))
	const holding = await Promise.all(paths.map(async (path) => (await readFile(join(home, path))).includes(text)))
	return paths.filter((_, at) => holding[at])
}
