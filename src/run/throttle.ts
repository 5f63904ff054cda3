/** A server that says "try later" and not when: doubling from a second. */
const unsaid = { first: 1_000, longest: 60_000 }
/** A longer wait than this is better spent with the run stopped: 15 minutes. */
export const longestPause = 15 * 60_000
const day = 24 * 60 * 60_000
/** Pauses in a row without one answer in between. */
const rounds = 10
/** Increase each second: this share of the asked rate, or of the allowed one where no limit was asked. */
const recovery = { asked: 0.05, allowed: 0.25 }
/** Requests per second to begin again with where no limit was asked. */
const least = 20

export type Throttling =
	/** Everyone pauses; then goes on at this rate. */
	| { readonly kind: "pause"; readonly milliseconds: number; readonly rate: number }
	/** Belongs to a pause that was already answered. */
	| { readonly kind: "same" }
	| { readonly kind: "give-up"; readonly message: string }

/** In words, that nobody waits so many milliseconds. */
export function tooLong(milliseconds: number): string {
	if (milliseconds > day) return "Intergiro says to wait longer than a day."
	return `Intergiro asks to wait for ${Math.ceil(milliseconds / 60_000)} minutes.`
}

/** Additive increase, multiplicative decrease of the rate; never above what was asked. */
export class Throttle {
	#asked: number
	#allowed: number
	#rounds = 0
	#pausedUntil = Number.NEGATIVE_INFINITY
	#grown = 0

	/** @param asked requests per second; 0 for no limit */
	constructor(asked: number) {
		this.#asked = asked
		this.#allowed = asked
	}

	get asked(): number {
		return this.#asked
	}

	ask(rate: number): void {
		this.#asked = rate
		this.#allowed = rate
	}

	/**
	 * A request was answered "try later".
	 * @param sentAt when it left; one that left before the last pause ended tells nothing new
	 * @param achieved sends of the last second, to have something to halve where no limit was asked
	 */
	throttled(now: number, sentAt: number, wait: number | undefined, achieved: number): Throttling {
		if (sentAt < this.#pausedUntil) {
			if (wait === undefined || now + wait <= this.#pausedUntil) return { kind: "same" }
		} else {
			this.#rounds += 1
			this.#allowed =
				this.#asked > 0
					? Math.min(this.#asked, Math.max(1, this.#allowed / 2))
					: Math.max(1, this.#allowed > 0 ? this.#allowed / 2 : Math.max(least, achieved / 2))
		}
		if (wait !== undefined && wait > longestPause) return { kind: "give-up", message: tooLong(wait) }
		if (this.#rounds > rounds)
			return { kind: "give-up", message: `Intergiro answered “try later” ${this.#rounds} times in a row.` }
		const milliseconds = wait ?? Math.min(unsaid.longest, unsaid.first * 2 ** (this.#rounds - 1))
		this.#pausedUntil = now + milliseconds
		this.#grown = this.#pausedUntil
		return { kind: "pause", milliseconds, rate: this.#allowed }
	}

	/** A request was answered otherwise: the rate that is allowed now. */
	answered(now: number): number {
		if (now >= this.#pausedUntil) this.#rounds = 0
		if (this.#allowed !== this.#asked && now > this.#grown) {
			const step = Math.max(1, this.#asked > 0 ? this.#asked * recovery.asked : this.#allowed * recovery.allowed)
			const grown = this.#allowed + (step * (now - this.#grown)) / 1_000
			this.#allowed = this.#asked > 0 ? Math.min(this.#asked, grown) : grown
			this.#grown = now
		}
		return this.#allowed
	}
}
