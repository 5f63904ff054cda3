import { isOfCards } from "../contract/card-paths.ts"
import { refusalOf } from "../contract/card-state.ts"
import { printOfCards } from "../contract/cards.ts"
import { doubtIn, isSaidAbsent, type NumberState } from "../contract/number-state.ts"
import { isByPerson, isMapped, isRenumbered, type Spelled, type StoredCard } from "../contract/outcome.ts"
import type { LedgerPort } from "../contract/ports.ts"
import type { JournalRecord } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import { isOfValue, placeOf, type Values, valueAt } from "../contract/values.ts"
import { nearKey } from "../customer/duplicates.ts"
import type { Sentences } from "../customer/sentences.ts"
import { hasCode } from "../journal/disk.ts"
import { journalPath } from "../journal/journal.ts"
import { openLedger } from "../journal/ledger.ts"
import { type Holder, lock } from "../journal/lock.ts"
import { heldBack } from "./held-back.ts"
import { type RunJournal, reopenRunJournal } from "./run-journal.ts"
import { runOfFolder } from "./run-reading.ts"
import { RunRefused } from "./run-refused.ts"
import {
	CardNotInDoubt,
	NoSuchCustomer,
	NothingToAccept,
	NotInDoubt,
	OtherCustomer,
	OtherNumber,
	StillThere,
} from "./settle-refusals.ts"
import { openOwnTarget, type Target } from "./target.ts"

/** What a person says: of a customer, under which id Intergiro has it, or that it has none; or of its card, whether that was stored. */
export type Word =
	| {
			readonly about: "customer"
			readonly id?: string | undefined
			/** The number under which Intergiro has it, where that is another one. */
			readonly given?: string | undefined
	  }
	| { readonly about: "card"; readonly stored: boolean }
	/** Of a customer who exists by the journal: it was removed there on purpose; or it is right, although it is other than it was sent. */
	| { readonly about: "removed" }
	| { readonly about: "right" }

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

type Said = Extract<JournalRecord, { type: "word" | "card-word" | "said" }>

/**
 * The row of a number in doubt, or of one about which a person spoke before, which can be taken back until it was sent. Of several
 * customers a person says which one it is, and never that there is none; so too of one whom the last listing had otherwise than the run.
 */
function rowInDoubt(run: RunState, number: string, state: NumberState | undefined, id: string | undefined) {
	const doubt = doubtIn(state)
	if (doubt) return doubt.row
	if (state?.kind === "settled") {
		const { outcome, row } = state
		if (isMapped(outcome) && isByPerson(outcome)) return row
		const there = run.amissOf(number)
		const isOpen =
			outcome.kind === "conflict" || (isMapped(outcome) && there !== undefined && there.cards === undefined)
		return isOpen && id !== undefined ? row : undefined
	}
	return isSaidAbsent(state) ? (state.row ?? 0) : undefined
}

/** What is accepted of a customer who exists. Throws `NothingToAccept`. */
function acceptedOf(state: RunState, number: string, about: "removed" | "right"): Extract<Said, { type: "said" }> {
	const one = state.get(number)
	const said = {
		type: "said",
		at: new Date().toISOString(),
		number,
		row: one && "row" in one ? (one.row ?? 0) : 0,
	} as const
	if (one?.kind === "settled" && isMapped(one.outcome)) {
		const amiss = state.amissOf(number)
		if (about === "removed" && amiss?.found.length === 0 && amiss.under === undefined) return { ...said, removed: true }
		const ofCards = Array.from(state.cards.of(number), ([, card]) =>
			card.kind === "settled" && card.outcome.kind === "added" ? state.unaccepted(number, card.outcome) : [],
		)
		const differing = new Set([...state.unaccepted(number, one.outcome), ...ofCards.flat()])
		differing.delete("number")
		if (isRenumbered(one.outcome) && !state.said.isNumberRight(number)) differing.add("number")
		const right = [...differing]
		const { cards } = one.outcome
		if (about === "right" && right.length > 0) return { ...said, ...wordsOf(right, state.values.get(number), cards) }
	}
	throw new NothingToAccept(number, about)
}

/** What is said to be right, and of which values, where these are known. */
function wordsOf(
	paths: readonly string[],
	there: Values | undefined,
	cards: readonly StoredCard[] | undefined,
): Pick<Extract<Said, { type: "said" }>, "right" | "values"> {
	const values: Record<string, string> = {}
	const right = paths.filter((path) => {
		const print = isOfCards(path) && cards !== undefined ? printOfCards(cards) : undefined
		const value = there && isOfValue(path) ? valueAt(there, path) : print
		if (value !== undefined) values[placeOf(path)] = value
		return value === undefined
	})
	return { ...(right.length > 0 ? { right } : {}), ...(Object.keys(values).length > 0 ? { values } : {}) }
}

/** What a person says, as the journal has it. Throws `NotInDoubt`, `CardNotInDoubt`, `NothingToAccept` or `OtherCustomer`. */
function recordOf(state: RunState, number: string, word: Word): Said {
	const at = new Date().toISOString()
	if (word.about === "removed" || word.about === "right") return acceptedOf(state, number, word.about)
	if (word.about === "card") {
		const found = cardInDoubt(state, number)
		if (found === undefined) throw new CardNotInDoubt(number, rowOfRefused(state, number))
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
	const { api, close } = await openOwnTarget(target, folder, merchant)
	try {
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

/** A look whether the customer is gone, where there is a key that may. Throws `StillThere` or `RunRefused`. */
async function goneFrom(id: string, { target, folder, number }: Settlement, merchant: string): Promise<boolean> {
	if (target === undefined) return false
	const { api, close } = await openOwnTarget(target, folder, merchant)
	try {
		const found = await api.read(id, number, { number, method: [] })
		if (found.kind === "customer" && !found.others.includes("id")) throw new StillThere(id)
		return found.kind === "missing"
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

function rowOfRefused({ cards }: RunState, number: string): number | undefined {
	for (const [, one] of cards.of(number)) if (refusalOf(one)) return one.row
	return undefined
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

/** What follows from a person's word. */
export interface Settled {
	/** Somebody looked at the customer whom the person names. */
	readonly looked: boolean
	/** Of a customer who is said to be absent: why the next run does not send it all the same, in a sentence. */
	readonly held?: Sentences | undefined
}

/**
 * Writes down what a person says of a customer in doubt, or of its card in doubt. The other files follow when the run is started again.
 * Rejects with `NotInDoubt`, `CardNotInDoubt`, `NothingToAccept`, `StillThere`, `OtherCustomer`, `NoSuchCustomer`, `OtherNumber`, `Locked`, `RunRefused`, `JournalDamaged` or
 * `JournalFailed`.
 */
export function settleDoubt(settlement: Settlement): Promise<Settled> {
	const { number, word } = settlement
	return writeDown(settlement, async (opened) => {
		const { state, header } = opened
		const said = recordOf(state, number, word)
		const { merchant } = header.environment
		if (said.type === "word") {
			const looked = await lookedAt(said, settlement, merchant)
			const held = (ledger: LedgerPort) => (said.id === undefined ? heldBack(opened, ledger, said) : undefined)
			return [(ledger) => ({ looked: looked !== undefined, held: held(ledger) }), [looked ?? said]]
		}
		const outcome = state.outcome(number)
		const isGone = said.type === "said" && said.removed && outcome && isMapped(outcome)
		const looked = isGone ? await goneFrom(outcome.id, settlement, merchant) : false
		return [() => ({ looked }), [said]]
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
		return [() => ({ said: said.length, left: asked.length - said.length }), said]
	})
}

type Opened = Pick<RunJournal, "state" | "header">

/**
 * What is said stands in the journal, and in the ledger. Nothing is written where `say` rejects.
 * @param say what, and what came of it once it is written down
 */
async function writeDown<Result>(
	{ folder, home, onWait, signal }: Place,
	say: (run: Opened) => Promise<readonly [result: (ledger: LedgerPort) => Result, said: readonly Said[]]>,
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
				return result(ledger)
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
