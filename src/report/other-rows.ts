import type { Amiss } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"

/** Tells whether whoever is listed in the place of a customer is the customer of another row of the run. */
export function otherRows(state: RunState): (number: string, amiss: Amiss | undefined) => boolean {
	let numbers: ReadonlyMap<string, string> | undefined
	return (number, amiss) => {
		const [id] = amiss?.found ?? []
		if (id === undefined) return false
		numbers ??= numbersOf(state)
		const other = numbers.get(id)
		return other !== undefined && other !== number
	}
}

/** The numbers of those who are listed in the place of others, by their ids: hardly ever anybody, and found in one pass. */
function numbersOf(state: RunState): ReadonlyMap<string, string> {
	const amiss = [...(state.look?.amiss.values() ?? []), ...Array.from(state.heard.values(), (heard) => heard.amiss)]
	const sought = new Set(amiss.flatMap((one) => one?.found ?? []))
	const found = new Map<string, string>()
	for (const { number, outcome } of state.mapped()) if (sought.has(outcome.id)) found.set(outcome.id, number)
	return found
}
