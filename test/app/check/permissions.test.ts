import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { examiner, found, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const names = ["Ida Friis", "Bent Toft", "Lone Juhl", "Per Holm"]
const file = (column: string, ...cells: string[]) => [
	`Kundnr;Namn;${column};Valuta;Korttoken`,
	...cells.map((cell, at) => `80${at};${names[at]};${cell};SEK;${token(at)}`),
]

describe("whom nobody may charge is asked before anything is sent", () => {
	test.each([
		["Do not charge", "", "Y"],
		["DO_NOT_CHARGE", "0", "1"],
		["Don't charge", "", "x"],
		["No charge", "", "Y"],
		["OK to charge", "Y", "N"],
		["OK to charge", "Y", "N, dispute"],
		["Charge OK", "OK", "N"],
		["Can be charged", "true", "false"],
		["Chargeable", "1", "0"],
		["Billing blocked", "FALSE", "TRUE"],
		["Blocked for billing", "N", "Y"],
		["Consent to charge", "Yes", "No"],
		["Payment hold", "N", "Y"],
		["Får ej debiteras", "", "X"],
		["Får debiteras", "Ja", "Nej"],
		["Får debiteras (J/N)", "J", "N"],
		["Får faktureras", "Ja", "Nej"],
		["Får ej dras", "", "X"],
		["Debiteras", "Ja", "Nej"],
		["Spärrad för debitering", "Nej", "Ja"],
		["Debiteringsspärr", "", "X"],
		["Abbuchung gesperrt", "Nein", "Ja"],
		["Zahlungssperre", "Nein", "Ja"],
		["Nicht abbuchen", "", "X"],
		["Darf abgebucht werden", "ja", "nein"],
		["Lastschrift gesperrt", "nein", "ja"],
		["Einzugsermächtigung", "ja", "nein"],
		["Må ikke trækkes", "Nej", "Ja"],
		["Betalingsspærre", "nej", "ja"],
		["Kan trekkes", "ja", "nei"],
		["Skal ikke faktureres", "", "x"],
		["Ei saa veloittaa", "", "x"],
		["Veloituskielto", "ei", "kyllä"],
		["Niet incasseren", "nee", "ja"],
		["Incasso geblokkeerd", "nee", "ja"],
		["Ne pas débiter", "", "X"],
		["Prélèvement autorisé", "oui", "non"],
		["No cobrar", "", "X"],
		["Bloqueo de pagos", "no", "sí"],
		["Non addebitare", "", "X"],
		["Addebito autorizzato", "sì", "no"],
		["Nie obciążać", "", "X"],
		["Zgoda na obciążenie", "tak", "nie"],
		["Kund OK", "Ja", "Nej"],
		["Approved", "Y", "N"],
		["Giltig", "Ja", "Nej"],
	])("%s: %s or %s", async (column, usual, odd) => {
		const lines = file(column, usual, odd, usual, usual)
		const question = onlyQuestion(await examined(lines))
		expect([question.id, question.needed, question.text]).toEqual([
			`status.${column}`,
			true,
			`Are customers to be created who have "${odd}" in "${column}"?`,
		])
		const after = await examined(lines, answered(noAnswers, question, ["left-out"]))
		expect([after.questions, found(after)]).toEqual([[], ["row.left-out 3"]])
		expect((await sentBy(after)).map(({ number }) => number)).toEqual(["800", "802", "803"])
		const all = await examined(lines, answered(noAnswers, question, ["sent"]))
		expect([all.questions, all.customers]).toEqual([[], 4])
	})

	test.each([
		["Zahlungssperre aufgehoben", "nein", "ja"],
		["Charge / do not charge", "Y", "N"],
	])("%s is asked about with both values, since its name does not say which is which", async (column, one, other) => {
		const question = onlyQuestion(await examined(file(column, one, other, one, one)))
		expect([question.several, question.answers.map(({ id }) => id)]).toEqual([
			true,
			[one.toLowerCase(), other.toLowerCase()],
		])
	})

	test("a value that stands out later is asked about, and those that do not are not", async () => {
		const question = onlyQuestion(await examined(file("Do not charge", "N", "Y", "N", "N")))
		const said = answered(noAnswers, question, ["left-out"])
		expect((await examined(file("Do not charge", "", "Y", "N", ""), said)).questions).toEqual([])
		const again = onlyQuestion(await examined(file("Do not charge", "N", "Y", "ask first", "N"), said))
		expect(again.text).toBe('Are customers to be created who have "ask first" in "Do not charge"?')
	})

	test("what forbids to charge anybody at all is asked about", async () => {
		expect((await examined(file("Do not charge", "Y", "Y", "Y", "Y"))).questions).toHaveLength(1)
	})
})

describe("a card that is not valid is asked about", () => {
	test.each([
		["Card valid", "Y", "N"],
		["Kort giltigt", "Ja", "Nej"],
		["Karte gültig", "ja", "nein"],
		["Kort OK", "Ja", "Nej"],
		["Card not valid", "N", "Y"],
	])("%s: %s or %s", async (column, usual, odd) => {
		const checked = await examined(file(column, usual, odd, usual, usual))
		expect([onlyQuestion(checked).id, found(checked)]).toEqual(["dead-cards", ["card.dead 3"]])
	})
})

test.each([
	["Do not charge", ["N", "N"]],
	["Do not charge", ["", ""]],
	["OK to charge", ["Y", "Y"]],
	["Kund OK", ["Ja", "Ja"]],
	["Zahlungssperre aufgehoben", ["ja", "ja"]],
	["Newsletter", ["Y", "N"]],
	["Marketing OK", ["Y", "N"]],
	["OK to email", ["Y", "N"]],
	["OK to text", ["Y", "N"]],
	["Do not contact", ["N", "Y"]],
	["Får kontaktas", ["Ja", "Nej"]],
	["Foto ok", ["Ja", "Nej"]],
	["Paper billing allowed", ["Y", "N"]],
	["Charge VAT", ["Y", "N"]],
	["Bill with parent", ["Y", "N"]],
	["Ej påminnelseavgift", ["Ja", "Nej"]],
	["Faktureras via e-post", ["Ja", "Nej"]],
	["E-faktura", ["Ja", "Nej"]],
	["Autogiro", ["Ja", "Nej"]],
	["Direct debit", ["Y", "N"]],
	["Betald", ["Ja", "Nej"]],
	["Last payment OK", ["Y", "N"]],
	["Payment terms OK", ["Y", "N"]],
	["Payment method allowed", ["card", "invoice"]],
	["Invoice No", ["1001", "1002"]],
	["Mahnsperre", ["nein", "ja"]],
	["E-post godkänd", ["Ja", "Nej"]],
	["Giltig till", ["2026-12-31", "2027-12-31"]],
	["auto_collection", ["on", "off"]],
])("%s says nothing of who may be charged where it is %j", async (column, cells) => {
	const checked = await examined(file(column, ...cells, ...cells))
	expect([checked.questions.map(({ id }) => id), checked.customers]).toEqual([[], 4])
})

test.each([
	["Får debiteras", "whether somebody may be charged"],
	["Faktureras", "whether somebody may be charged"],
	["Do not charge", "whether somebody may be charged"],
	["Approved", "whether somebody is valid"],
])("%s is told as %s where it stands so for everybody", async (column, reason) => {
	const usual = column.startsWith("Do not") ? "N" : "Ja"
	const { decision } = await examined(file(column, usual, usual, usual, usual))
	expect(decision?.columns.find((one) => one.column === column)?.reason).toBe(reason)
})
