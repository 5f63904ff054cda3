import type { CardState } from "../contract/card-state.ts"
import { claimedCard, isSameCard } from "../contract/cards.ts"
import type { Mapped, Outcome, StoredCard } from "../contract/outcome.ts"
import { last4Of } from "../customer/claims.ts"
import type { Checked } from "./checked.ts"
import type { CheckedRow } from "./ending.ts"

/** What is known of a customer's cards at the end. */
export interface CardFacts {
	readonly number: string
	/** Its rows: several that were joined, or one. */
	readonly rows: readonly CheckedRow[]
	readonly outcome: Outcome | undefined
	/** Cards that were sent for it. */
	readonly cards: number
	/** What the look at the end of the run came to. */
	readonly checked: Checked | undefined
	/** The customer number for which a card token was ever sent, by the ledger. */
	readonly sentFor: ((token: string) => string | undefined) | undefined
	/** What became of a card token that was to be added to the customer. */
	readonly cardOf?: ((token: string) => CardState | undefined) | undefined
}

/** How the cards of a customer, and what else came back of it, compare with what was sent. */
export interface CardsOutcome {
	/** Sent with the customer, and not there. */
	readonly isMissing: boolean
	/** In the file, and not sent: the customer was there before, and does not have it for all that is known. */
	readonly isNotStored: boolean
	/** Sent to be added, and not known whether it was stored. */
	readonly isInDoubt: boolean
	/** Why a card was not added, in a sentence. */
	readonly refusal: string | undefined
	/** Where the cardholder verifies a card that was to be added. */
	readonly link: string | undefined
	/** Paths in the request that came back with another value, cards not counted. */
	readonly differs: readonly string[]
}

const nothing: CardsOutcome = {
	isMissing: false,
	isNotStored: false,
	isInDoubt: false,
	refusal: undefined,
	link: undefined,
	differs: [],
}

export function cardsOutcome(facts: CardFacts): CardsOutcome {
	const { outcome, cards, checked } = facts
	if (outcome === undefined || !("id" in outcome)) return nothing
	const { kind, differs = [] } = outcome
	const isLess = differs.includes("method") || (outcome.cards !== undefined && outcome.cards.length < cards)
	const states = tokensOf(facts).flatMap((token) => facts.cardOf?.(token) ?? [])
	const added = states.filter(isAdded).length
	return {
		isMissing: checked === "card-missing" || (isLess && (outcome.cards?.length ?? 0) + added < cards),
		isNotStored: kind === "existing" && !(cards > 0) && !isStored(facts, outcome),
		isInDoubt: states.some((state) => state.kind !== "settled"),
		link: states.map(linkOf).find((link) => link !== undefined),
		refusal: states.map(refusalOf).find((refusal) => refusal !== undefined),
		differs: differs.filter((path) => path !== "method"),
	}
}

/** Whether the cards of a file certainly are where they should be, of a customer who was there before. */
function isStored(facts: CardFacts, { cards, ...outcome }: Mapped): boolean {
	const { number, sentFor } = facts
	const tokens = tokensOf(facts).filter((token) => !isAdded(facts.cardOf?.(token)))
	if (tokens.length === 0) return true
	// The ledger has every token that was sent; one that was refused when it was to be added is spent, and nowhere.
	if (tokens.some((token) => facts.cardOf?.(token) !== undefined)) return false
	if (cards && cards.length < tokens.length) return false
	if (cards && tokens.every((token) => isAmong(token, cards))) return true
	if (cards && tokens.some((token) => last4Of(token) !== undefined)) return false
	const isKnown = outcome.kind === "existing" && outcome.run !== undefined
	return isKnown && (sentFor === undefined || tokens.every((token) => sentFor(token) === number))
}

function tokensOf({ rows }: CardFacts): readonly string[] {
	return rows.flatMap(({ tokens = [] }) => tokens)
}

function isAdded(state: CardState | undefined): boolean {
	return state?.kind === "settled" && (state.outcome.kind === "added" || state.outcome.kind === "there")
}

function linkOf(state: CardState): string | undefined {
	const outcome = state.kind === "settled" ? state.outcome : undefined
	return outcome?.kind === "verification-required" ? outcome.url : undefined
}

/** Why a card was not added, in a sentence. */
function refusalOf(state: CardState): string | undefined {
	if (state.kind !== "settled") return undefined
	const { outcome } = state
	switch (outcome.kind) {
		case "added":
			return undefined
		case "there":
			return undefined
		case "alike":
			return "It was not added, as the customer has a card that expires in the same month and may be this one."
		case "other-person":
			return `It was not added, as Intergiro has another ${outcome.fields.join(", ")} for the customer.`
		case "rejected":
		case "verification-required":
			return outcome.message
	}
}

/** By what a token says of its card: last four digits and expiry, as far as both sides say so. */
function isAmong(token: string, cards: readonly StoredCard[]): boolean {
	const claimed = claimedCard(token)
	if (claimed.last4 === undefined) return false
	return cards.some((card) => card.last4 !== undefined && isSameCard(card, claimed) !== false)
}
