import { width } from "./dialect.ts"
import type { Row } from "./layout.ts"

/** A cell as data has it and a header hardly ever does. */
const data =
	/^\s*(?:[-+]?[\d\s.,:/]*\d[\d\s.,:/-]*|\S+@\S+\.\S+|eyJ[\w-]+\.[\w-]+\.[\w-]*|\d{4}-\d\d-\d\dT?.*|true|false)\s*$|^.{80}/is

/** Rows above the header are titles; more of them than this is no file we know. */
const deepest = 30

function looksLikeHeader(row: Row): boolean {
	const filled = row.cells.filter((cell) => cell.trim() !== "")
	return filled.length > 0 && filled.filter((cell) => data.test(cell)).length <= filled.length * 0.1
}

/** The row of the header, or 0 when there is none, and why. `rows` are the first of the file, with the cells they have. */
export function detectHeader(rows: readonly Row[]): { readonly headerRow: number; readonly evidence: string } {
	const { cells } = width(rows)
	const header = rows.slice(0, deepest).find((row) => {
		const filled = row.cells.filter((cell) => cell.trim() !== "").length
		return filled >= Math.max(1, Math.min(cells, 2), cells * 0.5)
	})
	if (header === undefined) return { headerRow: 0, evidence: "No row looks like a header." }
	if (!looksLikeHeader(header))
		return { headerRow: 0, evidence: `Row ${header.row} holds values already, so there is no header.` }
	const above = header.row === (rows[0]?.row ?? 1) ? "" : "; the rows above it are titles"
	return { headerRow: header.row, evidence: `Row ${header.row} looks like the header${above}.` }
}

/**
 * One name for each column: `header` made unique and never empty. Empty names at its end count where most rows have
 * `cells` so far. Where there is no header, there are as many columns as cells; otherwise a value without a column may be
 * one that a delimiter in another cell has moved, and is told of.
 */
export function nameColumns(header: readonly string[], cells: number): string[] {
	const names = header.length === 0 ? Array.from({ length: cells }, () => "") : [...header]
	while (names.length > Math.max(cells, 1) && names.at(-1)?.trim() === "") names.pop()
	const taken = new Set(names.map((name) => name.trim()))
	const used = new Set<string>()
	return names.map((original, index) => {
		const base = original.trim() === "" ? `Column ${index + 1}` : original.trim()
		let name = base
		const isFree = () => !used.has(name) && (name === original.trim() || !taken.has(name))
		for (let count = 2; !isFree(); count++) name = `${base} (${count})`
		used.add(name)
		return name
	})
}
