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
	/** How often each card was about to leave in this session, by its token. */
	#cards = new Map<string, number>()

	/** @param boot of the machine */
	constructor(
		private readonly folder: string,
		private readonly log: Journal,
		private readonly boot: string,
		private readonly disk?: Disk,
	) {}

	async append(record: JournalRecord): Promise<void> {
		if (record.type === "card-intent") countCard(this.#cards, record.token)
		await this.log.append(record.type === "session" ? { ...record, sent: await this.#begin() } : record)
	}

	leaving(number: string, attempt: number): void {
		if (!this.#notes) throw new JournalFailed("A request is to leave before the session is written down.")
		this.log.note(this.#notes.add(number, attempt))
	}

	leavingCard(token: string): void {
		this.leaving(cardName(token), this.#cards.get(token) ?? 0)
	}

	async close(): Promise<void> {
		await this.#notes?.close()
		await this.log.close()
	}

	/** The head counts the notes: it is to know of no old ones when there are new ones. */
	async #begin(): Promise<string> {
		this.#cards = new Map()
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
	log: Pick<Journal, "records" | "truncated" | "sent">,
	state: RunState,
	boot: string,
	disk?: Disk,
): Promise<readonly JournalRecord[]> {
	const open: [number: string, attempt: number][] = []
	for (const [number, one] of state.numbers.others) if (one.kind === "in-flight") open.push([number, one.attempt])
	const cards = Array.from(state.cards.byToken).filter(([, { kind }]) => kind === "in-flight")
	if (open.length + cards.length === 0 || log.truncated || boot === "") return []
	const { session, answered, attempts } = await lastSession(log.records)
	const sent = session === undefined ? undefined : await readSentNotes(folder, boot, session, disk)
	if (!sent || sent.size < log.sent || !answered.every((key) => sent.has(key))) return []
	const at = new Date().toISOString()
	return [
		...open.flatMap(([number, attempt]): JournalRecord[] =>
			sent.has(sentKey(number, attempt)) ? [] : [{ type: "not-applied", at, number, attempt, code: "never-left" }],
		),
		...cards.flatMap(([token, { number }]): JournalRecord[] => {
			const attempt = attempts.get(token)
			return attempt === undefined || sent.has(sentKey(cardName(token), attempt))
				? []
				: [{ type: "card-not-applied", at, number, token, code: "never-left" }]
		}),
	]
}

/** What a card is called in the notes: no customer number has a line break in it. */
function cardName(token: string): string {
	return `\n${token}`
}

function countCard(counts: Map<string, number>, token: string): void {
	counts.set(token, (counts.get(token) ?? 0) + 1)
}

/**
 * The name of the notes of the last session, the requests of it that certainly left, as they came to something, and how often each card was
 * about to leave.
 */
async function lastSession(records: Journal["records"]) {
	let session: string | undefined
	let answered: string[] = []
	const numbers = new Map<string, number>()
	const attempts = new Map<string, number>()
	/** Cards that are about to leave. */
	const open = new Set<string>()
	for await (const record of records)
		switch (record.type) {
			case "session":
				session = record.sent
				answered = []
				for (const each of [numbers, attempts, open]) each.clear()
				break
			case "intent":
				numbers.set(record.number, record.attempt)
				break
			case "not-applied":
				numbers.delete(record.number)
				break
			case "outcome":
			case "ambiguous": {
				const attempt = numbers.get(record.number)
				if (attempt !== undefined) answered.push(sentKey(record.number, attempt))
				numbers.delete(record.number)
				break
			}
			case "card-intent":
				countCard(attempts, record.token)
				open.add(record.token)
				break
			case "card-not-applied":
				open.delete(record.token)
				break
			case "card-outcome":
			case "card-ambiguous":
				if (open.delete(record.token)) answered.push(sentKey(cardName(record.token), attempts.get(record.token) ?? 0))
		}
	return { session, answered, attempts }
}
