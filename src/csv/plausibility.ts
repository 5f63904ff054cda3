import { type LanguageName, words } from "./words.ts"

/** Where a word ends, and what stands for any digit next to a letter. */
const edge = "^"
const digit = "0"

interface Language {
	/** How often each letter beyond ASCII was seen. */
	readonly letters: ReadonlyMap<string, number>
	/** How often it was seen between its neighbours: letter and neighbour, the one before it and the one behind it. */
	readonly before: ReadonlyMap<string, number>
	readonly behind: ReadonlyMap<string, number>
	/** How often anything is the neighbour of such a letter. */
	readonly neighbours: ReadonlyMap<string, number>
	readonly total: number
}

function learn(text: string): Language {
	const letters = new Map<string, number>()
	const before = new Map<string, number>()
	const behind = new Map<string, number>()
	const neighbours = new Map<string, number>()
	const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
	let total = 0
	for (const { 0: letter, index } of text.matchAll(/[^\0-\x7f]/g)) {
		const [one, other] = [text[index - 1] ?? edge, text[index + 1] ?? edge]
		count(letters, letter)
		count(before, letter + one)
		count(behind, letter + other)
		count(neighbours, one)
		count(neighbours, other)
		total++
	}
	return { letters, before, behind, neighbours, total }
}

const learnt = new Map<LanguageName, Language>()
function languageOf(name: LanguageName): Language {
	const known = learnt.get(name) ?? learn(words[name].toLowerCase().replaceAll(" ", edge))
	learnt.set(name, known)
	return known
}

/** How likely the language has the letter between these neighbours (naive Bayes, smoothed). */
function probability(language: Language, letter: string, before: string, behind: string): number {
	const seen = language.letters.get(letter)
	if (seen === undefined) return 0
	const neighbour = (counts: ReadonlyMap<string, number>, which: string) => {
		const usual = ((language.neighbours.get(which) ?? 0) + 0.3) / (2 * language.total + 20)
		return ((counts.get(letter + which) ?? 0) + 3 * usual) / (seen + 3)
	}
	return (seen / language.total) * neighbour(language.before, before) * neighbour(language.behind, behind)
}

const commonSigns = /[€£§°–’\u00a0]/
const otherSigns = /[´‘“”„—…«»²³½¼¾·™®©\u00ad¿¡ªº]/
const quoteSigns = /[’‘“”„«»]/
/** Signs that stand right behind a word. */
const attached = /[°®™²³ªº´]/

/** The logarithm of how likely a sign stands there. */
function signLikelihood(sign: string, before: string, behind: string): number {
	if (sign === "\ufffd" || /\p{Cc}/u.test(sign)) return -25
	const common = commonSigns.test(sign)
	if (!common && !otherSigns.test(sign)) return -14
	const touched = [before, behind].filter((one) => one !== edge && one !== digit).length
	if (touched === 0) return common ? -4 : -6
	const follows = behind === edge && attached.test(sign)
	if (touched === 1) return follows ? -7 : quoteSigns.test(sign) ? -8 : -11
	return sign === "’" ? -6 : -12
}

const isUpper = (character: string) => character !== character.toLowerCase()
const isLower = (character: string) => character !== character.toUpperCase()

/** Capitals stand at the beginning of a word or in a word of capitals: the logarithm of how likely it is otherwise. */
function caseLikelihood(letter: string, before: string, behind: string): number {
	if (isUpper(letter)) return isLower(before) || (isUpper(before) && isLower(behind)) ? -5 : 0
	if (letter === "ß" || !isLower(letter)) return 0
	if (isUpper(behind) || (isUpper(before) && behind === edge)) return -4
	return before === edge ? -1.5 : 0
}

/** By letter: text of a language that is known here is likelier. */
export const plausible = -13

/** No letter of any language is less likely than this anywhere. */
const least = 1e-9

/**
 * How likely it is that `texts` are words of one of these languages, with some of the others among them: a natural
 * logarithm, by the letters beyond ASCII. Readings of the same bytes are compared by it.
 * @param texts words, with a 0 where a digit touches them
 */
export function likelihood(texts: readonly string[], languages: readonly LanguageName[]): number {
	const known = languages.map(languageOf)
	const sums = known.map(() => 0)
	let common = 0
	for (const [context, times] of contextsOf(texts)) {
		const [before = edge, letter = edge, behind = edge] = context
		if (!/\p{L}/u.test(letter) || letter === "ª" || letter === "º") {
			common += times * signLikelihood(letter, before, behind)
			continue
		}
		common += times * caseLikelihood(letter, before, behind)
		const [lower, one, other] = [letter.toLowerCase(), before.toLowerCase(), behind.toLowerCase()]
		const each = known.map((language) => probability(language, lower, one, other))
		const any = each.reduce((sum, value) => sum + value, 0) / known.length
		for (const [place, value] of each.entries())
			sums[place] = (sums[place] ?? 0) + times * Math.log(0.9 * value + 0.1 * any + least)
	}
	return common + Math.max(...sums)
}

/** Each letter beyond ASCII with its neighbours, and how often it stands so. */
function contextsOf(texts: readonly string[]): ReadonlyMap<string, number> {
	const contexts = new Map<string, number>()
	for (const text of texts)
		for (let index = 0; index < text.length; index++) {
			if (text.charAt(index) <= "\x7f") continue
			const context = (text[index - 1] ?? edge) + text.charAt(index) + (text[index + 1] ?? edge)
			contexts.set(context, (contexts.get(context) ?? 0) + 1)
		}
	return contexts
}
