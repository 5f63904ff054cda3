import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { nameFields } from "../name.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"

/** Nobody knows what it is. */
export const unknownName = "its name is not one this program knows"

/** Why a column is left out that nothing else was decided of, as a clause. */
export function whyLeftOut(draft: DraftDecision, index: number): string {
	if (draft.leavesOutOthers) return "not named in the mapping"
	const { foreign, meanings = [] } = draft.columns.readings[index] ?? {}
	if (foreign !== undefined) return foreign
	const [meaning] = meanings
	if (meaning === undefined) return unknownName
	// Of what its values are, and not of what else its name may mean.
	const borne = (field: Field) => Number(bearsOut(draft.evidence(index), field, draft.rows))
	for (const { field } of [...meanings].sort((a, b) => borne(b.field) - borne(a.field))) {
		const [taken] = (field === "name" || field === "company" ? nameFields : [field]).flatMap((one) =>
			draft.filling(one),
		)
		if (taken !== undefined) return `${quoted(draft.name(taken))} is the ${labelOf(field)} already`
	}
	return `its name may mean the ${labelOf(meaning.field)}, and its values do not bear it out`
}
