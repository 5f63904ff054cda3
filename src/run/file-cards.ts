import { isSent, refusalOf } from "../contract/card-state.ts"
import { type SaidThere, saidIn } from "../contract/card-word.ts"
import { claimedCard, isSameCard, mayBeSame, placesOf } from "../contract/cards.ts"
import { isRefused, type StoredCard } from "../contract/outcome.ts"
import type { LedgerPort } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"

/** A card of the file, as far as it is known. */
export interface FileCard extends StoredCard {
	/** A run sent its token for the customer, and it was refused, or not. Nothing where none did. */
	readonly sent?: "refused" | "taken"
}

interface Knowing {
	readonly state: RunState
	readonly ledger: Pick<LedgerPort, "cardOf" | "saidThere" | "sentFor" | "refusedFor" | "isRefused">
	hashToken(token: string): string
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

/** The same, and whether it was sent for the customer of a number. */
export function fileCard(world: Knowing, number: string, token: string): FileCard {
	const sent = sentAs(world, number, world.hashToken(token))
	return { ...cardOfFile(world, token), ...(sent ? { sent } : {}) }
}

/** Whether a token was sent for a customer, and refused. @param token its hash */
export function sentAs(
	{
		state,
		ledger,
	}: Pick<Knowing, "state"> & { readonly ledger: Pick<LedgerPort, "sentFor" | "refusedFor" | "isRefused"> },
	number: string,
	token: string,
): FileCard["sent"] {
	const added = state.cards.byToken.get(token)
	if (added && isSent(added)) return refusalOf(added) ? "refused" : "taken"
	const one = state.get(number)
	const isOfCreation = one?.kind === "settled" && one.tokens?.includes(token)
	if (isOfCreation) return isRefused(one.outcome) ? "refused" : "taken"
	if (ledger.sentFor(token) !== number) return undefined
	return ledger.refusedFor(token) || ledger.isRefused(token) ? "refused" : "taken"
}

/** Cards that a customer can have, for all that runs know. */
interface Known {
	readonly most: number
	/** Among these are all that it had before a run added the first one, whatever they are. */
	readonly isCounted: boolean
	/** Which these were, where that is known. */
	readonly were?: readonly StoredCard[]
	readonly sets: readonly { readonly stored: readonly StoredCard[] }[]
	/** By a person's word one of each of these is that of a token that was never sent. */
	readonly said: readonly SaidThere["cards"][]
}

/**
 * How many cards a customer can have, whom runs know to have some, and a file. Cards of the file of which none that is known can have come are
 * explained by it where they certainly are there, by their last digits and expiry: in whichever way the cards are taken for those that there can be. So
 * is, in every folder, a card that is there by a person's word.
 */
export function mostWith(
	there: readonly StoredCard[],
	{ most, isCounted, were, sets, said }: Known,
	ofFile: readonly FileCard[],
): number {
	const stored = sets[0]?.stored ?? []
	const isOne = (cards: readonly StoredCard[], card: StoredCard) => cards.some((one) => isSameCard(one, card) === true)
	const mayBeCounted = (cards: readonly StoredCard[]) =>
		isCounted && (were === undefined || cards.some((card) => were.some((one) => mayBeSame(one, card))))
	const words = said.map((sets) => saidIn(sets, there) ?? []).filter((cards) => !mayBeCounted(cards))
	// Of a token of the file a person may have said so.
	const told = words.flatMap((cards) => (cards.length === 1 ? cards : []))
	const isOwn = (card: FileCard) =>
		card.sent === undefined ? !isCounted && !isOne(told, card) : card.sent === "refused"
	const own = ofFile.filter((card) => isOwn(card) && isOne(there, card) && !isOne(stored, card))
	/** Each with those that it certainly is one of. */
	const certain = new Map<StoredCard, readonly StoredCard[]>()
	for (const card of own) certain.set(card, [card])
	for (const cards of words) if (cards.length > 0) certain.set({}, cards)
	if (certain.size === 0) return most
	const any = Array.from({ length: Math.max(0, most - stored.length) }, (): StoredCard => ({}))
	const known = [...stored, ...any]
	const isSame = (one: StoredCard, card: StoredCard) => {
		const cards = certain.get(card)
		return cards ? isOne(cards, one) : mayBeSame(one, card)
	}
	const explained = (wanted: readonly StoredCard[]) => placesOf(there, wanted, isSame).size
	return most + explained([...known, ...certain.keys()]) - explained(known)
}
