import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { type Concept, foreign as foreignKinds } from "../headers/concepts.ts"
import { pieces } from "../headers/lexicon.ts"
import { partsOf } from "../headers/parts.ts"
import { words } from "../headers/words.ts"
import { askFor } from "./ask-for.ts"
import { bearsOut, couldBeHalf } from "./bearing.ts"
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
	const persons = halvesIn(draft)
	if (persons.length === 0) return false
	const halves = persons.flatMap(({ firstName, lastName }) => [firstName, lastName])
	const whole = others.filter((index) => !halves.includes(index))
	const likely = new Map<number, Field>(
		persons.slice(0, 1).flatMap(({ firstName, lastName }) => [
			[firstName, "firstName"],
			[lastName, "lastName"],
		]),
	)
	draft.askTogether(questionOf(draft, persons, whole), [...halves, ...whole], likely)
	return true
}

/**
 * No rule leaves out all that could be the customer's name: what is called one, or half of one, is asked about where nobody has another,
 * whosever it is.
 */
export function askForLastNames(draft: DraftDecision): void {
	const candidates = draft.undecided().filter((index) => isCalledName(draft, index))
	if (candidates.length > 0) askFor(draft, "name", candidates, false)
}

const ofSomebody: ReadonlySet<string | undefined> = new Set([
	undefined,
	foreignKinds.other,
	foreignKinds.nickname,
	foreignKinds.birthName,
	foreignKinds.birthFirst,
])

function isCalledName(draft: DraftDecision, index: number): boolean {
	const evidence = draft.evidence(index)
	const isOfMany = evidence.filled > 0 && evidence.different >= Math.min(evidence.filled, fewestNames)
	const isCalled = ofSomebody.has(draft.foreign(index)) && says(draft, index, ["name", "first", "last"])
	return isCalled && isOfMany && bearsOut(evidence, "name", draft.rows)
}

const fewestNames = 3

function halvesIn(draft: DraftDecision): readonly Halves[] {
	const worded = draft.undecided().filter((index) => areWords(draft, index))
	const open = worded.filter((index) => draft.isUnknown(index))
	const firsts = worded.filter((index) => says(draft, index, ["first", "leading"]))
	const lasts = worded.filter((index) => !firsts.includes(index) && says(draft, index, ["last", "trailing", "name"]))
	const said = [...new Set([...firsts, ...lasts].map((index) => whoseIs(draft.name(index))))].flatMap((whose) =>
		pairOf(
			draft,
			[...firsts, ...lasts].filter((index) => whoseIs(draft.name(index)) === whose),
		),
	)
	if (said.length > 0) return said
	// Two columns of words beside each other, of many people each.
	const pairs = open.filter(
		(index) => open.includes(index + 1) && areOfMany(draft, index) && areOfMany(draft, index + 1),
	)
	const [pair, another] = pairs
	return pair === undefined || another !== undefined ? [] : [{ firstName: pair, lastName: pair + 1, isSaid: false }]
}

/** The halves of one person's name, where two columns have it: `Nombre` beside `Apellidos` is the first one. */
function pairOf(draft: DraftDecision, columns: readonly number[]): readonly Halves[] {
	const [one, other, another] = columns
	if (one === undefined || other === undefined || another !== undefined) return []
	const [firstName, isFirst] = says(draft, one, ["first", "leading"]) ? [one, true] : [other, false]
	const lastName = isFirst ? other : one
	const isLast = says(draft, lastName, ["last", "trailing"])
	// Of two surnames, or of two first names, none is half a name.
	const isOther = isFirst
		? !says(draft, other, ["first", "leading"])
		: isLast && !says(draft, other, ["last", "trailing"])
	return isOther ? [{ firstName, lastName, isSaid: true }] : []
}

/** What the name of a column says beside that it is a name, or half of one: whose it is. */
function whoseIs(name: string): string {
	const { main, notes } = words(name)
	const whose = [main, ...notes].flatMap((each) =>
		pieces(each).flatMap(({ text, concepts }) => {
			if (!concepts.some((one) => ofNames.has(one))) return concepts.includes("plain") ? [] : [text]
			return concepts.filter((one) => !ofNames.has(one))
		}),
	)
	return whose.sort().join(" ")
}

const ofNames: ReadonlySet<Concept> = new Set<Concept>(["name", "first", "last", "leading", "trailing"])

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

function questionOf(draft: DraftDecision, persons: readonly Halves[], whole: readonly number[]): Question {
	const halves = persons.map(({ firstName, lastName, isSaid }) => ({
		first: draft.candidate(firstName),
		last: draft.candidate(lastName),
		isSaid,
	}))
	const wholes = whole.map((index) => draft.candidate(index))
	const none = Object.fromEntries(
		[...halves.flatMap(({ first, last }) => [first, last]), ...wholes].map(({ column }) => [column, null]),
	)
	const both = (one: string, other: string) => ({
		columns: { ...none, [one]: "firstName", [other]: "lastName" } as const,
	})
	const label = (one: string, other: string) =>
		`${quoted(one)} is the ${labelOf("firstName")}, ${quoted(other)} the ${labelOf("lastName")}`
	const [only, another] = halves
	return {
		id: "name",
		text:
			only !== undefined && another === undefined && whole.length === 0
				? `Are ${quoted(only.first.column)} and ${quoted(only.last.column)} the customer's name?`
				: "Which of these is the customer's name?",
		why: "No name of a column says whose it is, and nobody has a name otherwise.",
		answers: [
			...halves.flatMap(({ first, last, isSaid }, at) => [
				{
					...plain(numbered("halves", at), label(first.column, last.column), both(first.column, last.column)),
					examples: [...examplesOf(first).slice(0, 2), ...examplesOf(last).slice(0, 2)],
				},
				...(isSaid
					? []
					: [plain(numbered("turned", at), label(last.column, first.column), both(last.column, first.column))]),
				...(isSaid ? [] : [{ ...answerOf(first, "name"), label: `${quoted(first.column)} is the whole name` }]),
				{ ...answerOf(last, "name"), label: `${quoted(last.column)} is the whole name` },
			]),
			...wholes.map((candidate) => answerOf(candidate, "name")),
			plain("none", "None of them", { columns: none }),
		],
		needed: false,
	}
}

const numbered = (id: string, at: number) => (at === 0 ? id : `${id}.${at + 1}`)
