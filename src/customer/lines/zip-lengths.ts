/**
 * How many zip codes have how many digits, by the place of the column and the country of the row, where none of its post's forms is
 * known; what has letters is counted as of no length, and behind the longest how many begin with a zero. Plain JSON; counts of parts of
 * a file add up.
 */
export type ZipLengths = Readonly<Record<string, readonly number[]>>

const longest = 9
const zeros = longest + 1
const keyOf = (index: number, country: string) => `${index} ${country}`

function digitsIn(zip: string): number {
	if (!/^[\d ]+$/.test(zip)) return 0
	const { length } = zip.replaceAll(" ", "")
	return length > longest ? 0 : length
}

export class ZipTally {
	readonly #lengths: Record<string, number[]> = {}

	add(index: number, country: string, zip: string): void {
		const key = keyOf(index, country)
		this.#lengths[key] ??= new Array<number>(zeros + 1).fill(0)
		const counts = this.#lengths[key]
		const digits = digitsIn(zip)
		counts[digits] = (counts[digits] ?? 0) + 1
		if (zip.startsWith("0")) counts[zeros] = (counts[zeros] ?? 0) + 1
	}

	facts(): ZipLengths {
		return this.#lengths
	}
}

export function joinZipLengths(one: ZipLengths, other: ZipLengths): ZipLengths {
	const sum: Record<string, readonly number[]> = { ...one }
	for (const [key, counts] of Object.entries(other))
		sum[key] = counts.map((count, digits) => count + (one[key]?.[digits] ?? 0))
	return sum
}

/**
 * What a zip code lacks that others of its column have: the `zeros` that nearly all of them suggest, or perhaps only one (`mixed`), where
 * those of a neighbour are as short.
 */
export function shortness(
	zip: string,
	index: number,
	country: string,
	lengths: ZipLengths,
): "zeros" | "mixed" | undefined {
	const counts = lengths[keyOf(index, country)]
	return counts && shortnessOf(digitsIn(zip), counts)
}

/** Whether any zip code lacks something. */
export function anyIsShort(lengths: ZipLengths = {}): boolean {
	return Object.values(lengths).some((counts) =>
		counts.some((count, digits) => count > 0 && digits <= longest && shortnessOf(digits, counts) !== undefined),
	)
}

function shortnessOf(digits: number, all: readonly number[]): "zeros" | "mixed" | undefined {
	const counts = all.slice(0, zeros)
	if (isShort(digits, counts)) return "zeros"
	// Where a code of the column begins with a zero, none was taken off.
	const isMixed = digits === fewest && (counts[digits + 1] ?? 0) > 1 && !all[zeros]
	return isMixed ? "mixed" : undefined
}

/**
 * No post has codes of less than four digits beside longer ones; those of four may be a neighbour's, unless they are few or there are
 * shorter ones as well.
 */
function isShort(digits: number, counts: readonly number[]): boolean {
	const usual = counts.lastIndexOf(Math.max(...counts))
	const count = (length: number) => counts[length] ?? 0
	if (usual < fewest || digits >= usual || digits < usual - mostZeros || digits === 0) return false
	if (count(usual) < leastUsual || count(digits) > count(usual)) return false
	return digits < fewest || count(usual - mostZeros) > 0 || count(digits) * 4 <= count(usual)
}

const fewest = 4
const mostZeros = 2
const leastUsual = 2
