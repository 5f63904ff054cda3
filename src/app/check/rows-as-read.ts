import { cutBlocks } from "../../csv/block.ts"
import { blockReader, cellReader, type Reading, type ReadRow } from "./reading.ts"

/**
 * Some rows of a file as a reading makes them, by their numbers; what only a comparison with other rows tells is not told. The file is
 * read no further than to the last of them. Throws `UnreadableFile` or `UnusableMapping`.
 */
export async function rowsAsRead(
	path: string,
	reading: Reading,
	wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, ReadRow>> {
	const found = new Map<number, ReadRow>()
	const read = blockReader(reading)
	const last = Math.max(0, ...wanted)
	for await (const block of cutBlocks(path, reading.layout, {})) {
		if (block.row > last) break
		if (!hasBetween(wanted, block.row, block.row + block.rows)) continue
		for (const row of read(block)) if (wanted.has(row.row)) found.set(row.row, row)
	}
	return found
}

/** The cells of all rows of a file, with what was mended in them; nothing is checked. Throws `UnreadableFile`. */
export async function* cellsAsRead(
	path: string,
	reading: Reading,
): AsyncGenerator<Pick<ReadRow, "row" | "cells">, void> {
	const read = cellReader(reading)
	for await (const block of cutBlocks(path, reading.layout, {})) yield* read(block)
}

function hasBetween(wanted: ReadonlySet<number>, first: number, end: number): boolean {
	for (const row of wanted) if (row >= first && row < end) return true
	return false
}
