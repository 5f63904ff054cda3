import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf } from "../contacts-of.ts"

const street = (header: string, rows: readonly string[], answers = {}) => {
	const { asked, contacts, questions } = contactsOf(header, rows, answers)
	return {
		asked,
		questions,
		streets: contacts.map((contact) => (typeof contact === "string" ? contact : streetOf(contact?.address))),
	}
}
const streetOf = (address: unknown) => (address as { street?: string } | undefined)?.street

test.each([
	"Nr domu/mieszkania",
	"Nr domu / lokalu",
	"Nr domu i mieszkania",
	"Numer domu/mieszkania",
	"Nr domu/nr lokalu",
	"Nr budynku/lokalu",
	"Nr posesji",
	"Haus-/Wohnungsnr.",
	"Hausnr./Whg.",
	"Hausnummer/Zusatz",
	"House/Flat No",
	"House No/Flat",
	"Flat/House number",
	"Huisnr/bus",
	"Huisnummer en toevoeging",
	"Nr/bus",
	"Husnr/lgh",
	"Husnr. og etage",
	"Hus nr./leil.",
	"Talo/asunto",
	"Talon nro ja asunto",
	"Numéro/appartement",
	"Número y piso",
	"Civico/interno",
])("the numbers of a house and of a flat in one column stand behind the street: %s", (column) => {
	expect(
		street(`Name;Ulica;${column};City;Country`, [
			"Ewa;Polna;12;Lublin;PL",
			"Jan;Polna;5/3;Lublin;PL",
			"Ida;Polna;7A;Lublin;PL",
		]),
	).toMatchObject({ asked: [], streets: ["Polna 12", "Polna 5/3", "Polna 7A"] })
})

test("with whatever between them", () => {
	const rows = ["7A/12", "7 A / 12", "12 m. 3", "12 bus 4", "12, lgh 1102", "3 tr"]
	expect(
		street(
			"Name;Gata;Husnr/lgh;City;Country",
			rows.map((row) => `Ewa;Polna;${row};Lublin;PL`),
		).streets,
	).toEqual(["Polna 7A/12", "Polna 7 A / 12", "Polna 12 m. 3", "Polna 12 bus 4", "Polna 12, lgh 1102", "Polna, 3 tr"])
})

test("a column that nobody knows is asked about where no street has a number", () => {
	const rows = ["Ewa;Polna;12;Lublin", "Jan;Leśna;5/3;Lublin", "Ida;Polna;7A;Lublin"]
	const { asked, questions } = street("Name;Ulica;Xyz;City", rows)
	expect(asked).toEqual(["house"])
	const [question] = questions
	if (question === undefined) throw new Error("nothing is asked")
	expect(street("Name;Ulica;Xyz;City", rows, answered(noAnswers, question, ["house"]))).toMatchObject({
		asked: [],
		streets: ["Polna 12", "Leśna 5/3", "Polna 7A"],
	})
	expect(street("Name;Ulica;Xyz;City", rows, { columns: { Xyz: null } }).streets).toEqual(["Polna", "Leśna", "Polna"])
	// Not beside the address, but of no other numbers.
	const apart = rows.map((row) => row.replace(/^(.*);(.*);(.*);(.*)$/, "$1;$2;$4;x;$3"))
	expect(street("Name;Ulica;City;Foo;Bar", apart).asked).toEqual(["house"])
})

test.each([
	["Name;Street;Foo;City", ["Ewa;Polna 1;12;Lublin", "Jan;Leśna 2;5;Lublin"]],
	["Name;Street;House number;Foo;City", ["Ewa;Polna;1;12;Lublin", "Jan;Leśna;2;5;Lublin"]],
	["Name;Street;City;Foo;Bar", ["Ewa;Polna;Lublin;x;12", "Jan;Leśna;Lublin;y;5"]],
	["Name;Street;Foo;City", ["Ewa;Polna;2024-01-05;Lublin", "Jan;Leśna;2024-01-06;Lublin"]],
	["Name;Street;Foo;City", ["Ewa;Polna;A1;Lublin", "Jan;Leśna;B2;Lublin"]],
	["Name;Foo;City", ["Ewa;12;Lublin", "Jan;5;Lublin"]],
])("not where they have: %s", (header, rows) => expect(street(header, rows).asked).not.toContain("house"))

test.each([
	["Telefoner", "phone"],
	["Telefonnumre", "phone"],
	["Telefonnummern", "phone"],
	["Telefonnumren", "phone"],
	["Rufnummern", "phone"],
	["Telefoni", "phone"],
	["Telefony", "phone"],
	["Numery telefonów", "phone"],
	["Puhelinnumerot", "phone"],
	["Puhelimet", "phone"],
	["Teléfonos", "phone"],
	["Téléphones", "phone"],
	["Telefoonnummers", "phone"],
	["Phones", "phone"],
	["Mobiler", "cellphone"],
	["Mobilnumre", "cellphone"],
	["Mobiltelefoner", "cellphone"],
	["Handynummern", "cellphone"],
	["Cellulari", "cellphone"],
	["Móviles", "cellphone"],
	["Komórki", "cellphone"],
	["Matkapuhelimet", "cellphone"],
	["E-poster", "email"],
	["E-postadresser", "email"],
	["Sähköpostit", "email"],
	["Sähköpostiosoitteet", "email"],
	["Correos electrónicos", "email"],
	["Adresy e-mail", "email"],
	["Indirizzi email", "email"],
	["Mailadressen", "email"],
])("a name in the plural is one: %s", (column, field) => {
	const value = field === "email" ? "eva@x.se" : "+4520236618"
	const { mapping, asked } = contactsOf(`Name;${column}`, [`Eva Ek;${value}`, `Bo Ek;${value.replace("x", "y")}`])
	expect([asked, mapping.columns[column]]).toEqual([[], field])
})

test("phones in a column that nobody knows are asked about, also where some cells have several", () => {
	const { asked } = contactsOf("Name;Foo;Email", ["Eva;20 23 66 18;e@x.dk", "Bo;26 91 73 16, 20 23 66 11;b@x.dk"])
	expect(asked).toEqual(["phone"])
})

test.each([
	"20 23 66 18 / 30 11 22 33",
	"20236618/30112233",
	"20 23 66 18, 30 11 22 33",
	"070-123 45 67 eller 08-123 45 67",
	"+49 170 1234567 +49 89 1234567",
	"0701234567|0707654321",
	"600 123 456 lub 600 123 457",
])("several numbers in one cell are not sent as one: %s", (phone) => {
	for (const country of ["DK", ""])
		expect(contactsOf("Name;Phone;Country", [`Eva;${phone};${country}`]).contacts).toEqual(["phone.several"])
})

test.each([
	"030/1234567",
	"0170/12345678",
	"+49 (0)5131 / 1234567",
	"0049 5131 / 123456",
	"+43 5572/123456",
	"01/234 56 78",
])("an area before a stroke is none: %s", (phone) =>
	expect(contactsOf("Name;Phone;Country", [`Eva;${phone};DE`]).contacts).not.toEqual(["phone.several"]),
)

describe("a column is the number of a house only where its values look like one", () => {
	const companies = ["Fastighets Ab Rosen", "Bostads Ab Havet", "Fastighets Ab Viken"]
	const rows = (cells: (at: number) => string) => [0, 1, 2].map((at) => `Aino Laine;${cells(at)};6510${at};Vaasa`)

	test.each(["Husbolag", "Husförening", "Hus nr bolag"])(
		"%s beside a flat and a street that has numbers is none",
		(column) => {
			const { asked, streets } = street(
				`Name;${column};Lägenhet;Adress;Postnr;Ort`,
				rows((at) => `${companies[at]};C ${at + 1};Mäntytie ${at + 2}`),
			)
			expect([asked, streets]).toEqual([[], ["Mäntytie 2, C 1", "Mäntytie 3, C 2", "Mäntytie 4, C 3"]])
		},
	)

	test("and one that is stands behind the street, with the flat between them", () => {
		const { asked, streets } = street(
			"Name;Nr;Lägenhet;Adress;Postnr;Ort",
			rows((at) => `${at + 5};C ${at + 1};Mäntytie`),
		)
		expect([asked, streets]).toEqual([[], ["5 Mäntytie, C 1", "6 Mäntytie, C 2", "7 Mäntytie, C 3"]])
	})
})
