/** Numbers of rows, added in ascending order, as text: `5,9,12-40`. */
export class RowRanges {
	count = 0
	readonly #ended: string[] = []
	#first = 0
	#last = 0

	add(row: number): void {
		if (this.count++ === 0) this.#first = row
		else if (row !== this.#last + 1) {
			this.#ended.push(range(this.#first, this.#last))
			this.#first = row
		}
		this.#last = row
	}

	toString(): string {
		return this.count === 0 ? "" : [...this.#ended, range(this.#first, this.#last)].join(",")
	}
}

function range(first: number, last: number): string {
	return first === last ? String(first) : `${first}-${last}`
}

/** The first of such ranges, for people. */
export function firstRanges(ranges: string): string {
	const all = ranges.split(",")
	return `${all.slice(0, mostRanges).join(", ")}${all.length > mostRanges ? ", …" : ""}`
}

const mostRanges = 5

/** The rows of one customer, as in `101 & 102`: no spreadsheet takes that for a number or a day, as `101 102` is a number in Sweden. */
export function joinedRows(rows: readonly number[]): string {
	return rows.join(" & ")
}

/** Such rows; spaces stood between them before. */
export function rowsTogether(text: string): readonly number[] {
	return (text.match(/\d+/g) ?? []).map(Number)
}

/** The rows of a text of ranges, in its order. */
export function* rowsIn(ranges: string): Generator<number, void> {
	for (const part of ranges.split(",")) {
		const [first, last = first] = part.split("-").map(Number)
		if (part === "" || first === undefined || last === undefined) continue
		for (let row = first; row <= last; row++) yield row
	}
}
