import { stat } from "node:fs/promises"
import { join } from "node:path"
import { holdsCards } from "../contract/cards.ts"
import type { Mapped } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { EnvironmentIdentity } from "../contract/record.ts"
import { RunState } from "../contract/state.ts"
import { detectLayout } from "../csv/detect.ts"
import { UnreadableFile } from "../csv/layout.ts"
import { readRows } from "../csv/rows.ts"
import { restore } from "../csv/writer.ts"
import { hasCode } from "../journal/disk.ts"
import { readJournal } from "../journal/journal.ts"
import { type Listing, listAll } from "../run/listing.ts"
import { Pacer } from "../run/pacer.ts"
import { systemClock } from "./clock.ts"
import { openTarget, type Target } from "./target.ts"

/** A customer that Intergiro, or `results.csv`, does not have as the run does. */
export type Difference = { readonly number: string; readonly id: string; readonly row: string } & (
	| { readonly kind: "missing" }
	| { readonly kind: "different-id"; readonly found: string }
	| { readonly kind: "twice"; readonly found: readonly string[] }
	/** The journal has another id for the line of `results.csv`, or none. */
	| { readonly kind: "altered"; readonly found: string | undefined }
	/** Intergiro lists so many cards, and the run had so many stored; or not those. */
	| { readonly kind: "cards"; readonly found: number; readonly stored: number }
	/** `results.csv` has no line for what the journal has. */
	| { readonly kind: "left-out" }
)

export interface Verification {
	/** Customers that Intergiro has, of this and of any other run. */
	readonly listed: number
	/** Lines of `results.csv`, and those that Intergiro has with the same id, once. */
	readonly lines: number
	readonly same: number
	readonly differences: readonly Difference[]
}

/** The customers cannot be read back: this key cannot list, or there is nothing to compare. */
export class VerifyFailed extends Error {
	override readonly name = "VerifyFailed"
}

/** The listing was stopped or failed on its way; the same again may go through. */
export class VerifyStopped extends Error {
	override readonly name = "VerifyStopped"
}

export interface VerifyRequest {
	/** The run folder. */
	readonly folder: string
	/** Nothing for a run on a sandbox of its own, which is started again. */
	readonly target: Target
	/** Pages per second; 0 as fast as the server allows. */
	readonly rate: number
	readonly signal?: AbortSignal
}

/**
 * Reads all customers back and compares them with `results.csv`, and that with the journal. Changes nothing.
 * Rejects with `VerifyFailed`, `VerifyStopped`, `UnusableUrl` or `UnusableKey`.
 */
export async function verifyRun({ folder, target, rate, signal }: VerifyRequest): Promise<Verification> {
	const run = await readRun(folder)
	const lines = await readResults(folder)
	const opened = await openTarget(target, folder)
	try {
		if (opened.identity.merchant !== run.environment.merchant)
			throw new VerifyFailed(
				`This run belongs to ${run.environment.merchantName ?? "another merchant"} at ${run.environment.url}, and the key to ${opened.identity.merchantName ?? "another one"}. Verify with a key of the same merchant.`,
			)
		const numbers = new Set(lines.map(({ number }) => number))
		const wanted = new Set(lines.map(({ listed }) => listed))
		const pacer = new Pacer(systemClock, rate)
		signal?.addEventListener("abort", () => pacer.stop(), { once: true })
		const listing = await listAll(
			{ api: opened.api, clock: systemClock, pacer, signal: signal ?? new AbortController().signal },
			(number) => wanted.has(number),
		)
		const { customers, count } = complete(listing)
		const differing = lines
			.map((line) => differenceOf(line, customers.get(line.listed) ?? [], run.mapped))
			.filter((difference) => difference !== undefined)
		const leftOut = [...run.mapped]
			.filter(([number]) => !numbers.has(number))
			.map(([number, { id, row }]): Difference => ({ kind: "left-out", number, id, row: String(row) }))
		const same = lines.length - differing.length
		return { listed: count, lines: lines.length, same, differences: [...differing, ...leftOut] }
	} finally {
		await opened.close()
	}
}

/** The URL that a run folder was run against, and whether that was a sandbox of its own; as its journal says. */
export async function environmentOf(folder: string): Promise<{ readonly url: string; readonly sandbox: boolean }> {
	const { url, kind } = (await readRun(folder)).environment
	const state = await stat(join(folder, "sandbox.log")).catch(() => undefined)
	return { url, sandbox: kind === "sandbox" && state !== undefined }
}

type Mapping = ReadonlyMap<string, Mapped & { readonly row: number; readonly sent: number | undefined }>

/** What the journal of a run has: where it sent, and which customers exist since. */
async function readRun(
	folder: string,
): Promise<{ readonly environment: EnvironmentIdentity; readonly mapped: Mapping }> {
	const state = new RunState()
	let environment: EnvironmentIdentity | undefined
	try {
		for await (const record of readJournal(folder)) {
			if (record.type === "run") environment = record.environment
			state.apply(record)
		}
	} catch (error) {
		if (!hasCode(error, "ENOENT") && !hasCode(error, "ENOTDIR")) throw error
		throw new VerifyFailed(`${folder} is not a run folder: there is no journal.log in it.`)
	}
	if (environment === undefined) throw new VerifyFailed(`${folder} has no run in its journal.`)
	const mapped = new Map<string, Mapped & { row: number; sent: number | undefined }>()
	const added = new Map<string, number>()
	for (const card of state.cards.byToken.values())
		if (card.kind === "settled" && card.outcome.kind === "added")
			added.set(card.number, (added.get(card.number) ?? 0) + 1)
	for (const { number, row, outcome } of state.mapped()) {
		const known = state.get(number)
		const created = known?.kind === "settled" ? known.tokens?.length : undefined
		const later = added.get(number) ?? 0
		const sent = created === undefined && later === 0 ? undefined : (created ?? 0) + later
		mapped.set(number, { ...outcome, row, sent })
	}
	return { environment, mapped }
}

/** A line of `results.csv`. What it is called at Intergiro, and `known`: it was there before and not sent, so that no journal has it. */
type Line = {
	readonly number: string
	readonly id: string
	readonly row: string
	readonly listed: string
	readonly known: boolean
}

async function readResults(folder: string): Promise<readonly Line[]> {
	const path = join(folder, "results.csv")
	const { layout } = await detectLayout(path, { headerRow: 1 }).catch((error) => {
		if (error instanceof UnreadableFile)
			throw new VerifyFailed(
				`${path} cannot be read: ${error.message} Delete it and run the same command again: it is made anew.`,
			)
		if (!hasCode(error, "ENOENT")) throw error
		throw new VerifyFailed(`There is no ${path}. Run the same command again: the files are made anew from the journal.`)
	})
	const places = ["number", "id", "row"].map((name) => layout.columns.indexOf(name))
	if (places.includes(-1))
		throw new VerifyFailed(
			`${path} does not have the columns number, id and row. Delete it and run the same command again: it is made anew.`,
		)
	// Version 0.1.0 did not write the first of them.
	const further = ["given_number", "outcome"].map((name) => layout.columns.indexOf(name))
	const lines: Line[] = []
	for await (const rows of readRows(path, layout))
		for (const { cells } of rows) {
			const cellsOf = (wanted: readonly number[]) => wanted.map((place) => restore(cells[place] ?? ""))
			const [number = "", id = "", row = ""] = cellsOf(places)
			const [given, outcome] = cellsOf(further)
			lines.push({ number, id, row, listed: given || number, known: outcome === "existing" })
		}
	return lines
}

function complete(listing: Listing): Extract<Listing, { kind: "listed" }> {
	switch (listing.kind) {
		case "listed":
			return listing
		case "forbidden":
			throw new VerifyFailed(`${listing.message} This key cannot list customers: verify with a private key.`)
		case "failed":
			throw new VerifyStopped(`The customers could not be listed: ${listing.message} Verify again later.`)
		case "stopped":
			throw new VerifyStopped("Stopped before all customers were read.")
	}
}

function compare({ number, id, row }: Line, customers: readonly Listed[]): Difference | undefined {
	const [customer, ...others] = customers
	if (!customer) return { kind: "missing", number, id, row }
	if (others.length > 0) return { kind: "twice", number, id, row, found: customers.map(({ id }) => id) }
	return customer.id === id ? undefined : { kind: "different-id", number, id, row, found: customer.id }
}

function differenceOf(line: Line, customers: readonly Listed[], mapped: Mapping): Difference | undefined {
	return compare(line, customers) ?? compareWithJournal(line, mapped) ?? compareCards(line, customers[0], mapped)
}

/** The cards of a customer whom the run created, where the listing says any; whose cards there were before is not its business. */
function compareCards({ number, id, row }: Line, listed: Listed | undefined, mapped: Mapping): Difference | undefined {
	const known = mapped.get(number)
	const cards = listed?.cards
	if (cards === undefined || known === undefined || known.kind === "existing") return undefined
	const stored = known.sent ?? known.cards?.length
	if (stored === undefined || (cards.length === stored && holdsCards(cards, known.cards ?? []))) return undefined
	return { kind: "cards", number, id, row, found: cards.length, stored }
}

function compareWithJournal({ number, id, row, known }: Line, mapped: Mapping): Difference | undefined {
	const found = mapped.get(number)?.id
	return found === id || (found === undefined && known) ? undefined : { kind: "altered", number, id, row, found }
}
