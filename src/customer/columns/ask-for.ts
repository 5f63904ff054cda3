import { type Field, labelOf } from "../fields.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { fieldQuestion } from "./field-questions.ts"
import { isOfRow } from "./numbers-of-rows.ts"
import type { Candidate } from "./question.ts"
import { streetBeside } from "./street-rules.ts"

/**
 * Asks which of these columns fills a field, the likeliest first.
 * @param denied whether the values of one speak against its name
 * @param likely what the likeliest fills until it is said
 */
export function askFor(
	draft: DraftDecision,
	field: Field,
	candidates: readonly number[],
	denied: boolean,
	likely: readonly Field[] = [field],
): void {
	// What a row tells of has its number in a column that says so.
	const likelihood = (index: number) =>
		2 * Number(field === "number" && isOfRow(draft, index)) +
		Number(bearsOut(draft.evidence(index), field, draft.rows)) +
		Number(draft.mayBe(index, field))
	const sorted = [...candidates].sort((a, b) => likelihood(b) - likelihood(a) || a - b)
	const question = fieldQuestion(
		field,
		sorted.map((index) => (field === "number" ? numberCandidate(draft, index) : draft.candidate(index))),
		draft.rows,
		denied,
	)
	// A question with one answer is none.
	if (question.answers.length > 1) draft.ask(question, sorted, ...likely)
	else
		for (const index of sorted) draft.leaveOut(index, `named as the ${labelOf(field)}, and none of its values is one`)
}

/** What may be the customer number; where it is not, the numbers of houses are no less those of a street. */
export function numberCandidate(draft: DraftDecision, index: number): Candidate {
	const street = draft.mayBe(index, "street") ? streetBeside(draft, index) : undefined
	return { ...draft.candidate(index), elsewise: street }
}
