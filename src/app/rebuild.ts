import type { Listed } from "../contract/ports.ts"
import { Refusal } from "../customer/refusal.ts"
import { connect } from "../intergiro/client.ts"
import { environmentIdentity } from "../intergiro/key.ts"
import { hasCode } from "../journal/disk.ts"
import { readRun } from "../journal/read-run.ts"
import { type Rebuilt, rebuildLedger } from "../journal/rebuild.ts"
import { listAll } from "../run/listing.ts"
import { Pacer } from "../run/pacer.ts"
import { systemClock } from "./clock.ts"
import type { Target } from "./target.ts"

/** The ledger cannot be made anew from this: nothing was changed. */
export class RebuildFailed extends Refusal {
	override readonly name = "RebuildFailed"
}

export interface RebuildOptions {
	/** Where the ledger lives. */
	readonly home: string
	readonly folders: readonly string[]
	/** To list what exists; nothing where there is no key. */
	readonly target?: Extract<Target, { kind: "server" }>
	/** Milliseconds that a request may still take effect unanswered: so long is waited before what exists is listed. */
	readonly settle: number
	/** Pages of the listing per second. */
	readonly rate: number
	readonly signal: AbortSignal
}

/**
 * Makes the ledger of a merchant anew from the folders of its runs and, with a key that can list, from what Intergiro lists.
 * Rejects with `RebuildFailed`, `UnusableUrl`, `UnusableKey`, the signal's reason, or as `rebuildLedger` does; then nothing was changed.
 */
export async function rebuild({ home, folders, target, ...listing }: RebuildOptions): Promise<Rebuilt> {
	const merchants = new Set<string>()
	for (const folder of folders) merchants.add(await merchantOf(folder))
	if (target) merchants.add(environmentIdentity(new URL(target.url), target.key).merchant)
	const [merchant, ...others] = merchants
	if (merchant === undefined) throw new RebuildFailed("Name the folders of the merchant's runs, or give its API key.")
	if (others.length > 0)
		throw new RebuildFailed(
			"These are not all of one merchant: name the folders, the URL and the key of one merchant only.",
		)
	const list = async () => (target ? await listOf(target, listing) : undefined)
	return await rebuildLedger({ home, merchant, folders, list })
}

async function merchantOf(folder: string): Promise<string> {
	try {
		const { merchant } = await readRun(folder)
		if (merchant !== undefined) return merchant
	} catch (error) {
		if (!hasCode(error, "ENOENT") && !hasCode(error, "ENOTDIR")) throw error
	}
	throw new RebuildFailed(`${folder} is not a run folder: there is no run in its journal.`)
}

/** All customers; nothing where the key cannot list. */
async function listOf(
	target: Extract<Target, { kind: "server" }>,
	{ settle, rate, signal }: Pick<RebuildOptions, "settle" | "rate" | "signal">,
): Promise<ReadonlyMap<string, readonly Listed[]> | undefined> {
	const api = connect(target)
	const pacer = new Pacer(systemClock, rate)
	signal.addEventListener("abort", () => pacer.stop(), { once: true })
	try {
		if (api.listing === "no") return undefined
		// What was sent and is not on record may still be on its way.
		await systemClock.sleep(settle, signal)
		const listing = await listAll({ api, clock: systemClock, pacer, signal })
		signal.throwIfAborted()
		switch (listing.kind) {
			case "listed":
				return listing.customers
			case "forbidden":
				return undefined
			case "failed":
				throw new RebuildFailed(
					`The customers could not be listed: ${listing.message} Nothing was changed: try again later.`,
				)
			case "stopped":
				throw new RebuildFailed("Stopped before all customers were listed. Nothing was changed.")
		}
	} finally {
		await api.close()
	}
}
