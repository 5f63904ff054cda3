import { doubtIn, isSaidAbsent, type NumberState } from "../contract/number-state.ts"
import type { Outcome } from "../contract/outcome.ts"
import type { JournalRecord } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import { journalPath } from "../journal/journal.ts"
import { openLedger } from "../journal/ledger.ts"
import { type Holder, lock } from "../journal/lock.ts"
import { reopenRunJournal } from "./run-journal.ts"

/** What a person says: of a customer, under which id Intergiro has it, or that it has none; or of its card, whether that was stored. */
export type Word =
	| { readonly about: "customer"; readonly id?: string | undefined }
	| { readonly about: "card"; readonly stored: boolean }

export interface Settlement {
	/** The run folder. */
	readonly folder: string
	/** Where the ledger lives. */
	readonly home: string
	readonly number: string
	readonly word: Word
	/** A run of the same merchant is under way; this waits for it. */
	onWait?(holder: Holder): void
	readonly signal?: AbortSignal
}

/** The number is not in doubt in this run, so that nobody has to say anything. */
export class NotInDoubt extends Error {
	override readonly name = "NotInDoubt"
	constructor(number: string, outcome: Outcome | undefined, hasCard: boolean) {
		const hint = hasCard ? " Its card is: say of that --card-stored or --card-absent." : ""
		super(`Customer number ${number} is not in doubt in this run: ${isOf(outcome)}.${hint} Nothing was changed.`)
	}
}

/** No card of the customer is in doubt in this run. */
export class CardNotInDoubt extends Error {
	override readonly name = "CardNotInDoubt"
	constructor(number: string) {
		super(`No card of customer number ${number} is in doubt in this run. Nothing was changed.`)
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

/**
 * The row of a number in doubt, or of one about which a person spoke before, which can be taken back until it was sent. Of several
 * customers a person says which one it is, and never that there is none.
 */
function rowInDoubt(state: NumberState | undefined, id: string | undefined): number | undefined {
	const doubt = doubtIn(state)
	if (doubt) return doubt.row
	if (state?.kind === "settled") {
		const { outcome, row } = state
		const isOpen = outcome.kind === "conflict" ? id !== undefined : outcome.kind === "adopted" && outcome.by
		return isOpen ? row : undefined
	}
	return isSaidAbsent(state) ? (state.row ?? 0) : undefined
}

function isOf(outcome: Outcome | undefined): string {
	if (outcome === undefined) return "it was not sent, or the file does not have it, in just this spelling"
	if (outcome.kind === "conflict") return "Intergiro has several customers of it; say with --id which one stays"
	return "id" in outcome ? `it is ${outcome.kind}, as ${outcome.id}` : `it is ${outcome.kind}`
}

/** What a person says, as the journal has it. Throws `NotInDoubt`, `CardNotInDoubt` or `OtherCustomer`. */
function recordOf(state: RunState, number: string, word: Word): Extract<JournalRecord, { type: "word" | "card-word" }> {
	const at = new Date().toISOString()
	if (word.about === "card") {
		const found = cardInDoubt(state, number)
		if (found === undefined) throw new CardNotInDoubt(number)
		return { type: "card-word", at, number, ...found, stored: word.stored }
	}
	const { id } = word
	const row = rowInDoubt(state.get(number), id)
	if (row === undefined) throw new NotInDoubt(number, state.outcome(number), state.cards.isInDoubt(number))
	for (const other of state.mapped())
		if (other.outcome.id === id && other.number !== number) throw new OtherCustomer(id, other.number)
	return { type: "word", at, number, row, ...(id === undefined ? {} : { id }) }
}

/** The card of a customer that is in doubt: there is one at most. Or the one of which a person spoke before, which can be taken back. */
function cardInDoubt(
	{ cards }: RunState,
	number: string,
): { readonly row: number; readonly token: string } | undefined {
	let said: { readonly row: number; readonly token: string } | undefined
	for (const [token, state] of cards.of(number)) {
		const { row } = state
		if (state.kind !== "settled") return { row, token }
		const { outcome } = state
		if (outcome.kind === "absent" || (outcome.kind === "added" && outcome.by === "person")) said = { row, token }
	}
	return said
}

/**
 * Writes down what a person says of a customer in doubt, or of its card in doubt. The other files follow when the run is started again.
 * Rejects with `NotInDoubt`, `CardNotInDoubt`, `OtherCustomer`, `Locked`, `RunRefused`, `JournalDamaged` or `JournalFailed`.
 */
export async function settleDoubt({ folder, home, number, word, onWait, signal }: Settlement): Promise<void> {
	const own = await lock(journalPath(folder), "run folder")
	try {
		const { journal, state, header, own: ownRun, close } = await reopenRunJournal(folder)
		try {
			const record = recordOf(state, number, word)
			const { merchant } = header.environment
			const waiting = { ...(onWait ? { onWait } : {}), signal }
			const ledger = await openLedger({ home, merchant, own: ownRun, ...waiting })
			try {
				await journal.append(record)
				state.apply(record)
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
