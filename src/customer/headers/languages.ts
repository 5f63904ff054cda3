import type { Vocabulary } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import { danish } from "./vocabulary/danish.ts"
import { dutch } from "./vocabulary/dutch.ts"
import { english } from "./vocabulary/english.ts"
import { finnish } from "./vocabulary/finnish.ts"
import { french } from "./vocabulary/french.ts"
import { german } from "./vocabulary/german.ts"
import { italian } from "./vocabulary/italian.ts"
import { norwegian } from "./vocabulary/norwegian.ts"
import { polish } from "./vocabulary/polish.ts"
import { spanish } from "./vocabulary/spanish.ts"
import { swedish } from "./vocabulary/swedish.ts"
import { spellings } from "./words.ts"

/** English is the language of programs, and says nothing of where customers live. */
const ofLanguages = {
	sv: swedish,
	da: danish,
	no: norwegian,
	fi: finnish,
	de: german,
	fr: french,
	es: spanish,
	it: italian,
	nl: dutch,
	pl: polish,
} as const satisfies Readonly<Record<string, Vocabulary>>

export type Language = keyof typeof ofLanguages

const languages = Object.keys(ofLanguages) as Language[]

/** Fewer names may be of whoever wrote the file, and say little of where customers live. */
const fewest = 4

/** Of the names that the likeliest language has one that is like it has so many. */
const near = 0.6

/**
 * The languages that the names of columns are written in, the likeliest first, several where they cannot be told apart by these names; none where most say
 * nothing, as English ones and `E-mail` do, or where they are of different languages.
 */
export function languagesOf(names: readonly string[]): readonly Language[] {
	const inEnglish = wordsOf(english)
	const all = languages.map((language) => ({ language, words: wordsOf(ofLanguages[language]) }))
	const telling = names
		.map((name) => partsOf(name).known.map(({ text }) => text))
		.map((texts) => texts.filter((text) => !inEnglish.has(text) && all.some(({ words }) => words.has(text))))
		.filter((own) => own.length > 0)
	const known = all.map(({ language, words }) => {
		return { language, names: telling.filter((own) => own.every((text) => words.has(text))) }
	})
	const most = Math.max(...known.map((each) => each.names.length))
	if (most < fewest || most * 2 <= telling.length) return []
	const likely = known.filter((each) => each.names.length === most)
	// What is certainly Swedish is nothing else.
	if (likely.some(({ language }) => language === "sv")) return likely.map(({ language }) => language)
	// Each of two languages that are alike may lack a word: the one that has what the likeliest has not may be it as well.
	const mayBe = ({ language, names: own }: (typeof known)[number]) =>
		language !== "sv" && own.length < most && own.some((name) => likely.every((each) => !each.names.includes(name)))
	const alike = known.filter((each) => each.names.length >= most * near && mayBe(each))
	return [...likely, ...alike].map(({ language }) => language)
}

/** Whether the names of some columns, and of most that are not English, have words of a language. */
export function speaks(names: readonly string[], language: Language): boolean {
	const inEnglish = wordsOf(english)
	const all = languages.map((one) => wordsOf(ofLanguages[one]))
	const own = wordsOf(ofLanguages[language])
	const texts = names.map((name) => partsOf(name).known.flatMap(({ text }) => (inEnglish.has(text) ? [] : [text])))
	const telling = texts.filter((each) => each.some((text) => all.some((words) => words.has(text))))
	return telling.filter((each) => each.some((text) => own.has(text))).length * 2 > telling.length
}

const spelt = new Map<Vocabulary, ReadonlySet<string>>()

/** Made once for each that is asked for: it takes longer than the check of a small file. */
function wordsOf(vocabulary: Vocabulary): ReadonlySet<string> {
	const known = spelt.get(vocabulary) ?? new Set(Object.keys(vocabulary).flatMap(spellings))
	spelt.set(vocabulary, known)
	return known
}
