const size = 2 ** 20

/**
 * Counts how many different texts there are, in 128 KB whatever their number: a bit for each hash, and an estimate of how many share
 * one (linear counting). Exact for some hundreds, within a per mille for a million.
 */
export class DistinctCount {
	/** Plain, so that it can be sent between threads. */
	readonly bits: Uint32Array<ArrayBuffer>

	constructor(bits = new Uint32Array(size / 32)) {
		this.bits = bits
	}

	add(text: string): void {
		let hash = 0x811c9dc5
		for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
		// The last characters would otherwise move the lowest bits only.
		hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
		hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
		const place = (hash ^ (hash >>> 15)) >>> 12
		const word = place >>> 5
		this.bits[word] = (this.bits[word] ?? 0) | (1 << (place & 31))
	}

	merge(other: DistinctCount): void {
		for (let word = 0; word < this.bits.length; word++)
			this.bits[word] = (this.bits[word] ?? 0) | (other.bits[word] ?? 0)
	}

	get count(): number {
		let zeros = size
		const { bits } = this
		// Of a small file hardly any are there.
		for (let index = 0; index < bits.length; index++) {
			const word = bits[index] as number
			if (word !== 0) zeros -= ones(word)
		}
		return zeros === 0 ? size : Math.round(size * Math.log(size / zeros))
	}
}

function ones(word: number): number {
	let rest = word - ((word >>> 1) & 0x55555555)
	rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
	return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
