/**
 * Trips on 5 doubts in a row, or on more than half of the last 20 requests. Requests that were under way together when trouble began
 * are one doubt: what befell them is one event.
 */
export class Breaker {
	readonly #recent: boolean[] = []
	#consecutive = 0
	#trouble = Number.NEGATIVE_INFINITY

	answered(): void {
		this.#consecutive = 0
		this.#note(false)
	}

	/** Trouble that all have in common began: what left before it is lost with it. */
	trouble(now: number): void {
		this.#trouble = now
	}

	/**
	 * A request ended in doubt.
	 * @param sentAt when it left, by the same clock as `trouble`
	 * @returns whether the run has to stop
	 */
	doubted(sentAt: number): boolean {
		if (sentAt < this.#trouble) return false
		this.#consecutive += 1
		this.#note(true)
		const doubts = this.#recent.filter(Boolean).length
		return this.#consecutive >= 5 || (this.#recent.length === 20 && doubts > 10)
	}

	#note(doubted: boolean): void {
		this.#recent.push(doubted)
		if (this.#recent.length > 20) this.#recent.shift()
	}
}
