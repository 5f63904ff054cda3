import { createHash } from "node:crypto"
import { copyFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { expect, it } from "vitest"
import { writeWorkbook } from "../../src/report/workbook.ts"
import { mintCardToken } from "../../src/sandbox/tokens.ts"
import { answerDialog, answerSaveDialog, launch } from "./app.ts"
import { oneApp } from "./one-app.ts"
import { progress, start } from "./steps.ts"

const fixtures = resolve(import.meta.dirname, "../fixtures/workbooks")

const own = oneApp()

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")

async function copied(name: string, as = name): Promise<string> {
	const path = join(own.folder, as)
	await copyFile(join(fixtures, name), path)
	return path
}

/** Saves rows as a workbook of texts, as our own are. */
async function written(name: string, rows: readonly (readonly string[])[]): Promise<string> {
	const path = join(own.folder, name)
	await writeWorkbook(
		path,
		(async function* () {
			yield* rows
		})(),
	)
	return path
}

async function runFolder(): Promise<string> {
	const names = (await readdir(join(own.app.home, "runs"))).sort()
	return join(own.app.home, "runs", names.at(-1) ?? "")
}

async function open(path: string, button: "Choose a file…" | "Another file…"): Promise<void> {
	await answerDialog(own.app, path)
	await own.app.page.getByRole("button", { name: button }).click()
}

it("asks which of several sheets is meant, and another one can be chosen", async () => {
	const { page } = own.app
	await open(await copied("several.xlsx"), "Choose a file…")
	await page.getByRole("heading", { name: "Which sheet has the customers?" }).waitFor()
	const sheets = page.getByRole("list", { name: "Sheets of the workbook" }).getByRole("button")
	expect(await sheets.allInnerTexts()).toEqual([
		expect.stringMatching(/^Läs mig/),
		expect.stringMatching(/^Kunder 2026\s+Kundnr, Namn, E-post, Telefon/),
		expect.stringMatching(/^Gamla kunder/),
		expect.stringMatching(/^Listor\s+hidden/i),
	])
	// A file that cannot be opened takes nothing away.
	await open(await copied("several.ods"), "Another file…")
	await page.getByRole("alert").getByText(/\.ods/).waitFor()
	await page.reload()
	await page.getByRole("button", { name: /^Gamla kunder/ }).click()
	await page.getByRole("heading", { name: "several.xlsx" }).waitFor()
	await page.getByRole("cell", { name: "Bo Ek" }).waitFor()
	await page.getByRole("combobox", { name: "Sheet" }).click()
	await page.getByRole("option", { name: "Kunder 2026" }).click()
	await page.getByRole("cell", { name: "Åsa Ek" }).waitFor()
	expect(await page.getByRole("combobox", { name: "Letters are written as" }).count()).toBe(0)
})

it("creates who is in the sheet, as it shows them, and keeps what it read in the run folder", async () => {
	const { page } = own.app
	const path = await copied("customers.xlsx")
	await open(path, "Another file…")
	await page.getByRole("heading", { name: "customers.xlsx" }).waitFor()
	await page.getByText(/^1 row and 1 column of the sheet are hidden/).waitFor()
	await page.getByRole("cell", { name: "00123" }).waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("button", { name: "Import another file" }).waitFor()

	const run = await runFolder()
	const csv = await readFile(join(run, "source.csv"))
	expect((await stat(join(run, "source.csv"))).mode & 0o777).toBe(0o600)
	const summary = JSON.parse(await readFile(join(run, "summary.json"), "utf8"))
	expect(summary.source).toMatchObject({ name: "customers.xlsx", sha256: sha256(csv) })
	expect(summary.source.workbook).toMatchObject({ sheet: "Kunder", sha256: sha256(await readFile(path)) })
	expect(summary).toMatchObject({ rows: 3, balanced: true })
})

it("goes on with what it read although the workbook is gone, and opens errors.xlsx as errors.csv", async () => {
	const rows = Array.from({ length: 40 }, (_, at) => {
		const number = `00${at + 1}`
		return [number, `Kund ${at}`, at === 5 ? "nobody" : `k${at}@example.se`, mintCardToken("ok", number)]
	})
	const path = await written("kunder.xlsx", [["Kundnummer", "Namn", "E-post", "Korttoken"], ...rows])
	await own.app.page.getByRole("button", { name: "Import another file" }).click()
	await open(path, "Choose a file…")
	await own.app.page.getByRole("heading", { name: "kunder.xlsx" }).waitFor()
	await own.app.page.getByRole("button", { name: "Columns", exact: true }).click()
	await own.app.page.getByRole("button", { name: "Check every row" }).click()
	await own.app.page.getByRole("heading", { name: "39 customers can be imported" }).waitFor()
	await own.app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(own.app.page, 5)
	await progress(own.app.page, 6)
	await own.app.page.getByRole("button", { name: "Stop", exact: true }).click()
	await own.app.page.getByRole("heading", { name: /^(Rehearsal s|S)topped/ }).waitFor()
	await own.app.close()
	await rm(path)

	own.app = await launch({ home: join(own.folder, "home") })
	const { page } = own.app
	await page.getByRole("button", { name: "History" }).click()
	await page
		.getByRole("row", { name: /kunder\.xlsx/ })
		.getByRole("button", { name: "Resume" })
		.click()
	await page.getByRole("textbox", { name: "Requests per second" }).waitFor()
	expect(await readdir(join(own.folder, "home", "sheets"))).toEqual([])
	await start(page, 0)
	await page.getByRole("button", { name: "Import another file" }).waitFor({ timeout: 60_000 })
	const run = await runFolder()
	const log = await readFile(join(run, "sandbox.log"), "utf8")
	const made = log.split("\n").flatMap((line) => /"number":"(00\d+)"/.exec(line)?.[1] ?? [])
	const wanted = rows.filter((_, at) => at !== 5).map(([number]) => number)
	expect([...new Set(made)].sort()).toEqual(wanted.sort())
	expect(made).toHaveLength(wanted.length)

	const errors = join(own.folder, "errors.xlsx")
	await answerSaveDialog(own.app, errors)
	await page.evaluate(
		async (run) => window.intergiro.ask("result.save", { run, file: "errors.csv" }),
		run.slice(run.lastIndexOf("/") + 1),
	)
	await page.getByRole("button", { name: "Import another file" }).click()
	await open(errors, "Choose a file…")
	await page.getByText("The errors of an earlier import").waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
	const row = page.getByRole("row").filter({ hasText: "nobody" })
	await row.first().waitFor()
	expect(await row.count()).toBe(1)
})

it("says why a workbook is not opened", async () => {
	const { page } = own.app
	await page.getByRole("button", { name: "File", exact: true }).click()
	await open(await copied("several.xls"), "Another file…")
	await page
		.getByRole("alert")
		.getByText(/old Excel workbook \(\.xls\)/)
		.waitFor()
	await page
		.getByRole("alert")
		.getByText(/save it as an Excel workbook \(\.xlsx\)/)
		.waitFor()
	await writeFile(join(own.folder, "cut.xlsx"), (await readFile(join(fixtures, "customers.xlsx"))).subarray(0, 4_000))
	await open(join(own.folder, "cut.xlsx"), "Another file…")
	await page
		.getByRole("alert")
		.getByText(/^The workbook cannot be read/)
		.waitFor()
})

it("saves a template, and lets go of what it read when it ends", async () => {
	const { page } = own.app
	await page.evaluate(() => window.intergiro.ask("file.close"))
	await page.reload()
	const path = join(own.folder, "template.xlsx")
	await answerSaveDialog(own.app, path)
	await page.getByRole("button", { name: "Save a template to fill in…" }).click()
	await page.getByText("The template is saved.").waitFor()
	await open(path, "Choose a file…")
	await page.getByRole("columnheader", { name: "Card token" }).waitFor()
	await own.app.close()
	expect(await readdir(join(own.folder, "home", "sheets"))).toEqual([])
})

it("asks for the sheet of a workbook that it was opened with, or that is recent", async () => {
	own.app = await launch({ home: join(own.folder, "home"), opened: await copied("several.xlsx", "opened.xlsx") })
	const { page } = own.app
	const question = page.getByRole("heading", { name: "Which sheet has the customers?" })
	await question.waitFor()
	await page.evaluate(() => window.intergiro.ask("file.close"))
	await page.reload()
	await page.getByRole("button", { name: "opened.xlsx" }).click()
	await question.waitFor()
	await page.getByRole("button", { name: /^Kunder 2026/ }).click()
	await page.getByRole("heading", { name: "opened.xlsx" }).waitFor()
	// The next time it is known, said, and can be changed.
	await page.evaluate(() => window.intergiro.ask("file.close"))
	await page.reload()
	await page.getByRole("button", { name: "opened.xlsx" }).click()
	await page.getByRole("heading", { name: "opened.xlsx" }).waitFor()
	await expect.poll(() => page.getByRole("combobox", { name: "Sheet" }).inputValue()).toMatch(/^Kunder 2026/)
})
