import { join, resolve } from "node:path"
import { isMapped } from "../contract/outcome.ts"
import type { LedgerEntry, LedgerPort } from "../contract/ports.ts"
import { type NumberState, RunState } from "../contract/state.ts"
import { hasCode } from "./disk.ts"
import { readJournal } from "./journal.ts"
import { type Holder, lockPatiently } from "./lock.ts"
import { type JournalDamaged, type Log, openLog } from "./log.ts"

/** What is known of a merchant's customer numbers, across runs. Held by one process at a time, until closed. */
export interface Ledger extends LedgerPort {
	/** Earlier runs whose customers are not, or not all, known here: nothing is to be sent before what exists was listed. */
	readonly warnings: readonly LedgerWarning[]
	/** To be awaited before the first request of a run leaves, also when it is resumed. Rejects with `JournalFailed`. */
	register(run: string, folder: string): Promise<void>
	/** Takes over what a run has created or left in doubt, at its end and at every stop. Rejects with `JournalFailed`. */
	merge(run: string, state: RunState): Promise<void>
	close(): Promise<void>
}

export interface LedgerWarning {
	readonly run: string
	readonly folder: string
	/** When the run was last begun or resumed. ISO 8601 UTC. */
	readonly at: string
	readonly reason: "missing" | "unreadable" | "damaged" | "replaced"
	readonly message: string
}

/** A run is to be forgotten that there never was. */
export class UnknownRun extends Error {
	override readonly name = "UnknownRun"
	constructor(run: string) {
		super(`There was no run ${run} with this merchant. The warning of a lost run has its name.`)
	}
}

type LedgerRecord = Registered | Merge | { readonly type: "merged"; readonly at: string; readonly run: string }

interface Registered {
	readonly type: "run"
	readonly version: 1
	readonly at: string
	readonly run: string
	readonly folder: string
}

interface Merge {
	readonly type: "merge"
	readonly run: string
	readonly exists: readonly (readonly [number: string, id: string])[]
	readonly unknown: readonly (readonly [number: string, listed: boolean])[]
}

const whatToDo =
	"It ended without saying what it sent, so that what exists is listed before anything is sent now. Put its folder back, " +
	"or use a private key; the command line takes --forget-run when what it sent is known otherwise."

/** Numbers in a record. */
const batch = 512

/**
 * Opens `<home>/ledger/<merchant>.log`. While another process holds it, waits and tells `onWait` who does.
 * Runs that ended without being merged, as in a crash, are merged from their journals. `forgotten` are those that a person
 * decided not to wait for any more: what they sent is not looked for.
 * Rejects with `UnknownRun`, `JournalDamaged`, `JournalFailed` or the signal's reason.
 */
export async function openLedger(
	home: string,
	merchant: string,
	onWait: (holder: Holder) => void,
	signal?: AbortSignal,
	forgotten: readonly string[] = [],
): Promise<Ledger> {
	const path = join(home, "ledger", merchant)
	const lock = await lockPatiently(path, "ledger of a merchant", onWait, signal)
	try {
		const log = await openLog<LedgerRecord>(path)
		const book = new Book(log)
		try {
			await book.load(forgotten)
		} catch (error) {
			await log.close()
			throw error
		}
		return {
			warnings: book.warnings,
			lookup: (number) => book.entries.get(number),
			spellings: () => [],
			sentFor: () => undefined,
			takeListing: async () => {},
			witness: () => undefined,
			register: (run, folder) =>
				book.write({ type: "run", version: 1, at: new Date().toISOString(), run, folder: resolve(folder) }),
			merge: (run, state) => book.merge(run, state),
			async close() {
				await log.close()
				await lock.release()
			},
		}
	} catch (error) {
		await lock.release()
		throw error
	}
}

class Book {
	readonly entries = new Map<string, LedgerEntry>()
	readonly warnings: LedgerWarning[] = []
	readonly #runs = new Set<string>()
	readonly #unmerged = new Map<string, Registered>()

	constructor(private readonly log: Log<LedgerRecord>) {}

	async load(forgotten: readonly string[]): Promise<void> {
		for await (const record of this.log.records) this.#apply(record)
		const unheardOf = forgotten.find((run) => !this.#runs.has(run))
		if (unheardOf !== undefined) throw new UnknownRun(unheardOf)
		for (const run of forgotten)
			if (this.#unmerged.has(run)) await this.write({ type: "merged", at: new Date().toISOString(), run })
		for (const run of [...this.#unmerged.values()]) await this.#catchUp(run)
	}

	async write(...records: LedgerRecord[]): Promise<void> {
		await Promise.all(records.map((record) => this.log.append(record)))
		for (const record of records) this.#apply(record)
	}

	async merge(run: string, state: RunState): Promise<void> {
		await this.#take(run, state)
		await this.write({ type: "merged", at: new Date().toISOString(), run })
	}

	#apply(record: LedgerRecord): void {
		const { run } = record
		switch (record.type) {
			case "run":
				this.#runs.add(run)
				this.#unmerged.set(run, record)
				break
			case "merged":
				this.#unmerged.delete(run)
				break
			case "merge":
				for (const [number, id] of record.exists) this.entries.set(number, { state: "exists", id, run })
				for (const [number, listed] of record.unknown) this.entries.set(number, { state: "unknown", run, listed })
		}
	}

	async #catchUp(registered: Registered): Promise<void> {
		const { run, folder, at } = registered
		const warn = (reason: LedgerWarning["reason"], what: string) =>
			this.warnings.push({ run, folder, at, reason, message: `Run ${run} of ${at} in ${folder}: ${what} ${whatToDo}` })
		const state = new RunState()
		let found: string | undefined
		let damage: JournalDamaged | undefined
		try {
			for await (const record of readJournal(folder, (first) => (damage ??= first))) {
				if (record.type === "run") found = record.run
				state.apply(record)
			}
		} catch (error) {
			if (hasCode(error, "ENOENT")) warn("missing", "its journal is gone.")
			else warn("unreadable", `its journal cannot be read: ${error instanceof Error ? error.message : String(error)}`)
			return
		}
		if (found !== run && (found !== undefined || !damage))
			warn("replaced", "its journal is gone; another one has its place.")
		else if (damage) {
			warn("damaged", damage.message)
			await this.#take(run, state)
		} else await this.merge(run, state)
	}

	async #take(run: string, state: RunState): Promise<void> {
		let exists: [string, string][] = []
		let unknown: [string, boolean][] = []
		const flush = async () => {
			if (exists.length + unknown.length > 0) await this.write({ type: "merge", run, exists, unknown })
			exists = []
			unknown = []
		}
		for (const [number, one] of state.numbers) {
			const before = this.entries.get(number)
			const entry = entryOf(run, one)
			if (entry?.state === "exists") {
				if (before?.state !== "exists" || before.id !== entry.id) exists.push([number, entry.id])
			} else if (entry && before === undefined) unknown.push([number, entry.listed])
			if (exists.length + unknown.length >= batch) await flush()
		}
		await flush()
	}
}

/** What a run's knowledge of a number means to later runs; nothing when it left no trace at Intergiro. */
function entryOf(run: string, state: NumberState): LedgerEntry | undefined {
	switch (state.kind) {
		case "doubt":
			return { state: "unknown", run, listed: state.listed }
		case "in-flight":
			return { state: "unknown", run, listed: state.listed || (state.before?.listed ?? false) }
		case "free":
			return undefined
		case "settled":
			if (isMapped(state.outcome)) return { state: "exists", id: state.outcome.id, run }
			return state.outcome.kind === "conflict" ? { state: "unknown", run, listed: false } : undefined
	}
}
