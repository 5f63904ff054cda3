import { nameWords } from "./cards/same-name.ts"

/** What of a row tells whether its e-mail address is its customer's. */
export interface NamedEmail {
	readonly position: number
	readonly row: number
	/** The words of each name that the customer has. */
	readonly names: readonly (readonly string[])[]
	readonly email: string
	/** Of its part before the @: see `lettersOf`. */
	readonly letters: string
}

/** The letters of the part before the @, as words of names have them. */
export function lettersOf(email: string): string {
	return nameWords(email.slice(0, Math.max(0, email.lastIndexOf("@"))).replace(/\+.*/, ""))
		.join("")
		.replace(/\d/g, "")
}

/** Shorter words are in any text. */
const long = (word: string) => word.length >= 3

/** Whether letters spell a name: its first word and its last one, or an initial and the last one, and nothing else. */
export function isSpelt(letters: string, words: readonly string[]): boolean {
	const [first, last] = [words[0] ?? "", words.at(-1) ?? ""]
	if (words.length < 2 || !long(last)) return false
	return (long(first) && letters.includes(first) && letters.includes(last)) || letters === first.slice(0, 1) + last
}

/** Whether an address may be of the customer of its row, or of the family. */
export function isOwnEmail({ letters, names }: NamedEmail): boolean {
	return names.some((words) => words.some((word) => long(word) && letters.includes(word)))
}

/** A shorter surname behind an initial is in any text. */
const shortestSurname = 4

/** How addresses spell a name of several words: the first one and another, in either order, or its initial. */
export function spellingsOf(words: readonly string[]): readonly string[] {
	const [first = "", ...others] = words
	return others.flatMap((other) => [
		first + other,
		other + first,
		...(other.length >= shortestSurname ? [first.slice(0, 1) + other] : []),
	])
}

const counted = /^(.*?\D)(\d{0,6})@(.+)$/

/** Whether one address counts on from another: `anna@x.se`, `anna1@x.se`, `anna2@x.se`. */
export function countsOn(one = "", other = ""): boolean {
	// A look that tells of nearly all.
	if (other.length - one.length > 1 || other.length < one.length || one[0] !== other[0]) return false
	const [, stem, count = "", domain] = counted.exec(one) ?? []
	const [, nextStem, next = "", nextDomain] = counted.exec(other) ?? []
	if (stem === undefined || stem !== nextStem || domain !== nextDomain || next === "") return false
	return Number(next) === Number(count) + 1 || (count === "" && next === "2")
}
