import { type AddressFields, isPlace } from "./addresses.ts"
import type { Field } from "./fields.ts"
import type { PlainTest } from "./kinds/kind.ts"
import { isRepeated, nameFields } from "./name.ts"
import { wholeAddress } from "./schema.ts"
import type { Source } from "./sources.ts"

/** Where the value of a row stands that has no column for it. */
const nowhere = -1

interface PlainCell {
	readonly index: number
	readonly plain: PlainTest
	/** Whether a row without it is not plainly fine: it has another value then, or something is said. */
	readonly needed: boolean
	/** Place of the country that decides its form, and the country of all rows where that has no column. */
	readonly country: number
	readonly everywhere: string
}

interface PlainAddress {
	readonly country: number
	readonly everywhere: string
	readonly parts: readonly number[]
	readonly needed: readonly number[]
	/** The zip code and the city, where they have a column: that an address lacks one is told. */
	readonly told: readonly number[]
}

/**
 * Prepares to see of the cells of a row that each value is fine as it stands and no address lacks a part, so that nothing of
 * the row has to be read. Nearly every row of a good file is such a one, and to see it takes half the time.
 * @param hasNames whether rows may have several names, of which one goes first
 * @returns undefined where a value is made of several cells, or where there is no quick way to see that one is fine
 */
export function plainRow(
	sources: readonly Source[],
	addresses: readonly AddressFields[],
	hasNames: boolean,
): ((cells: readonly string[]) => boolean) | undefined {
	const isSimple = ({ indices, among, copyOf, otherwise, plain }: Source) =>
		among === undefined &&
		copyOf === undefined &&
		otherwise === undefined &&
		(indices.length === 0 || (indices.length === 1 && plain !== undefined))
	if (!sources.every(isSimple)) return undefined

	const sourceOf = (field: Field | undefined) => sources.find((source) => source.field === field)
	const placeOf = (field: Field | undefined) => sourceOf(field)?.indices[0] ?? nowhere
	const constantOf = (field: Field | undefined) => sourceOf(field)?.constant ?? ""
	const placesOf = (fields: readonly Field[]) => fields.map(placeOf)
	const cellsOf = sources.flatMap(({ field, indices: [index], plain, constant, country }): PlainCell[] => {
		if (index === undefined || plain === undefined) return []
		const needed = constant !== "" || field === "number" || field === "currency"
		return [{ index, plain, needed, country: placeOf(country), everywhere: constantOf(country) }]
	})
	const given = addresses.map(({ country, parts, needed }): PlainAddress => {
		const places = placesOf(parts).filter((place) => place !== nowhere)
		const told = placesOf(needed.filter(isPlace)).filter((place) => place !== nowhere)
		return { country: placeOf(country), everywhere: constantOf(country), parts: places, needed: placesOf(needed), told }
	})
	// A constant is part of every row's address.
	if (addresses.some(({ parts }) => parts.some((part) => constantOf(part) !== ""))) return undefined
	const names = hasNames ? ([["name"], ["company"], ["firstName", "lastName"]] as const).map(placesOf) : []
	const number = placeOf("number")
	const named = placesOf(nameFields).filter((place) => place !== nowhere)
	const [first = nowhere, last = nowhere] = placesOf(["firstName", "lastName"])

	/** Where the last row failed that was not plain: most rows of a file fail alike. */
	let suspect = cellsOf[0]
	return (cells) => {
		if (suspect !== undefined && !isPlainCell(suspect, cells)) return false
		let filled = 0
		for (const each of cellsOf) {
			if (each !== suspect && !isPlainCell(each, cells)) {
				suspect = each
				return false
			}
			if (cells[each.index]) filled++
		}
		if (filled < 2 || !/[1-9]/.test(cells[number] ?? "")) return false
		if (named.length > 0 && !named.some((place) => cells[place])) return false
		if (first !== nowhere && last !== nowhere && isRepeated(cells[first] ?? "", cells[last] ?? "")) return false
		for (const address of given) if (!isWhole(address, cells)) return false
		return names.length === 0 || names.filter((places) => places.some((place) => cells[place])).length < 2
	}
}

/** Whether a cell is fine as it stands, or may be empty. */
function isPlainCell({ index, plain, needed, country, everywhere }: PlainCell, cells: readonly string[]): boolean {
	const cell = cells[index]
	if (!cell) return !needed
	return plain(cell, country === nowhere ? everywhere : (cells[country] ?? ""))
}

/** Whether an address has its country and all parts that it needs, or is not there at all. */
function isWhole({ country, everywhere, parts, needed, told }: PlainAddress, cells: readonly string[]): boolean {
	const where = country === nowhere ? everywhere : (cells[country] ?? "")
	const isGiven = parts.some((place) => cells[place])
	if (!isGiven) return where === ""
	if (where === "") return false
	if (!wholeAddress.has(where)) return told.every((place) => cells[place])
	return needed.every((place) => place !== nowhere && cells[place])
}
