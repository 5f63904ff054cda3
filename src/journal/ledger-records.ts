import type { Refusal, StoredCard } from "../contract/outcome.ts"
import type { NeverSent } from "../contract/ports.ts"
import type { Sighting } from "../contract/sighting.ts"
import type { Kind } from "./kind.ts"
import type { Mark } from "./witness.ts"

/**
 * Customer number and id, and the hashes of the card tokens that it was sent with: none, and none came back, where that is certain; the cards that
 * came back, where each of these did.
 */
export type Exists = readonly [number: string, id: string, tokens?: readonly string[], cards?: readonly StoredCard[]]
/**
 * Customer number and whether a complete listing before it was sent did not hold it, and the hashes of its card tokens; why it is in doubt, where
 * the run did not send it.
 */
export type Unknown = readonly [number: string, listed: boolean, tokens?: readonly string[], why?: NeverSent]

/** Customer number and id, and the number under which Intergiro has it, as a person says. */
export type Found = readonly [number: string, id: string, under: string]

/** Customer number, and the hashes of card tokens that may be spent for it. */
export type Spent = readonly [number: string, tokens: readonly string[]]

/** The same of cards that were sent to be added, and of the tokens beside which the file had them, where that is known. */
export type Added = readonly [number: string, tokens: readonly string[], beside?: readonly string[]]

/** The hash of a card token that was sent to be added, and what Intergiro said of the card that came of it. */
export type Stored = readonly [token: string, card: StoredCard]

/** The hash of a card token, the customer number, and the cards there of which a person said that one of them is that of the token. */
export type SaidCard = readonly [token: string, number: string, cards: readonly StoredCard[]]

/** Customer number, the hash of a card token that was to be added, and whether a person says that its card was not stored: the run may send it once more. */
export type AbsentCard = readonly [number: string, token: string, isAbsent: boolean]

/** The hashes of card tokens that Intergiro refused for a customer number, and how. */
export type RefusedCards = readonly [number: string, tokens: readonly string[], refusal: Refusal]

/**
 * Customer number, the hashes of card tokens that the run sent for it and that are not all there, and how many of them are missing, where that is
 * known. It takes the place of what the run said before: without tokens all are there.
 */
export type LackingCards = readonly [number: string, tokens: readonly string[], count?: number]

/** Customer number, and what the run saw of it. */
export type Seen = readonly [number: string, sighting: Omit<Sighting, "run">]

/** A row of an earlier run, as `run/row`, and the customer number under which it was sent after it was given back, with which card tokens. */
export type Origin = readonly [origin: string, number: string, tokens?: readonly string[]]

/** A line of the ledger. `at` is ISO 8601 UTC; `journal` is how far the journal of the run was. */
export type LedgerRecord =
	/** What the ledger calls itself, at random; the names of ledgers whose place it takes. */
	| {
			readonly type: "ledger"
			readonly version: 2
			readonly at: string
			readonly instance: string
			readonly replaces?: readonly string[]
	  }
	/** A run begins, or is resumed, in this folder. */
	| Registered
	/** The run goes on. */
	| { readonly type: "mark"; readonly run: string; readonly journal: Mark }
	/** What a run knows. `absent`: a person says that Intergiro does not have it. */
	| {
			readonly type: "merge"
			readonly run: string
			readonly exists: readonly Exists[]
			readonly unknown: readonly Unknown[]
			readonly absent?: readonly string[]
			/** Whom a person found under another number than that of the file. */
			readonly found?: readonly Found[]
			/** Refused by Intergiro, and so their card tokens may be spent. */
			readonly refused?: readonly Spent[]
			/** Of those the ones that were refused for their cards. */
			readonly refusals?: readonly RefusedCards[]
			/** Sent to be added to customers who exist, and so perhaps spent. */
			readonly cards?: readonly Added[]
			/** Of those the ones that were stored, with what they are. */
			readonly stored?: readonly Stored[]
			/** Never sent, as a person says that their cards are there. */
			readonly said?: readonly SaidCard[]
			/** Of those that were sent the ones of which it is not known whether they were stored, and the ones of which it was not, until now. */
			readonly doubted?: readonly Spent[]
			readonly settled?: readonly Spent[]
			/** Of those the ones of which a person says that their cards were not stored, and the ones of which this is so no longer. */
			readonly absentCards?: readonly AbsentCard[]
			/** Customers who are other at Intergiro than the ledger would have them; the latest look of any run counts. */
			readonly seen?: readonly Seen[]
			/** Cards that were sent and are not there, for all that the run knows. */
			readonly lacking?: readonly LackingCards[]
			/** The rows of earlier runs that customers were sent from. */
			readonly origins?: readonly Origin[]
	  }
	/** Everything that the run knows until now is here. */
	| { readonly type: "merged"; readonly at: string; readonly run: string; readonly journal?: Mark }
	/** Everything that exists was listed, after the settle time: nobody waits for these runs any more. */
	| { readonly type: "listed"; readonly at: string; readonly customers: number; readonly runs: readonly string[] }

export interface Registered {
	readonly type: "run"
	readonly version: 1 | 2
	readonly at: string
	readonly run: string
	readonly folder: string
	readonly journal?: Mark
}

/** Every type that there is; the compiler misses one that is not here. */
const types: { readonly [type in LedgerRecord["type"]]: true } = {
	ledger: true,
	run: true,
	mark: true,
	merge: true,
	merged: true,
	listed: true,
}

export const ledgerKind: Kind<LedgerRecord> = {
	types: { 1: new Set(["run", "merge", "merged"]), 2: new Set(Object.keys(types)) },
	translate: (record) => record as LedgerRecord,
	knows: (record) =>
		record.type === "ledger"
			? record.version === 2
			: record.type !== "run" || record.version === 1 || record.version === 2,
	headless: true,
}
