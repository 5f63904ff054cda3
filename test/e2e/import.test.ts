import { readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import Papa from "papaparse"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, answerDialog, launch, newFolder } from "./app.ts"
import { type Sample, writeSample } from "./sample.ts"

let folder: string
let sample: Sample
let app: App

beforeAll(async () => {
	folder = await newFolder()
	sample = await writeSample(folder, 400)
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it("takes a file from the dialog to its results", async () => {
	const { page } = app
	await answerDialog(app, sample.path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("heading", { name: "kunder höst.csv" }).waitFor()
	expect(await page.getByRole("combobox", { name: "Columns are divided by" }).inputValue()).toBe("Semicolon ;")
	expect(await page.getByRole("cell", { name: "Åsa" }).first().isVisible()).toBe(true)

	await page.getByRole("button", { name: "Columns" }).click()
	await page.getByRole("heading", { name: "What is in which column?" }).waitFor()
	expect(await page.getByRole("combobox", { name: "What Kundnummer becomes" }).inputValue()).toBe("Customer number")
	expect(await page.getByRole("combobox", { name: "What Korttoken becomes" }).inputValue()).toBe("Card token")

	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("heading", { name: `${sample.rows - sample.invalid} customers can be imported` }).waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	expect(await page.getByRole("button", { name: /^Environment: Sandbox/ }).isVisible()).toBe(true)

	await page.getByRole("textbox", { name: "Requests per second" }).fill("0")
	await page.getByRole("button", { name: /^Rehearse \d+ customers$/ }).click()
	const created = sample.rows - sample.invalid - sample.declined - sample.verification
	await page.getByRole("heading", { name: `${created} customers rehearsed` }).waitFor({ timeout: 60_000 })

	const [run = ""] = await readdir(join(app.home, "runs"))
	const results = await sheet(join(app.home, "runs", run, "results.csv"))
	expect(results).toHaveLength(created)
	expect(new Set(results.map((row) => row.id)).size).toBe(created)
	const errors = await sheet(join(app.home, "runs", run, "errors.csv"))
	expect(errors).toHaveLength(sample.rows - created)
	const summary = JSON.parse(await readFile(join(app.home, "runs", run, "summary.json"), "utf8"))
	expect(summary).toMatchObject({ balanced: true, complete: true, rows: sample.rows })
})

async function sheet(path: string): Promise<Record<string, string>[]> {
	const { data } = Papa.parse<Record<string, string>>(await readFile(path, "utf8"), {
		header: true,
		skipEmptyLines: true,
	})
	return data
}
