import type { Row } from "./layout.ts"
import { width } from "./width.ts"

const data =
	/^(?:[-+]?[\d\s.,:/]*\d[\d\s.,:/-]*|\S+@\S+\.\S+|eyJ[\w-]+\.[\w-]+\.[\w-]*|\d{4}-\d\d-\d\dT?.*|true|false)$/is
/** Characters of a text that hardly any name of a column has. */
const lengthy = 80

/** Whether a cell, trimmed, is as data has it and a header hardly ever does. */
const isData = (cell: string) => cell.length >= lengthy || data.test(cell)

/** Rows above the header are titles; more of them than this is no file we know. */
const deepest = 30

const filled = (row: Row) => row.cells.filter((cell) => cell.trim() !== "")

export function looksLikeHeader(row: Row): boolean {
	const cells = filled(row)
	return cells.length > 0 && cells.filter((cell) => isData(cell.trim())).length <= cells.length * 0.1
}

/** Whether a cell is the name of something that a customer has. */
export type KnowsName = (cell: string) => boolean

/** How many cells of a row stand above values: a cell without digits above cells that mostly have some. */
function namesAbove(row: Row, below: readonly Row[]): number {
	const value = /[\d@]/
	return row.cells.filter((cell, column) => {
		if (cell.trim() === "" || value.test(cell)) return false
		const values = below.map(({ cells }) => cells[column]?.trim() ?? "").filter((other) => other !== "")
		return values.length > 0 && values.filter((other) => value.test(other)).length >= values.length / 2
	}).length
}

/** Whether a row has gaps between its names, or the same name again, as where each is of several columns. */
function namesGroups({ cells }: Row): boolean {
	const names = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1)
	return names.some((name) => name.trim() === "") || new Set(names).size < names.length
}

/** Whether a value of the row stands in one of its columns again, as that of a header does not. */
const recurs = (row: Row, below: readonly Row[]) =>
	row.cells.some((cell, column) => cell.trim() !== "" && below.some(({ cells }) => cells[column] === cell))

/** Above a header, nothing that may be a customer is passed over. No token begins with a longer part than this, and none is looked for in one. */
const mayBeCustomer = (row: Row) => row.cells.some((cell) => /\S@\S|eyJ[\w-]{1,2000}\./.test(cell))

/** Rows with values that may be between a title and the header: when it was written, how many rows there are. */
const mostRemarks = 6

/**
 * The row of the header, or 0 when there is none, and why: the first row that is full enough, or one behind it that says
 * more. What stands above is a title, or names groups of columns.
 * @param rows the first of the file, with the cells they have
 */
export function detectHeader(
	rows: readonly Row[],
	knowsName: KnowsName = () => false,
): { readonly headerRow: number; readonly evidence: string } {
	const { cells } = width(rows)
	const candidates = rows.slice(0, deepest)
	const start = candidates.findIndex((row) => filled(row).length >= Math.max(1, Math.min(cells, 2), cells * 0.5))
	const first = candidates[start]
	if (first === undefined) return { headerRow: 0, evidence: "No row looks like a header." }
	const known = (row: Row) => new Set(filled(row).filter(knowsName)).size
	let header = looksLikeHeader(first) ? first : undefined
	let passed = 0
	for (const [index, row] of candidates.entries()) {
		if (index <= start) continue
		if (mayBeCustomer(row)) break
		const above = header ?? first
		const below = rows.slice(index + 1)
		const fuller = new Set(filled(row)).size > new Set(filled(above)).size
		const says = fuller && known(row) >= known(above) && !recurs(row, below)
		if (!looksLikeHeader(row)) passed += filled(row).length >= cells * 0.8 ? 1 : 0
		else if (known(row) >= Math.max(Math.min(cells, 2), cells / 2) && known(above) === 0 && passed <= mostRemarks)
			header = row
		else if (passed > 0) break
		else if (says && known(row) > known(above)) header = row
		else if (says && namesGroups(above) && namesAbove(row, below) > namesAbove(above, below)) header = row
	}
	if (header === undefined)
		return { headerRow: 0, evidence: `Row ${first.row} holds values already, so there is no header.` }
	const above = header.row === (rows[0]?.row ?? 1) ? "" : "; the rows above it are titles"
	return { headerRow: header.row, evidence: `Row ${header.row} looks like the header${above}.` }
}
