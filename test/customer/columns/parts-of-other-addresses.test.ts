import { describe, expect, test } from "vitest"
import { contactsOf } from "../contacts-of.ts"

const streetsOf = (header: string, rows: readonly string[]) => {
	const { asked, contacts } = contactsOf(header, rows)
	const street = (contact: unknown) => (contact as { address?: { street?: string } }).address?.street
	return { asked, streets: contacts.map(street) }
}

describe("a staircase and a flat behind streets that are not sent", () => {
	test.each(["Condominio;Scala;Interno", "Liegenschaft;Stiege;Etage", "Fastighetsbeteckn;Uppgång;Lägenhet"])(
		"are of those: %s",
		(header) => {
			const rows = ["Via Tasso 18;A;1;Eva Brera;Corso Roma 5;Milano", "Via Monza 77;B;4;Ugo Brera;Corso Roma 6;Milano"]
			expect(streetsOf(`${header};Cognome e nome;Indirizzo;Comune`, rows)).toEqual({
				asked: [],
				streets: ["Corso Roma 5", "Corso Roma 6"],
			})
		},
	)

	test("are asked about where nothing stands before them", () => {
		const rows = ["Eva Brera;Corso Roma 5;Milano;1,20;A", "Ugo Brera;Corso Roma 6;Milano;3,10;B"]
		expect(streetsOf("Cognome e nome;Indirizzo;Comune;Saldo;Scala", rows).asked).toEqual(["parts"])
	})
})

describe("a zip code", () => {
	const rows = (values: readonly string[]) => values.map((value, at) => `Eva Ek;Gatan ${at + 1};Malmö;${value}`)

	test("is not looked for among years", () => {
		expect(contactsOf("Namn;Adress;Ort;Xyzzy", rows(["1988", "2015", "1979"])).asked).toEqual([])
	})

	test("is asked about where what nobody knows looks like it", () => {
		expect(contactsOf("Namn;Adress;Ort;Xyzzy", rows(["1988", "1960", "1972"])).asked).toEqual(["zipCode"])
		expect(contactsOf("Namn;Adress;Ort;Xyzzy", rows(["2988", "1960", "5972"])).asked).toEqual(["zipCode"])
	})

	test.each(["postinro ja paikka", "Postinumero ja paikka", "Postinumero/paikka", "pnro ja paikka"])(
		"and a place in one cell are told apart: %s",
		(name) => {
			const { asked, contacts } = contactsOf(`Nimi;Osoite;${name};Liittynyt`, ["Eva Ek;Katu 3;40520 Jyväskylä;1988"])
			expect(asked).toEqual([])
			expect(contacts).toMatchObject([{ address: { zipCode: "40520", city: "Jyväskylä" } }])
		},
	)

	test("while a place by itself may be a seat", () => {
		expect(contactsOf("Nimi;Osoite;Paikka", ["Eva Ek;Katu 3;A1"]).mapping.columns).toMatchObject({ Paikka: null })
	})
})
