import { decode } from "./decode.ts"
import type { Encoding } from "./layout.ts"
import { likelihood, plausible } from "./plausibility.ts"
import type { LanguageName } from "./words.ts"

/** A way to read a file, and words of it as they would be read. */
export interface Reading {
	readonly encoding: Encoding
	readonly words: readonly string[]
}

const western = [
	"swedish",
	"danish",
	"icelandic",
	"finnish",
	"german",
	"french",
	"spanish",
	"portuguese",
	"italian",
	"dutch",
] as const
const central = ["polish", "czech", "slovak", "hungarian", "romanian", "croatian", "german"] as const

interface Candidate {
	/** How likely a file has the encoding before anything of it was seen, as a natural logarithm. */
	readonly prior: number
	/** What it was made for. */
	readonly languages: readonly LanguageName[]
}

/** What Windows writes comes before what Mac OS 9 and DOS wrote. Where several read the same, the first is taken. */
const candidates: { readonly [Name in Encoding]?: Candidate } = {
	"windows-1252": { prior: 0, languages: [...western, "estonian"] },
	"iso-8859-1": { prior: -1, languages: western },
	"iso-8859-15": { prior: -1, languages: [...western, "estonian"] },
	"windows-1250": { prior: -2.5, languages: central },
	"windows-1251": { prior: -2, languages: ["russian"] },
	cp850: { prior: -4, languages: western },
	cp852: { prior: -6, languages: central },
	macintosh: { prior: -3.5, languages: western },
	"windows-1254": { prior: -3, languages: ["turkish", "german"] },
	"windows-1257": { prior: -3, languages: ["lithuanian", "latvian", "estonian"] },
	"iso-8859-2": { prior: -3.5, languages: central },
	cp437: { prior: -5, languages: western },
	cp865: { prior: -5, languages: western },
	// Not of the whole file, but perhaps of a part of it.
	"utf-8": { prior: Number.NEGATIVE_INFINITY, languages: western },
}

/** A reading is certain when no other is likelier than this against it: 1 in 150. */
const certain = 5

/** By letter: a word that is hardly one, and one as most are. */
const odd = -11
const usual = -8

const shownWords = 5

/** Which single-byte encoding makes words of a language of `words`, see `HighWords`; several where it cannot be told. */
export function bySingleByte(words: ReadonlySet<string>): {
	readonly encoding: Encoding
	readonly evidence: string
	readonly readings?: readonly Reading[]
} {
	const text = Buffer.from([...words].join("\n"), "latin1")
	const scored = Object.entries(candidates)
		.map(([encoding, { prior, languages }]) => {
			const read = decode(text, encoding as Encoding).text
			const score = prior + likelihood(read.split("\n"), languages)
			return { encoding: encoding as Encoding, read, languages, score }
		})
		.sort((one, other) => other.score - one.score)
	const [best] = scored
	if (best === undefined) throw new Error("There are no candidates")
	const same = scored.filter((other) => other !== best && other.read === best.read).map(({ encoding }) => encoding)
	const different = scored.filter(({ read }, index) => scored.findIndex((other) => other.read === read) === index)
	const letters = text.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
	const doubtful = best.score / letters < plausible
	const places = oddPlaces(best)
	const isRival = (other: (typeof scored)[number], index: number) =>
		best.score - other.score < certain || (doubtful && index < 3) || mends(other, places)
	const rivals = different.filter(isRival).slice(0, 4)
	const shown = show(best.read.split("\n"))
	const also = same.length === 0 ? "" : ` It reads the same in ${same.join(" and ")}.`
	const evidence = `Not UTF-8; as ${best.encoding} it has ${shown.map((word) => `“${word}”`).join(", ")}.${also}`
	if (rivals.length < 2) return { encoding: best.encoding, evidence }
	return { encoding: best.encoding, evidence, readings: compare(rivals) }
}

interface Read {
	readonly read: string
	readonly languages: readonly LanguageName[]
}

const byLetter = (word: string, languages: readonly LanguageName[]) =>
	likelihood([word], languages) / Math.max(word.replace(/[\0-\x7f]/g, "").length, 1)

/** Where words are that the reading makes nothing of: another program may have written a part of the file. */
function oddPlaces({ read, languages }: Read): readonly number[] {
	return read.split("\n").flatMap((word, at) => (byLetter(word, languages) < odd ? [at] : []))
}

/** Whether another reading makes words of so many of them that it is the right one for a part of the file. */
function mends({ read, languages }: Read, places: readonly number[]): boolean {
	const words = read.split("\n")
	const mended = places.filter((at) => byLetter(words[at] ?? "", languages) > usual)
	return mended.length >= Math.max(2, words.length * 0.1)
}

/** The words that the readings differ in, as each reads them. */
function compare(rivals: readonly { readonly encoding: Encoding; readonly read: string }[]): Reading[] {
	const read = rivals.map(({ encoding, read }) => ({ encoding, words: read.split("\n") }))
	const differing =
		read[0]?.words.flatMap((word, at) => (read.some(({ words }) => words[at] !== word) ? [at] : [])) ?? []
	const longEnough = differing.filter((at) => (read[0]?.words[at]?.length ?? 0) > 2)
	const places = [...longEnough, ...differing.filter((at) => !longEnough.includes(at))]
	return read.map(({ encoding, words }) => ({ encoding, words: show(places.map((at) => words[at] ?? "")) }))
}

const show = (words: readonly string[]) => words.slice(0, shownWords).map((word) => word.replace(/^0|0$/g, ""))
