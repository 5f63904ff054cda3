import { RunState } from "../contract/state.ts"
import type { JournalDamaged } from "./damage.ts"
import type { Disk } from "./disk.ts"
import { journalKind, journalPath, readJournal } from "./journal.ts"
import { neverLeft } from "./leaving.ts"
import { readLog } from "./log.ts"
import { bootId } from "./owner.ts"
import type { Mark } from "./witness.ts"

/** What the folder of a run has to say. */
export interface RunFound {
	/** As its journal calls itself. */
	readonly run: string | undefined
	readonly state: RunState
	readonly end: Mark
	/** Acknowledged records are missing. */
	readonly truncated: boolean
	readonly damage: JournalDamaged | undefined
	/** What it remembers last of each ledger that it worked with, by its instance. */
	readonly ledgers: ReadonlyMap<string, Mark>
	/** Where it creates customers. */
	readonly merchant: string | undefined
}

/**
 * Reads the journal of a run folder whose run does not go on now. Rejects with `ENOENT` and other failures of the disk, or
 * `NewerVersion`.
 * @param remembered how far it was at least
 */
export async function readRun(folder: string, remembered?: Mark, disk?: Disk): Promise<RunFound> {
	let damage: JournalDamaged | undefined
	const reading = readLog(journalPath(folder), journalKind, (first) => (damage ??= first), disk, remembered)
	const state = new RunState()
	const ledgers = new Map<string, Mark>()
	let run: string | undefined
	let merchant: string | undefined
	for (;;) {
		const { value, done } = await reading.next()
		if (done) {
			const { truncated, sent, end } = value
			const records = readJournal(folder, () => undefined, disk)
			const log = { records, truncated: truncated || damage !== undefined, sent }
			for (const record of await neverLeft(folder, log, state, await bootId(), disk)) state.apply(record)
			return { run, merchant, state, truncated, end, damage, ledgers }
		}
		if (value.type === "run") {
			run = value.run
			merchant = value.environment.merchant
		}
		if ((value.type === "session" || value.type === "end") && value.ledger)
			ledgers.set(value.ledger.instance, value.ledger)
		state.apply(value)
	}
}
