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
		["Xyz Ja/Nej", [..."NNNJJNNNNNNN"], ['5 Xyz Ja/Nej: "J", in 2 of 12 rows: 5 and 6']],
		["Kod", [..."AAUAAAAASAAA"], ['4 Kod: "U" or "S", in 2 of 12 rows: 4 and 10']],
		["Code", [..."111911111111"], ['5 Code: "9", in 1 of 12 rows: 5']],
		["Xyz", ["a", "b", ...Array(10).fill("")], ['2 Xyz: "a" or "b", in 2 of 12 rows: 2 and 3']],
		["Typ", [...Array(11).fill("Bas"), "Bas ut"], ['13 Typ: "Bas ut", in 1 of 12 rows: 13']],
		["Xyz", [...Array(11).fill("Fast"), "Uvd 2024-05-01"], ['13 Xyz: "Uvd 2024-05-01", in 1 of 12 rows: 13']],
		["Grupp", ["", "", "Ute", ...Array(9).fill("")], ['4 Grupp: "Ute", in 1 of 12 rows: 4']],
	])("%s %j", async (column, cells, expected) => {
		expect(await told(column, ...cells)).toEqual(expected)
	})
})

describe("where a column says of somebody who left, what else few rows have there is told, however many kinds it sorts them into", () => {
	const kinds = ["Blå", "Grön", "Röd", "Gul", "Blå", "Grön", "Röd", "Gul", "Blå", "Grön"]
	test.each([
		["Grupp", "Avliden", "Vräkt", 'row.deleted Grupp, "Vräkt", in 1 of 12 rows: 13'],
		["Lista", "Utträtt", "Tar paus", 'row.ended Lista, "Tar paus", in 1 of 12 rows: 13'],
	])("%s with %s and %s", async (column, gone, other, expected) => {
		const { summary } = await examined(file(column, ...kinds, gone, other))
		const said = summary.find(({ severity }) => severity === "error")
		const { examples = [] } = summary.find(({ code }) => code === "column.rare-value") ?? {}
		const rare = examples.map(({ message }) => message.split(": ").slice(1).join(": "))
		expect([`${said?.code} ${said?.examples[0]?.column}`, ...rare].join(", ")).toBe(expected)
	})

	test("and nothing is told of the kinds of a column in which nobody left", async () => {
		expect(await told("Lista", ...kinds, "Lila", "Vräkt")).toEqual([])
	})
})

describe("nothing is told", () => {
	test.each([
		["of many rows", "Xyz", ["x", "x", "", "x", ""]],
		["of as many of each", "Xyz", ["a", "b", "c"]],
		["of many kinds", "Xyz", ["a", "b", "c", "d", "e", "f"]],
		[
			"of who teaches whom",
			"Lärare",
			[..."KKKKKKAAAABB"].map((one) => ({ K: "Kim", A: "Annika", B: "Bo" })[one] ?? ""),
		],
		["of two kinds that are as many", "Xyz", [..."AAAAABBBBBBC"]],
		["of plans", "Xyz", [...Array(9).fill("Bas"), "Stor", "Stor", "Stor"]],
		["of places and things", "Plats", [...Array(11).fill(""), "B7"]],
		["of amounts", "Xyz", [...Array(11).fill("250"), "150"]],
		["of what has a number", "Brygga", [...Array(11).fill(""), "7"]],
		["of names", "Xyz", [...Array(11).fill(""), "Karin Lindh"]],
		["of what is said at length", "Xyz", [...Array(11).fill(""), "Nycklar ligger hos grannen"]],
		["of few of several values each", "Xyz", ["a", "b", "c", "d", ...Array(8).fill("")]],
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
	const rows = Array.from({ length: 12 }, (_, row) =>
		columns.map((_, at) => (row === 1 || (row === 2 && at > 5) ? "v" : "")),
	)
	const lines = rows.map((cells, row) => `K${row},Person ${"ABCDEFGHIJKL"[row]}son,${cells.join(",")},${token(row)}`)
	const { summary } = await examined([`Kundnr,Namn,${columns.join(",")},Kort`, ...lines])
	const { count, examples } = summary.find(({ code }) => code === "column.rare-value") ?? {}
	expect([count, examples?.map(({ column }) => column)]).toEqual([12, columns])
})
