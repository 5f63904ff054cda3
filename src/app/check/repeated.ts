import type { Bits } from "./bits.ts"

/** The hashes that stand in `hashes` more than once. Sorts it; NaN is never one. */
export function repeatedHashes(hashes: Float64Array): Float64Array<ArrayBuffer> {
	const repeated: number[] = []
	hashes.sort()
	for (let index = 1; index < hashes.length; index++) {
		const hash = hashes[index] as number
		if (hash === hashes[index - 1] && hash !== repeated.at(-1)) repeated.push(hash)
	}
	return new Float64Array(repeated)
}

/** The hashes of one kind of key, of all rows: 8 bytes a row, and as much again for a moment while it is searched. */
export class HashList {
	#length = 0
	readonly #parts: { readonly position: number; readonly hashes: Float64Array; readonly rows?: Uint32Array }[] = []

	/** `rows`: where in the part each hash belongs; without it, hash i belongs to row i. `position` is that of row 0. */
	add(position: number, hashes: Float64Array, rows?: Uint32Array): void {
		this.#length += hashes.length
		if (hashes.length > 0) this.#parts.push({ position, hashes, ...(rows === undefined ? {} : { rows }) })
	}

	/** Adds to `suspects` the positions of all rows whose hash another row, or the same one again, has too. */
	async suspect(suspects: Bits, repeated: (hashes: Float64Array<ArrayBuffer>) => Promise<Float64Array>): Promise<void> {
		const all = new Float64Array(this.#length)
		let length = 0
		for (const { hashes } of this.#parts) {
			all.set(hashes, length)
			length += hashes.length
		}
		const found = new Set(await repeated(all))
		if (found.size === 0) return
		for (const { position, hashes, rows } of this.#parts.splice(0))
			for (const [index, hash] of hashes.entries())
				if (found.has(hash)) suspects.add(position + (rows?.[index] ?? index))
	}
}
