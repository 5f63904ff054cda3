import type { Row } from "../csv/layout.ts"
import { problem } from "../csv/problem.ts"
import { headerKey } from "../customer/fields.ts"
import { readImportRun } from "./import-run.ts"

/** The columns that a run adds to the rows it gives back; by them the rows are known again. */
export const importColumns = ["import_row", "import_outcome", "import_code", "import_message", "import_run"]

const keys = importColumns.map(headerKey)
const width = keys.length

/**
 * Prepares to put the cells that an import wrote beside a row back under their names. Whoever mends a shifted row by inserting a cell, or by
 * deleting the one too many, moves them along; they are known by their form. Behind them stands what the row had too many, and where a cell
 * was deleted before them, it goes on with that.
 * @param columns of the file
 * @returns the row as a person mended it; the same where nothing moved, or it cannot be told where to
 */
export function importCellsInPlace(columns: readonly string[]): (row: Row) => Row {
	const own = columns.findIndex((name) => headerKey(name) === keys[0])
	const isOurs = own >= 0 && keys.every((key, index) => headerKey(columns[own + index] ?? "") === key)
	if (!isOurs) return (row) => row
	// A column that a person added behind them is none of what rows had too many.
	const isLast = columns.length === own + width
	return (row) => {
		if (readImportRun(row.cells[own + width - 1] ?? "") !== undefined) return row
		const start = placeIn(row.cells)
		if (start === undefined) return row
		const before = row.cells.slice(0, start)
		const after = row.cells.slice(start + width)
		const back = isLast ? after.splice(0, Math.max(0, own - start)) : []
		const isShort = start < own && isEmpty(back)
		const mended = [...before.slice(0, own), ...back]
		while (mended.length < own) mended.push("")
		const block = row.cells.slice(start, start + width)
		const cells = trimmed([...mended, ...block, ...after, ...before.slice(own)], columns.length)
		const misfit =
			cells.length > columns.length
				? problem.tooManyCells(cells.length, columns.length)
				: isShort
					? problem.tooFewCells(columns.length + start - own, columns.length)
					: undefined
		const others = (row.problems ?? []).filter(({ code }) => !ofCount.has(code))
		const problems = misfit === undefined ? others : [misfit, ...others]
		return { row: row.row, cells, ...(problems.length > 0 ? { problems } : {}) }
	}
}

const ofCount: ReadonlySet<string> = new Set([problem.tooFewCells(0, 0).code, problem.tooManyCells(0, 0).code])

/** Where they begin; nothing where they are nowhere, or may be in several places. */
function placeIn(cells: readonly string[]): number | undefined {
	const places = cells.flatMap((cell, index) => {
		const start = index - width + 1
		const tag = cell.includes("/") ? readImportRun(cell) : undefined
		return tag !== undefined && cells[start]?.trim() === String(tag.row) ? [start] : []
	})
	return places.length === 1 ? places[0] : undefined
}

function isEmpty(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === "")
}

/** Without the empty cells behind the columns, and with one for each of these. */
function trimmed(cells: readonly string[], columns: number): readonly string[] {
	const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1
	const kept = cells.slice(0, Math.max(filled, columns))
	return kept.length < columns ? [...kept, ...Array.from({ length: columns - kept.length }, () => "")] : kept
}
