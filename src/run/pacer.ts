import type { Clock } from "../contract/ports.ts"
import { Stopper } from "./stopper.ts"

/** Milliseconds of sends that may be caught up after a late timer or a stall. */
const catchUp = 100
/** The window of the log is a little longer than a second, so that the server counts no more than the rate in any of its seconds. */
const windowPerSecond = 1_010

export type Turn = "go" | "blocked" | "stopped"

interface Waiter {
	resolve(turn: Turn): void
}

/**
 * Says when a request may leave. GCRA from an empty bucket gives the even spacing; a sliding log caps what any
 * second sees, whatever the event loop did. Turns are granted in the order they were asked for.
 */
export class Pacer {
	readonly #clock: Clock
	#rate: number
	#theoretical: number
	/** Times of the last sends, oldest first, no more than the rate's worth. */
	#sent: number[] = []
	#waiters: Waiter[] = []
	#openers: (() => void)[] = []
	#throttledUntil = 0
	#paused = false
	#stopped = false
	/** Ends the pending timer, once it is out of date. */
	#timer = new Stopper()

	/** @param rate requests per second; 0 for no limit */
	constructor(clock: Clock, rate: number) {
		this.#clock = clock
		this.#rate = rate
		this.#theoretical = clock.now() + catchUp
	}

	get rate(): number {
		return this.#rate
	}

	set rate(rate: number) {
		this.#rate = rate
		this.#grant()
	}

	/** Milliseconds until sending may go on after the server asked to slow down. */
	get throttledFor(): number {
		return Math.max(0, this.#throttledUntil - this.#clock.now())
	}

	/** Nobody sends for so many milliseconds; those who wait are told that they are blocked. */
	throttleFor(milliseconds: number): void {
		this.#throttledUntil = Math.max(this.#throttledUntil, this.#clock.now() + milliseconds)
		this.recall()
	}

	/** Those who wait for a place in the rate are told that they are blocked. */
	recall(): void {
		const waiters = this.#waiters
		this.#waiters = []
		for (const waiter of waiters) waiter.resolve("blocked")
		this.#grant()
	}

	/** Nobody sends until `resume`. */
	pause(): void {
		this.#paused = true
		this.recall()
	}

	resume(): void {
		this.#paused = false
		this.#grant()
	}

	/** Nobody sends any more. */
	stop(): void {
		this.#stopped = true
		this.#grant()
	}

	/** Resolves when sending is possible at all: neither paused nor throttled; or when stopped. */
	async ready(): Promise<void> {
		while (!this.#stopped && (this.#paused || this.throttledFor > 0)) {
			await new Promise<void>((resolve) => {
				this.#openers.push(resolve)
				this.#grant()
			})
		}
	}

	/** Waits for a place in the rate. Only `go` allows one request, at once; `blocked` asks to come back after `ready`. */
	turn(): Promise<Turn> {
		return new Promise((resolve) => {
			// Nobody waited: only lateness is caught up, not idleness, which would let a burst go.
			if (this.#waiters.length === 0 && this.#rate > 0)
				this.#theoretical = Math.max(this.#theoretical, this.#clock.now() + catchUp - 1_000 / this.#rate)
			this.#waiters.push({ resolve })
			if (!this.#stopped && (this.#paused || this.throttledFor > 0)) this.recall()
			else this.#grant()
		})
	}

	#grant(): void {
		this.#timer.abort()
		if (this.#stopped) {
			const waiters = this.#waiters
			this.#waiters = []
			for (const waiter of waiters) waiter.resolve("stopped")
			this.#open()
			return
		}
		if (this.#paused) return
		const throttled = this.throttledFor
		if (throttled > 0) {
			if (this.#openers.length > 0) this.#wake(throttled)
			return
		}
		this.#open()
		for (;;) {
			const waiter = this.#waiters[0]
			if (!waiter) return
			const wait = this.#wait()
			if (wait > 0) {
				this.#wake(wait)
				return
			}
			this.#waiters.shift()
			this.#note()
			waiter.resolve("go")
		}
	}

	#open(): void {
		const openers = this.#openers
		this.#openers = []
		for (const open of openers) open()
	}

	/** Milliseconds until the next send conforms. */
	#wait(): number {
		if (this.#rate <= 0) return 0
		const now = this.#clock.now()
		const most = Math.max(1, Math.floor(this.#rate))
		const first = this.#sent[this.#sent.length - most]
		const logged = first === undefined ? 0 : first + (windowPerSecond * most) / this.#rate - now
		return Math.max(this.#theoretical - catchUp - now, logged)
	}

	#note(): void {
		if (this.#rate <= 0) return
		const now = this.#clock.now()
		this.#theoretical = Math.max(this.#theoretical, now) + 1_000 / this.#rate
		this.#sent.push(now)
		const most = Math.max(1, Math.floor(this.#rate))
		if (this.#sent.length > 2 * most + 64) this.#sent = this.#sent.slice(-most)
	}

	#wake(milliseconds: number): void {
		const timer = new Stopper()
		this.#timer = timer
		void this.#clock.sleep(milliseconds, timer).then(() => {
			if (!timer.aborted) this.#grant()
		})
	}
}
