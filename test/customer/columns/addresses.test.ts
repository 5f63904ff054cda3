import { describe, expect, test } from "vitest"
import { severalAddresses } from "../../../src/customer/address-choice.ts"
import { type Mapping, mappingSchema } from "../../../src/customer/columns/mapping.ts"
import { addressQuestion } from "../../../src/customer/columns/place-questions.ts"
import { contactsOf } from "../contacts-of.ts"

/** Street, zip code and city of each row, or the codes of its errors. */
function placesOf(header: string, rows: readonly string[], answers: Partial<Mapping> = {}) {
	const { asked, contacts, mapping } = contactsOf(header, rows, { constants: { country: "SE" }, ...answers })
	const places = contacts.map((contact) => {
		const address = typeof contact === "object" ? contact.address : undefined
		const one = address !== undefined && "primary" in address ? address.primary : address
		return typeof contact === "string" ? contact : one && Object.values(one).join(", ")
	})
	return { asked, places, mapping }
}

const bare = "Namn;Adress;Postnr;Ort;Ny adress;Nytt postnr;Ny ort"
const moved = "A Ek;Storgatan 1;111 22;Malmö;Nygatan 2;222 33;Lund"
const stayed = "B Ek;Storgatan 3;111 22;Malmö;;;"

describe("the line of the zip code and the city", () => {
	const cells = (line: (n: number) => string) =>
		[1, 2, 3].map((n) => `${["Anna", "Bo", "Cai"][n - 1]} Ek;Storgatan ${n};${line(n)}`)

	test.each(["Postadress", "Postadresse", "Postiosoite"])("is that, below the street: %s", (name) => {
		expect(
			placesOf(
				`Namn;Adress;${name}`,
				cells((n) => `11${n} 22 Malmö`),
			),
		).toMatchObject({
			asked: [],
			places: [1, 2, 3].map((n) => `Storgatan ${n}, 11${n} 22, Malmö, SE`),
		})
	})

	test("is asked about where its name says nothing of a letter, or other values stand there", () => {
		const { asked } = placesOf(
			"Namn;Adress;Adress 2",
			cells((n) => `11${n} 22 Malmö`),
		)
		expect(asked).toEqual(["zipCode"])
		const mixed = cells((n) => (n === 3 ? "Box 3" : `11${n} 22 Malmö`))
		expect(placesOf("Namn;Adress;Postadress", mixed).asked).toEqual(["zipCode"])
		expect(placesOf("Namn;Postadress", ["A Ek;111 22 Malmö"]).asked).not.toEqual([])
	})
})

describe("a code within an address", () => {
	test("is the zip code, where it looks like one", () => {
		const rows = ["A Ek;Polna 1;00-001;Warszawa", "B Ek;Polna 2;31-002;Kraków", "C Ek;Polna 3;80-831;Gdańsk"]
		expect(placesOf("Nazwa;Ulica;Kod;Miasto", rows, { constants: { country: "PL" } })).toMatchObject({
			asked: [],
			places: ["Polna 1, 00-001, Warszawa, PL", "Polna 2, 31-002, Kraków, PL", "Polna 3, 80-831, Gdańsk, PL"],
		})
		expect(
			placesOf(
				"Kod;Nazwa;Ulica;Miasto",
				rows.map((row) => row.replace(/^(.*);(\d\d-\d+)/, "$2;$1")),
			).asked,
		).toContain("zipCode")
	})
})

describe("an old and a new address", () => {
	test("are a question only where a row has both", () => {
		expect(placesOf(bare, [stayed, "C Ek;;;;Nygatan 2;222 33;Lund"])).toMatchObject({
			asked: [],
			places: ["Storgatan 3, 111 22, Malmö, SE", "Nygatan 2, 222 33, Lund, SE"],
		})
		expect(placesOf(bare, [moved, stayed])).toMatchObject({
			asked: [],
			places: ["value.two-columns", "Storgatan 3, 111 22, Malmö, SE"],
		})
	})

	test.each([
		bare,
		"Namn;Adress;Ny adress;Postnr;Nytt postnr;Ort;Ny ort",
		"Namn;Ort;Postnr;Adress;Ny ort;Nytt postnr;Ny adress",
		"Name;Straße;PLZ;Ort;Neue Straße;Neue PLZ;Neuer Ort",
		"Name;Address 1;Zip 1;City 1;Address 2;Zip 2;City 2",
		"Name;Home address;Home zip;Home city;Work address;Work zip;Work city",
		"Name;Besöksadress;Besökspostnr;Besöksort;Postadress;Postnr;Postort",
		"Namn;Adress;Postnr;Ort;Adress (2);Postnr (2);Ort (2)",
		"Nom;Adresse;Code postal;Ville;Nouvelle adresse;Nouveau code postal;Nouvelle ville",
	])("have one answer each, which moves all parts: %s", (header) => {
		const places = header.split(";")
		const at = (text: RegExp) => places.findIndex((name) => text.test(name))
		// What `bare` has, in the order of this file.
		const kind = (name: string) =>
			/zip|plz|post(?:nr|\b)|postnr|postal/i.test(name) ? "zip" : /ort|city|ville/i.test(name) ? "city" : "street"
		const values = { street: ["Storgatan 1", "Nygatan 2"], zip: ["111 22", "222 33"], city: ["Malmö", "Lund"] }
		const taken = { street: 0, zip: 0, city: 0 }
		const row = places.map((name) =>
			at(/^nam|^nom/i) === places.indexOf(name) ? "A Ek" : values[kind(name)][taken[kind(name)]++],
		)
		const rows = [row.join(";")]
		const { places: none, mapping, asked } = placesOf(header, rows)
		expect([asked, none]).toEqual([[], ["value.two-columns"]])
		const [several, ...others] = severalAddresses(mapping)
		if (several === undefined) throw new Error("no addresses")
		expect(others).toEqual([])
		const { answers } = addressQuestion(several, mapping, 1, "")
		const found = answers.map((answer) => placesOf(header, rows, answer.mapping).places[0])
		expect(found).toEqual(["Storgatan 1, 111 22, Malmö, SE", "Nygatan 2, 222 33, Lund, SE", "value.two-columns"])
		// As it is saved and given back.
		const saved = mappingSchema.parse(JSON.parse(JSON.stringify({ ...mapping, ...answers[1]?.mapping })))
		expect(placesOf(header, rows, saved)).toMatchObject({ asked: [], places: [found[1]] })
	})

	test("are never mixed where one of them is not whole", () => {
		const rows = ["A Ek;Storgatan 1;111 22;Malmö;Nygatan 2;;Lund"]
		expect(placesOf(bare, rows, { first: { street: "Ny adress" } }).places).toEqual(["address.incomplete"])
		expect(placesOf(bare, rows, { first: { street: "Adress" } }).places).toEqual(["Storgatan 1, 111 22, Malmö, SE"])
		const short = "Namn;Adress;Postnr;Ort;Ny adress;Ny ort"
		const said = { first: { street: "Ny adress" } }
		expect(placesOf(short, ["A Ek;Storgatan 1;111 22;Malmö;Nygatan 2;Lund"], said).places).toEqual([
			"address.incomplete",
		])
	})

	test("that agree are one", () => {
		const rows = [
			"A Ek;Storgatan 1;111 22;Malmö;Storgatan 1;111 22;Malmö",
			"B Ek;Storgatan 1;111 22;Malmö;-;11122;MALMÖ",
			"C Ek;;111 22;;Storgatan 1;111 22;Malmö",
		]
		const whole = "Storgatan 1, 111 22, Malmö, SE"
		for (const answers of [{}, { first: { street: "Adress" } }, { first: { street: "Ny adress" } }])
			expect(placesOf(bare, rows, answers).places).toEqual([whole, whole, whole])
	})

	test("keep their house numbers and second lines", () => {
		const header = "Namn;Gata;Husnr;Postnr;Ort;Ny gata;Nytt husnr;Nytt postnr;Ny ort"
		const rows = ["A Ek;Storgatan;1;111 22;Malmö;Nygatan;2;222 33;Lund"]
		expect(placesOf(header, rows, { first: { street: "Ny gata" } }).places).toEqual(["Nygatan 2, 222 33, Lund, SE"])
		expect(placesOf(header, rows, { first: { street: "Gata" } }).places).toEqual(["Storgatan 1, 111 22, Malmö, SE"])
	})

	test("that is former is left out as a whole", () => {
		const header = "Name;Former address;Former zip;Former city;Address;City"
		const { asked, mapping } = placesOf(header, ["A Ek;Storgatan 1;111 22;Malmö;Nygatan 2;Lund"])
		expect(asked).toEqual([])
		expect(mapping.columns).toMatchObject({ "Former address": null, "Former zip": null, "Former city": null })
	})
})

describe("parts beside the street of another address", () => {
	test.each([
		["Adress;Postnr;Ort;Leveransadress;Postnr (2);Ort (2)", "delivery"],
		["Address;Zip;City;Billing address;Zip (2);City (2)", "billing"],
		["Straße;PLZ;Ort;Lieferanschrift;PLZ (2);Ort (2)", "delivery"],
	])("are of that address: %s", (header, place) => {
		const row = "Storgatan 1;111 22;Malmö;Nygatan 2;222 33;Lund"
		const { asked, contacts } = contactsOf(header, [row])
		expect(asked).toEqual([])
		expect(contacts).toEqual([
			{
				address: {
					primary: { street: "Storgatan 1", zipCode: "111 22", city: "Malmö" },
					[place]: { street: "Nygatan 2", zipCode: "222 33", city: "Lund" },
				},
			},
		])
	})
})

test("two cities of one address are compared, and its second line goes on", () => {
	const rows = ["Storgatan 1;lgh 1102;111 22;Malmö;Malmö", "Storgatan 2;;111 22;Malmö;Lund"]
	const { places, mapping } = placesOf("Adress;Adress 2;Postnr;Ort;Postort", rows)
	expect(mapping.addresses).toBeUndefined()
	expect(places).toEqual(["Storgatan 1, lgh 1102, 111 22, Malmö, SE", "value.two-columns"])
})
