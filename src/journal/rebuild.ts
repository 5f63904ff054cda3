import { link, rm } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import type { Listed } from "../contract/ports.ts"
import { makeFile } from "../disk/make.ts"
import { chunksOf } from "../disk/read.ts"
import { Book } from "./book.ts"
import { hasCode, nodeDisk } from "./disk.ts"
import { Keeper } from "./keeper.ts"
import { ledgerPath } from "./ledger.ts"
import { type LedgerRecord, ledgerKind } from "./ledger-records.ts"
import { lock } from "./lock.ts"
import { openLog, readLog } from "./log.ts"
import { readRun } from "./read-run.ts"

export interface RebuildRequest {
	/** Where the ledger lives. */
	readonly home: string
	readonly merchant: string
	/** Run folders of the merchant. */
	readonly folders: readonly string[]
	/** Lists all customers of the merchant, completely; nothing where the key cannot. Rejects to leave everything as it is. */
	list(): Promise<ReadonlyMap<string, readonly Listed[]> | undefined>
}

export interface Rebuilt {
	readonly path: string
	/** Where the old ledger is now; nothing when there was none. */
	readonly aside?: string
	/** Numbers that are known to exist or in doubt. */
	readonly numbers: number
	/** Runs that are not, or not all, known: before anything is sent their folders are read again, or what exists is listed. */
	readonly unmerged: readonly string[]
	readonly listed: boolean
}

/**
 * Makes a new ledger from what can be read of the old one, from run folders and from a listing, and puts it in its place. The old one,
 * damaged or not, is kept under another name. Whatever interrupts it, it can be done again.
 * Rejects with `Locked`, `NewerVersion`, `JournalFailed`, what `list` rejects with, or failures of the disk.
 */
export async function rebuildLedger(request: RebuildRequest): Promise<Rebuilt> {
	const path = ledgerPath(request.home, request.merchant)
	const held = await lock(path, "rebuilding the ledger of a merchant")
	try {
		const listing = await request.list()
		const draft = `${path}.draft`
		for (const end of [".log", ".head"]) await rm(`${draft}${end}`, { force: true })
		const built = await writeAnew(draft, await salvage(path), request.folders, listing)
		const aside = await setAside(`${path}.log`)
		// Between the two the head does not fit, which is taken for a part that is missing: never for a ledger that knows everything.
		await nodeDisk.rename(`${draft}.head`, `${path}.head`)
		await nodeDisk.rename(`${draft}.log`, `${path}.log`)
		await nodeDisk.syncFolder(dirname(path))
		return { path: `${path}.log`, ...(aside === undefined ? {} : { aside }), ...built, listed: listing !== undefined }
	} finally {
		await held.release()
	}
}

async function writeAnew(
	draft: string,
	{ records: old, isWhole }: Salvaged,
	folders: readonly string[],
	listing: ReadonlyMap<string, readonly Listed[]> | undefined,
): Promise<Pick<Rebuilt, "numbers" | "unmerged">> {
	const before = new Book()
	for (const record of old) before.apply(record)
	const read = await Promise.all(
		folders.map(async (folder) => ({ folder: resolve(folder), ...(await readRun(folder)) })),
	)
	// Their names sort by time, and of two who made one number it is the later one whose customer stays.
	const found = read.sort((a, b) => ((a.run ?? "") < (b.run ?? "") ? -1 : 1))
	const log = await openLog(draft, ledgerKind)
	try {
		const keeper = new Keeper(log)
		const former = [
			before.instance ?? [],
			...before.replaced,
			...found.flatMap(({ ledgers }) => [...ledgers.keys()]),
		].flat()
		await keeper.name([...new Set(former)])
		for (const record of old) if (isKept(record, isWhole)) await keeper.write(record)
		// A run whose beginning cannot be read is waited for, too: nobody knows where its folder is.
		for (const run of before.marks.keys()) if (!before.knows(run)) await keeper.register(run, nowhere, undefined)
		for (const [run, journal] of before.marks) await keeper.write({ type: "mark", run, journal })
		for (const { run, folder, state, damage } of found) {
			if (run === undefined) continue
			// Again, now that it is known how far it was at least.
			const { truncated, end } = await readRun(folder, before.marks.get(run))
			const isWhole = !damage && !truncated
			await keeper.register(run, folder, isWhole ? end : undefined)
			if (isWhole) await keeper.merge(run, state, end)
			else await keeper.take(run, state)
		}
		if (listing) await keeper.takeListing("ledger rebuild", listing, [...keeper.book.unmerged.keys()])
		return { numbers: keeper.book.entries.size, unmerged: [...keeper.book.unmerged.keys()] }
	} finally {
		await log.close()
	}
}

/** The folder of a run of which only the name is known. */
const nowhere = "a folder that is not known"

interface Salvaged {
	readonly records: readonly LedgerRecord[]
	/** Nothing of it is damaged or missing. */
	readonly isWhole: boolean
}

/** That everything of a run is there is believed only of a ledger that is whole: otherwise the folders of its runs are read again. */
function isKept({ type }: LedgerRecord, isWhole: boolean): boolean {
	return type !== "ledger" && type !== "mark" && (isWhole || (type !== "merged" && type !== "listed"))
}

/** What can be read of the old ledger. */
async function salvage(path: string): Promise<Salvaged> {
	const records: LedgerRecord[] = []
	let isDamaged = false
	const reading = readLog(path, ledgerKind, () => {
		isDamaged = true
	})
	try {
		for (;;) {
			const { value, done } = await reading.next()
			if (done) return { records, isWhole: !isDamaged && !value.truncated }
			records.push(value)
		}
	} catch (error) {
		if (!hasCode(error, "ENOENT")) throw error
		return { records, isWhole: true }
	}
}

/** Gives the old ledger a second name; nothing when there is none. */
async function setAside(name: string): Promise<string | undefined> {
	for (let n = 1; ; n++) {
		const aside = `${name}.old-${n}`
		try {
			await link(name, aside).catch(async (error) => {
				if (hasCode(error, "EEXIST") || hasCode(error, "ENOENT")) throw error
				// Not every file system has second names.
				await makeFile(aside, chunksOf(name))
			})
			return aside
		} catch (error) {
			if (hasCode(error, "ENOENT")) return undefined
			if (!hasCode(error, "EEXIST")) throw error
		}
	}
}
