/** Characters: longer than any value that Intergiro takes, card tokens too. What reads values never gets more, and so takes no longer than that takes. */
export const longestValue = 10_000

/** The cells of a row as they are, but for those that are longer than any value: only their beginning says what they are. */
export function withoutLengths(cells: readonly string[]): readonly string[] {
	for (const cell of cells) if (cell.length > longestValue) return cells.map((one) => one.slice(0, longestValue))
	return cells
}
