import { joinByPlace } from "./by-place.ts"

/** How many customer numbers of nothing but digits begin with a zero, by their length. Plain JSON; counts of parts of a file add up. */
export type PaddedLengths = Readonly<Record<number, number>>

export const isPadded = (number: string): boolean => number.charCodeAt(0) === zero && digits.test(number)
const zero = 48
const digits = /^\d+$/

export const joinPadded = (one: PaddedLengths, other: PaddedLengths): PaddedLengths =>
	joinByPlace(one, other, (a, b) => a + b)

/** What the numbers of a file are counted by. */
interface Numbers {
	readonly all: number
	readonly padded?: PaddedLengths
	/** Length of the shortest. */
	readonly shortest?: number
}

/**
 * How long numbers are that have zeros before them, where nearly all of those are of one length and any number is shorter; nothing
 * where they are so few that chance, or a person, may have written them.
 */
export function paddedLength({ all, padded: lengths = {}, shortest = 0 }: Numbers): number | undefined {
	const counts = Object.entries(lengths).map(([length, count]) => ({ length: Number(length), count }))
	const padded = counts.reduce((sum, { count }) => sum + count, 0)
	// Of numbers of one length, each tenth begins with a zero.
	if (padded * mostBeside < all) return undefined
	return counts.find(({ length, count }) => count >= leastPadded && count >= padded * nearlyAll && length > shortest)
		?.length
}

const leastPadded = 2
const nearlyAll = 0.8
const mostBeside = 20

/** What a number was, of which a spreadsheet took the zeros; nothing where it is as long as the others, or no number. */
export function padded(number: string, length: number): string | undefined {
	const isShort = number.length < length && digits.test(number) && number.charCodeAt(0) !== zero
	return isShort ? number.padStart(length, "0") : undefined
}
