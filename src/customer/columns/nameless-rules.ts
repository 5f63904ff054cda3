import { type Field, fields, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { listed } from "../listed.ts"
import { isNameField } from "../name.ts"
import { couldBe } from "./bearing.ts"
import { plain } from "./check-questions.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { examplesOf } from "./examples.ts"
import type { Mapping } from "./mapping.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/**
 * What stands in a column whose name says nothing at all is not left out unasked: a text that was divided into columns goes on there.
 * Columns beside each other are one question.
 */
export function askForNamelessColumns(draft: DraftDecision): void {
	if (draft.columns.nameless) return
	const open = draft.undecided().filter((index) => isOpen(draft, index))
	for (let from = 0, to = 1; from < open.length; from = to, to++) {
		while (to < open.length && isNext(draft, open[to - 1] ?? 0, open[to] ?? 0)) to++
		const group = open.slice(from, to)
		draft.ask(questionOf(draft, group), group)
	}
}

function isOpen(draft: DraftDecision, index: number): boolean {
	const { filled, running } = draft.evidence(index)
	if (filled === 0 || draft.columns.readings[index]?.nameless !== true) return false
	// Of several threads, each begins anew.
	return !(filled === draft.rows && running > 0 && running >= (filled - 1) * almostAll) && !isCount(draft, index)
}

const almostAll = 0.99

/** A file of one row: its number. */
function isCount(draft: DraftDecision, index: number): boolean {
	return draft.rows === 1 && /^[01]$/.test(draft.evidence(index).examples[0] ?? "")
}

/** Whether nothing that is filled stands between two columns. */
function isNext(draft: DraftDecision, one: number, other: number): boolean {
	for (let index = one + 1; index < other; index++) if (draft.evidence(index).filled > 0) return false
	return true
}

function questionOf(draft: DraftDecision, group: readonly number[]): Question {
	const candidates = group.map((index) => draft.candidate(index))
	const names = listed(candidates.map(({ column }) => quoted(column)))
	const isOne = group.length === 1
	const all = <Use>(use: Use) => Object.fromEntries(candidates.map(({ column }) => [column, use]))
	return {
		id: `nameless.${candidates[0]?.column}`,
		text: isOne ? `What is in ${names}?` : `What is in ${names}, which stand beside each other?`,
		why: `${isOne ? "Its name says" : "Their names say"} nothing, as where a program divided a text into columns, and ${
			isOne ? "it is" : "they are"
		} filled in ${listed(candidates.map(({ evidence }) => rowCount(evidence.filled)))} of ${rowCount(draft.rows)}.`,
		answers: [
			...goingOn(draft, group, candidates),
			...(isOne ? lacking(draft, group, candidates) : []),
			{
				...plain("none", `Nothing that is to be sent: leave ${isOne ? "it" : "them"} out`, { columns: all(null) }),
				examples: candidates.flatMap((candidate) => examplesOf(candidate).slice(0, isOne ? 3 : 1)),
			},
			plain("stop", `Something else: create nobody until ${isOne ? "the column has a name" : "they have names"}`, {}),
		],
		needed: true,
	}
}

/** That it goes on with the column before it, where that is sent and may have several parts. */
function goingOn(draft: DraftDecision, group: readonly number[], candidates: readonly Candidate[]): readonly Answer[] {
	let before = (group[0] ?? 0) - 1
	while (before >= 0 && draft.evidence(before).filled === 0) before--
	const [field, another] = before < 0 ? [] : draft.fieldsOf(before)
	if (field === undefined || another !== undefined || !(fields[field].several === ", " || isNameField(field))) return []
	const column = draft.name(before)
	return [
		{
			...plain(
				"before",
				`The rest of ${quoted(column)}, the ${labelOf(field)}: put behind it, as in ${together(draft, [before, ...group])}`,
				joinedTo(draft, column, field, candidates),
			),
			examples: candidates.flatMap((candidate) => examplesOf(candidate).slice(0, 3)),
		},
	]
}

/** The first values beside each other; they may be of different rows where values repeat. */
function together(draft: DraftDecision, indices: readonly number[]): string {
	const parts = indices.map((index) => draft.evidence(index).examples[0] ?? "")
	return quoted(parts.join(" "))
}

function joinedTo(
	draft: DraftDecision,
	column: string,
	field: Field,
	candidates: readonly Candidate[],
): Partial<Mapping> {
	// Beside a company, all names would be joined: what is in parts here is a person's.
	const isBesideCompany = field === "name" && draft.isFilled("company")
	const use = isBesideCompany ? "firstName" : field
	const columns = Object.fromEntries([column, ...candidates.map((one) => one.column)].map((one) => [one, use]))
	const joined = ([use] as const).filter(
		(one): one is NonNullable<Mapping["joined"]>[number] =>
			one === "name" || one === "firstName" || one === "lastName" || one === "company",
	)
	return joined.length > 0 ? { columns, joined } : { columns }
}

/** What the customers lack and the values look like. */
function lacking(
	draft: DraftDecision,
	[index = 0]: readonly number[],
	[candidate]: readonly Candidate[],
): readonly Answer[] {
	const { filled, forms } = draft.evidence(index)
	const like: readonly (readonly [Field, boolean])[] = [
		["email", couldBe(draft.evidence(index), "email", draft.rows)],
		["name", couldBe(draft.evidence(index), "name", draft.rows)],
		["phone", forms.phone >= filled * 0.9],
		["zipCode", forms.zip >= filled * 0.9],
		["country", forms.country >= filled * 0.9],
		["city", draft.isFilled("zipCode") && draft.evidence(index).shapes.word >= filled * 0.9],
	]
	return like.flatMap(([field, isLike]) =>
		isLike && candidate !== undefined && !draft.isFilled(field)
			? [plain(field, `The ${labelOf(field)}`, { columns: { [candidate.column]: field } })]
			: [],
	)
}
