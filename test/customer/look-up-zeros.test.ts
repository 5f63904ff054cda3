import { expect, test } from "vitest"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import type { Field } from "../../src/customer/fields.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { contactsOf } from "./contacts-of.ts"

test.each<[header: string, row: string, contact: object]>([
	["Name;Street;City", "0;Kerkweg 7;0", { address: { street: "Kerkweg 7" } }],
	["Name;Adres;Adres 2;Plaats", "Eva Ek;Kerkweg 7;0;Utrecht", { address: { street: "Kerkweg 7", city: "Utrecht" } }],
	[
		"Name;Address line 1;Address line 2;Address line 3",
		"Eva Ek;Mill Lane 1;0;0",
		{ address: { street: "Mill Lane 1" } },
	],
	["Name;Gata;c/o", "Eva Ek;Storgatan 1;0", { address: { street: "Storgatan 1" } }],
	["First name;Middle name;Last name", "Eva;0;Ek", { name: { first: "Eva", last: "Ek" } }],
	["First name;Infix;Last name", "Eva;0;Ek", { name: { first: "Eva", last: "Ek" } }],
	["Company;Contact person", "Ek AB;0", { name: "Ek AB" }],
	["First name;Last name;Company", "0;0;Ek AB", { name: "Ek AB" }],
	["Firmenname;Firmenname 2", "Ek GmbH;0", { name: "Ek GmbH" }],
	["Name;Street;City", "Eva Ek;0;Umeå", { address: { city: "Umeå" } }],
	["Name;Straße;Hausnummer;Etage", "Eva Ek;Ringweg;7;0", { address: { street: "Ringweg 7, Etage 0" } }],
	["Name;Street;City", "Eva Ek;Road 0;Umeå", { address: { street: "Road 0", city: "Umeå" } }],
])("the 0 of a look-up is no text: %s of %s", (header, row, contact) => {
	expect(contactsOf(header, [row]).contacts).toEqual([expect.objectContaining(contact)])
})

test.each([
	["Name;Straat;Huisnummer", "Eva Ek;Kerkweg;0"],
	["Name;Ulica;Nr domu", "Eva Ek;Polna;0"],
	["Name;Gata;Postnr;Ort", "Eva Ek;Storgatan 1;0;Umeå"],
	["Name;Gata;Postnr;Ort", "Eva Ek;Storgatan 1;00000;Umeå"],
])("as a number of an address it is an error: %s of %s", (header, row) =>
	expect(contactsOf(header, [row]).contacts).toEqual(["value.damaged"]),
)

const columns = ["number", "name", "Line", "Extra"]
const mapping: Mapping = {
	version: 2,
	columns: { number: "number", name: "name", Line: "street", Extra: "street" } satisfies Record<string, Field>,
	constants: {},
}

test("it is told, and an error where nothing is to be taken for no value, or nobody knows what a column is", () => {
	const check = (placeholders: boolean, line: string, extra: string) =>
		rowChecker(mapping, columns, { now: 0, browser: defaultBrowser, cleaning: { ...allCleaning, placeholders } })(
			["1", "Eva Ek", line, extra],
			2,
		).findings.flatMap(({ code, column }) => (code.startsWith("address") ? [] : `${code} ${column}`))
	expect(check(true, "0", "Kerkweg 7")).toEqual(["cleaned.placeholder Line"])
	expect(check(false, "0", "Kerkweg 7")).toEqual(["value.damaged Line"])
	expect(check(true, "Kerkweg", "0")).toEqual(["value.damaged Extra"])
})
