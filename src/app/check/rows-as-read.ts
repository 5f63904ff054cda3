import { cutBlocks } from "../../csv/block.ts"
import { blockReader, type Reading, type ReadRow } from "./reading.ts"

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

function hasBetween(wanted: ReadonlySet<number>, first: number, end: number): boolean {
	for (const row of wanted) if (row >= first && row < end) return true
	return false
}
