import { joinByPlace } from "./by-place.ts"

/**
 * What the values of a column of numbers show that a program may have done to all of them: a decimal of zeros, which
 * nobody wrote; zeros from the 16th digit on, where a spreadsheet keeps 15. Plain JSON; counts of parts of a file add up.
 */
export interface DigitFacts {
	readonly decimals: number
	/** Values of 16 digits and more, and those of them that end in zeros from there on. */
	readonly long: number
	readonly rounded: number
	/** How many zeros those have there, all together. */
	readonly zeros: number
}

const none: DigitFacts = { decimals: 0, long: 0, rounded: 0, zeros: 0 }

/** By the place of the column; those of which nothing is to be told are left out. */
export type DigitFactsByColumn = Readonly<Record<number, DigitFacts>>

export function joinDigitFacts(one: DigitFactsByColumn, other: DigitFactsByColumn): DigitFactsByColumn {
	return joinByPlace(one, other, plus)
}

function plus(one: DigitFacts, other: DigitFacts): DigitFacts {
	return {
		decimals: one.decimals + other.decimals,
		long: one.long + other.long,
		rounded: one.rounded + other.rounded,
		zeros: one.zeros + other.zeros,
	}
}

/** What a value tells; nothing for most. */
export function digitsOf(value: string): DigitFacts | undefined {
	if (!value.endsWith("0")) return isLong(value) ? { ...none, long: 1 } : undefined
	if (hasAddedDecimal(value)) return { ...none, decimals: 1 }
	if (!isLong(value)) return undefined
	const beyond = value.slice(kept)
	return /^0+$/.test(beyond) ? { ...none, long: 1, rounded: 1, zeros: beyond.length } : { ...none, long: 1 }
}

/** Counts the values of a part of a file. */
export class DigitTally {
	#columns: DigitFactsByColumn = {}

	add(index: number, value: string): void {
		const facts = digitsOf(value)
		if (facts) this.#columns = joinDigitFacts(this.#columns, { [index]: facts })
	}

	facts(): DigitFactsByColumn {
		return this.#columns
	}
}

/** Places of the columns of which every value has a decimal: a program added it. */
export function decimalColumns(digits: DigitFactsByColumn, columns: readonly { readonly filled: number }[]): number[] {
	return placesOf(
		digits,
		({ decimals }, place) =>
			decimals >= leastDecimals && decimals >= (columns[place]?.filled ?? Number.POSITIVE_INFINITY),
	)
}

/** Places of the columns whose long values all end in zeros, as by chance they do once in a thousand times. */
export function roundedColumns(digits: DigitFactsByColumn): number[] {
	return placesOf(digits, ({ long, rounded, zeros }) => rounded > 1 && rounded === long && zeros >= leastZeros)
}

function placesOf(digits: DigitFactsByColumn, is: (facts: DigitFacts, place: number) => boolean): number[] {
	return Object.keys(digits)
		.map(Number)
		.filter((place) => is(digits[place] ?? none, place))
}

/** Whether a value has a decimal of zeros: `1001.0`, `+46701234567,00`. */
export function hasAddedDecimal(value: string): boolean {
	return value.endsWith("0") && addedDecimal.test(value)
}

/** The value without its decimal of zeros. */
export function withoutDecimal(value: string): string {
	return value.replace(addedDecimal, "$1")
}

/** Whether a value ends in zeros where a spreadsheet has no more digits. */
export function isRounded(value: string): boolean {
	return digitsOf(value)?.rounded === 1
}

function isLong(value: string): boolean {
	return value.length > kept && /^\d+$/.test(value)
}

const addedDecimal = /^(\+?\d+)[.,]0{1,2}$/
/** Digits of a number that a spreadsheet keeps. */
const kept = 15
const leastDecimals = 3
const leastZeros = 3
