import type { Concept, Piece, Vocabulary, Word } from "./concepts.ts"
import { type Part, withHeads } from "./heads.ts"
import { stateByStem } from "./state-stems.ts"
import { systemWords } from "./systems.ts"
import { ages } from "./vocabulary/ages.ts"
import { danish } from "./vocabulary/danish.ts"
import { dutch } from "./vocabulary/dutch.ts"
import { english } from "./vocabulary/english.ts"
import { finnish } from "./vocabulary/finnish.ts"
import { french } from "./vocabulary/french.ts"
import { german } from "./vocabulary/german.ts"
import { italian } from "./vocabulary/italian.ts"
import { norwegian } from "./vocabulary/norwegian.ts"
import { parties } from "./vocabulary/parties.ts"
import { polish } from "./vocabulary/polish.ts"
import { spanish } from "./vocabulary/spanish.ts"
import { states } from "./vocabulary/states.ts"
import { swedish } from "./vocabulary/swedish.ts"
import { things } from "./vocabulary/things.ts"
import { spellings } from "./words.ts"

/** A word that two of them spell alike is the earlier one's; where both matter, it says so itself (`otherwise`). */
export const vocabularies: readonly Vocabulary[] = [
	systemWords,
	states,
	ages,
	parties,
	english,
	swedish,
	german,
	norwegian,
	danish,
	finnish,
	french,
	spanish,
	italian,
	polish,
	dutch,
	things,
]

/** Where alone in a compound a word may stand. */
type Place = "first" | "last"

interface Entry {
	readonly concepts: readonly Concept[]
	readonly otherwise?: string
	readonly bound?: Place
}

function entry(word: Word): Entry {
	if (typeof word === "string") return { concepts: [word] }
	return "is" in word ? { concepts: [word.is], otherwise: word.otherwise } : { concepts: word }
}

interface Lexicon {
	readonly entries: ReadonlyMap<string, Entry>
	/** The length of the longest spelling. */
	readonly longest: number
}

let made: Lexicon | undefined

/** All vocabularies by folded spelling, the word of the earlier language first; made when first asked for. */
function lexicon(): Lexicon {
	if (made) return made
	const entries = new Map<string, Entry>()
	for (const vocabulary of vocabularies)
		for (const [text, word] of Object.entries(vocabulary)) {
			const bound: Place | undefined = text.startsWith("-") ? "last" : text.endsWith("-") ? "first" : undefined
			for (const spelling of spellings(text))
				if (!entries.has(spelling)) entries.set(spelling, bound ? { ...entry(word), bound } : entry(word))
		}
	let longest = 0
	for (const spelling of entries.keys()) longest = Math.max(longest, spelling.length)
	made = { entries, longest }
	return made
}

/** Shorter abbreviations may be of anything. */
const shortestAbbreviation = 4

/** The word that a text with a full stop behind it is the beginning of: `Nachn.`, `Efternavn.`; none where words differ in what they mean. */
export function abbreviated(text: string): Piece | undefined {
	if (text.length < shortestAbbreviation) return undefined
	let found: Entry | undefined
	for (const [spelling, known] of lexicon().entries) {
		if (!spelling.startsWith(text)) continue
		if (known.bound || known.otherwise !== undefined) return undefined
		if (found !== undefined && String(found.concepts) !== String(known.concepts)) return undefined
		found = known
	}
	return found && { text, ...found }
}

const people: readonly Concept[] = ["party", "served"]

/** The word for a person that a text is the beginning of, where no shorter word begins so: `Medl` of a member. */
export function abbreviatedPerson(text: string): Piece | undefined {
	if (text.length < shortestAbbreviation) return undefined
	let shortest: string | undefined
	for (const spelling of lexicon().entries.keys())
		if (spelling.startsWith(text) && spelling.length < (shortest?.length ?? Number.POSITIVE_INFINITY))
			shortest = spelling
	const known = shortest === undefined ? undefined : lexicon().entries.get(shortest)
	return known?.concepts.every((concept) => people.includes(concept)) ? { text, ...known } : undefined
}

/** What Germanic compounds put between their parts. */
const links = ["s", "n", "en", "es", "er", "e"]
/** Words of two letters that end compounds: `Kundnr`, `CustNo`, `Leveringsby`. */
const shortEnds = new Set(["nr", "no", "id", "by"])
const unknownCost = 1000

/**
 * The pieces of a name: as few known words as cover it, each a word, several words written apart (`e post`), or a part
 * of a compound of nothing but known words.
 */
export function pieces(words: readonly string[]): readonly Piece[] {
	const { entries, longest } = lexicon()
	const text = words.join("")
	const ends = new Set<number>()
	const starts = new Map<number, string>()
	let length = 0
	for (const word of words) {
		starts.set(length, word)
		length += word.length
		ends.add(length)
	}
	const best: ({ readonly cost: number; readonly from: number; readonly piece?: Piece } | undefined)[] = [
		{ cost: 0, from: 0 },
	]
	const reach = (to: number, from: number, cost: number, piece?: Piece) => {
		if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = piece ? { cost, from, piece } : { cost, from }
	}
	for (let from = 0; from < length; from++) {
		const before = best[from]?.cost
		if (before === undefined) continue
		const word = starts.get(from)
		if (word !== undefined) reach(from + word.length, from, before + unknownCost, { text: word, concepts: [] })
		let crosses = false
		for (let to = from + 1; to <= Math.min(length, from + longest); to++) {
			const known = entries.get(text.slice(from, to))
			if (known && fits(known, text.slice(from, to), word !== undefined, ends.has(to), crosses)) {
				const cost = before + 10 + (word !== undefined && ends.has(to) ? 0 : 1)
				const piece = { text: text.slice(from, to), ...known }
				reach(to, from, cost, piece)
				for (const link of links)
					if (!ends.has(to) && text.startsWith(link, to) && canLink(link, ends, to))
						reach(to + link.length, from, cost + 1, piece)
			}
			crosses ||= ends.has(to)
			if (crosses && word === undefined) break
		}
		const state = word === undefined || entries.has(word) ? undefined : stateByStem(word)
		if (word !== undefined && state !== undefined)
			reach(from + word.length, from, before + 10, { text: word, concepts: [state] })
	}
	const found: Part[] = []
	for (let at = length; at > 0; ) {
		const step = best[at]
		if (!step?.piece) break
		found.unshift({ piece: step.piece, goesOn: !starts.has(step.from) })
		at = step.from
	}
	return withHeads(found)
}

/** A link belongs between two parts and reaches into no other word; only an s ends one, as a genitive or a plural. */
function canLink(link: string, ends: ReadonlySet<number>, from: number): boolean {
	for (let at = from + 1; at < from + link.length; at++) if (ends.has(at)) return false
	return link === "s" || !ends.has(from + link.length)
}

function fits(known: Entry, text: string, starts: boolean, ends: boolean, crosses: boolean): boolean {
	if (known.bound) return known.bound === "first" ? starts : !starts && ends
	if (starts && ends) return true
	if (crosses && !starts) return false
	if (known.concepts.every((concept) => concept === "plain" || concept === "and") && text.length < 4) return false
	return text.length >= 3 || (ends && shortEnds.has(text))
}
