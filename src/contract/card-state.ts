import { isOfCard } from "./card-paths.ts"
import type { SaidThere } from "./card-word.ts"
import { type CardOutcome, isHeldBack, isRefusal, type Refusal, type StoredCard } from "./outcome.ts"
import type { JournalRecord } from "./record.ts"

interface Card {
	readonly number: string
	readonly row: number
}

/** What a customer had when a card was sent to be added, as its intent has it. */
export interface Before {
	/** How many cards, and how many of them may be this one by what its token says. */
	readonly before: number
	/** Which they were, where no other run had sent one. */
	readonly were?: readonly StoredCard[]
	readonly alike?: number
	/** How many cards other runs had sent for the customer. */
	readonly others?: number
}

interface Sent extends Before {
	/** The tokens of the other cards that the file has of the customer: this one is in the place of none of them. */
	readonly beside?: readonly string[]
}

/** Sent, and not known whether it was stored. */
export interface CardDoubt extends Card, Sent {
	readonly kind: "doubt"
	readonly id: string
	/** When it was sent at the latest: milliseconds since 1970. */
	readonly at: number
	readonly code: string
	readonly message: string
}

/** What the journal says of one card token that was to be added; what was certainly not applied is not there. */
export type CardState =
	| (Card & {
			readonly kind: "settled"
			readonly outcome: CardOutcome
			/** How it was refused when it was sent, where something else was found, or said, of it since: it is never sent again. */
			readonly refused?: Refusal
	  } & Pick<Partial<Sent>, "before" | "were" | "others" | "beside">)
	| (Omit<CardDoubt, "kind" | "code" | "message"> & { readonly kind: "in-flight" })
	| CardDoubt

const interrupted = {
	code: "interrupted",
	message: "The program ended between writing down the request and its answer; it may or may not have been sent.",
}

/** The cards that were added to one customer. */
export interface AddedCards {
	readonly count: number
	/** How many cards the customer had once the last of them was there. */
	readonly least: number
	/** How many cards other runs had sent for it before that. */
	readonly others: number
	/** As far as Intergiro said what they are. */
	readonly known: readonly StoredCard[]
}

/** The cards that are added to customers who exist, by the hash of their token: a fold over the journal. */
export class CardStates {
	readonly byToken = new Map<string, CardState>()
	readonly #tokens = new Map<string, Set<string>>()

	apply(record: JournalRecord): void {
		switch (record.type) {
			case "session":
				this.interrupt()
				break
			case "card-intent": {
				const { type: _, token, at, ...sent } = record
				this.#set(token, { ...sent, kind: "in-flight", at: Date.parse(at) })
				break
			}
			case "card-not-applied":
				this.byToken.delete(record.token)
				this.#tokens.get(record.number)?.delete(record.token)
				break
			case "card-ambiguous": {
				const state = this.byToken.get(record.token)
				const { code, message } = record
				if (state && state.kind !== "settled") this.#set(record.token, { ...state, kind: "doubt", code, message })
				break
			}
			case "card-outcome":
				this.#settle(record, record.outcome)
				break
			case "card-word":
				this.#settle(record, record.stored ? { kind: "added", by: "person" } : { kind: "absent" })
		}
	}

	/** Whoever sent has ended: what was under way is in doubt. */
	interrupt(): void {
		for (const [token, state] of this.byToken)
			if (state.kind === "in-flight") this.byToken.set(token, { ...state, kind: "doubt", ...interrupted })
	}

	*doubts(): Iterable<[token: string, CardDoubt]> {
		for (const [token, state] of this.byToken) if (state.kind === "doubt") yield [token, state]
	}

	/** The cards of one customer, each by its token. */
	*of(number: string): Iterable<[token: string, state: CardState]> {
		for (const token of this.#tokens.get(number) ?? []) {
			const state = this.byToken.get(token)
			if (state) yield [token, state]
		}
	}

	/** The cards of which a person said that one of them is that of a token. */
	saidThere(token: string): SaidThere["cards"] {
		const state = this.byToken.get(token)
		return state === undefined ? [] : saidThereIn(state)
	}

	/** Of all tokens of which a person said so, with their customer numbers. */
	*said(): Generator<[token: string, number: string, cards: readonly StoredCard[]]> {
		for (const [token, state] of this.byToken)
			for (const cards of saidThereIn(state)) yield [token, state.number, cards]
	}

	/** Whether a card of the customer was sent, and it is not known whether it was stored: it gets no other one until then. */
	isInDoubt(number: string): boolean {
		for (const [, { kind }] of this.of(number)) if (kind !== "settled") return true
		return false
	}

	/** What was added to a customer; nothing where nothing was. */
	addedTo(number: string): AddedCards | undefined {
		const known: StoredCard[] = []
		let [least, others] = [0, 0]
		for (const [, state] of this.of(number)) {
			if (state.kind !== "settled" || state.outcome.kind !== "added") continue
			known.push(ownCard(state.outcome))
			// Of one that is there twice either may be removed.
			least = Math.max(least, (state.before ?? 0) + (state.outcome.twice ? 0 : 1))
			others = Math.max(others, state.others ?? 0)
		}
		return known.length === 0 ? undefined : { count: known.length, least, others, known }
	}

	/** How many cards a customer had before any run sent it one, and which; nothing where another one was the first, or none was sent. */
	besideAdded(number: string): { readonly count: number; readonly were?: readonly StoredCard[] } | undefined {
		for (const [, { before: count, were, others = 0 }] of this.of(number))
			if (count !== undefined) return others === 0 ? { count, ...(were ? { were } : {}) } : undefined
		return undefined
	}

	/** The tokens that were sent to be added to a customer, refused or not. */
	*sentTo(number: string): Generator<string, void> {
		for (const [token, state] of this.of(number)) if (isSent(state)) yield token
	}

	/** The tokens that may be spent, each with its customer number. */
	*sent(): Generator<[token: string, number: string], void> {
		for (const [token, state] of this.byToken) if (isSent(state)) yield [token, state.number]
	}

	#settle({ number, row, token }: Card & { readonly token: string }, outcome: CardOutcome): void {
		const was = this.byToken.get(token)
		const { before, were, others, beside } = was ?? {}
		const refused = isHeldBack(outcome) ? refusalOf(was) : undefined
		const sent = {
			...(before === undefined ? {} : { before }),
			...(were === undefined ? {} : { were }),
			...(others === undefined ? {} : { others }),
			...(beside === undefined ? {} : { beside }),
			...(refused === undefined ? {} : { refused }),
		}
		this.#set(token, { kind: "settled", number, row, outcome, ...sent })
	}

	#set(token: string, state: CardState): void {
		this.byToken.set(token, state)
		const tokens = this.#tokens.get(state.number)
		if (tokens) tokens.add(token)
		else this.#tokens.set(state.number, new Set([token]))
	}
}

/** What is known of the card that came of a token that was added: where that is another one than the token says, it is not the token's own. */
export function ownCard({ card = {}, differs }: Extract<CardOutcome, { readonly kind: "added" }>): StoredCard {
	return differs?.some(isOfCard) ? {} : card
}

function saidThereIn(state: CardState): SaidThere["cards"] {
	if (state.kind !== "settled") return []
	const { outcome } = state
	const isSaid = outcome.kind === "removed" || (outcome.kind === "there" && outcome.by === "person")
	return isSaid && outcome.cards ? [outcome.cards] : []
}

/** Whether the token left, or may have. */
export function isSent(state: CardState): boolean {
	return !(state.kind === "settled" && isHeldBack(state.outcome)) || refusalOf(state) !== undefined
}

/** How a card was refused that was sent, whatever was found, or said, of it since. */
export function refusalOf(state: CardState | undefined): Refusal | undefined {
	if (state?.kind !== "settled") return undefined
	return isRefusal(state.outcome) ? state.outcome : state.refused
}

/** Whether the token may be sent: it never left, or a person says that no card came of it. */
export function maySend(state: CardState): boolean {
	return !isSent(state) || (state.kind === "settled" && state.outcome.kind === "absent")
}
