/** Trips on 5 failures in a row, or on more than half of the last 20: failures that are not the row's own fault. */
export class Breaker {
	readonly #recent: boolean[] = []
	#consecutive = 0

	/** Notes how an attempt went; true when the run has to stop. */
	note(failed: boolean): boolean {
		this.#consecutive = failed ? this.#consecutive + 1 : 0
		this.#recent.push(failed)
		if (this.#recent.length > 20) this.#recent.shift()
		const failures = this.#recent.filter(Boolean).length
		return this.#consecutive >= 5 || (this.#recent.length === 20 && failures > 10)
	}
}
