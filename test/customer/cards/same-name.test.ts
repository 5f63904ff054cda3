import { describe, expect, it } from "vitest"
import { likeness, nameKeys, nameKeysOf, nameWords } from "../../../src/customer/cards/same-name.ts"

const compare = (one: string, other: string) => likeness(nameWords(one), nameWords(other))

describe("the name on a card and the customer's", () => {
	it.each([
		["ANNA SVENSSON", "Anna Svensson"],
		["Svensson, Anna", "Anna Svensson"],
		["SVENSSON/ANNA MS", "Anna Svensson"],
		["A SVENSSON", "Anna Svensson"],
		["A. K. Svensson", "Anna Karin Svensson"],
		["ANNA SVENSSON", "Anna Karin Svensson"],
		["JURGEN MUELLER", "Jürgen Müller"],
		["AASE NYSTROEM", "Åse Nyström"],
		["SOREN KJAER", "Søren Kjær"],
		["M. N. MOREAU", "Noël Moreau"],
		["MR HARRY OBRIEN", "Harry O'Brien"],
		["LUKASZ WOZNIAK", "Łukasz Woźniak"],
		["Hans Weiss", "Hans Weiß"],
		["MALMO BYGG", "Malmö Bygg AB"],
	])("%s is %s", (one, other) => expect(compare(one, other)).toBe("same"))

	it.each([
		["ANNA LINDQVIST", "Anna Svensson"],
		["ERIK SVENSSON", "Anna Svensson"],
	])("%s may be of the family of %s", (one, other) => expect(compare(one, other)).toBe("akin"))

	it.each([
		["Bo Ek", "Anna Svensson"],
		["B E", "Bo Ek"],
		["A Ek", "Anna Svensson"],
	])("%s is somebody else than %s", (one, other) => expect(compare(one, other)).toBe("other"))
})

it("a customer is found by a name with initials, and with nothing but initials in common by none", () => {
	const found = (said: string, own: string) =>
		nameKeys(nameWords(said)).some((key) => nameKeysOf(nameWords(own)).includes(key))
	expect(found("O WRIGHT", "Oliver Wright")).toBe(true)
	expect(found("WRIGHT OLIVER", "Oliver James Wright")).toBe(true)
	expect(found("Erik Wright", "Emily Wright")).toBe(false)
})
