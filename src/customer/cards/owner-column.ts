import { type Mapping, usesOf } from "../columns/mapping.ts"
import type { Field } from "../fields.ts"
import { type OwnerPart, ownerColumn } from "../headers/card-columns.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { payerColumn } from "../headers/payer-column.ts"
import { readHeader } from "../headers/read-header.ts"
import type { MarkPlace } from "./marks.ts"

/** A column, or a first and a last name in two, that may say whose card a row has. */
export interface OwnerColumn {
	readonly indices: readonly number[]
	/** Named as what the card's owner is known by; any other has to bear out that it says so. */
	readonly isOfCard: boolean
	/** Named as the customer's number, name or e-mail, which another column is already. */
	readonly isSecond: boolean
	/** Named as the customer's number or name, and a card token of its own stands beside it: of another customer in the same row. */
	readonly isOfOwnCard: boolean
	/** Named as whoever pays for the customer, where that is another one. */
	readonly isOfPayer?: boolean
	/** Has the identity numbers, phones or e-mails that stand in this column. */
	readonly codesOf?: number
	/** Speaks of the row, with a card or without, as most of its values show, whatever its name. */
	readonly isWitness?: boolean
	/** Is known to do so by the names in it, and not by numbers. */
	readonly isOfNames?: boolean
	/** Where in its values the customer numbers stand. */
	readonly place?: MarkPlace
}

const identifying: readonly Field[] = ["number", "name", "email"]

/** The columns of a file that may say whose card a row has, and fill nothing that is sent. */
export function ownerColumns(columns: readonly string[], mapping: Mapping): readonly OwnerColumn[] {
	const tokens = columns.flatMap((column, index) => (usesOf(mapping, column)?.includes("token") ? [index] : []))
	if (tokens.length === 0) return []
	const parts = secondParts(columns, mapping)
	const seconds = new Set([...identifying.flatMap((field) => secondsOf(field, columns, mapping)), ...parts])
	const isUnsent = (index: number) => (usesOf(mapping, columns[index] ?? "") ?? []).length === 0
	const named = columns.flatMap((column, index) => {
		const part = isUnsent(index) || seconds.has(index) ? ownerColumn(column) : undefined
		return part === undefined ? [] : [{ index, part }]
	})
	const payers = columns.flatMap((column, index) =>
		isUnsent(index) && !seconds.has(index) && ownerColumn(column) === undefined && payerColumn(column) ? [index] : [],
	)
	const ofCards = new Set([...named.map(({ index }) => index), ...payers])
	const beside = new Set(tokens.flatMap((index) => [...besides(index, -1), ...besides(index, 1)]))
	const others = columns.flatMap((_, index) =>
		!ofCards.has(index) && !parts.includes(index) && (seconds.has(index) || beside.has(index)) ? [index] : [],
	)
	const ownCards = new Set(
		(["number", "name"] as const).flatMap((field) => withOwnCards(field, columns, mapping, tokens)),
	)
	const plain = { isOfCard: false, isSecond: true, isOfOwnCard: false }
	return [
		...joinedParts(named).map((indices) => ({ ...plain, indices, isOfCard: true, isSecond: false })),
		...payers.map((index) => ({ ...plain, indices: [index], isSecond: false, isOfPayer: true })),
		...others.map((index) => ({
			...plain,
			indices: [index],
			isSecond: seconds.has(index),
			isOfOwnCard: ownCards.has(index),
		})),
		...(parts.length > 0 ? [{ ...plain, indices: parts }] : []),
	]

	/** What stands between the tokens and the nearest column that is sent, and may be of a list that was pasted there. */
	function besides(token: number, step: 1 | -1): readonly number[] {
		const found: number[] = []
		for (let index = token + step; index >= 0 && index < columns.length; index += step) {
			if (!isUnsent(index) && !seconds.has(index)) break
			const { foreign } = readHeader(columns[index] ?? "")
			if (foreign === undefined || foreign === foreignKinds.other) found.push(index)
		}
		return found
	}
}

/** Second columns of a list that is printed in two: a card token stands between one and the other, and another one with the other. */
function withOwnCards(
	field: Field,
	columns: readonly string[],
	mapping: Mapping,
	tokens: readonly number[],
): readonly number[] {
	const counts = columnFor(field, columns, mapping)
	if (counts === undefined) return []
	return secondsOf(field, columns, mapping).filter((second) => {
		const [left, right] = [Math.min(counts, second), Math.max(counts, second)]
		const between = tokens.filter((token) => token > left && token < right).length
		return between > 0 && between < tokens.length
	})
}

/** The first and the last name where a whole one in another column counts: together they may be somebody else's. */
function secondParts(columns: readonly string[], mapping: Mapping): readonly number[] {
	const counts = columns.indexOf(mapping.first?.name ?? "")
	const parts = (["firstName", "lastName"] as const).map((field) => columnFor(field, columns, mapping))
	const found = parts.filter((index) => index !== undefined)
	const isWhole = (usesOf(mapping, columns[counts] ?? "") ?? []).includes("name")
	return isWhole && found.length === parts.length && !found.includes(counts) ? found : []
}

/** Columns named as a field that another one is already, whether they serve where that is empty or are left out. */
function secondsOf(field: Field, columns: readonly string[], mapping: Mapping): readonly number[] {
	const counts = columnFor(field, columns, mapping)
	if (counts === undefined) return []
	// Where the first and the last name count, a whole one is a second.
	const isInParts = field === "name" && isPart(mapping, mapping.first?.name ?? "")
	return columns.flatMap((column, index) => {
		if (index === counts && !isInParts) return []
		const uses = usesOf(mapping, column) ?? []
		const [meaning, ...more] = readHeader(column).meanings
		const isNamed = meaning?.field === field && meaning.otherwise.length === 0 && more.length === 0
		return uses.length === 0 ? (isNamed ? index : []) : uses.length === 1 && uses[0] === field ? index : []
	})
}

function isPart(mapping: Mapping, column: string): boolean {
	return (usesOf(mapping, column) ?? []).some((field) => field === "firstName" || field === "lastName")
}

/** Of several columns for a field the one that goes first. */
export function columnFor(field: Field, columns: readonly string[], mapping: Mapping): number | undefined {
	const filling = columns.flatMap((column, index) => (usesOf(mapping, column)?.includes(field) ? [index] : []))
	return filling.find((index) => columns[index] === mapping.first?.[field]) ?? filling[0]
}

/** A first and a last name beside each other are one name. */
function joinedParts(named: readonly { index: number; part: OwnerPart }[]): readonly (readonly number[])[] {
	const firsts = named.filter(({ part }) => part === "first")
	const lasts = named.filter(({ part }) => part === "last")
	const [first, last] = [firsts[0], lasts[0]]
	if (first === undefined || last === undefined || firsts.length + lasts.length > 2)
		return named.map(({ index }) => [index])
	const rest = named.filter((one) => one !== first && one !== last)
	return [[first.index, last.index], ...rest.map(({ index }) => [index])]
}
