import { describe, expect, test } from "vitest"
import { examiner, inSek, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

/** A column of this name in rows of its values. */
const file = (column: string, ...cells: readonly string[]) => [
	`Kundnr,Namn,${column},Kort`,
	...cells.map((cell, row) => `K${row},Person ${"ABCDEFGHIJKL"[row]}son,${cell},${token(row)}`),
]

async function told(column: string, ...cells: readonly string[]) {
	const checked = await examined(file(column, ...cells))
	expect([checked.questions, (await sentBy(checked)).length]).toEqual([[], cells.length])
	const { examples = [], tip } = checked.summary.find(({ code }) => code === "column.rare-value") ?? {}
	if (examples.length > 0) expect(tip).toMatch(/blocked/)
	return examples.map((one) => `${one.row} ${one.column}: ${one.message.split(": ").slice(1).join(": ")}`)
}

describe("what singles out few rows in a column of which nobody knows what it says is told", () => {
	test.each([
		["Xyz", ["Nej", "Ja", "Nej"], ['3 Xyz: "Ja", in 1 of 3 rows: 3']],
		["Xyz datum", ["", "14/02/2025", "", "", ""], ['3 Xyz datum: "14/02/2025", in 1 of 5 rows: 3']],
		["Xyz Ja/Nej", ["N", "N", "N", "J", "J", "N"], ['5 Xyz Ja/Nej: "J", in 2 of 6 rows: 5 and 6']],
		["Xyz", ["a", "b", "", "", "", "", ""], ['2 Xyz: "a" or another value, in 2 of 7 rows: 2 and 3']],
		["Xyz", ["a", "a", "a", "a", "b", "c"], ['6 Xyz: "b", in 1 of 6 rows: 6', '7 Xyz: "c", in 1 of 6 rows: 7']],
		[
			"Xyz",
			["x1", "", "", "", "x2", "x3", "x4", "", "", "", "", ""],
			['2 Xyz: "x1" or another value, in 4 of 12 rows: the first of them 2, 6, 7'],
		],
	])("%s %j", async (column, cells, expected) => {
		expect(await told(column, ...cells)).toEqual(expected)
	})
})

describe("nothing is told", () => {
	test.each([
		["of many rows", "Xyz", ["x", "x", "", "x", ""]],
		["of as many of each", "Xyz", ["a", "b", "c"]],
		["of many kinds", "Xyz", ["a", "b", "c", "d", "e", "f"]],
		["of what means no value", "Xyz", ["a", "a", "a", "-", "n/a", "0000-00-00"]],
		["of who gets a newsletter", "Nyhetsbrev", ["Nej", "Nej", "Ja", "Nej", "Nej"]],
		["of who was born when", "Födelsedatum", ["", "1980-01-01", "", "", ""]],
		["of when somebody bought last", "Senaste köp", ["", "2024-01-01", "", "", ""]],
		["of a language", "Språk", ["sv", "sv", "en", "sv", "sv"]],
		["of a note", "Anteckning", ["", "ring först", "", "", ""]],
		["of a gender", "Kön", ["M", "M", "K", "M", "M"]],
	])("%s", async (_, column, cells) => {
		expect(await told(column, ...cells)).toEqual([])
	})
})

test("each such column is told once, however many rows have it", async () => {
	const columns = Array.from({ length: 12 }, (_, at) => `Xyz${at}q`)
	const rows = Array.from({ length: 9 }, (_, row) =>
		columns.map((_, at) => (row === 1 || (row === 2 && at > 5) ? "v" : "")),
	)
	const lines = rows.map((cells, row) => `K${row},Person ${"ABCDEFGHI"[row]}son,${cells.join(",")},${token(row)}`)
	const { summary } = await examined([`Kundnr,Namn,${columns.join(",")},Kort`, ...lines])
	const { count, examples } = summary.find(({ code }) => code === "column.rare-value") ?? {}
	expect([count, examples?.map(({ column }) => column)]).toEqual([12, columns])
})
