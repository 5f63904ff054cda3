import { outcomeOf } from "../contract/number-state.ts"
import type { RowOutcome } from "../contract/outcome.ts"
import type { Entry } from "../contract/ports.ts"
import { RunState } from "../contract/state.ts"
import { type LedgerReading, readLedger } from "../journal/read-ledger.ts"
import { type RunFound, readRun } from "../journal/read-run.ts"
import { tokenHasher } from "../journal/token-hash.ts"
import type { CheckedRow } from "../report/checked-row.ts"
import { RowOutcomes } from "../report/row-outcomes.ts"
import { Existing, type Sources } from "../run/existing.ts"
import { knownRow } from "../run/known-row.ts"
import { type Knowledge, plan } from "../run/plan.ts"
import { isOfOther, sentBefore } from "../run/sent-before.ts"

/** What this computer knows of the customers of a file before anything is sent: what a run would not send, by its ledger alone. */
export interface KnownBefore {
	/** Customers who are at the merchant already, and the numbers of the first of them. */
	exists: number
	readonly existing: string[]
	/** Customers of whom earlier runs do not know whether they exist. */
	doubts: number
	/** First rows of those whose cards were sent before, and refused or used, so that they need new ones. */
	readonly spent: number[]
	/** Those that cannot be sent under their numbers, whatever their cards are: their first rows, and why. */
	readonly misnumbered: Misnumbered[]
	/** Rows that are sent with a card of which a person said that another customer has it. */
	readonly claimed: ClaimedCard[]
}

interface ClaimedCard {
	readonly row: number
	/** The row's customer number, and that of who has the card by a person's word. */
	readonly here: string
	readonly number: string
}

interface Misnumbered {
	readonly row: number
	readonly message: string
	/** A person can say that the number is right: the row is sent then. */
	readonly confirmable: boolean
	/** Of whom a card token was sent under another number: which, what the file says now, and the run that sent it. */
	readonly sentAs?: { readonly number: string; readonly here: string; readonly folder?: string; readonly at?: string }
}

/** A changed number is right where a person says so; a card that was sent for somebody else is so whatever anybody says. */
function isConfirmable(code: string, { sentAsOther }: Pick<Knowledge, "sentAsOther">): boolean {
	return code === "number.changed" || (code === sentBefore && sentAsOther?.isReplaced === true)
}

/** Numbers that a person reads. */
const mostNamed = 20

/** Counts what is known of the customers that it is given, by the plan that a run goes by. */
export class KnownSearch {
	readonly found: KnownBefore = { exists: 0, existing: [], doubts: 0, spent: [], misnumbered: [], claimed: [] }
	readonly #existing = new Existing()
	readonly #sources: Sources
	readonly #outcomes: RowOutcomes

	private constructor(
		private readonly ledger: LedgerReading,
		merchant: string,
		{ state, run }: Pick<RunFound, "state" | "run">,
	) {
		this.#sources = { ledger, state, hashToken: tokenHasher(merchant), ...(run === undefined ? {} : { run }) }
		this.#outcomes = new RowOutcomes(state, (row) => knownRow(row, this.#existing, this.#sources))
	}

	/**
	 * Nothing where there is no ledger that can be read: a run that begins says why.
	 * @param folder of the run that goes on; nothing for a new one
	 */
	static async of(home: string, merchant: string, folder?: string): Promise<KnownSearch | undefined> {
		const ledger = await readLedger(home, merchant).catch(() => undefined)
		const run = folder === undefined ? undefined : await readRun(folder).catch(() => undefined)
		return ledger && new KnownSearch(ledger, merchant, run ?? { state: new RunState(), run: undefined })
	}

	/** Whether a run would send it, if Intergiro has nobody else of its number. */
	add(entry: Entry): boolean {
		const { found } = this
		const before = this.#sources.state.get(entry.number)
		const knowledge = this.#existing.knowledgeOf(entry, this.#sources)
		const planned = plan(entry, before, knowledge)
		if (planned.kind === "send") {
			found.claimed.push(...this.#claimed(entry))
			return true
		}
		const outcome = planned.kind === "settle" ? planned.outcome : outcomeOf(before)
		if (planned.kind === "doubt" || outcome === undefined || outcome.kind === "unknown" || outcome.kind === "conflict")
			found.doubts++
		else if ("id" in outcome) {
			found.exists++
			if (found.existing.length < mostNamed) found.existing.push(entry.number)
		} else if (outcome.kind === "invalid" && (outcome.code !== sentBefore || isOfOther(entry, knowledge)))
			found.misnumbered.push({
				row: entry.row,
				message: outcome.message,
				confirmable: isConfirmable(outcome.code, knowledge),
				...this.#sentAs(entry, knowledge),
			})
		else found.spent.push(entry.row)
		return false
	}

	#claimed({ row, number: here, creatable }: Entry): readonly ClaimedCard[] {
		const { ledger, hashToken } = this.#sources
		const others = creatable.method.flatMap(({ card }) => ledger.saidThere(hashToken(card))?.number ?? [])
		return [...new Set(others)].filter((number) => number !== here).map((number) => ({ row, here, number }))
	}

	#sentAs({ number: here }: Entry, { sentAsOther, sentFor }: Knowledge): Pick<Misnumbered, "sentAs"> {
		const number = sentAsOther?.number ?? sentFor.find((one) => one !== here)
		if (number === undefined) return {}
		const { folder, at } = this.ledger.runOf(number) ?? {}
		return {
			sentAs: { number, here, ...(folder === undefined ? {} : { folder }), ...(at === undefined ? {} : { at }) },
		}
	}

	/** How a row with errors ends, which is not sent: as somebody who exists, or may exist, by another import perhaps. To be asked in order. */
	ending(row: CheckedRow): RowOutcome | undefined {
		return this.#outcomes.of(row).outcome
	}
}
