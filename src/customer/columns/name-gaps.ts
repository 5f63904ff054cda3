import { labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { askFor } from "./ask-for.ts"
import { couldBeHalf } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { isHalfBeside } from "./name-rules.ts"

const parts = ["lastName", "firstName"] as const
type Part = (typeof parts)[number]

/**
 * Nobody is created with half a name in silence where the row has the other half. A surname in use is empty for those who have no other
 * than that from birth: where the one column is empty the other one counts. Where it is the only surname of the file, a person says so.
 */
export function decideNameGaps(draft: DraftDecision): void {
	for (const part of parts) {
		const other = draft.filling(part === "lastName" ? "firstName" : "lastName")
		const serving = draft.undecided().filter((index) => mayServe(draft, index, part))
		const [used] = draft.filling(part).filter((index) => !draft.isPart(index))
		if (serving.length === 0) continue
		if (used === undefined) {
			if (other.length > 0 && !draft.isFilled("name") && !draft.isAsked(part)) askFor(draft, part, serving, false)
			continue
		}
		if (draft.evidence(used).filled >= draft.rows || draft.filling(part).length > 1) continue
		for (const index of serving)
			draft.send(index, part, `the ${labelOf(part)} where ${quoted(draft.name(used))} is empty`)
		draft.goFirst(part, used)
	}
}

/** Whether a column that nothing else needs has a half of the name, from birth or by its values. */
function mayServe(draft: DraftDecision, index: number, part: Part): boolean {
	if (!couldBeHalf(draft.evidence(index))) return false
	const fromBirth = part === "lastName" ? foreignKinds.birthName : foreignKinds.birthFirst
	return draft.foreign(index) === fromBirth || (draft.isFilled(part) && isHalfBeside(draft, index, part))
}
