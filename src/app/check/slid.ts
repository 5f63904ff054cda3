import { cardStanding } from "../../customer/cards/card-standing.ts"
import { type Standing, slidRows, standing } from "../../customer/cards/slid-block.ts"
import type { Finding, FindingsByPosition } from "../../customer/finding.ts"
import { type FindingCode, finding, unlessKept } from "../../customer/finding-codes.ts"
import type { Bits } from "./bits.ts"
import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

/** Of months, no more than this is thought to be unlikely by chance; of digits, this. */
const rarest = { month: 1 / 100, digits: 1 / 10_000 }

/**
 * Finds the rows whose cards may be others' because tokens slid over the rows around them. The rows are read again only where some
 * speak of another card than their tokens do. Rejects with `UnreadableFile` or the signal's reason.
 * @param differing positions of the rows that do
 */
export async function findSlid(
	index: RowIndex,
	reading: Reading,
	differing: Bits,
	signal?: AbortSignal,
): Promise<FindingsByPosition> {
	const { layout, mapping, options, edits } = reading
	const standingOf = differing.size === 0 ? undefined : cardStanding(layout.columns, mapping, options.facts?.tokens)
	if (standingOf === undefined) return new Map()
	const skipped = new Set(edits?.skipped)
	const read = cellReader(reading)
	const hows = new Uint8Array(index.rows)
	/** The row at each position, and what it has in common with its card, by a number for each such value. */
	const rows = new Uint32Array(index.rows)
	const sames = new Uint32Array(index.rows)
	const known = new Map<string, number>()
	const counts: number[] = []
	for await (const { block, position } of index.read()) {
		signal?.throwIfAborted()
		for (const [offset, { row, cells }] of read(block).entries()) {
			const at = position + offset
			rows[at] = row
			const { how, same } = standingOf(cells)
			hows[at] = skipped.has(row) ? standing.silent : differing.has(at) ? standing.differs : how
			if (same === undefined) continue
			const which = known.get(same) ?? known.size
			known.set(same, which)
			sames[at] = which
			counts[which] = (counts[which] ?? 0) + 1
		}
	}
	const isDigits = [...known.keys()].map((same) => !same.includes("/"))
	const compared = counts.reduce((sum, count) => sum + count, differing.size)
	const { among, without } = slidRows({
		count: index.rows,
		of: (at) => (hows[at] ?? standing.silent) as Standing,
		chance: (at) => {
			const which = sames[at] ?? 0
			return isDigits[which] ? rarest.digits : Math.max(rarest.month, (counts[which] ?? 0) / compared)
		},
	})
	const kept = new Set(edits?.kept)
	const found = new Map<number, readonly Finding[]>()
	const note = (code: FindingCode) => (at: number) => {
		const row = rows[at] ?? 0
		if (skipped.has(row) || found.has(at)) return
		const said = finding(code, row, { field: "token" })
		found.set(at, [unlessKept(said, kept.has(row))])
	}
	without.forEach(note("card.slipped"))
	among.forEach(note("card.among-slipped"))
	return found
}
