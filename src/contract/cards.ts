import { cardClaimsOf, expiryIn, last4In, schemeIn } from "../customer/claims.ts"
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

/** Whether each of the wanted cards, as Intergiro said it before, is among those that are there, as far as both say what it is. */
export function holdsCards(there: readonly StoredCard[], wanted: readonly StoredCard[]): boolean {
	const isSame = (one: StoredCard, card: StoredCard) => mayBeSame(one, card) && holds([schemeOf(one)], [schemeOf(card)])
	return placesOf(there, wanted, isSame).size === wanted.length
}

/** The places of cards that are there and can be taken for wanted ones, each for one: as many as can be. */
export function placesOf(
	there: readonly StoredCard[],
	wanted: readonly StoredCard[],
	isSame: (one: StoredCard, card: StoredCard) => boolean = mayBeSame,
): ReadonlySet<number> {
	/** By the place of each that is there, the one that it is taken for. */
	const taken = new Map<number, StoredCard>()
	// One that may be several gives way to one that can only be this.
	const take = (card: StoredCard, tried: Set<number>): boolean => {
		for (const place of there.keys()) {
			if (tried.has(place) || !isSame(there[place] ?? {}, card)) continue
			tried.add(place)
			const other = taken.get(place)
			if (other !== undefined && !take(other, tried)) continue
			taken.set(place, card)
			return true
		}
		return false
	}
	for (const card of wanted) take(card, new Set())
	return new Set(taken.keys())
}

/** What a token says of its card, to be compared with those that are stored. */
export function claimedCard(token: string): StoredCard {
	const claims = cardClaimsOf(token) ?? {}
	const [scheme, last4, expiry] = [schemeIn(claims), last4In(claims), expiryIn(claims)]
	return {
		...(scheme === undefined ? {} : { scheme }),
		...(last4 === undefined ? {} : { last4 }),
		...(expiry === undefined ? {} : { expires: [expiry.month, expiry.year] }),
	}
}

/**
 * In what the cards that are there differ from those that were sent, in whatever order: their number, and where none is missing what is known
 * of those that were sent. Paths in the request.
 */
export function cardDifferences(wanted: readonly StoredCard[], cards: readonly StoredCard[]): readonly string[] {
	if (cards.length < wanted.length) return ["method"]
	const parts = Object.entries(compared).filter(([, said]) => !holds(cards.map(said), wanted.map(said)))
	return [...(cards.length > wanted.length ? ["method"] : []), ...parts.map(([part]) => `method.${part}`)]
}

/** What says which card it is. */
const compared: Readonly<Record<string, (card: StoredCard) => string | undefined>> = {
	expires: ({ expires }) => expires?.join("/"),
	last4: ({ last4 }) => last4,
	scheme: schemeOf,
}

/** All in which cards can differ, and of which a person can say that it is right. Paths in the request. */
export const cardPaths: readonly string[] = ["method", ...Object.keys(compared).map((part) => `method.${part}`)]

/** However it is written; nothing where it is not known. */
function schemeOf({ scheme }: StoredCard): string | undefined {
	return scheme === "unknown" ? undefined : scheme?.toLowerCase().replace(/[^a-z]/g, "")
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

/** Whether two cards of a customer are one that is there twice: the same scheme, last digits and expiry. */
export function isTwin(one: StoredCard, other: StoredCard): boolean {
	const scheme = schemeOf(one)
	return isSameCard(one, other) === true && scheme !== undefined && scheme === schemeOf(other)
}

/** Whether one of these cards is there twice. */
export function hasTwins(cards: readonly StoredCard[]): boolean {
	return cards.some((one, place) => cards.some((other, at) => at > place && isTwin(one, other)))
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

/** What tells these cards from others, in whatever order they are listed: the last digits of each, and when it expires. */
export function printOfCards(cards: readonly StoredCard[]): string {
	const prints = cards.map(({ last4 = "", expires = [] }) => `${last4}/${expires.join("-")}`)
	return `cards ${prints.sort().join(" ")}`
}
