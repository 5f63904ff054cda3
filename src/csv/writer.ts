/** One record, without a line end. Reading it back gives exactly `cells`. */
export function formatRow(cells: readonly string[], delimiter: string): string {
	return cells
		.map((cell) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
		.join(delimiter)
}

/** What a spreadsheet would execute at the beginning of a cell (OWASP), behind any apostrophes already there. */
const executable = /^'*[=+\-@\t\r]/

/** `value` as a spreadsheet shows but never executes it: with an apostrophe before it. `restore` takes it off again. */
export function neutralize(value: string): string {
	return executable.test(value) ? `'${value}` : value
}

/** Undoes `neutralize` exactly. */
export function restore(value: string): string {
	return value.startsWith("'") && executable.test(value) ? value.slice(1) : value
}
