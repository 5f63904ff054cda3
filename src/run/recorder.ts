import type { Outcome, OutcomeKind } from "../contract/outcome.ts"
import type { Clock, JournalPort } from "../contract/ports.ts"
import type { RunEvent } from "../contract/progress.ts"
import type { JournalRecord } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"

/** A record without its time. */
type Untimed<R> = R extends JournalRecord ? Omit<R, "at"> : never

/** The journal refused a record: nothing may be sent any more. */
export class Halted extends Error {
	override readonly name = "Halted"
}

/** Everything that happens goes through here: durable first, then known to the run, then told. */
export class Recorder {
	readonly #journal: JournalPort
	readonly #clock: Clock
	readonly #state: RunState
	readonly #observe: (event: RunEvent) => void
	/** Customers by how they ended; those in doubt are `unknown`. */
	readonly counts: Record<OutcomeKind, number>

	constructor(journal: JournalPort, clock: Clock, state: RunState, observe: (event: RunEvent) => void) {
		this.#journal = journal
		this.#clock = clock
		this.#state = state
		this.#observe = observe
		this.counts = state.counts
	}

	async append(record: Untimed<JournalRecord>): Promise<void> {
		const timed = { ...record, at: new Date(this.#clock.wall()).toISOString() }
		try {
			await this.#journal.append(timed)
		} catch (error) {
			throw halted(error)
		}
		if ("number" in timed) this.#count(timed.number, -1)
		this.#state.apply(timed)
		if ("number" in timed) this.#count(timed.number, 1)
		if (timed.type === "ambiguous")
			this.#observe({ type: "ambiguous", number: timed.number, row: timed.row, code: timed.code })
	}

	/** Notes that the bytes of an attempt leave now. Throws `Halted` when that cannot be written: then they must not leave. */
	leaving(number: string, attempt: number): void {
		this.#note(() => this.#journal.leaving(number, attempt))
	}

	/** The same of a card that is added. */
	leavingCard(token: string): void {
		this.#note(() => this.#journal.leavingCard(token))
	}

	#note(write: () => void): void {
		try {
			write()
		} catch (error) {
			throw halted(error)
		}
	}

	async outcome(number: string, row: number, outcome: Outcome): Promise<void> {
		await this.append({ type: "outcome", number, row, outcome })
		const { kind } = outcome
		const differs = "differs" in outcome && outcome.differs ? { differs: outcome.differs } : {}
		this.#observe({ type: "outcome", number, row, kind, ...differs })
	}

	#count(number: string, by: 1 | -1): void {
		const kind = this.#state.ended(number)
		if (kind) this.counts[kind] += by
	}
}

/** The same error as the reason to stop. */
export function halted(error: unknown): Halted {
	return new Halted(error instanceof Error ? error.message : String(error))
}
