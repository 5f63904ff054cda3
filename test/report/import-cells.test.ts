import { expect, test } from "vitest"
import type { Row } from "../../src/csv/layout.ts"
import { importCellsInPlace, importColumns } from "../../src/report/import-cells.ts"
import { importRun } from "../../src/report/import-run.ts"

const columns = ["Nr", "Namn", "E-post", "Valuta", "Kort", ...importColumns]
const block = ["3", "invalid", "email.invalid", "No e-mail.", importRun("20261128123456-ab12cd", 3, "2", false)]

const inPlace = (cells: readonly string[], problems?: Row["problems"], names = columns) => {
	const { cells: read, problems: left = [] } = importCellsInPlace(names)({
		row: 2,
		cells,
		...(problems ? { problems } : {}),
	})
	return [read, left.map(({ code }) => code)]
}

const problem = (code: string) => [{ code, message: "", tip: "" }]
const right = ["2", "Bo Ek", "b@x.se", "SEK", "token"]

test("what an import wrote stays where nobody moved it, whatever else is in the row", () => {
	for (const row of [
		[...right, ...block],
		["2", "Bo Ek", "SEK", "token", "", ...block],
		[...right, ...block, "more"],
	])
		expect(inPlace(row, problem("row.too-many-cells"))).toEqual([row, ["row.too-many-cells"]])
})

test("a cell that a person put in moved it along: what stood empty behind the row's own cells goes", () => {
	const whole = [[...right, ...block], []]
	expect(inPlace([...right, "", ...block], problem("row.too-many-cells"))).toEqual(whole)
	expect(inPlace([...right, "", " ", ...block, ""], problem("row.too-many-cells"))).toEqual(whole)
	// A spreadsheet writes all rows as wide as the widest, and an empty name for that.
	const wide = [...columns, "Column 11"]
	expect(inPlace([...right, "", ...block], undefined, wide)).toEqual([[...right, ...block, ""], []])
})

test("a cell that a person took out moved it along: what the row had too many goes on behind its own cells", () => {
	const whole = [[...right, ...block], []]
	expect(inPlace([...right.slice(0, 4), ...block, "token"])).toEqual(whole)
	expect(inPlace([...right.slice(0, 3), ...block, "SEK", "token", ""], problem("row.too-many-cells"))).toEqual(whole)
})

test("a row with a cell too many or too few is wrong still, and known all the same", () => {
	const more = [...right, "more", ...block]
	expect(inPlace(more, problem("row.too-many-cells"))).toEqual([[...right, ...block, "more"], ["row.too-many-cells"]])
	expect(inPlace([...right.slice(0, 3), ...block, "SEK", "token", "more"])).toEqual([
		[...right, ...block, "more"],
		["row.too-many-cells"],
	])
	const short = [[...right.slice(0, 4), "", ...block], ["row.too-few-cells"]]
	expect(inPlace([...right.slice(0, 4), ...block], problem("row.too-few-cells"))).toEqual(short)
	expect(inPlace([...right.slice(0, 4), ...block, ""])).toEqual(short)
})

test("a person's own column behind it is no part of the row's cells", () => {
	const noted = [...columns, "Note"]
	expect(inPlace([...right, "", ...block, "mended"], problem("row.too-many-cells"), noted)).toEqual([
		[...right, ...block, "mended"],
		[],
	])
	expect(inPlace([...right.slice(0, 4), ...block, "mended", ""], undefined, noted)).toEqual([
		[...right.slice(0, 4), "", ...block, "mended"],
		["row.too-few-cells"],
	])
})

test("other things that are wrong with a row stay", () => {
	const problems = [...problem("row.too-many-cells"), ...problem("row.undecodable")]
	expect(inPlace([...right, "", ...block], problems)).toEqual([[...right, ...block], ["row.undecodable"]])
})

test("nothing is moved where it cannot be told what is what", () => {
	const twice = [...right, "", ...block, ...block]
	const apart = [...right, "", "x", ...block.slice(1)]
	const none = [...right, "", ...block.slice(0, 4), "garbled"]
	for (const row of [twice, apart, none]) expect(inPlace(row)).toEqual([row, []])
	const mixed = ["Nr", "Namn", "E-post", "Valuta", "Kort", ...[...importColumns].reverse()]
	expect(inPlace([...right, "", ...block], undefined, mixed)).toEqual([[...right, "", ...block], []])
})
