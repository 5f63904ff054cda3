import { describe, expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { tokenOf } from "./cells.ts"

const people = ["Niamh Doyle", "Rhys Nutt", "Edith Langley"]
/** What is decided of columns whose values stand between semicolons, beside a name and, where none is given, a number. */
const decided = (header: string, rows: readonly string[]) => {
	const names = header.split(";")
	return decisionOf(
		["Name", ...names],
		rows.map((row, at) => [people[at] ?? "", ...row.split(";")]),
	)
}

describe("the only card tokens of a file are sent, of a column that says that they are tokens", () => {
	const tokens = [1, 2, 3].map((row) => `${row};${tokenOf(row)}`)

	test.each([
		"Carte tokenisée",
		"Kortpolett",
		"Tokenized card",
		"Intergiro",
		"Zahlungsmittel-Token",
		"Karte tokenisiert",
	])("%s", (column) => {
		const decision = decided(`Kundnr;${column}`, tokens)
		expect([askedIn(decision), usedIn(decision)]).toMatchObject([[], { [column]: "token" }])
	})

	test.each(["Intergiro", "Zahlungsmittel-Token", "Payment method token", "Carte tokenisée", "Intergiro customer"])(
		"but not what else is called so: %s",
		(column) => {
			const decision = decided(`Kundnr;${column}`, ["1;pm_8h3d", "2;pm_9k2s", "3;pm_7f1a"])
			expect(usedIn(decision)).not.toHaveProperty(column)
		},
	)

	test("and beside others they are asked about", () => {
		const two = [1, 2, 3].map((row) => `${row};${tokenOf(row)};${tokenOf(row, "b")}`)
		expect(askedIn(decided("Kundnr;Card token;Intergiro", two))).toEqual(["token"])
	})
})

describe("who sent somebody is no part of an address", () => {
	test.each(["Adressé par", "Adressée par", "Recommandé par"])("%s", (column) => {
		const decision = decided(`Numéro client;Adresse;Code postal;Ville;${column}`, [
			"1;5 rue Hoche;69006;Lyon;",
			"2;88 cours Vitton;69006;Lyon;Mme Lacoste",
		])
		expect([askedIn(decision), usedIn(decision)]).toMatchObject([[], { Adresse: "street" }])
		expect(usedIn(decision)).not.toHaveProperty(column)
	})

	test("while an address by default is one", () => {
		expect(usedIn(decided("Numéro client;Adresse par défaut", ["1;5 rue Hoche"]))).toHaveProperty("Adresse par défaut")
	})
})

describe("a name in two languages of which one is not known", () => {
	test.each([
		["Xqdress / Lähiosoite", "Strandgatan 12", "street"],
		["Telefon / Xqvz", "070-123 45 67", "phone"],
		["Xqvz | E-post", "a@example.com", "email"],
	])("is what the other says: %s", (column, value, field) => {
		const decision = decided(`Kundnr;${column}`, [`1;${value}`])
		expect([askedIn(decision), usedIn(decision)[column]]).toEqual([[], field])
	})

	test.each([
		["Xqvz / Card token", tokenOf(1)],
		["Xqvz / Stad / Lähiosoite", "Strandgatan 12"],
	])("is nothing for certain where it is of a card, or of more: %s", (column, value) => {
		expect(askedIn(decided(`Kundnr;Postnr;Stad;${column}`, [`1;111 22;Malmö;${value}`]))).toHaveLength(1)
	})

	test("is asked about where it is a name, of which another column may have a part", () => {
		const decision = decisionOf(
			["Kundnr", "Betrieb / Vxname", "Betriebsführer/in"],
			[
				["1", "Moar Hof", "Hofer Matthias"],
				["2", "Sepplbauer", "Pühringer Josef"],
			],
		)
		expect(askedIn(decision)).toEqual(["name"])
		const labels = decision.questions[0]?.answers.map(({ label }) => label) ?? []
		for (const column of ["Betrieb / Vxname", "Betriebsführer/in"])
			expect(labels).toContain(`"${column}" is the whole name`)
	})

	test("is not where the values say otherwise, or another column says it alone", () => {
		expect(usedIn(decided("Kundnr;Xqvz / E-post", ["1;ja", "2;nej"]))).not.toHaveProperty("Xqvz / E-post")
		expect(usedIn(decided("Kundnr;E-post;Xqvz / E-post", ["1;a@b.se;c@d.se"]))).not.toHaveProperty("Xqvz / E-post")
	})
})

describe("whoever takes part is the customer", () => {
	test.each(["Ernteteiler*in", "Pate/Patin", "Pate"])("%s", (column) => {
		const rows = people.map((name, at) => ["P" + at, name])
		const decision = decisionOf(["Kundennummer", column], rows)
		expect([askedIn(decision), usedIn(decision)[column]]).toEqual([[], "name"])
	})

	test("by their number", () => {
		const decision = decided("Paten-Nr.;Urkunde auf Name", ["P1;Emily Radtke", "P2;Li Ek", "P3;Bo By"])
		expect([askedIn(decision), usedIn(decision)]).toEqual([[], { "Paten-Nr.": "number", Name: "name" }])
	})
})

test("nobody is known by a list of numbers", () => {
	const [question] = decided("Ticket No;Numbers", ["LT1;4,11,19,26 / QP", "LT2;7,14,21,28", "LT3;QP x5"]).questions
	expect(question?.answers.map(({ id }) => id)).not.toContain("Numbers")
	const single = decided("Numbers;Xy", ["4711;a", "4712;b", "4713;c"])
	expect(usedIn(single)).toMatchObject({ Numbers: "number" })
})

describe("the road of something else", () => {
	const rows = (road: readonly string[]) =>
		road.map((name, at) => `${at + 1};Myrveien ${at + 4};2020;Skedsmokorset;Turufjell;${name};Helg`)
	const header = (home: string) => `Kundenr;${home};Postnr;Poststed;Hyttefelt;Vei;Avtale`

	test("is left out beside the address of a home", () => {
		const decision = decided(header("Hjemmeadresse"), rows(["Tiurvegen", "Orrevegen", "Tiurvegen"]))
		expect(askedIn(decision)).toEqual([])
		expect(usedIn(decision)).toMatchObject({ Hjemmeadresse: "street" })
		expect(usedIn(decision)).not.toHaveProperty("Vei")
	})

	test("is asked about where it has numbers, or the address is not said to be a home's", () => {
		expect(askedIn(decided(header("Hjemmeadresse"), rows(["Tiurvegen 3", "Orrevegen 5", "Tiurvegen 7"])))).toEqual([
			"street",
		])
		expect(askedIn(decided(header("Adresse"), rows(["Tiurvegen", "Orrevegen", "Tiurvegen"])))).toEqual(["street"])
	})
})

describe("the number of a company in its register", () => {
	const rows = ["1;Nord OÜ;14900101;EE102000101", "2;Fjord OÜ;14900102;", "3;Saudade OÜ;14900104;EE102000104"]
	const companies = (header: string, cells = rows) =>
		decisionOf(
			header.split(";"),
			cells.map((row) => row.split(";")),
		)

	test("goes before its VAT number, which only some have", () => {
		const { mapping, questions } = companies("client_id;company_name;reg_code;vat_no")
		expect(questions).toEqual([])
		expect(mapping).toMatchObject({ columns: { reg_code: "identityNumber" }, first: { identityNumber: "reg_code" } })
	})

	test.each([
		["of persons", "client_id;full_name;reg_code;vat_no", rows],
		["of cars", "client_id;company_name;reg_code;vat_no", rows.map((row) => row.replace(/149001/, "ABC "))],
		["of some", "client_id;company_name;vat_no;reg_code", rows],
	])("is none %s", (_, header, cells) => {
		expect(usedIn(companies(header, cells))).not.toHaveProperty("reg_code")
	})
})

test("half a name is not lost beside a name that nobody knows", () => {
	const decision = decisionOf(
		["TN-Nr.", "TN-Name", "TN-Vorname"],
		[
			["1", "Schäfer", "Björn"],
			["2", "Pfeiffer", "Sabine"],
		],
	)
	expect(askedIn(decision)).toContain("name")
})
