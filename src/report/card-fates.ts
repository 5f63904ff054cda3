import type { CardFate } from "../contract/card-fate.ts"
import type { CardState } from "../contract/card-state.ts"
import { claimedCard, isSameCard, mayBeSame } from "../contract/cards.ts"
import type { LackingCard, LaterCard } from "../contract/lacking.ts"
import { type Missing, missingCards } from "../contract/missing-cards.ts"
import {
	type CardOutcome,
	isRefused,
	lacksWordOfCards,
	type Mapped,
	type Outcome,
	type StoredCard,
} from "../contract/outcome.ts"
import type { CardElsewhere, Refused } from "../contract/ports.ts"
import type { Checked } from "./checked.ts"
import type { CheckedRow } from "./ending.ts"
import { mayExist } from "./explain.ts"

/** What is known of a customer's cards at the end. */
export interface CardFacts {
	/** Its number in the file, and the one that its tokens were sent for. */
	readonly numbers: readonly string[]
	/** Its rows: several that were joined, or one. */
	readonly rows: readonly CheckedRow[]
	readonly outcome: Outcome | undefined
	/** Cards that were sent with its creation. */
	readonly cards: number
	/** The customer number for which a card token was ever sent, by the ledger. */
	readonly sentFor: ((token: string) => string | undefined) | undefined
	/** How Intergiro refused a card token that was sent, by this run or an earlier one. */
	readonly refusedFor?: ((token: string) => Refused | undefined) | undefined
	/** What became of a card token that was to be added to the customer. */
	readonly cardOf?: ((token: string) => CardState | undefined) | undefined
	/** What the look at the end of the run came to. */
	readonly checked?: Checked | undefined
	/** The other run that has a card of it in doubt, perhaps this very one. */
	readonly elsewhere?: ((token: string) => CardElsewhere | undefined) | undefined
	/** What the runs that sent a card of it know of that, where it is not there for all that they know. */
	readonly lackingFor?: ((token: string) => LackingCard | undefined) | undefined
	/** The cards but these that were sent for it since a token was, or at all. */
	readonly sentSince?: ((tokens: readonly string[], token?: string) => readonly LaterCard[]) | undefined
	/** Whether the customer for whom a card token was sent last was refused. */
	readonly isRefused?: ((token: string) => boolean) | undefined
	/** How many cards a customer who was there before has at least, as cards were added to it. */
	readonly least?: number | undefined
}

export interface CardEnding {
	readonly token: string
	readonly fate: CardFate
	/** What became of it where it was to be added. */
	readonly outcome?: CardOutcome
	/** Not sent, as a card of the customer is in doubt there. */
	readonly elsewhere?: CardElsewhere
	/** The run that sent it, and does not know whether it is there. */
	readonly sentBy?: string
	/** A card of the customer is missing, and nobody can tell whether it is this one or another. */
	readonly isUnclear?: true
	/** The run that sent the row since with another card, which is not there either. */
	readonly renewedBy?: string
}

/** What became of each card token in the rows of a customer, once where several of its rows have the same. */
export function cardEndings(facts: CardFacts): readonly CardEnding[] {
	const endings = withMissing(facts)
	const tokens = endings.map(({ token }) => token)
	const isMended = facts.outcome?.kind === "existing" && facts.outcome.mended === true
	const stored = storedIn(facts.outcome)
	// What the customer has beside those of the file may be in the place of others; where it was not read, it is as those say who sent them.
	let spare = stored ? stored.length - endings.filter(isThere).length : Infinity
	let replaced = 0
	return endings.map((ending): CardEnding => {
		const { token, fate } = ending
		const isOpen = replaceable.includes(fate) || (isMended && renewable.includes(fate))
		if (fate !== "replaced" && !isOpen) return ending
		const since = facts.sentSince?.(tokens, token) ?? []
		const able = stored ? since.length : since.filter(({ lacking }) => lacking === undefined).length
		if (fate === "replaced" || (able > replaced && spare > 0)) {
			replaced++
			spare--
			return { token, fate: "replaced" }
		}
		return isMended && renewable.includes(fate) ? renewed(ending, since) : ending
	})
}

/** Sent, and not there: another card may be in its place. */
const replaceable: readonly CardFate[] = ["refused", "missing", "not-added"]
/** Never sent: with a row that was sent since it may be another card. */
const renewable: readonly CardFate[] = ["left", "not-stored", "unread"]

function isThere({ fate }: CardEnding): boolean {
	return fate === "sent" || fate === "added" || fate === "there"
}

/** The row was sent since with other cards: of this one what is known of those. */
function renewed(ending: CardEnding, since: readonly LaterCard[]): CardEnding {
	const { token } = ending
	const [missing, open] = [true, false].map((one) => since.find(({ lacking }) => lacking?.isMissing === one)?.lacking)
	if (missing) return { token, fate: "not-added", renewedBy: missing.run }
	return open ? { token, fate: "not-known", sentBy: open.run } : ending
}

function withMissing(facts: CardFacts): readonly CardEnding[] {
	const endings = endingsOf(facts)
	const sent = endings.filter(({ fate }) => fate === "sent" || fate === "added")
	const { places, isCertain } = missingOf(facts, sent)
	if (places.size === 0) return endings
	const missing = new Set([...places].map((place) => sent[place]))
	return endings.map((ending) => {
		if (!missing.has(ending)) return ending
		return { ...ending, fate: "missing", ...(isCertain ? {} : { isUnclear: true }) }
	})
}

function endingsOf(facts: CardFacts): readonly CardEnding[] {
	const { rows, outcome, cards } = facts
	const tokens = [...new Set(rows.flatMap(tokensOf))]
	if (tokens.length === 0) return []
	if (outcome === undefined) return tokens.map((token) => ({ token, fate: "pending" }))
	if (!("id" in outcome)) {
		if (!isRefused(outcome)) return tokens.map((token) => ({ token, fate: mayExist(outcome) ? "unknown" : "left" }))
		// Of several that were not sent again, it was one that had been refused before.
		const refused = tokens.filter((token) => facts.refusedFor?.(token))
		const isRefusedHere = (token: string) => refused.length === 0 || refused.includes(token)
		return tokens.map((token) => ({ token, fate: isRefusedHere(token) ? "refused" : "left" }))
	}
	const states = tokens.map((token) => facts.cardOf?.(token))
	const isDoubted = states.some((state) => state !== undefined && state.kind !== "settled")
	const hasOwn = outcome.kind !== "existing" || cards > 0
	const standing = hasOwn ? undefined : standingReader(facts, outcome, tokens, states)
	return tokens.map((token, index): CardEnding => {
		const state = states[index]
		// It was sent with the creation; that it is missing is told of the customer.
		const ofCreation = lacksWordOfCards(outcome) ? "not-known" : "sent"
		if (standing === undefined) return { token, ...(state ? added(state, ofCreation) : { fate: ofCreation }) }
		const elsewhere = facts.elsewhere?.(token)
		const waiting = elsewhere && ({ token, fate: "waiting", elsewhere } as const)
		if (state) {
			const ending = added(state, "not-added")
			return waiting && ["asked", "not-stored", "unread"].includes(ending.fate) ? waiting : { token, ...ending }
		}
		const stands = standing(token)
		if (stands === "there") return { token, fate: "there" }
		const sentFor = facts.sentFor?.(token)
		const isOfThis = sentFor !== undefined && facts.numbers.includes(sentFor)
		if (!isOfThis && rows.some(({ valid }) => !valid)) return { token, fate: "left" }
		if (waiting?.elsewhere.isThis) return waiting
		if (sentFor !== undefined) {
			const refusal = facts.refusedFor?.(token)?.refusal
			const lacking = facts.lackingFor?.(token)
			// It was sent for this customer, and nothing that was read tells of its cards.
			const isOpen =
				isOfThis && outcome.cards === undefined && !refusal && !facts.isRefused?.(token) && !lacking?.isMissing
			if (isOpen) return { token, fate: "not-known", ...(lacking ? { sentBy: lacking.run } : {}) }
			const fate = refusal ? "refused" : "not-added"
			if (stands === "replaced") return { token, fate: stands }
			return { token, fate, outcome: refusal ?? { kind: "spent" } }
		}
		if (!isDoubted && !waiting && stands === "alike") return { token, fate: "asked", outcome: { kind: "alike" } }
		if (waiting && !isDoubted) return waiting
		return { token, fate: isDoubted ? "waiting" : outcome.cards === undefined ? "unread" : "not-stored" }
	})
}

/** Which of the cards that were sent, with the creation or added, Intergiro does not have. */
function missingOf(facts: CardFacts, sent: readonly CardEnding[]): Missing {
	const { outcome, cards: created, checked, least = 0 } = facts
	const stored = storedIn(outcome)
	if (outcome === undefined || stored === undefined || !("id" in outcome)) return none
	const added = sent.filter(({ fate }) => fate === "added")
	if (outcome.kind !== "existing") {
		const tokens = sent.map(({ token }) => token)
		const others = facts.sentSince?.(tokens).filter(({ lacking }) => lacking === undefined).length ?? 0
		const count = created + added.length + others - stored.length
		if (count <= 0) return none
		return missingCards(sent.map(cardOf), stored, { count })
	}
	// It may have cards from before, so that only what it should have now says that one is missing.
	if (created > 0 || checked !== "card-missing") return none
	return missingCards(added.map(storedAs), stored, { count: least - stored.length, hasOthers: true })
}

/** The cards that Intergiro has of a customer, where that is known. */
function storedIn(outcome: Outcome | undefined): readonly StoredCard[] | undefined {
	return outcome && "cards" in outcome ? outcome.cards : undefined
}

const none: Missing = { places: new Set(), open: new Set(), isCertain: true }

/** What is known of a card that was sent: as Intergiro stored it where it was added, or else by its token's own word. */
function cardOf(ending: CardEnding): StoredCard {
	return ending.fate === "added" ? storedAs(ending) : claimedCard(ending.token)
}

function storedAs({ outcome }: CardEnding): StoredCard {
	return (outcome?.kind === "added" && outcome.card) || {}
}

/** The card tokens of a row that are, or would be, sent. */
export function tokensOf(row: CheckedRow): readonly string[] {
	return row.tokens ?? row.creatable?.method.map(({ card }) => card) ?? []
}

function added(state: CardState, spent: CardFate): Omit<CardEnding, "token"> {
	if (state.kind !== "settled") return { fate: "in-doubt" }
	const { outcome } = state
	switch (outcome.kind) {
		case "added":
		case "there":
			return { fate: outcome.kind, outcome }
		case "alike":
		case "nameless":
			return { fate: "asked", outcome }
		case "other-person":
			// No person can say that an answer for another identifier is right.
			return { fate: outcome.fields.includes("id") ? "not-added" : "asked", outcome }
		case "rejected":
		case "verification-required":
			return { fate: "refused", outcome }
		case "absent":
			return { fate: "not-stored", outcome }
		case "unread":
			return { fate: "unread", outcome }
		case "spent":
		case "gone":
			return { fate: spent, outcome }
	}
}

/** Whether a card of a customer who was there before certainly is where it should be; or was refused, and has another one in its place. */
function standingReader(
	facts: CardFacts,
	{ cards, ...outcome }: Mapped,
	tokens: readonly string[],
	states: readonly (CardState | undefined)[],
): (token: string) => "there" | "replaced" | "alike" | undefined {
	const { numbers, sentFor, refusedFor, lackingFor } = facts
	const left = cards && withoutAdded(cards, states)
	const named = new Set<string>()
	const open = tokens.filter((token, index) => {
		if (states[index] !== undefined || refusedFor?.(token)?.isAdded) return false
		const place = left?.findIndex((card) => isNamed(claimedCard(token), card)) ?? -1
		if (place < 0) return true
		left?.splice(place, 1)
		named.add(token)
		return false
	})
	const isKnown = outcome.kind === "existing" && outcome.run !== undefined
	const later = (token: string) => facts.sentSince?.(tokens, token).length ?? 0
	return (token) => {
		if (named.has(token)) return "there"
		if (facts.elsewhere?.(token)?.isThis || (left && left.length < open.length)) return undefined
		// Of one who did not exist when it was refused, every card came since; of one who did, those that were added since are counted.
		const refused = refusedFor?.(token)
		if (refused) return isKnown && left && !refused.isAdded ? "replaced" : undefined
		// What was sent last with a creation that was refused is no card of it.
		if (facts.isRefused?.(token)) return undefined
		const claimed = claimedCard(token)
		if (left && !left.some((card) => mayBeSame(card, claimed))) return undefined
		// Nothing that was read tells of it, but the run that sent it.
		const lacking = lackingFor?.(token)
		if (lacking && (left === undefined || (lacking.isMissing && left.length <= later(token)))) return undefined
		// What was sent for this very customer, and not refused, is one of the cards that it has.
		const isOfThis = sentFor === undefined ? isKnown : numbers.includes(sentFor(token) ?? "")
		if (isOfThis && (isKnown || left !== undefined)) return "there"
		// Nobody sent it here, and it may be one that is there all the same: by another computer, or by hand.
		return left?.some((card) => isSameCard(card, claimed) === undefined) ? "alike" : undefined
	}
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
