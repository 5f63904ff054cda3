import type { Creatable } from "./creatable.ts"

/**
 * Joins two rows of one customer into one with the cards of both, each once.
 * @returns undefined when they differ in anything but the cards: they are then not one customer
 */
export function joined(first: Creatable, next: Creatable): Creatable | undefined {
	const { method: firstMethods, ...firstRest } = first
	const { method: nextMethods, ...nextRest } = next
	// Both come from the same schema, so their keys stand in the same order.
	if (JSON.stringify(firstRest) !== JSON.stringify(nextRest)) return undefined
	const cards = new Set(firstMethods.map(({ card }) => card))
	return { ...first, method: [...firstMethods, ...nextMethods.filter(({ card }) => !cards.has(card))] }
}
