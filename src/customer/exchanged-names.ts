/** How a first and a last name are written: the last one in capitals alone, as many do, or the other way round. */
export type NameSides = "straight" | "crossed" | undefined

/** Fewer rows show no custom. */
const fewest = 2
const capitals = /^[\p{Lu}\p{M}' -]{2,}$/u
const small = /\p{Ll}/u

export function sidesOf(first: string, last: string): NameSides {
	if (capitals.test(last) && small.test(first)) return "straight"
	return capitals.test(first) && small.test(last) ? "crossed" : undefined
}

/**
 * Where rows of a file have their last names in capitals, and others the first ones, the two changed places in these.
 * @param sides of the rows, in whatever order
 * @returns whether rows that are crossed are wrong
 */
export function areExchangedAmong(sides: Iterable<NameSides>): boolean {
	const counts = { straight: 0, crossed: 0 }
	for (const side of sides) if (side !== undefined) counts[side]++
	return counts.straight >= fewest && counts.crossed > 0
}
