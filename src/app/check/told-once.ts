import type { Finding, FindingsByPosition } from "../../customer/finding.ts"
import { finding } from "../../customer/finding-codes.ts"
import type { ToldOnce } from "../../customer/lines/told-once.ts"
import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

/** Tells what is told of columns, each at its row. Rejects with `UnreadableFile` or the signal's reason. */
export async function tellOnce(
	index: RowIndex,
	reading: Reading,
	told: readonly ToldOnce[],
	signal?: AbortSignal,
): Promise<FindingsByPosition> {
	const found = new Map<number, readonly Finding[]>()
	if (told.length === 0) return found
	const { columns } = reading.layout
	const rows = new Set(told.map(({ row }) => row))
	const read = cellReader(reading)
	for await (const { block, position } of index.readBlocks(index.blocksOf(rows))) {
		signal?.throwIfAborted()
		for (const [offset, { row }] of read(block).entries()) {
			if (!rows.has(row)) continue
			const ofRow = told.filter((one) => one.row === row)
			const said = ofRow.map(({ code, index: at, detail }) => finding(code, row, { column: columns[at], detail }))
			found.set(position + offset, said)
		}
	}
	return found
}
