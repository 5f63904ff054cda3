import type { Layout } from "../csv/layout.ts"
import { isWholeToken } from "../customer/cards/token-form.ts"
import { isImportColumn } from "../customer/fields.ts"
import { cellMask } from "../customer/own-check.ts"
import type { CheckedRow } from "./checked-row.ts"

/** The file's own columns beside results: neither card tokens nor card numbers, nor what an earlier run added. */
export interface OwnColumns {
	readonly names: readonly string[]
	cells(row: CheckedRow): readonly string[]
}

/** @param tokens indexes of the columns that hold card tokens, whether these are sent or not */
export function ownColumns({ columns }: Layout, tokens: ReadonlySet<number>): OwnColumns {
	const kept = columns.flatMap((name, index) => (isImportColumn(name) || tokens.has(index) ? [] : [index]))
	const masked = cellMask(columns)
	return {
		names: kept.map((index) => columns[index] ?? ""),
		cells({ cells, tokens = [] }) {
			return kept.map((index) => {
				const cell = cells[index] ?? ""
				const text = cell.trim()
				return tokens.includes(text) || isWholeToken(text) ? "" : masked(cell, index)
			})
		},
	}
}
