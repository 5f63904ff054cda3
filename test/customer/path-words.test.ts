import { expect, test } from "vitest"
import { fieldNames, fields, labelOf } from "../../src/customer/fields.ts"
import { leavesOf, withPathWords, wordOfPath } from "../../src/customer/path-words.ts"

test("every field has one word, in the request and on the screen", () => {
	// A company is a name there.
	for (const field of fieldNames.filter((one) => one !== "company"))
		expect(wordOfPath(fields[field].path)).toBe(labelOf(field))
})

test.each([
	["contact.email", "e-mail"],
	["contact.phone.landline", "landline phone"],
	["contact.address", "address"],
	["contact.address.zipCode", "zip code"],
	["contact.address.billing.city", "billing city"],
	["contact.address.visit", "visiting address"],
	["contact", "name and how to reach them"],
	["something.else", "something.else"],
])("%s is called %s", (path, word) => expect(wordOfPath(path)).toBe(word))

test("paths are called so wherever they stand in a sentence, and other words stay", () => {
	expect(withPathWords("They came back other: contact.name, contact.address.zipCode, currency. Contact them.")).toBe(
		"They came back other: name, zip code, currency. Contact them.",
	)
})

test("values of a contact stand in the order of the fields, whatever form they have", () => {
	const address = { countryCode: "SE", city: "Lund", street: "A 1" }
	expect(leavesOf({ email: "a@b.se", address, name: { last: "Ek", first: "Åsa" } }, "contact")).toEqual([
		{ path: "contact.name.first", value: "Åsa" },
		{ path: "contact.name.last", value: "Ek" },
		{ path: "contact.email", value: "a@b.se" },
		{ path: "contact.address.street", value: "A 1" },
		{ path: "contact.address.city", value: "Lund" },
		{ path: "contact.address.countryCode", value: "SE" },
	])
	expect(leavesOf(undefined, "contact")).toEqual([])
})
