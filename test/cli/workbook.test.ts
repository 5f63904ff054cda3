import { createHash } from "node:crypto"
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs"
import { resolve } from "node:path"
import { expect, it } from "vitest"
import { writeWorkbook } from "../../src/report/workbook.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()
const fixtures = resolve(import.meta.dirname, "../fixtures/workbooks")
const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex")
const scratch = () => (existsSync(own.path("home/sheets")) ? readdirSync(own.path("home/sheets")) : [])
const summary = (out: string) => JSON.parse(readFileSync(own.path(out, "summary.json"), "utf8"))

function copied(name: string, as = name): string {
	copyFileSync(resolve(fixtures, name), own.path(as))
	return own.path(as)
}

async function written(name: string, rows: readonly (readonly string[])[]): Promise<string> {
	const path = own.path(name)
	await writeWorkbook(
		path,
		(async function* () {
			yield* rows
		})(),
	)
	return path
}

const header = ["Customer number", "Name", "E-mail", "Card token"]
const customer = (at: number, email = `c${at}@example.com`) => [`00${at}`, `Name ${at}`, email, `token-${at}`]

it("creates exactly who is in the sheet, and accounts for the workbook and its CSV", async () => {
	const file = copied("customers.xlsx")
	const { status, stderr } = await own.run(file, "out")
	expect([status, stderr]).toEqual([0, expect.stringContaining("customers.xlsx\n")])
	for (const told of [
		"Sheet “Kunder”, 7 rows and 10 columns",
		"1 row and 1 column of the sheet are hidden",
		"Listor",
		"Blad3",
	])
		expect(stderr).toContain(told)
	expect(own.merchant.received.map(({ number }) => number)).toEqual(["00123", "00124", "00125"])
	expect(table(own.path("out/results.csv")).map(({ number, row }) => [number, row])).toEqual([
		["00123", "4"],
		["00124", "5"],
		["00125", "7"],
	])
	const csv = own.path("out/source.csv")
	expect(statSync(csv).mode & 0o777).toBe(0o600)
	expect(summary("out").source).toEqual({
		name: "customers.xlsx",
		size: statSync(csv).size,
		sha256: sha256(csv),
		workbook: { sheet: "Kunder", size: statSync(file).size, sha256: sha256(file) },
	})
	expect(readFileSync(own.path("out/journal.log"), "utf8")).toContain(sha256(file))
	expect(scratch()).toEqual([])
	expect((await run(["report", own.path("out")], own.environment)).status).toBe(0)
	expect(readFileSync(own.path("out/report.html"), "utf8")).toContain(sha256(file))
})

it("checks a workbook and leaves nothing behind", async () => {
	const file = copied("customers.xlsx", "kunder.csv")
	const before = readdirSync(own.folder)
	const { status, stdout } = await run(["check", file], own.environment)
	expect([status, stdout]).toEqual([0, expect.stringContaining("3 customers to create")])
	expect(readdirSync(own.folder).filter((name) => name !== "home")).toEqual(before.filter((name) => name !== "home"))
	expect(scratch()).toEqual([])
})

it("asks which of several sheets is meant, and reads the one that is named", async () => {
	const file = copied("several.xlsx")
	const asked = await own.run(file, "out")
	expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining("--sheet NAME")])
	for (const sheet of ["Läs mig", "Kunder 2026: Kundnr, Namn", "Gamla kunder", "Listor (hidden)"])
		expect(asked.stderr).toContain(sheet)
	expect([own.merchant.received, existsSync(own.path("out/journal.log")), scratch()]).toEqual([[], false, []])
	const told = (await run(["check", file, "--json"], own.environment)).stdout
	expect(JSON.parse(told)).toMatchObject({
		type: "sheets",
		sheets: [{}, { name: "Kunder 2026", hidden: false }, {}, { hidden: true }],
	})
	const wrong = await own.run(file, "out", "--sheet", "Kunder")
	expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining("“Kunder 2026”")])
	expect((await own.run(file, "out", "--sheet", "Gamla kunder")).status).toBe(0)
	expect(own.merchant.received.map(({ number }) => number)).toEqual(["00002"])
	const csv = own.write("customers.csv", "number,name\n1,Joe\n")
	expect((await own.run(csv, "other", "--sheet", "A")).stderr).toContain("no workbook")
	expect((await own.run(file, "out", "--sheet", "Gamla kunder", "--delimiter", "tab")).stderr).toContain(
		"--delimiter is for CSV files",
	)
})

it("goes on with the sheet that the run began with", async () => {
	const file = await written("many.xlsx", [header, ...Array.from({ length: 30 }, (_, at) => customer(at + 10))])
	expect((await own.run(file, "out", "--first", "10")).status).toBe(3)
	const csv = readFileSync(own.path("out/source.csv"))
	expect(own.merchant.received).toHaveLength(10)
	// A workbook that was saved anew is another file, and its sheet the same.
	await written("many.xlsx", [header, ...Array.from({ length: 30 }, (_, at) => customer(at + 10))])
	rmSync(own.path("out/source.csv"))
	expect((await own.run(file, "out", "--first", "5")).status).toBe(3)
	expect(readFileSync(own.path("out/source.csv"))).toEqual(csv)
	const { status, stderr } = await own.run(file, "out")
	expect([status, stderr]).toEqual([0, expect.stringContaining("as this import has it in its folder")])
	expect(new Set(own.merchant.received.map(({ number }) => number)).size).toBe(30)
	expect(own.merchant.received).toHaveLength(30)
	await written("many.xlsx", [header, customer(1)])
	const other = await own.run(file, "out")
	expect([other.status, other.stderr]).toEqual([2, expect.stringContaining("has other content")])
	expect(readFileSync(own.path("out/source.csv"))).toEqual(csv)
})

it("takes errors.xlsx of its own as it takes errors.csv", async () => {
	const rows = [
		header,
		customer(1),
		customer(2, "nobody"),
		["=cmd|' /c calc'!A0", "'Bo", "=1+1", "token-3"],
		customer(4),
	]
	const file = await written("customers.xlsx", rows)
	expect((await own.run(file, "out", "--xlsx")).status).toBe(1)
	const seen = own.merchant.received.length
	const checks = await Promise.all(
		["errors.csv", "errors.xlsx"].map((name) => run(["check", own.path("out", name), "--json"], own.environment)),
	)
	const told = checks.map(({ status, stdout }) => {
		const events = stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line))
		return {
			status,
			findings: events.filter(({ type }) => type === "findings"),
			checked: events.find(({ type }) => type === "checked"),
		}
	})
	const [csv, xlsx] = told
	expect(xlsx?.findings).toEqual(csv?.findings)
	expect(xlsx?.findings.length).toBeGreaterThan(0)
	for (const key of ["mapping", "rows", "customers", "cards", "counts"])
		expect(xlsx?.checked[key]).toEqual(csv?.checked[key])
	expect(xlsx?.checked.layout.columns).toEqual(csv?.checked.layout.columns)
	const again = await own.run(own.path("out/errors.xlsx"), "again")
	expect(again.status).toBe(1)
	expect(own.merchant.received.length).toBe(seen)
	expect(table(own.path("again/errors.csv")).map(({ import_run }) => import_run?.split("/")[0])).toHaveLength(2)
})

it("finds in a sheet what a spreadsheet damaged", async () => {
	const file = copied("cells.xlsx")
	const { stdout } = await run(["check", file, "--json"], own.environment)
	expect(stdout).not.toContain("Error:")
	const damaged = await written("damaged.xlsx", [
		["Customer number", "Name", "E-mail"],
		["1.23457E+15", "Anna Ek", "a@example.com"],
		["#N/A", "Bo Ek", "b@example.com"],
		["C3", "#REF!", "c@example.com"],
	])
	const { status, stdout: found } = await run(["check", damaged, "--json"], own.environment)
	expect(status).toBe(1)
	expect(found).toContain('"error":3')
})

it("says how to save what it cannot read", async () => {
	for (const name of ["several.xls", "several.ods"]) {
		const { status, stderr } = await own.run(copied(name), "out")
		expect([name, status, stderr]).toEqual([name, 2, expect.stringContaining("save it as an Excel workbook (.xlsx)")])
	}
	const cut = own.write("cut.xlsx", readFileSync(resolve(fixtures, "customers.xlsx")).subarray(0, 3_000))
	const { status, stderr } = await own.run(cut, "out")
	expect([status, stderr]).toEqual([2, expect.stringMatching(/^The workbook cannot be read: .*save it anew/m)])
	expect([existsSync(own.path("out")), scratch()]).toEqual([false, []])
})

it("refuses a sheet in which every row stands in one cell", async () => {
	const file = await written("one.xlsx", [["Kundnr;Namn;E-post"], ["1;Anna;a@example.com"], ["2;Bo;b@example.com"]])
	const { status, stderr } = await own.run(file, "out")
	expect([status, stderr]).toEqual([2, expect.stringContaining("Text to Columns")])
})

it("removes what was left of a program that was killed", async () => {
	await run(["check", copied("customers.xlsx")], own.environment)
	const left = own.path("home/sheets/4194304999-left")
	mkdirSync(left)
	writeFileSync(`${left}/source.csv`, "left")
	await run(["check", own.path("customers.xlsx")], own.environment)
	expect(scratch()).toEqual([])
})

it("writes templates that raise no question once they are filled", async () => {
	for (const name of ["customers.xlsx", "customers.csv"]) {
		const file = own.path(name)
		expect((await run(["template", file], own.environment)).status).toBe(0)
		const empty = await run(["check", file], own.environment)
		expect([name, empty.status, empty.stdout]).toEqual([
			name,
			0,
			expect.stringContaining("There are no rows below its header."),
		])
		const again = await run(["template", file], own.environment)
		expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("already")])
	}
	const csv = own.path("customers.csv")
	writeFileSync(
		csv,
		`${readFileSync(csv, "utf8")}0042,Anna Ek,anna@example.com,+46 70 123 45 67,Storgatan 1,211 45,Malmö,SE,SEK,monthly,token-1\r\n`,
	)
	const { status } = await own.run(csv, "out")
	expect(status).toBe(0)
	expect(own.merchant.received).toMatchObject([{ number: "0042" }])
})
