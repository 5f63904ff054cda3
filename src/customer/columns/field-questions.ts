import { kindOf } from "../field-kind.ts"
import { type Field, fields, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { listed } from "../listed.ts"
import { isNameField } from "../name.ts"
import { examplesOf } from "./examples.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/**
 * Which of these columns fills a field.
 * @param denied whether the values of one speak against its name
 * @param isLast whether a person said of one already that it is something else, or nothing: to say so again leads nowhere
 */
export function fieldQuestion(
	field: Field,
	candidates: readonly Candidate[],
	rows: number,
	denied: boolean,
	isLast = false,
): Question {
	const label = labelOf(field)
	const needed = field === "number"
	const usable = needed ? candidates : candidates.filter((candidate) => !isRefused(candidate, field))
	const isOne = candidates.length === 1
	const none: Answer = {
		id: "none",
		label: usable.length === 0 ? "Leave it out" : isOne ? "No: leave it out" : "None of them",
		examples: usable.length === 0 ? candidates.flatMap(examplesOf) : [],
		mapping: { columns: Object.fromEntries(candidates.map(({ column }) => [column, null])) },
	}
	const answers = usable.flatMap((candidate) => {
		const refused = kindOf(field).invalid === undefined ? 0 : (candidate.evidence.denied[field] ?? 0)
		const errors =
			refused === 0 ? "" : `; ${rowCount(refused)} with another value ${refused === 1 ? "is an error" : "are errors"}`
		const repeats =
			needed && isRepeated(candidate) ? "; its values repeat, as where a customer stands in several rows" : ""
		const labelled = (answer: Answer, more: string) => ({
			...answer,
			label: `${isOne ? "Yes" : quoted(candidate.column)}${more}${errors}${repeats}`,
		})
		const answer = answerOf(candidate, field)
		if (!needed || !candidate.fields.includes("identityNumber")) return [labelled(answer, "")]
		const alone = { ...answerOf({ ...candidate, fields: [] }, field), id: `${candidate.column} alone` }
		const label = labelOf("identityNumber")
		return [labelled(answer, `, and the ${label} as well`), labelled(alone, `, and not the ${label}`)]
	})
	return {
		id: field,
		text: isOne ? `Is ${quoted(candidates[0]?.column ?? "")} the ${label}?` : `Which of these is the ${label}?`,
		why: isLast
			? `What was said of the columns leaves none for the ${label}, and no customer is created without one.`
			: whyOf(candidates, { label, needed, isName: isNameField(field) }, rows, denied),
		answers: [
			...answers,
			needed ? (isLast ? nobody : anotherOf(candidates, isOne)) : none,
			...(usable.length === 0 && !isExtra(field) ? [stop] : []),
		],
		needed,
	}
}

/** What every customer has is not lost without a word. */
const stop: Answer = {
	id: "stop",
	label: "Something that is to be sent: create nobody until its values are mended",
	examples: [],
	mapping: {},
}

/** Whether a field is neither who a customer is, nor how to reach them, nor money. */
function isExtra(field: Field): boolean {
	return field === "type" || field === "schedule" || fields[field].group === fields.ip.group
}

/** Nothing that has to be there is without another answer: what is not it is asked about no more, and the other columns are. */
function anotherOf(candidates: readonly Candidate[], isOne: boolean): Answer {
	const uses = candidates.map(({ column, fields, elsewise }) => {
		const kept = fields.length > 0 ? fields : (elsewise ?? null)
		return [column, kept] as const
	})
	const houses = candidates.filter(({ elsewise }) => elsewise !== undefined).map(({ column }) => quoted(column))
	const more = houses.length === 0 ? "" : `, and ${isOne ? "it" : listed(houses)} is the number of the house`
	return {
		id: "another",
		label: `${isOne ? "No: another column is" : "None of these: another column is"}${more}`,
		examples: [],
		mapping: { columns: Object.fromEntries(uses) },
	}
}

const nobody: Answer = {
	id: "stop",
	label: "None of these: create nobody until it is said which column is",
	examples: [],
	mapping: {},
}

function isRepeated({ evidence: { filled, different } }: Candidate): boolean {
	return different > 0 && different < filled * 0.9
}

/** Whether every value of a column is refused as that field: as an answer it would lead nowhere. */
function isRefused({ evidence: { denied, filled } }: Candidate, field: Field): boolean {
	return kindOf(field).invalid !== undefined && filled > 0 && (denied[field] ?? 0) >= filled
}

function whyOf(
	candidates: readonly Candidate[],
	{ label, needed, isName }: { readonly label: string; readonly needed: boolean; readonly isName: boolean },
	rows: number,
	denied: boolean,
): string {
	if (denied) return `${share(candidates)} like what the name says, the ${label}.`
	const [only] = candidates
	if (candidates.length > 1 || only === undefined)
		return `No name says for certain which column is the ${label}, and more than one can be meant.`
	if (only.otherwise === foreignKinds.other)
		return `By its name it is of ${only.otherwise}, and no other column ${isName ? "says who the customers are" : `is the ${label}`}.`
	if (only.otherwise !== undefined && notOurs.has(only.otherwise))
		return `By its name it is ${only.otherwise}. Its values look like the ${label}, and no other column is it.`
	if (only.otherwise)
		return `What it holds would be sent as the ${label}. Columns of this name also hold ${only.otherwise}.`
	// Any column of different values can be.
	if (needed) return `Its name does not say that it is the ${label}, and neither does that of any other column.`
	return `Its name does not say so, and no other column of the ${rows.toLocaleString("en")} rows can be the ${label}.`
}

const notOurs: ReadonlySet<string> = new Set(Object.values(foreignKinds))

function share(candidates: readonly Candidate[]): string {
	const all =
		candidates.length === 1 &&
		candidates.some(({ evidence }) => Object.values(evidence.denied).includes(evidence.filled))
	return all ? "None of the values look" : "Over half of the values do not look"
}

/** "Name" beside a first or last name. */
export function wholeNameQuestion(candidate: Candidate, part: "firstName" | "lastName"): Question {
	const { column } = candidate
	return {
		id: part,
		text: `Is ${quoted(column)} the whole name, or the ${labelOf(part)}?`,
		why: "There is a column for the other part of the name, and the values of both do not settle it.",
		answers: [
			{ ...answerOf(candidate, part), id: part, label: `The ${labelOf(part)}` },
			{ ...answerOf(candidate, "name"), id: "name", label: "The whole name" },
			{ id: "none", label: "Neither: leave it out", examples: [], mapping: { columns: { [column]: null } } },
		],
		needed: false,
	}
}

/** Several columns are a whole street by their names: two addresses, or one in parts. */
export function streetsQuestion(field: Field, candidates: readonly Candidate[]): Question {
	const label = labelOf(field)
	const columns = (use: (column: string) => Field | null) =>
		Object.fromEntries(candidates.map(({ column }) => [column, use(column)]))
	return {
		id: field,
		text: `Which of these is the ${label}?`,
		why: `${candidates.map(({ column }) => quoted(column)).join(" and ")} may be the streets of different addresses, or parts of one.`,
		answers: [
			...candidates.map((candidate) => ({
				...answerOf(candidate, field),
				label: `${quoted(candidate.column)}; the others are left out`,
				mapping: { columns: columns((column) => (column === candidate.column ? field : null)) },
			})),
			{
				id: "joined",
				label: "All of them: parts of one street",
				examples: [],
				mapping: { columns: columns(() => field) },
			},
			{ id: "none", label: "None of them", examples: [], mapping: { columns: columns(() => null) } },
		],
		needed: false,
	}
}

/** Columns named as an address for letters that hold addresses for e-mail. */
export function mailedQuestion(candidates: readonly Candidate[], field: Field): Question {
	return {
		...fieldQuestion(field, candidates, 0, false),
		why: "By its name it is a street, and its values are e-mail addresses.",
	}
}

/** Columns that nobody named, in a file without a header. */
export function restQuestion(candidates: readonly Candidate[]): Question {
	return {
		id: "rest",
		text: "What are the other columns?",
		why: "The file has no header, so that no name says what they are. Say what each is in the mapping, or leave them out.",
		answers: [
			{
				id: "none",
				label: `Leave them out: ${candidates.map(({ column }) => quoted(column)).join(", ")}`,
				examples: candidates.flatMap((candidate) => examplesOf(candidate).slice(0, 1)),
				mapping: { columns: Object.fromEntries(candidates.map(({ column }) => [column, null])) },
			},
			{ id: "stop", label: "Something that is to be sent: create nobody until it is said", examples: [], mapping: {} },
		],
		needed: false,
	}
}

/** That a column fills a field. */
export function answerOf(candidate: Candidate, field: Field): Answer {
	const { column, fields } = candidate
	const others = fields.filter((one) => one !== field)
	return {
		id: column,
		label: quoted(column),
		facts: factsOf(candidate),
		examples: examplesOf(candidate),
		mapping: { columns: { [column]: others.length > 0 ? [field, ...others] : field } },
	}
}

/** How full a column is, and of what. */
function factsOf({ evidence, rows }: Candidate): string {
	const count = (value: number) => value.toLocaleString("en")
	const { filled, tokens, lost, different } = evidence
	const others = othersOf(evidence)
	const holds =
		tokens === 0
			? different > 0
				? [`${count(different)} different`]
				: []
			: tokens === filled
				? ["all card tokens"]
				: [
						`${count(tokens)} card ${tokens === 1 ? "token" : "tokens"}`,
						...(lost > 0
							? [`${count(lost)} lost in a spreadsheet, whose ${lost === 1 ? "row is an error" : "rows are errors"}`]
							: []),
						...(others > 0 ? [`${count(others)} other ${others === 1 ? "value" : "values"}`] : []),
					]
	return [`${count(filled)} of ${count(rows)} rows`, ...holds].join(", ")
}

/** How many values are neither card tokens nor what a spreadsheet put in place of a value. */
export function othersOf({ filled, tokens, lost }: Candidate["evidence"]): number {
	return filled - tokens - lost
}
