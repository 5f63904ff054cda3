import { ofAddress } from "../addresses.ts"
import { type Field, fieldNames, fields } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { isOfHouse } from "../street.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"
import { houseQuestion } from "./place-questions.ts"

export function isStreet(field: Field): boolean {
	return fields[field].several === ", "
}

const streets: readonly Field[] = fieldNames.filter(isStreet)

/** Whether a column that may be of house numbers holds whole streets: `Straße Nr.` with `Hauptstraße 1`. */
export function isWholeStreet(draft: DraftDecision, index: number): boolean {
	const { examples } = draft.evidence(index)
	return examples.length > 0 && examples.every((value) => /\p{L}{3}.*\s\S*\d|\d.*\s.*\p{L}{3}/u.test(value))
}

/** The street that a column of house numbers stands beside, and whose own values have no number. Its other parts may stand between. */
export function streetBeside(draft: DraftDecision, index: number): Field | undefined {
	if (!draft.isPart(index) || !holdsNumbers(draft, index)) return undefined
	for (const by of [-1, 1]) {
		let beside = index + by
		while (draft.isPart(beside) && streetOf(draft, beside) !== undefined) beside += by
		const { filled, numbered } = draft.evidence(beside)
		const street = streetOf(draft, beside)
		if (street !== undefined && filled > 0 && numbered <= filled * mostNumbered) return street
	}
	return undefined
}

/** The street that a column fills, or is named as. */
export function streetOf(draft: DraftDecision, index: number): Field | undefined {
	return streets.find((field) => draft.single(index) === field || draft.filling(field).includes(index))
}

/** Whether the first values look like numbers of houses or doors. */
function holdsNumbers(draft: DraftDecision, index: number): boolean {
	const { examples, filled } = draft.evidence(index)
	const isNumber = (value: string) => isOfHouse(value) || value.length <= longestDoor
	return filled === 0 || examples.filter(isNumber).length * 2 > examples.length
}

/** `tv`, `1 h`, `2.v`. */
const longestDoor = 3

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
			draft.send(index, street, "the number of the house or the door, beside a street whose values have none")
	}
}

/** Where the streets of a file have no numbers, what looks like those of houses is not left out without a word. */
export function askForHouseNumbers(draft: DraftDecision): void {
	for (const street of streets) {
		const filled = draft.filling(street).filter((index) => draft.evidence(index).filled > 0)
		const whole = filled.filter((index) => !draft.isPart(index))
		// Of what a person or a question makes a street only the form was counted.
		const hasNumbers = (index: number) => {
			const { filled, forms, numbered } = draft.evidence(index)
			return Math.max(numbered, forms.street) > filled * mostNumbered
		}
		// Of what belongs to no street of a customer's own only its name is known.
		const isOfNumbers = (index: number) =>
			draft.evidence(index).examples.some((value) => /\d/.test(value)) ||
			(street !== "street" && conceptsOf(draft.name(index)).has("number"))
		const parts = filled.filter((index) => draft.isPart(index))
		if (whole.length === 0 || parts.some(isOfNumbers) || whole.some(hasNumbers)) continue
		const candidates = draft.undecided().filter((index) => mayBeHouses(draft, index, street))
		// What may be called a number of a house stands by its street with something between, too.
		const near = candidates.filter((index) => {
			const reach = draft.mayBe(index, street) ? [-2, -1, 1, 2] : [-1, 1]
			return reach.some((by) => draft.fills(index + by, ...ofAddress))
		})
		// Whole numbers elsewhere may be of anything.
		const likely =
			near.length > 0 ? near : candidates.filter((index) => draft.evidence(index).examples.some(isLettered))
		if (likely.length === 0) continue
		const question = houseQuestion(
			likely.map((index) => draft.candidate(index)),
			street,
			whole.map((index) => draft.name(index)),
		)
		draft.ask(question, likely, street)
	}
}

const isLettered = (value: string) => /[^\d]/.test(value)

function mayBeHouses(draft: DraftDecision, index: number, street: Field): boolean {
	const { filled, forms } = draft.evidence(index)
	if (!(draft.isUnknown(index) || draft.mayBe(index, street))) return false
	return filled > 0 && forms.house >= filled * share && !areMeasures(draft.evidence(index).examples)
}

/** Whether one letter stands behind all numbers, as the unit of a measure does: `3000 l`, `5000 l`. */
function areMeasures(examples: readonly string[]): boolean {
	const units = new Set(examples.map((value) => /\d\s?(\p{L})$/u.exec(value)?.[1]?.toLowerCase()))
	return examples.length > 1 && units.size === 1 && !units.has(undefined)
}

/** Of the values that have to look like numbers of houses; and of the streets that may have one. */
const share = 0.9
const mostNumbered = 0.2
