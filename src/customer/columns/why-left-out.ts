import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { cardStateKind } from "../headers/card-state-column.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { paying } from "../headers/forms.ts"
import { partsOf } from "../headers/parts.ts"
import { stateColumn } from "../headers/state-column.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { nameFields } from "../name.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { holdsNotes } from "./free-text.ts"
import { isTrueOf } from "./true-reasons.ts"

/** Nobody knows what it is. */
export const unknownName = "its name is not one this program knows"

/** Its values show that it is not what its name was read as. */
const unsentName = "its name is not one that this program sends"

/** Why a column is left out that nothing else was decided of, as a clause. */
export function whyLeftOut(draft: DraftDecision, index: number): string {
	if (draft.leavesOutOthers) return "not named in the mapping"
	const { foreign, meanings = [] } = draft.columns.readings[index] ?? {}
	if (meanings.length === 0 && holdsNotes(draft.evidence(index))) return foreignKinds.note
	if (foreign !== undefined) return fitsValues(draft, index, foreign) ? foreign : unsentName
	if (meanings.length === 0) return whyUnknown(draft.name(index))
	const { examples } = draft.evidence(index)
	const isOfSomebody = meanings.some(({ field }) => field === "name")
	if (isOfSomebody && examples.length > 0 && examples.every((value) => booleanOf(value) !== undefined))
		return "says yes or no"
	// Of what its values are, and not of what else its name may mean.
	const borne = (field: Field) => Number(bearsOut(draft.evidence(index), field, draft.rows))
	// What holds no card token is no further one.
	const meant = meanings.filter(({ field }) => field !== "token" || draft.evidence(index).tokens > 0)
	for (const { field, otherwise } of [...meant].sort((a, b) => borne(b.field) - borne(a.field))) {
		const [taken] = (field === "name" || field === "company" ? nameFields : [field])
			.flatMap((one) => draft.filling(one))
			.sort((a, b) => Number(draft.isPart(a)) - Number(draft.isPart(b)))
		if (taken === undefined) continue
		const other = otherwise.length === 0 ? undefined : otherwise.join(" or ")
		if (other !== undefined && !borne(field)) return other
		const already = `${quoted(draft.name(taken))} is the ${labelOf(field)} already`
		return other === undefined ? already : `${already}, and this may be ${other}`
	}
	const [first] = meant
	if (first === undefined) {
		const isPaying = meanings.some(({ otherwise }) => otherwise.includes(paying))
		return isPaying ? paying : "its name may mean the card token, and it holds none"
	}
	if (first.otherwise.length > 0) return first.otherwise.join(" or ")
	return `its name may mean the ${labelOf(first.field)}, and its values do not bear it out`
}

/** Whether what a name was read as is not denied by the values. A word in a name that nobody knows may be of anybody, and makes nobody of things. */
function fitsValues(draft: DraftDecision, index: number, foreign: string): boolean {
	const { examples } = draft.evidence(index)
	const areWords = examples.length > 0 && examples.every((value) => /^\p{L}+$/u.test(value))
	if (foreign === foreignKinds.other && areWords && partsOf(draft.name(index)).unknown) return false
	return isTrueOf(foreign, examples)
}

/** Of what is read all the same, though its name is of nothing that customers have. */
function whyUnknown(name: string): string {
	if (cardStateKind(name) !== undefined) return "how a card stands"
	return stateColumn(name) === "ends" ? "until when somebody is a customer" : unknownName
}
