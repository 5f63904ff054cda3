import type { Concept } from "./concepts.ts"
import { abbreviated, type Piece, pieces } from "./lexicon.ts"
import { fold, words } from "./words.ts"

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
}

/** A longer text is a value or a sentence, not a name. */
const longestName = 80

const read = new Map<string, Parts>()
/** More names than any file has. */
const mostRead = 2_000

/** A name as known words and a counter; a note in brackets counts where all of it is known. */
export function partsOf(name: string): Parts {
	// The names of a file are asked about by each decision, and by each check of its rows.
	const known = read.get(name)
	if (known !== undefined) return known
	const parts = readParts(name)
	if (read.size >= mostRead) read.clear()
	read.set(name, parts)
	return parts
}

function readParts(name: string): Parts {
	const { main, notes } = name.length > longestName ? { main: [name], notes: [] } : words(name)
	const found = name.length > longestName ? [{ text: name, concepts: [] }] : withAbbreviations(pieces(main), name)
	const noted = notes.map(pieces)
	const counters = [...found, ...noted.filter((note) => note.length === 1).flat()].filter(isCounter)
	const ordinals = found.flatMap(({ concepts }) =>
		concepts.includes("second") ? [2] : concepts.includes("third") ? [3] : [],
	)
	const counter = counters.at(-1)
	return {
		key: main.join(""),
		known: [...noted.filter((note) => note.every(isKnown) && !note.every(isUnit)).flat(), ...found.filter(isKnown)],
		units: noted.filter((note) => note.every(isKnown) && note.every(isUnit)).flat(),
		unknown: found.some((piece) => !isKnown(piece) && !isCounter(piece)),
		last: found.at(-1),
		counter: counter ? Number(counter.text) : ordinals.at(-1),
		spelt: counter === undefined,
	}
}

/** `Nachn.` is the beginning of a word, and its full stop says so. */
function withAbbreviations(found: readonly Piece[], name: string): readonly Piece[] {
	if (found.every(isKnown) || !name.includes(".")) return found
	const cut = new Set(fold(name).match(/\p{L}+(?=\.)/gu))
	return found.map((piece) => (isKnown(piece) || !cut.has(piece.text) ? piece : (abbreviated(piece.text) ?? piece)))
}

const isKnown = ({ concepts }: Piece) => concepts.length > 0
const isCounter = (piece: Piece) => !isKnown(piece) && /^\d{1,2}$/.test(piece.text)

const units: ReadonlySet<Concept> = new Set<Concept>(["month", "year", "date", "and", "or"])
const isUnit = ({ concepts }: Piece) => concepts.every((concept) => units.has(concept))
