import { rowsTogether } from "../report/row-ranges.ts"
import type { Known, Mapping } from "./verify-journal.ts"
import type { Line } from "./verify-results.ts"

/** A line of `results.csv`, and what the journal has of its customer. */
export interface Pair {
	readonly line: Line
	/** What the journal has of the customer; nothing where it has none. */
	readonly entry: Known | undefined
}

/**
 * Finds for each line what the journal has: by its number, else, where a spreadsheet ate zeros of that or made a formula of the id, by what
 * is left: the id, or the row.
 */
export function paired(lines: readonly Line[], mapped: Mapping): readonly Pair[] {
	const free = new Set(mapped.values())
	const exact = lines.map(({ number }) => {
		const entry = mapped.get(number)
		return entry && free.delete(entry) ? entry : undefined
	})
	const byId = new Map(Array.from(free, (entry) => [entry.id, entry]))
	const byRow = new Map(Array.from(free, (entry) => [entry.row, entry]))
	return lines.map((line, index) => {
		if (exact[index]) return { line, entry: exact[index] }
		// Of who was there before no journal may know: only the id tells.
		const ofRow = line.known ? undefined : byRow.get(String(rowsTogether(line.row)[0] ?? ""))
		const entry = [byId.get(line.id), ofRow].find((one) => one && free.delete(one))
		return { line, entry }
	})
}
