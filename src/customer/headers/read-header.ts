import type { Concept } from "./concepts.ts"
import { foreign as foreignKinds, isForeign } from "./concepts.ts"
import type { Form, HeaderField, Meanings } from "./forms.ts"
import { type Piece, pieces } from "./lexicon.ts"
import { mapMeanings, type Reading, readPieces } from "./reading.ts"
import { systemColumns } from "./systems.ts"
import { spellings, words } from "./words.ts"

export interface Meaning {
	readonly field: HeaderField
	/** What else columns of this name hold, in words for a person; empty where the name has this one meaning. */
	readonly otherwise: readonly string[]
}

export interface HeaderReading {
	/** What the name may mean, likeliest first; empty where it is unknown or known as not ours. */
	readonly meanings: readonly Meaning[]
	/** Known as not ours: what it is, in words. */
	readonly foreign?: string
	/** A further part of a street (a house number, a second line): joined to it, never competing with it. */
	readonly part?: boolean
	/** The number a counter in the name gives: 2 in `Card token 2`. */
	readonly counter?: number
}

/** A longer text is a value or a sentence, not a name. */
const longestName = 80

/** What a column of this name may hold, in any of our languages and however it is written. */
export function readHeader(name: string): HeaderReading {
	const parts = takeApart(name)
	const system = systemNames.get(parts.key)
	if (system !== undefined) return { meanings: [], foreign: system, ...counted(parts.counter) }
	if (parts.known.length === 0) return { meanings: [], ...counted(parts.counter) }
	if (parts.unknown) {
		// The last word decides what it is: a status of something unknown is a status.
		const kind = parts.last?.concepts.findLast(isForeign)
		return { meanings: [], ...(kind ? { foreign: foreignKinds[kind] } : {}), ...counted(parts.counter) }
	}
	const { meanings, foreign, form } = readAlternatives(parts.known)
	const list = Object.entries(withOwnMeaning(meanings ?? {}, parts.known)).map(
		([field, otherwise]): Meaning => ({ field: field as HeaderField, otherwise }),
	)
	const isStreet = list.some(({ field }) => /street$/i.test(field))
	const part = isStreet && (form?.part === true || (parts.counter ?? 1) > 1)
	return {
		meanings: list,
		...(foreign === undefined ? {} : { foreign }),
		...(part ? { part } : {}),
		...counted(parts.counter),
	}
}

const counted = (counter: number | undefined) => (counter === undefined ? {} : { counter })

const systemNames = new Map(
	Object.entries(systemColumns).flatMap(([name, is]) => spellings(name).map((key) => [key, is] as const)),
)

export interface Parts {
	/** All letters and digits of the name but those of notes. */
	readonly key: string
	readonly known: readonly Piece[]
	/** Whether there is a word nobody knows. */
	readonly unknown: boolean
	readonly last: Piece | undefined
	readonly counter: number | undefined
}

/** A name as known words and a counter; a note in brackets counts where all of it is known. */
export function takeApart(name: string): Parts {
	if (name.length > longestName) return { key: "", known: [], unknown: true, last: undefined, counter: undefined }
	const { main, notes } = words(name)
	const found = pieces(main)
	const known = found.filter(({ concepts }) => concepts.length > 0)
	const further = notes.flatMap((note) => {
		const noted = pieces(note)
		return noted.every(({ concepts }) => concepts.length > 0) ? noted : []
	})
	const counters = [...found, ...notes.filter((note) => note.length === 1).flatMap(pieces)].flatMap(counterOf)
	return {
		key: main.join(""),
		known: [...further, ...known],
		unknown: found.some((piece) => piece.concepts.length === 0 && !isCounter(piece)),
		last: found.at(-1),
		counter: counters.at(-1),
	}
}

const isCounter = ({ text, concepts }: Piece) => concepts.length === 0 && /^\d{1,2}$/.test(text)

function counterOf(piece: Piece): readonly number[] {
	if (isCounter(piece)) return [Number(piece.text)]
	return piece.concepts.includes("second") ? [2] : piece.concepts.includes("third") ? [3] : []
}

const said = "something else that its name says as well"

/** `Phone / Mobile` is one or the other, unless both together are a thing of their own (`Zip / City`, `Street / No`). */
function readAlternatives(known: readonly Piece[]): Reading {
	const joint = readPieces(known)
	const parts = splitAt(known, ({ concepts }) => concepts.includes("or"))
	if (parts.length < 2 || (joint.form && parts.every((part) => isNeeded(part, joint.form)))) return joint
	const sides = parts.map(readPieces)
	const fields = new Set(sides.flatMap(({ meanings }) => Object.keys(meanings ?? {})))
	if (fields.size < 2 || !sides.every(({ meanings }) => meanings && isCertain(meanings))) return joint
	const merged: Meanings = Object.assign({}, ...sides.map(({ meanings }) => meanings))
	return { meanings: mapMeanings(merged, (field, otherwise) => [field, [...otherwise, said]]) }
}

/** Whether a form asks for what these pieces say. */
function isNeeded(part: readonly Piece[], form: Form | undefined): boolean {
	return part.some(({ concepts }) => concepts.some((concept) => form?.needs.some((any) => any.includes(concept))))
}

const isCertain = (meanings: Meanings) => Object.values(meanings).every((otherwise) => otherwise.length === 0)

function splitAt(known: readonly Piece[], parts: (piece: Piece) => boolean): readonly (readonly Piece[])[] {
	const sides: Piece[][] = [[]]
	for (const piece of known) parts(piece) ? sides.push([]) : sides.at(-1)?.push(piece)
	return sides.filter((side) => side.length > 0)
}

const silent: ReadonlySet<Concept> = new Set(["plain", "and", "or"])

/** A word's own other meaning holds where it stands alone. */
function withOwnMeaning(meanings: Meanings, known: readonly Piece[]): Meanings {
	const speaking = known.filter(({ concepts }) => concepts.some((concept) => !silent.has(concept)))
	const own = speaking.length === 1 ? speaking[0]?.otherwise : undefined
	return own === undefined ? meanings : mapMeanings(meanings, (field, otherwise) => [field, [...otherwise, own]])
}
