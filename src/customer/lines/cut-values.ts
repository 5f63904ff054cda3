import { isEmail } from "../kinds/email.ts"
import { ownText } from "../own-text.ts"
import { byPlace, joinByPlace } from "./by-place.ts"

/** What the values of one column show of a greatest length that something cut them at. Plain JSON; counts of parts of a file add up. */
export interface LengthFacts {
	/** How many values have each length. */
	readonly lengths: readonly number[]
	/** Different values of the greatest length, some of them. */
	readonly longest: readonly string[]
	/** Last words of shorter values, some of them. */
	readonly words: readonly string[]
}

/** By the place of the column. */
export type LengthFactsByColumn = Readonly<Record<number, LengthFacts>>

/** Longer values were not cut, and most of their columns have few. */
const mostLength = 120
const mostLongest = 60
const mostWords = 3000
/** Where so many values have fewer, the column has no more. */
const mostAsked = 20_000

class LengthTally {
	readonly #lengths = new Array<number>(mostLength + 1).fill(0)
	#greatest = 0
	#longest = new Set<string>()
	readonly #words = new Set<string>()
	#asked = 0

	add(cell: string): void {
		const length = Math.min(cell.length, mostLength)
		this.#lengths[length] = (this.#lengths[length] ?? 0) + 1
		if (length > this.#greatest) {
			for (const value of this.#longest) this.#addWord(value)
			this.#greatest = length
			this.#longest = new Set([ownText(cell)])
		} else if (length === this.#greatest) {
			if (this.#longest.size < mostLongest) this.#longest.add(ownText(cell))
		} else this.#addWord(cell)
	}

	#addWord(value: string): void {
		if (this.#words.size >= mostWords || this.#asked === mostAsked) return
		this.#asked++
		this.#words.add(ownText(lastWord(value)))
	}

	facts(): LengthFacts {
		return { lengths: this.#lengths, longest: [...this.#longest], words: [...this.#words] }
	}
}

/** Keeps what the values of some columns of a part of a file show. */
export class CutTally {
	readonly #columns: LengthTally[] = []

	add(index: number, cell: string): void {
		let column = this.#columns[index]
		if (column === undefined) {
			column = new LengthTally()
			this.#columns[index] = column
		}
		column.add(cell)
	}

	facts(): LengthFactsByColumn {
		return byPlace(this.#columns, (column) => column.facts())
	}
}

export function joinLengthFacts(one: LengthFactsByColumn, other: LengthFactsByColumn): LengthFactsByColumn {
	return joinByPlace(one, other, joined)
}

function joined(one: LengthFacts, other: LengthFacts): LengthFacts {
	const [greatest, otherGreatest] = [one, other].map(({ longest: [value = ""] }) => value.length)
	const all = [...new Set([...one.longest, ...other.longest])].sort()
	const most = Math.max(greatest ?? 0, otherGreatest ?? 0)
	const shorter = all.filter(({ length }) => length < most).map(lastWord)
	return {
		lengths: one.lengths.map((count, length) => count + (other.lengths[length] ?? 0)),
		longest: all.filter(({ length }) => length === most).slice(0, mostLongest),
		words: [...new Set([...one.words, ...other.words, ...shorter])].sort().slice(0, mostWords),
	}
}

/** The length at which the values of a column were cut off, by the places of those of which it is so. */
export function cutLengths(columns: LengthFactsByColumn): Readonly<Record<number, number>> {
	return Object.fromEntries(
		Object.entries(columns).flatMap(([place, facts]) => {
			const length = facts.longest[0]?.length ?? 0
			const is =
				length >= shortest &&
				length < mostLength &&
				(isCutEmail(facts) || isCutText(facts, length) || areMostCut(facts, length))
			return is ? [[Number(place), length] as const] : []
		}),
	)
}

const shortest = 8

/** Of those that were cut hardly any is an address still. */
function isCutEmail({ longest, words }: LengthFacts): boolean {
	const isOfEmails = words.some((word) => word.includes("@")) || longest.some((value) => value.includes("@"))
	return isOfEmails && longest.filter((value) => !isEmail(value) && beginsAddress(value)).length >= fewest
}

/** What may go on to be an address: `kund7.example.se`, of which a sign is wrong, ends as one does. */
function beginsAddress(value: string): boolean {
	return /^[^\s@]+@[^\s@]*$/.test(value) || (/^[^\s@]+$/.test(value) && !/\.\p{L}{2,}$/u.test(value))
}

const fewest = 2

/** Several of the longest end within a word that others have whole; or far more are as long than a little shorter. */
function isCutText({ longest, words, lengths }: LengthFacts, length: number): boolean {
	if (longest.some((value) => value.includes("@"))) return false
	const count = (at: number) => lengths[at] ?? 0
	const before = Math.max(count(length - 1), count(length - 2))
	const ending = longest.filter((value) => /\p{L}$/u.test(value))
	if (ending.length < leastPile || count(length) < leastPile || count(length) <= before) return false
	const known = [...words].sort()
	const whole = new Set(words)
	const within = ending.filter((value) => isWithin(lastWord(value), whole, known))
	if (within.length >= fewest) return true
	const others = lengths.filter((one, at) => one > 0 && at > 0 && at < length).length
	return others >= leastLengths && ending.length >= largePile && count(length) >= before * 4
}

/**
 * Most values have the greatest length, which is no chance where they are several words and end differently. One value in all rows is
 * none, nor what a number or a letter at the end tells apart.
 */
function areMostCut({ longest, lengths }: LengthFacts, length: number): boolean {
	if (length < shortestOfMost) return false
	const all = lengths.reduce((sum, count) => sum + count, 0)
	if ((lengths[length] ?? 0) * 2 <= all) return false
	const named = longest.filter((value) => value.includes(" ") && !/[\d@]/.test(value))
	const beginnings = new Set(named.map((value) => value.slice(0, length / 2)))
	return named.length >= leastOfMost && named.length * 2 > longest.length && beginnings.size * 2 > named.length
}

const shortestOfMost = 15
const leastOfMost = 6

const leastPile = 4
const largePile = 8
const leastLengths = 7

/** Whether a word is none that others have, and the beginning of one. */
function isWithin(word: string, whole: ReadonlySet<string>, sorted: readonly string[]): boolean {
	if (word.length < shortestPart || whole.has(word)) return false
	let [low, high] = [0, sorted.length]
	while (low < high) {
		const middle = (low + high) >>> 1
		if ((sorted[middle] ?? "") < word) low = middle + 1
		else high = middle
	}
	return sorted[low]?.startsWith(word) === true
}

const shortestPart = 3

function lastWord(value: string): string {
	return value.slice(value.lastIndexOf(" ") + 1).toLowerCase()
}
