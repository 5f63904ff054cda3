import { cardClaimsOf, expiryIn, last4In } from "../customer/claims.ts"
import type { StoredCard } from "./outcome.ts"

/** Months in which cards expire: there are few, and a run keeps them for a million customers. */
const months = new Map<number, readonly [month: number, year: number]>()

/** The same cards, with what many of them have in common kept once. */
export function compactCards(cards: readonly StoredCard[]): readonly StoredCard[] {
	return cards.length === 0 ? none : cards.map(compact)
}

const none: readonly StoredCard[] = []

function compact(card: StoredCard): StoredCard {
	if (card.expires === undefined) return card
	const [month, year] = card.expires
	const key = year * 12 + month
	const expires = months.get(key) ?? card.expires
	if (expires === card.expires) months.set(key, expires)
	return { ...card, expires }
}

/** Whether each of the wanted cards is among those that are there, as far as both say the last digits and the expiry. */
export function holdsCards(there: readonly StoredCard[], wanted: readonly StoredCard[]): boolean {
	const left = [...there]
	return wanted.every((card) => {
		const index = left.findIndex((one) => mayBeSame(one, card))
		if (index >= 0) left.splice(index, 1)
		return index >= 0
	})
}

/** What a token says of its card, to be compared with those that are stored. */
export function claimedCard(token: string): StoredCard {
	const claims = cardClaimsOf(token) ?? {}
	const [last4, expiry] = [last4In(claims), expiryIn(claims)]
	return {
		...(last4 === undefined ? {} : { last4 }),
		...(expiry === undefined ? {} : { expires: [expiry.month, expiry.year] }),
	}
}

/** Whether two certainly are one card, by its last digits and expiry: `undefined` where they may be. */
export function isSameCard(one: StoredCard, other: StoredCard): boolean | undefined {
	if (!mayBeSame(one, other)) return false
	const both = [one, other]
	if (both.every(({ last4, expires }) => last4 !== undefined && expires !== undefined)) return true
	// What says nothing of itself may be any card: only something in common makes it a question.
	return both.every(({ expires }) => expires !== undefined) || both.every(({ last4 }) => last4 !== undefined)
		? undefined
		: false
}

/** Whether two may be one card: nothing that both say of it differs. */
export function mayBeSame(one: StoredCard, other: StoredCard): boolean {
	const isSame = (a: unknown, b: unknown) => a === undefined || b === undefined || a === b
	return (
		isSame(one.last4, other.last4) &&
		isSame(one.iin, other.iin) &&
		isSame(one.expires?.join("/"), other.expires?.join("/"))
	)
}
