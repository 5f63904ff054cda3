import { type Sentences, told } from "../customer/sentences.ts"
import { type CardOutcome, type OutcomeKind, outcomeKinds } from "./outcome.ts"

export type Phase = "ready" | "preflight" | "sending" | "settling" | "looking" | "ended"

/** Why a run stopped before every row had its outcome. Everything here can be resumed. */
export type StopReason =
	| { readonly kind: "asked" }
	/** `--first N` rows were sent and more remain. */
	| { readonly kind: "first"; readonly count: number }
	| { readonly kind: "breaker"; readonly message: string }
	/** What could not be reached was waited for in vain, or never answered at all. */
	| { readonly kind: "unreachable"; readonly message: string }
	/** So many customers in a row were refused for one and the same reason. */
	| { readonly kind: "refusals"; readonly code: string; readonly count: number; readonly message: string }
	/** Customers came back other than they were sent, before it was proved that they come back right. */
	| { readonly kind: "differences"; readonly fields: readonly string[]; readonly message: string }
	| { readonly kind: "wrong-environment"; readonly code: string; readonly message: string }
	| { readonly kind: "throttled"; readonly message: string }
	| { readonly kind: "listing-failed"; readonly message: string }
	/** Customers cannot be read one by one, so that no card is added. */
	| { readonly kind: "reading-failed"; readonly message: string }
	| { readonly kind: "journal-failed"; readonly message: string }

/** What a run that has paused by itself wants to know of a person: to go on, or to stop for this reason. */
export type Asking = Extract<StopReason, { readonly kind: "refusals" | "differences" }>

/** Why everyone waits, and how many milliseconds more. */
export type Waiting =
	| { readonly why: "throttled"; readonly milliseconds: number }
	/** Until what may still take effect can be looked for; `at`: when that is, in milliseconds since 1970. */
	| { readonly why: "settling"; readonly milliseconds: number; readonly at: number }
	/** Until the next try; `left`: how long it is tried again at all. `message`: what is wrong, as a sentence. */
	| {
			readonly why: "unreachable"
			readonly milliseconds: number
			readonly left: number
			readonly message: string
	  }

/** Cards that were added, and those that were not: held back, refused, or in doubt. */
export interface CardCounts {
	readonly added: number
	readonly others: number
}

/** What a screen shows of a run; taken whenever the screen wants to, at any rate. Counts are customers. */
export interface RunSnapshot {
	readonly phase: Phase
	/** A person paused it, or it paused by itself and asks. */
	readonly paused: boolean
	readonly asking?: Asking
	/** Customers of the file that can be created. */
	readonly total: number
	readonly counts: Readonly<Record<OutcomeKind, number>>
	/** Sent, not known whether applied, and still to be settled. */
	readonly ambiguous: number
	readonly inFlight: number
	/** Customers at Intergiro that were read so far, while they are. */
	readonly listed?: number
	/** Requests sent in this session. */
	readonly sent: number
	/** Where cards are added to customers who exist: those that this session added, and those that it did not. */
	readonly cards?: CardCounts
	/** Asked and now allowed requests a second (0: no limit), and those sent in the last second. */
	readonly rate: { readonly asked: number; readonly allowed: number; readonly achieved: number }
	readonly concurrency: number
	/** Milliseconds of the last answers, median. */
	readonly latency?: number
	/** Milliseconds that the oldest request in flight has been waiting for its answer. */
	readonly oldest?: number
	readonly waiting?: Waiting
	/** Rows in doubt that are not found are sent again: a person said so. */
	readonly resends?: true
	/** Milliseconds since the session began. */
	readonly elapsed: number
	readonly stop?: StopReason
}

export function noCounts(): Record<OutcomeKind, number> {
	return Object.fromEntries(outcomeKinds.map((kind) => [kind, 0])) as Record<OutcomeKind, number>
}

/** What happens while a run goes on; durable before it is told. */
export type RunEvent =
	| { readonly type: "phase"; readonly phase: Phase }
	/** `differs`: what came back other than it was sent. */
	| {
			readonly type: "outcome"
			readonly number: string
			readonly row: number
			readonly kind: OutcomeKind
			readonly differs?: readonly string[]
	  }
	/** What became of a card that was to be added to a customer who exists. */
	| {
			readonly type: "card"
			readonly number: string
			readonly row: number
			readonly kind: CardOutcome["kind"] | "in-doubt" | "waiting"
			/** In words, where it was not added. */
			readonly message?: string
	  }
	| { readonly type: "ambiguous"; readonly number: string; readonly row: number; readonly code: string }
	| { readonly type: "throttled"; readonly status: number; readonly milliseconds: number; readonly rate: number }
	/** Nothing gets through: one request tries again after so many milliseconds, and then every few seconds; all others wait. */
	| { readonly type: "unreachable"; readonly code: string; readonly message: string; readonly milliseconds: number }
	/** Something got through again. */
	| { readonly type: "reachable" }
	/** It paused by itself, until a person says how it goes on. */
	| { readonly type: "asking"; readonly asking: Asking }
	| { readonly type: "cannot-list"; readonly message: string }
	| { readonly type: "cannot-look"; readonly message: string }
	| { readonly type: "cannot-resend"; readonly message: Sentences }
	/** `unnumbered`: customers at Intergiro that have no number, so that nobody can tell whether the file has them. */
	| { readonly type: "listed"; readonly customers: number; readonly unnumbered: number }
	| { readonly type: "stop"; readonly reason: StopReason }

/** In a sentence, with what to do. */
export function describeStop(reason: StopReason): Sentences {
	switch (reason.kind) {
		case "asked":
			return "Stopped as asked. Start it again to go on."
		case "first":
			return reason.count === 0
				? "Rows in doubt were looked for, and nothing was sent. Start again to go on."
				: `Stopped after ${reason.count} ${reason.count === 1 ? "row" : "rows"}, as asked. Look at them, then start again without a limit to go on.`
		case "breaker":
			return `${reason.message} Nothing more was sent. Find out what is wrong, then start again to go on.`
		case "unreachable":
			return `${reason.message} Start again to go on once it can be reached.`
		case "refusals":
			return `${reason.message} Nothing more was sent. If this is as it has to be, start again to go on.`
		case "differences":
			return told`${reason.message} Nothing more was sent. Look at it at Intergiro. ${mayBeLetterCase(reason) ? told`Where something is missing there, it may know names of fields in snake_case only: ${{ way: "snake-case" }}. ` : ""}If it is as it has to be, ${{ way: "accept-differences" }}.`
		case "wrong-environment":
			return `${reason.message} Nothing more was sent. Correct the key or the URL, then start again to go on.`
		case "throttled":
			return `${reason.message} Start again later to go on, at a lower rate perhaps.`
		case "listing-failed":
			return `The customers could not be listed: ${reason.message} Start again to try once more.`
		case "reading-failed":
			return `The customers could not be read: ${reason.message} No card was added without that. Start again to go on.`
		case "journal-failed":
			return `${reason.message} Nothing was sent that is not written down. Make room or repair the disk, then start again to go on.`
	}
}

/** Whether what came back otherwise may be so as names of fields are written: cards have none. */
export function mayBeLetterCase({ fields }: Extract<StopReason, { readonly kind: "differences" }>): boolean {
	return fields.some((path) => path !== "method" && !path.startsWith("method."))
}
