import type { Block } from "./block.ts"
import { isRest } from "./columns.ts"
import { decode, firstUndecodable, units } from "./decode.ts"
import type { Layout, Row, RowProblem } from "./layout.ts"
import { type LineEnd, parseText } from "./parse-text.ts"
import { maximumCell, problem } from "./problem.ts"
import { hasStrayQuote } from "./quotes.ts"
import { RecordScanner } from "./scan.ts"
import { rowsWithin } from "./swallowed.ts"

/** What DOS ends a file with, and older systems fill its last block with: no part of a row. */
const fileEnd = "\x1a"

function withoutFileEnd(text: string): string {
	let end = text.length
	while (text[end - 1] === fileEnd) end--
	return end === text.length ? text : text.slice(0, end)
}

function isBlank(cells: readonly string[]): boolean {
	for (const cell of cells) {
		const first = cell.charCodeAt(0)
		// Most cells begin with a visible ASCII character, which is faster to see than to trim.
		if (first > 0x20 && first < 0x7f) return false
		if (cell.trim() !== "" && withoutFileEnd(cell) !== "") return false
	}
	return true
}

/**
 * Brings `cells` to one for each column where only empty ones are missing or too many; says so where it is more. Empty
 * ones that the other rows do not have may be those that a delimiter in another cell has moved there.
 */
function pad(cells: string[], columns: number, surplus: number | undefined): RowProblem | undefined {
	const count = cells.length
	if (count > columns) {
		const usual = surplus === undefined || count <= columns + surplus
		if (!usual && (cells[columns - 1]?.trim() !== "" || cells.some(isRest))) return problem.tooManyCells(count, columns)
		while (cells.length > columns && cells.at(-1) === "") cells.pop()
		if (cells.length > columns) return problem.tooManyCells(count, columns)
	}
	while (cells.length < columns) cells.push("")
	return count < columns ? problem.tooFewCells(count, columns) : undefined
}

/** Whether there is a line break within any of the `records` records of `text`, all of which but perhaps the last end alike. */
function hasBreaks(text: string, lineEnd: LineEnd, records: number): boolean {
	const ends = text.endsWith(lineEnd) ? records : records - 1
	return [..."\r\n"].some((unit) => occurrences(text, unit) > (lineEnd.includes(unit) ? ends : 0))
}

function occurrences(text: string, unit: string): number {
	let found = 0
	for (let index = text.indexOf(unit); index >= 0; index = text.indexOf(unit, index + 1)) found++
	return found
}

/**
 * A class: of literals V8 soon makes those that live as long as a block among the old objects, which keep all cells of millions of rows
 * until the old ones are collected.
 */
class ReadRow implements Row {
	constructor(
		readonly row: number,
		readonly cells: readonly string[],
		readonly problems: readonly RowProblem[] | undefined,
	) {}
}

/**
 * The rows of text that decoded, `first` being the number of its first record. Blank ones are left out.
 * A layout without columns takes the cells as they are.
 */
function toRows(text: string, layout: Layout, lineEnd: LineEnd, first: number): Row[] {
	const { data, errors } = parseText(text, layout, lineEnd)
	const problems = new Map<number, RowProblem[]>()
	const add = (index: number, found: RowProblem) => {
		const others = problems.get(index) ?? []
		if (!others.some((other) => other.code === found.code)) problems.set(index, [...others, found])
	}
	for (const error of errors)
		add(error.row, error.code === "MissingQuotes" ? problem.unclosedQuote() : problem.malformedQuote())
	const columns = layout.columns.length
	const nul = text.includes("\0")
	const huge = text.length > maximumCell
	const broken = columns > 1 && hasBreaks(text, lineEnd, data.length)
	const rows: Row[] = []
	for (const [index, cells] of data.entries()) {
		if (isBlank(cells) && !problems.has(index)) continue
		if (columns > 0 && cells.length !== columns) {
			const misfit = pad(cells, columns, layout.surplus)
			if (misfit !== undefined && !problems.has(index)) add(index, misfit)
		}
		if (broken) {
			const swallowed = cells.reduce((sum, _, place) => sum + rowsWithin(cells, place, layout.delimiter), 0)
			if (swallowed > 0) add(index, problem.swallowedRows(swallowed))
		}
		if (layout.quote !== undefined && index + first > layout.headerRow && hasStrayQuote(cells, layout))
			add(index, problem.strayQuote(layout.quote))
		if (nul && cells.some((cell) => cell.includes("\0"))) add(index, problem.nul())
		if (huge) {
			const longest = cells.reduce((most, cell) => Math.max(most, cell.length), 0)
			if (longest > maximumCell) add(index, problem.hugeCell(longest))
		}
		rows.push(new ReadRow(first + index, cells, problems.get(index)))
	}
	return rows
}

/** Reads a block record by record: where its line ends differ, or some of it does not decode. */
function parseRecords(block: Block, layout: Layout): Row[] {
	const view = units(block.bytes, layout.encoding)
	const scanner = new RecordScanner(layout, view, true)
	const rows: Row[] = []
	let row = block.row
	for (let start = 0; start < view.length; row++) {
		const end = scanner.next(start)
		const last = end === view.length
		const bytes = block.bytes.subarray(start * view.BYTES_PER_ELEMENT, last ? undefined : end * view.BYTES_PER_ELEMENT)
		const { text, intact } = decode(bytes, layout.encoding)
		start = end
		for (const read of toRows((last ? withoutFileEnd(text) : text).replace(/\r\n$|\r$|\n$/, ""), layout, "\n", row)) {
			if (intact) {
				rows.push(read)
				continue
			}
			const damaged = read.cells.findIndex((cell) => cell.includes("\ufffd"))
			const what = firstUndecodable(bytes, layout.encoding)
			const found = problem.undecodable(what, layout.encoding, layout.columns[damaged])
			rows.push({ ...read, problems: [...(read.problems ?? []), found] })
		}
	}
	return rows
}

/** The rows of a block, blank ones and those up to the header left out. Anything wrong with one stands in its problems. */
export function parseBlock(block: Block, layout: Layout): Row[] {
	const { text: decoded, intact } = decode(block.bytes, layout.encoding)
	// All records but the last of a file end with a line.
	const text = withoutFileEnd(decoded)
	const rows =
		intact && block.lineEnd !== "mixed" ? toRows(text, layout, block.lineEnd, block.row) : parseRecords(block, layout)
	return block.row > layout.headerRow ? rows : rows.filter(({ row }) => row > layout.headerRow)
}
