import { join } from "node:path"
import { isWord, type JournalRecord } from "../contract/record.ts"
import { joined, type Sentences, told } from "../customer/sentences.ts"
import { readText } from "../disk/read.ts"
import { readJournal } from "../journal/journal.ts"
import { type Summary, summarySchema } from "../report/summary.ts"

/** What of a run is still to come, so that its files do not tell its end. */
export interface Unfinished {
	/** Rows that it has not come to, and which, as in `5,9,12-40`; nothing where that is not known. */
	readonly pending?: { readonly count: number; readonly rows: string }
	/** Why, in a sentence or two. */
	readonly message: Sentences
}

const again = told`${{ way: "go-on", with: "rest" }}.`

/** What is still to come of the run in a folder; nothing where it is through, and its files say so. Rejects as `readJournal`. */
export async function unfinishedIn(folder: string): Promise<Unfinished | undefined> {
	const summary = await summaryIn(folder)
	const message = await outdatedIn(folder, summary)
	if (message !== undefined) return { message }
	if (summary === undefined || summary.complete) return undefined
	const { pending: count, pendingRows: rows, stop } = summary
	return { pending: { count, rows }, message: joined([stop ? (stop.told ?? stop.message) : "", again]) }
}

/**
 * Why the figures of a run are older than its journal, in a sentence or two; nothing where they are not. What a person said since with settle
 * is no reason by itself to take the run for unfinished. Rejects as `readJournal`.
 */
export async function outdatedIn(
	folder: string,
	summary: Pick<Summary, "ended"> | undefined,
): Promise<Sentences | undefined> {
	let last: JournalRecord | undefined
	let hasEnded = true
	for await (const record of readJournal(folder)) {
		if (record.type === "session") hasEnded = false
		if (record.type === "end") hasEnded = true
		if (!isWord(record)) last = record
	}
	if (last === undefined || (summary && last.at <= summary.ended)) return undefined
	const what = hasEnded
		? "The files of the last session could not be written"
		: "The program ended in the middle of a session, or is still at work"
	return told`${what}: ${summary ? `the figures are of ${summary.ended}, and the journal has more.` : "there are no figures yet."} ${again}`
}

/** Whether a person said something since the figures of a run were made. Rejects as `readJournal`. */
export async function isSaidSince(folder: string, summary: Pick<Summary, "ended"> | undefined): Promise<boolean> {
	if (summary === undefined) return false
	let last = ""
	for await (const record of readJournal(folder)) if (isWord(record)) last = record.at
	return last > summary.ended
}

/** The figures of a run; nothing where there are none, or they cannot be read. */
export async function summaryIn(folder: string): Promise<Summary | undefined> {
	const text = await readText(join(folder, "summary.json")).catch(() => "null")
	try {
		return summarySchema.safeParse(JSON.parse(text)).data
	} catch {
		return undefined
	}
}
