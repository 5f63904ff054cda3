import type { AddedCards } from "./card-state.ts"
import type { Mapped, StoredCard } from "./outcome.ts"

/** A customer who exists by the journal. */
export interface Exists {
	readonly number: string
	readonly row: number
	readonly outcome: Mapped
	/** Cards that it should have; nothing where that is not known, or none of them is of this run. */
	readonly cards: ExpectedCards | undefined
}

/** Cards that a customer should have, by the journal. */
export interface ExpectedCards {
	readonly count: number
	/** It has no others: the run created it. Otherwise `count` is the least. */
	readonly isExact: boolean
	/** Those of which Intergiro said something, as it said it; else what their tokens say. */
	readonly known: readonly StoredCard[]
}

/**
 * Which cards a customer should have.
 * @param tokens that it was created with, where that is known
 */
export function expectedCards(
	outcome: Mapped,
	tokens: readonly string[] | undefined,
	added: AddedCards | undefined,
): ExpectedCards | undefined {
	if (outcome.kind === "existing") return added && { count: added.least, isExact: false, known: added.known }
	const { cards, claimed = [] } = outcome
	const count = tokens ? tokens.length + (added?.count ?? 0) : cards?.length
	return count === undefined ? undefined : { count, isExact: true, known: cards ?? claimed }
}
