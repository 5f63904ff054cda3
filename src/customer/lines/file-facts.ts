import { joinTokenFacts, noTokenFacts, type TokenFacts } from "../cards/token-facts.ts"

/** What must be known of the whole file to judge one of its rows. Plain JSON. */
export interface FileFacts {
	/** Number of data rows. */
	readonly rows?: number
	/** Row number of the last. */
	readonly lastRow?: number
	/** Places of the columns that are filled in at least half of the rows. */
	readonly usual?: readonly number[]
	/** Row number of the first header in another order: what follows is another table. */
	readonly otherTableFrom?: number
	readonly tokens?: TokenFacts
	readonly numbers?: NumberFacts
}

/** Customer numbers, and those of them that have a digit. */
export interface NumberFacts {
	readonly all: number
	readonly withDigit: number
	/** Those with a sign before them that takes a line out of a file, as `#702`. */
	readonly marked?: number
}

/** Whether a number begins with what takes a line out: of no meaning where all of a file do. */
export const isMarked = (number: string): boolean => mark.test(number)
const mark = /^(?:#|\/\/|--|;|\*|!)/

/** Whether few numbers of a file have such a mark. */
export function marksFew({ all, marked = 0 }: NumberFacts): boolean {
	return marked > 0 && marked <= all / 4
}

/** In a file whose numbers have digits, a word is none: `saknas`, `unknown`. */
export function numbersHaveDigits({ all, withDigit }: NumberFacts): boolean {
	return all >= leastNumbers && withDigit >= all * 0.75
}

/** Fewer numbers say nothing of each other. */
const leastNumbers = 5

/** What the rows of a file, or of a part of it, tell while they are judged. Plain JSON; parts add up. */
export interface FileEvidence {
	/** Row number of the last row. */
	readonly lastRow: number
	readonly otherTableFrom?: number
	readonly tokens: TokenFacts
	readonly numbers: NumberFacts
}

export const noEvidence: FileEvidence = {
	lastRow: 0,
	tokens: noTokenFacts,
	numbers: { all: 0, withDigit: 0, marked: 0 },
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
			marked: (one.numbers.marked ?? 0) + (other.numbers.marked ?? 0),
		},
	}
}

/** How often the columns of a whole file are filled, in their order. */
interface Filling {
	readonly rows: number
	readonly columns: readonly { readonly filled: number }[]
}

/** What the counts of a whole file come to. */
export function factsOf(
	{ lastRow, otherTableFrom, tokens, numbers }: FileEvidence,
	{ rows, columns }: Filling,
): FileFacts {
	return {
		rows,
		lastRow,
		usual: columns.flatMap(({ filled }, index) => (filled * 2 >= rows && filled > 0 ? index : [])),
		...(otherTableFrom === undefined ? {} : { otherTableFrom }),
		tokens,
		numbers,
	}
}
