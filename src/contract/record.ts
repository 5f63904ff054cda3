import type { Outcome } from "./outcome.ts"

/** Where customers are created. `merchant` keys the ledger; the API key itself is never written anywhere. */
export interface EnvironmentIdentity {
	readonly url: string
	/** Identifies merchant and environment: a hash, so that it can name a file. */
	readonly merchant: string
	readonly merchantName?: string
	readonly kind: "sandbox" | "test" | "live" | "unknown"
	readonly key: "private" | "public" | "unknown"
}

export interface SourceIdentity {
	readonly name: string
	/** Bytes. */
	readonly size: number
	/** Lower-case hexadecimal SHA-256 of the file. */
	readonly sha256: string
}

/**
 * One line of the journal. No contact data, token or key ever goes into one. `at` is ISO 8601 UTC.
 * Rules: an `intent` is durable before its request leaves; at most one of `released`, `ambiguous` or `outcome` answers it.
 */
export type JournalRecord =
	| {
			readonly type: "run"
			readonly version: 1
			readonly run: string
			readonly at: string
			readonly source: SourceIdentity
			readonly environment: EnvironmentIdentity
			/** How the file is read and mapped: enough to read it again in the same way. */
			readonly reading: unknown
			readonly tool: string
	  }
	/** A process begins to work on the run. */
	| { readonly type: "session"; readonly at: string; readonly settings: unknown }
	/** The listing before sending is complete: no number that it holds gets an intent in this session. */
	| { readonly type: "baseline"; readonly at: string; readonly listed: number }
	| {
			readonly type: "intent"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly attempt: number
	  }
	/** The attempt was certainly not applied; the row is free to be tried again. */
	| {
			readonly type: "released"
			readonly at: string
			readonly number: string
			readonly attempt: number
			readonly code: string
	  }
	/** The attempt was sent and it is not known whether it was applied. */
	| {
			readonly type: "ambiguous"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly attempt: number
			readonly code: string
			readonly message: string
	  }
	| {
			readonly type: "outcome"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly outcome: Outcome
	  }
	/** The session ended in an orderly way. */
	| { readonly type: "end"; readonly at: string; readonly reason: string }

/** A write or sync of the journal failed: nothing may be sent until it is opened again. */
export class JournalFailed extends Error {
	override readonly name = "JournalFailed"
}
