import { Bits } from "./bits.ts"

/** The hashes that stand in `hashes` more than once, each once. They are of 53 bits; NaN is never one. */
export function repeatedHashes(hashes: Float64Array): Float64Array<ArrayBuffer> {
	const bits = 33 - Math.clz32(hashes.length)
	// Half of its places stay free, so that the next free one is never far.
	const seen = new Float64Array(2 ** bits)
	const repeated = new Set<number>()
	let zeros = 0
	for (const hash of hashes) {
		if (Number.isNaN(hash)) continue
		if (hash === free) zeros++
		// Multiplied, so that hashes that are near each other are not.
		let place = Math.imul((hash | 0) ^ Math.imul(hash / 2 ** 32, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits)
		while (seen[place] !== free && seen[place] !== hash) place = place + 1 === seen.length ? 0 : place + 1
		if (seen[place] === hash) repeated.add(hash)
		seen[place] = hash
	}
	if (zeros > 1) repeated.add(free)
	else repeated.delete(free)
	return new Float64Array(repeated)
}

/** What a place holds where nothing was put. */
const free = 0

/** The hashes of the keys of one block. */
interface Part {
	/** Of the first row of the block among all rows. */
	readonly position: number
	readonly hashes: Float64Array
	/** Where in the block each hash belongs; without it, hash i belongs to row i. */
	readonly rows: Uint32Array | undefined
}

/** Positions of rows. */
export interface Suspected {
	readonly all: Bits
	readonly last: Bits
}

/** The hashes of one kind of key, of all rows: 8 bytes a row, and as much again for a moment while it is searched. */
export class HashList {
	readonly #parts: Part[] = []

	/** Blocks are added in the order of the file. */
	add(position: number, hashes: Float64Array, rows?: Uint32Array): void {
		this.#parts.push({ position, hashes, rows })
	}

	/** A copy with other hashes for one block; nothing when they are the same. */
	with(block: number, hashes: Float64Array, rows?: Uint32Array): HashList | undefined {
		const before = this.#parts[block]
		if (before === undefined || (isSame(before.hashes, hashes) && isSame(before.rows, rows))) return undefined
		const copy = new HashList()
		copy.#parts.push(...this.#parts)
		copy.#parts[block] = { ...before, hashes, rows }
		return copy
	}

	/** Tells whether a hash is one of these: 8 bytes a row once it is asked, and a search in a sorted list. */
	membership(): (hash: number) => boolean {
		let sorted: Float64Array | undefined
		return (hash) => {
			sorted ??= this.#all().sort()
			let low = 0
			let high = sorted.length
			while (low < high) {
				const middle = (low + high) >>> 1
				// What is not a number stands last.
				if ((sorted[middle] as number) < hash) low = middle + 1
				else high = middle
			}
			return sorted[low] === hash
		}
	}

	/** The positions of all rows whose hash another row, or the same one again, has too; and of those the last ones of each hash. */
	async suspects(repeated: (hashes: Float64Array<ArrayBuffer>) => Promise<Float64Array>): Promise<Suspected> {
		const found = new Set(await repeated(this.#all()))
		const [all, last] = [new Bits(), new Bits()]
		if (found.size === 0) return { all, last }
		const left = new Set(found)
		for (const { position, hashes, rows } of this.#parts.toReversed())
			for (let index = hashes.length - 1; index >= 0; index--) {
				const hash = hashes[index] as number
				if (!found.has(hash)) continue
				const suspect = position + (rows?.[index] ?? index)
				all.add(suspect)
				if (left.delete(hash)) last.add(suspect)
			}
		return { all, last }
	}

	#all(): Float64Array<ArrayBuffer> {
		const all = new Float64Array(this.#parts.reduce((sum, { hashes }) => sum + hashes.length, 0))
		let length = 0
		for (const { hashes } of this.#parts) {
			all.set(hashes, length)
			length += hashes.length
		}
		return all
	}
}

/** The same bits: NaN is the same as NaN. */
function isSame(a: Float64Array | Uint32Array | undefined, b: Float64Array | Uint32Array | undefined): boolean {
	return a === b || (a?.length === b?.length && (a?.every((one, index) => Object.is(one, b?.[index])) ?? false))
}
