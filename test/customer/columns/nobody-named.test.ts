import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { readHeader } from "../../../src/customer/headers/read-header.ts"
import { sample } from "../../sample.ts"
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
			"By its name it is a product, plan or price. Its values look like the name, and no other column is it.",
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

describe("a name in two columns that nobody knows whose it is", () => {
	const halves = ["Camille;PERRIN", "Luc;GIRARD", "Odile;NOËL"]
	const file = (header: string, rows = halves) =>
		contactsOf(
			`${header};Courriel`,
			rows.map((row, at) => `${row};${at}@free.fr`),
		)

	test.each([
		"Prénom du concessionnaire;Nom du concessionnaire",
		"Grabnutzungsberechtigter Vorname;Grabnutzungsberechtigter Name",
	])("of who has a contract is the customer's: %s", (header) => {
		const { asked, contacts } = file(header)
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ name: { first: "Camille", last: "PERRIN" } }, {}, {}])
	})

	test.each([
		"Prénom du xqant;Nom du xqant",
		"Sökandes förnamn;Sökandes efternamn",
		"Xqant first name;Xqant name",
		"Foo;Bar",
	])("is asked about: %s", (header) => {
		const [question, ...more] = file(header).questions
		expect([question?.id, more]).toEqual(["name", []])
		const answers = question && answered(noAnswers, question, ["halves"])
		expect(
			contactsOf(
				`${header};Courriel`,
				halves.map((row) => `${row};`),
				answers,
			),
		).toMatchObject({
			asked: [],
			contacts: [{ name: { first: "Camille", last: "PERRIN" } }, {}, {}],
		})
	})

	test("together with whole names, of whoever died, and still once those are left out", () => {
		const header = "Prénom du xqant;Nom du xqant;Défunt"
		const rows = halves.map((row, at) => `${row};Jean ${["Abc", "Bcd", "Cde"][at]}`)
		const [question] = contactsOf(header, rows).questions
		expect(question?.answers.map(({ id }) => id)).toEqual(["halves", "Nom du xqant", "Défunt", "none"])
		expect(contactsOf(header, rows, { columns: { Défunt: null } }).asked).toEqual(["name"])
	})

	test("but no words that come again, nor what is known otherwise", () => {
		const kinds = Array.from({ length: 9 }, (_, at) => ["Red;Small", "Blue;Large", "Green;Huge"][at % 3] ?? "")
		expect(file("Foo;Bar", kinds).asked).toEqual([])
		expect(
			contactsOf(
				"Name;Foo;Bar",
				halves.map((row, at) => `Ann Hill ${"abc"[at]};${row}`),
			).asked,
		).toEqual([])
	})
})

test("nobody is created without a name in silence where a column has names, whatever it is called", () => {
	const first = fc.constantFrom(
		"Imogen",
		"Alistair",
		"Odile",
		"Göran",
		"Jean-Luc",
		"Aino",
		"Zofia",
		"Noé",
		"Bo",
		"Ylva",
	)
	const last = fc.constantFrom(
		"Ravenscroft",
		"CARRUTHERS",
		"Noël",
		"Åkesson",
		"O’Brien",
		"Laine",
		"Żak",
		"Dupont",
		"Ek",
	)
	// `Kodfax` is a word.
	const isUnknown = (word: string) => readHeader(word).foreign === undefined && readHeader(word).meanings.length === 0
	const word = fc.stringMatching(/^[bdfgkqvxz][aeiou][bdfgkqvxz]{2}[aeiou][kqvxz]$/).filter(isUnknown)
	const known = fc.constantFrom(
		"Price",
		"Fee",
		"Plan",
		"Order",
		"Department",
		"Meter",
		"Delivery",
		"Contract",
		"Sales rep",
		"Status text",
		"Défunt",
	)
	const of = (...forms: readonly string[]) =>
		fc.tuple(fc.constantFrom(...forms), word).map(([form, one]) => form.replace("X", one))
	const whole = fc.oneof(of("X", "X name", "Nom du X", "Namn X", "X-Name", "Nombre de X"), known)
	const parts = fc.oneof(
		of("Prénom du X;Nom du X", "X first name;X last name", "X förnamn;X efternamn", "Vorname X;Nachname X"),
		fc
			.tuple(word, word)
			.filter(([one, other]) => one !== other)
			.map((both) => both.join(";")),
	)
	const written = fc.constantFrom(
		(one: string, other: string) => `${one} ${other}`,
		(one: string, other: string) => `${other}, ${one}`,
		(one: string, other: string) => `${other.toUpperCase()} ${one}`,
	)
	const people = fc.uniqueArray(fc.tuple(first, last), {
		minLength: 3,
		maxLength: 8,
		selector: (both) => both.join(" "),
	})
	const differ = (all: readonly (readonly string[])[]) =>
		[0, 1].every((at) => new Set(all.map((one) => one[at])).size >= all.length * 0.7)
	const inParts = fc
		.tuple(parts, people.filter(differ))
		.map(([header, all]) => ({ header, rows: all.map((both) => both.join(";")) }))
	const inOne = fc
		.tuple(whole, people, written)
		.map(([header, all, write]) => ({ header, rows: all.map(([one, other]) => write(one, other)) }))
	fc.assert(
		fc.property(
			fc.oneof(inOne, inParts),
			fc.constantFrom("Email", "Country", "Currency"),
			({ header, rows }, other) => {
				const cells = { Email: "a@example.com", Country: "GB", Currency: "GBP" }[other]
				const { asked, contacts } = contactsOf(
					`${header};${other}`,
					rows.map((row) => `${row};${cells}`),
				)
				const areNamed = contacts.every((contact) => typeof contact === "object" && contact.name !== undefined)
				return asked.length > 0 || areNamed
			},
		),
		{ numRuns: sample(100) },
	)
})
