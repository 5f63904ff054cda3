import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf } from "../contacts-of.ts"

const streets = ["C/ San Martín 35", "Plaza del Olmo 29", "Calle Mayor 2"]
const file = (street: string, values = streets) =>
	contactsOf(
		`Name;${street};Zip;City;Country`,
		values.map((value, row) => `Ann Hill ${"abc"[row]};${value};0800${row};Barcelona;ES`),
	)

describe("a zip code and a city without a street", () => {
	test.each([
		"Supply address",
		"Install Address",
		"Installation address",
		"Service address",
		"Site address",
		"Anläggningsadress",
		"Installationsadress",
		"Lieferstelle Adresse",
		"Objektadresse",
		"Anleggsadresse",
		"Installasjonsadresse",
		"Forbrugsadresse",
		"Käyttöpaikan osoite",
		"Kohteen osoite",
		"Adresse de desserte",
		"Adresse du branchement",
		"Dirección de suministro",
		"Dirección de instalación",
		"Indirizzo fornitura",
		"Indirizzo utenza",
		"Adres punktu poboru",
		"Adres instalacji",
		"Aansluitadres",
		"Verbruiksadres",
		"Somewhere address",
		"Xq",
		"Memo",
	])("are not sent while another column may have it: %s", (street) => {
		expect(file(street).asked).toEqual(["street"])
	})

	test.each(["Adresse de livraison", "Delivery address", "Indirizzo recapito", "Dirección de correspondencia"])(
		"are of the only address of the file, where it is the customer's: %s",
		(street) => {
			const { asked, contacts } = file(street)
			expect(asked).toEqual([])
			expect(contacts).toMatchObject(streets.map((one) => ({ address: { street: one, city: "Barcelona" } })))
		},
	)

	test("ask nothing where no column looks like streets", () => {
		expect(file("Memo", ["Red", "Green", "Blue"]).asked).toEqual([])
		expect(file("Address type", ["home", "work", "home"]).asked).toEqual([])
	})
})

test("an address that is all of one word's is asked about where it is the only one", () => {
	const rows = streets.map((street, row) => `Ann Hill ${"abc"[row]};${street};0800${row};Torino`)
	for (const names of [
		"Indirizzo fornitura;CAP fornitura;Comune fornitura",
		"Dirección suministro;CP suministro;Municipio suministro",
		"Street Xqz;Zip Xqz;City Xqz",
	])
		expect(contactsOf(`Name;${names}`, rows).asked.length).toBe(1)
})

test("of a place that something is supplied to and an address for letters, that for letters is the customer's", () => {
	const { asked, contacts } = contactsOf(
		"Name;Indirizzo fornitura;CAP fornitura;Comune fornitura;Indirizzo recapito;CAP recapito;Comune recapito",
		[
			"Elide Rizzi;Via Po 1;10123;Torino;Corso Italia 3;20121;Milano",
			"Piero Nardi;Via Po 2;10124;Torino;Via Roma 4;00184;Roma",
		],
	)
	expect(asked).toEqual([])
	expect(contacts).toMatchObject([
		{ address: { street: "Corso Italia 3", zipCode: "20121", city: "Milano" } },
		{ address: { street: "Via Roma 4" } },
	])
})

describe("customers without an address in the columns for it", () => {
	const objects = ["Kyrkvägen 34;972 38;Luleå", "Skolgränd 5;621 58;Visby", "Ängsstigen 7;903 27;Umeå"]
	const [first, second, third] = [
		{ street: "Kyrkvägen 34", zipCode: "972 38", city: "Luleå" },
		{ street: "Skolgränd 5", zipCode: "621 58", city: "Visby" },
		{ street: "Ängsstigen 7", zipCode: "903 27", city: "Umeå" },
	]
	const other = { street: "Storgatan 90", zipCode: "374 35", city: "Karlshamn" }
	const rows = (own: string) => objects.map((one, at) => `Bo Lind;${one};${at === 1 ? own : own.replace(/[^;]/g, "")}`)
	const answer = (header: string, own: string, chosen: string) => {
		const { questions } = contactsOf(header, rows(own))
		expect(questions.map(({ id }) => id)).toEqual(["supplied"])
		const [question] = questions
		const { asked, contacts } = contactsOf(header, rows(own), question && answered(noAnswers, question, [chosen]))
		expect(asked).toEqual([])
		return contacts.map((contact) => (typeof contact === "object" ? contact.address : contact))
	}

	const bills = "Name;Objektsadress;Objektspostnr;Objektsort;Fakturaadress;Fakturapostnr;Fakturaort"
	test.each([
		["empty", [first, { billing: other }, third]],
		["all", [first, { primary: second, billing: other }, third]],
		["none", [undefined, { billing: other }, undefined]],
	])("may live where something is supplied: %s", (chosen, expected) => {
		expect(answer(bills, "Storgatan 90;374 35;Karlshamn", chosen)).toEqual(expected)
	})

	const own = "Name;Anläggningsadress;Anläggningspostnr;Anläggningsort;Adress;Postnr;Ort"
	test.each([
		["empty", [first, other, third]],
		["none", [undefined, other, undefined]],
	])("beside an address of their own: %s", (chosen, expected) => {
		expect(answer(own, "Storgatan 90;374 35;Karlshamn", chosen)).toEqual(expected)
	})

	test("also where it is the only address of the file", () => {
		expect(answer("Name;Objektsadress;Objektspostnr;Objektsort;Memo", "x", "all")).toEqual([first, second, third])
	})

	test("and nothing is asked where all have one", () => {
		const all = objects.map((one) => `Bo Lind;${one};${one}`)
		expect(contactsOf(own, all).asked).toEqual([])
		expect(contactsOf(bills, all).asked).toEqual([])
	})
})
