import { foreign as foreignKinds } from "../headers/concepts.ts"
import { stateOf } from "../headers/state-words.ts"
import { fold } from "../headers/words.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { type Mapping, statusKey } from "./mapping.ts"
import { shapeOf } from "./value-shape.ts"

/** Of the values of a column that have to be names, and how many of them. */
const share = 0.8
const fewest = 3

/** Who died, by name, beside the customer who has the bill: `Avliden` with `Karl Holm` says of nobody that they are gone. */
export function knowNamesOfTheDead(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		if (draft.foreign(index) !== foreignKinds.deleted) continue
		const { filled, values } = draft.evidence(index)
		const names = [...values].filter(([value]) => isPersonName(value))
		const rows = names.reduce((sum, [, count]) => sum + count, 0)
		if (names.length < fewest || rows < filled * share) continue
		const fates: NonNullable<Mapping["statuses"]>[string] = Object.fromEntries(
			names.map(([value]) => [statusKey(value), "sent" as const]),
		)
		draft.setStatuses(draft.name(index), fates)
	}
}

/** Two words or more with capitals, none of which says how somebody stands: `Märta Lind`, not `Ej Aktiv`. */
function isPersonName(value: string): boolean {
	const words = value.split(/[\s,]+/)
	return shapeOf(value) === "name" && words.every((word) => /^\p{Lu}/u.test(word) && stateOf(fold(word)) === undefined)
}
