import type { Row } from "./layout.ts"

/** The number of cells most rows have, and the share of the rows that do. */
export function width(rows: readonly Row[]): { readonly cells: number; readonly share: number } {
	const counts = new Map<number, number>()
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
	const [cells, count] = [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [1, 0])
	return { cells, share: rows.length === 0 ? 0 : count / rows.length }
}
