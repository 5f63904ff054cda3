import fc from "fast-check"
import Papa from "papaparse"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isSevenBit } from "../../src/csv/code-pages.ts"
import { type Encoding, encodings, type Layout } from "../../src/csv/layout.ts"
import { formatRow, neutralize, restore } from "../../src/csv/writer.ts"
import { sample } from "../sample.ts"
import { charactersOf, encode, readAll, Scratch } from "./dialects.ts"

let scratch: Scratch
beforeAll(async () => {
	scratch = await Scratch.make()
})
afterAll(() => scratch.remove())

const delimiters = [",", ";", "\t", "|"] as const
const special = [",", ";", "\t", "|", '"', '""', "\\", '\\"', "\n", "\r", "\r\n", " ", "'", "=", "sep="]

const letters = ["a", "z", "0", "9", "x1y2", "abc def", "-", "@", "+", "/"]
const unicode = [
	"å",
	"Ö",
	"é",
	"ß",
	"€",
	"Ž",
	"\u00a0",
	"日本",
	"\u200b",
	"e\u0301",
	"👩‍👩‍👧",
	"𝒳",
	"\ufeff",
	"‮",
	"\u2028",
]

/** Cells made of what is likely to go wrong, in characters that the encoding has. */
function cellOf(encoding: Encoding): fc.Arbitrary<string> {
	const others = encoding.startsWith("utf") ? unicode : [...charactersOf(encoding).keys()]
	const has = (piece: string) =>
		encoding.startsWith("utf") || [...piece].every((letter) => charactersOf(encoding).has(letter))
	const pieces = [...special, ...letters, ...letters, ...others].filter(has)
	return fc
		.array(fc.nat(), { maxLength: 6 })
		.map((picked) => picked.map((index) => pieces[index % pieces.length]).join(""))
}

const cells = Object.fromEntries(encodings.map((encoding) => [encoding, cellOf(encoding)])) as Record<
	Encoding,
	fc.Arbitrary<string>
>

const table = fc
	.record({
		encoding: fc.constantFrom(...encodings),
		delimiter: fc.constantFrom(...delimiters),
		escape: fc.constantFrom('"' as const, "\\" as const),
		lineEnds: fc.constantFrom(["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]),
		mark: fc.boolean(),
		lastEnd: fc.boolean(),
		quoteAll: fc.boolean(),
		blockSize: fc.integer({ min: 8, max: 300 }),
		columns: fc.integer({ min: 1, max: 5 }),
	})
	// They are letters there.
	.filter(
		({ encoding, delimiter, escape: character }) => !isSevenBit(encoding) || (delimiter !== "|" && character !== "\\"),
	)
	.chain((dialect) =>
		fc.record({
			dialect: fc.constant(dialect),
			rows: fc.array(
				fc
					.array(cells[dialect.encoding], { minLength: dialect.columns, maxLength: dialect.columns })
					.filter((cells) => cells.some((cell) => cell.trim() !== "")),
				{ maxLength: 8 },
			),
		}),
	)

/** As programs that escape with a backslash write it. */
function formatBackslash(cells: readonly string[], delimiter: string): string {
	return cells
		.map((cell) => (/["\\\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replace(/["\\]/g, "\\$&")}"` : cell))
		.join(delimiter)
}

const formatQuoted = (cells: readonly string[], delimiter: string) =>
	cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)

describe("reading what was written", () => {
	it("gives the same rows for 10,000 random tables in every dialect", async () => {
		await fc.assert(
			fc.asyncProperty(table, async ({ dialect, rows }) => {
				const { encoding, delimiter, escape: escapeCharacter, columns, lineEnds } = dialect
				const format = escapeCharacter === "\\" ? formatBackslash : dialect.quoteAll ? formatQuoted : formatRow
				const lines = rows.map((cells) => format(cells, delimiter))
				const text = lines.map((line, index) =>
					index === lines.length - 1 && !dialect.lastEnd ? line : line + lineEnds[index % lineEnds.length],
				)
				const mark = dialect.mark && encoding.startsWith("utf")
				const path = await scratch.write(encode(text.join(""), encoding, mark))
				const layout: Layout = {
					encoding,
					delimiter,
					escape: escapeCharacter,
					bom: mark ? (encoding === "utf-8" ? 3 : 2) : 0,
					headerRow: 0,
					columns: Array.from({ length: columns }, (_, index) => `Column ${index + 1}`),
				}
				const read = await readAll(path, layout, { blockSize: dialect.blockSize })
				expect(read.map(({ row, cells }) => ({ row, cells }))).toEqual(
					rows.map((cells, index) => ({ row: index + 1, cells })),
				)
				// A cell of several lines may look as if rows had been swallowed; nothing else is wrong.
				const codes = read.flatMap(({ problems = [] }) => problems.map(({ code }) => code))
				expect(codes.filter((code) => code !== "row.swallowed-rows")).toEqual([])
			}),
			{ numRuns: sample(200) },
		)
	})
})

describe("cells that a spreadsheet would execute", () => {
	const pieces = fc.oneof(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", ";", ",", '"'), fc.string())
	const value = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""))

	it("are none after neutralizing, and exactly the same after restoring", () => {
		fc.assert(
			fc.property(value, (text) => {
				const safe = neutralize(text)
				expect(safe).not.toMatch(/^[=+\-@\t\r\n]/)
				expect(restore(safe)).toBe(text)
			}),
			{ numRuns: sample(200) },
		)
	})

	it("are none in whatever delimiter a spreadsheet reads the file", () => {
		fc.assert(
			fc.property(
				fc.array(value, { minLength: 1, maxLength: 4 }),
				fc.constantFrom(",", ";", "\t"),
				(cells, delimiter) => {
					const record = formatRow(cells.map(neutralize), delimiter)
					for (const other of [",", ";", "\t"]) {
						const found = Papa.parse<string[]>(record, { delimiter: other }).data.flat()
						// What stands before quotes and apostrophes at the beginning of a cell is what a spreadsheet looks at.
						for (const cell of found) expect(cell).not.toMatch(/^"*[=+\-@]/)
					}
				},
			),
			{ numRuns: sample(200) },
		)
	})

	it("are left alone where they are harmless", () => {
		const harmless = ["O'Brien", "'quoted'", "", "1-2", "a@b.se", "a; b - c", "'", "A\nB", "x,y"]
		expect(harmless.map(neutralize)).toEqual(harmless)
		expect(harmless.map(restore)).toEqual(harmless)
		expect(["=1+1", "'=x", "+46 70", "-5"].map(neutralize)).toEqual(["'=1+1", "''=x", "'+46 70", "'-5"])
		expect(["A;=HYPERLINK(1+1);", "A\n=1", "\n=1", 'A;"=1', "A;'=1"].map(neutralize)).toEqual([
			"A;'=HYPERLINK(1+1);",
			"A\n'=1",
			"'\n'=1",
			"A;'\"=1",
			"A;''=1",
		])
	})

	it("stand in quotes where another spreadsheet would part them", () => {
		expect(formatRow(["A;B", "C\tD", "E"], ",")).toBe('"A;B","C\tD",E')
		expect(formatRow(["A,B", "C|D"], ";")).toBe('"A,B";C|D')
	})
})
