/** In how many rows two columns both hold a card token, by the places of the columns. */
export type TokenPairs = ReadonlyMap<string, number>

/** Counts a row in which these columns hold a card token; places in ascending order. */
export function countPairs(pairs: Map<string, number>, places: readonly number[]): void {
	for (const [at, one] of places.entries())
		for (const other of places.slice(at + 1)) addPairs(pairs, pairOf(one, other), 1)
}

/** What several counters counted, each of a part of the rows. */
export function mergedPairs(parts: readonly TokenPairs[]): TokenPairs {
	const sum = new Map<string, number>()
	for (const part of parts) for (const [pair, rows] of part) addPairs(sum, pair, rows)
	return sum
}

/** The rows in which a column holds a card token, and one of others does too: of several others the most. */
export function rowsWithBoth(pairs: TokenPairs, one: number, others: readonly number[]): number {
	return Math.max(0, ...others.map((other) => pairs.get(pairOf(Math.min(one, other), Math.max(one, other))) ?? 0))
}

function pairOf(one: number, other: number): string {
	return `${one} ${other}`
}

function addPairs(pairs: Map<string, number>, pair: string, rows: number): void {
	pairs.set(pair, (pairs.get(pair) ?? 0) + rows)
}
