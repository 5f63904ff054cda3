import { describe, expect, test } from "vitest"
import { examiner, inSek, token } from "./examined.ts"

const examined = examiner(inSek)

/** A column of this name, of which the first of twelve rows have these values. */
const file = (column: string, cells: readonly string[]) => [
	`Kundnr;Namn;${column};Kort`,
	...Array.from(
		{ length: Math.max(12, cells.length) },
		(_, row) => `K${row};Person ${String.fromCharCode(65 + (row % 26))}son;${cells[row] ?? ""};${token(row)}`,
	),
]

/** The rows with what is said of the notes of a file, and why the column is left out. */
async function read(column: string, cells: readonly string[]) {
	const { summary, decision, questions } = await examined(file(column, cells))
	const rows = (code: string) =>
		summary
			.find((one) => one.code === code)
			?.examples.map(({ row, message }) => `${row} ${message.split(": ").at(-1)}`) ?? []
	return {
		questions: questions.length,
		reason: decision?.columns.find((one) => one.column === column)?.reason,
		speaking: rows("row.note-speaks"),
		shown: rows("column.notes"),
	}
}

describe("whose notes they are, or to whom, leaves a column one of notes", () => {
	test.each([
		["Remarque caviste", "décédé en août, voir avec sa fille", "livraison le matin"],
		["Comentarios recepción", "tarjeta robada - trae nueva", "factura a fin de mes"],
		["Note to milkman", "card was stolen", "Leave behind the blue gate"],
		["Beskjed til sjåfør", "kunden er død", "Smal vei, bruk liten traktor"],
		["Noteringar kansli", "avliden i mars", "ring efter fem"],
		["Anteckning order", "kortet är spärrat", "ring efter fem"],
		["Info", "rezygnacja od stycznia", "płaci mama - Halina"],
		["Infos", "Karte gesperrt", "Schlüssel beim Nachbarn"],
		["Information", "card was stolen", "Mind the dog"],
		["Tieto", "asiakas kuollut", "soita ensin ovelta"],
		["Lisätieto", "asiakas kuollut", "soita ensin ovelta"],
		["Info vaktmästare", "avliden i mars", "ring efter fem"],
	])("%s", async (column, speaking, other) => {
		expect(await read(column, ["", speaking, "", other, "Hund"])).toEqual({
			questions: 0,
			reason: "a note",
			speaking: [`3 "${speaking}"`],
			shown: [`5 "${other}"`, '6 "Hund"'],
		})
	})

	test.each(["flyttat utomlands", "ska inte dras", "Karte vom Sohn"])(
		"and in a column of groups the phrase %s speaks against its row",
		async (phrase) => {
			const cells = ["Blå", "Grön", phrase, "Röd", "Gul", "Blå", "Grön", "Röd", "Gul"]
			expect((await read("Grupp", cells)).speaking).toEqual([`4 "${phrase}"`])
		},
	)

	test("of few kinds", async () => {
		const cells = ["Har husdjur", "Hyr ut i andra hand", "Har husdjur", "Har husdjur"]
		expect((await read("Anteckning styrelsen", cells)).shown).toEqual([
			'2 "Har husdjur", in 3 rows',
			'3 "Hyr ut i andra hand"',
		])
	})
})

test("what people wrote into a column of which nobody knows what it is, in sentences of their own, is read and shown", async () => {
	const cells = ["gave up plot Sept", "her card was stolen", "waiting list for bigger"]
	expect(await read("Qwert", cells)).toEqual({
		questions: 0,
		reason: "a note",
		speaking: ['3 "her card was stolen"'],
		shown: ['2 "gave up plot Sept"', '4 "waiting list for bigger"'],
	})
})

describe("another column is none", () => {
	test.each([
		["of codes", "Info", ["A", "B", "C", "D"]],
		["of grades", "Note caviste", ["12", "14", "9", "17"]],
		["of days", "Info caviste", ["2026-01-02 12:00", "2026-01-03 12:00"]],
		["of names", "Qwert", ["Anna Maria Berg", "Bo Ek", "Cai af Ugglas", "Dag von Essen"]],
		["of streets", "Qwert", ["5 avenue Victor Hugo", "12 rue de Paris", "7 place de la gare", "4 chemin du moulin"]],
		["of kinds", "Qwert", [..."abababab"].map((kind) => `skickas med post ${kind}`)],
		["of words", "Qwert", ["röd", "mörk blå", "grön", "ljus gul"]],
	])("%s", async (_, column, cells) => {
		const { reason, speaking, shown } = await read(column, cells)
		expect([reason === "a note", speaking, shown]).toEqual([false, [], []])
	})
})

test("a word at its beginning for somebody who died is asked about as in any column", async () => {
	const cells = ["gave up plot Sept", "deceased, widow taking over", "waiting list for bigger"]
	const { questions } = await examined(file("Qwert", cells))
	expect(questions.map(({ id }) => id)).toEqual(["deleted"])
})
