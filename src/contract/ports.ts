import type { Creatable, Method } from "../customer/creatable.ts"
import type { Answer, CardAnswer } from "./answer.ts"
import type { SaidThere } from "./card-word.ts"
import type { LackingCard, LaterCard } from "./lacking.ts"
import type { CameBack, Refusal, Spelled, StoredCard } from "./outcome.ts"
import type { JournalRecord, Witness } from "./record.ts"
import type { Sighting } from "./sighting.ts"
import type { Hash, Values } from "./values.ts"

/** Something that can be told to stop waiting; an `AbortSignal` fits. */
export interface StopSignal {
	readonly aborted: boolean
	addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void
	removeEventListener(type: "abort", listener: () => void): void
}

export interface Clock {
	/** Milliseconds, monotonic, of any origin. For pacing and waiting. */
	now(): number
	/** Milliseconds since 1970. For what is written down. */
	wall(): number
	/** Resolves after `milliseconds`, or as soon as `signal` aborts; never rejects. */
	sleep(milliseconds: number, signal?: StopSignal): Promise<void>
	/** 0 ≤ x < 1. For jitter only. */
	random(): number
}

/** A customer as Intergiro lists it; every other field is ignored. */
export interface Listed extends Pick<CameBack, "status" | "cards"> {
	readonly id: string
	readonly number: string
	/**
	 * In what it is other than what was sent or the file has, as paths in the request; of customers for whom that was asked. Of one whose
	 * `person` alone was asked for it is its name and e-mail that count, where it has them.
	 */
	readonly compare?: (sent: Creatable) => readonly string[]
	/** Whether it is the person of the file by name and e-mail; nothing where neither can be compared. */
	readonly isPerson?: (sent: Creatable) => boolean | undefined
	/** What it has, of customers who are compared: of one whose `person` alone was asked for its name and e-mail. */
	readonly values?: (hash: Hash) => Values
}

/** What is kept of a listed customer to be compared: all of it, also what is missing there; all that has a value there; or who it is. */
export type Compared = "whole" | "values" | "person"

/** One page of the listing, or why there is none. */
export type Page =
	| {
			readonly kind: "page"
			readonly customers: readonly Listed[]
			/** Customers without a number, which are not among them. */
			readonly unnumbered: number
			readonly continuation?: string
	  }
	/** 401, 403, 404 or 405: as the answer to the first page, this key may not list. */
	| { readonly kind: "forbidden"; readonly status: number; readonly message: string }
	| { readonly kind: "throttled"; readonly status: number; readonly wait?: number; readonly message: string }
	/** Reading is always safe to repeat. `unreachable`: nothing got through, so that it is waited for. */
	| { readonly kind: "failed"; readonly code: string; readonly message: string; readonly unreachable?: boolean }
	/** It cannot be understood, and asking again would change nothing. */
	| { readonly kind: "unusable"; readonly message: string }

/** One customer as Intergiro has it, or why that is not known. */
export type Found =
	| {
			readonly kind: "customer"
			/** In what it is another customer than the one that was expected: id, number, name or e-mail, as paths in the request. */
			readonly others: readonly string[]
			/** As Intergiro has it, where it is another one than was expected. */
			readonly number?: string
			/** Nothing where it does not say what cards there are. */
			readonly cards?: readonly StoredCard[]
	  }
	| { readonly kind: "missing" }
	| Exclude<Page, { readonly kind: "page" }>

/** Some of the customers that are listed. */
export type Choice = (customer: Listed) => boolean

/** Those of them that are compared, and in what. */
export type Comparison = (number: string, id: string) => Compared | undefined

export interface Api {
	/** Whether this key may list: `maybe` when the key says nothing of itself. */
	readonly listing: "yes" | "no" | "maybe"
	/**
	 * Sends exactly one request. Never rejects: whatever happens is an `Answer`.
	 * @param leaving called at the last moment before bytes leave; when it throws, none does
	 */
	create(creatable: Creatable, leaving?: () => void): Promise<Answer>
	/**
	 * Adds a card to a customer who exists. Sends exactly one request. Never rejects.
	 * @param id as Intergiro knows the customer
	 * @param leaving called at the last moment before bytes leave; when it throws, none does
	 */
	addCard(id: string, method: Method, leaving?: () => void): Promise<CardAnswer>
	/**
	 * Reads one customer, and compares it with what the file has of it. Never rejects.
	 * @param number the customer number that it has to have
	 */
	read(id: string, number: string, expected: Creatable): Promise<Found>
	/**
	 * Reads one page. Never rejects.
	 * @param compared customers that are to be compared with what was sent or the file has: as much of them is kept until then
	 */
	list(continuation?: string, compared?: Comparison): Promise<Page>
}

export interface JournalPort {
	/**
	 * Appends and resolves when the record is durable. Records become durable in the order of the calls.
	 * Rejects when a write or sync failed; every later append then rejects too.
	 */
	append(record: JournalRecord): Promise<void>
	/**
	 * Notes, without waiting for the disk, that the bytes of an attempt leave now: after a kill it tells what never left from what may
	 * have arrived. Throws when it cannot be written.
	 */
	leaving(number: string, attempt: number): void
	/** The same of a card that is added; `token` as in its intent. */
	leavingCard(token: string): void
}

/** One customer to be created: a valid row, or several rows joined into one customer. */
export interface Entry {
	/** The first row, as a spreadsheet numbers it. */
	readonly row: number
	/** Further rows joined into this customer. */
	readonly joined?: readonly number[]
	readonly number: string
	readonly creatable: Creatable
	/** The row comes from an `unknown.csv`: it was sent before and must be resolved before anything else. */
	readonly ambiguous?: boolean
	/** An earlier import gave the row back unsent, with another number: this one must not be that of somebody who is known. */
	readonly changed?: boolean
	/** The rows of earlier runs that gave it back, as `run/row`: those that it was first. */
	readonly origins?: readonly string[]
	/** Card tokens that the file has in its rows, and in whose place a person wrote others: this is their customer, unless a person says otherwise. */
	readonly replaced?: readonly string[]
}

/** How a row of a run is called wherever it comes back later, under whatever customer number. */
export function originOf(run: string, row: number): string {
	return `${run}/${row}`
}

/**
 * The valid rows of the file, in order, in batches; pulled only as places free up.
 * @param wanted numbers of those that are made into customers; others may be among them
 */
export type Entries = (wanted?: (number: string) => boolean) => AsyncIterable<readonly Entry[]>

/** What earlier runs know of a customer number. */
export type LedgerEntry =
	/**
	 * `under`: the number that it has at Intergiro, where a person says that it is another one. `isBare`: that run created it without a card;
	 * `cards`: with so many, where that is known; `made`: which came back then.
	 */
	| {
			readonly state: "exists"
			readonly id: string
			readonly run: string
			readonly under?: string
			readonly isBare?: boolean
			readonly cards?: number
			readonly made?: readonly StoredCard[]
	  }
	/** Sent by that run, and never resolved, but where it says otherwise. `listed`: a complete listing before it was sent did not hold it. */
	| ({ readonly state: "unknown"; readonly run: string; readonly listed: boolean } & NeverSent)

/** Why a run has a number in doubt that it did not send, or that was refused. */
export interface NeverSent {
	/** This one may be the same customer, in another spelling. */
	readonly other?: Pick<Spelled, "number" | "id">
	/** Its row was sent under this other number after it was given back, and may exist there. */
	readonly sentAs?: string
}

/** A card token that Intergiro refused, in that run and for that customer number. */
export interface Refused {
	readonly number: string
	readonly run: string
	readonly refusal: Refusal
	/** When it was added to a customer who existed: what else that one has may be from before. */
	readonly isAdded?: true
}

/** Another run sent a card of a customer to be added, and does not know whether it was stored. */
export interface CardElsewhere {
	readonly run: string
	readonly folder: string
	/** It is the very card that was asked about. */
	readonly isThis: boolean
}

/** A card that was to be added, and by a person's word was not stored: the run that sent it sends it once more. */
export type CardAbsent = Pick<CardElsewhere, "run" | "folder">

/** A card that came of a token. */
export interface CardOfToken {
	/** It was added to a customer who existed; else it came of the creation. */
	readonly isAdded: boolean
	/** As far as Intergiro said what it is. */
	readonly card: StoredCard
}

export interface LedgerPort {
	lookup(number: string): LedgerEntry | undefined
	/** The number under which a row of an earlier run, as `run/row`, was sent after it was given back, and exists or may exist. */
	numberOf(origin: string): string | undefined
	/**
	 * Numbers of the ledger that are another spelling of this one (zeros, case, width), and not the number itself; but those that this run
	 * created, which the check of its file told apart.
	 */
	spellings(number: string): readonly string[]
	/** The customer number for which a card token was sent, and was not certainly left unapplied. */
	sentFor(tokenHash: string): string | undefined
	/** Card tokens that were sent to be added to a customer, by any run, and that were not refused. */
	addedTo(number: string): readonly string[]
	/** The same with those that were refused: as these may be there, it is at most so many. */
	sentTo(number: string): readonly string[]
	/** The card that came of a token, added or the only one of a creation; nothing where it was refused, is in doubt, or nobody knows. */
	cardOf(tokenHash: string): CardOfToken | undefined
	/** What a person said of a card token, in whichever run, that is with a customer by that alone. */
	saidThere(tokenHash: string): SaidThere | undefined
	/** The card tokens of a customer of which a person said so. */
	saidOf(number: string): readonly string[]
	/**
	 * Card tokens that were sent for a customer since this one: to be added, or with a creation after the row was refused or given back. Those that
	 * were refused or are in doubt are not among them.
	 */
	sentSince(number: string, tokenHash?: string): readonly LaterCard[]
	/** The other run that has a card of the customer in doubt: until it is settled there, it gets no other one. */
	cardInDoubt(number: string, tokenHash: string): CardElsewhere | undefined
	/** The other run that may send a card of the customer once more, as a person said that it was not stored. */
	absentFor(number: string, tokenHash: string): CardAbsent | undefined
	/** What the run that sent a card of a customer knows of it, where it is not there for all that it knows. */
	lackingFor(number: string, tokenHash: string): LackingCard | undefined
	/** Whether that is so of any card of a customer. */
	isLacking(number: string): boolean
	/** What any run saw of a customer last, where that is, or once was, other than what is known of it otherwise. */
	sighting(number: string): Sighting | undefined
	/** Customers whom a run made anew, after another one had made the number. */
	remade(): ReadonlySet<string>
	/** All of these, by number. */
	sightings(): ReadonlyMap<string, Sighting>
	/** Whether the customer for whom a card token was sent last was refused, for whatever reason. */
	isRefused(tokenHash: string): boolean
	/** How a card token was refused; nothing where it was not, or with its customer and not for its card. */
	refusedFor(tokenHash: string): Refused | undefined
	/**
	 * What exists was listed completely, after the settle time: nobody has to wait any more for runs that were lost, and what is missing of
	 * the run's own journal and of the ledger does not matter any more. Durable when resolved.
	 * @param customers all that Intergiro lists, not only those of the file: other runs go by it
	 */
	takeListing(customers: ReadonlyMap<string, readonly Listed[]>): Promise<void>
	/** Remembers how far the journal of the run is: to be awaited once the session is written down. Durable when resolved. */
	mark(): Promise<void>
	/** What the ledger is now, for the journal to remember; nothing while a part of it is missing. */
	witness(): Witness | undefined
}

/** What a ledger tells of customers and their cards before anything is sent. */
export type LedgerAnswers = Pick<
	LedgerPort,
	| "lookup"
	| "numberOf"
	| "spellings"
	| "sentFor"
	| "sentTo"
	| "cardOf"
	| "saidThere"
	| "saidOf"
	| "refusedFor"
	| "isRefused"
	| "sighting"
>
