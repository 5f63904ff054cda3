/** Leave to have one request under way; of no use once the lane has become narrow since. */
export interface Ticket {
	readonly generation: number
}

/**
 * How many may try at once: as many as like to, or, while the server is unwell or out of reach, one at a time. Whoever waits here has
 * written nothing down, so that an outage leaves nothing in doubt.
 */
export class Lane {
	#generation = 0
	#isNarrow = false
	#isOpen = false
	readonly #under = new Set<Ticket>()
	#waiting: (() => void)[] = []

	get isNarrow(): boolean {
		return this.#isNarrow
	}

	/** Resolves when one more may try. Everyone who entered has to leave. */
	async enter(): Promise<Ticket> {
		while (this.#isNarrow && !this.#isOpen && this.#under.size > 0)
			await new Promise<void>((resolve) => this.#waiting.push(resolve))
		const ticket = { generation: this.#generation }
		this.#under.add(ticket)
		return ticket
	}

	leave(ticket: Ticket): void {
		if (this.#under.delete(ticket)) this.#wake()
	}

	/** Whether a request may still leave with this ticket. */
	admits({ generation }: Ticket): boolean {
		return generation === this.#generation
	}

	/** From now on one at a time, once those under way have ended; who has not sent yet has to come back. */
	narrow(): void {
		if (this.#isNarrow) return
		this.#isNarrow = true
		this.#generation += 1
	}

	/** What was sent with this ticket went well: as many as like to, if it left after the trouble began. */
	widen(ticket: Ticket): void {
		if (!this.#isNarrow || !this.admits(ticket)) return
		this.#isNarrow = false
		this.#wake()
	}

	/** Nobody waits here any more. */
	open(): void {
		this.#isOpen = true
		this.#wake()
	}

	#wake(): void {
		const waiting = this.#waiting
		this.#waiting = []
		for (const wake of waiting) wake()
	}
}
