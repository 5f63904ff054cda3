/** What the columns of a file show, by their places or by another key; parts of a file add up. */
export type ByPlace<Facts> = Readonly<Record<string | number, Facts>>

/** What was kept of some columns, by their places. */
export function byPlace<Kept, Facts>(
	columns: readonly Kept[],
	factsOf: (kept: Kept) => Facts,
): Readonly<Record<number, Facts>> {
	const facts: Record<number, Facts> = {}
	// Columns of which nothing was kept are holes, and passed over.
	columns.forEach((kept, place) => {
		facts[place] = factsOf(kept)
	})
	return facts
}

/** What two parts of a file show of its columns, together. */
export function joinByPlace<Facts>(
	one: ByPlace<Facts>,
	other: ByPlace<Facts>,
	join: (one: Facts, other: Facts) => Facts,
): ByPlace<Facts> {
	const sum: Record<string, Facts> = { ...one }
	for (const [place, facts] of Object.entries(other)) {
		const before = sum[place]
		sum[place] = before === undefined ? facts : join(before, facts)
	}
	return sum
}
