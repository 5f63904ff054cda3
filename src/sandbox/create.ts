import { randomUUID } from "node:crypto"
import { type Created, type Customers, digestOf } from "./customers.ts"
import type { Fault } from "./fault.ts"
import { kept } from "./quirks.ts"
import { cardRefusal, malformed, type Refusal } from "./refusal.ts"
import { cardOf } from "./tokens.ts"

/**
 * Creates the customer of a request's body, or says why not. A number that exists already is not refused.
 * @param at milliseconds since 1970
 * @param fault what goes wrong with it
 */
export function create(customers: Customers, body: string, at: number, fault: Fault = {}): Created | Refusal {
	const creatable = kept(parse(body), fault)
	if (creatable === undefined) return malformed("body", "Customer.Creatable", "The body is not a JSON object.")
	const { number: sent, method = [], contact } = creatable
	if (typeof sent !== "string" || sent === "") return malformed("number", "string", "A customer needs a number.")
	if (contact !== undefined && !isObject(contact)) return malformed("contact", "Contact", "Not an object.")
	if (!Array.isArray(method) || !method.every(isCard)) {
		return malformed("method", "Method.Creatable[]", "Every method needs the type token and a card.")
	}
	const number = fault.number ?? sent
	const cards: string[] = []
	for (const { card } of method) {
		const digest = digestOf(card)
		const refusal = cardRefusal(card, customers.isUsed(digest) || cards.includes(digest))
		if (refusal) return refusal
		cards.push(digest)
	}
	// 16 characters, as Intergiro's; a UUID comes from a pool of entropy, other random bytes cost a system call each.
	const id = randomUUID().replaceAll("-", "").slice(-16)
	const customer: Created = {
		id,
		number,
		at,
		cards,
		body: {
			id,
			number,
			...(contact === undefined ? undefined : { contact }),
			method: fault.forgetsCards ? [] : method.map(({ card }) => storedCard(card, at)),
			status: "active",
			total: 0,
			balance: [],
			currency: creatable.currency ?? "SEK",
			schedule: creatable.schedule ?? "monthly",
		},
	}
	customers.add(customer)
	return customer
}

/** A card as it is stored: what the token says of it, as far as it does. */
export function storedCard(token: string, at: number): object {
	return {
		type: "card",
		scheme: "visa",
		iin: "411111",
		last4: "1111",
		expires: [12, 39],
		...cardOf(token),
		acquirer: "sandbox",
		created: new Date(at).toISOString(),
		token: digestOf(token),
	}
}

export function parse(body: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(body)
		return isObject(value) ? value : undefined
	} catch {
		return undefined
	}
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value)
}

export function isCard(value: unknown): value is { readonly card: string } {
	return isObject(value) && value.type === "token" && typeof value.card === "string" && value.card !== ""
}
