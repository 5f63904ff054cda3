import { createHash } from "node:crypto"
import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { isMapped } from "../contract/outcome.ts"
import type { JournalRecord, SourceIdentity } from "../contract/record.ts"
import { anyMappingSchema, type FormerMapping, type Mapping } from "../customer/columns/mapping.ts"
import { hasCode } from "../journal/disk.ts"
import { readJournal } from "../journal/journal.ts"
import { DraftFile, syncFolder } from "../report/draft-file.ts"
import type { Edits, Reading } from "./check/reading.ts"
import { RunRefused } from "./run-refused.ts"

/** How a run reads its file, as its journal has it: mended values are contact data, so only their hash is there. */
export type JournalReading = Omit<Reading, "edits"> & {
	/** Lower-case hexadecimal SHA-256 of `mends.json`; absent when nothing was mended. */
	readonly mends?: string
}

const fileName = "mends.json"

/** The reading as the journal is to have it. */
export function journalReading({ edits, ...reading }: Reading): JournalReading {
	const mends = mendsText(edits)
	return mends === undefined ? reading : { ...reading, mends: hashOf(mends) }
}

/** Writes the mends of a run into its folder, durably: before its journal mentions them. */
export async function writeMends(folder: string, { edits }: Reading): Promise<void> {
	const mends = mendsText(edits)
	if (mends === undefined) await rm(join(folder, fileName), { force: true })
	else {
		const draft = await DraftFile.open(join(folder, fileName), "never")
		try {
			await draft.write(mends)
			await draft.finish()
			await draft.publish()
		} catch (error) {
			await draft.discard()
			throw error
		}
	}
	await syncFolder(folder)
}

/** The reading of a journal's record, in today's words. */
export function readJournalReading(reading: unknown): JournalReading {
	const { mapping, ...others } = reading as JournalReading & { readonly mapping: Mapping | FormerMapping }
	return { ...others, mapping: anyMappingSchema.parse(mapping) }
}

interface RunReading<Kind> {
	readonly source: SourceIdentity
	readonly reading: Kind
	/** Version 0.1.0 decided what the columns are, by guesses that nobody may have looked at. */
	readonly guessed: boolean
	/** A request may have left. */
	readonly sent: boolean
}

function readingIn({ source, reading }: Extract<JournalRecord, { type: "run" }>) {
	const { mapping } = reading as { readonly mapping: { readonly version: number } }
	return { source, reading: readJournalReading(reading), guessed: mapping.version === 1 }
}

/** How the run of a folder reads its file, as its journal has it; nothing when no run has begun there. Rejects as `readJournal`. */
export async function journalReadingOfRun(folder: string): Promise<RunReading<JournalReading> | undefined> {
	let found: RunReading<JournalReading> | undefined
	try {
		for await (const record of readJournal(folder)) {
			if (record.type === "run") found = { ...readingIn(record), sent: found?.sent ?? false }
			if (record.type === "intent" && found !== undefined) found = { ...found, sent: true }
			// From here on no other reading is taken.
			if (record.type === "outcome" && isMapped(record.outcome)) break
		}
	} catch (error) {
		if (!hasCode(error, "ENOENT")) throw error
	}
	return found
}

/**
 * The same, mends included. Rejects with `RunRefused` when the mends are not those that the journal is about, and as
 * reading a journal does.
 */
export async function readingOfRun(folder: string): Promise<RunReading<Reading> | undefined> {
	const found = await journalReadingOfRun(folder)
	if (found === undefined) return undefined
	const { mends, ...reading } = found.reading
	const edits = mends === undefined ? {} : { edits: await readMends(folder, mends) }
	return { ...found, reading: { ...reading, ...edits } }
}

async function readMends(folder: string, hash: string): Promise<Edits> {
	const mends = await readFile(join(folder, fileName), "utf8").catch(() => undefined)
	if (mends !== undefined && hashOf(mends) === hash) return JSON.parse(mends)
	throw new RunRefused(
		"mends-damaged",
		`${join(folder, fileName)}, with the values that were mended before this run, ${mends === undefined ? "is gone" : "is not what it was"}: without it the rows would be read in another way. Put it back from a backup. What this run created is not created again by a run in another folder.`,
	)
}

const noEdits: Edits = { cells: [], skipped: [] }

/** The same mends give the same text, in whatever order they were made; nothing for none. */
function mendsText({ cells, skipped, kept = [], confirmed = [] }: Edits = noEdits): string | undefined {
	if (cells.length + skipped.length + kept.length + confirmed.length === 0) return undefined
	const ordered = cells
		.map(({ row, column, value }) => ({ row, column, value }))
		.sort((a, b) => a.row - b.row || (a.column < b.column ? -1 : 1))
	const inOrder = (rows: readonly number[]) => [...rows].sort((a, b) => a - b)
	// What there is none of is left out, so that a text stays the same when there is more to tell.
	const further = {
		...(kept.length === 0 ? {} : { kept: inOrder(kept) }),
		...(confirmed.length === 0 ? {} : { confirmed: inOrder(confirmed) }),
	}
	return `${JSON.stringify({ cells: ordered, skipped: inOrder(skipped), ...further })}\n`
}

function hashOf(text: string): string {
	return createHash("sha256").update(text).digest("hex")
}
