import { isMapped, type Mapped, type Outcome } from "./outcome.ts"
import type { JournalRecord } from "./record.ts"

/** What the journal says of one customer number. */
export type NumberState =
	| { readonly kind: "settled"; readonly row: number; readonly attempt: number; readonly outcome: Outcome }
	/** Sent, or perhaps sent, and not known whether applied. Never sent again without consent. */
	| {
			readonly kind: "ambiguous"
			readonly row: number
			readonly attempt: number
			/** When it was sent at the latest: milliseconds since 1970. */
			readonly at: number
			readonly code: string
			readonly message: string
			/** The request is under way: nothing is in doubt unless the program ends now. */
			readonly open: boolean
			/** A complete listing before the request did not hold the number: one match later is ours. */
			readonly baseline: boolean
			readonly earlier?: Doubt
	  }
	/** The last attempt was certainly not applied, or may be repeated by consent: free to be tried again. */
	| {
			readonly kind: "released"
			readonly attempt: number
			readonly code: string
			readonly earlier?: Doubt
	  }

/** An attempt before the last was in doubt, and may have been applied after all. */
export interface Doubt {
	readonly baseline: boolean
}

export type AmbiguousState = Extract<NumberState, { kind: "ambiguous" }>

const interrupted = {
	code: "interrupted",
	message: "The program ended between writing down the request and its answer; it may or may not have been sent.",
}

/** The state of a run: a fold over its journal, kept up to date with every record that is appended. */
export class RunState {
	readonly numbers = new Map<string, NumberState>()
	#baseline = false

	static of(records: Iterable<JournalRecord>, now = 0): RunState {
		const state = new RunState()
		for (const record of records) state.apply(record)
		state.interrupt(now)
		return state
	}

	/**
	 * Whoever sent has ended: requests under way are in doubt. When they left is not known, only that it was before now.
	 * @param now milliseconds since 1970
	 */
	interrupt(now: number): void {
		for (const [number, state] of this.numbers)
			if (state.kind === "ambiguous" && state.open) this.numbers.set(number, { ...state, open: false, at: now })
	}

	apply(record: JournalRecord): void {
		switch (record.type) {
			case "run":
			case "end":
				break
			case "session":
				this.interrupt(Date.parse(record.at))
				this.#baseline = false
				break
			case "baseline":
				this.#baseline = true
				break
			case "intent":
				this.#doubt(record, { ...interrupted, open: true, baseline: this.#baseline })
				break
			case "released": {
				const { attempt, code } = record
				const before = this.numbers.get(record.number)
				const earlier =
					before?.kind === "ambiguous" ? (before.earlier ?? (before.open ? undefined : before)) : undefined
				this.numbers.set(record.number, {
					kind: "released",
					attempt,
					code,
					...(earlier ? { earlier: { baseline: earlier.baseline } } : {}),
				})
				break
			}
			case "ambiguous": {
				const { code, message } = record
				const before = this.numbers.get(record.number)
				const baseline = before?.kind === "ambiguous" ? before.baseline : this.#baseline
				this.#doubt(record, { code, message, open: false, baseline })
				break
			}
			case "outcome":
				this.#settle(record)
		}
	}

	#doubt(
		{ number, row, attempt, at }: Extract<JournalRecord, { type: "intent" | "ambiguous" }>,
		doubt: Pick<AmbiguousState, "code" | "message" | "open" | "baseline">,
	): void {
		const before = this.numbers.get(number)
		const earlier = before?.kind === "settled" ? undefined : before?.earlier
		this.numbers.set(number, {
			kind: "ambiguous",
			row,
			attempt,
			at: Date.parse(at),
			...doubt,
			...(earlier ? { earlier } : {}),
		})
	}

	#settle({ number, row, outcome, at }: Extract<JournalRecord, { type: "outcome" }>): void {
		const before = this.numbers.get(number)
		const attempt = before?.attempt ?? 0
		if (outcome.kind !== "unknown") this.numbers.set(number, { kind: "settled", row, attempt, outcome })
		else {
			// An unknown row is still in doubt: it stays ambiguous, so that a later session looks again.
			const { code, message } = outcome
			const doubt = before?.kind === "ambiguous" ? before : { at: Date.parse(at), baseline: false }
			this.numbers.set(number, { ...doubt, kind: "ambiguous", row, attempt, code, message, open: false })
		}
	}

	get(number: string): NumberState | undefined {
		return this.numbers.get(number)
	}

	/** How the number ended so far; nothing while it is still to be sent. */
	outcome(number: string): Outcome | undefined {
		const state = this.numbers.get(number)
		switch (state?.kind) {
			case "settled":
				return state.outcome
			case "ambiguous":
				return { kind: "unknown", code: state.code, message: state.message }
			case "released":
			case undefined:
				return undefined
		}
	}

	/** The numbers in doubt. */
	*ambiguous(): Iterable<[string, AmbiguousState]> {
		for (const [number, state] of this.numbers) if (state.kind === "ambiguous" && !state.open) yield [number, state]
	}

	/** The numbers whose customers exist. */
	*mapped(): Iterable<{ readonly number: string; readonly row: number; readonly outcome: Mapped }> {
		for (const [number, state] of this.numbers)
			if (state.kind === "settled" && isMapped(state.outcome)) yield { number, row: state.row, outcome: state.outcome }
	}

	/** When the last request in doubt was sent: milliseconds since 1970; nothing when none is. */
	get lastInDoubt(): number | undefined {
		let last: number | undefined
		for (const [, { at }] of this.ambiguous()) last = Math.max(last ?? at, at)
		return last
	}

	/** Nothing of this run was applied or may have been: its environment may still be corrected. */
	get untouched(): boolean {
		for (const state of this.numbers.values())
			if (state.kind === "ambiguous" || (state.kind === "settled" && (isMapped(state.outcome) || state.attempt > 0)))
				return false
		return true
	}
}
