import { expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

/** Rows of which the first few lost their token. */
const rowsWith = (lost: number, error: string) =>
	Array.from({ length: 10 }, (_, row) => `${row + 1};Kund ${row + 1};${row < lost ? error : token(row)}`)

// Excel in English, German, Norwegian, Spanish, Polish, Dutch, Italian and Finnish, LibreOffice, Google Sheets.
const errors =
	"#N/A|#NV|#I/T|#N/D|#N/B|#N/D!|#REF!|#¡REF!|#BEZUG!|#ADR!|#¿NOMBRE?|#VERW!|#PUUTTUU!|#DZIEL/0!|Err:502|Loading...|Wird geladen…|Laddar...|Chargement...|Cargando…|Ładowanie..."

test.each(errors.split("|"))("%s among tokens is an error, and is no reason to ask about the column", async (error) => {
	const checked = await examined(["Kunden-Nr.;Firma;Token (SVERWEIS)", ...rowsWith(4, error)])
	expect(checked.questions).toEqual([])
	expect(found(checked)).toEqual(["value.damaged 2 3 4 5"])
	expect((await sentBy(checked)).every(({ method }) => method.length === 1)).toBe(true)
})

test("where the column is asked about, what was lost is told as lost, and no answer makes it no card", async () => {
	const lines = ["Kunden-Nr.;Firma;Spalte X", ...rowsWith(4, "#NV")]
	const asked = await examined(lines)
	const [yes] = onlyQuestion(asked).answers
	expect(yes).toMatchObject({
		label: '"Spalte X"',
		facts: "10 of 10 rows, 6 card tokens, 4 lost in a spreadsheet, whose rows are errors",
	})
	const checked = await examined(lines, saying(asked))
	expect(found(checked)).toEqual(["value.damaged 2 3 4 5"])
	expect(await sentBy(checked)).toHaveLength(6)
})

test("beside other words, the words mean no card and what was lost is an error", async () => {
	const [first = "", ...rest] = rowsWith(4, "#NV")
	const lines = ["Kunden-Nr.;Firma;Spalte X", first.replace("#NV", "Rechnung"), ...rest]
	const asked = await examined(lines)
	expect(onlyQuestion(asked).answers[0]?.label).toBe(
		'"Spalte X"; another value there, such as "Rechnung", means no card',
	)
	const checked = await examined(lines, saying(asked))
	expect(found(checked)).toEqual(["value.damaged 3 4 5"])
	expect((await sentBy(checked)).map(({ method }) => method.length)).toEqual([0, 1, 1, 1, 1, 1, 1])
})

test("a column of nothing but errors is no column of other ways to pay", async () => {
	const checked = await examined(["Kunden-Nr.;Firma;Kartentoken", ...rowsWith(10, "#REF!")])
	expect(checked.questions).toEqual([])
	expect(checked.customers).toBe(0)
})
