import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { maskCardNumbers } from "../src/customer/card-number.ts"
import { usesOf } from "../src/customer/columns/mapping.ts"
import { headerKey } from "../src/customer/fields.ts"
import type { Finding } from "../src/customer/finding.ts"

/** The column where a finding is to be mended: the only one of its field, where it is about several rows. */
export function placeOf(
	{ layout: { columns }, mapping }: Pick<CheckedFile, "layout" | "mapping">,
	finding: Finding | undefined,
): { readonly column?: string } {
	const { column, field } = finding ?? {}
	if (column !== undefined) return { column }
	const [only, ...others] = columns.filter((name) => usesOf(mapping, name)?.some((use) => use === field))
	return only === undefined || others.length > 0 ? {} : { column: only }
}

/** The columns that a finding may be about, where there are several of its field; in a row, those that have something in it. */
export function columnsAmong(
	{ layout: { columns }, mapping }: Pick<CheckedFile, "layout" | "mapping">,
	{ column, field }: Pick<Finding, "column" | "field">,
	cells?: readonly string[],
): readonly string[] {
	if (column !== undefined || field === undefined) return []
	const found = columns.filter((name) => usesOf(mapping, name)?.some((use) => use === field))
	return found.length < 2 || cells === undefined ? found : found.filter((name) => cells[columns.indexOf(name)]?.trim())
}

/** The cells of a row as they may be seen: a card number is nowhere, ever. */
export function shownCells(
	cells: readonly string[],
	findings: readonly Finding[],
	columns: readonly string[],
): string[] {
	const found = findings.flatMap(({ code, column }) => (code.startsWith("card-number.") ? column : []))
	return cells.map((cell, at) => (found.includes(columns[at] ?? "") ? maskCardNumbers(cell) : cell))
}

/** The column in which an earlier import wrote which row of its file a row was. */
export function formerColumn(columns: readonly string[]): number {
	return columns.findIndex((column) => headerKey(column) === "importrow")
}

/** That row; nothing where there is none. */
export function formerRow(cell = ""): number | undefined {
	return /^[1-9]\d{0,8}$/.test(cell.trim()) ? Number(cell) : undefined
}

/** The same where there is one. */
export function formerly(row: number | undefined): { readonly formerly?: number } {
	return row === undefined ? {} : { formerly: row }
}
