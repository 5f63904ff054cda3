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
