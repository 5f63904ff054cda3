import { join } from "node:path"
import type { JournalRecord } from "../contract/record.ts"
import type { Disk } from "./disk.ts"
import { type JournalDamaged, type Log, openLog, readLog } from "./log.ts"

export type Journal = Log<JournalRecord>

/** The journal of a run folder, without `.log`: what its lock is named after, too. */
export function journalPath(folder: string): string {
	return join(folder, "journal")
}

/** Opens, or begins, the journal of a run folder. The caller holds `lock(journalPath(folder))`. Rejects as `openLog` does. */
export function openJournal(folder: string, disk?: Disk): Promise<Journal> {
	return openLog(journalPath(folder), disk)
}

/** Reads the journal of a run folder and changes nothing, whoever writes it meanwhile. Rejects as `readLog` does. */
export function readJournal(
	folder: string,
	onDamage?: (damage: JournalDamaged) => void,
	disk?: Disk,
): AsyncGenerator<JournalRecord> {
	return readLog(journalPath(folder), onDamage, disk)
}
