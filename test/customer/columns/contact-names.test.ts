import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf, namesOf } from "../contacts-of.ts"

const rows = ["SCI Les Tilleuls;Collet;Inès", "Hôtel du Lac;Renaud;Nathalie", "Gérard Fournier;;"]

describe("both halves of the name of somebody at the customer are one name, and the customer has its own", () => {
	test.each([
		["Raison sociale / Nom;Nom (contact);Prénom (contact)", "company"],
		["Raison sociale;Nom contact;Prénom contact", "company"],
		["Nom;Nom contact;Prénom contact", "name"],
		["Nom client;Nom du contact;Prénom du contact", "name"],
		["Företag;Kontakt namn;Kontakt förnamn", "company"],
		["Firma;Name Kontakt;Vorname Kontakt", "company"],
		["Company;Contact last name;Contact first name", "company"],
	])("%s", (header, field) => {
		const { asked, mapping } = contactsOf(header, rows)
		const [own = "", last = "", first = ""] = header.split(";")
		expect(asked).toEqual([])
		expect(mapping.columns).toMatchObject({ [own]: field, [last]: "lastName", [first]: "firstName" })
		expect(namesOf(header, rows, { first: { name: own } }).names).toEqual([
			"SCI Les Tilleuls",
			"Hôtel du Lac",
			"Gérard Fournier",
		])
		expect(namesOf(header, rows, { first: { name: first } }).names).toEqual([
			"Inès | Collet",
			"Nathalie | Renaud",
			"Gérard Fournier",
		])
		// Until it is said whether a company or a person is the customer no row is sent with either.
		const unsaid =
			field === "company" ? ["value.two-columns", "value.two-columns"] : ["SCI Les Tilleuls", "Hôtel du Lac"]
		expect(namesOf(header, rows).names.slice(0, 2)).toEqual(unsaid)
	})

	test("of a whole name beside one the first name is in there", () => {
		const whole = ["SCI Les Tilleuls;Inès Collet;Inès", "Hôtel du Lac;Nathalie Renaud;Nathalie"]
		const { asked, mapping } = contactsOf("Company;Contact name;Contact first name", whole)
		expect(asked).toEqual([])
		expect(mapping.columns).toMatchObject({ Company: "company", "Contact name": "name", "Contact first name": null })
	})

	test("and the customer's where there is no other", () => {
		expect(namesOf("Nom contact;Prénom contact", ["Collet;Inès", "Renaud;Nathalie"])).toEqual({
			asked: [],
			names: ["Inès | Collet", "Nathalie | Renaud"],
		})
	})
})

describe("half of it alone", () => {
	test.each([
		"Société;Prénom contact",
		"Raison sociale / Nom;Prénom (contact)",
		"Firma;Vorname Kontakt",
		"Company;Contact first name",
		"Company;Contact last name",
	])("is left out beside a company: %s", (header) => {
		expect(namesOf(header, ["SCI Les Tilleuls;Inès", "Hôtel du Lac;Nathalie"])).toEqual({
			asked: [],
			names: ["SCI Les Tilleuls", "Hôtel du Lac"],
		})
	})

	test.each(["Nom;Prénom contact", "Name;Vorname Kontakt", "Efternamn;Kontakt förnamn", "Surname;Contact first name"])(
		"makes no name with another's unasked: %s",
		(header) => {
			const people = ["Ek;Inès", "Berg;Nathalie"]
			const question = contactsOf(header, people).questions[0]
			if (question === undefined) throw new Error("nothing is asked")
			const said = (id: string) => namesOf(header, people, answered(noAnswers, question, [id]))
			expect(said("none")).toEqual({ asked: [], names: ["Ek", "Berg"] })
			expect(said("half")).toEqual({ asked: [], names: ["Inès | Ek", "Nathalie | Berg"] })
		},
	)
})
