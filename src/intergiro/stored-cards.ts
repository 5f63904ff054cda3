import type { StoredCard } from "../contract/outcome.ts"
import { cardClaimsOf, expiryIn, last4In } from "../customer/claims.ts"
import { isObject } from "./api-error.ts"

/** The cards of an answer's `method`, as far as it says something of them; nothing where it is no list. Never their tokens. */
export function storedCards(method: unknown): readonly StoredCard[] | undefined {
	return Array.isArray(method) ? method.map(storedCard) : undefined
}

/** One stored card; what is not as documented is left out. */
export function storedCard(method: unknown): StoredCard {
	if (!isObject(method)) return {}
	const { scheme, iin, last4 } = method
	const expires = expiryIn({ xpr: method.expires })
	return {
		...(fits(scheme, /^[\w -]{1,20}$/) ? { scheme } : {}),
		...(fits(iin, /^\d{6}$/) ? { iin } : {}),
		...(fits(last4, /^\d{4}$/) ? { last4 } : {}),
		...(expires ? { expires: [expires.month, expires.year] as const } : {}),
	}
}

/**
 * In what the cards that came back differ from the tokens that were sent, in whatever order: their number, and where none is missing what a
 * token says of its card by itself. `path` of what is sent.
 */
export function cardDifferences(
	tokens: readonly string[],
	cards: readonly StoredCard[],
	path = "method",
): readonly string[] {
	if (cards.length < tokens.length) return [path]
	const claims = tokens.map((token) => cardClaimsOf(token) ?? {})
	const expiries = claims.map((claim) => {
		const expiry = expiryIn(claim)
		return expiry && `${expiry.month}/${expiry.year}`
	})
	return [
		...(cards.length > tokens.length ? [path] : []),
		...(holds(
			cards.map(({ expires }) => expires && `${expires[0]}/${expires[1]}`),
			expiries,
		)
			? []
			: [`${path}.expires`]),
		...(holds(
			cards.map(({ last4 }) => last4),
			claims.map(last4In),
		)
			? []
			: [`${path}.last4`]),
	]
}

/** Whether each of the wanted values is there as often as it is wanted; one that is not said may be any. */
function holds(there: readonly (string | undefined)[], wanted: readonly (string | undefined)[]): boolean {
	const said = there.filter((one) => one !== undefined)
	let unsaid = there.length - said.length
	return wanted.every((one) => {
		if (one === undefined) return true
		const index = said.indexOf(one)
		if (index >= 0) said.splice(index, 1)
		else unsaid--
		return index >= 0 || unsaid >= 0
	})
}

function fits(value: unknown, form: RegExp): value is string {
	return typeof value === "string" && form.test(value)
}
