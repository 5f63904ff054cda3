/** A small seeded generator (mulberry32): the same seed gives the same run. */
export class Random {
	#state: number

	constructor(seed: number) {
		this.#state = seed >>> 0
	}

	/** 0 ≤ x < 1 */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0
		let mixed = this.#state
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}

	/** A whole number, 0 ≤ x < `limit` */
	below(limit: number): number {
		return Math.floor(this.next() * limit)
	}

	chance(probability: number): boolean {
		return this.next() < probability
	}

	pick<T>(values: readonly [T, ...T[]]): T {
		return values[this.below(values.length)] ?? values[0]
	}

	/** One of them; nothing of none. */
	among<T>(values: readonly T[]): T | undefined {
		return values[this.below(values.length)]
	}
}
