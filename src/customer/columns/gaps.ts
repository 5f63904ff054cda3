import type { Field } from "../fields.ts"
import { askFor } from "./ask-for.ts"
import type { ColumnEvidence } from "./column-counter.ts"
import type { DraftDecision } from "./draft-decision.ts"
import type { ValueForm } from "./value-form.ts"

interface Gap {
	readonly field: Field
	/** Nothing is lacking where one of these is filled. */
	readonly filledBy: readonly Field[]
	/** It is lacking only where one of these is filled: an address in part. Anywhere, if there is none. */
	readonly beside: readonly Field[]
	/** What values have to look like. */
	readonly form: ValueForm
	/** The share of values that are different, at least. */
	readonly different: number
}

/** What customers may lack, and the columns that could give it where no name does. */
const gaps: readonly Gap[] = [
	{ field: "zipCode", filledBy: ["zipCode"], beside: ["street", "city"], form: "zip", different: 0 },
	{ field: "street", filledBy: ["street"], beside: ["zipCode", "city"], form: "street", different: 0.5 },
	{ field: "country", filledBy: ["country"], beside: ["street", "zipCode", "city"], form: "country", different: 0 },
	{ field: "phone", filledBy: ["phone", "cellphone", "landline"], beside: [], form: "phone", different: 0.5 },
	{ field: "identityNumber", filledBy: ["identityNumber"], beside: [], form: "identity", different: 0.9 },
]

const share = 0.9

/** What customers lack and a column looks like is not left out without a word. */
export function askForGaps(draft: DraftDecision): void {
	for (const { field, filledBy, beside, form, different } of gaps) {
		if (filledBy.some((one) => draft.isFilled(one)) || draft.isAsked(field)) continue
		if (beside.length > 0 && !beside.some((one) => draft.isFilled(one))) continue
		const candidates = draft
			.undecided()
			.filter((index) => draft.foreign(index) === undefined && looksLike(draft.evidence(index), form, different))
		if (candidates.length > 0) askFor(draft, field, candidates, false)
	}
}

function looksLike({ filled, forms, ...evidence }: ColumnEvidence, form: ValueForm, different: number): boolean {
	return filled > 0 && forms[form] >= filled * share && evidence.different >= filled * different
}
