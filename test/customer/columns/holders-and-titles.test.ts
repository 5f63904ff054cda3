import { expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const people = ["Anna Ek", "Bo Lind", "Cai Berg", "Dag Holm"]
const rows = people.map((name, row) => [`${row + 1}`, `A-${row}`, name, `a${row}@mail.se`, "", "070-123 45 67"])

test("the holder of a contract is on offer where the file has no other name", () => {
	const names = ["Kundnr", "Avtalsnr", "Avtalsinnehavare", "Avtal E-post", "Medsökande", "Avtal telefon"]
	expect(usedIn(decisionOf(names, rows))).toMatchObject({ Avtalsinnehavare: "name", "Avtal E-post": "email" })
	const filled = rows.map((cells, row) => cells.with(4, people[3 - row] ?? ""))
	const asked = decisionOf(names, filled)
	const offered = asked.questions.flatMap(({ id, answers }) => (id === "name" ? answers.map((one) => one.id) : []))
	expect(offered.length === 0 ? usedIn(asked).Avtalsinnehavare : offered[0]).toMatch(/^(?:name|Avtalsinnehavare)$/)
})

test("the holder of a contract is none beside a name of the customer's own", () => {
	const used = usedIn(decisionOf(["Kundnr", "Avtalsnr", "Avtalsinnehavare", "E-post", "X", "Namn"], rows))
	expect(used).not.toHaveProperty("Avtalsinnehavare")
})

test("Intitulé is the name", () => {
	const clients = [
		["411AB", "SARL Aubert", "a@free.fr", "EUR"],
		["411BO", "Odile Bonnet", "b@free.fr", "EUR"],
	]
	const decision = decisionOf(["Code client", "Intitulé", "E-mail", "Devise"], clients)
	expect([askedIn(decision), usedIn(decision).Intitulé]).toEqual([[], "name"])
})

const debtors = (...numbers: readonly string[]) =>
	numbers.map((number, row) => [number, people[row] ?? "", `DE8937040044053201300${row}`])

test("Konto beside an IBAN is the customer number where its values are none of a bank", () => {
	const decision = decisionOf(["Konto", "Name", "IBAN"], debtors("10000", "10100", "10200", "10300"))
	expect([askedIn(decision), usedIn(decision).Konto]).toEqual([[], "number"])
})

test.each([
	[
		"as long as those of a bank",
		["Konto", "Name", "IBAN"],
		debtors("532013000", "532013001", "532013002", "532013003"),
	],
	["of an IBAN", ["Konto", "Name", "IBAN"], debtors("13000", "13001", "13002", "13003")],
	["beside a bank code", ["Konto", "Name", "BLZ"], debtors("10000", "10100", "10200", "10300")],
])("numbers of accounts %s are asked about", (_, names, cells) => {
	expect(askedIn(decisionOf(names, cells))).toContain("number")
})
