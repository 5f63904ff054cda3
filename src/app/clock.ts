import type { Clock, StopSignal } from "../contract/ports.ts"

/** The longest time a timer takes. */
const longest = 2 ** 31 - 1

/** The real clock. */
export const systemClock: Clock = {
	now: () => performance.now(),
	wall: () => Date.now(),
	random: () => Math.random(),
	sleep: (milliseconds: number, signal?: StopSignal) =>
		new Promise((resolve) => {
			if (signal?.aborted) return resolve()
			const end = () => {
				clearTimeout(timer)
				signal?.removeEventListener("abort", end)
				resolve()
			}
			const timer = setTimeout(end, Math.min(milliseconds, longest))
			signal?.addEventListener("abort", end, { once: true })
		}),
}
