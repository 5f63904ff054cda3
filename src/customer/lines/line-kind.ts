import { isBare, type LineContext } from "./context.ts"
import { headerAgain } from "./header-again.ts"
import { noteKind } from "./note.ts"
import { amountAlone, beginsTotal, pageNumber, pageWords, ruleSigns, totalWords, typeWords } from "./words.ts"

/**
 * What a line is that is no customer: a total; a subtitle or a line of groups; the header once more; a header of another
 * table, behind which every row has its cells in other columns; types of the columns; a rule of dashes; the foot of a page.
 */
export type LineKind = "total" | "subtitle" | "header" | "other-header" | "types" | "rule" | "page"

/** What most customer numbers look like: nothing that a total, a header or a title could be. */
const plainNumber = /^[A-Za-z]{0,4}[-_/]?\d[\d._/-]* *$/

/** Longer lines are hardly ever the same, and of more different ones the latest are kept. */
const longestKept = 200
const mostKept = 1_000

/**
 * Tells what kind of line one is when it is no customer, judged by itself. Cheap where the number looks like one, as in nearly every row of a
 * good file, and where the same line comes again, as in a bad one.
 */
export function lineKinds(context: LineContext): (cells: readonly string[]) => LineKind | undefined {
	const known = new Map<string, LineKind | undefined>()
	return (cells) => {
		const number = cells[context.numberIndex]
		if (number && plainNumber.test(number)) return undefined
		const line = cells.join("\0")
		if (known.has(line)) return known.get(line)
		const kind = oddLine(cells, number?.trim() ?? "", context)
		if (line.length > longestKept) return kind
		if (known.size >= mostKept) known.clear()
		known.set(line, kind)
		return kind
	}
}

function oddLine(cells: readonly string[], number: string, context: LineContext): LineKind | undefined {
	const filled = cells.flatMap((cell) => cell.trim() || [])
	if (filled.every((cell) => !/[\p{L}\p{N}]/u.test(cell)))
		return filled.some((cell) => ruleSigns.test(cell)) ? "rule" : undefined
	if (filled.length > 1 && filled.every((cell) => typeWords.test(cell))) return "types"
	const header = headerAgain(cells, context)
	if (header) return header
	// Where there is no number, a note may stand in any cell; a date or a count is all that stands beside it.
	const notes = number !== "" ? [number] : filled.length > 2 ? [] : filled
	if (notes.some((note) => totalWords.test(note))) return "total"
	if (number === "" && sumsUp(filled)) return "total"
	if (notes.some((note) => pageWords.test(note))) return "page"
	// What page it is stands in whatever cell.
	if (filled.length <= fewCells && filled.some((cell) => pageNumber.test(cell))) return "page"
	const note = number !== "" && isBare(cells, context) ? noteKind(number) : undefined
	if (note) return note
	const [title] = filled
	const isFirst = number !== "" || cells[0]?.trim() !== ""
	return filled.length === 1 && isFirst && isTitle(title ?? "", cells.length) ? "subtitle" : undefined
}

/** `Subtotal North` with amounts, and nothing else. */
function sumsUp(filled: readonly string[]): boolean {
	const others = filled.filter((cell) => !amountAlone.test(cell))
	return filled.length > 1 && others.length === 1 && beginsTotal.test(others[0] ?? "")
}

/** A foot has its page, a date and what was printed. */
const fewCells = 3

/**
 * Whether the only text of a line reads as a title: several words; or one with a capital letter, where there is so much
 * else to fill in that nobody leaves all of it empty. What has digits, or is written as a handle, is somebody's number.
 */
function isTitle(text: string, columns: number): boolean {
	if (columns < 2 || /[@_]/.test(text)) return false
	const words = text.split(/[\s/&,:;()–-]+/u).filter((word) => /^\p{L}{2,}$/u.test(word))
	if (/\d/.test(text)) return words.length > 1 && text.includes(" ")
	return words.length > 0 && (text.includes(" ") || (columns > 2 && /^\p{Lu}/u.test(text)))
}
