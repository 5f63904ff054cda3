/** Of a file of more rows than this, samples of so many rows are looked at, from its first row to its last. */
const fewRows = 10_000
const samples = 5
const sampled = 1_000

/** Positions of rows, from and to before. */
export type Range = readonly [from: number, to: number]

/** Where to look for what befalls many rows of a file; all of it where that is no more. */
export function samplesOf(rows: number): readonly Range[] {
	if (rows <= fewRows) return [[0, rows]]
	return Array.from({ length: samples }, (_, sample) => {
		const from = Math.floor(((rows - sampled) * sample) / (samples - 1))
		return [from, from + sampled]
	})
}
