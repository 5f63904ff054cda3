import { createHash } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type CheckRequest, checkFile } from "../../../src/app/check/check-file.ts"
import type { CheckedFile } from "../../../src/app/check/checked-file.ts"
import { decideColumns, openFile } from "../../../src/app/check/open-file.ts"
import type { Entry } from "../../../src/contract/ports.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import type { Mapping } from "../../../src/customer/columns/mapping.ts"
import { DuplicateSearch } from "../../../src/customer/duplicates.ts"
import { fieldNames } from "../../../src/customer/fields.ts"
import { findingOf } from "../../../src/customer/remark.ts"
import type { CheckedRow } from "../../../src/report/checked-row.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "check-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(content: string | Buffer, request: Partial<CheckRequest> & { joinRows?: boolean } = {}) {
	const path = join(folder, "customers.csv")
	await writeFile(path, content)
	const opened = await openFile(path)
	const { joinRows = false, ...rest } = request
	const fields = opened.detection.layout.columns.filter((column) => fieldNames.some((field) => field === column))
	const columns = Object.fromEntries(fields.map((field) => [field, field])) as Mapping["columns"]
	const mapping: Mapping = { version: 2, columns, constants: {}, joinRows }
	return { path, checked: await checkFile(opened, { layout: opened.detection.layout, mapping, options, ...rest }) }
}

async function all<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
	const items: Item[] = []
	for await (const batch of batches) items.push(...batch)
	return items
}

/** The tokens of these files are short. */
const aside = new Set(["token.not-a-token"])
const codesOf = (rows: readonly CheckedRow[]) =>
	rows.map(({ row, findings }) => [row, findings.map(({ code }) => code).filter((code) => !aside.has(code))])
const rowsOf = (checked: CheckedFile) => all<CheckedRow>(checked.allRows())
const entriesOf = (checked: CheckedFile) => all<Entry>(checked.entries())

describe("checkFile", () => {
	it("tells valid rows from those with errors, and keeps the first of each number", async () => {
		const { checked } = await check(
			"number,name,email\n1,Anna,anna@example.com\n2,Bo,not an address\n\n3,Cid\n1,Anna,anna@example.com\n4,Eva,eva@example.com\n",
		)
		expect(checked.rows).toBe(5)
		expect(checked.counts).toEqual({ valid: 2, warning: 0, error: 3, leftOut: 0 })
		expect(codesOf(await rowsOf(checked))).toEqual([
			[2, []],
			[3, ["email.invalid"]],
			[5, ["row.too-few-cells"]],
			[6, ["number.duplicate"]],
			[7, []],
		])
		expect((await entriesOf(checked)).map(({ row, number }) => [row, number])).toEqual([
			[2, "1"],
			[7, "4"],
		])
		expect([...checked.rowsWith("number.duplicate")]).toEqual([3])
		expect((await checked.page(3, 1))[0]?.findings[0]?.message).toContain("first in row 2")
	})

	it("identifies the file it checked", async () => {
		const { checked } = await check("number\nabc\n")
		expect(checked.source).toEqual({
			name: "customers.csv",
			size: 11,
			sha256: createHash("sha256").update("number\nabc\n").digest("hex"),
		})
	})

	it("names no card number, not even one in the name of the file", async () => {
		const path = join(folder, "card 4111111111111111.csv")
		await writeFile(path, "number\n1\n")
		const opened = await openFile(path)
		const { layout } = opened.detection
		const checked = await checkFile(opened, { layout, mapping: decideColumns(opened).mapping, options })
		expect([opened.name, checked.source.name]).toEqual(Array(2).fill("card 411111******1111.csv"))
	})

	it("sends a card that stands at two customers to neither", async () => {
		const { checked } = await check("number,token\n1,abc\n2,def\n3,abc\n4,\n5,\n6,abc\n")
		expect(checked.summary[0]).toMatchObject({ code: "token.duplicate", count: 3 })
		expect([...checked.rowsWith("error")]).toEqual([0, 2, 5])
		expect((await checked.page(0, 1))[0]?.findings.map(({ message }) => message).join()).toContain("again in row 4")
	})

	it("sends nothing of a customer, in several rows, of whose cards another one has one", async () => {
		const file = "number,name,token\n1,Anna,a\n1,Anna,b\n2,Bo,c\n3,Cid,a\n"
		const { checked } = await check(file, { joinRows: true })
		expect((await entriesOf(checked)).map(({ number }) => number)).toEqual(["2"])
	})

	it("warns of numbers that are nearly the same", async () => {
		const { checked } = await check("number,name\nA-1,Anna\n007,Bo\na-1,Anna\n7,Cid\n")
		expect(checked.counts).toEqual({ valid: 2, warning: 2, error: 0, leftOut: 0 })
		expect(checked.customers).toBe(4)
	})

	it("says every finding of a row, with its tip, and gives the first examples of each", async () => {
		const lines = Array.from({ length: 20 }, (_, index) => `${index},wrong\n`)
		const { checked } = await check(`number,email\n${lines.join("")}`)
		const [emails] = checked.summary
		expect(emails).toMatchObject({ code: "email.invalid", severity: "error", count: 20 })
		expect(emails?.tip).not.toBe("")
		expect(emails?.examples.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
	})

	it("refuses a file that changed since", async () => {
		const { path, checked } = await check("number,name\n1,Anna\n2,Bo\n")
		for (const other of ["number,name\n1,Anna\n3,Bo\n", "number,name\n1,Anna\n", "number,name\n1,Anna\n2,Bo\n3,C\n"]) {
			await writeFile(path, other)
			for (const use of [() => entriesOf(checked), () => rowsOf(checked), () => checked.page(0, 1)])
				await expect(use()).rejects.toMatchObject({ name: "UnreadableFile", code: "file.changed" })
		}
		await writeFile(path, "number,name\n1,Anna\n2,Bo\n")
		expect(await entriesOf(checked)).toHaveLength(2)
	})

	it("refuses a card number above the header, which is no row", async () => {
		const refused = check("Kort 4111 1111 1111 1111\n\nnumber,name\n1,Anna\n")
		await expect(refused).rejects.toMatchObject({ name: "UnreadableFile", code: "file.card-number", row: 1 })
		await expect(refused).rejects.not.toThrow("1111")
	})

	it("stops when told to", async () => {
		await expect(check("number\n1\n", { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" })
	})

	it("has a row for a file without any", async () => {
		const { checked } = await check("number,name\n")
		expect(checked.rows).toBe(0)
		expect(await entriesOf(checked)).toEqual([])
		expect(await checked.page(0, 10)).toEqual([])
	})
})

describe("rows of one customer", () => {
	const file =
		"number,name,token\n1,Anna,a\n1,Anna,b\n2,Bo,c\n1,Anna,d\n3,Cid,e\n3,Cid,e\n4,Eva,f\n4,Ewa,g\n5,Disa,h\n5,Disa,i\n5,Disa,j\n"

	it("are joined when asked: adjacent ones that differ in the card only", async () => {
		const { checked } = await check(file, { joinRows: true })
		const entries = await entriesOf(checked)
		// The fourth row of customer 1 stands apart: a customer is created with all its cards or not at all.
		expect(
			entries.map(({ row, joined, number, creatable }) => [
				row,
				joined,
				number,
				creatable.method.map(({ card }) => card),
			]),
		).toEqual([
			[4, undefined, "2", ["c"]],
			[6, [7], "3", ["e"]],
			[10, [11, 12], "5", ["h", "i", "j"]],
		])
		expect(checked.customers).toBe(3)
		expect(checked.counts.error).toBe(5)
		expect(codesOf((await rowsOf(checked)).filter(({ valid }) => !valid))).toEqual([
			[2, ["row.joined-with-invalid"]],
			[3, ["row.joined-with-invalid"]],
			[5, ["number.not-joined"]],
			[8, ["number.shared"]],
			[9, ["number.shared"]],
		])
	})

	it("are duplicates when not, and nobody's where they differ in more than the card", async () => {
		const { checked } = await check(file)
		expect((await entriesOf(checked)).map(({ row }) => row)).toEqual([2, 4, 6, 10])
	})
})

describe("a file that an earlier import left", () => {
	const rows = "1,'+46 70 123 45 67,''-Ek,2,unknown,timeout,No answer\n2,,Bo,7,not-sent,refused,'-\n"
	const header = "number,phone,name,IMPORT_ROW,Import Outcome,import_code,import_message\n"

	it("has its cells restored and its outcomes understood, whatever a spreadsheet did to it", async () => {
		const excel = Buffer.from(`\ufeff${(header + rows).replaceAll(",", "\t").replaceAll("\n", "\r\n")}`, "utf16le")
		for (const content of [header + rows, excel]) {
			const { path, checked } = await check(content)
			expect((await openFile(path)).importFile).toBe(true)
			const entries = await entriesOf(checked)
			expect(entries.map(({ number, ambiguous }) => [number, ambiguous])).toEqual([
				["1", true],
				["2", undefined],
			])
			expect((await rowsOf(checked))[0]?.cells).toEqual([
				"1",
				"+46 70 123 45 67",
				"'-Ek",
				"2",
				"unknown",
				"timeout",
				"No answer",
			])
		}
	})

	it("leaves rows in doubt whose outcome was changed or emptied, and takes those that were added", async () => {
		const { checked } = await check(
			`${header}1,,A,2,okänd,timeout,x\n2,,B,3,,timeout,x\n3,,C,4,Not-Sent ,refused,x\n4,,D,,,,\n5,,E,6,invalid,x,x\n`,
		)
		expect((await entriesOf(checked)).map(({ number, ambiguous }) => [number, ambiguous])).toEqual([
			["1", true],
			["2", true],
			["3", undefined],
			["4", undefined],
			["5", undefined],
		])
	})

	it("has rows that were damaged told again, for they look whole now", async () => {
		const { checked } = await check(
			`${header}1,,Bo,2,invalid,row.too-few-cells phone.invalid,x\n2,,Cid,3,invalid,x,x\n`,
		)
		expect(codesOf(await rowsOf(checked))).toEqual([
			[2, ["row.formerly-damaged"]],
			[3, []],
		])
		expect(checked.counts).toEqual({ valid: 1, warning: 1, error: 0, leftOut: 0 })
	})

	it("refuses a number again that was twice before, until it is another one", async () => {
		const duplicate = '7,invalid,number.duplicate,"number: It stands twice: ""A1"", first in row 2."'
		const { checked } = await check(
			`number,import_row,import_outcome,import_code,import_message\nA1,${duplicate}\nA2,${duplicate}\nA1,7,invalid,,\n`,
		)
		expect(checked.summary.map(({ code, count }) => [code, count])).toEqual([
			["number.duplicate", 1],
			["number.formerly-duplicate", 1],
		])
		expect((await entriesOf(checked)).map(({ number }) => number)).toEqual(["A2"])
	})

	it("is recognised by all four columns only", async () => {
		const { path, checked } = await check("number,name,import_row\n1,'=x,5\n")
		expect((await openFile(path)).importFile).toBe(false)
		expect((await rowsOf(checked))[0]?.cells).toEqual(["1", "'=x", "5"])
	})
})

describe("edits", () => {
	it("take the place of what the file says, and leave rows out", async () => {
		const { checked } = await check("number,email\n1,wrong\n1,bo@example.com\n2,c@example.com\n2,d@example.com\n", {
			edits: {
				cells: [
					{ row: 2, column: "email", value: "a@example.com" },
					{ row: 3, column: "number", value: "9" },
				],
				skipped: [4],
			},
		})
		expect((await entriesOf(checked)).map(({ row, number }) => [row, number])).toEqual([
			[2, "1"],
			[3, "9"],
			[5, "2"],
		])
		expect((await rowsOf(checked))[0]?.cells).toEqual(["1", "a@example.com"])
		expect([...checked.rowsWith("row.skipped")]).toEqual([2])
		expect(checked.counts).toEqual({ valid: 3, warning: 0, error: 0, leftOut: 1 })
	})
})

describe("a row that is left out", () => {
	it("has nothing else said of it", async () => {
		const edits = { cells: [], skipped: [2, 3] }
		const { checked } = await check("number,email\n1,nobody\n2,b@example.com,too,many\n3,c@example.com\n", { edits })
		expect(checked.summary.map(({ code, count }) => [code, count])).toEqual([["row.skipped", 2]])
	})
})

describe("a file of many blocks", () => {
	const numbers = fc.sample(fc.nat(6_000), { seed: 1, numRuns: 8_000 })
	const tokens = fc.sample(fc.nat(20_000), { seed: 2, numRuns: 8_000 })
	const padding = "x".repeat(60)
	const lines = numbers.map(
		(number, index) => `${number % 7 === 0 ? "0" : ""}${number},n ${padding},t${tokens[index]}\n`,
	)
	const file = `number,name,token\n${lines.join("")}`

	it("has the same findings as a search on the values themselves, and any page of it is at hand", async () => {
		const { checked } = await check(file)
		const search = new DuplicateSearch()
		const rows = await rowsOf(checked)
		expect(rows).toHaveLength(lines.length)
		const cells = lines.map((line) => line.trim().split(","))
		const isAgain = ({ message }: { message: string }) => message.includes("again in row")
		// All at once: to compare a row takes longer than to check it.
		const all: unknown[] = []
		const allExpected: unknown[] = []
		const withToken = new Map<string, number[]>()
		for (const [index, [, , token = ""]] of cells.entries())
			withToken.set(token, [...(withToken.get(token) ?? []), index])
		for (const [index, line] of lines.entries()) {
			const [number = "", , token = ""] = line.trim().split(",")
			const row = { row: index + 2, number }
			const expected = search.check(row.row, number, [token]).map((remark) => findingOf(remark, row))
			const found = rows[index]?.findings.filter(({ code }) => !aside.has(code)) ?? []
			// What to do about a row that says the same as an earlier one is another matter.
			const told = found.filter((one) => !isAgain(one))
			all.push(told.map(({ tip: _, ...one }) => one))
			allExpected.push(expected.map(({ tip: _, ...one }) => one))
			// A card at two customers is sent to neither: the first row of it is told of the next customer's.
			const same = withToken.get(token) ?? []
			const next = same.find((at) => cells[at]?.[0] !== number) ?? -1
			all.push(found.filter(isAgain).map(({ message }) => message.split(" ").at(-1)))
			allExpected.push(same[0] === index && next > index ? [`${next + 2}`] : [])
		}
		expect(all).toEqual(allExpected)
		for (const [offset, count] of [
			[0, 3],
			[1_500, 700],
			[7_990, 50],
			[9_000, 1],
		] as const)
			expect(await checked.page(offset, count)).toEqual(rows.slice(offset, offset + count))
		expect([...checked.rowsWith("error")]).toEqual(rows.flatMap(({ valid }, position) => (valid ? [] : [position])))
		expect(checked.counts.error).toBe(rows.filter(({ valid }) => !valid).length)
		expect((await entriesOf(checked)).map(({ row }) => row)).toEqual(
			rows.filter(({ valid }) => valid).map(({ row }) => row),
		)
	})
})

it("tells whose numbers, in any spelling, stand in the file", async () => {
	const rows = Array.from({ length: 2_000 }, (_, index) => `K${index * 3},Anna`)
	const { checked } = await check(`number,name\n${rows.join("\n")}\n00123,Bo\n,Nobody\n`)
	const has = checked.numberSearch()
	const found = Array.from({ length: 6_000 }, (_, index) => index).filter((index) => has(`K${index}`))
	expect(found).toEqual(Array.from({ length: 2_000 }, (_, index) => index * 3))
	expect(["123", "00123", "k3", "K 3", "124", ""].map(has)).toEqual([true, true, true, true, false, false])
})
