import { cardNumberIn } from "../card-number-search.ts"
import { isPlaceholder } from "../clean-text.ts"
import { holdsToken } from "../columns/column-counter.ts"
import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign } from "../headers/concepts.ts"
import { readHeader } from "../headers/read-header.ts"
import { saysDeleted } from "../kinds/stand-in.ts"
import { wordJudge } from "../left-out-states.ts"
import { ownText } from "../own-text.ts"
import { protectionJudge } from "../protection.ts"
import { noteJudge } from "../speaking-notes.ts"
import type { ToldOnce } from "./told-once.ts"

/** How often something was written, and where first. */
interface Seen {
	readonly count: number
	readonly row: number
}

/** What was written in few columns of notes of a part of a file. Plain JSON; parts add up. */
interface Written extends Seen {
	/** The different ones of which nothing else is said; no more than tell that there are too many. */
	readonly values: readonly (readonly [value: string, seen: Seen])[]
	readonly isOfTags: boolean
}

export type NotesByColumn = Readonly<Record<number, Written>>

/** A column of notes that are not sent. */
export interface NoteColumn {
	readonly index: number
	/** Tags sort the rows of a file, unless few have one. */
	readonly isOfTags: boolean
	/** Whether something else is said of a row with this note. */
	isTold(note: string): boolean
}

/** So many different notes are read one by one, however many rows have one. */
const soonRead = 20
/** And so many where few rows have one: one of so many. */
const mostRead = 200
const few = 10
const fewOfTags = 6
/** What is shown of a note is less. */
const longest = 300
const examples = 3

/** Errors and questions tell of them. */
const holdsCard = (note: string) => holdsToken(note) || cardNumberIn(note, undefined) !== undefined

/** A day of zeros and a dash say nothing. */
const says = /[\p{L}1-9]/u

/**
 * The columns that are left out and hold what people wrote of customers.
 * @param said those whose values say so
 */
export function noteColumns(
	columns: readonly string[],
	fieldAt: readonly (Field | undefined)[],
	said: readonly number[] = [],
): readonly NoteColumn[] {
	return columns.flatMap((name, index) => {
		const isSaid = said.includes(index)
		const speaks = fieldAt[index] === undefined ? noteJudge(name, isSaid) : undefined
		if (speaks === undefined) return []
		const judges = [speaks, wordJudge(name), protectionJudge(name, isSaid)]
		const isTold = (note: string) =>
			saysDeleted(note) || holdsCard(note) || judges.some((judge) => judge?.(note) !== undefined)
		return [{ index, isOfTags: readHeader(name).foreign === foreign.tag, isTold }]
	})
}

/** Counts what is written in columns of notes. */
export class NoteTally {
	readonly #columns = new Map<number, Column>()

	add({ index, isOfTags, isTold }: NoteColumn, cell: string, row: number): void {
		const note = cell.trim()
		if (!says.test(note) || isPlaceholder(note)) return
		const known = this.#columns.get(index)
		if (known === undefined) this.#columns.set(index, new Column(isOfTags, row))
		this.#columns.get(index)?.add(note, row, isTold)
	}

	facts(): NotesByColumn {
		return Object.fromEntries([...this.#columns].map(([index, column]) => [index, column.written]))
	}
}

class Column {
	#count = 0
	readonly #values = new Map<string, { count: number; readonly row: number }>()
	/** Of which something else is said. */
	readonly #others = new Set<string>()

	constructor(
		private readonly isOfTags: boolean,
		private readonly row: number,
	) {}

	add(note: string, row: number, isTold: NoteColumn["isTold"]): void {
		this.#count++
		const shown = note.slice(0, longest)
		const seen = this.#values.get(shown)
		if (seen !== undefined) seen.count++
		else if (this.#values.size <= mostRead && !this.#others.has(shown)) {
			if (!isTold(note)) this.#values.set(ownText(shown), { count: 1, row })
			else if (this.#others.size <= mostRead) this.#others.add(ownText(shown))
		}
	}

	get written(): Written {
		return { count: this.#count, row: this.row, values: [...this.#values], isOfTags: this.isOfTags }
	}
}

/** Adds up what was written in parts of a file, in whatever order. */
export function joinNotes(one: NotesByColumn, other: NotesByColumn): NotesByColumn {
	const joined = new Map(Object.entries(one))
	for (const [index, theirs] of Object.entries(other)) {
		const ours = joined.get(index)
		joined.set(index, ours === undefined ? theirs : together(ours, theirs))
	}
	return Object.fromEntries(joined)
}

function together(one: Written, other: Written): Written {
	const values = new Map(one.values)
	for (const [note, seen] of other.values) {
		const ours = values.get(note)
		if (ours !== undefined || values.size <= mostRead) values.set(note, ours === undefined ? seen : seenIn(ours, seen))
	}
	return { ...one, ...seenIn(one, other), values: [...values] }
}

function seenIn(one: Seen, other: Seen): Seen {
	return { count: one.count + other.count, row: Math.min(one.row, other.row) }
}

/**
 * What is said of notes: each different one, where a person soon read them, or how many rows have one. This program knows what some words of a
 * note mean, and never all: nobody is created without a person's having seen what somebody wrote of them.
 * @param rows of the file
 */
export function writtenNotes(columns: NotesByColumn, rows: number): readonly ToldOnce[] {
	return Object.entries(columns).flatMap(([place, { count, row, values, isOfTags }]) => {
		const index = Number(place)
		if (values.length === 0 || (isOfTags && count > Math.max(1, rows / fewOfTags))) return []
		const isRead = values.length <= (count * few <= rows ? mostRead : soonRead)
		if (!isRead) {
			const some = values.slice(0, examples).map(([note]) => quoted(note))
			const most = `${number(count)} of ${number(rows)} rows have one, too many to show here, such as ${some.join(", ")}`
			return [{ code: "column.notes", index, row, detail: most }]
		}
		return values.map(([note, seen]) => ({
			code: "column.notes",
			index,
			row: seen.row,
			detail: seen.count === 1 ? quoted(note) : `${quoted(note)}, in ${number(seen.count)} rows`,
		}))
	})
}

const number = (value: number) => value.toLocaleString("en")
