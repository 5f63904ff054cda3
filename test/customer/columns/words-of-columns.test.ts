import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { jwt } from "../jwt.ts"

const table = (header: string, rows: readonly string[]) =>
	decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)
const said = (header: string, rows: readonly string[], id: string, answer: string) => {
	const question = table(header, rows).questions.find((one) => one.id === id)
	if (question === undefined) throw new Error(`${id} is not asked`)
	const cells = rows.map((row) => row.split(";"))
	return decisionOf(header.split(";"), cells, { answers: answered(noAnswers, question, [answer]) })
}
const textOf = ({ text, why, answers }: Question) => [text, why, ...answers.map(({ label }) => label)].join(" ")

describe("a limit in a unit that is no money", () => {
	test.each(["Limit (kW)", "Limit kW", "Limit (kWh)", "Limit (A) (kVA)", "Limit (m3)", "Kreditgräns (kWh)"])(
		"%s",
		(name) => {
			const decision = table(`Kundnr;Namn;${name}`, ["1;Bo Ek;7", "2;An Ek;11"])
			expect([askedIn(decision), usedIn(decision)[name]]).toEqual([[], undefined])
		},
	)

	test.each(["Limit", "Limit (kr)", "Kreditgräns (SEK)", "Credit limit (max)"])("another is one: %s", (name) => {
		expect(usedIn(table(`Kundnr;Namn;${name}`, ["1;Bo Ek;7000", "2;An Ek;1100"]))[name]).toBe("limit")
	})
})

describe("whoever owns something", () => {
	const rows = ["41;Synnøve Myhre;Havnegata 5", "42;Øystein Hagen;Skogveien 81", "43;Hilde Bakken;Kirkevej 2"]
	test.each(["Eier", "Ejer", "Ägare", "Eigentümer", "Propriétaire", "Eigenaar", "Omistaja", "Owner"])(
		"is the customer where the file names nobody else: %s",
		(name) => {
			const decision = table(`Medlemsnr;${name};Adresse`, rows)
			expect([askedIn(decision), usedIn(decision)[name]]).toEqual([[], "name"])
		},
	)

	test("is asked how to reach them, with true words", () => {
		const owners = [
			"41;Anna Ek;Eva Lind;070-123 45 67;070-123 45 68;a@example.com;Torget 1",
			"42;Bo Berg;;070-223 45 67;;b@example.com;Torget 2",
			"43;Li Dahl;;070-323 45 67;;c@example.com;Torget 3",
		]
		const decision = table("Medlemsnr;Eier 1;Eier 2;Mobil eier 1;Mobil eier 2;E-post eier 1;Adresse", owners)
		expect([...askedIn(decision)].sort()).toEqual(["email", "phone"])
		expect(usedIn(decision)).toMatchObject({ "Eier 1": "name", "Eier 2": "name" })
		expect(decision.questions.map(textOf).join()).not.toContain("who the customers are")
	})

	test("is not where it is one of few, as of those who sell", () => {
		const few = [
			"41;Anna Ek;a@example.com",
			"42;Anna Ek;b@example.com",
			"43;Anna Ek;c@example.com",
			"44;Bo Berg;d@example.com",
			"45;Bo Berg;e@example.com",
		]
		expect(askedIn(table("Customer number;Owner;Email", few))).toEqual(["name"])
	})

	test("is somebody else beside a customer", () => {
		const both = ["41;Anna Ek;Bo Berg", "42;Eva Lind;Bo Berg"]
		expect(usedIn(table("Customer number;Name;Owner", both))).toEqual({ "Customer number": "number", Name: "name" })
		expect(usedIn(table("Customer number;Company;Account owner", both))).not.toHaveProperty("Account owner")
	})
})

describe("a flat in a file without streets is no street", () => {
	test.each([
		["Lgh", "1001", "1402", "1603"],
		["Leilighet", "H0303", "H0104", "H0401"],
		["Lejlighed", "1. tv", "st. th", "2. tv"],
		["Room", "Ladybirds", "Caterpillars", "Ladybirds"],
		["Wohnung", "12", "14", "3"],
		["Hausnummer", "12", "14", "3"],
	])("%s: %s", (name, ...values) => {
		const rows = values.map((value, at) => `${at + 1};Bo Ek;${value};891${at}`)
		const decision = table(`Kundnr;Namn;${name};Porttelefon`, rows)
		expect([askedIn(decision), usedIn(decision)]).toEqual([[], { Kundnr: "number", Namn: "name" }])
	})

	test("is one where it holds it", () => {
		const rows = ["1;Bo Ek;Storgatan 4, lgh 1001", "2;An Ek;Parkgatan 9, lgh 1402"]
		expect(usedIn(table("Kundnr;Namn;Lgh", rows)).Lgh).toBe("street")
	})
})

describe("a token that two languages name", () => {
	const rows = [1, 2, 3].map((at) => `${at};Bo Ek;${jwt({ iss: "card", iat: at })}`)
	test.each([
		"Korttitunnus/Korttoken",
		"Kortin tunnus / Korttoken",
		"Card on file (Intergiro)",
		"Kort-token/Card token",
	])("is sent: %s", (name) => {
		const decision = table(`Kundnr;Namn;${name}`, rows)
		expect([askedIn(decision), usedIn(decision)[name]]).toEqual([[], "token"])
	})

	test.each(["Kortnummer/Korttoken", "Processor card ID / Card token"])("is asked: %s", (name) => {
		expect(askedIn(table(`Kundnr;Namn;${name}`, rows))).toEqual(["token"])
	})
})

describe("numbers that any clerk knows", () => {
	test.each(["Ryttarnr", "Kursistnr", "TN-Nr.", "TN-Nummer", "Reiter-Nr.", "Rytternr"])(
		"%s is the customer's",
		(name) => {
			const decision = table(`${name};Namn;Kurs-Nr.`, ["K1;Bo Ek;701", "K2;An Ek;702", "K3;Li Ek;703"])
			expect([askedIn(decision), usedIn(decision)]).toEqual([[], { [name]: "number", Namn: "name" }])
		},
	)

	test("of a course is not", () => {
		expect(usedIn(table("Kurs-Nr.;Kundnr;Namn", ["701;K1;Bo Ek", "702;K2;An Ek"]))).toEqual({
			Kundnr: "number",
			Namn: "name",
		})
	})

	test("QF is money", () => {
		const decision = table("Matricule;Nom;QF", ["A1;Bo Ek;701", "A2;An Ek;702", "A3;Li Ek;1703"])
		expect(decision.questions.map(textOf).join()).not.toContain("QF")
	})
})

describe("where somebody lives", () => {
	test.each(["Beliggenhed", "Beliggenhet"])("%s is the street of a zip code", (name) => {
		const rows = ["1;Bo Ek;Møllevænget 49;9000;Aalborg", "2;An Ek;Kirkevej 23;9000;Aalborg"]
		const decision = table(`Kundenr;Navn;${name};Postnr;By`, rows)
		expect([askedIn(decision), usedIn(decision)[name]]).toEqual([[], "street"])
		const beside = table(
			`Kundenr;Navn;Adresse;${name};Postnr;By`,
			rows.map((row) => row.replace(";9000", ";Andetsteds 7;9000")),
		)
		expect(usedIn(beside)).not.toHaveProperty(name)
	})

	test("Post is the zip code by its values", () => {
		const decision = table("Kundenr;Navn;Adresse;Post;By", [
			"1;Bo Ek;Kirkevej 23;8000;Aarhus",
			"2;An Ek;Kirkevej 2;5000;Odense",
		])
		expect([askedIn(decision), usedIn(decision).Post]).toEqual([[], "zipCode"])
		const mail = table("Kundenr;Navn;Adresse;Post", ["1;Bo Ek;Kirkevej 23;ja", "2;An Ek;Kirkevej 2;nej"])
		expect(usedIn(mail)).not.toHaveProperty("Post")
	})
})

describe("parents and children", () => {
	const pupils = "Kundnr;Naam leerling;Voornaam leerling;Instrument;Naam ouder;Voornaam ouder;E-mail ouder"
	const rows = [
		"1;de Vries;Ineke;Viool;de Vries;Hanneke;h@example.com",
		"2;van den Berg;Lotte;Viool;van den Berg;Jan;j@example.com",
		"3;Brouwer;Daan;Piano;Brouwer;Lotte;l@example.com",
	]

	test("have one last name, and are two", () => {
		expect(askedIn(table(pupils, rows))).toEqual(["customer"])
		expect(usedIn(said(pupils, rows, "customer", "payer"))).toEqual({
			Kundnr: "number",
			"Naam ouder": "lastName",
			"Voornaam ouder": "firstName",
			"E-mail ouder": "email",
		})
		expect(usedIn(said(pupils, rows, "customer", "served"))).toEqual({
			Kundnr: "number",
			"Naam leerling": "lastName",
			"Voornaam leerling": "firstName",
		})
	})

	test("are one where all of the name is the same", () => {
		const same = rows.map((row) => row.replace(/(;[^;]*;[^;]*)(;[^;]*)(;[^;]*;[^;]*)(;[^;]*)$/, "$1$2$1$4"))
		expect(askedIn(table(pupils, same))).not.toContain("customer")
	})

	const swimmers = "Klantcode;Kind;Betaler;Relatie;Adres;Plaats"
	const swim = [
		"Z1;Anouk Hoekstra;Jan Hoekstra;vader;Kerkweg 3;Tiel",
		"Z2;Willem Kuipers;Marieke Kuipers;opa;Kerkweg 4;Tiel",
		"Z3;Joost Bakker;Pieter Bakker;moeder;Kerkweg 5;Tiel",
	]

	test("are two in Dutch, where a Kind is a child", () => {
		expect(askedIn(table(swimmers, swim))).toEqual(["customer"])
		expect(usedIn(said(swimmers, swim, "customer", "payer"))).toMatchObject({ Betaler: "name" })
		expect(usedIn(said(swimmers, swim, "customer", "served"))).toMatchObject({ Kind: "name" })
	})

	test("in English it is a kind", () => {
		const decision = table(
			"Customer number;Kind;Payer;Address;City",
			swim.map((row) => row.replace(/;[^;]*(;[^;]*);[^;]*/, ";Retail$1")),
		)
		expect([askedIn(decision), usedIn(decision)]).toEqual([
			[],
			{ "Customer number": "number", Payer: "name", Address: "street", City: "city" },
		])
	})

	const reached = "N° élève;Nom;Prénom;Adresse;Ville;Tél. parents;Mail parents;Payé par"
	const calls = [
		"26;Lefèvre;Pierre;2 rue Haute;Nantes;06 37 83 25 61;p@example.com;grands-parents",
		"27;Dubois;Guy;3 rue Haute;Nantes;06 12 27 47 94;g@example.com;",
		"28;Bonnet;Sylvie;4 rue Haute;Nantes;06 16 91 42 64;s@example.com;voir Pierre",
	]

	test("are reached by the parents, whom nobody names", () => {
		expect([...askedIn(table(reached, calls))].sort()).toEqual(["email", "phone"])
		expect(usedIn(said(reached, calls, "email", "Mail parents"))).toMatchObject({
			"N° élève": "number",
			Nom: "lastName",
			Prénom: "firstName",
			"Mail parents": "email",
		})
		expect(usedIn(said(reached, calls, "phone", "Tél. parents"))).toMatchObject({ "Tél. parents": "phone" })
	})

	test.each(["grands-parents", "Mère", "mamma/pappa", "Mormor", "Eltern"])(
		"a payer who is called %s has no name",
		(word) => {
			const rows = ["1;Bo Ek;a@example.com;", "2;An Ek;b@example.com;", "3;Li Ek;c@example.com;"]
			const decision = table(
				"Kundnr;Namn;E-post;Betalas av",
				rows.map((row) => `${row}${word}`),
			)
			expect([askedIn(decision), usedIn(decision)]).toEqual([[], { Kundnr: "number", Namn: "name", "E-post": "email" }])
		},
	)

	test("one who has a name is asked about", () => {
		const rows = ["1;Bo Ek;a@example.com;Per Ek", "2;An Ek;b@example.com;Lars Berg"]
		expect(askedIn(table("Kundnr;Namn;E-post;Betalas av", rows))).toEqual(["customer"])
	})
})

describe("who the customers are", () => {
	const header = "Pat nr;Namn;Room;Betalningsansvarig;Adress;Postadress"
	const rows = [
		"1;Bo Ek;Grodan;Per Ek;Kyrkvägen 3;291 31 Kristianstad",
		"2;An Berg;Ankan;;Kyrkvägen 5;981 31 Kiruna",
		"3;Li Dahl;Ankan;;Kyrkvägen 7;981 31 Kiruna",
	]

	test("names no street that is none", () => {
		const decision = table(header, rows)
		const question = decision.questions.find(({ id }) => id === "customer")
		expect(question && textOf(question)).toContain('street "Adress", zip code "Postadress", city "Postadress"')
		expect(question && textOf(question)).not.toContain("Room")
		expect(usedIn(decision).Postadress).toEqual(["zipCode", "city"])
	})

	test.each(["served", "payer"])("and nor does an answer: %s", (answer) => {
		const decision = said(header, rows, "customer", answer)
		expect(usedIn(decision)).toMatchObject({ Adress: "street", Postadress: ["zipCode", "city"] })
		expect(askedIn(decision)).toEqual(["parts"])
	})

	test("where only some are paid for, the address of the others is theirs", () => {
		const { mapping } = said(header, rows, "customer", "payer")
		expect(mapping.parties?.of.map(({ columns }) => [...columns].sort())).toEqual([
			["Betalningsansvarig"],
			["Adress", "Namn", "Postadress", "Room"],
		])
	})
})
