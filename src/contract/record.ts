import { Refusal } from "../customer/refusal.ts"
import type { CardOutcome, Outcome, Spelled, StoredCard } from "./outcome.ts"
import type { Values } from "./values.ts"

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
	/** Where the file is what a sheet of a workbook became: `name` is the workbook's then, `size` and `sha256` are of the CSV. */
	readonly workbook?: WorkbookIdentity
}

export interface WorkbookIdentity {
	readonly sheet: string
	/** Bytes. */
	readonly size: number
	/** Lower-case hexadecimal SHA-256 of the workbook. */
	readonly sha256: string
}

/** What a log remembers of another one: so much of it was there, and it ended so. What is there later has to begin with it. */
export interface Witness {
	/** Which log: a run's name, or the name that a ledger gave itself. */
	readonly instance: string
	/** Bytes. */
	readonly length: number
	/** The hash that chains the next record to the last of these bytes. */
	readonly hash: string
}

/**
 * One record of the journal. No contact data, token or key ever goes into one. `at` is ISO 8601 UTC.
 * Rules: an `intent` is durable before its request leaves; at most one of `not-applied`, `ambiguous` or `outcome` answers it. What was
 * ambiguous stays so until an `outcome` or a `word` ends it.
 */
export type JournalRecord =
	| {
			readonly type: "run"
			readonly version: 1 | 2
			readonly run: string
			readonly at: string
			readonly source: SourceIdentity
			readonly environment: EnvironmentIdentity
			/** How the file is read and mapped: enough to read it again in the same way. */
			readonly reading: unknown
			readonly tool: string
	  }
	/** A process begins to work on the run. `sent`: the name of the notes of what left in it; the journal itself adds it. */
	| {
			readonly type: "session"
			readonly at: string
			readonly settings: unknown
			readonly ledger?: Witness
			readonly sent?: string
	  }
	/** The listing before sending is complete: no number that it holds gets an intent in this session. */
	| { readonly type: "listed"; readonly at: string; readonly customers: number }
	| {
			readonly type: "intent"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly attempt: number
			/** The card tokens that it spends, each as the hash that the ledger knows it by. */
			readonly tokens?: readonly string[]
			/** The rows of earlier runs that gave it back, as `run/row`. */
			readonly origins?: readonly string[]
	  }
	/** The attempt was certainly not applied: what was known of the number before it holds again. */
	| {
			readonly type: "not-applied"
			readonly at: string
			readonly number: string
			readonly attempt: number
			readonly code: string
	  }
	/**
	 * The attempt was sent and it is not known whether it was applied; attempt 0 is one that this run did not send itself, as `other` may be
	 * the same customer, perhaps.
	 */
	| {
			readonly type: "ambiguous"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly attempt: number
			readonly code: string
			readonly message: string
			readonly other?: Spelled
	  }
	/** A number in doubt may be sent once more, by consent. It stays in doubt. */
	| { readonly type: "consent"; readonly at: string; readonly number: string }
	/**
	 * A person says what became of a number in doubt, or which of several customers it is. `id`: Intergiro has it under this one, and under the
	 * number `given` where that is another one; without, it has none.
	 */
	| {
			readonly type: "word"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly id?: string
			readonly given?: string
	  }
	| {
			readonly type: "outcome"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly outcome: Outcome
	  }
	/**
	 * A card is about to be added to a customer who exists, who has `before` cards now, of which `alike` may be this one by what its token says,
	 * and for whom other runs sent `others` cards; `token` is its token, as the hash that the ledger knows it by, and `beside` those of the other
	 * cards that the file has of the customer. Durable before its request leaves.
	 */
	| {
			readonly type: "card-intent"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly id: string
			readonly token: string
			readonly before: number
			readonly were?: readonly StoredCard[]
			readonly alike?: number
			readonly others?: number
			readonly beside?: readonly string[]
	  }
	/** The card was certainly not added, and its token not spent. */
	| {
			readonly type: "card-not-applied"
			readonly at: string
			readonly number: string
			readonly token: string
			readonly code: string
	  }
	/** It was sent, and it is not known whether the card was added. It is never sent again. */
	| {
			readonly type: "card-ambiguous"
			readonly at: string
			readonly number: string
			readonly token: string
			readonly code: string
			readonly message: string
	  }
	| {
			readonly type: "card-outcome"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly token: string
			readonly outcome: CardOutcome
	  }
	/** A person says of a card in doubt whether Intergiro stored it. */
	| {
			readonly type: "card-word"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly token: string
			readonly stored: boolean
	  }
	/**
	 * A person looked at a customer who exists by the journal. `removed`: somebody removed it there on purpose; `right`: these fields are as
	 * they have to be, although they are other than was sent or than the file has them; `values`: what Intergiro had of them, where that is known.
	 */
	| {
			readonly type: "said"
			readonly at: string
			readonly number: string
			readonly row: number
			readonly removed?: true
			readonly right?: readonly string[]
			readonly values?: Words
	  }
	/** A person goes on although these fields of customers come back other than they were sent. */
	| { readonly type: "accepted"; readonly at: string; readonly fields: readonly string[] }
	/** In the look at the end of the run: a customer that exists by the journal, and that Intergiro does not list as it should be. */
	| ({ readonly type: "amiss"; readonly at: string; readonly number: string } & Amiss)
	/** In the same look: what Intergiro lists of a customer of whom something else was known. */
	| ({ readonly type: "seen"; readonly at: string; readonly number: string } & Seen)
	/** The look at the end is complete: every other customer is listed once, under its id, and with its cards where the listing has any. */
	| { readonly type: "looked"; readonly at: string; readonly customers: number }
	/**
	 * What another run saw at `seenAt` of a customer who exists by the journal, later than this one looked: as `amiss` and `seen` of a look; without
	 * `amiss` it is as it should be.
	 */
	| {
			readonly type: "heard"
			readonly at: string
			readonly number: string
			readonly seenAt: string
			readonly amiss?: Amiss
			readonly seen?: Seen
			/** What a person said of the values that were seen: of nothing else any more. */
			readonly words?: Words
	  }
	/** The session ended in an orderly way. `requests`: those that left in it to create a customer or to add a card. */
	| {
			readonly type: "end"
			readonly at: string
			readonly reason: string
			readonly requests?: number
			readonly ledger?: Witness
	  }

/** Whether it is what a person said between two sessions, and so belongs to none. */
export function isWord({ type }: JournalRecord): boolean {
	return type === "word" || type === "card-word" || type === "said"
}

/** What a person said is right: the fingerprints of the values that it was said of, by their places. */
export type Words = Readonly<Record<string, string>>

/** What the listing at the end of a run has of a customer who is not there as it should be. */
export interface Amiss {
	/** The ids that it has for the number: none, another one or several, or the right one with too few cards. */
	readonly found: readonly string[]
	/** The number under which it has the customer's id, where that is another one. */
	readonly under?: string
	/** How many cards it has, where those are fewer than there should be, or where an added one is not among them. */
	readonly cards?: number
}

/** What the listing at the end of a run says of a customer, as far as it was not known. */
export interface Seen {
	readonly status?: string
	readonly cards?: readonly StoredCard[]
	/** The number under which it is listed. */
	readonly as?: string
	/** In what it is other than the file now, of one who was there before or whom a person named: paths in the request. */
	readonly differs?: readonly string[]
	/** What it has, of one who is, or once was, other than a file. */
	readonly values?: Values
	/** A card that another run sent is not with it, so that all are told what it has. */
	readonly isUnlike?: true
}

/** A write or sync of the journal failed: nothing may be sent until it is opened again. */
export class JournalFailed extends Refusal {
	override readonly name = "JournalFailed"
	override readonly ending = "stopped"

	override get explanation(): string {
		return `${this.message} See to the disk, then start again to go on.`
	}
}
