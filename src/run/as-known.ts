import type { Exists } from "../contract/expected.ts"
import { marks } from "../contract/packed/packed-map.ts"
import type { Listed } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"

/**
 * Of a listing, those whom this run created and who are there as it knows them: of a million they are nearly all, and nothing but a mark is
 * kept of each. Good for one listing, until the next one begins.
 */
export class AsKnown {
	readonly #state: RunState

	constructor(state: RunState) {
		this.#state = state
		state.numbers.unmark(marks.listed)
	}

	/**
	 * Takes a listed customer who need not be kept.
	 * @param isQuiet whether there is nothing to say of it, where it is listed this once
	 */
	takes(customer: Listed, isQuiet: (exists: Exists) => boolean): boolean {
		const { number, id } = customer
		if (this.#state.kind(number) !== "created") return false
		const exists = this.#state.existing(number)
		// Listed for the second time it is the same one.
		return (
			exists?.outcome.id === id && (this.#state.numbers.isMarked(number, marks.listed) || this.#take(exists, isQuiet))
		)
	}

	/** To be called when all were listed: whoever was taken counts beside others of its number. */
	complete(customers: Map<string, Listed[]>): void {
		for (const [number, others] of customers) {
			const taken = this.#of(number)
			if (taken) customers.set(number, [taken, ...others])
		}
	}

	/** As the run knows a customer who was taken. */
	#of(number: string): Listed | undefined {
		const exists = this.#state.numbers.isMarked(number, marks.listed) ? this.#state.existing(number) : undefined
		return exists && asListed(exists)
	}

	/** Whom the run created and who was not taken, when all were listed. */
	rest(): ReadonlySet<string> {
		const rest = new Set<string>()
		for (const { number } of this.#state.mapped((kind) => kind === "created", true)) rest.add(number)
		return rest
	}

	/** The number must be packed to be marked: who is kept as an object is kept listed, too. */
	#take(exists: Exists, isQuiet: (exists: Exists) => boolean): boolean {
		return isQuiet(exists) && this.#state.numbers.mark(exists.number, marks.listed)
	}
}

/** A customer as a listing has it that says nothing new. */
export function asListed({ number, outcome: { id, status, cards } }: Exists): Listed {
	return { id, number, ...(status === undefined ? {} : { status }), ...(cards ? { cards } : {}) }
}
