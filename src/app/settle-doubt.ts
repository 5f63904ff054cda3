import type { Outcome } from "../contract/outcome.ts"
import { doubtIn, isSaidAbsent, type NumberState } from "../contract/state.ts"
import { journalPath } from "../journal/journal.ts"
import { openLedger } from "../journal/ledger.ts"
import { type Holder, lock } from "../journal/lock.ts"
import { reopenRunJournal } from "./run-journal.ts"

export interface Settlement {
	/** The run folder. */
	readonly folder: string
	/** Where the ledger lives. */
	readonly home: string
	readonly number: string
	/** The customer that Intergiro has; without, it has none. */
	readonly id?: string | undefined
	/** A run of the same merchant is under way; this waits for it. */
	onWait?(holder: Holder): void
	readonly signal?: AbortSignal
}

/** The number is not in doubt in this run, so that nobody has to say anything. */
export class NotInDoubt extends Error {
	override readonly name = "NotInDoubt"
	constructor(number: string, outcome: Outcome | undefined) {
		super(`Customer number ${number} is not in doubt in this run: ${isOf(outcome)}. Nothing was changed.`)
	}
}

/** The identifier is that of another customer of the run. */
export class OtherCustomer extends Error {
	override readonly name = "OtherCustomer"
	constructor(id: string, number: string) {
		super(
			`${id} is the identifier of customer number ${number}. Look again which one this customer has. Nothing was changed.`,
		)
	}
}

/** The row of a number in doubt, or of one about which a person spoke before, which can be taken back until it was sent. */
function rowInDoubt(state: NumberState | undefined): number | undefined {
	const doubt = doubtIn(state)
	if (doubt) return doubt.row
	if (state?.kind === "settled") return state.outcome.kind === "adopted" && state.outcome.by ? state.row : undefined
	return isSaidAbsent(state) ? (state.row ?? 0) : undefined
}

function isOf(outcome: Outcome | undefined): string {
	if (outcome === undefined) return "it was not sent, or the file does not have it, in just this spelling"
	return "id" in outcome ? `it is ${outcome.kind}, as ${outcome.id}` : `it is ${outcome.kind}`
}

/**
 * Writes down what a person says of a customer in doubt: under which id it exists, or that it does not. The other files follow when the
 * run is started again. Rejects with `NotInDoubt`, `OtherCustomer`, `Locked`, `RunRefused`, `JournalDamaged` or `JournalFailed`.
 */
export async function settleDoubt({ folder, home, number, id, onWait, signal }: Settlement): Promise<void> {
	const own = await lock(journalPath(folder), "run folder")
	try {
		const { journal, state, header, own: ownRun, close } = await reopenRunJournal(folder)
		try {
			const row = rowInDoubt(state.get(number))
			if (row === undefined) throw new NotInDoubt(number, state.outcome(number))
			for (const other of state.mapped())
				if (other.outcome.id === id && other.number !== number) throw new OtherCustomer(id, other.number)
			const { merchant } = header.environment
			const waiting = { ...(onWait ? { onWait } : {}), signal }
			const ledger = await openLedger({ home, merchant, own: ownRun, ...waiting })
			try {
				const at = new Date().toISOString()
				const word = { type: "word", at, number, row, ...(id === undefined ? {} : { id }) } as const
				await journal.append(word)
				state.apply(word)
				await ledger.merge(header.run, state)
			} finally {
				await ledger.close()
			}
		} finally {
			await close()
		}
	} finally {
		await own.release()
	}
}
