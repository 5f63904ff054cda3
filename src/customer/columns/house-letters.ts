import type { Field } from "../fields.ts"
import { isAddition } from "../street.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"
import { partsQuestion } from "./place-questions.ts"
import { streetBeside, streetOf } from "./street-rules.ts"

/**
 * Letters right behind a column of the numbers of houses are of these houses: `Suffix` says so there, and a name that says nothing is
 * asked about.
 */
export function decideHouseLetters(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const street = draft.isPart(index - 1) ? (streetBeside(draft, index - 1) ?? streetOf(draft, index - 1)) : undefined
		if (street === undefined || !isOfHouses(draft, index - 1)) continue
		if (conceptsOf(draft.name(index)).has("suffix") && areAdditions(draft, index))
			draft.send(index, street, "what stands behind the number of the house, in the column before")
		else if (draft.isUnknown(index) && areLettersOfHouses(draft, index))
			draft.ask(partsQuestion([{ ...draft.candidate(index), doubt: "lettered" }], street, beside(draft, street)), [
				index,
			])
	}
}

function beside(draft: DraftDecision, street: Field): readonly string[] {
	return draft.columns.names.filter((_, index) => draft.single(index) === street)
}

function isOfHouses(draft: DraftDecision, index: number): boolean {
	const { examples } = draft.evidence(index)
	return examples.length > 0 && examples.every((value) => /^\d/.test(value))
}

function areAdditions(draft: DraftDecision, index: number): boolean {
	const { examples } = draft.evidence(index)
	return examples.length > 0 && examples.every(isAddition)
}

/** One letter that all have, and a yes or a no, may mean anything. */
function areLettersOfHouses(draft: DraftDecision, index: number): boolean {
	const { examples, filled, flags } = draft.evidence(index)
	return examples.length > 1 && flags < filled && examples.every((value) => /^\p{L}$/u.test(value))
}
