import { type CardOutcome, isHeldBack } from "./outcome.ts"
import type { JournalRecord } from "./record.ts"

interface Card {
	readonly number: string
	readonly row: number
}

/** Sent, and not known whether it was stored; `before`: how many cards the customer had. */
export interface CardDoubt extends Card {
	readonly kind: "doubt"
	readonly id: string
	readonly before: number
	/** When it was sent at the latest: milliseconds since 1970. */
	readonly at: number
	readonly code: string
	readonly message: string
}

/** What the journal says of one card token that was to be added; what was certainly not applied is not there. */
export type CardState =
	| (Card & { readonly kind: "settled"; readonly outcome: CardOutcome })
	| (Omit<CardDoubt, "kind" | "code" | "message"> & { readonly kind: "in-flight" })
	| CardDoubt

const interrupted = {
	code: "interrupted",
	message: "The program ended between writing down the request and its answer; it may or may not have been sent.",
}

/** The cards that are added to customers who exist, by the hash of their token: a fold over the journal. */
export class CardStates {
	readonly byToken = new Map<string, CardState>()

	apply(record: JournalRecord): void {
		const cards = this.byToken
		switch (record.type) {
			case "session":
				this.interrupt()
				break
			case "card-intent": {
				const { number, row, id, token, before, at } = record
				cards.set(token, { kind: "in-flight", number, row, id, before, at: Date.parse(at) })
				break
			}
			case "card-not-applied":
				cards.delete(record.token)
				break
			case "card-ambiguous": {
				const state = cards.get(record.token)
				const { code, message } = record
				if (state && state.kind !== "settled") cards.set(record.token, { ...state, kind: "doubt", code, message })
				break
			}
			case "card-outcome": {
				const { number, row, token, outcome } = record
				cards.set(token, { kind: "settled", number, row, outcome })
			}
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

	/** How many cards were added, by customer number. */
	added(): Map<string, number> {
		const added = new Map<string, number>()
		for (const card of this.byToken.values())
			if (card.kind === "settled" && card.outcome.kind === "added")
				added.set(card.number, (added.get(card.number) ?? 0) + 1)
		return added
	}

	/** The tokens that may be spent, each with its customer number. */
	*sent(): Iterable<[token: string, number: string]> {
		for (const [token, state] of this.byToken) if (isSent(state)) yield [token, state.number]
	}
}

/** Whether the token left, or may have. */
export function isSent(state: CardState): boolean {
	return !(state.kind === "settled" && isHeldBack(state.outcome))
}
