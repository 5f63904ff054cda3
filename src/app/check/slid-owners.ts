import type { OwnerColumn } from "../../customer/cards/owner-column.ts"
import { fewest, type Slid, type Standing, slidRows, standing } from "../../customer/cards/slid-block.ts"

/** A row whose card is, as a column says, that of the customer `by` rows further on. */
export interface MovedCard {
	readonly position: number
	readonly column: OwnerColumn
	readonly by: number
}

/** What a row says of whose card it has, by its position; nothing where it has none of a column. */
export type OwnCard = (column: OwnerColumn, position: number) => "said" | "silent" | "bare"

/** The cards that one column says were moved by as many rows. */
interface Slide {
	readonly column: OwnerColumn
	readonly positions: ReadonlySet<number>
}

/** That a row in or beside a block has its own card, where its column is empty. */
const ownByChance = 1 / 2

/** The blocks of cards that slid: of one column and by as many rows, and enough that they are no single mistakes. */
export function slidesAmong(moved: readonly MovedCard[]): readonly Slide[] {
	const groups = new Map<OwnerColumn, Map<number, Set<number>>>()
	for (const { column, position, by } of moved) {
		const group = groups.get(column) ?? new Map<number, Set<number>>()
		groups.set(column, group.set(by, (group.get(by) ?? new Set()).add(position)))
	}
	return [...groups].flatMap(([column, group]) =>
		[...group.values()].filter(({ size }) => size >= fewest).map((positions) => ({ column, positions })),
	)
}

/** The rows that say nothing of whose card they have, among or beside those of a slide: theirs slid as well, for all that is known. */
export function silentAmong({ column, positions }: Slide, count: number, said: OwnCard): Slid {
	const how = (at: number): Standing => {
		if (positions.has(at)) return standing.differs
		return said(column, at) === "bare" ? standing.bare : standing.agrees
	}
	return slidRows({ count, of: how, chance: (at) => (said(column, at) === "silent" ? ownByChance : 0) })
}
