import { describe, expect, test } from "vitest"
import { readHeader } from "../../../src/customer/headers/read-header.ts"
import { formerNames } from "./former-names.ts"
import { names } from "./names.ts"

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

/** Names that 0.1.0 took for a field and that mean another or none. */
const otherwise: Readonly<Record<string, string>> = {
	"owner name": "in exports the owner of a record is a salesperson",
	"payment method token": "the old processor's own reference",
	"billing address email": "the address for invoices, as the other names of that kind",
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
			.filter((name) => reading(name).includes("?"))
		expect(uncertain).toMatchSnapshot()
	})
})
