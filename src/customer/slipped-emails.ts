import type { EmailRows, SlippedEmail } from "./email-rows.ts"

/** Rows in between whose address spells nobody are of the same block: no more of them, one after the other. */
const mostBetween = 5
/** One address in the name of a neighbour is of the family, or of the firm. */
const leastInBlock = 2

/**
 * Finds blocks of rows that have the e-mail addresses of the customers of the rows beside them, as a spreadsheet leaves them where a cell of one
 * column was deleted or put in. Only addresses that spell a name tell so: they spell that of the row above or below, all of a block
 * the same way, and none of them that of its own row.
 */
export function slippedEmails(rows: EmailRows): readonly SlippedEmail[] {
	/** From a row that spells its neighbour to the last of its block, with the one at its edge that has lost its address. */
	const blockFrom = (start: number, offset: 1 | -1) => {
		let [end, telling] = [start, 1]
		for (let at = start + 1; at < rows.length && at - end <= mostBetween && !rows.isOwn(at); at++)
			if (rows.spells(at, offset)) {
				end = at
				telling++
			}
		const edge = offset > 0 ? end + 1 : start - 1
		const hasEdge = edge >= 0 && edge < rows.length && !rows.isOwn(edge)
		return { from: hasEdge ? Math.min(start, edge) : start, to: hasEdge ? Math.max(end, edge) : end, end, telling }
	}
	const found: SlippedEmail[] = []
	for (const offset of [1, -1] as const)
		for (let start = 0; start < rows.length; start++) {
			if (!rows.spells(start, offset)) continue
			const { from, to, end, telling } = blockFrom(start, offset)
			start = end
			if (telling < leastInBlock) continue
			for (let at = from; at <= to; at++)
				found.push(rows.slipped(at, rows.spells(at, offset) ? at + offset : undefined))
		}
	return found
}
