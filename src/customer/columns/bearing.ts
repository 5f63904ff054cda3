import { fits } from "../field-kind.ts"
import type { Field } from "../fields.ts"
import { mayBeCurrency } from "../kinds/currency.ts"
import { isDate } from "../kinds/damage.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { ValueShape } from "./value-shape.ts"

/** Shares of rows or of filled cells that decide. */
const share = {
	denied: 0.5,
	token: 0.9,
	form: 0.9,
	numberFilled: 0.95,
	numberDifferent: 0.9,
	numberRepeated: 0.6,
	rival: 0.2,
}

/**
 * Whether over half of the values cannot be of the field that the name says. Fewer are errors of their rows;
 * but no card token is of another issuer.
 */
export function denies(
	{ filled, tokens, lost, denied, otherIssuer, mailed, values }: ColumnEvidence,
	field: Field,
): boolean {
	if (field === "token" && otherIssuer > 0) return true
	// What words mean that are not known is asked, word by word.
	if (field === "currency" && areFewWords(values)) return tokens > filled * share.denied
	const against =
		field === "token" ? Math.max(0, (denied.token ?? 0) - lost) : Math.max(denied[field] ?? 0, tokens, mailed)
	return against > filled * share.denied
}

/** More different words that nobody knows are no currencies. */
const mostWords = 8

function areFewWords(values: ColumnEvidence["values"]): boolean {
	const unknown = [...values.keys()].filter((value) => !fits("currency", value))
	return unknown.length <= mostWords && unknown.every(mayBeCurrency)
}

/** Whether the values bear out what a name with several meanings may mean. */
export function bearsOut(evidence: ColumnEvidence, field: Field, rows: number): boolean {
	const { filled, tokens, denied, different } = evidence
	if (filled === 0) return rows === 0
	switch (field) {
		case "token":
			// What was lost may have been a token: its rows are errors.
			return tokens > 0 && tokens >= (filled - evidence.lost) * share.token && evidence.otherIssuer === 0
		case "number":
			return (
				tokens === 0 &&
				filled >= rows * share.numberFilled &&
				different >= rows * share.numberDifferent &&
				isIdentifier(evidence)
			)
		case "name":
		case "company":
			return tokens === 0 && shapes(evidence, "identifier", "opaque", "email") <= filled * (1 - share.form)
		case "identityNumber":
			// Anything has a digit: what is sent as the number of a person or an organization looks like one.
			return tokens === 0 && evidence.forms.identity >= filled * share.form
		case "country":
		case "billingCountry":
		case "deliveryCountry":
			if (areLetters(evidence)) return false
			return tokens === 0 && (denied[field] ?? 0) <= filled * (1 - share.form)
		default:
			return tokens === 0 && (denied[field] ?? 0) <= filled * (1 - share.form)
	}
}

/** Whether the values are letters, by the first of them: on cars some are countries, and elsewhere they are anything. */
export function areLetters({ examples, filled }: ColumnEvidence): boolean {
	return filled > 0 && examples.length > 0 && examples.every((value) => /^\p{L}$/u.test(value))
}

/** Whether a column whose name may mean the number can be meant beside another one: many different identifiers. */
export function rivals(evidence: ColumnEvidence, rows: number): boolean {
	const { filled, tokens, different } = evidence
	return (
		tokens === 0 &&
		filled >= rows * share.rival &&
		different >= filled * share.numberDifferent &&
		isIdentifier(evidence)
	)
}

/** Whether most of the first values are lists of numbers, as on a ticket: nobody is known by `4,11,19,26`. */
function areLists({ examples }: ColumnEvidence): boolean {
	const isList = (value: string) => /^\d+(?: ?[,;] ?\d+){2,}(?!\d)/.test(value)
	return examples.filter(isList).length * 2 > examples.length
}

/** Whether a column whose name may mean the number is one of customers of whom some stand in several rows. */
export function repeatsNumbers(evidence: ColumnEvidence, rows: number): boolean {
	const { filled, tokens, different } = evidence
	const isFull = tokens === 0 && filled >= rows * share.numberFilled && filled > 0
	return (
		isFull && different >= filled * share.numberRepeated && isIdentifier(evidence) && shapes(evidence, "word") === 0
	)
}

/** Whether a column whose name says nothing could hold a field that no other column fills. */
export function couldBe(evidence: ColumnEvidence, field: "number" | "name" | "email" | "token", rows: number): boolean {
	const { filled, different } = evidence
	if (filled === 0) return false
	switch (field) {
		case "number":
			return (
				bearsOut(evidence, "number", rows) &&
				!isOfDates(evidence) &&
				shapes(evidence, "identifier", "opaque") >= filled * share.form
			)
		case "name":
			return isOfNames(evidence) && filled >= rows * 0.5
		case "email":
			return shapes(evidence, "email") >= filled * 0.5
		case "token":
			return shapes(evidence, "opaque") >= filled * share.token && different >= filled * share.numberDifferent
	}
}

/** Whether a column named as a number is filled as one is, and rows share some of them: as a customer with two cards has it. */
export function mayRepeat(evidence: ColumnEvidence, rows: number): boolean {
	const { filled, different, tokens } = evidence
	return (
		tokens === 0 && !areLists(evidence) && filled > 0 && filled >= rows * share.numberFilled && different * 2 >= filled
	)
}

/** Whether the values are dates, by the first of them: no customer is known by one. */
export function isOfDates({ examples }: ColumnEvidence): boolean {
	return (
		examples.length > 0 && examples.every((value) => isDate(value) || /^(?:0?[1-9]|1[0-2])\/(?:20)?\d\d$/.test(value))
	)
}

/** Whether a column of unknown name could be the other half of a name: words without digits, not always the same. */
export function couldBeHalf(evidence: ColumnEvidence): boolean {
	const { filled, different } = evidence
	return filled > 0 && shapes(evidence, "name", "word") >= filled * share.form && different >= Math.min(filled, 3)
}

/** Whether the values of a column, whatever they are, tell customers apart. */
export function couldIdentify({ filled, different }: ColumnEvidence, rows: number): boolean {
	return filled > 0 && filled >= rows * share.numberFilled && different >= rows * share.numberDifferent
}

/** Whether the values of most rows are names of many: a few that come again are kinds of something. */
export function areNames(evidence: ColumnEvidence, rows: number): boolean {
	return couldBe(evidence, "name", rows) && evidence.different * 2 >= evidence.filled
}

/** Whether the values are names, by their form. */
export function isOfNames(evidence: ColumnEvidence): boolean {
	return evidence.filled > 0 && shapes(evidence, "name") >= evidence.filled * 0.8
}

function isIdentifier(evidence: ColumnEvidence): boolean {
	const texts = evidence.filled - evidence.tokens
	return !areLists(evidence) && shapes(evidence, "identifier", "opaque", "word") >= texts * share.form
}

function shapes(evidence: ColumnEvidence, ...wanted: readonly ValueShape[]): number {
	return wanted.reduce((sum, shape) => sum + evidence.shapes[shape], 0)
}
