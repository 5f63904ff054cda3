import type { Entry } from "../contract/ports.ts"
import { RunState } from "../contract/state.ts"
import { type LedgerReading, readLedger } from "../journal/read-ledger.ts"
import { tokenHash } from "../journal/token-hash.ts"
import { Existing } from "../run/existing.ts"
import { plan } from "../run/plan.ts"

/** What this computer knows of the customers of a file before anything is sent: what a run would not send, by its ledger alone. */
export interface KnownBefore {
	/** Customers who are at the merchant already. */
	exists: number
	/** Customers of whom earlier runs do not know whether they exist. */
	doubts: number
	/** First rows of those whose cards were sent before, and refused or used, so that they need new ones. */
	readonly spent: number[]
}

/** Counts what is known of the customers that it is given, by the plan that a run goes by. */
export class KnownSearch {
	readonly found: KnownBefore = { exists: 0, doubts: 0, spent: [] }
	readonly #existing = new Existing()
	readonly #state = new RunState()

	private constructor(
		private readonly ledger: LedgerReading,
		private readonly merchant: string,
	) {}

	/** Nothing where there is no ledger that can be read: a run that begins says why. */
	static async of(home: string, merchant: string): Promise<KnownSearch | undefined> {
		const ledger = await readLedger(home, merchant).catch(() => undefined)
		return ledger && new KnownSearch(ledger, merchant)
	}

	add(entry: Entry): void {
		const hashToken = (token: string) => tokenHash(this.merchant, token)
		const sources = { ledger: this.ledger, state: this.#state, hashToken }
		const planned = plan(entry, undefined, this.#existing.knowledgeOf(entry, sources))
		if (planned.kind === "doubt") this.found.doubts++
		else if (planned.kind === "settle" && "id" in planned.outcome) this.found.exists++
		else if (planned.kind === "settle") this.found.spent.push(entry.row)
	}
}
