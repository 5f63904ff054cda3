const slots = 20
const slot = 50
const kept = 63

/** Requests of the last second, and the median of the last answers' times. */
export class Meter {
	readonly #counts = new Array<number>(slots).fill(0)
	#current = 0
	readonly #latencies: number[] = []

	sent(now: number): void {
		this.#advance(now)
		this.#counts[this.#current % slots] = (this.#counts[this.#current % slots] ?? 0) + 1
	}

	answered(milliseconds: number): void {
		this.#latencies.push(milliseconds)
		if (this.#latencies.length > kept) this.#latencies.shift()
	}

	/** Requests in the last second. */
	rate(now: number): number {
		this.#advance(now)
		return this.#counts.reduce((sum, count) => sum + count, 0)
	}

	/** Milliseconds; nothing before the first answer. */
	get latency(): number | undefined {
		return [...this.#latencies].sort((a, b) => a - b)[this.#latencies.length >> 1]
	}

	#advance(now: number): void {
		const current = Math.floor(now / slot)
		for (let past = Math.max(this.#current + 1, current - slots + 1); past <= current; past++)
			this.#counts[past % slots] = 0
		this.#current = current
	}
}
