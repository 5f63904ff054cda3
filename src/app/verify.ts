import { stat } from "node:fs/promises"
import { join } from "node:path"
import { saidIn } from "../contract/card-word.ts"
import type { StoredCard } from "../contract/outcome.ts"
import { Refusal } from "../customer/refusal.ts"
import { emptyReading, readLedger } from "../journal/read-ledger.ts"
import { isRegistered } from "../journal/registered.ts"
import type { NumberedLater } from "../report/numbered-later.ts"
import { knownCards } from "../run/known-cards.ts"
import { type Listing, listAll } from "../run/listing.ts"
import { Pacer } from "../run/pacer.ts"
import { readCards } from "../run/read-cards.ts"
import { systemClock } from "./clock.ts"
import { numberedLater } from "./numbered-later.ts"
import { openTarget, type Target } from "./target.ts"
import { type Unfinished, unfinishedIn } from "./unfinished.ts"
import { keepVerified } from "./verified.ts"
import { changesOf, type Difference, differenceOf, idOf } from "./verify-differences.ts"
import { doubtsOf, doubtsOfRows, type InDoubt, rowsNotCreated } from "./verify-doubts.ts"
import { unanswered } from "./verify-follow-up.ts"
import { readRun } from "./verify-journal.ts"
import { originOf, recordsOf, repeatedLines } from "./verify-lines.ts"
import { paired } from "./verify-pairs.ts"
import { KeyRefused, readResults, VerifyFailed } from "./verify-results.ts"

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
	/** Lines that say another number in `given_number`, as seen last, of whom Intergiro has under the number of the file now. */
	readonly numbersPutRight: number
	/** Customers whom the run's `follow-up.csv` names, for whatever reason. */
	readonly followUps: number
	/** Who is in doubt in the run, or whose card is. */
	readonly doubts: readonly InDoubt[]
	/** Later imports that have customers of the run under other numbers. */
	readonly numberedLater: readonly NumberedLater[]
	/** What the run has not come to, so that it is not compared. */
	readonly unfinished?: Unfinished
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
			...Array.from(run.mapped.values()).flatMap(({ number, listed }) => [number, listed]),
		])
		const pacer = new Pacer(systemClock, rate)
		signal?.addEventListener("abort", () => pacer.stop(), { once: true })
		const reader = { api: opened.api, clock: systemClock, pacer, signal: signal ?? new AbortController().signal }
		/** Each once, however often it is listed. */
		const listed = new Set<string>()
		const listing = await listAll(reader, ({ number, id }) => {
			listed.add(id)
			return wanted.has(number) || ids.has(id)
		})
		const { customers } = complete(listing)
		await readCards(reader, run.mapped.values(), customers)
		const byId = new Map(Array.from(customers.values()).flatMap((found) => found.map((one) => [one.id, one] as const)))
		const repeated = repeatedLines(pairs.map(({ line, entry }) => ({ line, isPaired: entry !== undefined })))
		const found = pairs.map(({ line, entry }) => {
			if (repeated.has(line)) return [{ kind: "repeated", ...idOf(line) } as const]
			const listed = byId.get((entry ?? line).id)
			const record = records.mapped.get(entry?.number ?? line.number)
			const origin = entry ? { ...entry, row: Number(entry.row), record } : originOf(record)
			const differences = [
				...differenceOf(
					line,
					{ listed, entry, record },
					{ customers, byId, removed: run.state.said.removed, cardsOf, lostBySaid },
				),
				...changesOf(line, origin, run),
			]
			const known = entry && cardsOf(entry.number, entry.id)
			const reasons = unanswered(
				records.followUps.get(origin?.number ?? line.number),
				entry,
				listed,
				run.state.cards,
				known,
			)
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
		const notCreated = rowsNotCreated(records, run)
		const later = await numberedLater(ledger?.laterThan(run.id) ?? [], (number) => run.mapped.has(number))
		await keepVerified(folder, { ...verified, notCreated: notCreated.count })
		return {
			...verified,
			notCreated: { count: notCreated.count, rows: String(notCreated) },
			cardsInDoubt: alike.length - same,
			listed: listed.size,
			numbersPutRight: pairs.filter(
				({ line, entry }) => line.cells.get("given_number") && entry && byId.get(entry.id)?.number === entry.number,
			).length,
			followUps: records.followUps.size,
			differences: [...differing, ...leftOut],
			// Version 0.1.0 wrote fewer.
			missingColumns: records.isThere ? missing : [],
			numberedLater: later,
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
