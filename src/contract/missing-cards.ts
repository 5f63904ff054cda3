import { isSameCard, mayBeSame } from "./cards.ts"
import type { StoredCard } from "./outcome.ts"

/** Cards that should be with a customer, and are not: by their places among those that should. */
export interface Missing {
	readonly places: ReadonlySet<number>
	/** Those of which it is not certain that they are there. */
	readonly open: ReadonlySet<number>
	/** Whether it is these: else so many are missing, and nobody can tell which. */
	readonly isCertain: boolean
}

/**
 * Which cards of a customer are missing: those of which there is none left that may be it, and the last ones where that says too little.
 * @param count how many are missing; where the customer may have others too, the least
 */
export function missingCards(
	wanted: readonly StoredCard[],
	stored: readonly StoredCard[],
	{ count = wanted.length - stored.length, hasOthers = false } = {},
): Missing {
	const left = [...stored]
	const open = [...wanted.keys()].filter((place) => {
		const index = left.findIndex((one) => isSameCard(one, wanted[place] ?? {}) === true)
		if (index >= 0) left.splice(index, 1)
		return index < 0
	})
	const absent = open.filter((place) => !left.some((one) => mayBeSame(one, wanted[place] ?? {})))
	const rest = open.filter((place) => !absent.includes(place)).reverse()
	const places = [...absent, ...rest].slice(0, Math.max(0, count, hasOthers ? absent.length : 0))
	return {
		places: new Set(places),
		open: new Set(open),
		isCertain: [absent.length, open.length].includes(places.length),
	}
}
