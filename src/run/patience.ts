import type { Clock } from "../contract/ports.ts"
import { defaultSettings } from "./settings.ts"

/** Milliseconds between tries of what has answered before: soon at first, as most outages are short; the last goes on. */
const known = [500, 1_000, 2_000, 4_000, 5_000]
/** An address that has never answered is more likely wrong than out of order: three tries in about ten seconds. */
const unknown = [4_000, 6_000]
const jitter = 0.1

/**
 * How long what cannot be reached is tried again. Only what certainly was not applied is any of its business: such a request can
 * be tried as often as it takes.
 */
export class Patience {
	readonly #clock: Clock
	readonly #limit: number
	#isKnown = false
	#tries = 0
	#began = 0
	#next = 0
	#message = ""

	/** @param limit milliseconds */
	constructor(clock: Clock, limit: number = defaultSettings.patience) {
		this.#clock = clock
		this.#limit = limit
	}

	/** Nothing gets through at the moment. */
	get isTried(): boolean {
		return this.#tries > 0
	}

	/** What is wrong, as a sentence. */
	get message(): string {
		return this.#message
	}

	/** Milliseconds until the next try. */
	get wait(): number {
		return this.isTried ? Math.max(0, this.#next - this.#clock.now()) : 0
	}

	/** Milliseconds for which it is tried again at all. */
	get left(): number {
		return Math.max(0, this.#began + this.#limit - this.#clock.now())
	}

	/** An answer came: the address is right. */
	answered(): void {
		this.#isKnown = true
	}

	/** Something got through that was sent since. True when that ends an outage. */
	reached(): boolean {
		const isOver = this.isTried
		this.answered()
		this.#tries = 0
		return isOver
	}

	/**
	 * A try did not get through.
	 * @returns false when there is no sense in another one
	 */
	failed(message: string): boolean {
		const now = this.#clock.now()
		if (!this.isTried) this.#began = now
		this.#message = message
		const pause = this.#isKnown ? (known[this.#tries] ?? known.at(-1)) : unknown[this.#tries]
		this.#tries += 1
		if (pause === undefined || this.left === 0) return false
		this.#next = now + Math.min(this.left, pause * (1 - jitter * this.#clock.random()))
		return true
	}

	/** Why it ends, in words. */
	get end(): string {
		const { seconds } = this
		const tried = `${this.#tries} ${this.#tries === 1 ? "time" : "times"}`
		return this.#isKnown
			? `${this.#message} It was tried again for ${duration(seconds)}, ${tried}.`
			: `${this.#message} It was tried ${tried} in ${duration(seconds)}, and this address has not answered before: look whether the URL is right.`
	}

	get seconds(): number {
		return Math.round((this.#clock.now() - this.#began) / 1_000)
	}
}

function duration(seconds: number): string {
	return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}
