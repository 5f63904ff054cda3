import { randomBytes } from "node:crypto"
import type { JournalPort } from "../contract/ports.ts"
import { JournalFailed, type JournalRecord } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import type { Disk } from "./disk.ts"
import type { Journal } from "./journal.ts"
import { readSentNotes, SentNotes, sentKey } from "./sent.ts"

/** The journal of a run, with notes beside it of the requests that left. */
export class RunJournalPort implements JournalPort {
	#notes: SentNotes | undefined

	/** @param boot of the machine */
	constructor(
		private readonly folder: string,
		private readonly log: Journal,
		private readonly boot: string,
		private readonly disk?: Disk,
	) {}

	async append(record: JournalRecord): Promise<void> {
		await this.log.append(record.type === "session" ? { ...record, sent: await this.#begin() } : record)
	}

	leaving(number: string, attempt: number): void {
		if (!this.#notes) throw new JournalFailed("A request is to leave before the session is written down.")
		this.log.note(this.#notes.add(number, attempt))
	}

	async close(): Promise<void> {
		await this.#notes?.close()
		await this.log.close()
	}

	/** The head counts the notes: it is to know of no old ones when there are new ones. */
	async #begin(): Promise<string> {
		const session = randomBytes(8).toString("hex")
		await this.#notes?.close()
		this.#notes = await SentNotes.begin(this.folder, this.boot, session, this.disk)
		this.log.note(0)
		return session
	}
}

/**
 * What is to be appended to the journal of a run whose program has ended: the requests that were written down and certainly did not leave before the program
 * was killed, as the notes of its last session do not have them. The notes are believed only if they are of that session and of this
 * start of the machine, and not less than the journal and its head know of; otherwise all of them stay in doubt.
 * @param state of the journal, with what is in flight
 */
export async function neverLeft(
	folder: string,
	log: Pick<Journal, "records" | "cut" | "sent">,
	state: RunState,
	boot: string,
	disk?: Disk,
): Promise<readonly JournalRecord[]> {
	const open = [...state.numbers].flatMap(([number, one]) => (one.kind === "in-flight" ? [[number, one] as const] : []))
	if (open.length === 0 || log.cut || boot === "") return []
	const { session, answered } = await lastSession(log.records)
	const sent = session === undefined ? undefined : await readSentNotes(folder, boot, session, disk)
	if (!sent || sent.size < log.sent || !answered.every((key) => sent.has(key))) return []
	const at = new Date().toISOString()
	return open.flatMap(([number, { attempt }]) =>
		sent.has(sentKey(number, attempt))
			? []
			: [{ type: "not-applied", at, number, attempt, code: "never-left" } as const],
	)
}

/** The name of the notes of the last session, and the requests of it that certainly left, as they came to something. */
async function lastSession(records: Journal["records"]) {
	let session: string | undefined
	let answered: string[] = []
	const attempts = new Map<string, number>()
	for await (const record of records) {
		if (record.type === "session") {
			session = record.sent
			answered = []
			attempts.clear()
		} else if (record.type === "intent") attempts.set(record.number, record.attempt)
		else if (record.type === "not-applied") attempts.delete(record.number)
		else if (record.type === "outcome" || record.type === "ambiguous") {
			const attempt = attempts.get(record.number)
			if (attempt !== undefined) answered.push(sentKey(record.number, attempt))
			attempts.delete(record.number)
		}
	}
	return { session, answered }
}
