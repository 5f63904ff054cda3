import type { Concept } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import { isBuried } from "./vocabulary/parties.ts"

/** What stands between who is in a grave and when that one died: `Gravsatt;Född;Dödsdatum`. */
const ofLives: ReadonlySet<Concept> = new Set<Concept>(["birth", "date", "deleted", "age", "year", "plain"])

/**
 * Whether a column of a death is that of who is in a grave, whom a column right before it or behind it names: whoever has the grave is the
 * customer, and lives.
 */
export function isOfBuried(columns: readonly string[], index: number): boolean {
	let before = index - 1
	while (before >= 0 && isOfLives(columns[before] ?? "")) before--
	return [before, index + 1].some((at) => namesBuried(columns[at] ?? ""))
}

function isOfLives(name: string): boolean {
	const { known, unknown } = partsOf(name)
	const concepts = known.flatMap((piece) => piece.concepts)
	return !unknown && concepts.length > 0 && concepts.every((one) => ofLives.has(one))
}

function namesBuried(name: string): boolean {
	return partsOf(name).known.some(({ text }) => isBuried(text))
}
