import { isAscii } from "../quick-look.ts"

/** How far two names agree: of one person, perhaps of one family, or of nobody in common. */
export type Likeness = "same" | "akin" | "other"

/** Stand in names, and name nobody. */
const titles: ReadonlySet<string> = new Set(
	"mr mrs ms miss dr prof herr frau fru hr mme mlle sr sra sig dhr mevr pan pani".split(" "),
)

/**
 * The words of a name as a card may have them: without case, accents, apostrophes and titles, and with one letter where
 * some write two (`Mueller`, `Aase`).
 */
export function nameWords(name: string): readonly string[] {
	const words = isAscii(name)
		? withoutPairs(name.toLowerCase().replace(/['`]/g, "")).match(/[a-z\d]+/g)
		: withoutPairs(withoutAccents(name)).match(/[\p{L}\p{N}]+/gu)
	const named = (words ?? []).filter((word) => !titles.has(word))
	return named.length > 0 ? named : (words ?? [])
}

function withoutAccents(name: string): string {
	return name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[\p{M}'’‘´`]/gu, "")
		.replace(/[øœ]/g, "o")
		.replace(/[æ]/g, "a")
		.replace(/ß/g, "ss")
		.replace(/ł/g, "l")
}

function withoutPairs(letters: string): string {
	return letters.replace(/(?<=[aou])e|aa/g, (pair) => (pair === "aa" ? "a" : ""))
}

/** Compares two names in whatever order, with initials or parts left out. */
export function likeness(one: readonly string[], other: readonly string[]): Likeness {
	if (one.join("") === other.join("")) return "same"
	const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
	const left = [...longer]
	const take = (fits: (each: string) => boolean) => {
		const at = left.findIndex(fits)
		return at >= 0 && left.splice(at, 1).length > 0
	}
	const inBoth = shorter.filter((word) => take((each) => each === word))
	// An initial may be of any word that is left.
	const others = shorter.filter((word) => !inBoth.includes(word))
	const met = others.filter((word) => take((each) => isInitial(each, word) || isInitial(word, each)))
	const whole = inBoth.filter((word) => word.length > 1).length
	if (whole > 0 && met.length === others.length) return "same"
	return whole > 0 ? "akin" : "other"
}

function isInitial(one: string, of: string): boolean {
	return one.length === 1 && of.startsWith(one)
}

/** By what a name is found among others: all of its words, and the first and last of them. */
export function nameKeys(words: readonly string[]): readonly string[] {
	const [first, last] = [words[0], words.at(-1)]
	if (first === undefined || last === undefined) return []
	const all = keyOf(words)
	return words.length > 2 ? [all, keyOf([first, last])] : [all]
}

/** Also by what it is found with initials. */
export function nameKeysOf(words: readonly string[]): readonly string[] {
	const [first, last] = [words[0], words.at(-1)]
	if (words.length < 2 || first === undefined || last === undefined) return nameKeys(words)
	return [...nameKeys(words), keyOf([first.slice(0, 1), last]), keyOf([first, last.slice(0, 1)])]
}

function keyOf(words: readonly string[]): string {
	return [...words].sort().join(" ")
}
