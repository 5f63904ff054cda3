import { isPlaceholder } from "../clean-text.ts"
import type { Field } from "../fields.ts"
import { isImportColumn } from "../fields.ts"
import { expiryColumn, lastFourColumn } from "../headers/card-columns.ts"
import { cardStateKind } from "../headers/card-state-column.ts"
import { foreign } from "../headers/concepts.ts"
import { readHeader } from "../headers/read-header.ts"
import { stateColumn } from "../headers/state-column.ts"
import { isNoDay } from "../kinds/day.ts"
import { isPlainLine } from "../kinds/plain-line.ts"
import { saysDeleted } from "../kinds/stand-in.ts"
import { groupJudge, wordJudge } from "../left-out-states.ts"
import { ownText } from "../own-text.ts"
import { isOfProtection } from "../protection.ts"
import { noteJudge } from "../speaking-notes.ts"
import type { ToldOnce } from "./told-once.ts"

/** How often something stands in a column, and the first rows, ascending. */
interface Seen {
	readonly count: number
	readonly rows: readonly number[]
}

/** What few columns of a part of a file say: any value, and each of the first different ones. Plain JSON; parts add up. */
interface ColumnValues extends Seen {
	/** No more than tell that there are too many. */
	readonly values: readonly (readonly [value: string, seen: Seen])[]
}

export type ValuesByColumn = Readonly<Record<number, ColumnValues>>

/** What singles out few rows in a column of which nobody knows what it says. */
export interface RareValue extends Seen {
	readonly index: number
	/** The one or few of them. */
	readonly values: readonly string[]
}

/** One of so many rows, at most; one row always is. */
const few = 6
/** Different values of a column that sorts its rows, as yes and no do, at most. */
const mostKinds = 3
/** The same of a column that says of somebody who left; what has more tells of each row by itself. */
const mostBesideGone = 12
/** Beside those who left: one of so many rows, at most. */
const fewBesideGone = 20
/** How somebody stands is said in few words. */
const longestState = 24
const mostWords = 3
/** Since when it is. */
const day = /(?<!\d)(?:\d{1,4}[-./]\d{1,2}(?:[-./]\d{1,4})?|(?:19|20)\d{2}(?:\d{2}){0,2}|\d{6})(?!\d)/gu
const rowsKept = 3
const silent: ReadonlySet<string | undefined> = new Set([undefined, foreign.date, foreign.flag, foreign.group])

/**
 * The columns that are left out, and whose names say nothing, or only that they hold dates, a yes and no, or kinds and groups: whether a value in
 * few rows of them matters, only a person knows. What is known and harmless, as who gets a newsletter, is not among them.
 */
export function silentColumns(columns: readonly string[], fieldAt: readonly (Field | undefined)[]): readonly number[] {
	return columns.flatMap((name, index) => {
		if (fieldAt[index] !== undefined || isImportColumn(name)) return []
		const { meanings, foreign, nameless } = readHeader(name)
		// `Kod` may be of anything, where another column has the number.
		const isOfKinds = meanings.length > 0 && meanings.every(({ field }) => field === "type" || field === "number")
		const isSilent = (isOfKinds || (meanings.length === 0 && silent.has(foreign))) && nameless !== true
		const isRead =
			stateColumn(name) !== undefined ||
			cardStateKind(name) !== undefined ||
			expiryColumn(name) !== undefined ||
			lastFourColumn(name) ||
			isOfProtection(name) ||
			noteJudge(name) !== undefined
		return isSilent && !isRead ? [index] : []
	})
}

/**
 * What stands in few of the rows of a file, and may say that somebody left or is barred: where nearly all others have one and the same value, or none,
 * and it is written as a state is. Who teaches whom, plans and places sort the rows of a file into groups, of which none is the usual one; but one
 * that says of somebody who left may say of others that they did in words that nobody knows here.
 * @param names of all columns
 * @param told columns of which each such row is told already
 */
export function rareValues(
	columns: ValuesByColumn,
	names: readonly string[],
	rows: number,
	told: readonly number[],
): readonly RareValue[] {
	const most = Math.max(1, rows / few)
	return Object.entries(columns).flatMap(([place, { count, values }]) => {
		const index = Number(place)
		if (count === 0 || told.includes(index)) return []
		if (values.length > mostKinds) return besideGone(index, names[index] ?? "", values, rows)
		// Where most rows have no value, that is the usual one.
		const usual =
			count <= most ? undefined : values.reduce((one, other) => (other[1].count > one[1].count ? other : one))
		const others = values.filter((one) => one !== usual)
		const singled = others.map(([, seen]) => seen).reduce(seenTogether, nothing)
		const isRare =
			singled.count > 0 && singled.count <= most && others.every(([one]) => mayBeState(one, usual !== undefined))
		return isRare ? [{ index, values: others.map(([one]) => one), count: singled.count, rows: singled.rows }] : []
	})
}

/** What few rows have in a column that says of others that they left. */
function besideGone(index: number, name: string, values: ColumnValues["values"], rows: number): readonly RareValue[] {
	if (values.length > mostBesideGone) return []
	const judge = groupJudge(name) ?? wordJudge(name)
	const isGone = (value: string) => saysDeleted(value) || judge?.(value) !== undefined
	if (!values.some(([value]) => isGone(value))) return []
	const most = Math.max(1, rows / fewBesideGone)
	const rare = values.filter(([value, { count }]) => count <= most && !isGone(value) && mayBeState(value, true))
	const { count, rows: first } = rare.map(([, seen]) => seen).reduce(seenTogether, nothing)
	return count === 0 ? [] : [{ index, values: rare.map(([value]) => value), count, rows: first }]
}

/**
 * Whether a value is written as what says how somebody stands: few words without a number, but for a day, and no name; or a code of a digit or two.
 * @param isAmongOthers whether the other rows have a value as well: where they have none, a number is that of a thing
 */
function mayBeState(value: string, isAmongOthers: boolean): boolean {
	if (value.length > longestState || value.split(/\s+/).length > mostWords) return false
	if (/\d/.test(value.replace(day, ""))) return isAmongOthers && /^\d{1,2}$/.test(value)
	return !(value.includes(" ") && isPlainLine(value))
}

/** @param of rows of the file */
export function tellRare(rare: RareValue, of: number): ToldOnce {
	return { code: "column.rare-value", index: rare.index, row: rare.rows[0] ?? 0, detail: inWords(rare, of) }
}

/** What is said of them, as in `"Ja", in 2 of 30 rows: 4 and 17`. */
function inWords({ values, count, rows }: RareValue, of: number): string {
	const shown = values.map((value) => `"${value}"`)
	const list = rows.map((row) => row.toLocaleString("en"))
	const which = count > rows.length ? `the first of them ${list.join(", ")}` : list.join(" and ")
	return `${shown.join(" or ")}, in ${count.toLocaleString("en")} of ${of.toLocaleString("en")} rows: ${which}`
}

/** Adds up what was seen in parts of a file, in whatever order. */
export function joinValues(one: ValuesByColumn, other: ValuesByColumn): ValuesByColumn {
	const places = [...new Set([...Object.keys(one), ...Object.keys(other)])].map(Number)
	return Object.fromEntries(
		places.map((place) => {
			const [ours, theirs] = [one[place] ?? nothing, other[place] ?? nothing]
			const values = new Map(ours.values)
			for (const [value, seen] of theirs.values)
				if (values.has(value) || values.size <= mostBesideGone) values.set(value, seenTogether(values.get(value), seen))
			return [place, { ...seenTogether(ours, theirs), values: [...values] }]
		}),
	)
}

const nothing: ColumnValues = { count: 0, rows: [], values: [] }

function seenTogether(one: Seen = nothing, other: Seen = nothing): Seen {
	const rows = [...one.rows, ...other.rows].sort((a, b) => a - b)
	return { count: one.count + other.count, rows: rows.slice(0, rowsKept) }
}

/** Of a day that is none. */
const zeros = /^0{1,4}[-./]0{1,2}[-./]0{1,4}/

interface Counter {
	count: number
	readonly rows: number[]
}

/** Counts what stands in few columns, in some comparisons a row. */
export class ValueTally {
	readonly #columns = new Map<number, Counter & { readonly values: Map<string, Counter> }>()

	add(index: number, cell: string, row: number): void {
		const value = cell.trim()
		if (value === "" || isPlaceholder(value) || isNoDay(value) || zeros.test(value)) return
		const known = this.#columns.get(index)
		const column = known ?? { count: 0, rows: [], values: new Map<string, Counter>() }
		if (known === undefined) this.#columns.set(index, column)
		see(column, row)
		const seen = column.values.get(value)
		if (seen !== undefined) see(seen, row)
		else if (column.values.size <= mostBesideGone) column.values.set(ownText(value), { count: 1, rows: [row] })
	}

	facts(): ValuesByColumn {
		return Object.fromEntries(
			[...this.#columns].map(([index, { count, rows, values }]) => [index, { count, rows, values: [...values] }]),
		)
	}
}

function see(counter: Counter, row: number): void {
	counter.count++
	if (counter.rows.length < rowsKept) counter.rows.push(row)
}
