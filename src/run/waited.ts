import type { RunState } from "../contract/state.ts"

/** Moments by `clock.now()`, which nobody can set. */
interface Wait {
	/** From here on nothing was sent for any of them. */
	readonly since: number
	/** Here all customers were listed for the first time after that, and none of them was there. */
	readonly sought?: number
}

/**
 * How long the rows in doubt of a run have been waited for, from one session of a process to the next: what has been waited for once is not
 * waited for again. A new process knows nothing, as the clock on the wall may have been set.
 */
export class Waited {
	#wait: Wait | undefined
	/** By customer number, how often each had been sent. */
	#attempts: ReadonlyMap<string, number> = new Map()

	/** Nothing where one of them is new, or was sent since. */
	of(state: RunState): Wait | undefined {
		for (const [number, { attempt }] of state.doubts()) if (this.#attempts.get(number) !== attempt) return undefined
		return this.#wait
	}

	/** Nothing is under way any more. */
	begin(state: RunState, since: number): Wait {
		this.#attempts = new Map(Array.from(state.doubts(), ([number, { attempt }]) => [number, attempt]))
		this.#wait = { since }
		return this.#wait
	}

	soughtInVain(at: number): void {
		if (this.#wait) this.#wait = { ...this.#wait, sought: at }
	}
}
