import { describe, expect, test } from "vitest"
import { zipCodeOf } from "../../../src/customer/kinds/zip-code.ts"
import { contactsOf } from "../contacts-of.ts"

function phonesOf(header: string, rows: readonly string[], answers: Parameters<typeof contactsOf>[2] = {}) {
	const { asked, questions, contacts } = contactsOf(header, rows, answers)
	return { asked, questions, phones: contacts.map((one) => (typeof one === "object" ? one.phone : one)) }
}

describe("dialling codes", () => {
	test.each([
		["Country Code;Area Code;Phone", ["1;212;555-1201", "1;415;555-1202"], ["+12125551201", "+14155551202"]],
		["Dialling code;Area code;Phone", ["44;20;79460018", "353;1;4960018"], ["+442079460018", "+35314960018"]],
		["Landsnr;Riktnr;Telefon", ["46;08;1234561", "46;040;123456"], ["+4681234561", "+4640123456"]],
		["Indicatif;Téléphone", ["+33;145678901", "+32;24567890"], ["+33145678901", "+3224567890"]],
		["Prefijo;Teléfono", ["+34;911234567", "+351;211234567"], ["+34911234567", "+351211234567"]],
	])("are put before the number by rule: %s", (header, rows, phones) => {
		expect(phonesOf(header, rows)).toMatchObject({ asked: [], phones })
	})

	test.each([
		["area", "DE", ["89;2345610", "221;2345611"], ["+49892345610", "+492212345611"]],
		["country", "DE", ["49;892345610", "43;12345612"], ["+49892345610", "+4312345612"]],
		["none", "DE", ["7;0892345610", "3;02212345611"], ["+49892345610", "+492212345611"]],
	])("that may be of either are asked about, with the truth among the answers: %s", (id, country, rows, phones) => {
		const { asked, questions } = phonesOf("Vorwahl;Telefon", rows, { constants: { country } })
		expect(asked).toEqual(["dialling"])
		expect(questions[0]?.answers.map((answer) => answer.id)).toEqual(["country", "area", "none"])
		const answer = questions[0]?.answers.find((one) => one.id === id)
		expect(phonesOf("Vorwahl;Telefon", rows, { constants: { country }, ...answer?.mapping })).toMatchObject({
			asked: [],
			phones,
		})
	})
})

test.each([
	["D-80331", "DE", "80331"],
	["D 80331", "DE", "80331"],
	["A-1010", "AT", "1010"],
	["CH-8001", "CH", "8001"],
	["CH 8001", "CH", "8001"],
	["L-1111", "LU", "1111"],
	["FIN-00100", "FI", "00100"],
	["S-111 22", "SE", "111 22"],
	["NL-1015 AB", "NL", "1015 AB"],
	["LV-1010", "LV", "LV-1010"],
	["MD-2001", "MD", "MD-2001"],
	["A-1010", "", "A-1010"],
	["A-1010", "CH", "A-1010"],
	["E1 6AN", "GB", "E1 6AN"],
	["D-80331", "SE", undefined],
	["CA 90210", "US", undefined],
])("%s in %j is %j: a sign of its own country is no part of a zip code", (text, country, zip) => {
	expect(zipCodeOf(text, country)).toBe(zip)
})

describe("the number of whoever pays", () => {
	test.each([
		"Betalar-nr",
		"Payer no",
		"Zahler-Nr.",
		"N° payeur",
		"Maksajan numero",
		"Nr płatnika",
		"Betalernr",
		"Regulierer",
	])("is not the customer's: %s", (payer) => {
		const { asked, mapping } = contactsOf(`Namn;${payer}`, ["A Ek;1", "B Ek;1", "C Ek;3"])
		expect(asked).toEqual([])
		expect(mapping.columns[payer]).toBeNull()
	})
})

describe("a name for a person's number or a post's", () => {
	test("is what its values look like", () => {
		expect(contactsOf("Namn;Pnr", ["A Ek;19900101-0017", "B Ek;8501010017"]).mapping.columns).toMatchObject({
			Pnr: "identityNumber",
		})
		expect(
			contactsOf("Namn;Gata;Pnr;Ort", ["A Ek;Gata 1;111 22;Lund", "B Ek;Gata 2;11123;Lund"]).mapping.columns,
		).toMatchObject({ Pnr: "zipCode" })
	})

	test("is asked about otherwise, and left out beside another of that kind", () => {
		expect(contactsOf("Namn;Pnr", ["A Ek;17", "B Ek;19900101-0017"]).asked).toEqual(["meaning.Pnr"])
		const { asked, mapping } = contactsOf("Namn;Gata;Postnr;Ort;Pnr", ["A Ek;Gata 1;111 22;Lund;19900101-0017"])
		expect([asked, mapping.columns.Pnr]).toEqual([[], "identityNumber"])
	})
})
