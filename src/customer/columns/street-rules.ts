import { type Field, fieldNames, fields } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"

export function isStreet(field: Field): boolean {
	return fields[field].several === ", "
}

const streets: readonly Field[] = fieldNames.filter(isStreet)

/** Whether a column that may be of house numbers holds whole streets: `Straße Nr.` with `Hauptstraße 1`. */
export function isWholeStreet(draft: DraftDecision, index: number): boolean {
	const { examples } = draft.evidence(index)
	return examples.length > 0 && examples.every((value) => /\p{L}{3}.*\s\S*\d|\d.*\s.*\p{L}{3}/u.test(value))
}

/** The street that a column of house numbers stands beside, and whose own values have no number. */
export function streetBeside(draft: DraftDecision, index: number): Field | undefined {
	if (!draft.isPart(index)) return undefined
	for (const beside of [index - 1, index + 1]) {
		const { filled, numbered } = draft.evidence(beside)
		const street = streets.find((field) => draft.single(beside) === field || draft.filling(field).includes(beside))
		if (street !== undefined && filled > 0 && numbered <= filled * 0.2) return street
	}
	return undefined
}

/** The second line of an address that nothing more is known of goes on with the first. */
export function decideFurtherLines(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const field = streets.find((one) => draft.filling(one).includes(index - 1))
		const isFurther = draft.isPart(index) && (draft.columns.readings[index]?.counter ?? 1) > 1
		if (
			field !== undefined &&
			isFurther &&
			draft.mayBe(index, field) &&
			bearsOut(draft.evidence(index), field, draft.rows)
		)
			draft.send(index, field, `a further line of ${quoted(draft.name(index - 1))}`)
	}
}

/** "Nr" beside a street is the house number, once another column is the customer's number. */
export function decideHouseNumbers(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const street = draft.mayBe(index, "street") ? streetBeside(draft, index) : undefined
		if (street !== undefined && draft.isFilled("number") && draft.isFilled(street))
			draft.send(index, street, "the house number of the street beside it, whose values have none")
	}
}
