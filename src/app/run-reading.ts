import { createHash } from "node:crypto"
import { readdir, rename } from "node:fs/promises"
import { join } from "node:path"
import { isMapped } from "../contract/outcome.ts"
import type { EnvironmentIdentity, JournalRecord, SourceIdentity } from "../contract/record.ts"
import { anyMappingSchema, type FormerMapping, type Mapping } from "../customer/columns/mapping.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { syncFolder } from "../disk/make.ts"
import { readText } from "../disk/read.ts"
import { hasCode } from "../journal/disk.ts"
import { readJournal } from "../journal/journal.ts"
import { DraftFile } from "../report/draft-file.ts"
import type { Edits, Reading } from "./check/reading.ts"
import { RunRefused } from "./run-refused.ts"

/** How a run reads its file, as its journal has it: mended values are contact data, so only their hash is there. */
export type JournalReading = Omit<Reading, "edits"> & {
	/** Lower-case hexadecimal SHA-256 of `mends.json`; absent when nothing was mended. */
	readonly mends?: string
}

const fileName = "mends.json"
/** Bytes: a value for each of a million rows, at most. */
const mostMends = 256 * 1024 * 1024

/** The reading as the journal is to have it. */
export function journalReading({ edits, ...reading }: Reading): JournalReading {
	const mends = mendsText(edits)
	return mends === undefined ? reading : { ...reading, mends: hashOf(mends) }
}

/**
 * Puts the mends of a run into its folder, durably: before its journal mentions them. Other ones that are there already are nobody's to
 * throw away: they are set aside under a name of their own.
 * @returns what a person should know of it, if anything
 */
export async function writeMends(folder: string, { edits }: Reading): Promise<Sentences | undefined> {
	const mends = mendsText(edits)
	const path = join(folder, fileName)
	const before = await mendsIn(path)
	if (before === mends) return undefined
	const warning = before === undefined ? undefined : await setAside(folder)
	if (mends === undefined) await syncFolder(folder)
	else await DraftFile.save(path, mends)
	return warning
}

async function setAside(folder: string): Promise<Sentences> {
	const names = new Set(await readdir(folder))
	let count = 1
	while (names.has(aside(count))) count++
	await rename(join(folder, fileName), join(folder, aside(count)))
	return told`There were other mended values in ${fileName} of this run folder than those of this run. They were not used, and are in ${join(folder, aside(count))} now. If they should count, stop, ${{ way: "begin-anew" }}, and mend the same there.`
}

function aside(count: number): string {
	return `${fileName}.aside-${count}`
}

/** Nothing where there is no such file. Rejects as the disk does. */
async function mendsIn(path: string): Promise<string | undefined> {
	return await readText(path, mostMends).catch((error) => {
		if (hasCode(error, "ENOENT")) return undefined
		throw error
	})
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
	/** As `environmentIdentity` has it. */
	readonly merchant: string
	/** A request may have left. */
	readonly sent: boolean
}

function readingIn({ source, environment, reading }: Extract<JournalRecord, { type: "run" }>) {
	const { mapping } = reading as { readonly mapping: { readonly version: number } }
	return {
		source,
		merchant: environment.merchant,
		reading: readJournalReading(reading),
		guessed: mapping.version === 1,
	}
}

export interface RunOfFolder {
	readonly run: string
	readonly kind: EnvironmentIdentity["kind"]
}

/** Which run is in a folder; nothing when none has begun there. Rejects as `readJournal`. */
export async function runOfFolder(folder: string): Promise<RunOfFolder | undefined> {
	try {
		for await (const record of readJournal(folder))
			if (record.type === "run") return { run: record.run, kind: record.environment.kind }
	} catch (error) {
		if (!hasCode(error, "ENOENT")) throw error
	}
	return undefined
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
	const names = await readdir(folder)
	// What was set aside may be it: a crash between the two writes leaves it so.
	for (const name of names.filter((one) => one === fileName || one.startsWith(`${fileName}.aside-`))) {
		const text = await mendsIn(join(folder, name))
		if (text !== undefined && hashOf(text) === hash) return JSON.parse(text)
	}
	const path = join(folder, fileName)
	throw new RunRefused(
		"mends-damaged",
		told`${path}, with the values that were mended before this run, ${names.includes(fileName) ? "is not what it was" : "is gone"}: without it the rows would be read in another way. Put it back from a backup, under this name or as ${fileName}.aside-1. Without one, ${{ way: "import-anew" }} and mend the same there: with a private key, or with the same ledger, nobody whom this run created is created again.`,
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
