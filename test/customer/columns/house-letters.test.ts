import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf } from "../contacts-of.ts"

const streets = (header: string, rows: readonly string[], answers = {}) => {
	const { asked, contacts, questions, mapping } = contactsOf(header, rows, answers)
	const street = (contact: unknown) => (contact as { address?: { street?: string } }).address?.street
	return { asked, questions, mapping, streets: contacts.map(street) }
}

const header = (letter: string, number = "Nr.") => `Name;Straße;${number};${letter};PLZ;Ort`
const rows = (...letters: readonly string[]) =>
	letters.map((letter, at) => `Eva Ek;Im Winkel;${at + 4};${letter};80331;Köln`)

describe("the letter of a house in a column of its own is of the street", () => {
	test.each([
		"Zus.",
		"Zusatz",
		"Hs.-Zus.",
		"HsNr-Zus.",
		"Hausnr.-Zusatz",
		"Hausnummernzusatz",
		"Toev.",
		"Toevoeging",
		"Litra",
		"Bogstav",
		"Bokstav",
		"Husbokstav",
		"Littera",
		"Litt.",
		"Porras",
		"Kirjain",
		"Porraskirjain",
		"Suffix",
		"House suffix",
		"Number suffix",
	])("%s", (letter) => {
		for (const number of ["Nr.", "Hs.-Nr.", "Hausnummer"])
			expect(streets(header(letter, number), rows("a", "", "b"))).toMatchObject({
				asked: [],
				streets: ["Im Winkel 4 a", "Im Winkel 5", "Im Winkel 6 b"],
			})
	})

	test("of a delivery as well", () => {
		const { asked, contacts } = contactsOf(
			`${header("Zus.")};Liefer-Str.;Liefer-Hs.Nr.;Liefer-Zus.;Liefer-PLZ;Liefer-Ort`,
			[
				"Eva Ek;Im Winkel;4;a;80331;Köln;Ringstr.;89;c;70173;Bonn",
				"Bo Ek;Im Winkel;5;;80331;Köln;Ringstr.;90;;70173;Bonn",
			],
		)
		expect(asked).toEqual([])
		expect(JSON.stringify(contacts[0])).toContain("Im Winkel 4 a")
		expect(JSON.stringify(contacts[0])).toContain("Ringstr. 89 c")
	})

	test("is asked about where its name says nothing", () => {
		const all = rows("a", "", "b")
		const { asked, questions, streets: sent } = streets(header("Buchst."), all)
		expect([asked, sent]).toEqual([["parts"], ["Im Winkel 4", "Im Winkel 5", "Im Winkel 6"]])
		const [question] = questions
		if (question === undefined) throw new Error("nothing is asked")
		expect(streets(header("Buchst."), all, answered(noAnswers, question, ["Buchst."]))).toMatchObject({
			asked: [],
			streets: ["Im Winkel 4 a", "Im Winkel 5", "Im Winkel 6 b"],
		})
		expect(streets(header("Buchst."), all, answered(noAnswers, question, ["none"]))).toMatchObject({
			asked: [],
			streets: ["Im Winkel 4", "Im Winkel 5", "Im Winkel 6"],
		})
	})
})

describe("other letters are not", () => {
	test.each([
		["the names of groups", header("Gruppe"), rows("a", "", "b")],
		["a yes and a no", header("Verteiler"), rows("J", "N", "J")],
		["a cross", header("Verteiler"), rows("x", "", "x")],
		["words", header("Tarif"), rows("Alt", "", "Neu")],
		[
			"what stands elsewhere",
			"Name;Straße;Nr.;PLZ;Ort;Tarif",
			rows("a", "", "b").map((row) => row.replace(/;(\w?);80331;Köln/, ";80331;Köln;$1")),
		],
	])("%s", (_, names, all) => {
		expect(streets(names, all)).toMatchObject({ asked: [], streets: ["Im Winkel 4", "Im Winkel 5", "Im Winkel 6"] })
	})

	test("a suffix of a name is of the name", () => {
		const { asked, contacts } = contactsOf("First name;Last name;Suffix;Street;Zip;City", [
			"Ann;Berg;Jr.;12 High Street;AB1 2CD;York",
			"Bob;Hill;;14 High Street;AB1 2CD;York",
		])
		expect(asked).toEqual([])
		expect(JSON.stringify(contacts[0])).toContain("Berg Jr.")
	})
})

test("the size of a tank is no number of a house", () => {
	const names = `Name;Straße;PLZ;Ort;Tankgröße`
	expect(streets(names, ["Eva Ek;Im Winkel;80331;Köln;3000 l", "Bo Ek;Ringstr.;80331;Köln;5000 l"]).asked).toEqual([])
	expect(streets(names, ["Eva Ek;Im Winkel;80331;Köln;3 a", "Bo Ek;Ringstr.;80331;Köln;5"]).asked).toEqual(["house"])
})

test("nor is anything where the streets of deliveries have theirs", () => {
	const names = "Name;Straße;Nr.;PLZ;Ort;Liefer-Str.;Liefer-Hs.Nr.;Liefer-PLZ;Liefer-Ort;Menge"
	const all = [
		"Eva Ek;Im Winkel;4;80331;Köln;Ringstr.;89;70173;Bonn;12",
		"Bo Ek;Im Winkel;5;80331;Köln;Ringstr.;8;70173;Bonn;14",
	]
	expect(streets(names, all).asked).toEqual([])
})

test.each([
	["Straat;Huisnr;Toev.", "Maliebaan;70;2", "Maliebaan 70 2"],
	["Straat;Huisnr;Toev.", "Vleutenseweg;387;HS", "Vleutenseweg 387 HS"],
	["Straat;Huisnr;Toev.", "Oudegracht;112;bis", "Oudegracht 112 bis"],
	["Straat;Huisnummer;Huisnummertoevoeging", "Kanaalstraat;201;2-hoog", "Kanaalstraat 201 2-hoog"],
	["Straat;Huisnr;Toev.", "Biltstraat;9;", "Biltstraat 9"],
	["Adres;Toev.", "Maliebaan 70;2", "Maliebaan 70 2"],
	["Straat;Huisnr;Bus", "Molenstraat;41;2", "Molenstraat 41, bus 2"],
])("an addition in the Netherlands stands behind the number by a space: %s, %s", (header, cells, street) => {
	const others = ["Biltstraat", "Dorpsweg"].map((name, at) => {
		const [, second = ""] = cells.split(";")
		return header.startsWith("Adres") ? `${name} ${at + 1};A` : `${name};${at + 3};${second === "" ? "" : "B"}`
	})
	const rows = [cells, ...others].map((row) => `Bo Ek;${row};3581 CV;Utrecht`)
	const [contact] = contactsOf(`Naam;${header};Postcode;Woonplaats`, rows, { constants: { country: "NL" } }).contacts
	expect(typeof contact === "object" && contact.address).toMatchObject({ street })
})
