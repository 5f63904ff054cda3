import { joinTokenFacts, noTokenFacts, type TokenFacts, wholeTokenFacts } from "../cards/token-facts.ts"
import type { ColumnEvidence } from "../columns/column-evidence.ts"
import { holdsNotes } from "../columns/free-text.ts"
import { isErrorValue } from "../kinds/damage.ts"
import { holdsNumberAndName } from "../one-cell.ts"
import { type AsideFactsByColumn, joinAsideFacts, type RareAsides, rareAsides } from "./aside-facts.ts"
import { cutLengths, joinLengthFacts, type LengthFactsByColumn } from "./cut-values.ts"
import { type DigitFactsByColumn, decimalColumns, joinDigitFacts, roundedColumns } from "./digit-facts.ts"
import { joinPadded, type PaddedLengths } from "./padded-numbers.ts"
import { joinValues, type ValuesByColumn } from "./rare-values.ts"
import { joinLeadFacts, type LeadFacts, recordTypeOf } from "./record-type.ts"
import { joinSparse, noSparse, type SparseFacts } from "./sparse.ts"
import { joinNotes, type NotesByColumn } from "./written-notes.ts"
import { joinZipLengths, type ZipLengths } from "./zip-lengths.ts"

/** What must be known of the whole file to judge one of its rows. Plain JSON. */
export interface FileFacts {
	/** Number of data rows. */
	readonly rows?: number
	/** Row number of the last. */
	readonly lastRow?: number
	/** Places of the columns that are filled in at least half of the rows. */
	readonly usual?: readonly number[]
	/** Places of the columns that are filled in nearly all rows but those that hardly have anything. */
	readonly steady?: readonly number[]
	readonly sparse?: SparseFacts
	readonly zips?: ZipLengths
	/** Lengths at which the values of columns were cut off, by their places. */
	readonly cut?: Readonly<Record<number, number>>
	/** What in names is a remark, by the places of columns. */
	readonly asides?: RareAsides
	/** Places of columns that nobody knows, and in which few rows have a date or a mark and no row anything else. */
	readonly marks?: readonly number[]
	/** Places of columns that hold what people wrote, though their names alone do not say so. */
	readonly notes?: readonly number[]
	/** Row number of the first header in another order: what follows is another table. */
	readonly otherTableFrom?: number
	readonly tokens?: TokenFacts
	readonly numbers?: NumberFacts
	/** What stands first in every row but in one or two, as the type of a record. */
	readonly recordType?: string
	/** Places of the columns whose every value has a decimal of zeros. */
	readonly decimal?: readonly number[]
	/** Places of the columns whose numbers of more than 15 digits were rounded. */
	readonly rounded?: readonly number[]
}

/** Customer numbers, those of them that have a digit, those that begin with the sign of a comment, and phrases. */
export interface NumberFacts {
	readonly all: number
	readonly withDigit: number
	readonly marked?: number
	/** Those of several words, or with a colon. */
	readonly phrases?: number
	/** Those with something behind them in brackets or a mark, and with words. */
	readonly noted?: number
	readonly worded?: number
	/** Those with other signs than a word has: `1002, 1003`, `(1004)`, `?1005`, `1088/1089`. */
	readonly unlike?: number
	/** Those that another number with one digit behind a slash is: `2005/2`. */
	readonly suffixed?: number
	/** Those that may have lost zeros behind a separator of thousands: `10.24`. */
	readonly shortened?: number
	/** Those with a separator of thousands: `10.239`. */
	readonly grouped?: number
	/** Those of digits that begin with a zero. */
	readonly padded?: PaddedLengths
	/** Lengths of the others that have a digit which is no zero. */
	readonly shortest?: number
	readonly longest?: number
}

/** What takes a line out of a file, before its number: of no meaning where most have it. `#NAME?` is a number that was lost. */
export const isComment = (number: string): boolean => mark.test(number) && !isErrorValue(number.trim())
const mark = /^\s*(?:#|\/\/|--|;|\*|!)/

/** Where most numbers begin otherwise, a line that begins with a mark was taken out, or says something. */
export function hasComments({ all, marked = 0 }: NumberFacts): boolean {
	return marked > 0 && marked * 2 < all
}

export const isPhrase = (number: string): boolean => phrase.test(number)
const phrase = /\S\s+\S|:/

/** Where nearly all numbers are one word each, a phrase is hardly one. */
export function hasStrayPhrases({ all, phrases = 0 }: NumberFacts): boolean {
	return all >= leastNumbers && phrases > 0 && phrases * 4 <= all
}

/** What somebody wrote behind a number: `1002 (ny)`, `1003*`, `1004?`. */
export const isNoted = (number: string): boolean => noted.test(number)
const noted = /^[^\s()[\]{}]*\d[^\s()[\]{}]*\s*(?:[([{].*|[*?!†#~^]+)$/u
/** In words, or of a name: `1002 ny`, `1002 / Anna Ek`. */
export const isWorded = (number: string): boolean => worded.test(number) || holdsNumberAndName(number)
const worded = /^\S*\d\s*[,;]?\s+(?=\p{L})[\p{L}\s.]*\p{Ll}{2}[\p{L}\s.,]*$/u

/** Whether a number has a note on it, and the others of its file say that it is no part of it. */
export function hasNote(number: string, { all, noted = 0, worded = 0 }: NumberFacts): boolean {
	return (noted > 0 && noted < all * 0.9 && isNoted(number)) || (worded > 0 && worded * 2 <= all && isWorded(number))
}

export const isUnlike = (number: string): boolean => !oneWord.test(number.trim())
const oneWord = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?$/u

/** `2005/2`: a further one beside `2005`, where several are written so. */
export const isSuffixed = (number: string): boolean => suffixed.test(number)
const suffixed = /^[\p{L}\p{N}]{3,}\/\d$/u
const leastSuffixed = 3

/** How many numbers have signs that others have not. */
function unlikeIn({ unlike = 0, suffixed = 0 }: NumberFacts): number {
	return unlike + (suffixed < leastSuffixed ? suffixed : 0)
}

/** Whether a few numbers of a file have signs that the others have not: two in one cell, or a note. */
export function hasUnlike(numbers: NumberFacts): boolean {
	const unlike = unlikeIn(numbers)
	return numbers.all >= leastNumbers && unlike > 0 && unlike * 4 <= numbers.all
}

/** Whether a number is one of these few. */
export function isUnlikeOthers(number: string, { suffixed = 0 }: NumberFacts): boolean {
	return isUnlike(number) && !(suffixed >= leastSuffixed && isSuffixed(number))
}

/** Whether some numbers of a file may have notes on them. */
export function hasNotes({ noted = 0, worded = 0 }: NumberFacts): boolean {
	return noted + worded > 0
}

/** Few digits behind a point or a comma, as a spreadsheet leaves of `10.240`. */
export const isShortened = (number: string): boolean => shortened.test(number)
const shortened = /^[1-9]\d{0,2}[.,]\d{1,2}$/

/**
 * Whether a number lost its zeros: with them it is about as long as the others of its file, and what stands before the point is
 * shorter than all of them. `12.1` is one where `12` may be.
 */
export function lostZeros(number: string, facts: NumberFacts): boolean {
	const { all, shortened = 0, shortest = 0, longest = 0 } = facts
	if (mostGrouped(facts) && /^[1-9]\d{0,2}$/.test(number)) return true
	if (shortened === 0 || shortened * 2 > all || !isShortened(number)) return false
	const before = number.search(/[.,]/)
	return before < shortest && before + thousands <= longest + 1
}

/** Where most numbers have their thousands apart, `10` may be what is left of `10.000`. */
export function mostGrouped({ all, grouped = 0 }: NumberFacts): boolean {
	return grouped > 1 && grouped * 2 >= all
}

export const isGrouped = (number: string): boolean => grouped.test(number)
const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/

/** Digits of a group. */
const thousands = 3

/** Whether numbers of a file may have lost zeros. */
export function hasShortened(facts: NumberFacts): boolean {
	const { all, shortened = 0, grouped = 0 } = facts
	return (shortened > 0 && shortened * 2 <= all) || (mostGrouped(facts) && grouped < all)
}

/** In a file whose numbers have digits, a word is none: `saknas`, `unknown`. */
export function numbersHaveDigits({ all, withDigit }: NumberFacts): boolean {
	return all >= leastNumbers && withDigit >= all * 0.75
}

/** Whether a text without a digit is a word, and no number of letters that chance left without one, as in `cus_mgZNyBym`. */
export function isWordAmong(text: string, { shortest = 0, longest = 0 }: NumberFacts): boolean {
	return words.test(text) && !/\p{Ll}\p{Lu}/u.test(text) && !(shortest === longest && text.length === longest)
}

/** Whether a number of zeros stands for none: where a file counts from zero, others are as short. */
export function isZeroAmong(text: string, { shortest = 0 }: NumberFacts): boolean {
	return text.length < shortest && /^0+$/.test(text)
}

const words = /^\p{L}+(?:[ .-]+\p{L}+)*[.?!]?$/u

/** Fewer numbers say nothing of each other. */
const leastNumbers = 5

/** What the rows of a file, or of a part of it, tell while they are judged. Plain JSON; parts add up. */
export interface FileEvidence {
	/** Row number of the last row. */
	readonly lastRow: number
	readonly otherTableFrom?: number
	readonly tokens: TokenFacts
	readonly numbers: Required<NumberFacts>
	readonly digits: DigitFactsByColumn
	readonly leads: LeadFacts
	readonly sparse: SparseFacts
	readonly zips: ZipLengths
	readonly lengths: LengthFactsByColumn
	readonly asides: AsideFactsByColumn
	/** Of columns of which nobody knows what they say; nothing of it is among the facts, which are kept with a run. */
	readonly values: ValuesByColumn
	/** What people wrote of customers. */
	readonly notes: NotesByColumn
}

export const noEvidence: FileEvidence = {
	lastRow: 0,
	tokens: noTokenFacts,
	numbers: {
		all: 0,
		withDigit: 0,
		marked: 0,
		phrases: 0,
		noted: 0,
		worded: 0,
		unlike: 0,
		suffixed: 0,
		shortened: 0,
		grouped: 0,
		padded: {},
		shortest: Number.MAX_SAFE_INTEGER,
		longest: 0,
	},
	digits: {},
	leads: {},
	sparse: noSparse,
	zips: {},
	lengths: {},
	asides: {},
	values: {},
	notes: {},
}

/** Adds up what was counted in two parts of a file, in whatever order. */
export function joinEvidence(one: FileEvidence, other: FileEvidence): FileEvidence {
	const from = Math.min(one.otherTableFrom ?? Infinity, other.otherTableFrom ?? Infinity)
	return {
		lastRow: Math.max(one.lastRow, other.lastRow),
		...(from < Infinity ? { otherTableFrom: from } : {}),
		tokens: joinTokenFacts(one.tokens, other.tokens),
		numbers: {
			all: one.numbers.all + other.numbers.all,
			withDigit: one.numbers.withDigit + other.numbers.withDigit,
			marked: one.numbers.marked + other.numbers.marked,
			phrases: one.numbers.phrases + other.numbers.phrases,
			noted: one.numbers.noted + other.numbers.noted,
			worded: one.numbers.worded + other.numbers.worded,
			unlike: one.numbers.unlike + other.numbers.unlike,
			suffixed: one.numbers.suffixed + other.numbers.suffixed,
			shortened: one.numbers.shortened + other.numbers.shortened,
			grouped: one.numbers.grouped + other.numbers.grouped,
			padded: joinPadded(one.numbers.padded, other.numbers.padded),
			shortest: Math.min(one.numbers.shortest, other.numbers.shortest),
			longest: Math.max(one.numbers.longest, other.numbers.longest),
		},
		digits: joinDigitFacts(one.digits, other.digits),
		leads: joinLeadFacts(one.leads, other.leads),
		sparse: joinSparse(one.sparse, other.sparse),
		zips: joinZipLengths(one.zips, other.zips),
		lengths: joinLengthFacts(one.lengths, other.lengths),
		asides: joinAsideFacts(one.asides, other.asides),
		values: joinValues(one.values, other.values),
		notes: joinNotes(one.notes, other.notes),
	}
}

const nearlyAll = 0.9

/** One of so many rows, at most. */
const few = 4

/** How often the columns of a whole file are filled, in their order. */
interface Filling {
	readonly rows: number
	readonly columns: readonly Pick<ColumnEvidence, "filled" | "marks" | "texts" | "sentences" | "examples">[]
}

/** What the counts of a whole file come to. */
export function factsOf(
	{ lastRow, otherTableFrom, tokens, numbers, digits, leads, sparse, zips, lengths, asides }: FileEvidence,
	{ rows, columns }: Filling,
): FileFacts {
	const recordType = recordTypeOf(leads)
	const others = rows - sparse.count
	return {
		rows,
		lastRow,
		usual: columns.flatMap(({ filled }, index) => (filled * 2 >= rows && filled > 0 ? index : [])),
		steady: columns.flatMap(({ filled }, index) => (filled > 1 && filled >= others * nearlyAll ? index : [])),
		sparse,
		zips,
		cut: cutLengths(lengths),
		asides: rareAsides(asides),
		marks: columns.flatMap(({ filled, marks }, index) =>
			filled > 0 && marks === filled && filled < rows && filled * few <= Math.max(rows, few) ? index : [],
		),
		notes: columns.flatMap((column, index) => (holdsNotes(column) ? index : [])),
		...(otherTableFrom === undefined ? {} : { otherTableFrom }),
		...(recordType === undefined ? {} : { recordType }),
		tokens: wholeTokenFacts(tokens),
		numbers,
		decimal: decimalColumns(digits, columns),
		rounded: roundedColumns(digits),
	}
}
