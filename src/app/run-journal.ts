import { randomBytes } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import type { JournalPort } from "../contract/ports.ts"
import type { EnvironmentIdentity, JournalRecord, SourceIdentity } from "../contract/record.ts"
import { RunState } from "../contract/state.ts"
import { Head } from "../journal/head.ts"
import { journalPath, openJournal } from "../journal/journal.ts"
import type { Reading } from "./check/reading.ts"
import { journalReading, readJournalReading, writeMends } from "./run-reading.ts"
import { RunRefused } from "./run-refused.ts"

export type RunHeader = Extract<JournalRecord, { type: "run" }>

/** What a run is about; its journal's first record has all of it but mended values. */
export interface RunSubject {
	readonly source: SourceIdentity
	readonly environment: EnvironmentIdentity
	readonly reading: Reading
	readonly tool: string
}

export interface RunJournal {
	readonly journal: JournalPort
	readonly header: RunHeader
	readonly state: RunState
	/** Records that were acknowledged are missing: the journal was cut off, or replaced by an older copy. */
	readonly cut: boolean
	/** What a person should know of the folder. */
	readonly told?: string
	close(): Promise<void>
}

/**
 * Opens the journal of a run folder and replays it, or begins one. The caller holds its lock.
 * Rejects with `RunRefused`, `JournalDamaged` or `JournalFailed`.
 */
export async function openRunJournal(folder: string, subject: RunSubject): Promise<RunJournal> {
	const log = await openJournal(folder)
	try {
		const head = new Head(journalPath(folder))
		const state = new RunState()
		let header: RunHeader | undefined
		let count = 0
		for await (const record of log.records) {
			count += 1
			if (record.type === "run") header = ofThisVersion(record)
			state.apply(record)
		}
		state.interrupt(Date.now())
		const cut = head.misses(count)
		const journal: JournalPort = {
			async append(record) {
				await log.append(record)
				count += 1
				if (!cut) head.write(count)
			},
			leaving() {},
		}
		const anew = header === undefined || differs(header, subject, state)
		const told = await writeMends(folder, subject.reading)
		if (header === undefined || anew) header = await begin(journal, subject, header?.run ?? newRun())
		return {
			journal,
			header,
			state,
			cut,
			...(told === undefined ? {} : { told }),
			async close() {
				head.close()
				await log.close()
			},
		}
	} catch (error) {
		await log.close()
		throw error
	}
}

function ofThisVersion(header: RunHeader): RunHeader {
	if (header.version === 1) return header
	throw new RunRefused(
		"other-version",
		`This run was begun by another version of the program (${header.tool}): go on with that one.`,
	)
}

async function begin(journal: JournalPort, subject: RunSubject, run: string): Promise<RunHeader> {
	const reading = journalReading(subject.reading)
	const header: RunHeader = { type: "run", version: 1, run, at: new Date().toISOString(), ...subject, reading }
	await journal.append(header)
	return header
}

/** Sorts by time, and is short enough to be read aloud. */
function newRun(): string {
	const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
	return `${time}-${randomBytes(3).toString("hex")}`
}

/** Whether the header has to be written anew, which is safe only while nothing was sent. Throws `RunRefused`. */
function differs(header: RunHeader, subject: RunSubject, state: RunState): boolean {
	if (header.source.sha256 !== subject.source.sha256)
		throw new RunRefused(
			"other-file",
			`This run folder belongs to ${header.source.name} (SHA-256 ${header.source.sha256.slice(0, 12)}…), and ${subject.source.name} has other content. Take another folder for another file. With a private key, or with the same ledger, what this run created is not created again there.`,
		)
	const environment = header.environment.merchant !== subject.environment.merchant
	const reading = !isDeepStrictEqual(
		readJournalReading(header.reading),
		JSON.parse(JSON.stringify(journalReading(subject.reading))),
	)
	if (environment && !state.untouched)
		throw new RunRefused(
			"other-environment",
			`This run folder belongs to another environment: ${header.environment.merchantName ?? "merchant"} at ${header.environment.url}. Use its key and URL again: under others, what this run created is not known. If they are gone for ever, run the file into another folder with a private key, and with nothing else: it lists what exists before it sends.`,
		)
	if (reading && !state.untouched)
		throw new RunRefused(
			"other-reading",
			"This run read its file with another mapping, other mends or another encoding, and has sent rows already. Start it with the same ones again, by the command without options for them: it knows them. What is wrong in its rows is mended in its errors.csv, which is run into a folder of its own.",
		)
	return environment || reading
}
