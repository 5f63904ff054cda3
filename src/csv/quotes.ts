import type { Layout, Row } from "./layout.ts"

/** Marks that stand around cells where the straight double quote should, each as the opening and the closing one. */
const pairs = ["“”", "„“", "„”", "””", "‘’", "‚‘", "’’", "«»", "»«", "‹›", "＂＂", "''", "``", "´´"] as const

/** What is not changed by taking a mark off: a number is one with and without. */
const numeric = /^[-+\d.,\s]*$/

/** Which of them stand around cells; nothing where they stand around too few to be certain. */
export function detectQuote(rows: readonly Row[]): string | undefined {
	const data = rows.length > 1 ? rows.slice(1) : rows
	const cells = data.flatMap((row) => row.cells.map((cell) => cell.trim()).filter((cell) => !numeric.test(cell)))
	return pairs.find(([open = "", close = ""]) => {
		const marked = (cell: string) => cell.length > 1 && cell.startsWith(open) && cell.endsWith(close)
		const whole = cells.filter(marked).length
		if (whole < 2) return false
		// A delimiter within the marks has divided what they stand around.
		const halves = cells.filter((cell) => !marked(cell) && (cell.startsWith(open) || cell.endsWith(close))).length
		return whole >= halves && whole + halves >= cells.length * 0.95
	})
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")

/** A mark that the text does not have, to put in the place of all others: one for private use. */
function freeMark(text: string): string {
	let code = 0xe000
	while (code < 0xf8ff && text.includes(String.fromCharCode(code))) code++
	return String.fromCharCode(code)
}

/**
 * `text` with one and the same mark around each of its cells that has the layout's quote or the straight one around it,
 * so that what is within reads as one cell. Cells have no line breaks here.
 */
export function unifyQuotes(text: string, quote: string, delimiter: string): { text: string; mark: string } {
	const mark = freeMark(text)
	const [open = "", close = ""] = quote
	const within = ([opening = "", closing = ""]: string) =>
		opening === closing
			? `${escaped(opening)}((?:${escaped(opening)}{2}|[^${escaped(opening)}\\r\\n])*)${escaped(opening)}`
			: `${escaped(opening)}([^${escaped(opening)}${escaped(closing)}\\r\\n]*)${escaped(closing)}`
	const cell = new RegExp(
		`(?<=^|[${escaped(delimiter)}\\r\\n]) *(?:${within(quote)}|${within('""')}) *(?=[${escaped(delimiter)}\\r\\n]|$)`,
		"g",
	)
	const unified = text.replace(cell, (_, marked: string | undefined, straight: string | undefined) => {
		const content =
			straight !== undefined
				? straight.replaceAll('""', '"')
				: open === close
					? (marked ?? "").replaceAll(open + open, open)
					: (marked ?? "")
		return mark + content + mark
	})
	return { text: unified, mark }
}

/** Whether a mark of the layout's quote is left at the end of a cell, so that it is not certain where the cell ends. */
export function hasStrayQuote(cells: readonly string[], { quote = "" }: Pick<Layout, "quote">): boolean {
	const [open = "", close = ""] = quote
	return cells.some((cell) => cell.trimStart().startsWith(open) || cell.trimEnd().endsWith(close))
}
