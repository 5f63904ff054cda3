const base = 250
const longest = 10_000

/** Milliseconds to wait before try `attempt` + 1: full jitter, so that those that failed together do not return together. */
export function backoff(attempt: number, random: number): number {
	return random * Math.min(longest, base * 2 ** attempt)
}
