/** What parts cells or records for a spreadsheet, whichever delimiter the file has: such a cell stands in quotes. */
const parting = /["\r\n,;\t]/

/** One record, without a line end. Reading it back gives exactly `cells`. */
export function formatRow(cells: readonly string[], delimiter: string): string {
	return cells
		.map((cell) => (parting.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
		.join(delimiter)
}

/**
 * Where a spreadsheet would execute what follows (OWASP), behind any quotes and apostrophes already there: at the beginning of a cell, and
 * within one after whatever another spreadsheet takes for its end. A Swedish Excel splits a file with commas at its semicolons, and
 * quotes that are not around a whole cell of its own mean nothing to it.
 */
const executable = /^(?=["']*[=+\-@\t\r\n])|(?<=[,;\t\r\n])(?=["']*[=+\-@])/g
const guarded = /^'(?=["']*[=+\-@\t\r\n])|(?<=[,;\t\r\n])'(?=["']*[=+\-@])/g

/** Cheap: most cells have none of these. */
const suspicious = /[=+\-@\t\r\n]/

/** `value` as spreadsheets show but never execute it: with an apostrophe wherever one would. `restore` takes them off again. */
export function neutralize(value: string): string {
	return suspicious.test(value) ? value.replace(executable, "'") : value
}

/** Undoes `neutralize` exactly. */
export function restore(value: string): string {
	return suspicious.test(value) ? value.replace(guarded, "") : value
}
