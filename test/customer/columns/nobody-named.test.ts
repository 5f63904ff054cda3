import { describe, expect, test } from "vitest"
import { contactsOf, namesOf } from "../contacts-of.ts"

/** Names, as no plan and no fee is called. */
const people = ["Imogen Ravenscroft", "Alistair Carruthers", "Thistlewood & Sons Ltd"]

/** @param column the only one that may have names @param values of its rows */
const asked = (column: string, values = people, other = "Email;Country;Currency", cells = "i@example.com;GB;GBP") =>
	namesOf(
		`${column};${other}`,
		values.map((value, row) => `${value};${row}${cells}`),
	)

describe("where nobody has a name", () => {
	test.each([
		"Price",
		"Preis Kunde",
		"Rate",
		"Contract customer",
		"Fee",
		"Plan",
		"Order",
		"Department",
		"Meter",
		"Delivery",
		"Xq",
		"Sales rep",
	])("a column of names is asked about, whatever its name says: %s", (column) => {
		expect(asked(column).asked).toEqual(["name"])
	})

	test("the question says what its name says", () => {
		const [question] = contactsOf(
			"Price;Email",
			people.map((name, row) => `${name};${row}i@example.com`),
		).questions
		expect(question?.why).toBe(
			"By its name it is a product, plan or price, its values look like the name, and no other column is it.",
		)
	})

	test.each([["Name"], ["Company"], ["Surname"]])("so it is where the column for them is empty: %s", (named) => {
		const { asked } = namesOf(
			`${named};Price`,
			people.map((name) => `;${name}`),
		)
		expect(asked.length).toBe(1)
	})

	test("but not what few plans are called, nor numbers, nor single words", () => {
		const many = Array.from({ length: 12 }, (_, row) => ["Gold plan", "Silver plan"][row % 2] ?? "")
		expect(asked("Plan", many).asked).toEqual([])
		expect(asked("Fee", ["120.00", "80.00", "90.00"]).asked).toEqual([])
		expect(asked("Plan", ["gold", "silver", "bronze"]).asked).toEqual([])
		expect(
			asked(
				"Price;Name",
				people.map((name, row) => `${name};Ann Hill${row}`),
			).asked,
		).toEqual([])
	})
})

describe("who pays or holds something", () => {
	test.each([
		"Ratepayer",
		"Gebührenschuldner",
		"Planholder",
		"Taxpayer",
		"Sopimusasiakas",
		"Tariefhouder",
		"Redevable",
	])("is the customer: %s", (column) => {
		expect(asked(column)).toEqual({ asked: [], names: people })
	})
})

test("names are no identity numbers", () => {
	expect(
		asked(
			"Identity number;Name",
			people.map((name) => `${name};${name}`),
		).asked,
	).toEqual(["identityNumber"])
	expect(asked("VAT number", people).asked).toEqual(["identityNumber"])
	expect(asked("VAT number;Name", ["GB123456789;Ann Hill", "IE1234567FA;Bo Fox", "x;Cy Cox"]).asked).toEqual([])
})

describe("a second person", () => {
	test("of a numbered pair is asked about once, and row by row", () => {
		const { asked, mapping } = contactsOf("Medlem 1;Medlem 2", [
			"Nils Ekdahl;Elin Myrberg",
			"Bo Tjäder;",
			"Ann Fält;Ylva Fält",
		])
		expect(asked).toEqual([])
		expect(mapping.columns).toMatchObject({ "Medlem 1": "name", "Medlem 2": "name" })
	})

	test.each(["Co-titulaire", "Joint holder", "Mitinhaber"])("is no part of the street beside it: %s", (second) => {
		const { asked, contacts } = contactsOf(`Nom du client;${second};Adresse;Code postal;Ville`, [
			"Noé Aubry;Hélène Aubry;15 rue Foch;35000;Rennes",
			"Loïc Hervé;;9 bd Voltaire;69003;Lyon",
		])
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ name: "Noé Aubry", address: { street: "15 rue Foch" } }, { name: "Loïc Hervé" }])
	})
})
