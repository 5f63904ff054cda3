import type { Found } from "../contract/ports.ts"
import type { Creatable } from "../customer/creatable.ts"
import { isObject } from "./api-error.ts"
import { otherPerson, personOf } from "./other-person.ts"
import { readBody } from "./page.ts"
import { storedCards } from "./stored-cards.ts"
import type { Exchange } from "./transport.ts"

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

/** Text, or a whole number; anything else is no customer number. */
function numberIn(value: unknown): string {
	return typeof value === "string" ? value : Number.isSafeInteger(value) ? String(value) : ""
}
