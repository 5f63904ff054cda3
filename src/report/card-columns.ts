import type { NumberState } from "../contract/number-state.ts"
import type { Mapped, RowOutcome, StoredCard } from "../contract/outcome.ts"

export const cardColumns = ["cards_sent", "cards_stored", "scheme", "last4", "expires"] as const

/** Of several cards in one cell: one that the answer does not say this of. */
const unsaid = "?"

/**
 * What `results.csv` says of a customer's cards. Of several, a cell holds one word for each, in one order: `visa amex`, `1111 ?`. A month is
 * `2027-03`. Empty: Intergiro did not say.
 */
export function cardCells({ cards }: Mapped, sent: number): readonly string[] {
	const each = (word: (card: StoredCard) => string | undefined): string => {
		const words = (cards ?? []).map((card) => word(card)?.trim().replace(/\s+/g, "-") || unsaid)
		return words.every((one) => one === unsaid) ? "" : words.join(" ")
	}
	return [
		String(sent),
		cards === undefined ? "" : String(cards.length),
		each(({ scheme }) => scheme),
		each(({ last4 }) => last4),
		each(({ expires }) => expires && `${expires[1]}-${String(expires[0]).padStart(2, "0")}`),
	]
}

/**
 * How many cards were sent with the creation of a customer. Whoever was there before, or was refused here and created by another run, was
 * created with none of them.
 * @param inFile cards that its rows have: what older journals, and a customer whom an earlier run sent, do not say
 */
export function cardsSent(state: NumberState | undefined, outcome: RowOutcome, inFile: () => number): number {
	if (outcome.kind === "existing") return 0
	return state && "tokens" in state && state.tokens ? state.tokens.length : inFile()
}
