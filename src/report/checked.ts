import type { CardFate } from "../contract/card-fate.ts"
import { outcomeOf, tokensOf } from "../contract/number-state.ts"
import { isMapped, isRenumbered, lacksWordOfCards } from "../contract/outcome.ts"
import type { RunState } from "../contract/state.ts"

/** What the look at the end of a run came to, of one customer. */
export type Checked =
	| "yes"
	| "missing"
	| "removed"
	| "other-number"
	| "twice"
	| "card-missing"
	| "card-twice"
	| "card-unknown"

/** The same of one whose cards are known to be missing, or not known, by what became of each, although it is listed as the run has it. */
export function checkedWith(
	checked: Checked | undefined,
	cards: readonly { readonly fate: CardFate; readonly wasSent?: true; readonly isTwice?: true }[],
): Checked | undefined {
	if (checked !== "yes") return checked
	if (cards.some(({ fate, wasSent }) => fate === "missing" || wasSent)) return "card-missing"
	if (cards.some(({ isTwice }) => isTwice)) return "card-twice"
	return cards.some(({ fate }) => fate === "not-known" || fate === "unread") ? "card-unknown" : checked
}

/**
 * Whether Intergiro lists a customer under the id that the run has. `missing`: not under this id; `removed`: so too, and a person said that this is on purpose; `other-number`: under another number than it should be; `twice`: several times; `card-missing`:
 * with fewer cards than were sent; `card-twice`: with one and the same card twice; `card-unknown`: with nothing said of the cards that were sent, of which no answer told. Nothing where nobody looked, or the run does not have it.
 */
export function checkedOf(run: RunState, number: string): Checked | undefined {
	const { numbers, said } = run
	const state = numbers.get(number)
	const outcome = outcomeOf(state)
	if (!run.isLookedFor(number) || outcome === undefined || !isMapped(outcome)) return undefined
	const amiss = run.amissOf(number)
	// It is where this run found it, and not where the file has it: as for a run that had it there before.
	if (amiss === undefined && isRenumbered(outcome) && !said.isNumberRight(number)) return "other-number"
	if (amiss === undefined) return lacksWordOfCards(outcome) && tokensOf(state).tokens ? "card-unknown" : "yes"
	if (amiss.cards !== undefined) return "card-missing"
	if (amiss.under !== undefined) return "other-number"
	if (amiss.found.length === 0 && said.removed.has(number)) return "removed"
	return amiss.found.length > 1 ? "twice" : "missing"
}
