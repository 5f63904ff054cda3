import { isOfCard } from "./card-paths.ts"
import { ownCard } from "./card-state.ts"
import { isSameCard, placesOf } from "./cards.ts"
import { missingCards } from "./missing-cards.ts"
import { lacksWordOfCards, type Mapped, type StoredCard } from "./outcome.ts"
import { firstCards } from "./seen.ts"
import type { RunState } from "./state.ts"

/** Cards that a run sent for a customer, and that are not all there for all that it knows. */
export interface Lacking {
	/** Their tokens, each as the hash that the ledger knows it by. */
	readonly tokens: readonly string[]
	/** How many of them are missing; nothing where nobody knows whether any is. */
	readonly count?: number
}

/** What another run knows of a card that it sent. */
export interface LackingCard {
	readonly run: string
	/** Intergiro does not have it: else it may, and the run does not know. */
	readonly isMissing: boolean
	/** The customer was made by that: a complete listing before it was sent did not hold the number. */
	readonly isMaker?: true
}

/** A card token that was sent for a customer later than another one, and neither refused nor in doubt. */
export interface LaterCard {
	readonly token: string
	/** What Intergiro said of the card that came of it, where that is known. */
	readonly card?: StoredCard
	/** It is not there, for all that the run knows that sent it. */
	readonly lacking?: LackingCard
	/** The customer was made with it: the other card was never its own. */
	readonly isMade?: true
	/** The customer was made anew with it, after the one of the other card was removed. */
	readonly isAnew?: true
	/** The tokens of other cards that its file has, where that is known: it was sent in the place of none of them. */
	readonly beside?: readonly string[]
}

/** How many cards of a customer other runs sent later than this one, and not in vain for all that is known. */
export function countOthers(state: RunState, number: string, later: readonly LaterCard[]): number {
	const one = state.get(number)
	const created = one?.kind === "settled" ? one.tokens : undefined
	return later.filter(
		({ token, lacking }) => lacking === undefined && !created?.includes(token) && !state.cards.byToken.has(token),
	).length
}

interface Sent {
	readonly token: string
	readonly card: StoredCard
}

/**
 * Which cards that a run sent for a customer are not there for all that it knows; nothing where all are.
 * @param others cards that other runs sent since, and that are there
 */
export function lackingOf(state: RunState, number: string, outcome: Mapped, others: number): Lacking | undefined {
	const created = createdWith(state, number, outcome)
	const added = [...addedTo(state, number)]
	const sent = [...created, ...added]
	if (sent.length === 0) return undefined
	if (created.length > 0 && lacksWordOfCards(outcome)) return lacking(created)
	const missing = missingOf(state, number, outcome, { created, added, others })
	if (missing) return missing
	// One that is there in its place is not the one that was sent.
	const unlike = state.unaccepted(number, outcome).some(isOfCard) ? sent : added.filter((one) => isOther(state, one))
	return unlike.length > 0 ? lacking(unlike) : undefined
}

function createdWith(state: RunState, number: string, outcome: Mapped): readonly Sent[] {
	const one = state.get(number)
	if (outcome.kind === "existing" || one?.kind !== "settled") return []
	return (one.tokens ?? []).map((token) => ({ token, card: {} }))
}

function* addedTo({ cards }: RunState, number: string): Generator<Sent> {
	for (const [token, state] of cards.of(number))
		if (state.kind === "settled" && state.outcome.kind === "added") yield { token, card: ownCard(state.outcome) }
}

function missingOf(
	state: RunState,
	number: string,
	outcome: Mapped,
	{
		created,
		added,
		others,
	}: { readonly created: readonly Sent[]; readonly added: readonly Sent[]; readonly others: number },
): Lacking | undefined {
	const stored = outcome.cards
	const sent = [...created, ...added]
	if (stored === undefined) return undefined
	const isOld = outcome.kind === "existing"
	// Whoever was there before may have cards from then, so that only the look at the end says that one is missing.
	if (isOld ? state.amissOf(number)?.cards === undefined : stored.length >= sent.length + others) return undefined
	const cardsAdded = added.map(({ card }) => card)
	if (!isOld && hasOwnCards(outcome, created.length, cardsAdded)) return undefined
	const count = (isOld ? (state.cards.addedTo(number)?.least ?? 0) : sent.length + others) - stored.length
	const wanted = sent.map(({ card }) => card)
	const { places, open, isCertain } = missingCards(wanted, stored, { count, hasOthers: isOld })
	if (places.size === 0) return undefined
	return lacking(
		sent.filter((_, place) => (isCertain ? places : open).has(place)),
		places.size,
	)
}

/**
 * Whether the cards that came with the creation of a customer, and those that were added, are certainly among those that were seen last: then of
 * others that were sent since it is not said that they are missing, as nobody may have looked at its cards after that.
 * @param count cards that it was created with
 */
export function hasOwnCards(outcome: Mapped, count: number, added: readonly StoredCard[]): boolean {
	const first = firstCards(outcome)
	if (outcome.cards === undefined || first?.length !== count) return false
	const own = [...first, ...added]
	const isCertain = (one: StoredCard, card: StoredCard) => isSameCard(one, card) === true
	return placesOf(outcome.cards, own, isCertain).size === own.length
}

function isOther(state: RunState, { token }: Sent): boolean {
	const card = state.cards.byToken.get(token)
	if (card?.kind !== "settled" || card.outcome.kind !== "added") return false
	return state.unaccepted(card.number, card.outcome).some(isOfCard)
}

function lacking(sent: readonly Sent[], count?: number): Lacking {
	return { tokens: sent.map(({ token }) => token), ...(count === undefined ? {} : { count }) }
}
