import { labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { nameFields } from "../name.ts"
import type { DraftDecision } from "./draft-decision.ts"

/** Why a column is left out that nothing else was decided of, as a clause. */
export function whyLeftOut(draft: DraftDecision, index: number): string {
	if (draft.leavesOutOthers) return "not named in the mapping"
	const { foreign, meanings = [] } = draft.columns.readings[index] ?? {}
	if (foreign !== undefined) return foreign
	const [meaning] = meanings
	if (meaning === undefined) return "its name is not one this program knows"
	for (const { field } of meanings) {
		const [taken] = (field === "name" || field === "company" ? nameFields : [field]).flatMap((one) =>
			draft.filling(one),
		)
		if (taken !== undefined) return `${quoted(draft.name(taken))} is the ${labelOf(field)} already`
	}
	return `its name may mean the ${labelOf(meaning.field)}, and its values do not bear it out`
}
