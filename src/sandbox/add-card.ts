import { isCard, isObject, parse, storedCard } from "./create.ts"
import { type Created, type Customers, digestOf } from "./customers.ts"
import type { Fault } from "./fault.ts"
import { cardRefusal, malformed, type Refusal } from "./refusal.ts"

/**
 * Adds the card of a request's body to a customer, or says why not.
 * @param at milliseconds since 1970
 */
export function addCard(
	customers: Customers,
	{ id }: Created,
	body: string,
	at: number,
	{ forgetsCards }: Fault,
): { readonly stored: object } | Refusal {
	const method = parse(body)
	if (!isObject(method) || !isCard(method))
		return malformed("card", "Method.Creatable", "A method needs the type token and a card.")
	const digest = digestOf(method.card)
	const refusal = cardRefusal(method.card, customers.isUsed(digest))
	if (refusal) return refusal
	const stored = storedCard(method.card, at)
	if (!forgetsCards) customers.addCard({ to: id, card: digest, method: stored })
	return { stored }
}
