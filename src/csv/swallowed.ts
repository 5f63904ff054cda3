/** A customer number, or another of the shorter values that have digits; no text. */
const numberLike = /^\S*\d\S*$/

/**
 * How many rows of the file a cell seems to have swallowed: its closing quote was forgotten, and another one was found
 * rows later. What a person wrote in several lines may look like it, but hardly ever has so many delimiters.
 * @param cells those of a whole row, as many as there are columns, of which there are several
 */
export function rowsWithin(cells: readonly string[], index: number, delimiter: string): number {
	const cell = cells[index] ?? ""
	const [first = "", ...lines] = cell.split(/\r\n|\r|\n/)
	if (lines.length === 0 || isJson(cell)) return 0
	const columns = cells.length
	// In a text, a space follows a comma.
	const between = new RegExp(`[${delimiter}](?! )`)
	const count = (line: string) => line.split(between).length
	// The last line goes on in the cells after it; a short one counts only where the row that the quote opens in is whole.
	const whole = index > 0 && index + count(first) >= columns
	const looksLikeRow = (line: string, place: number) => {
		const pieces = count(line)
		if (pieces >= Math.max(columns, 3)) return true
		const following = place === lines.length - 1 ? columns - 1 - index : 0
		return whole && pieces > 1 && pieces + following >= columns && numberLike.test(line.split(between)[0] ?? "")
	}
	const byLines = lines.filter(looksLikeRow).length
	const delimiters = [first, ...lines].reduce((sum, line) => sum + count(line) - 1, 0)
	if (columns > 2) return Math.max(byLines, Math.floor(delimiters / (columns - 1)))
	return Math.max(byLines, index === 0 && numberLike.test(first.split(between)[1] ?? "") ? 1 : 0)
}

function isJson(text: string): boolean {
	if (!/^\s*[[{]/.test(text)) return false
	try {
		JSON.parse(text)
		return true
	} catch {
		return false
	}
}
