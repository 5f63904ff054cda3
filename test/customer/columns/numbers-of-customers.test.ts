import { describe, expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const people = ["Niamh Doyle", "Rhys Nutt", "Edith Langley", "Poppy Bassett"]
const decided = (header: readonly string[], value: (row: number) => readonly string[]) =>
	decisionOf(
		header,
		people.map((name, row) => [name, ...value(row)]),
	)

describe("another number that the customer has is left out beside the customer's", () => {
	test.each([
		["Kunden-Nr.", "Debitoren-Nr."],
		["Kundnr", "Reskontranr"],
		["PatNr", "Versichertennr."],
		["Kundennummer", "Abo-Nr."],
		["Medlemsnr.", "IdrottsID"],
		["Kundenr", "Adress-Nr"],
	])("%s, %s", (own, other) => {
		const decision = decided(["Name", own, other], (row) => [`100${row}`, `700${row}`])
		expect([askedIn(decision), usedIn(decision)[own], usedIn(decision)[other]]).toEqual([[], "number", undefined])
	})
})

describe("and is the customer's where there is no other", () => {
	test.each([
		"Debitoren-Nr.",
		"Versichertennr.",
		"Medlnr",
		"Golf-ID",
		"Profil ID",
		"URN",
		"Spelar-ID",
		"Deltagarnr",
		"Andelshavernr",
		"Osakasnro",
		"Adress-Nr",
		"Tenancy Ref",
	])("%s", (number) => {
		const decision = decided(["Name", number], (row) => [`70${row}0`])
		expect([askedIn(decision), usedIn(decision)[number]]).toEqual([[], "number"])
	})
})

test("which of two that may be of anybody is asked", () => {
	const decision = decided(["Name", "Golf-ID", "Profil ID"], (row) => [`100${row}`, `700${row}`])
	expect(askedIn(decision)).toEqual(["number"])
})

test("a certified mailbox is the e-mail where there is no other", () => {
	const emails = (row: number) => [`${100 + row}`, `p${row}@example.com`, `p${row}@pec.example.com`]
	const both = decided(["Nome", "Cod. cliente", "e-mail", "Pec"], emails)
	expect([askedIn(both), usedIn(both).Pec]).toEqual([[], undefined])
	expect(usedIn(decided(["Nome", "Cod. cliente", "Telefono", "Pec"], emails)).Pec).toBe("email")
})
