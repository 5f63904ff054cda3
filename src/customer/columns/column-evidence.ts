import type { Field } from "../fields.ts"
import { ownText } from "../own-text.ts"
import { noForms, type ValueForm } from "./value-form.ts"
import type { ValueShape } from "./value-shape.ts"

/** What the values of one column say, over all rows. What the check takes for no value counts as none. */
export interface ColumnEvidence {
	/** Cells with a value. */
	filled: number
	/** Cells that hold something like a JWT, as card tokens are. */
	tokens: number
	/** Values that a spreadsheet lost, and put an error in their place. */
	lost: number
	/** Of the first tokens, those that say that they are of another issuer than cards are: of a login, say. */
	otherIssuer: number
	/** Of the first tokens, those that say that they are not for single use. */
	recurring: number
	/** Values that say yes or no in words, counted until there is another one. */
	flags: number
	/** In a column of unknown name: values that are dates or marks, as `x` and `ja`, counted until there is another one. */
	marks: number
	/** In a column whose name may be of notes: values of several words. */
	texts: number
	/** In a column of unknown name: values that are written as sentences. */
	sentences: number
	/** Values that are units of money, as `cents` and `EUR`, counted until there is another one. */
	units: number
	/** What values say of the currency of their rows, as a `currencyHint` has it, and how often. */
	readonly hints: Map<string, number>
	/** Of the fields that the name may mean, how many values cannot be of that field. */
	readonly denied: Partial<Record<Field, number>>
	/** Only where the name does not settle what it is: how many values have a shape, and how many are different. */
	readonly shapes: Record<ValueShape, number>
	different: number
	/** How many values look like what customers may lack; counted where the name does not settle what it is, and of streets in part. */
	readonly forms: Record<ValueForm, number>
	/** The first few different values; none of them a card token. */
	readonly examples: string[]
	/** How many values have a digit, how many end or begin with the number of a house, and how many are e-mail addresses; counted for streets only. */
	numbered: number
	housed: number
	mailed: number
	/** Of a column without a name: how many values are the number behind the one before, as in a running index. */
	running: number
	/** How many values look like names in rows without one in the columns named so; counted where the name allows it. */
	nameless: number
	/** How often each value is there, as it is written: of countries, currencies and choices only, and of not more than a few hundred. */
	readonly values: Map<string, number>
}

/** Nothing counted yet. */
export function noEvidence(): ColumnEvidence {
	return {
		filled: 0,
		tokens: 0,
		lost: 0,
		otherIssuer: 0,
		recurring: 0,
		flags: 0,
		units: 0,
		marks: 0,
		texts: 0,
		sentences: 0,
		hints: new Map(),
		denied: {},
		shapes: { email: 0, name: 0, phone: 0, identifier: 0, opaque: 0, word: 0 },
		different: 0,
		forms: { ...noForms },
		examples: [],
		numbered: 0,
		housed: 0,
		mailed: 0,
		running: 0,
		nameless: 0,
		values: new Map(),
	}
}

const examplesKept = 4
const valuesKept = 300

/** Adds what another counter counted of another part of the rows. */
export function addEvidence(sum: ColumnEvidence, part: ColumnEvidence): void {
	sum.filled += part.filled
	sum.tokens += part.tokens
	sum.lost += part.lost
	sum.otherIssuer += part.otherIssuer
	sum.recurring += part.recurring
	sum.numbered += part.numbered
	sum.housed += part.housed
	sum.mailed += part.mailed
	sum.running += part.running
	sum.nameless += part.nameless
	sum.flags += part.flags
	sum.units += part.units
	sum.marks += part.marks
	sum.texts += part.texts
	sum.sentences += part.sentences
	for (const field of Object.keys(part.denied) as Field[])
		sum.denied[field] = (sum.denied[field] ?? 0) + (part.denied[field] ?? 0)
	for (const shape of Object.keys(sum.shapes) as ValueShape[]) sum.shapes[shape] += part.shapes[shape]
	for (const form of Object.keys(sum.forms) as ValueForm[]) sum.forms[form] += part.forms[form]
	for (const [value, count] of part.values) addValue(sum.values, value, count)
	for (const [hint, count] of part.hints) addValue(sum.hints, hint, count)
	for (const example of part.examples) addExample(sum, example)
}

/** Counts a value more often, as long as there are not too many. */
export function addValue(values: Map<string, number>, value: string, count: number): void {
	const known = values.get(value)
	if (known !== undefined) values.set(value, known + count)
	else if (values.size < valuesKept) values.set(ownText(value), count)
}

/** Keeps the first few different values. */
export function addExample({ examples }: ColumnEvidence, value: string): void {
	if (examples.length < examplesKept && !examples.includes(value)) examples.push(ownText(value))
}

export function hasExamples({ examples }: ColumnEvidence): boolean {
	return examples.length >= examplesKept
}
