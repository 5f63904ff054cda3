import type { IncomingHttpHeaders } from "node:http"
import type { Compared, Comparison, Listed, Page } from "../contract/ports.ts"
import { fingerprints, type Hash, type Values } from "../contract/values.ts"
import { apiErrorOf, isObject, parseJson } from "./api-error.ts"
import { cameBack } from "./came-back.ts"
import { failureOf } from "./failure.ts"
import { isSamePerson, otherPerson, otherValues, personOf } from "./other-person.ts"
import { retryAfter } from "./retry-after.ts"
import { scrub } from "./scrub.ts"
import { storedCards } from "./stored-cards.ts"
import type { Exchange } from "./transport.ts"
import { valuesThere } from "./values-there.ts"

/**
 * What came of reading a page of the listing. `now` in milliseconds since 1970.
 * @param compared customers that are to be compared with what was sent
 */
export function pageOf(result: Exchange, now: number, compared: Comparison = () => undefined): Page {
	const read = readBody(result, "the listing", now)
	if (read.kind !== "body") return read
	const { body, headers } = read
	if (!Array.isArray(body)) return { kind: "failed", code: "bad-answer", message: "Intergiro's listing is not a list." }
	const continuation = headers["x-ms-continuation"]
	if (continuation !== undefined && !isName(continuation))
		return {
			kind: "unusable",
			message:
				"A page of Intergiro's listing does not say clearly which one is next, so the listing may not be complete.",
		}
	// Customers without a number are none of ours; anything else that cannot be read may be one that exists.
	const numbered = body.filter((entry) => !(isObject(entry) && isNothing(entry.number)))
	const customers: Listed[] = []
	for (const entry of numbered) {
		const customer = listed(entry, compared)
		if (customer === undefined)
			return {
				kind: "unusable",
				message:
					"Intergiro's listing has a customer whose id or number cannot be read, so nobody can tell who that is.",
			}
		customers.push(customer)
	}
	const unnumbered = body.length - numbered.length
	return { kind: "page", customers, unnumbered, ...(continuation === undefined ? {} : { continuation }) }
}

interface Body {
	readonly kind: "body"
	/** Nothing where it is not JSON. */
	readonly body: unknown
	readonly headers: IncomingHttpHeaders
}

/**
 * What was read, or why nothing was. `now` in milliseconds since 1970.
 * @param what was asked for, in words
 */
export function readBody(result: Exchange, what: string, now: number): Body | Exclude<Page, { readonly kind: "page" }> {
	if (result.kind === "failure") {
		const { code, message, permanent } = failureOf(result.error)
		if (permanent && !result.sent) return { kind: "unusable", message: scrub(message) }
		return { kind: "failed", code, message: scrub(message), ...(result.sent ? {} : { unreachable: true }) }
	}
	const body = parseJson(result.body)
	const error = apiErrorOf(body)
	const status = result.status === 200 && error ? error.status : result.status
	const message = `Intergiro answered ${what} with ${status}${error ? `: ${scrub(error.description)}` : ""}.`
	if ([401, 403, 404, 405].includes(status)) return { kind: "forbidden", status, message }
	if (status === 429 || status === 503) {
		const wait = retryAfter(result.headers, now)
		return { kind: "throttled", status, ...(wait === undefined ? undefined : { wait }), message }
	}
	if (status !== 200) return { kind: "failed", code: `http-${status}`, message }
	return { kind: "body", body, headers: result.headers }
}

/** A number is text, or a whole number that JSON keeps every digit of. */
function listed(entry: unknown, compared: Comparison): Listed | undefined {
	if (!isObject(entry)) return undefined
	const { id, number, status } = entry
	// What cannot be seen is no part of an identifier, and half a character none of anything.
	if (!isName(id) || /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(id) || !(isName(number) || Number.isSafeInteger(number)))
		return undefined
	const cards = storedCards(entry.method)
	const how = compared(String(number), id)
	const compare = comparing(entry, how)
	const person = how && personOf(entry)
	const looked = how === "person" ? person && { contact: person } : how && entry
	return {
		id,
		number: String(number),
		...(isName(status) ? { status } : undefined),
		...(cards ? { cards } : undefined),
		...(compare ? { compare } : undefined),
		...(person ? { isPerson: (sent) => isSamePerson(sent, person) } : undefined),
		...(looked ? { values: (hash) => valuesIn(looked, how !== "person", hash) } : undefined),
	}
}

function valuesIn(customer: Readonly<Record<string, unknown>>, isAll: boolean, hash: Hash): Values {
	const at = fingerprints(valuesThere(customer), hash)
	const isWhole = isAll && Object.keys(at).some((place) => place.startsWith("contact."))
	return { at, ...(isWhole ? { isWhole } : {}) }
}

function comparing(entry: Readonly<Record<string, unknown>>, compared: Compared | undefined): Listed["compare"] {
	if (compared === "whole") return (sent) => cameBack(sent, entry).differs ?? []
	if (compared === "values") return (sent) => otherValues(sent, entry)
	const person = compared && personOf(entry)
	return person && ((sent) => otherPerson(sent, person))
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === ""
}

function isName(value: unknown): value is string {
	return typeof value === "string" && value !== ""
}
