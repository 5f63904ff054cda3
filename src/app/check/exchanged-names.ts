import { columnFor } from "../../customer/cards/owner-column.ts"
import { areExchangedAmong, type NameSides, sidesOf } from "../../customer/exchanged-names.ts"
import type { FindingsByPosition } from "../../customer/finding.ts"
import { finding, quoted, unlessKept } from "../../customer/finding-codes.ts"
import type { Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"
import { type PlacedRow, rowsBetween } from "./rows-between.ts"
import { samplesOf } from "./samples.ts"

interface Sided {
	readonly position: number
	readonly row: number
	readonly first: string
	readonly last: string
	readonly sides: NameSides
}

/**
 * The rows whose first and last name stand in each other's column, by their positions. Of a large file all rows are read again only where
 * samples have such. Rejects with `UnreadableFile` or the signal's reason.
 */
export async function findExchangedNames(
	index: RowIndex,
	reading: Reading,
	signal?: AbortSignal,
): Promise<FindingsByPosition> {
	const { layout, mapping, edits } = reading
	const [first, last] = (["firstName", "lastName"] as const).map((field) => columnFor(field, layout.columns, mapping))
	if (first === undefined || last === undefined) return new Map()
	const kept = new Set(edits?.kept)
	const looked: Sided[] = []
	for (const [from, to] of samplesOf(index.rows)) for await (const rows of between(from, to)) looked.push(...rows)
	if (!areExchangedAmong(looked.map(({ sides }) => sides))) return new Map()
	const found = new Map<number, ReturnType<typeof findingsOf>>()
	for await (const rows of between(0, index.rows))
		for (const row of rows) if (row.sides === "crossed") found.set(row.position, findingsOf(row))
	return found

	async function* between(from: number, to: number): AsyncGenerator<Iterable<Sided>> {
		for await (const rows of rowsBetween(index, reading, signal, from, to)) yield sided(rows)
	}

	function* sided(rows: Iterable<PlacedRow>): Generator<Sided> {
		for (const { position, row, cells } of rows) {
			const [one, other] = [cells[first ?? -1]?.trim() ?? "", cells[last ?? -1]?.trim() ?? ""]
			yield { position, row, first: one, last: other, sides: sidesOf(one, other) }
		}
	}

	function findingsOf({ row, first: one, last: other }: Sided) {
		const detail = `${quoted(one)} and ${quoted(other)}`
		const column = layout.columns[first ?? -1]
		return [unlessKept(finding("name.exchanged", row, { column, field: "firstName", detail }), kept.has(row))]
	}
}
