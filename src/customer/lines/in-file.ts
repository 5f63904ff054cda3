import { holdsToken } from "../columns/column-counter.ts"
import type { FileFacts } from "./file-facts.ts"
import { totalWords } from "./words.ts"

/** In a shorter file the last row is as good as any, unless it says what it is. */
const leastRows = 5

/**
 * Whether a row is what a report ends with: the last of a file, with half of what the others have empty, and without a
 * number or with a word for a total in any cell; or with nothing but a number that counts the rows before it.
 */
export function isFooter(cells: readonly string[], row: number, numberIndex: number, facts: FileFacts): boolean {
	const { rows = 0, usual = [] } = facts
	// Whoever has a card is somebody, or another card of somebody.
	if (row !== facts.lastRow || cells.some(holdsToken)) return false
	const filled = cells.flatMap((cell) => cell.trim() || [])
	const number = cells[numberIndex]?.trim() ?? ""
	const counts = number === String(rows - 1)
	const empty = usual.filter((index) => !cells[index]?.trim()).length
	const isSparse = usual.length > 1 && empty * 2 >= usual.length
	if (filled.some((cell) => totalWords.test(cell))) return isSparse || counts
	return rows >= leastRows && (number === "" ? isSparse : filled.length === 1 && counts)
}

/** Whether a row stands behind a header in another order, where a cell means what that header says. */
export function isOtherTable(row: number, { otherTableFrom }: FileFacts): boolean {
	return otherTableFrom !== undefined && row > otherTableFrom
}
