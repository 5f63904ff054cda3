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

/**
 * The languages that the names of columns are written in, several where they cannot be told apart by these names; none where most say
 * nothing, as English ones and `E-mail` do, or where they are of different languages.
 */
export function languagesOf(names: readonly string[]): readonly Language[] {
	const inEnglish = wordsOf(english)
	const known = languages.map((language) => ({ language, words: wordsOf(ofLanguages[language]), names: 0 }))
	let telling = 0
	for (const name of names) {
		const texts = partsOf(name).known.map(({ text }) => text)
		const own = texts.filter((text) => !inEnglish.has(text) && known.some(({ words }) => words.has(text)))
		if (own.length === 0) continue
		telling++
		for (const each of known) if (own.every((text) => each.words.has(text))) each.names++
	}
	const most = Math.max(...known.map((each) => each.names))
	if (most < fewest || most * 2 <= telling) return []
	return known.filter((each) => each.names === most).map(({ language }) => language)
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
