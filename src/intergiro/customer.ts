import type { StoredCard } from "../contract/outcome.ts"
import type { Found } from "../contract/ports.ts"
import type { There } from "../contract/values.ts"
import type { Creatable } from "../customer/creatable.ts"
import { isObject } from "./api-error.ts"
import { otherPerson, otherValues, personOf } from "./other-person.ts"
import { readBody } from "./page.ts"
import { storedCards } from "./stored-cards.ts"
import type { Exchange } from "./transport.ts"
import { valuesThere } from "./values-there.ts"

/**
 * What came of reading the customer of an id. `now` in milliseconds since 1970.
 * @param number the customer number that it has to have
 */
export function customerOf(result: Exchange, id: string, number: string, expected: Creatable, now: number): Found {
	if (result.kind === "response" && result.status === 404) return { kind: "missing" }
	const read = readBody(result, "reading a customer", now)
	if (read.kind !== "body") return read
	const { body } = read
	if (!isObject(body))
		return {
			kind: "failed",
			code: "bad-answer",
			message: "Intergiro's answer to reading a customer is not a customer.",
		}
	const cards = storedCards(body.method)
	const others = [
		...(body.id === undefined || body.id === id ? [] : ["id"]),
		...(body.number === undefined || numberIn(body.number) === number ? [] : ["number"]),
		...otherPerson(expected, personOf(body)),
	]
	const found = others.includes("number") ? { number: numberIn(body.number) } : {}
	return { kind: "customer", others, ...found, ...(cards ? { cards } : {}) }
}

/** A customer as a person is to see it, or why it cannot be shown. */
export type Shown =
	| {
			readonly kind: "customer"
			readonly number: string
			readonly values: There
			/** Of these what is other than the file has it: paths in the request. */
			readonly others: readonly string[]
			/** Nothing where it does not say what cards there are. */
			readonly cards?: readonly StoredCard[]
	  }
	| Exclude<Found, { readonly kind: "customer" }>

/** The same of the values that it has, for a person's eyes alone: they are kept nowhere. */
export function shownOf(result: Exchange, id: string, expected: Creatable, now: number): Shown {
	const found = customerOf(result, id, expected.number, expected, now)
	if (found.kind !== "customer") return found
	const read = readBody(result, "reading a customer", now)
	const body = read.kind === "body" && isObject(read.body) ? read.body : {}
	if (found.others.includes("id")) return { kind: "missing" }
	const others = [...found.others.filter((path) => path === "number"), ...otherValues(expected, body)]
	const { cards } = found
	return {
		kind: "customer",
		number: numberIn(body.number),
		values: valuesThere(body),
		others,
		...(cards ? { cards } : {}),
	}
}

/** Text, or a whole number; anything else is no customer number. */
function numberIn(value: unknown): string {
	return typeof value === "string" ? value : Number.isSafeInteger(value) ? String(value) : ""
}
