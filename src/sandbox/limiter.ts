/** Milliseconds to wait when a request comes too early, 0 when it may pass. A token bucket of one second's requests. */
export type Limiter = (now: number) => number

export function limiter(rate: number): Limiter {
	let tokens = rate
	let last = 0
	return (now) => {
		tokens = Math.min(rate, tokens + ((now - last) * rate) / 1_000)
		last = now
		if (tokens < 1) return Math.ceil(((1 - tokens) * 1_000) / rate)
		tokens -= 1
		return 0
	}
}
