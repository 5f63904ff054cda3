import { randomBytes } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import type { JournalPort } from "../contract/ports.ts"
import type { EnvironmentIdentity, JournalRecord, SourceIdentity, Witness } from "../contract/record.ts"
import { RunState } from "../contract/state.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { JournalDamaged } from "../journal/damage.ts"
import { type Journal, openJournal } from "../journal/journal.ts"
import { neverLeft, RunJournalPort } from "../journal/leaving.ts"
import type { OwnRun } from "../journal/ledger.ts"
import { bootId } from "../journal/owner.ts"
import { sandboxMark } from "../report/import-run.ts"
import type { Reading } from "./check/reading.ts"
import { journalReading, readJournalReading, writeMends } from "./run-reading.ts"
import { RunRefused } from "./run-refused.ts"
import { keepSheet } from "./workbook/kept-sheet.ts"

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
	/**
	 * Records that were acknowledged are missing: the journal was cut off, or replaced by an older copy. The ledger notices, too, when it is
	 * opened with `own`; stays so until everything was listed.
	 */
	readonly truncated: boolean
	/** What the ledger has to know of the run that it is opened for. */
	readonly own: OwnRun
	/** What a person should know of the folder. */
	readonly warning?: Sentences
	close(): Promise<void>
}

/**
 * Opens the journal of a run folder and replays it, or begins one. The caller holds its lock.
 * What was about to be sent when the program was killed, and certainly did not leave, is not in doubt.
 * Rejects with `RunRefused`, `JournalDamaged`, `NewerVersion` or `JournalFailed`.
 * @param path the file that is read: kept in the folder where it is what a sheet became
 */
export function openRunJournal(folder: string, subject: RunSubject, path?: string): Promise<RunJournal> {
	return open(folder, async (port, header, state) => {
		const anew = header === undefined || differs(header, subject, state)
		const warning = await writeMends(folder, subject.reading)
		if (path !== undefined) await keepSheet(folder, subject.source, path)
		return { header: anew ? await begin(port, subject, nameOf(subject, header)) : header, warning }
	})
}

/** The same of a run that has begun, as it is. Rejects with `RunRefused` where none has. */
export function reopenRunJournal(folder: string): Promise<RunJournal> {
	return open(folder, async (_, header) => {
		if (header) return { header }
		throw new RunRefused("no-run", `${folder} is no run folder: its journal has no run.`)
	})
}

const wayOut = told`Put back a copy of the run folder, or ${{ way: "import-anew", with: "key" }}: what exists is listed first, and nobody is created again.`

interface Begun {
	readonly header: RunHeader
	readonly warning?: Sentences | undefined
}

async function open(
	folder: string,
	headerOf: (port: JournalPort, header: RunHeader | undefined, state: RunState) => Promise<Begun>,
): Promise<RunJournal> {
	const boot = await bootId()
	const log = await openJournal(folder).catch((error) => {
		throw error instanceof JournalDamaged ? error.withWayOut(wayOut) : error
	})
	try {
		const { state, ledger, ...replayed } = await replay(log)
		for (const record of await neverLeft(folder, log, state, boot)) {
			await log.append(record)
			state.apply(record)
		}
		state.interrupt(Date.now())
		const port = new RunJournalPort(folder, log, boot)
		const { header, warning } = await headerOf(port, replayed.header, state)
		return {
			journal: port,
			header,
			state,
			...(warning === undefined ? {} : { warning }),
			get truncated() {
				return log.truncated
			},
			own: { run: header.run, state, log, ledger },
			close: () => port.close(),
		}
	} catch (error) {
		await log.close()
		throw error
	}
}

async function replay(log: Journal) {
	const state = new RunState()
	let header: RunHeader | undefined
	let ledger: Witness | undefined
	for await (const record of log.records) {
		if (record.type === "run") header = record
		if (record.type === "session" || record.type === "end") ledger = record.ledger ?? ledger
		state.apply(record)
	}
	return { state, header, ledger }
}

async function begin(journal: JournalPort, subject: RunSubject, run: string): Promise<RunHeader> {
	const reading = journalReading(subject.reading)
	const header: RunHeader = { type: "run", version: 2, run, at: new Date().toISOString(), ...subject, reading }
	await journal.append(header)
	return header
}

/** Sorts by time, and is short enough to be read aloud. A rehearsal says what it is wherever its name stands. */
function nameOf({ environment }: RunSubject, former: RunHeader | undefined): string {
	if (former?.environment.merchant === environment.merchant) return former.run
	const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
	return `${environment.kind === "sandbox" ? sandboxMark : ""}${time}-${randomBytes(3).toString("hex")}`
}

/** Whether the header has to be written anew, which is safe only while nothing was sent. Throws `RunRefused`. */
function differs(header: RunHeader, subject: RunSubject, state: RunState): boolean {
	if (header.source.sha256 !== subject.source.sha256)
		throw new RunRefused(
			"other-file",
			told`This run folder belongs to ${header.source.name} (SHA-256 ${header.source.sha256.slice(0, 12)}…), and ${subject.source.name} has other content. ${{ way: "import-apart", what: "other" }}. With a private key, or with the same ledger, what this run created is not created again there.`,
		)
	const environment = header.environment.merchant !== subject.environment.merchant
	const reading = !isDeepStrictEqual(
		readJournalReading(header.reading),
		JSON.parse(JSON.stringify(journalReading(subject.reading))),
	)
	if (environment && !state.untouched)
		throw new RunRefused(
			"other-environment",
			told`This run folder belongs to another environment: ${header.environment.merchantName ?? "merchant"} at ${header.environment.url}. Use its key and URL again: under others, what this run created is not known. If they are gone for ever, ${{ way: "import-anew", with: "key-alone" }}: it lists what exists before it sends.`,
		)
	if (reading && !state.untouched)
		throw new RunRefused(
			"other-reading",
			told`This run read its file with another mapping, other mends or another encoding, and has sent rows already. ${{ way: "resume" }}: it knows them. What is wrong in its rows is mended ${{ way: "mend-after" }}.`,
		)
	return environment || reading
}
