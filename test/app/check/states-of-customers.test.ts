import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { examiner, found, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const names = ["Ana Ruiz", "Eva Sanz", "Leo Gil", "Pia Mora"]
const file = (column: string, ...cells: string[]) => [
	`Kundnr;Namn;${column};Valuta;Korttoken`,
	...cells.map((cell, at) => `100${at};${names[at]};${cell};EUR;${token(at)}`),
]

describe("a state that is of customers by its values", () => {
	test.each([
		["Estado", "Activo", "Suspendido"],
		["Estado", "Activo", "Moroso - no cobrar"],
		["Stato", "Attivo", "In sofferenza"],
		["Stato socio", "Attivo", "In sofferenza"],
		["Stato cliente", "Attivo", "In sofferenza"],
		["État", "Actif", "En contentieux"],
	])("%s of %s and %s is asked about", async (column, usual, unknown) => {
		const lines = file(column, usual, unknown, usual, usual)
		const question = onlyQuestion(await examined(lines))
		expect(question.id).toBe(`status.${column}`)
		expect(question.answers.map(({ id }) => id)).toEqual(["sent", "left-out"])
		const after = await examined(lines, answered(noAnswers, question, ["left-out"]))
		expect([after.questions, found(after)]).toEqual([[], ["row.left-out 3"]])
		expect((await sentBy(after)).map(({ number }) => number)).toEqual(["1000", "1002", "1003"])
		const all = await examined(lines, answered(noAnswers, question, ["sent"]))
		expect([all.questions, all.customers]).toEqual([[], 4])
	})

	test("is told as a status where all are as usual, or known as gone", async () => {
		const checked = await examined(file("Estado", "Activo", "Activo", "Baja", "Activo"))
		expect([checked.questions.map(({ id }) => id), found(checked)]).toEqual([["ended"], ["row.ended 4"]])
		expect(checked.decision?.columns.find(({ column }) => column === "Estado")?.reason).toBe("a status")
	})

	test.each([
		["Estado", "Sonora", "Jalisco", "Baja California", "Nuevo León"],
		["Stato", "Italia", "Francia", "Italia", "Spagna"],
	])("%s of places is none", async (column, ...cells) => {
		expect((await examined(file(column, ...cells))).questions).toEqual([])
	})
})

describe("several words for customers who left", () => {
	const lines = file("Status", "Aktiv", "Uppsagd", "Vilande", "Uppsagd")

	test("are all shown, and each may be answered for itself", async () => {
		const question = onlyQuestion(await examined(lines))
		expect([question.id, question.why]).toEqual([
			"ended",
			'3 rows say so, in "Status": "Uppsagd" in 2 rows, "Vilande" in one row.',
		])
		expect(question.answers.map(({ id }) => id)).toEqual(["created", "none", "only.uppsagd", "only.vilande"])
		const after = await examined(lines, answered(noAnswers, question, ["only.vilande"]))
		expect([after.questions, found(after)]).toEqual([[], ["row.left-out 3 5"]])
		expect((await sentBy(after)).map(({ number }) => number)).toEqual(["1000", "1002"])
	})

	test("one word is asked about with yes and no alone", async () => {
		const question = onlyQuestion(await examined(file("Status", "Aktiv", "Uppsagd", "Aktiv", "Uppsagd")))
		expect([question.why, question.answers.length]).toEqual(['2 rows say so. Row 3 has "Uppsagd" in "Status".', 2])
	})

	test("days of leaving are not listed", async () => {
		const question = onlyQuestion(await examined(file("Utträde", "", "2024-01-01", "2024-02-01", "2024-03-01")))
		expect([question.id, question.answers.length]).toEqual(["ended", 2])
	})
})
