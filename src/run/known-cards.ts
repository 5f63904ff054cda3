import { type Beside, besideIn, bestBeside } from "../contract/beside.ts"
import { isOfCard } from "../contract/card-paths.ts"
import { isSent, ownCard, refusalOf } from "../contract/card-state.ts"
import type { SaidThere } from "../contract/card-word.ts"
import { cardDifferences, holdsCards, isSameCard } from "../contract/cards.ts"
import type { Exists } from "../contract/expected.ts"
import type { StoredCard } from "../contract/outcome.ts"
import type { LedgerEntry, LedgerPort, Listed } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"
import type { Creatable } from "../customer/creatable.ts"
import { type FileCard, mostWith } from "./file-cards.ts"
import type { MostCards } from "./judge.ts"

interface Knowing {
	readonly state: RunState
	readonly ledger: Pick<
		LedgerPort,
		"lookup" | "sentTo" | "sentFor" | "cardOf" | "refusedFor" | "saidThere" | "saidOf" | "sighting"
	>
}

/** Cards that a customer can have, as all runs know them together. */
export interface KnownCards {
	/** It has no more: those that were sent and may be there are among them, and none that was refused. */
	readonly most: number
	/** Among these are all that it had before a run added the first one, whatever they are. */
	readonly isCounted: boolean
	/** Which these were, where that is known. */
	readonly were?: readonly StoredCard[]
	/** Which they can be, where that is known of all that it has: each of these is right. */
	readonly sets: readonly CardSet[]
	/** By a person's word one of each of these, whichever was said last of those that are there, is that of a token that was never sent. */
	readonly said: readonly SaidThere["cards"][]
}

interface CardSet {
	/** How many should be there. */
	readonly count: number
	/** Which of them are known; one of which nothing is known may be any. */
	readonly stored: readonly StoredCard[]
	/** It has no others than these: none from before, and none that was refused or is in doubt. */
	readonly isWhole: boolean
	/** A person who looked said that these are right. */
	readonly isSaid: boolean
}

/**
 * How many it can have, as far as any run knows that.
 * @param there those that it has, and `ofFile` those of the file
 */
export function mostCards(
	knowing: Knowing & { readonly ledger: Pick<LedgerPort, "addedTo"> },
	{ number, outcome, cards }: Exists,
	{
		there = [],
		ofFile = [],
	}: { there?: readonly StoredCard[] | undefined; ofFile?: readonly FileCard[] | undefined } = {},
): MostCards {
	const { state } = knowing
	const hasAdded = state.cards.addedTo(number) !== undefined
	if (state.cards.isInDoubt(number)) return { most: Infinity, hasAdded }
	const known = knownCards(knowing, number, outcome.id)
	if (known !== undefined)
		return { most: mostWith(there, known, ofFile), count: known.sets[0]?.count ?? known.most, hasAdded }
	// Older journals do not say with which tokens it was created; then it is as many as came back.
	return { most: cards?.isExact ? cards.count + addedByOthers(knowing, number) : Infinity, hasAdded }
}

const noEntry: Pick<Extract<LedgerEntry, { state: "exists" }>, "cards" | "made"> = {}

/** Those that runs sent to be added to a customer, and those that it should have beside them; nothing where no run knows that. */
export function knownCards({ state, ledger }: Knowing, number: string, id: string): KnownCards | undefined {
	const [entry, sighting, own] = [ledger.lookup(number), ledger.sighting(number), state.existing(number)]
	// What is added under the one number is not known under the other.
	if (sighting?.id === id && sighting.under !== undefined) return undefined
	const { cards: count, made } = entry?.state === "exists" && entry.id === id ? entry : noEntry
	const known = [
		own?.outcome.id === id ? besideIn(state, own) : undefined,
		count === undefined ? undefined : ({ count, by: "creation", ...(made ? { cards: made } : {}) } as const),
		sighting?.id === id ? sighting.beside : undefined,
	]
	const best = known.reduce(bestBeside)
	if (best === undefined) return undefined
	const sent = [...new Set([...ledger.sentTo(number), ...state.cards.sentTo(number)])]
	const since = (beside: Beside) => sent.filter((token) => !beside.with?.includes(token))
	// Who looked and said so knows it as well as who made it.
	const becameOf = (token: string) => cameOf({ state, ledger }, token)
	const sets = [...new Set([best, ...known])].flatMap((beside): CardSet[] => {
		if (beside === undefined || (beside.cards === undefined && beside !== best)) return []
		const sentSince = since(beside)
		const added = sentSince.map(becameOf).filter((card) => typeof card === "object")
		const isWhole = beside.cards !== undefined && added.length === sentSince.length
		const stored = [...(beside.cards ?? []), ...added]
		return [{ count: beside.count + added.length, stored, isWhole, isSaid: beside.by === "person" }]
	})
	const stored = since(best).filter((token) => becameOf(token) !== "none")
	const said = saidOf({ state, ledger }, number)
	const counted = { isCounted: best.by === "look", ...(best.were ? { were: best.were } : {}) }
	return { most: best.count + stored.length, ...counted, sets, said }
}

/** Of the tokens of a customer that were never sent those cards that are there by a person's word, in whichever run. */
function saidOf({ state, ledger }: Knowing, number: string): readonly SaidThere["cards"][] {
	const tokens = new Set([...ledger.saidOf(number), ...Array.from(state.cards.of(number), ([token]) => token)])
	return Array.from(tokens).flatMap((token) => {
		const sets = [...(ledger.saidThere(token)?.cards ?? []), ...state.cards.saidThere(token)]
		const own = state.cards.byToken.get(token)
		return sets.length === 0 || ledger.sentFor(token) !== undefined || (own && isSent(own)) ? [] : [sets]
	})
}

/** The card that came of a token that was sent to be added, as far as it is known; `open` where one may have come. */
function cameOf({ state, ledger }: Pick<Knowing, "state" | "ledger">, token: string): StoredCard | "open" | "none" {
	const own = state.cards.byToken.get(token)
	const isOwn = own !== undefined && isSent(own)
	const refusal = isOwn ? refusalOf(own) : ledger.refusedFor(token)?.refusal
	if (refusal !== undefined) {
		// A person says that it is there since.
		const said = state.cards.saidThere(token).at(-1) ?? ledger.saidThere(token)?.cards.at(-1)
		if (said) return said.length === 1 ? (said[0] ?? {}) : {}
		// What was refused as used may be there, by whomever it was sent.
		return "code" in refusal && refusal.code === "token used" ? "open" : "none"
	}
	if (isOwn) return own.kind === "settled" && own.outcome.kind === "added" ? ownCard(own.outcome) : "open"
	const known = ledger.cardOf(token)
	return known?.isAdded ? known.card : "open"
}

/** In what the cards that a customer has are others than it can have, where so much is known of them: paths in the request. */
export function unlikeKnown(cards: readonly StoredCard[], known: KnownCards | undefined): readonly string[] {
	const sets = known?.sets ?? []
	const [first] = sets
	if (first === undefined || sets.some((set) => isLike(cards, set))) return []
	const differs = cardDifferences(first.stored, cards).filter(isOfCard)
	return differs.length > 0 ? differs : ["method.last4"]
}

/** Whether these are the cards that a person said are right, whatever their tokens say. */
export function isSaidRight(cards: readonly StoredCard[] | undefined, known: KnownCards | undefined): boolean {
	return isOneOf(
		cards,
		known?.sets.filter(({ isSaid }) => isSaid),
	)
}

/** Whether these are, for all that is known, the cards that a customer should have: no more, no fewer, and no others. */
export function isAsKnown(cards: readonly StoredCard[] | undefined, known: KnownCards | undefined): boolean {
	return isOneOf(cards, known?.sets)
}

/** The same where so much is known of each that it can be no other. */
export function isCertainlyKnown(cards: readonly StoredCard[], known: KnownCards | undefined): boolean {
	const isTold = ({ count, stored }: CardSet) =>
		stored.length === count && stored.every(({ last4 }) => last4 !== undefined)
	return isOneOf(cards, known?.sets.filter(isTold))
}

function isOneOf(cards: readonly StoredCard[] | undefined, sets: readonly CardSet[] = []): boolean {
	return cards !== undefined && sets.some((set) => set.count === cards.length && isLike(cards, set))
}

/**
 * The same of one who was there before: whose cards of the file certainly are all there, whatever else it has is no matter of the file. One of
 * which runs know the cards has none of another scheme in the place of one of these.
 */
export function unlikeFile(
	cards: readonly StoredCard[],
	known: KnownCards | undefined,
	ofFile: readonly StoredCard[],
): readonly string[] {
	if (isWholeFile(cards, ofFile)) return []
	const unlike = unlikeKnown(cards, known)
	if (unlike.length > 0 || known === undefined || isSaidRight(cards, known)) return unlike
	return ofFile.some((card) => isOfOtherScheme(card, cards)) ? ["method.scheme"] : []
}

/** Whether all that are there with the last digits and the expiry of a card are of another scheme. */
function isOfOtherScheme(card: StoredCard, cards: readonly StoredCard[]): boolean {
	const same = cards.filter((one) => isSameCard(one, card))
	return same.length > 0 && same.every((one) => cardDifferences([card], [one]).includes("method.scheme"))
}

/** Whether all cards of the file are there, by their last digits. */
export function isWholeFile(cards: readonly StoredCard[], claimed: readonly StoredCard[]): boolean {
	const isNamed = (card: StoredCard) => card.last4 !== undefined
	return claimed.length > 0 && claimed.every(isNamed) && holdsCards(cards.filter(isNamed), claimed)
}

/** Of more cards than there should be those have to be among them, of fewer each has to be one of those. */
function isLike(cards: readonly StoredCard[], { count, stored, isWhole }: CardSet): boolean {
	if (cards.length >= count) return holdsCards(cards, stored)
	return !isWhole || holdsCards(stored, cards)
}

/**
 * A listed customer, who is other than the file by having more cards than it can have, or others.
 * @param cardOf what is known of the card of a token
 */
export function withOthers(listed: Listed, known: KnownCards | undefined, cardOf: (token: string) => FileCard): Listed {
	const { cards, compare } = listed
	if (known === undefined || cards === undefined) return listed
	const others = ({ method }: Creatable) => {
		const ofFile = method.map(({ card }) => cardOf(card))
		const counted = cards.length > mostWith(cards, known, ofFile) ? ["method"] : []
		return [...counted, ...unlikeFile(cards, known, ofFile)]
	}
	return { ...listed, compare: (sent) => [...new Set([...(compare?.(sent) ?? []), ...others(sent)])] }
}

/** How many cards other runs sent for a customer. */
export function addedByOthers(
	{ state, ledger }: { readonly state: Pick<RunState, "cards">; readonly ledger: Pick<LedgerPort, "addedTo"> },
	number: string,
): number {
	return ledger.addedTo(number).filter((token) => !state.cards.byToken.has(token)).length
}
