import type { Exists } from "../contract/expected.ts"
import { addedByOthers } from "./add-card.ts"
import type { MostCards } from "./judge.ts"
import type { Session } from "./session.ts"

/** Those that it should have, and those that other runs sent since; of one who was there before, and got none here, nobody knows. */
export function mostCards(
	{ state, ledger }: Pick<Session["world"], "state" | "ledger">,
	{ number, cards }: Exists,
): MostCards {
	const added = state.cards.addedTo(number)
	const hasAdded = added !== undefined
	if (cards === undefined || state.cards.isInDoubt(number)) return { most: Infinity, hasAdded }
	const others = addedByOthers({ state, ledger }, number) - (cards.isExact ? 0 : (added?.others ?? 0))
	return { most: cards.count + Math.max(0, others), hasAdded }
}
