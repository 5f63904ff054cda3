import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { examiner, found, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const file = (column: string, ...cells: string[]) => [
	`Kundnr;Namn;${column};Valuta;Korttoken`,
	...cells.map((cell, at) => `100${at};${names[at % names.length]};${cell};SEK;${token(at)}`),
]
const names = ["Anna Öberg", "Erik Åkesson", "Karin Malm", "Lars Lindqvist", "Eva Dahl"]

describe("who is to be moved is asked before anything is sent", () => {
	test.each([
		["Flyttas till Intergiro", "Ja", "Nej"],
		["Ska importeras", "J", "N"],
		["Importeras? J/N", "J", "N"],
		["Migreras", "x", ""],
		["Ej flytt", "", "x"],
		["Ta bort", "", "Ja"],
		["Delete?", "N", "Y"],
		["Exclude", "", "x"],
		["Include", "1", "0"],
		["Do not migrate", "", "x"],
		["Übernehmen", "ja", "nein"],
		["Nicht übertragen", "", "x"],
		["Skal ikke overføres", "", "x"],
		["Skal flyttes til Intergiro", "ja", "nei"],
		["À exclure", "", "oui"],
		["À reprendre", "oui", "non"],
		["Siirretään Intergirolle", "kyllä", "ei"],
		["A migrar", "sí", "no"],
		["Da trasferire", "sì", "no"],
		["Do przeniesienia", "tak", "nie"],
		["Meenemen naar Intergiro", "ja", "nee"],
		["Redan i Intergiro", "Nej", "Ja"],
		["Imported", "", "2025-03-01"],
		["Samtycke kortflytt", "Ja", "Nej"],
		["Card migration consent", "Yes", "No"],
		["Card storage consent", "Yes", "No"],
		["Card on file consent", "Yes", "No"],
		["Card on file consent", "Given", "Withdrawn"],
		["Samtycke sparat kort", "Ja", "Nej"],
		["Einwilligung Kartenspeicherung", "ja", "nein"],
		["Tokenisering", "OK", "Misslyckades"],
		["Account On Hold", "N", "Y"],
		["Skal med over", "ja", "nei"],
		["Skal med", "x", ""],
		["Ska följa med", "ja", "nej"],
		["Tas med", "ja", "nei"],
		["Med til ny", "ja", "nej"],
		["Umziehen", "ja", "nein"],
		["Consenso cessione dati a terzi", "SI", "NO"],
	])("%s: %s or %s", async (column, come, stay) => {
		const checked = await examined(file(column, come, come, stay, come))
		const question = onlyQuestion(checked)
		expect([question.id, question.needed, question.several]).toEqual([`status.${column}`, true, true])
		const id = stay === "" ? "(empty)" : stay.toLowerCase()
		expect(question.answers.map((one) => one.id)).toContain(id)
		const after = await examined(file(column, come, come, stay, come), answered(noAnswers, question, [id]))
		expect([after.questions, found(after)]).toEqual([[], ["row.left-out 4"]])
		expect((await sentBy(after)).map(({ number }) => number)).toEqual(["1000", "1001", "1003"])
		const all = await examined(file(column, come, come, stay, come), answered(noAnswers, question, []))
		expect([all.questions, all.customers]).toEqual([[], 4])
	})

	test("where all rows say no to being moved, they are not sent", async () => {
		const checked = await examined(file("Flyttas till Intergiro", "Nej", "Nej", "Nej", "Nej"))
		const question = onlyQuestion(checked)
		expect(question.answers.map(({ id }) => id)).toEqual(["sent", "left-out"])
		const after = await examined(
			file("Flyttas till Intergiro", "Nej", "Nej", "Nej", "Nej"),
			answered(noAnswers, question, ["left-out"]),
		)
		expect(after.customers).toBe(0)
	})

	test("a value that nobody was asked about is asked about", async () => {
		const before = await examined(file("Flyttas", "Ja", "Nej", "Ja"))
		const said = answered(noAnswers, onlyQuestion(before), ["nej"])
		const again = await examined(file("Flyttas", "Ja", "Nej", "Ja", ""), said)
		expect(onlyQuestion(again).answers.map(({ id }) => id)).toEqual(["sent", "left-out"])
		const uniform = await examined(file("Flyttas", "", "", "", "kanske"), said)
		expect(uniform.questions.map(({ id }) => id)).toEqual(["status.Flyttas"])
	})

	test("more dates than anybody looks through are asked about together, and not of those without one", async () => {
		const dates = Array.from({ length: 20 }, (_, at) => (at === 3 ? "" : `2025-03-${at + 1}`))
		const checked = await examined(file("Importerad", ...dates))
		const after = await examined(file("Importerad", ...dates), answered(noAnswers, onlyQuestion(checked), ["left-out"]))
		expect((await sentBy(after)).map(({ number }) => number)).toEqual(["1003"])
	})
})

test.each([
	["VAT included", ["Y", "N"]],
	["Moms inkluderad", ["Ja", "Nej"]],
	["Accepts Marketing", ["yes", "no"]],
	["Marketing consent", ["yes", "no"]],
	["Samtycke nyhetsbrev", ["Ja", "Nej"]],
	["Samtykke e-post", ["ja", "nei"]],
	["Delete?", ["N", ""]],
	["Account On Hold", ["N", "N"]],
	["Card migration consent", ["Yes", "Yes"]],
	["Import date", ["2025-03-01", "2025-03-02"]],
	["Imported", ["2025-03-01", "2025-03-02"]],
	["Flyttas till Intergiro", ["", ""]],
	["Import source", ["Webb", "Butik"]],
	["Important", ["yes", "no"]],
	["Cesión imagen", ["Sí", "No"]],
	["Cesión de derechos de imagen", ["Sí", "No"]],
	["Fotosamtycke", ["Ja", "Nej"]],
	["Einwilligung Bilder", ["ja", "nein"]],
	["Cessione immagini", ["SI", "NO"]],
	["Importe", ["1", "0"]],
	["Newsletter", ["yes", "no"]],
	["Einwilligung", ["ja", "nein"]],
	["Zustimmung", ["J", "N"]],
	["Samtycke", ["Ja", "Nej"]],
	["Samtykke", ["J", "N"]],
	["Suostumus", ["K", "E"]],
	["Consent", ["Y", "N"]],
	["GDPR", ["Y", "N"]],
	["Weinclub", ["ja", "nein"]],
	["Inclusive", ["yes", "no"]],
	["Conservatoire", ["oui", "non"]],
	["Signora", ["si", "no"]],
	["Shoppar", ["Ja", "Nej"]],
	["Mahnstufe", ["0", "1"]],
	["Dunning level", ["0", "1"]],
	["mandate.status", ["active", "cancelled"]],
	["GA Cancelled", ["", "03/02/2024"]],
	["DD cancelled", ["", "03/02/2024"]],
	["Mandate cancelled", ["", "2024-02-03"]],
	["Autogiro avslutat", ["", "2024-02-03"]],
	["AvtaleGiro opphørt", ["", "2024-02-03"]],
	["BS afmeldt", ["", "2024-02-03"]],
	["Tidning avslutad", ["", "2024-02-03"]],
	["Försäkring upphörd", ["", "2024-02-03"]],
	["SEPA gekündigt am", ["", "03.02.2024"]],
	["Household", ["1", "0"]],
	["Hold", ["Svømning 2", "Svømning 2"]],
])("%s says nothing of who is to be moved where it is %j", async (column, cells) => {
	const checked = await examined(file(column, ...cells, ...cells))
	expect([checked.questions.map(({ id }) => id), checked.customers]).toEqual([[], 4])
})
