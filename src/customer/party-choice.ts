import { isPlaceholder } from "./clean-text.ts"
import { type Mapping, usesOf } from "./columns/mapping.ts"
import { fold } from "./headers/words.ts"
import { isNameField } from "./name.ts"

/** Who of a row is the customer: its cells without those of anybody else, or the column that does not say it clearly, by its place. */
export type RowParty =
	| {
			readonly cells: readonly string[] /** The column of names that the row has nothing in, so that it is of the next party. */
			readonly next?: number
	  }
	| { readonly unclear: number; readonly cells: readonly string[] }

/** The words of a cell that names somebody, as they are compared. */
export const pointerKey = (text: string): string => fold(text.trim()).replace(/[^\p{L}\p{N}]/gu, "")

interface Party {
	readonly places: readonly number[]
	readonly named: readonly number[]
	readonly values: ReadonlySet<string>
}

/**
 * Which of several parties of a file each row is of, as the mapping says: the one that a column names, or the first that the row has.
 * Of the others nothing is read: a customer is one of them as a whole.
 * @returns undefined where the mapping tells no parties apart
 */
export function partyChoice(
	{ parties, ...mapping }: Mapping,
	columns: readonly string[],
): ((cells: readonly string[]) => RowParty) | undefined {
	if (parties === undefined) return undefined
	const placesOf = (wanted: readonly string[]) =>
		columns.flatMap((column, index) => (wanted.includes(column) ? [index] : []))
	const all = parties.of.map((one): Party => {
		const places = placesOf(one.columns)
		const named = places.filter((index) => usesOf(mapping, columns[index] ?? "")?.some(isNameField))
		return { places, named, values: new Set((one.values ?? []).map(pointerKey)) }
	})
	const by = parties.by === undefined ? undefined : columns.indexOf(parties.by)
	const has = (cells: readonly string[]) => (index: number) => {
		const cell = cells[index]
		return cell !== undefined && cell.trim() !== "" && !isPlaceholder(cell)
	}
	return (cells) => {
		const isThere = has(cells)
		const said = by === undefined ? undefined : pointerKey(cells[by] ?? "")
		const chosen =
			said === undefined ? all.find(({ places }) => places.some(isThere)) : all.find(({ values }) => values.has(said))
		const own = new Set(chosen?.places)
		const others = new Set(all.flatMap(({ places }) => places.filter((place) => !own.has(place))))
		const left = cells.map((cell, index) => (others.has(index) ? "" : cell))
		const [first, another] = all
		const [name] = first?.named ?? []
		// Of one party alone are all rows.
		const none = by ?? (another === undefined ? name : undefined)
		if (chosen === undefined) return none === undefined ? { cells: left } : { cells: left, unclear: none }
		const isNamed = chosen.named.length === 0 || chosen.named.some(isThere)
		if (!isNamed) return { cells: left, unclear: by ?? chosen.named[0] ?? 0 }
		return by === undefined && chosen !== first && name !== undefined ? { cells: left, next: name } : { cells: left }
	}
}
