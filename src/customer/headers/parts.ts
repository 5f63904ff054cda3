import { byName } from "./by-name.ts"
import { type Concept, isForeign, isShade, type Piece } from "./concepts.ts"
import { isDiffering, saysIfDifferent } from "./differing.ts"
import { abbreviated, abbreviatedPerson, pieces } from "./lexicon.ts"
import { withPhoneWords } from "./phone-words.ts"
import { isNegation, isSpentInNote } from "./spent.ts"
import { fold, isTooLong, words } from "./words.ts"

/** A column name taken apart into what is known of it. */
export interface Parts {
	/** All letters and digits of the name but those of notes. */
	readonly key: string
	readonly known: readonly Piece[]
	/** Of a note on the form of the values (`months`, `MM/YY`), which says nothing of what they are. */
	readonly units: readonly Piece[]
	/** Whether there is a word nobody knows. */
	readonly unknown: boolean
	readonly last: Piece | undefined
	readonly counter: number | undefined
	/** Whether the counter is a word, as in `Second address`. */
	readonly spelt: boolean
	/** Whether a word for a person is cut short, and may be another one: `Abon nr`. */
	readonly cut: boolean
	/** Whether it is filled only where somebody or something is another one: `Payer (if different)`. */
	readonly differs: boolean
}

const read = new Map<string, Parts>()

/**
 * A name as known words and a counter. A note in brackets counts where all of it is known, or where a word of it makes the column
 * something else, as if it had no brackets; any other note is seen through.
 */
export const partsOf = byName(readParts, read)

/** The names read so far, for a thread that is to read the same. */
export function partsRead(): ReadonlyMap<string, Parts> {
	return read
}

/** Takes over what another thread read: making the vocabularies takes longer than most files. */
export function takeParts(known: ReadonlyMap<string, Parts>): void {
	for (const [name, parts] of known) read.set(name, parts)
}

function readParts(name: string): Parts {
	const { main, notes: all } = words(name)
	const notes = all.filter((note) => note.some(isSpentInNote) || !saysIfDifferent(note))
	const spelt = isTooLong(name) ? [{ text: name, concepts: [] }] : withAbbreviations(pieces(main), name)
	const cut = withCutPerson(spelt)
	const found = cut ?? withPhoneWords(spelt, spelt)
	const noted = notes.map((note) => (note.length === 1 ? withPhoneWords(found, pieces(note)) : pieces(note)))
	const counters = [...found, ...noted.filter((note) => note.length === 1).flat()].filter(isCounter)
	const ordinals = found.flatMap(({ concepts }) =>
		concepts.includes("second") ? [2] : concepts.includes("third") ? [3] : [],
	)
	const counter = counters.at(-1)
	const isElse = noted.some((note, index) => saysElse(notes[index] ?? [], note))
	return {
		key: main.join(""),
		known: [...noted.filter((note) => note.every(isKnown) && !note.every(isUnit)).flat(), ...found.filter(isKnown)],
		units: noted.filter((note) => note.every(isKnown) && note.every(isUnit)).flat(),
		unknown: isElse || found.some((piece) => !isKnown(piece) && !isCounter(piece)),
		last: found.at(-1),
		counter: counter ? Number(counter.text) : ordinals.at(-1),
		spelt: counter === undefined,
		cut: cut !== undefined,
		differs: notes.length < all.length || ordinals.length > 0 || main.some(isDiffering),
	}
}

/** `Nachn.` is the beginning of a word, and its full stop says so. */
function withAbbreviations(found: readonly Piece[], name: string): readonly Piece[] {
	if (found.every(isKnown) || !name.includes(".")) return found
	const cut = new Set(fold(name).match(/\p{L}+(?=\.)/gu))
	return found.map((piece) => (isKnown(piece) || !cut.has(piece.text) ? piece : (abbreviated(piece.text) ?? piece)))
}

/** `Medl nr`, `Medlnr`: before a number, and nothing else. */
function withCutPerson(found: readonly Piece[]): readonly Piece[] | undefined {
	const [first, second, ...more] = found
	if (first === undefined || isKnown(first) || more.length > 0) return undefined
	const [, cut = first.text, number] = /^(\p{L}+)(nr|no|nro)$/u.exec(second === undefined ? first.text : "") ?? []
	const behind = number === undefined ? second : pieces([number])[0]
	if (behind?.concepts.includes("number") !== true) return undefined
	const person = abbreviatedPerson(cut)
	return person && [person, behind]
}

const isKnown = ({ concepts }: Piece) => concepts.length > 0
const isCounter = (piece: Piece) => !isKnown(piece) && /^\d{1,2}$/.test(piece.text)

/** Whether a note says that the column is not what the rest of its name says: `(revoked)`, `(from the old system)`, `(not theirs)`. */
function saysElse(words: readonly string[], note: readonly Piece[]): boolean {
	if (words.some(isSpentInNote)) return true
	// `No` is a number as well.
	const denies = (word: string) => isNegation(word) && !note.some((piece) => piece.text === word && isKnown(piece))
	if (words.some(denies)) return note.some((piece) => !denies(piece.text) && !isPlain(piece))
	return !note.every(isKnown) && note.some(({ concepts }) => concepts.some(makesElse))
}

/** What a note may speak of without making its column something else: how it is written, and whose it is anyway. */
const explaining: ReadonlySet<Concept> = new Set<Concept>([
	"note",
	"date",
	"month",
	"year",
	"flag",
	"file",
	"row",
	"count",
	"company",
])
const makesElse = (concept: Concept) => (isForeign(concept) || isShade(concept)) && !explaining.has(concept)
const isPlain = ({ concepts }: Piece) => concepts.length > 0 && concepts.every((concept) => concept === "plain")

const units: ReadonlySet<Concept> = new Set<Concept>(["month", "year", "date", "and", "or"])
const isUnit = ({ concepts }: Piece) => concepts.every((concept) => units.has(concept))
