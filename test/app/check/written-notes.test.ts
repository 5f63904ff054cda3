import { describe, expect, test } from "vitest"
import { examiner, inSek, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

/** A column of this name in so many rows, of which the first have these values. */
const file = (column: string, cells: readonly string[], rows = 12) => [
	`Kundnr;Namn;${column};Kort`,
	...Array.from(
		{ length: Math.max(rows, cells.length) },
		(_, row) => `K${row};Person ${String.fromCharCode(65 + (row % 26))}son;${cells[row] ?? ""};${token(row)}`,
	),
]

async function told(lines: readonly string[]) {
	const checked = await examined(lines)
	expect([checked.questions, (await sentBy(checked)).length]).toEqual([[], lines.length - 1])
	expect(checked.counts.error).toBe(0)
	const { examples = [] } = checked.summary.find(({ code }) => code === "column.notes") ?? {}
	return examples.map(({ row, column, message }) => `${row} ${column}: ${message.split(": ").slice(1).join(": ")}`)
}

describe("what people wrote of few customers is shown, each note once", () => {
	test.each([
		[
			"Övrigt",
			["", "Vrid aldrig ratten åt vänster", "Hund"],
			['3 Övrigt: "Vrid aldrig ratten åt vänster"', '4 Övrigt: "Hund"'],
		],
		["Notes", ["gate code", "", "gate code", "gate code"], ['2 Notes: "gate code", in 3 rows']],
		["Bemerkung", Array.from({ length: 12 }, () => "Rechnung"), ['2 Bemerkung: "Rechnung", in 12 rows']],
		["Annotazioni", ["", "suona bene"], ['3 Annotazioni: "suona bene"']],
		["Tags", ["", "klar"], ['3 Tags: "klar"']],
	])("%s %j", async (column, cells, expected) => {
		expect(await told(file(column, cells))).toEqual(expected)
	})

	test("also of many different ones where few rows of a large file have one", async () => {
		const cells = Array.from({ length: 30 }, (_, row) => `granne ${row}`)
		expect(await told(file("Övrigt", cells, 300))).toEqual(cells.map((note, row) => `${row + 2} Övrigt: "${note}"`))
	})
})

test("where many have one it is said how many, and what some are", async () => {
	const cells = Array.from({ length: 30 }, (_, row) => `granne ${row}`)
	expect(await told(file("Övrigt", cells, 40))).toEqual([
		'2 Övrigt: 30 of 40 rows have one, too many to show here, such as "granne 0", "granne 1", "granne 2"',
	])
})

test("a long note is cut, and what reads as a card number is left to its error", async () => {
	const { summary } = await examined(file("Notering", ["lång ".repeat(90), "kort 4111 1111 1111 1111"]))
	const { examples = [] } = summary.find(({ code }) => code === "column.notes") ?? {}
	expect(examples.map(({ message }) => message.replace(/^[^:]*: /, ""))).toEqual([
		`"${"lång ".repeat(90).slice(0, 77)}…"`,
	])
})

describe("nothing more is shown", () => {
	test.each([
		["of a warning or a question that quotes it", "Övrigt", ["avliden i mars", "skyddad identitet"], []],
		["of what stands for no value", "Övrigt", ["-", "n/a", "00.00.0000"], []],
		["of tags that sort the rows", "Tags", [..."aabbccaabbcc"], []],
		["of another column", "Färg", ["röd", "blå", "grön", "gul", "vit"], []],
	])("%s", async (_, column, cells, expected) => {
		expect(await told(file(column, cells))).toEqual(expected)
	})
})

test("a card token in a note is not shown", async () => {
	const lines = file("Övrigt", ["hund", `gammalt kort ${token("old")}`])
	const { summary, questions } = await examined(lines, { columns: { Övrigt: null } })
	expect(questions).toEqual([])
	const { examples = [] } = summary.find(({ code }) => code === "column.notes") ?? {}
	expect(examples.map(({ row }) => row)).toEqual([2])
})
