const attempts = 6
const base = 250
const longest = 10_000
const budget = { start: 20, most: 100 }

/** Milliseconds to wait before try `attempt` + 1: full jitter, so that rows that failed together do not return together. */
export function backoff(attempt: number, random: number): number {
	return random * Math.min(longest, base * 2 ** attempt)
}

/**
 * Whether a row that was certainly not applied is tried again: 6 times at most, and while the run as a whole
 * succeeds as often as it retries (each success earns a retry), so that a sick server is not answered with more load.
 */
export class RetryBudget {
	#left = budget.start

	earn(): void {
		this.#left = Math.min(budget.most, this.#left + 1)
	}

	spend(attempt: number): boolean {
		if (attempt >= attempts || this.#left < 1) return false
		this.#left -= 1
		return true
	}
}
