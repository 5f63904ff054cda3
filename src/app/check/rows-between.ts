import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

/** A row that nobody left out, with its cells as they were mended. */
export interface PlacedRow {
	readonly position: number
	readonly row: number
	readonly cells: readonly string[]
}

/** The rows at `from` ≤ position < `to` that were not left out, in order; throws as `RowIndex.read` does, and the signal's reason. */
export async function* rowsBetween(
	index: RowIndex,
	reading: Reading,
	signal?: AbortSignal,
	from = 0,
	to = index.rows,
): AsyncGenerator<PlacedRow, void> {
	const skipped = new Set(reading.edits?.skipped)
	const read = cellReader(reading)
	for await (const { block, position } of index.read(from, to)) {
		signal?.throwIfAborted()
		for (const [offset, { row, cells }] of read(block).entries()) {
			const at = position + offset
			if (at >= from && at < to && !skipped.has(row)) yield { position: at, row, cells }
		}
	}
}
