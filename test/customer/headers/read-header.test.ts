import { describe, expect, test } from "vitest"
import { readHeader } from "../../../src/customer/headers/read-header.ts"
import { formerlyAmbiguous, formerNames } from "./former-names.ts"
import { names } from "./names.ts"
import { reviewedNames } from "./reviewed-names.ts"

/** A field; with a `?` where the name means other things as well; `foreign` or `unknown`. */
function reading(name: string): string {
	const { meanings, foreign, part } = readHeader(name)
	const [first, ...others] = meanings
	if (!first) return foreign === undefined ? "unknown" : "foreign"
	return first.field + (others.length > 0 || first.otherwise.length > 0 ? "?" : "") + (part ? " part" : "")
}

const each = (lists: Readonly<Record<string, readonly string[]>>) =>
	Object.entries(lists).flatMap(([is, list]) =>
		list.flatMap((line) => line.split("|")).map((name) => [name, is] as const),
	)

/** A customer by number or by name; the only names whose likelier meaning the list leaves open. */
const accepts = (is: string, name: string) =>
	is === "customer?"
		? readHeader(name)
				.meanings.map(({ field }) => field)
				.sort()
				.join() === "name,number"
		: undefined

describe("what columns are called", () => {
	test.each(Object.entries(names))("%s", (is, list) => {
		const read = list
			.flatMap((line) => line.split("|"))
			.map((name) => {
				const found = reading(name)
				return [name, accepts(is, name) || (is.endsWith("?") && found === `${is} part`) ? is : found]
			})
		expect(read.filter(([, found]) => found !== is)).toEqual([])
	})

	test("hundreds of names were judged, none twice", () => {
		const all = each(names).map(([name]) => name)
		expect(all.length).toBeGreaterThan(1200)
		expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
	})
})

describe("columns of known systems, and what only looks like ours", () => {
	test.each(Object.entries(reviewedNames))("%s", (is, list) => {
		const read = list
			.flatMap((line) => line.split("|"))
			.map((name) => [name, reading(name).replace(/^(?:foreign|unknown)$/, "nothing")])
		expect(read.filter(([, found]) => found !== is)).toEqual([])
	})
})

/** Names that 0.1.0 took for a field and that mean another or none. */
const otherwise: Readonly<Record<string, string>> = {
	"owner name": "in exports the owner of a record is a salesperson",
	"payment method token": "the old processor's own reference",
	"billing address email": "the address for invoices, as the other names of that kind",
}

/** Names that 0.1.0 took at their word, by what else they hold. */
const uncertainNow: Readonly<Record<string, string>> = {
	"a house number or anything that is counted": "number|nummer|numero",
	"a reference to an order": "shopper reference|merchant reference1",
	"another system's": "external customer id|external id|external reference",
	"an account at a bank, a login": "account number|account code|account id|user id|handle|kundenkonto",
	"the name on a card, which may be somebody else's":
		"cardholder name|card owner|card holder name|card holder|cardholder|card name|kortinnehavare|karteninhaber|kortholder|kortinnehaver|kortindehaver|kortinhaltija|cardholder email",
	"who receives the goods": "recipient email",
	"a company, a phone number, a person at a company": "account name|contact|kontaktperson",
	"a line of something else": "line 1|line 2",
	"the merchant's own kinds of customers": "customer type|kundtyp|kundentyp|kundenart|kundetype|asiakastyyppi",
	"a car's number, an internal id, a rate of tax": "registration number|business id|vat",
	"the currency of an order": "purchase currency",
	"a token of another kind, the old processor's": "token|payment token|korttitunniste",
	"the time zone by its name": "browser time zone",
}

describe("names that version 0.1.0 knew", () => {
	test("keep their field, but for a few that were wrong, and names of companies, which have a field now", () => {
		const changed = each(formerNames)
			.filter(([name, is]) => !reading(name).startsWith(is))
			.filter(([name, is]) => !(is === "name" && reading(name).startsWith("company")))
		expect(changed.map(([name]) => name).sort()).toEqual(Object.keys(otherwise).sort())
	})

	test("stay certain, but for those that honestly mean several things", () => {
		const uncertain = each(formerNames)
			.map(([name]) => name)
			.filter((name) => reading(name).includes("?") && !formerlyAmbiguous.join("|").split("|").includes(name))
		const expected = Object.values(uncertainNow).flatMap((list) => list.split("|"))
		expect(uncertain.sort()).toEqual(expected.sort())
	})

	test("whose values could speak against them stay ambiguous", () => {
		const certain = formerlyAmbiguous.flatMap((line) => line.split("|")).filter((name) => /^\w+$/.test(reading(name)))
		expect(certain).toEqual([])
	})
})
