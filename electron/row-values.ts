import type { Reading, ReadRow } from "../src/app/check/reading.ts"
import { usesOf } from "../src/customer/columns/mapping.ts"
import type { Creatable } from "../src/customer/creatable.ts"
import type { Field } from "../src/customer/fields.ts"
import { isOfField, leavesOf } from "../src/customer/path-words.ts"
import type { FirstCustomer, TwoValues } from "../src/ipc.ts"

/** A value of a customer, where it stands in the request, and the columns of the file that it came from. */
export type ShownValue = FirstCustomer["asSent"][number]

/** How a file is read: what says where a value came from. */
export type SentSource = Pick<Reading, "layout" | "mapping">

/** The contact, the currency and what goes with it, as they are sent. Nobody can change a currency afterwards: that none is sent is said. */
export function sentValues(creatable: Creatable, source: SentSource): ShownValue[] {
	const { contact, currency = "none, so Intergiro takes SEK", schedule, limit } = creatable
	const leaves = [
		...leavesOf(contact, "contact"),
		...leavesOf(currency, "currency"),
		...leavesOf(schedule, "schedule"),
		...leavesOf(limit, "limit"),
	]
	return leaves.map((one) => ({ ...one, columns: columnsOf(source, (field) => isOfField(one.path, field)) }))
}

/** The columns of the file that hold card tokens. */
export function cardColumns(source: SentSource): string[] {
	return columnsOf(source, (field) => field === "token")
}

/** The columns of the file that hold customer numbers. */
export function numberColumns(source: SentSource): string[] {
	return columnsOf(source, (field) => field === "number")
}

function columnsOf({ layout, mapping }: SentSource, isMeant: (field: Field) => boolean): string[] {
	return layout.columns.filter((column) => usesOf(mapping, column)?.some(isMeant))
}

interface OwnValue extends ShownValue {
	/** By which it is told from another one. */
	readonly key: string
}

/** All that a row says of its customer, the number and the cards as well. */
function ownValues(row: ReadRow, source: SentSource): readonly OwnValue[] {
	const { number, creatable } = row
	const cards = (creatable?.method ?? []).map(({ card }) => card)
	return [
		{ path: "number", value: number, key: number, columns: numberColumns(source) },
		...(creatable ? sentValues(creatable, source) : []).map((one) => ({ ...one, key: one.value })),
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
