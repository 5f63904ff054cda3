import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import type { Concept } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { couldBeHalf } from "./bearing.ts"
import { plain } from "./check-questions.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { examplesOf } from "./examples.ts"
import { answerOf } from "./field-questions.ts"
import type { Question } from "./question.ts"

/** A name in two columns that nobody knows whose it is. */
interface Halves {
	readonly firstName: number
	readonly lastName: number
	/** Whether the names of the columns say which is which. */
	readonly isSaid: boolean
}

/**
 * Asks whether a name in two columns, as `Prénom du concessionnaire` and `Nom du concessionnaire`, is the customer's, where nobody has
 * one: words alone are no name by their form, and nobody is created without one in silence.
 * @param others columns whose values are whole names
 * @returns whether there is such a name
 */
export function askForUnknownHalves(draft: DraftDecision, others: readonly number[]): boolean {
	const halves = halvesIn(draft)
	if (halves === undefined) return false
	const { firstName, lastName } = halves
	const whole = others.filter((index) => index !== firstName && index !== lastName)
	const likely = new Map<number, Field>([
		[firstName, "firstName"],
		[lastName, "lastName"],
	])
	draft.askTogether(questionOf(draft, halves, whole), [firstName, lastName, ...whole], likely)
	return true
}

function halvesIn(draft: DraftDecision): Halves | undefined {
	const words = draft.undecided().filter((index) => areWords(draft, index))
	const open = words.filter((index) => draft.isUnknown(index))
	const [first, ...firsts] = words.filter((index) => says(draft, index, ["first", "leading"]))
	const [last, ...lasts] = words.filter((index) => index !== first && says(draft, index, ["last", "trailing", "name"]))
	if (first !== undefined && last !== undefined && firsts.length + lasts.length === 0)
		return { firstName: first, lastName: last, isSaid: true }
	// Two columns of words beside each other, of many people each.
	const pairs = open.filter(
		(index) => open.includes(index + 1) && areOfMany(draft, index) && areOfMany(draft, index + 1),
	)
	const [pair, another] = pairs
	return pair === undefined || another !== undefined
		? undefined
		: { firstName: pair, lastName: pair + 1, isSaid: false }
}

/** Whether most rows have words that could be half a name. */
function areWords(draft: DraftDecision, index: number): boolean {
	const evidence = draft.evidence(index)
	return couldBeHalf(evidence) && evidence.filled * 2 >= draft.rows
}

/** Whether the values are written as names, of more than one letter, and hardly any comes again. */
function areOfMany(draft: DraftDecision, index: number): boolean {
	const { filled, different, examples } = draft.evidence(index)
	return different >= filled * mostlyDifferent && examples.every((value) => /^\p{Lu}./u.test(value))
}

const mostlyDifferent = 0.7

function says(draft: DraftDecision, index: number, wanted: readonly Concept[]): boolean {
	return partsOf(draft.name(index)).known.some(({ concepts }) => wanted.some((one) => concepts.includes(one)))
}

function questionOf(draft: DraftDecision, { firstName, lastName, isSaid }: Halves, whole: readonly number[]): Question {
	const [first, last] = [draft.candidate(firstName), draft.candidate(lastName)]
	const both = (one: string, other: string) => ({ columns: { [one]: "firstName", [other]: "lastName" } as const })
	const all = [first, last, ...whole.map((index) => draft.candidate(index))]
	const examples = [...examplesOf(first).slice(0, 2), ...examplesOf(last).slice(0, 2)]
	const label = (one: string, other: string) =>
		`${quoted(one)} is the ${labelOf("firstName")}, ${quoted(other)} the ${labelOf("lastName")}`
	return {
		id: "name",
		text:
			whole.length === 0
				? `Are ${quoted(first.column)} and ${quoted(last.column)} the customer's name?`
				: "Which of these is the customer's name?",
		why: "No name of a column says whose it is, and nobody has a name otherwise.",
		answers: [
			{ ...plain("halves", label(first.column, last.column), both(first.column, last.column)), examples },
			...(isSaid ? [] : [plain("turned", label(last.column, first.column), both(last.column, first.column))]),
			{ ...answerOf(last, "name"), label: `${quoted(last.column)} is the whole name` },
			...whole.map((index) => answerOf(draft.candidate(index), "name")),
			plain("none", "None of them", { columns: Object.fromEntries(all.map(({ column }) => [column, null])) }),
		],
		needed: false,
	}
}
