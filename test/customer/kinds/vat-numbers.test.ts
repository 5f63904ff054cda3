import { describe, expect, test } from "vitest"
import { contactsOf } from "../contacts-of.ts"

const identityOf = (header: string, row: string) =>
	contactsOf(header, [row]).contacts.map((contact) =>
		typeof contact === "string" ? contact : (contact as { identityNumber?: string }).identityNumber,
	)[0]

describe("a VAT number that is made of the organization's own is no second number", () => {
	test.each([
		["556672-3156", "SE556672315601"],
		["5566723156", "SE 556672-3156 01"],
		["16556672-3156", "SE556672315601"],
		["987654325", "NO987654325MVA"],
		["987 654 325", "987654325 MVA"],
		["12345674", "DK12345674"],
		["1234567-8", "FI12345678"],
		["732829320", "FR44732829320"],
		["73282932000074", "FR44732829320"],
		["0123.456.789", "BE0123456789"],
		["1234563218", "PL1234563218"],
		["CHE-123.456.788", "CHE-123.456.788 MWST"],
	])("%s, %s", (own, vat) => {
		expect(identityOf("Namn;Organisationsnummer;VAT-nummer", `Ek AB;${own};${vat}`)).toBe(own)
		expect(identityOf("Namn;VAT-nummer;Organisationsnummer", `Ek AB;${vat};${own}`)).toBe(own)
	})
})

describe("two numbers are still asked about", () => {
	test.each([
		["556672-3156", "SE556036079301"],
		["556672-3156", "55667231"],
		["HRB 12345", "DE123456789"],
		["12345678", "NL123456789B01"],
		["556672-3156", "556672315601"],
		["732829320", "FR732829320"],
		["01234567", "BE0123456789"],
	])("%s, %s", (own, vat) => {
		expect(identityOf("Namn;Organisationsnummer;VAT-nummer", `Ek AB;${own};${vat}`)).toBe("value.two-columns")
	})
})
