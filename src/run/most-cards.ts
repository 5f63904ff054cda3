import type { Exists } from "../contract/expected.ts"
import type { LedgerPort, Listed } from "../contract/ports.ts"
import { besideIn, bestBeside } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import type { MostCards } from "./judge.ts"

interface Knowing {
	readonly state: RunState
	readonly ledger: Pick<LedgerPort, "lookup" | "sentTo" | "sighting">
}

/** Those that it should have, and those that were sent since, as far as any run knows that. */
export function mostCards(
	knowing: Knowing & { readonly ledger: Pick<LedgerPort, "addedTo"> },
	{ number, outcome, cards }: Exists,
): MostCards {
	const { state } = knowing
	const hasAdded = state.cards.addedTo(number) !== undefined
	if (state.cards.isInDoubt(number)) return { most: Infinity, hasAdded }
	const known = mostKnown(knowing, number, outcome.id)
	if (known !== undefined) return { most: known, hasAdded }
	// Older journals do not say with which tokens it was created; then it is as many as came back.
	return { most: cards?.isExact ? cards.count + addedByOthers(knowing, number) : Infinity, hasAdded }
}

/**
 * How many cards a customer can have: those that runs sent to be added to it, and those that it should have beside them; nothing where no run knows
 * that. Of those that were refused there may be some as well.
 */
export function mostKnown({ state, ledger }: Knowing, number: string, id: string): number | undefined {
	const [entry, sighting, own] = [ledger.lookup(number), ledger.sighting(number), state.existing(number)]
	// What is added under the one number is not known under the other.
	if (sighting?.id === id && sighting.under !== undefined) return undefined
	const made = entry?.state === "exists" && entry.id === id ? entry.cards : undefined
	const beside = [
		own?.outcome.id === id ? besideIn(state, own) : undefined,
		made === undefined ? undefined : ({ count: made, by: "creation" } as const),
		sighting?.id === id ? sighting.beside : undefined,
	].reduce(bestBeside)
	return beside && beside.count + new Set([...ledger.sentTo(number), ...state.cards.sentTo(number)]).size
}

/** A listed customer, who is other than the file by having more cards than that. */
export function withMore(listed: Listed, most: number | undefined): Listed {
	const { cards, compare } = listed
	if (most === undefined || cards === undefined || cards.length <= most) return listed
	return { ...listed, compare: (sent) => [...new Set([...(compare?.(sent) ?? []), "method"])] }
}

/** How many cards other runs sent for a customer. */
export function addedByOthers(
	{ state, ledger }: { readonly state: Pick<RunState, "cards">; readonly ledger: Pick<LedgerPort, "addedTo"> },
	number: string,
): number {
	return ledger.addedTo(number).filter((token) => !state.cards.byToken.has(token)).length
}
