import { copyFile, readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { readXlsx } from "hucre/xlsx"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, answerSaveDialog, launch, newFolder } from "./app.ts"
import { writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

let folder: string
/** Of the run. */
let runFolder: string
let source: string
let app: App

beforeAll(async () => {
	folder = await newFolder()
	const home = join(folder, "home")
	source = (await writeSample(folder, 30)).path
	app = await launch({ home })
	await check(app, source)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(app.page, 0)
	await app.page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()
	const [run = ""] = await readdir(join(home, "runs"))
	runFolder = join(home, "runs", run)
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

const save = (name: string) => app.page.getByRole("button", { name: `Save as… ${name}` }).click()

it.each(["results.csv", "errors.csv"])("saves a copy of %s where the person says", async (name) => {
	const target = join(folder, `copy of ${name}`)
	await answerSaveDialog(app, target)
	await save(name)
	const original = await readFile(join(runFolder, name))
	expect(original.length).toBeGreaterThan(100)
	await expect.poll(() => readFile(target).catch(() => undefined)).toEqual(original)
})

it("saves and exports workbooks, and copies whom somebody has to look after", async () => {
	const cells = async (path: string) => {
		const { sheets } = await readXlsx(await readFile(path))
		return (sheets[0]?.rows ?? []).map((row) => row.map(String))
	}
	const results = join(folder, "results.xlsx")
	await answerSaveDialog(app, results)
	await save("results.csv")
	await expect.poll(() => cells(results).catch(() => undefined)).toContainEqual(expect.arrayContaining(["created"]))
	const followUp = join(folder, "whom to call.xlsx")
	await answerSaveDialog(app, followUp)
	await app.page
		.getByRole("group", { name: "Why" })
		.getByRole("button", { name: /^Declined/ })
		.click()
	await app.page.getByRole("button", { name: "Export…" }).click()
	await expect.poll(() => cells(followUp).catch(() => [])).not.toEqual([])
	const [header, ...lines] = await cells(followUp)
	expect(header?.slice(0, 2)).toEqual(["reason", "number"])
	expect(new Set(lines.map(([reason]) => reason))).toEqual(new Set(["rejected"]))
	// As CSV with the delimiter of the person's own file, which his spreadsheet shows as columns.
	const asCsv = join(folder, "whom to call.csv")
	await answerSaveDialog(app, asCsv)
	await app.page.getByRole("button", { name: "Export…" }).click()
	await expect.poll(() => readFile(asCsv, "utf8").catch(() => "")).toMatch(/^\ufeffreason;number;/)
	await app.page.getByRole("button", { name: "Copy", exact: true }).click()
	await app.page.getByRole("button", { name: /^Copied \d+ lines?$/ }).waitFor()
	const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
	expect(copied.split("\n").map((line) => line.split("\t")[1])).toEqual([
		"number",
		...lines.map(([, number]) => number),
	])
})

it("leaves everything as it is when the person changes their mind, or names a file that is needed", async () => {
	const files = async () => Promise.all((await readdir(folder)).filter((name) => name.endsWith(".csv")).sort())
	const before = [await files(), await readFile(source)]
	await answerSaveDialog(app, undefined)
	await save("results.csv")
	await answerSaveDialog(app, source)
	await save("errors.csv")
	await app.page.getByText("would be overwritten").waitFor()
	expect([await files(), await readFile(source)]).toEqual(before)

	const kept = join(folder, "kept")
	await copyFile(join(runFolder, "errors.csv"), kept)
	await answerSaveDialog(app, join(runFolder, "errors.csv"))
	await save("results.csv")
	await app.page.getByText(`${join(runFolder, "errors.csv")} would be overwritten`).waitFor()
	expect(await readFile(join(runFolder, "errors.csv"))).toEqual(await readFile(kept))
})
