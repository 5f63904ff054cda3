import { describe, expect, test } from "vitest"
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
