import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

/** A row that nobody left out, with its cells as they were mended. */
export interface PlacedRow {
	readonly position: number
	readonly row: number
	readonly cells: readonly string[]
}

/**
 * The rows at `from` ≤ position < `to` that were not left out, in order, block by block: one row is given up before the next is read, and
 * nothing waits between them. Throws as `RowIndex.read` does, and the signal's reason.
 */
export async function* rowsBetween(
	index: RowIndex,
	reading: Reading,
	signal?: AbortSignal,
	from = 0,
	to = index.rows,
): AsyncGenerator<Iterable<PlacedRow>, void> {
	const skipped = new Set(reading.edits?.skipped)
	const read = cellReader(reading)
	for await (const { block, position } of index.read(from, to)) {
		signal?.throwIfAborted()
		yield placed(read(block), position)
	}

	function* placed(rows: ReturnType<typeof read>, position: number): Generator<PlacedRow, void> {
		for (const [offset, { row, cells }] of rows.entries()) {
			const at = position + offset
			if (at >= from && at < to && !skipped.has(row)) yield { position: at, row, cells }
		}
	}
}
