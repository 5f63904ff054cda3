import type { Field } from "../fields.ts"
import type { Concept } from "../headers/concepts.ts"
import { ofInvoice } from "../headers/forms.ts"
import { partsOf } from "../headers/parts.ts"
import { readHeader } from "../headers/read-header.ts"
import { isOneself } from "../oneself.ts"
import { pointerKey } from "../party-choice.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"

/** A column whose values name other columns or parties of the file, as `Parent 1` does, and nobody. */
export interface Pointer {
	readonly index: number
	/** Its values, as they are written, with how many rows have each; likeliest first. */
	readonly values: readonly (readonly [value: string, rows: number])[]
}

/** More different values are names. */
const mostValues = 12

/** The columns of a file whose values are no names, whatever they are called: most of them are those of other columns, or words for a party. */
export function pointersIn(draft: DraftDecision): readonly Pointer[] {
	const { names } = draft.columns
	return names.flatMap((_, index) => {
		const { values, tokens } = draft.evidence(index)
		if (values.size === 0 || values.size > mostValues || tokens > 0 || !mayName(draft, index)) return []
		const all = [...values].sort(([, one], [, other]) => other - one)
		const sum = (each: typeof all) => each.reduce((total, [, count]) => total + count, 0)
		const pointing = all.filter(([value]) => pointsIn(value, names, index))
		return pointing.length > 0 && sum(pointing) * 2 >= sum(all) ? [{ index, values: all }] : []
	})
}

/** Whether a name says who somebody is, or nothing. */
function mayName(draft: DraftDecision, index: number): boolean {
	const { party, meanings, foreign } = draft.columns.readings[index] ?? { meanings: [] }
	if (party !== undefined || foreign === ofInvoice || (foreign === undefined && meanings.length === 0)) return true
	return meanings.some(({ field }) => field === "name" || field === "company")
}

function pointsIn(value: string, names: readonly string[], index: number): boolean {
	return names.some((name, at) => at !== index && pointsTo(value, name)) || namesParty(value)
}

/** Whether a value is a column's name, or whom the column is of: `Parent 2` of `Parent 2 e-mail`. */
export function pointsTo(value: string, name: string): boolean {
	const [said, named] = [pointerKey(value), pointerKey(name)]
	if (said.length < shortest || !named.startsWith(said)) return false
	// `Anna` is no beginning of `Annat`.
	const words = name.split(/[^\p{L}\p{N}]+/u).map(pointerKey)
	return words.some((_, at) => {
		const start = words.slice(0, at + 1).join("")
		return start.startsWith(said) && genitive.test(start.slice(said.length))
	})
}

/** `Mammas e-post`, `Huoltajan nimi`. */
export const genitive = /^(?:e?n?s|n)?$/

/** What a column would be if whom a value of another one means were the customer: `Mormor`, `Mormors e-post`. */
export function fieldOfPointed(draft: DraftDecision, index: number, value: string): Field | undefined {
	const words = draft.name(index).split(/[^\p{L}\p{N}]+/u)
	const said = value.split(/[^\p{L}\p{N}]+/u).length
	const rest = words.slice(said).join(" ")
	if (rest === "") return bearsOut(draft.evidence(index), "name", draft.rows) ? "name" : undefined
	const [meaning, another] = readHeader(rest).meanings
	return another === undefined && meaning?.otherwise.length === 0 ? meaning.field : undefined
}

const shortest = 3

const ofParty: readonly Concept[] = ["payer", "served", "parent"]
const besides: ReadonlySet<Concept> = new Set<Concept>([
	...ofParty,
	...(["other", "party", "account", "holder", "plain", "and", "or", "second", "third"] as const),
])

/** Whether a value is a word for a party and no more. */
function namesParty(value: string): boolean {
	if (isOneself(value)) return true
	const { known, unknown } = partsOf(value)
	const concepts = known.flatMap((piece) => piece.concepts)
	return !unknown && ofParty.some((one) => concepts.includes(one)) && concepts.every((one) => besides.has(one))
}

/** Whether a value says that whoever is served pays. */
export function pointsToServed(value: string): boolean {
	if (isOneself(value)) return true
	return namesParty(value) && partsOf(value).known.some(({ concepts }) => concepts.includes("served"))
}
