import { isMapped } from "../contract/outcome.ts"
import { outcomeOf, type RunState } from "../contract/state.ts"

/** What the look at the end of a run came to, of one customer. */
export type Checked = "yes" | "missing" | "twice"

/**
 * Whether Intergiro lists a customer under the id that the run has. `missing`: not under this id; `twice`: several times. Nothing where
 * nobody looked, or the run does not have it.
 */
export function checkedOf({ look, numbers }: Pick<RunState, "look" | "numbers">, number: string): Checked | undefined {
	const outcome = outcomeOf(numbers.get(number))
	if (look === undefined || outcome === undefined || !isMapped(outcome)) return undefined
	const found = look.amiss.get(number)
	if (found === undefined) return "yes"
	return found.length > 1 ? "twice" : "missing"
}
