import type { OutcomeKind } from "./outcome.ts"
import type { RunSnapshot } from "./progress.ts"

/** How far a run is, in customers: the figures that every screen goes by, so that one number is never another elsewhere. */
export interface Figures {
	/** Who exists: created now, there before, or found. */
	readonly there: number
	readonly declined: number
	/** Waiting for the cardholder. */
	readonly cardholders: number
	readonly notSent: number
	/** Sent, and not known whether they exist. */
	readonly doubts: number
	/** All of these: whatever the run came to. */
	readonly done: number
	/** Those that it has not come to. */
	readonly left: number
}

export function figuresOf({ counts, ambiguous, total }: Pick<RunSnapshot, "counts" | "ambiguous" | "total">): Figures {
	const sum = (...kinds: readonly OutcomeKind[]) => kinds.reduce((sum, kind) => sum + counts[kind], 0)
	const there = sum("created", "existing", "adopted", "renumbered")
	const [declined, cardholders, notSent] = [sum("rejected"), sum("verification-required"), sum("not-sent")]
	const doubts = ambiguous + sum("unknown", "conflict")
	const done = there + declined + cardholders + notSent + doubts
	return { there, declined, cardholders, notSent, doubts, done, left: Math.max(0, total - done) }
}
