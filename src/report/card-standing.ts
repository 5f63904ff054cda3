import type { CardFate } from "../contract/card-fate.ts"
import type { CardState } from "../contract/card-state.ts"
import { saidIn } from "../contract/card-word.ts"
import { isSameCard, mayBeSame, placesOf } from "../contract/cards.ts"
import type { LackingCard } from "../contract/lacking.ts"
import type { Mapped, StoredCard } from "../contract/outcome.ts"
import type { AccountedCard, CardFacts } from "./card-facts.ts"

/** Cards that may be that of the token. */
interface Alike {
	readonly alike: readonly StoredCard[]
}

/** Whether a card of a customer who was there before certainly is where it should be; or was refused, and has another one in its place. */
export function standingReader(
	facts: CardFacts,
	{ cards, ...outcome }: Mapped,
	tokens: readonly string[],
	states: readonly (CardState | undefined)[],
): (token: string) => "there" | "replaced" | Alike | undefined {
	const { numbers, sentFor, refusedFor, lackingFor, cardOfToken } = facts
	const left = cards && withoutAdded(cards, states)
	const named = new Set<string>()
	for (const token of tokens) {
		const said = cards && cardSaid(facts, token, cards)
		const place = said && left ? left.findIndex((card) => isSameCard(card, said) !== false) : -1
		if (place < 0) continue
		left?.splice(place, 1)
		named.add(token)
	}
	const open = tokens.filter((token, index) => {
		if (named.has(token)) return false
		if (states[index] !== undefined || refusedFor?.(token)?.isAdded) return false
		const place = left?.findIndex((card) => isNamed(cardOfToken(token), card)) ?? -1
		if (place < 0) return true
		left?.splice(place, 1)
		named.add(token)
		return false
	})
	const isKnown = outcome.kind === "existing" && outcome.run !== undefined
	const later = (token: string) => facts.sentSince?.(tokens, token).length ?? 0
	const isOfThis = (token: string) => (sentFor === undefined ? isKnown : numbers.includes(sentFor(token) ?? ""))
	const isSent = (token: string) =>
		isOfThis(token) && !refusedFor?.(token) && !facts.isRefused?.(token) && !facts.absentFor?.(token)
	const expected = new Expected(left ?? [], open.filter(isSent), cardOfToken)
	// One for each of the file's that were refused.
	const hasOthers = left !== undefined && expected.beside.length >= open.filter((token) => refusedFor?.(token)).length
	// Nobody sent it here, and it may be one that is there all the same: by another computer, or by hand.
	const alike = (token: string): Alike | undefined => {
		const isAlike = (card: StoredCard) => isSameCard(card, cardOfToken(token)) === undefined
		return expected.beside.some(isAlike) ? { alike: left?.filter(isAlike) ?? [] } : undefined
	}
	return (token) => {
		if (named.has(token)) return "there"
		if (facts.elsewhere?.(token)?.isThis || facts.absentFor?.(token)) return undefined
		// Not all of those that were sent are there, and nobody knows which.
		if (left && isSent(token) && !expected.isThere(token)) return undefined
		// Of one who did not exist when it was refused, every card that a run sent came since, and one that nobody sent is in no card's place; of
		// one who did, those that were added since are counted.
		const refused = refusedFor?.(token)
		if (refused) return isKnown && hasOthers && !refused.isAdded && later(token) > 0 ? "replaced" : undefined
		// What was sent last with a creation that was refused is no card of it.
		if (facts.isRefused?.(token)) return undefined
		const claimed = cardOfToken(token)
		if (left && !left.some((card) => mayBeSame(card, claimed))) return undefined
		// It was of the one before, who is gone.
		if (isFormer(facts, tokens, token)) return undefined
		// Nothing that was read tells of it, but the run that sent it.
		const lacking = lackingFor?.(token)
		// Nor is it certain that it was made by that, or with which card.
		if (lacking && !lacking.isMissing && !isMadeBy(outcome, lacking)) return undefined
		if (lacking && (left === undefined || (lacking.isMissing && left.length <= later(token)))) return undefined
		// What was sent for this very customer, and not refused, is one of the cards that it has.
		if (isOfThis(token) && (isKnown || left !== undefined || facts.isAdded?.(token))) return "there"
		return alike(token)
	}
}

/** Which of the cards that were sent for a customer are there, and which others. */
class Expected {
	/** Those that are none of them; where several may be, this is one way to have it. */
	readonly beside: readonly StoredCard[]
	readonly #there: ReadonlySet<string>

	constructor(stored: readonly StoredCard[], sent: readonly string[], cardOf: (token: string) => StoredCard) {
		const takenBut = (one?: string) => placesOf(stored, sent.filter((token) => token !== one).map(cardOf))
		const taken = takenBut()
		this.beside = stored.filter((_, place) => !taken.has(place))
		// In whichever way the cards are taken for those that were sent, one of them is for it.
		this.#there = new Set(sent.filter((token) => takenBut(token).size < taken.size))
	}

	isThere(token: string): boolean {
		return this.#there.has(token)
	}
}

/** Whether a run of this computer made the customer, for all that is known: what one has in doubt may be there from before. */
export function isMadeBy(outcome: Pick<Mapped, "kind">, { run, isMaker }: LackingCard): boolean {
	return isMaker === true || (outcome.kind === "existing" && "run" in outcome && outcome.run === run)
}

/** A card of the customer who had the number before this one was made anew. */
export function isFormer({ sentSince }: CardFacts, tokens: readonly string[], token: string): boolean {
	return sentSince?.(tokens, token).some(({ isAnew }) => isAnew) ?? false
}

/** The card there of which a person said that it is that of a token, which was never sent, or refused. */
function cardSaid({ saidThere, sentFor, refusedFor }: CardFacts, token: string, cards: readonly StoredCard[]) {
	const isTaken = sentFor?.(token) !== undefined && !refusedFor?.(token)?.isAdded
	const said = isTaken ? [] : (saidThere?.(token) ?? [])
	return saidIn(said, cards)?.[0]
}

/** The customer's cards but for those that were added. */
function withoutAdded(cards: readonly StoredCard[], states: readonly (CardState | undefined)[]): StoredCard[] {
	const left = [...cards]
	for (const state of states) {
		if (state?.kind !== "settled" || state.outcome.kind !== "added") continue
		const { card = {} } = state.outcome
		const index = left.findLastIndex((one) => isSameCard(one, card) !== false)
		left.splice(index >= 0 ? index : left.length - 1, 1)
	}
	return left
}

/** Whether a stored card has the last four digits of a token, and no other expiry. */
function isNamed(claimed: StoredCard, card: StoredCard): boolean {
	return claimed.last4 !== undefined && card.last4 !== undefined && isSameCard(card, claimed) !== false
}

/**
 * What was read of a customer goes before every word on its cards: one that certainly is there, by its last digits and what else its token says, is
 * there, whatever was answered when it was sent, or said of it since.
 */
export function asSeen(
	accounted: readonly AccountedCard[],
	stored: readonly StoredCard[] | undefined,
	cardOfToken: CardFacts["cardOfToken"],
): readonly AccountedCard[] {
	if (stored === undefined || !accounted.some(isAbsent)) return accounted
	const left = [...stored]
	const take = (token: string) => {
		const place = left.findIndex((card) => isNamed(cardOfToken(token), card))
		return place >= 0 && left.splice(place, 1).length > 0
	}
	for (const { token } of accounted.filter(isThere)) take(token)
	return accounted.map((entry) => {
		const { token } = entry
		return isAbsent(entry) && take(token) ? { token, fate: "there" } : entry
	})
}

/** Those that were refused with the cards that the customer has beside those that are known, and that may be theirs: they may be there since. */
export function withAlike(
	accounted: readonly AccountedCard[],
	{ cardOfToken, knownStored = [] }: Pick<CardFacts, "cardOfToken" | "knownStored">,
	stored: readonly StoredCard[] | undefined,
): readonly AccountedCard[] {
	if (stored === undefined || !accounted.some(({ fate }) => fate === "refused")) return accounted
	const isKnown = (card: StoredCard) => knownStored.some((one) => mayBeSame(one, card))
	const own = accounted.filter(isThere).map(({ token }) => cardOfToken(token))
	const taken = placesOf(stored, [...knownStored, ...own.filter((card) => !isKnown(card))])
	const beside = stored.filter((_, place) => !taken.has(place))
	return accounted.map((entry) => {
		const alike = beside.filter((card) => isSameCard(card, cardOfToken(entry.token)) === undefined)
		return entry.fate === "refused" && alike.length > 0 ? { ...entry, alike } : entry
	})
}

export function isThere({ fate }: AccountedCard): boolean {
	return fate === "sent" || fate === "added" || fate === "there"
}

const absent: readonly CardFate[] = ["asked", "refused", "not-added", "not-stored", "not-known", "unread"]

/** By what is known of it so far it is not there, or nobody knows; what is in doubt stays so until that is settled. */
function isAbsent({ fate }: AccountedCard): boolean {
	return absent.includes(fate)
}
