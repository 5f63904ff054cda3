import { stat } from "node:fs/promises"
import { join } from "node:path"
import { isOfCards } from "../contract/card-paths.ts"
import { saidIn } from "../contract/card-word.ts"
import type { FollowUpReason } from "../contract/follow-up.ts"
import { outcomeOf } from "../contract/number-state.ts"
import { isMapped, lacksWordOfCards, type StoredCard } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import { Refusal } from "../customer/refusal.ts"
import { emptyReading, readLedger } from "../journal/read-ledger.ts"
import { isRegistered } from "../journal/registered.ts"
import { rowsTogether } from "../report/row-ranges.ts"
import type { RowRecord } from "../report/rows-file.ts"
import { mayBecome } from "../report/spreadsheet.ts"
import { isSaidRight, type KnownCards, knownCards } from "../run/known-cards.ts"
import { type Listing, listAll } from "../run/listing.ts"
import { Pacer } from "../run/pacer.ts"
import { readCards } from "../run/read-cards.ts"
import { systemClock } from "./clock.ts"
import { openTarget, type Target } from "./target.ts"
import { type Unfinished, unfinishedIn } from "./unfinished.ts"
import { keepVerified } from "./verified.ts"
import { cardsAmiss } from "./verify-cards.ts"
import { unanswered } from "./verify-follow-up.ts"
import { type JournalOfRun, type Known, type Mapping, readRun } from "./verify-journal.ts"
import {
	type ChangedCell,
	changedCells,
	changedOwn,
	type Origin,
	originOf,
	type Records,
	recordsOf,
	repeatedLines,
	respelledNumber,
} from "./verify-lines.ts"
import { type Entry, KeyRefused, type Line, readResults, VerifyFailed } from "./verify-results.ts"

/** A customer that Intergiro, or `results.csv`, does not have as the run does. */
export type Difference = { readonly number: string; readonly id: string; readonly row: string } & (
	| { readonly kind: "missing" }
	/** It is not there, on purpose, as a person said. */
	| { readonly kind: "removed" }
	| { readonly kind: "different-id"; readonly found: string }
	/** Its id is listed under another number. */
	| { readonly kind: "other-number"; readonly found: string }
	| { readonly kind: "twice"; readonly found: readonly string[] }
	/** The journal has another number or id for the line of `results.csv`, and Intergiro has it so; or it has none. */
	| { readonly kind: "altered"; readonly found: string | undefined; readonly was?: string }
	/** Intergiro lists so many cards, and the run had so many stored; or not those. */
	| { readonly kind: "cards"; readonly found: number; readonly stored: number }
	/** Cards were sent with its creation, and no answer says which it has. */
	| { readonly kind: "cards-unknown" }
	/** The customer is not active any more, and was when it came back. */
	| { readonly kind: "status"; readonly found: string }
	/** It came back other than it was sent, and nobody accepted that: paths in the request. Contacts are not read again. */
	| { readonly kind: "differs"; readonly fields: readonly string[] }
	/** The same of one who was there before, and who was not sent: it is other than the file has it. */
	| { readonly kind: "unlike-file"; readonly fields: readonly string[] }
	/** The listing has nothing else to say of it, and the run's own follow-up names it for what no listing answers. */
	| { readonly kind: "followed-up"; readonly reasons: readonly FollowUpReason[] }
	/** Other cells of its line are not what the run wrote: all as a spreadsheet writes them, or some otherwise. */
	| { readonly kind: "respelled" | "changed"; readonly cells: readonly ChangedCell[] }
	/** Another line of `results.csv` says the same. */
	| { readonly kind: "repeated" }
	/** `results.csv` has no line for what the journal has. */
	| { readonly kind: "left-out" }
)

export interface Verification {
	/** ISO 8601. */
	readonly at: string
	/** Customers that Intergiro has, of this and of any other run. */
	readonly listed: number
	/** Lines of `results.csv`, and those that Intergiro has with the same id, once, and that have no card in doubt. */
	readonly lines: number
	readonly same: number
	/** Lines that are not the same for a card in doubt alone. */
	readonly cardsInDoubt: number
	/** Customers in doubt in the run, who have no line. */
	readonly inDoubt: number
	/** Rows of the file that were not created, as those who were refused: how many, and which, as in `5,9,12-40`. */
	readonly notCreated: { readonly count: number; readonly rows: string }
	/** Customers of the run that have no line there: among the differences. */
	readonly leftOut: number
	readonly differences: readonly Difference[]
	/** Columns that the run wrote and `results.csv` does not have any more, so that they are not compared. */
	readonly missingColumns: readonly string[]
	/** Customers whom the run's `follow-up.csv` names, for whatever reason. */
	readonly followUps: number
	/** Who is in doubt in the run, or whose card is. */
	readonly doubts: readonly InDoubt[]
	/** What the run has not come to, so that it is not compared. */
	readonly unfinished?: Unfinished
}

export interface InDoubt {
	readonly number: string
	readonly row: string
	/** A card that was to be added. */
	readonly isCard: boolean
	/** The ids that Intergiro has now for the number. */
	readonly found: readonly string[]
}

/** The listing was stopped or failed on its way; the same again may go through. */
export class VerifyStopped extends Refusal {
	override readonly name = "VerifyStopped"
	override readonly ending = "stopped"
}

export interface VerifyRequest {
	/** The run folder. */
	readonly folder: string
	/** Where the ledger lives: a card that another run added is no difference. */
	readonly home: string
	/** Nothing for a run on a sandbox of its own, which is started again. */
	readonly target: Target
	/** Pages per second; 0 as fast as the server allows. */
	readonly rate: number
	readonly signal?: AbortSignal
}

/**
 * Reads all customers back and compares them with `results.csv`, and that with the journal. Changes nothing of the run; what it came to is
 * kept beside it, for its report.
 * Rejects with `VerifyFailed`, `VerifyStopped`, `UnusableUrl` or `UnusableKey`.
 */
export async function verifyRun({ folder, home, target, rate, signal }: VerifyRequest): Promise<Verification> {
	const run = await readRun(folder)
	const { lines, missing } = await readResults(folder)
	const opened = await openTarget(target, folder)
	try {
		if (opened.identity.merchant !== run.environment.merchant)
			throw new VerifyFailed(
				`This run belongs to ${run.environment.merchantName ?? "another merchant"} at ${run.environment.url}, and the key to ${opened.identity.merchantName ?? "another one"}. Verify with a key of the same merchant.`,
			)
		// Where there is none that can be read, no other run is known.
		const ledger = await readLedger(home, run.environment.merchant).catch(() => undefined)
		const cardsOf = (number: string, id: string) =>
			knownCards({ state: run.state, ledger: ledger ?? emptyReading }, number, id)
		const lostBySaid = (number: string, cards: readonly StoredCard[]) => {
			const said = Array.from(run.state.cards.of(number)).flatMap(([token]) => {
				const sets = [...run.state.cards.saidThere(token), ...(ledger?.saidThere(token)?.cards ?? [])]
				const isTaken = ledger?.sentFor(token) !== undefined && ledger.refusedFor(token) === undefined
				return sets.length > 0 && !isTaken ? [sets] : []
			})
			return said.some((sets) => saidIn(sets, cards) === undefined) ? said.length : undefined
		}
		const pairs = paired(lines, run.mapped)
		const records = await recordsOf(folder)
		const doubts = [...doubtsOf(run), ...doubtsOfRows(records, run)]
		const unfinished = await unfinishedIn(folder)
		const ids = new Set([...lines.map(({ id }) => id), ...Array.from(run.mapped.values(), ({ id }) => id)])
		const wanted = new Set([
			...lines.map(({ listed }) => listed),
			...doubts.map(({ number }) => number),
			...Array.from(run.mapped.values(), ({ listed }) => listed),
		])
		const pacer = new Pacer(systemClock, rate)
		signal?.addEventListener("abort", () => pacer.stop(), { once: true })
		const reader = { api: opened.api, clock: systemClock, pacer, signal: signal ?? new AbortController().signal }
		const listing = await listAll(reader, ({ number, id }) => wanted.has(number) || ids.has(id))
		const { customers, count } = complete(listing)
		await readCards(reader, run.mapped.values(), customers)
		const byId = new Map(Array.from(customers.values()).flatMap((found) => found.map((one) => [one.id, one] as const)))
		const repeated = repeatedLines(pairs.map(({ line, entry }) => ({ line, isPaired: entry !== undefined })))
		const found = pairs.map(({ line, entry }) => {
			if (repeated.has(line)) return [{ kind: "repeated", ...idOf(line) } as const]
			const record = records.mapped.get(entry?.number ?? line.number)
			const origin = entry ? { ...entry, row: Number(entry.row), record } : originOf(record)
			const differences = [
				...differenceOf(
					line,
					{ entry, record },
					{ customers, byId, removed: run.state.said.removed, cardsOf, lostBySaid },
				),
				...changesOf(line, origin, run),
			]
			const [listed] = customers.get((entry ?? line).listed) ?? []
			const reasons = unanswered(records.followUps.get(origin?.number ?? line.number), entry?.outcome, listed)
			const isTold = differences.length > 0 || reasons.length === 0
			return isTold ? differences : [{ kind: "followed-up", ...idOf(line), reasons } as const]
		})
		const differing = found.flat()
		const there = new Set(pairs.map(({ entry }) => entry))
		const leftOut = [...run.mapped.values()]
			.filter((entry) => !there.has(entry))
			.map(({ number, id, row }): Difference => ({ kind: "left-out", number, id, row }))
		const ofCards = new Set(doubts.filter(({ isCard }) => isCard).map(({ number }) => number))
		const alike = pairs.filter((_, place) => found[place]?.length === 0)
		const same = alike.filter(({ line, entry }) => !ofCards.has((entry ?? line).number)).length
		const at = new Date().toISOString()
		const inDoubt = doubts.filter(({ isCard }) => !isCard).length
		const verified = { at, lines: lines.length, same, leftOut: leftOut.length, inDoubt }
		const { notCreated } = records
		await keepVerified(folder, { ...verified, notCreated: notCreated.count })
		return {
			...verified,
			notCreated: { count: notCreated.count, rows: String(notCreated) },
			cardsInDoubt: alike.length - same,
			listed: count,
			followUps: records.followUps.size,
			differences: [...differing, ...leftOut],
			// Version 0.1.0 wrote fewer.
			missingColumns: records.isThere ? missing : [],
			...(unfinished ? { unfinished } : {}),
			doubts: doubts.map((doubt) => ({ ...doubt, found: (customers.get(doubt.number) ?? []).map(({ id }) => id) })),
		}
	} finally {
		await opened.close()
	}
}

/**
 * The URL that a run folder was run against, as its journal says; whether that was a sandbox of its own; and whether this computer knows
 * the run by itself. A journal may be of anybody's making.
 */
export async function environmentOf(
	folder: string,
	home: string,
): Promise<{ readonly url: string; readonly sandbox: boolean; readonly known: boolean }> {
	const { environment, id } = await readRun(folder)
	const { url, kind, merchant } = environment
	const state = await stat(join(folder, "sandbox.log")).catch(() => undefined)
	return { url, sandbox: kind === "sandbox" && state !== undefined, known: await isRegistered(home, merchant, id) }
}

interface Pair {
	readonly line: Line
	/** What the journal has of the customer; nothing where it has none. */
	readonly entry: Known | undefined
}

/**
 * Finds for each line what the journal has: by its number, else, where a spreadsheet ate zeros of that or made a formula of the id, by what
 * is left: the id, or the row.
 */
function paired(lines: readonly Line[], mapped: Mapping): readonly Pair[] {
	const free = new Set(mapped.values())
	const exact = lines.map(({ number }) => {
		const entry = mapped.get(number)
		return entry && free.delete(entry) ? entry : undefined
	})
	const byId = new Map(Array.from(free, (entry) => [entry.id, entry]))
	const byRow = new Map(Array.from(free, (entry) => [entry.row, entry]))
	return lines.map((line, index) => {
		if (exact[index]) return { line, entry: exact[index] }
		// Of who was there before no journal may know: only the id tells.
		const ofRow = line.known ? undefined : byRow.get(String(rowsTogether(line.row)[0] ?? ""))
		const entry = [byId.get(line.id), ofRow].find((one) => one && free.delete(one))
		return { line, entry }
	})
}

function complete(listing: Listing): Extract<Listing, { kind: "listed" }> {
	switch (listing.kind) {
		case "listed":
			return listing
		case "forbidden":
			throw new KeyRefused(
				listing.status === 401
					? `${listing.message} The key is wrong, or it is not valid any more.`
					: `${listing.message} This key cannot list customers: verify with a private key.`,
			)
		case "failed":
			throw new VerifyStopped(`The customers could not be listed: ${listing.message} Verify again later.`)
		case "stopped":
			throw new VerifyStopped("Stopped before all customers were read.")
	}
}

/** Who is listed, by number and by id. */
interface There {
	readonly customers: ReadonlyMap<string, readonly Listed[]>
	readonly byId: ReadonlyMap<string, Listed>
	/** Who was removed on purpose, by a person's word. */
	readonly removed: ReadonlySet<string>
	/** Which cards a customer can have, by all runs. */
	cardsOf(number: string, id: string): KnownCards | undefined
	/** How many cards are there by a person's word, where one of these is not any more. */
	lostBySaid(number: string, cards: readonly StoredCard[]): number | undefined
}

/** Whoever is in doubt in the run, by its journal. */
function doubtsOf({ state }: JournalOfRun): readonly Omit<InDoubt, "found">[] {
	const customers = Array.from(state.numbers).flatMap(([number, one]) => {
		const outcome = outcomeOf(one)
		const isOpen = outcome?.kind === "unknown" || outcome?.kind === "conflict" || one.kind === "in-flight"
		return isOpen && "row" in one ? [{ number, row: String(one.row ?? ""), isCard: false }] : []
	})
	const cards = Array.from(state.cards.byToken.values()).flatMap(({ kind, number, row }) =>
		kind === "settled" ? [] : [{ number, row: String(row), isCard: true }],
	)
	return [...customers, ...cards]
}

/** Rows in doubt that were never sent, as they failed a check: what the run wrote of them, and its journal has nothing of since. */
function doubtsOfRows({ doubts }: Records, { state }: JournalOfRun): readonly Omit<InDoubt, "found">[] {
	return doubts
		.filter(({ number }) => state.get(number) === undefined)
		.map(({ number, row }) => ({ number, row: String(row), isCard: false }))
}

function compare({ number, id, row, listed }: Entry, { customers, byId, removed }: There): Difference | undefined {
	const found = customers.get(listed) ?? []
	const under = byId.get(id)?.number
	if (found.length > 1) return { kind: "twice", number, id, row, found: found.map(({ id }) => id) }
	if (found[0]?.id === id) return undefined
	if (under !== undefined) return { kind: "other-number", number, id, row, found: under }
	if (found[0]) return { kind: "different-id", number, id, row, found: found[0].id }
	return { kind: removed.has(number) ? "removed" : "missing", number, id, row }
}

/** What the run has of the customer of a line. */
interface OfRun {
	/** In its journal. */
	readonly entry: Known | undefined
	/** In what it wrote of its rows. */
	readonly record: RowRecord | undefined
}

function differenceOf(line: Line, ofRun: OfRun, there: There): readonly Difference[] {
	const { entry } = ofRun
	const [listed] = there.customers.get((entry ?? line).listed) ?? []
	const found =
		compare(entry ?? line, there) ??
		compareWithJournal(line, entry) ??
		compareCards(line, listed, ofRun, there) ??
		compareStatus(line, listed, entry) ??
		recall(line, listed, entry, there)
	return found ? [found] : []
}

function changesOf(
	{ number, id, row, cells, own }: Line,
	origin: Origin | undefined,
	run: JournalOfRun,
): readonly Difference[] {
	if (origin === undefined) return []
	const others = [...changedOwn(own, origin.record), ...changedCells(cells, origin, run.state, run.id)]
	// A number that is told to be another one is told once, wherever it stands in the line.
	const isTold = ({ was, is }: ChangedCell) => was === origin.number && is === number
	const changed = [...respelledNumber({ number, id }, origin), ...others.filter((cell) => !isTold(cell))]
	if (changed.length === 0) return []
	const kind = changed.every(({ bySpreadsheet }) => bySpreadsheet) ? "respelled" : "changed"
	return [{ kind, number, id, row, cells: changed }]
}

/** Its cards, where the listing says any, and the run or the last look said which there should be. */
function compareCards(
	{ number, id, row }: Line,
	listed: Listed | undefined,
	{ entry, record }: OfRun,
	{ cardsOf, lostBySaid }: There,
): Difference | undefined {
	const found = listed?.cards
	const said = found && entry && lostBySaid(entry.number, found)
	if (said) return { kind: "cards", number, id, row, found: found.length, stored: said }
	const outcome = entry?.outcome ?? record?.outcome
	if (outcome === undefined || !isMapped(outcome)) return undefined
	const expected = entry?.cards
	if (found === undefined)
		return lacksWordOfCards(outcome) && expected !== undefined && expected.count > 0
			? { kind: "cards-unknown", number, id, row }
			: undefined
	const known = cardsOf(entry?.number ?? number, id)
	const stored = cardsAmiss(found, { outcome, expected, known, ofFile: record?.cards ?? [] })
	return stored === undefined ? undefined : { kind: "cards", number, id, row, found: found.length, stored }
}

const ended = ["inactive", "suspended"]

function compareStatus(
	{ number, id, row }: Line,
	listed: Listed | undefined,
	entry: Known | undefined,
): Difference | undefined {
	const found = listed?.status ?? ""
	if (entry === undefined || !ended.includes(found) || ended.includes(entry.outcome.status ?? "")) return undefined
	return { kind: "status", number, id, row, found }
}

/** What the run itself told, as a listing has no contacts to look again; of how many cards there are, the listing says so now. */
function recall(
	{ number, id, row }: Line,
	listed: Listed | undefined,
	entry: Known | undefined,
	{ cardsOf }: There,
): Difference | undefined {
	const [found, expected] = [listed?.cards, entry?.cards]
	// Of one who was there before only the least is known.
	const isCounted = found && expected && (expected.isExact || found.length <= expected.count)
	const isRight = entry !== undefined && isSaidRight(found, cardsOf(entry.number, id))
	const isAnswered = (path: string) => (isCounted && path === "method") || (isRight && isOfCards(path))
	const fields = entry?.differs.filter((path) => !isAnswered(path)) ?? []
	if (fields.length === 0) return undefined
	// Of a customer who was there before only cards can have been sent, where the run added any.
	const wasThere = entry?.outcome.kind === "existing" && (expected === undefined || !fields.some(isOfCards))
	return { kind: wasThere ? "unlike-file" : "differs", number, id, row, fields }
}

function idOf({ number, id, row }: Line): Pick<Line, "number" | "id" | "row"> {
	return { number, id, row }
}

function compareWithJournal({ number, id, row, known }: Line, entry: Known | undefined): Difference | undefined {
	if (entry === undefined) return known ? undefined : { kind: "altered", number, id, row, found: undefined }
	if (entry.id === id && (entry.number === number || mayBecome(entry.number, number))) return undefined
	return { kind: "altered", number, id, row, found: entry.id, was: entry.number }
}
