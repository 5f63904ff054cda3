import type { StopSignal } from "../contract/ports.ts"

/** An abort controller and its signal in one, so that the engine needs nothing of its host. */
export class Stopper implements StopSignal {
	aborted = false
	readonly #listeners = new Set<() => void>()

	addEventListener(_type: "abort", listener: () => void): void {
		if (this.aborted) listener()
		else this.#listeners.add(listener)
	}

	removeEventListener(_type: "abort", listener: () => void): void {
		this.#listeners.delete(listener)
	}

	abort(): void {
		this.aborted = true
		const listeners = [...this.#listeners]
		this.#listeners.clear()
		for (const listener of listeners) listener()
	}
}
