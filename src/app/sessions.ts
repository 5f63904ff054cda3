import { isWord } from "../contract/record.ts"
import { readJournal } from "../journal/journal.ts"
import type { Sessions } from "../report/report-facts.ts"

/** What one session of a run did, by its journal. */
export interface PastSession {
	readonly settings: Readonly<Record<string, unknown>>
	/** ISO 8601 UTC: its first and its last moment. */
	readonly began: string
	readonly ended: string
	readonly requests: number
	/** Rows that had been in doubt and were sent again, by a person's word or consent. */
	readonly resent: number
	/** Why it ended; nothing where the program ended in the middle of it. */
	readonly reason?: string
}

/** The sessions of a run, in order; the last moment of one is its last record. Rejects as `readJournal`. */
export async function sessionsOf(folder: string): Promise<readonly PastSession[]> {
	const sessions: PastSession[] = []
	/** Customer numbers of those in doubt that may be sent again; and those of which it was only asked whose they are. */
	const allowed = new Set<string>()
	const asked = new Set<string>()
	const change = (more: Partial<PastSession>) => {
		const last = sessions.pop()
		if (last) sessions.push({ ...last, ...more })
	}
	for await (const record of readJournal(folder)) {
		const { at } = record
		const requests = sessions.at(-1)?.requests ?? 0
		if (record.type === "session") {
			const settings = record.settings as PastSession["settings"]
			sessions.push({ settings, began: at, ended: at, requests: 0, resent: 0 })
			continue
		}
		if (record.type === "ambiguous" && record.other) asked.add(record.number)
		if (record.type === "consent" || (record.type === "word" && record.id === undefined && !asked.has(record.number)))
			allowed.add(record.number)
		if (record.type === "intent" && allowed.delete(record.number))
			change({ resent: (sessions.at(-1)?.resent ?? 0) + 1 })
		// What a person says between two sessions is of none.
		if (!isWord(record)) change({ ended: at })
		if (record.type === "intent" || record.type === "card-intent") change({ requests: requests + 1 })
		if ((record.type === "not-applied" || record.type === "card-not-applied") && unsent.has(record.code))
			change({ requests: requests - 1 })
		if (record.type === "end") change({ reason: record.reason, requests: record.requests ?? requests })
	}
	return sessions
}

/** What all of them did together. */
export function together(sessions: readonly PastSession[]): Sessions {
	return {
		count: sessions.length,
		settings: sessions.map(({ settings }) => settings),
		resent: sessions.reduce((sum, { resent }) => sum + resent, 0),
		requests: sessions.reduce((sum, { requests }) => sum + requests, 0),
		seconds: sessions.reduce((sum, session) => sum + secondsOf(session), 0),
	}
}

export function secondsOf({ began, ended }: PastSession): number {
	return Math.max(0, Date.parse(ended) - Date.parse(began)) / 1_000
}

/** Written down to be sent, and held back before anything left. */
const unsent = new Set(["blocked", "stopped", "never-left"])
