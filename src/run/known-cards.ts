import { type Beside, besideIn, bestBeside } from "../contract/beside.ts"
import { isOfCard } from "../contract/card-paths.ts"
import { isSent, ownCard } from "../contract/card-state.ts"
import { cardDifferences, claimedCard, holdsCards, isSameCard } from "../contract/cards.ts"
import type { Exists } from "../contract/expected.ts"
import type { StoredCard } from "../contract/outcome.ts"
import type { LedgerEntry, LedgerPort, Listed } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"
import type { Creatable } from "../customer/creatable.ts"
import type { MostCards } from "./judge.ts"

interface Knowing {
	readonly state: RunState
	readonly ledger: Pick<LedgerPort, "lookup" | "sentTo" | "cardOf" | "sighting">
}

/** Cards that a customer can have, as all runs know them together. */
export interface KnownCards {
	/** It has no more: those that were refused are among them, as these may be there. */
	readonly most: number
	/** Which they can be, where that is known of all that it has: each of these is right. */
	readonly sets: readonly CardSet[]
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

/** How many it can have, as far as any run knows that. */
export function mostCards(
	knowing: Knowing & { readonly ledger: Pick<LedgerPort, "addedTo"> },
	{ number, outcome, cards }: Exists,
): MostCards {
	const { state } = knowing
	const hasAdded = state.cards.addedTo(number) !== undefined
	if (state.cards.isInDoubt(number)) return { most: Infinity, hasAdded }
	const known = knownCards(knowing, number, outcome.id)
	if (known !== undefined) return { most: known.most, count: known.sets[0]?.count ?? known.most, hasAdded }
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
	const sets = [...new Set([best, ...known])].flatMap((beside): CardSet[] => {
		if (beside === undefined || (beside.cards === undefined && beside !== best)) return []
		const sentSince = since(beside)
		const added = sentSince.map((token) => storedAs({ state, ledger }, token)).filter((card) => card !== undefined)
		const isWhole = beside.cards !== undefined && added.length === sentSince.length
		const stored = [...(beside.cards ?? []), ...added]
		return [{ count: beside.count + added.length, stored, isWhole, isSaid: beside.by === "person" }]
	})
	return { most: best.count + since(best).length, sets }
}

/** What a card that was added is, without anything where nobody knows more; nothing where it was refused, or is in doubt. */
function storedAs({ state, ledger }: Pick<Knowing, "state" | "ledger">, token: string): StoredCard | undefined {
	const own = state.cards.byToken.get(token)
	if (own === undefined || !isSent(own)) {
		const known = ledger.cardOf(token)
		return known?.isAdded ? known.card : undefined
	}
	return own.kind === "settled" && own.outcome.kind === "added" ? ownCard(own.outcome) : undefined
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

/** What is known of the card of a token: what it says itself, and what Intergiro said of the one that came of it. */
export function cardOfToken(
	{ ledger, hashToken }: { readonly ledger: Pick<LedgerPort, "cardOf">; hashToken(token: string): string },
	token: string,
): StoredCard {
	return { ...claimedCard(token), ...ledger.cardOf(hashToken(token))?.card }
}

/** The same, and what a person said of it: that it is one that the customer has. */
export function cardOfFile(
	world: {
		readonly ledger: Pick<LedgerPort, "cardOf" | "saidThere">
		readonly state: Pick<RunState, "cards">
		hashToken(token: string): string
	},
	token: string,
): StoredCard {
	const hash = world.hashToken(token)
	const said = world.state.cards.saidThere(hash).at(-1) ?? world.ledger.saidThere(hash)?.cards.at(-1) ?? []
	const [card, ...others] = said
	return { ...(others.length === 0 ? card : {}), ...cardOfToken(world, token) }
}

/**
 * A listed customer, who is other than the file by having more cards than it can have, or others.
 * @param cardOf what is known of the card of a token
 */
export function withOthers(
	listed: Listed,
	known: KnownCards | undefined,
	cardOf: (token: string) => StoredCard,
): Listed {
	const { cards, compare } = listed
	if (known === undefined || cards === undefined) return listed
	const counted = cards.length > known.most ? ["method"] : []
	const others = ({ method }: Creatable) => {
		const ofFile = method.map(({ card }) => cardOf(card))
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
