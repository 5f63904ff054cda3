/** What the columns of a file show, by their places or by another key; parts of a file add up. */
export type ByPlace<Facts> = Readonly<Record<string | number, Facts>>

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
