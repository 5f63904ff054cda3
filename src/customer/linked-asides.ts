import { fold, spellings } from "./headers/words.ts"
import { isKin } from "./kin.ts"
import { saysWhen } from "./note-times.ts"

/** Any of what is looked at here has one of these, for a quick look. */
const mayHave =
	/\?|\/| (?:gm|ge?n|via|fd|f\.d|z|se|s\.|ver|ve|voir|katso|kts|zo|si|tom|t\.|fr|f\.r|un|ti|bis|ab|tot|hasta|fin)|\p{Ll} \p{Lu}{2}/u
/** Through whom or what somebody is reached or pays. */
const through = / (?:gm|genom|genm|via)\.? \p{L}.*$/u
/** What the customer was called goes before, and nobody is: `Lisa Berg fd Ek`. */
const formerly = / fd\.? \p{Lu}.*$/u
/** In whose care somebody is is no name where that is said in a word: `v/mor`, `z.Hd. Betreuer`; behind a company or a name it is. */
const inCareOf = / (?:v\/|m\/|z\. ?Hd\.|zhd\.?|c\/o) ?(\p{L}+)$/u
/** Another row: `se 312`. */
const pointer = / (?:see|se|siehe|s\.|zie|voir|ver|vedi|zob\.?|katso|kts\.?) (?:nr\.? ?)?\d+$/u
/** What is new, in capitals behind a name that has none: `Ursula Brandt NEU ab 1.1.`. */
const fresh = /(?<=\p{Ll}) (?:NY|NYTT|NYE|NEU|NEW|UUSI|NOUVEAU|NUEVO|NUOVO|NOWY|NIEUW)(?: .*)?$/u
/** How long, or since when: of a name a day or a month is no part. */
const during = / (?:t\.? ?o\.? ?m\.?|fr\.? ?o\.? ?m\.?|until|till?|bis|ab|tot|hasta|fino a) (.+)$/u
/** Whose card it is, set apart: `Dieter Heinrich / Karte vom Schwager`. */
const apart = /\p{L}\s*\/\s*(\p{L}.*)$/u

const cards: ReadonlySet<string> = new Set(
	"kort kortet karte card kortti carte tarjeta carta karta kaart".split(" ").flatMap(spellings),
)

/**
 * What stands behind a name by a sign or a small word that no name has, whatever follows: `Anna Berg gm Sparbanken`, `Bo Ek v/mor`, `Norén?`, `Bo Ek t.o.m. dec`.
 */
export function linkedRemark(name: string): string | undefined {
	const said = name.trim()
	if (!mayHave.test(said)) return undefined
	if (/^[^#].*\p{L}\?$/u.test(said)) return said
	for (const sign of [through, formerly, pointer, fresh]) {
		const found = sign.exec(said)?.[0]
		if (found !== undefined) return found.trim()
	}
	const care = inCareOf.exec(said)
	if (care !== null && isKin(fold(care[1] ?? ""))) return care[0].trim()
	const period = during.exec(said)
	if (period !== null && saysWhen(fold(period[1] ?? ""))) return period[0].trim()
	const behind = apart.exec(said)?.[1]
	const words = fold(behind ?? "").split(" ")
	return words.length > 1 && cards.has(words[0] ?? "") ? behind : undefined
}

/** What stands in brackets is whoever somebody is to the customer: `(Sohn)`. */
export function isOfKin(aside: string): boolean {
	const [word = "", ...more] = fold(aside).match(/\p{L}+/gu) ?? []
	return more.length === 0 && isKin(word)
}
