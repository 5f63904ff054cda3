import type { Concept } from "./headers/concepts.ts"
import { partsOf } from "./headers/parts.ts"
import { stateByStem } from "./headers/state-stems.ts"
import { stateOf } from "./headers/state-words.ts"
import { fold } from "./headers/words.ts"
import { booleanOf } from "./kinds/boolean.ts"
import { remembered } from "./remembered.ts"

const ofPeople: readonly Concept[] = ["party", "served"]
const ofGroups: ReadonlySet<Concept> = new Set<Concept>([
	...ofPeople,
	...(["group", "subscription", "plan", "type", "plain", "account"] as const),
])
const telling: readonly Concept[] = [...ofPeople, "group", "subscription"]

/** A word for how somebody stands, with when it was or nothing: `Avslutade`, `Uppsagt per 2024-12-31`. */
const wordAndDate = /^(\p{L}+)(?: (?:\p{L}{1,4}\.? ){0,2}\d[\d./ -]*)?$/u

/**
 * Prepares to tell by a column of groups, memberships or subscriptions of customers whether one is gone: some of these are of those who
 * left. Nothing where a column of this name is of anything else.
 */
export function groupJudge(name: string): ((cell: string) => "deleted" | "ended" | undefined) | undefined {
	const { known, unknown } = partsOf(name)
	const concepts = known.flatMap((piece) => piece.concepts)
	if (unknown || !concepts.every((one) => ofGroups.has(one)) || !telling.some((one) => concepts.includes(one)))
		return undefined
	// `Medlem` with `Nej`; `Household` with `0` is how many they are, or which.
	const isOfPeople = concepts.some((one) => ofPeople.includes(one))
	return remembered((cell) => {
		const value = cell.trim()
		if (isOfPeople && /\p{L}/u.test(value) && booleanOf(value) === false) return "ended"
		const [, word = ""] = wordAndDate.exec(fold(value)) ?? []
		const state = word === "" ? undefined : (stateOf(word) ?? stateByStem(word))
		return state === "deleted" || state === "ended" ? state : undefined
	})
}
