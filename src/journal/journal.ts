import { join } from "node:path"
import { type Outcome, outcomeKinds } from "../contract/outcome.ts"
import type { JournalRecord } from "../contract/record.ts"
import type { Disk } from "./disk.ts"
import type { Kind } from "./kind.ts"
import { type JournalDamaged, type Log, openLog, readLog } from "./log.ts"

export type Journal = Log<JournalRecord>

/** A record as version 0.1.0 called it. */
type FormerRecord =
	| Exclude<JournalRecord, { type: "listed" | "not-applied" | "consent" }>
	| { readonly type: "baseline"; readonly at: string; readonly listed: number }
	| {
			readonly type: "released"
			readonly at: string
			readonly number: string
			readonly attempt: number
			readonly code: string
	  }

/** Every type that there is; the compiler misses one that is not here. */
const types: { readonly [type in JournalRecord["type"]]: true } = {
	run: true,
	session: true,
	listed: true,
	intent: true,
	"not-applied": true,
	ambiguous: true,
	consent: true,
	word: true,
	outcome: true,
	accepted: true,
	"card-intent": true,
	"card-not-applied": true,
	"card-ambiguous": true,
	"card-outcome": true,
	"card-word": true,
	said: true,
	seen: true,
	amiss: true,
	looked: true,
	heard: true,
	end: true,
}

export const journalKind: Kind<JournalRecord> = {
	types: {
		1: new Set(["run", "session", "baseline", "intent", "released", "ambiguous", "outcome", "end"]),
		2: new Set(Object.keys(types)),
	},
	translate(record) {
		const former = record as FormerRecord
		switch (former.type) {
			case "baseline":
				return { type: "listed", at: former.at, customers: former.listed }
			case "released":
				return former.code === "resend-consented"
					? { type: "consent", at: former.at, number: former.number }
					: { ...former, type: "not-applied" }
			case "outcome":
				return { ...former, outcome: withSearch(former.outcome) }
			default:
				return former
		}
	},
	knows(record) {
		if (record.type === "run") return record.version === 1 || record.version === 2
		return record.type !== "outcome" || outcomeKinds.includes(record.outcome.kind)
	},
	headless: false,
}

/** Version 1 wrote what looking for a customer in doubt came to behind the rest of what it told. */
function withSearch(outcome: Outcome): Outcome {
	if (outcome.kind !== "unknown") return outcome
	const [, message, found] =
		/^(.*?) (Two listings of all customers did not|This key cannot list customers)/.exec(outcome.message) ?? []
	if (message === undefined) return outcome
	return { ...outcome, message, sought: found?.startsWith("Two") ? "in-vain" : "unlisted" }
}

/** The journal of a run folder, without `.log`: what its lock is named after, too. */
export function journalPath(folder: string): string {
	return join(folder, "journal")
}

/** Opens, or begins, the journal of a run folder. The caller holds `lock(journalPath(folder))`. Rejects as `openLog` does. */
export function openJournal(folder: string, disk?: Disk): Promise<Journal> {
	return openLog(journalPath(folder), journalKind, disk)
}

/** Reads the journal of a run folder and changes nothing, whoever writes it meanwhile. Rejects as `readLog` does. */
export function readJournal(
	folder: string,
	onDamage?: (damage: JournalDamaged) => void,
	disk?: Disk,
): AsyncGenerator<JournalRecord> {
	return readLog(journalPath(folder), journalKind, onDamage, disk)
}
