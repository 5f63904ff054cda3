import { stat } from "node:fs/promises"
import { join } from "node:path"
import { detectLayout } from "../csv/detect.ts"
import { readRows } from "../csv/rows.ts"
import { restore } from "../csv/writer.ts"
import { readJournal } from "../journal/journal.ts"
import { type Listing, listAll } from "../run/listing.ts"
import { Pacer } from "../run/pacer.ts"
import type { Listed } from "../run/ports.ts"
import { systemClock } from "./clock.ts"
import { openTarget, type Target } from "./target.ts"

/** A line of `results.csv` that Intergiro does not have as it says. */
export type Difference = { readonly number: string; readonly id: string; readonly row: string } & (
	| { readonly kind: "missing" }
	| { readonly kind: "different-id"; readonly found: string }
	| { readonly kind: "twice"; readonly found: readonly string[] }
)

export interface Verification {
	/** Customers that Intergiro has, of this and of any other run. */
	readonly listed: number
	/** Lines of `results.csv`, and those that Intergiro has with the same id, once. */
	readonly lines: number
	readonly same: number
	readonly differences: readonly Difference[]
}

/** The customers could not be read back: this key cannot list, the listing failed, or there is nothing to compare. */
export class VerifyFailed extends Error {
	override readonly name = "VerifyFailed"
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
 * Reads all customers back and compares them with `results.csv`. Changes nothing.
 * Rejects with `VerifyFailed`, `UnusableUrl` or `UnusableKey`.
 */
export async function verifyRun({ folder, target, rate, signal }: VerifyRequest): Promise<Verification> {
	const lines = await readResults(folder)
	const opened = await openTarget(target, folder)
	try {
		const numbers = new Set(lines.map(({ number }) => number))
		const pacer = new Pacer(systemClock, rate)
		signal?.addEventListener("abort", () => pacer.stop(), { once: true })
		const listing = await listAll(
			{ api: opened.api, clock: systemClock, pacer, signal: signal ?? new AbortController().signal },
			(number) => numbers.has(number),
		)
		const { customers, count } = complete(listing)
		const differences = lines.map((line) => compare(line, customers.get(line.number) ?? [])).filter(isDifference)
		return { listed: count, lines: lines.length, same: lines.length - differences.length, differences }
	} finally {
		await opened.close()
	}
}

/** The URL that a run folder was run against, and whether that was a sandbox of its own; as its journal says. */
export async function environmentOf(folder: string): Promise<{ readonly url: string; readonly sandbox: boolean }> {
	for await (const record of readJournal(folder))
		if (record.type === "run") {
			const { url, kind } = record.environment
			const state = await stat(join(folder, "sandbox.log")).catch(() => undefined)
			return { url, sandbox: kind === "sandbox" && state !== undefined }
		}
	throw new VerifyFailed(`${folder} has no run in its journal.`)
}

type Line = { readonly number: string; readonly id: string; readonly row: string }

async function readResults(folder: string): Promise<readonly Line[]> {
	const path = join(folder, "results.csv")
	const { layout } = await detectLayout(path, { delimiter: ",", headerRow: 1 })
	const places = ["number", "id", "row"].map((name) => layout.columns.indexOf(name))
	if (places.includes(-1)) throw new VerifyFailed(`${path} does not have the columns number, id and row.`)
	const lines: Line[] = []
	for await (const rows of readRows(path, layout))
		for (const { cells } of rows) {
			const [number = "", id = "", row = ""] = places.map((place) => restore(cells[place] ?? ""))
			lines.push({ number, id, row })
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
			throw new VerifyFailed(`The customers could not be listed: ${listing.message}`)
		case "stopped":
			throw new VerifyFailed("Stopped before all customers were read.")
	}
}

function compare(line: Line, customers: readonly Listed[]): Difference | undefined {
	const [customer, ...others] = customers
	if (!customer) return { kind: "missing", ...line }
	if (others.length > 0) return { kind: "twice", ...line, found: customers.map(({ id }) => id) }
	return customer.id === line.id ? undefined : { kind: "different-id", ...line, found: customer.id }
}

function isDifference(difference: Difference | undefined): difference is Difference {
	return difference !== undefined
}
