import type { Reading, ReadRow } from "../src/app/check/reading.ts"
import { usesOf } from "../src/customer/columns/mapping.ts"
import type { Creatable } from "../src/customer/creatable.ts"
import { type Field, fields } from "../src/customer/fields.ts"
import { isOfField, leavesOf } from "../src/customer/path-words.ts"
import type { FirstCustomer, TwoValues } from "../src/ipc/result.ts"

/** A value of a customer, where it stands in the request, and the columns of the file that it came from. */
export type ShownValue = FirstCustomer["asSent"][number]

/** How a file is read: what says where a value came from. */
export type SentSource = Pick<Reading, "layout" | "mapping">

/**
 * The contact, the currency and what goes with it, as they are sent. Nobody can change a currency afterwards: that none is sent is said.
 * @param cells of its row, by which it is told which of several columns a value came from; without them it is any of these
 */
export function sentValues(creatable: Creatable, source: SentSource, cells?: readonly string[]): ShownValue[] {
	const { contact, currency = "none, so Intergiro takes SEK", schedule, limit } = creatable
	const leaves = [
		...leavesOf(contact, "contact"),
		...leavesOf(currency, "currency"),
		...leavesOf(schedule, "schedule"),
		...leavesOf(limit, "limit"),
	]
	return leaves.map((one) => ({ ...one, columns: columnsOf(source, (field) => isOfField(one.path, field), cells) }))
}

/** The columns of the file that hold card tokens. */
export function cardColumns(source: SentSource): string[] {
	return columnsOf(source, (field) => field === "token")
}

/** The columns of the file that hold customer numbers. */
export function numberColumns(source: SentSource, cells?: readonly string[]): string[] {
	return columnsOf(source, (field) => field === "number", cells)
}

function columnsOf(source: SentSource, isMeant: (field: Field) => boolean, cells?: readonly string[]): string[] {
	const { columns } = source.layout
	const usesIn = (column: string) => usesOf(source.mapping, column)?.filter(isMeant) ?? []
	const meant = columns.filter((column) => usesIn(column).length > 0)
	if (cells === undefined) return meant
	const filled = meant.filter((column) => cells[columns.indexOf(column)]?.trim())
	return filled.length < 2
		? filled.length === 1
			? filled
			: meant
		: filled.filter((column) => counts(column, filled, usesIn(column), source))
}

/** Whether a value comes from a column, among those that a row has: of several for one field one counts, but where they are joined. */
function counts(column: string, filled: readonly string[], uses: readonly Field[], { mapping }: SentSource): boolean {
	return uses.some((field) => {
		const { joined = [], addresses = [], parties, first } = mapping
		const isJoined = [", ", "each"].includes(fields[field].several ?? "") || joined.some((one) => one === field)
		// Which address or party a row has is decided by more than one field.
		if (isJoined || addresses.length > 0 || parties !== undefined) return true
		const alike = filled.filter((one) => usesOf(mapping, one)?.includes(field))
		const chosen = first?.[field]
		return column === (chosen && alike.includes(chosen) ? chosen : alike[0])
	})
}

interface OwnValue extends ShownValue {
	/** By which it is told from another one. */
	readonly key: string
}

/** All that a row says of its customer, the number and the cards as well. */
function ownValues(row: ReadRow, source: SentSource): readonly OwnValue[] {
	const { number, creatable, cells } = row
	const cards = (creatable?.method ?? []).map(({ card }) => card)
	return [
		{ path: "number", value: number, key: number, columns: numberColumns(source, cells) },
		...(creatable ? sentValues(creatable, source, cells) : []).map((one) => ({ ...one, key: one.value })),
		...(cards.length > 0
			? [{ path: "method", value: cardCount(cards.length), key: cards.join(" "), columns: cardColumns(source) }]
			: []),
	]
}

function cardCount(cards: number): string {
	return cards === 1 ? "1 card" : `${cards} cards`
}

/** In what one row is another customer as it was read before, and as it is read now. */
export function differencesOf(before: ReadRow, source: SentSource, now: ReadRow, sourceNow: SentSource): TwoValues[] {
	const [was, is] = [ownValues(before, source), ownValues(now, sourceNow)]
	const paths = new Set([...was, ...is].map(({ path }) => path))
	return [...paths].flatMap((path) => {
		const [there, file] = [was, is].map((values) => values.find((one) => one.path === path))
		if (there?.key === file?.key) return []
		return [{ path, differs: true, ...(there ? { there: shown(there) } : {}), ...(file ? { file: shown(file) } : {}) }]
	})
}

function shown({ value, columns = [] }: OwnValue): TwoValues["file"] {
	return { value, columns }
}
