/** A growing set of small whole numbers, one bit each. */
export class Bits {
	size = 0
	#words = new Uint32Array(32)

	/** All whole numbers from 0 to below `end`. */
	static below(end: number): Bits {
		const bits = new Bits()
		bits.#words = new Uint32Array((end >>> 5) + 1).fill(0xffffffff)
		bits.#words[end >>> 5] = (1 << (end & 31)) - 1
		bits.size = end
		return bits
	}

	/** Returns whether `index` was not in the set before. */
	add(index: number): boolean {
		const word = index >>> 5
		if (word >= this.#words.length) {
			const larger = new Uint32Array(Math.max(word + 1, Math.ceil(this.#words.length * 1.5)))
			larger.set(this.#words)
			this.#words = larger
		}
		const before = this.#words[word] ?? 0
		const after = before | (1 << (index & 31))
		if (after >>> 0 === before) return false
		this.#words[word] = after
		this.size++
		return true
	}

	delete(index: number): void {
		if (!this.has(index)) return
		this.#words[index >>> 5] = (this.#words[index >>> 5] ?? 0) & ~(1 << (index & 31))
		this.size--
	}

	has(index: number): boolean {
		return ((this.#words[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0
	}

	/** Whether any of `from` ≤ index < `to` is in the set. */
	hasBetween(from: number, to: number): boolean {
		return this.#next(from) < to
	}

	/** Adds all members of another set. */
	merge(other: Bits): void {
		for (const index of other) this.add(index)
	}

	/** The members that are not in another set. */
	without(other: Bits): Bits {
		const rest = this.clone()
		for (const index of other) rest.delete(index)
		return rest
	}

	clone(): Bits {
		const copy = new Bits()
		copy.#words = this.#words.slice()
		copy.size = this.size
		return copy
	}

	/** The members in ascending order. */
	*[Symbol.iterator](): Iterator<number> {
		for (let index = this.#next(0); index !== Number.POSITIVE_INFINITY; index = this.#next(index + 1)) yield index
	}

	/** The smallest member that is not below `from`; infinity when there is none. */
	#next(from: number): number {
		for (let index = from; index >>> 5 < this.#words.length; ) {
			const word = (this.#words[index >>> 5] ?? 0) >>> (index & 31)
			if (word !== 0) return index + 31 - Math.clz32(word & -word)
			index = ((index >>> 5) + 1) << 5
		}
		return Number.POSITIVE_INFINITY
	}
}
