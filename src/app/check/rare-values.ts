import type { Finding, FindingsByPosition } from "../../customer/finding.ts"
import { finding } from "../../customer/finding-codes.ts"
import { type RareValue, rareInWords } from "../../customer/lines/rare-values.ts"
import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

/** Tells of each value that singles out few rows, once, at the first of them. Rejects with `UnreadableFile` or the signal's reason. */
export async function tellRareValues(
	index: RowIndex,
	reading: Reading,
	rare: readonly RareValue[],
	signal?: AbortSignal,
): Promise<FindingsByPosition> {
	const found = new Map<number, readonly Finding[]>()
	if (rare.length === 0) return found
	const { columns } = reading.layout
	const rows = new Set(rare.map(({ rows: [first = 0] }) => first))
	const read = cellReader(reading)
	for await (const { block, position } of index.readBlocks(index.blocksOf(rows))) {
		signal?.throwIfAborted()
		for (const [offset, { row }] of read(block).entries()) {
			if (!rows.has(row)) continue
			const said = rare
				.filter((one) => one.rows[0] === row)
				.map((one) => {
					const detail = rareInWords(one, index.rows)
					return finding("column.rare-value", row, { column: columns[one.index], detail })
				})
			found.set(position + offset, said)
		}
	}
	return found
}
