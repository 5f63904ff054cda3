import { doubtIn, isSaidAbsent, type NumberState } from "../contract/number-state.ts"
import { isByPerson, isMapped, type Outcome, type Spelled } from "../contract/outcome.ts"
import type { JournalRecord } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import { nearKey } from "../customer/duplicates.ts"
import { hasCode } from "../journal/disk.ts"
import { journalPath } from "../journal/journal.ts"
import { openLedger } from "../journal/ledger.ts"
import { type Holder, lock } from "../journal/lock.ts"
import { type RunJournal, reopenRunJournal } from "./run-journal.ts"
import { runOfFolder } from "./run-reading.ts"
import { RunRefused } from "./run-refused.ts"
import { openTarget, type Target } from "./target.ts"

/** What a person says: of a customer, under which id Intergiro has it, or that it has none; or of its card, whether that was stored. */
export type Word =
	| {
			readonly about: "customer"
			readonly id?: string | undefined
			/** The number under which Intergiro has it, where that is another one. */
			readonly given?: string | undefined
	  }
	| { readonly about: "card"; readonly stored: boolean }

/** Where it is written down. */
export interface Place {
	/** The run folder. */
	readonly folder: string
	/** Where the ledger lives. */
	readonly home: string
	/** A run of the same merchant is under way; this waits for it. */
	onWait?(holder: Holder): void
	readonly signal?: AbortSignal
}

export interface Settlement extends Place {
	readonly number: string
	readonly word: Word
	/** Where the customer that a person names is looked at first. */
	readonly target?: Target | undefined
}

type Said = Extract<JournalRecord, { type: "word" | "card-word" }>

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

/** Intergiro has no customer of the identifier. */
export class NoSuchCustomer extends Error {
	override readonly name = "NoSuchCustomer"
	constructor(id: string) {
		super(`Intergiro has no customer under the identifier ${id}. Look again which one it is. Nothing was changed.`)
	}
}

/** Intergiro has the customer under another number. */
export class OtherNumber extends Error {
	override readonly name = "OtherNumber"
	constructor(id: string, number: string, there: string) {
		super(
			`${id} is the identifier of customer number ${there} at Intergiro, not of ${number}. Look whether that is the same customer; where it is, say so with --number ${there}. Nothing was changed.`,
		)
	}
}

/**
 * The row of a number in doubt, or of one about which a person spoke before, which can be taken back until it was sent. Of several
 * customers a person says which one it is, and never that there is none; so too of one whom the last listing had otherwise than the run.
 */
function rowInDoubt({ look }: RunState, number: string, state: NumberState | undefined, id: string | undefined) {
	const doubt = doubtIn(state)
	if (doubt) return doubt.row
	if (state?.kind === "settled") {
		const { outcome, row } = state
		if (isMapped(outcome) && isByPerson(outcome)) return row
		const there = look?.amiss.get(number)
		const isOpen =
			outcome.kind === "conflict" || (isMapped(outcome) && there !== undefined && there.cards === undefined)
		return isOpen && id !== undefined ? row : undefined
	}
	return isSaidAbsent(state) ? (state.row ?? 0) : undefined
}

function isOf(outcome: Outcome | undefined): string {
	if (outcome === undefined) return "it was not sent, or the file does not have it, in just this spelling"
	if (outcome.kind === "conflict") return "Intergiro has several customers of it; say with --id which one stays"
	return "id" in outcome ? `it is ${outcome.kind}, as ${outcome.id}` : `it is ${outcome.kind}`
}

/** What a person says, as the journal has it. Throws `NotInDoubt`, `CardNotInDoubt` or `OtherCustomer`. */
function recordOf(state: RunState, number: string, word: Word): Said {
	const at = new Date().toISOString()
	if (word.about === "card") {
		const found = cardInDoubt(state, number)
		if (found === undefined) throw new CardNotInDoubt(number)
		return { type: "card-word", at, number, ...found, stored: word.stored }
	}
	const { id, given } = word
	const row = rowInDoubt(state, number, state.get(number), id)
	if (row === undefined) throw new NotInDoubt(number, state.outcome(number), state.cards.isInDoubt(number))
	for (const other of state.mapped())
		if (other.outcome.id === id && other.number !== number) throw new OtherCustomer(id, other.number)
	return {
		type: "word",
		at,
		number,
		row,
		...(id === undefined ? {} : { id }),
		...(given === undefined ? {} : { given }),
	}
}

/**
 * The same, after a look at the customer whom a person names, where there is a key that may; nothing where nobody could look. Throws
 * `NoSuchCustomer`, `OtherNumber` or `RunRefused`.
 */
async function lookedAt(
	record: Extract<JournalRecord, { type: "word" }>,
	{ target, folder }: Settlement,
	merchant: string,
): Promise<typeof record | undefined> {
	const { id, number } = record
	if (target === undefined || id === undefined) return undefined
	const { api, identity, close } = await openTarget(target, folder)
	try {
		if (identity.merchant !== merchant)
			throw new RunRefused("other-environment", "The key is not one of this run's merchant. Nothing was changed.")
		const found = await api.read(id, record.given ?? number, { number, method: [] })
		if (found.kind === "missing" || (found.kind === "customer" && found.others.includes("id")))
			throw new NoSuchCustomer(id)
		if (found.kind !== "customer") return undefined
		if (!found.others.includes("number")) return record
		const { number: there = "" } = found
		// Whether another spelling is the same customer, the person was asked.
		if (record.given === undefined && nearKey(there) === nearKey(number)) return { ...record, given: there }
		throw new OtherNumber(id, number, there)
	} finally {
		await close()
	}
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

/** Nothing is made in a folder in which no run has begun, nor the folder itself. What is damaged is told by whoever opens it. */
async function keepFromOthers(folder: string): Promise<void> {
	const run = await runOfFolder(folder).catch((error) => (hasCode(error, "ENOTDIR") ? undefined : "damaged"))
	if (run === undefined)
		throw new RunRefused(
			"no-run",
			`${folder} is no run folder: there is no journal of a run in it. Nothing was changed.`,
		)
}

/**
 * Writes down what a person says of a customer in doubt, or of its card in doubt. The other files follow when the run is started again.
 * Rejects with `NotInDoubt`, `CardNotInDoubt`, `OtherCustomer`, `NoSuchCustomer`, `OtherNumber`, `Locked`, `RunRefused`, `JournalDamaged` or
 * `JournalFailed`.
 * @returns whether somebody looked at the customer whom the person names
 */
export function settleDoubt(settlement: Settlement): Promise<boolean> {
	const { number, word } = settlement
	return writeDown(settlement, async ({ state, header }) => {
		const said = recordOf(state, number, word)
		const { merchant } = header.environment
		const looked = said.type === "word" ? await lookedAt(said, settlement, merchant) : undefined
		return [looked !== undefined, [looked ?? said]]
	})
}

/** What was said of customers who were never sent, as their numbers may be other spellings of somebody's. */
export interface SpellingsSettled {
	/** Customers of whom it was said. */
	readonly said: number
	/** Those of whom it has to be said one by one. */
	readonly left: number
}

/** Whether it may be called the same customer together with others: one for certain, of whom nothing speaks against it. */
export function isAnswerable({ id, person }: Spelled): boolean {
	return id !== undefined && person !== "other"
}

/**
 * Writes down one answer to all of these questions. That they are the same customers is not taken of those who have another name or e-mail
 * there, nor where several have such a number, or none for certain. Rejects as `settleDoubt` does.
 * @param same they are the same customers; else others, whom the next run creates
 */
export function settleSpellings(place: Place, same: boolean): Promise<SpellingsSettled> {
	return writeDown(place, async ({ state }) => {
		const asked = [...state.doubts()].filter(([, { other }]) => other !== undefined)
		const taken = new Set([...state.mapped()].map(({ outcome }) => outcome.id))
		const said = asked.flatMap(([number, { row, other }]): Said[] => {
			const word = { type: "word", at: new Date().toISOString(), number, row } as const
			if (!same) return [word]
			const { id, number: given } = other ?? { number }
			if (other === undefined || id === undefined || !isAnswerable(other) || taken.has(id)) return []
			taken.add(id)
			return [{ ...word, id, given }]
		})
		return [{ said: said.length, left: asked.length - said.length }, said]
	})
}

/** What is said stands in the journal, and in the ledger. Nothing is written where `say` rejects. */
async function writeDown<Result>(
	{ folder, home, onWait, signal }: Place,
	say: (run: Pick<RunJournal, "state" | "header">) => Promise<readonly [Result, readonly Said[]]>,
): Promise<Result> {
	await keepFromOthers(folder)
	const own = await lock(journalPath(folder), "run folder")
	try {
		const { journal, state, header, own: ownRun, close } = await reopenRunJournal(folder)
		try {
			const [result, records] = await say({ state, header })
			const waiting = { ...(onWait ? { onWait } : {}), signal }
			const ledger = await openLedger({ home, merchant: header.environment.merchant, own: ownRun, ...waiting })
			try {
				await Promise.all(records.map((record) => journal.append(record)))
				for (const record of records) state.apply(record)
				await ledger.merge(header.run, state)
				return result
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
