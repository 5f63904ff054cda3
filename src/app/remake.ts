import { basename, dirname, join, resolve } from "node:path"
import { describeStop, type StopReason } from "../contract/progress.ts"
import type { SourceIdentity } from "../contract/record.ts"
import { Refusal } from "../customer/refusal.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { openFile as openOwn } from "../disk/open.ts"
import { journalPath } from "../journal/journal.ts"
import { openLedger } from "../journal/ledger.ts"
import { type Holder, lock } from "../journal/lock.ts"
import { tokenHasher } from "../journal/token-hash.ts"
import type { Say } from "../report/follow-up-file.ts"
import type { RunFacts, Summary } from "../report/summary.ts"
import { Existing } from "../run/existing.ts"
import { knownRow } from "../run/known-row.ts"
import { checkFile } from "./check/check-file.ts"
import { openFile } from "./check/open-file.ts"
import { reopenRunJournal } from "./run-journal.ts"
import { readingOfRun } from "./run-reading.ts"
import { RunRefused } from "./run-refused.ts"
import { type PastSession, secondsOf, sessionsOf } from "./sessions.ts"
import { summaryIn } from "./unfinished.ts"
import { hashOf, sheetPath } from "./workbook/kept-sheet.ts"
import { sourceOfRun } from "./workbook/source-file.ts"
import { writeRun } from "./write-run.ts"

export interface Remaking {
	/** The run folder. */
	readonly folder: string
	/** Where the ledger lives. */
	readonly home: string
	/** Where its file may be, by its name; one beside the folder is found too. Only the very same file is taken. */
	files(name: string): readonly string[]
	/** A run of the same merchant is under way; this waits for it. */
	onWait?(holder: Holder): void
	readonly signal?: AbortSignal
	/** A person said what became of a row since the last session, whose files are whole. */
	readonly said?: boolean
	/** As of a run. */
	readonly say?: Say
}

/** The file of a run is not where it was looked for, or is another one now. */
export class SourceGone extends Refusal {
	override readonly name = "SourceGone"
	constructor({ name }: SourceIdentity) {
		super(told`${name}, which this run read, is not beside its folder, or is another file now${{ way: "say-source" }}.`)
	}
}

/**
 * Makes the files of a run anew from its journal and its file, as where the program was killed before it wrote them. Sends nothing, asks
 * Intergiro nothing. Rejects with `SourceGone`, `Locked` where the run goes on, `RunRefused`, `JournalDamaged`, `UnreadableFile` or
 * `ReportFailed`.
 */
export async function remakeFiles({
	folder,
	home,
	files,
	onWait,
	signal,
	said = false,
	say,
}: Remaking): Promise<Summary> {
	const run = await readingOfRun(folder)
	if (run === undefined) throw new RunRefused("no-run", `${folder} is no run folder: its journal has no run.`)
	const path = await sourceIn(folder, run.source, files(run.source.name))
	const own = await lock(journalPath(folder), "run folder")
	try {
		const journal = await reopenRunJournal(folder)
		try {
			const { header, state } = journal
			const { merchant } = header.environment
			const ledger = await openLedger({ home, merchant, own: journal.own, signal, ...(onWait ? { onWait } : {}) })
			try {
				const { workbook, name } = run.source
				const file = workbook ? sourceOfRun(join(dirname(folder), name), path, workbook) : path
				const opened = await openFile(file, run.reading.layout, home)
				const checked = await checkFile(opened, { ...run.reading, signal })
				const hashToken = tokenHasher(merchant)
				const existing = new Existing()
				return await writeRun({
					folder,
					checked,
					header,
					state,
					ledger,
					known: (row) => knownRow(row, existing, { ledger, state, run: header.run, hashToken }),
					full: await wasFull(folder),
					xlsx: false,
					say,
					session: {
						...asSession((await sessionsOf(folder)).at(-1), header.at),
						warnings: said ? warnedIn(await summaryIn(folder)) : [remade],
					},
				})
			} finally {
				await ledger.close()
			}
		} finally {
			await journal.close()
		}
	} finally {
		await own.release()
	}
}

async function sourceIn(folder: string, source: SourceIdentity, files: readonly string[]): Promise<string> {
	const beside = join(dirname(resolve(folder)), basename(source.name))
	for (const path of [sheetPath(folder), ...files, beside])
		if ((await hashOf(path).catch(() => undefined)) === source.sha256) return path
	throw new SourceGone(source)
}

const remade = "These files were made anew from the journal, as the program had ended before it wrote them."

function warnedIn(summary: Summary | undefined): readonly Sentences[] {
	return summary?.warned ?? summary?.warnings ?? []
}

/** The last session as its own files would have had it. */
function asSession(last: PastSession | undefined, at: string) {
	const requests = last?.requests ?? 0
	const seconds = last ? secondsOf(last) : 0
	return {
		settings: last?.settings ?? {},
		...(last?.reason === "finished" ? {} : { stop: stopOf(last) }),
		ended: last?.ended ?? at,
		throughput: { requests, seconds, perSecond: seconds > 0 ? requests / seconds : 0 },
	} satisfies Partial<RunFacts>
}

function stopOf(last: PastSession | undefined): NonNullable<RunFacts["stop"]> {
	const kind = last?.reason ?? "killed"
	const reason: StopReason | undefined =
		kind === "asked"
			? { kind }
			: kind === "first"
				? { kind, count: typeof last?.settings.first === "number" ? last.settings.first : 0 }
				: undefined
	if (reason) return { kind, told: describeStop(reason) }
	return {
		kind,
		told:
			last?.reason === undefined
				? "The program ended in the middle of a session. Start it again to go on."
				: `It stopped before the end (${kind}). Start it again to go on.`,
	}
}

/** As `results.csv` was asked for in an earlier session. */
async function wasFull(folder: string): Promise<boolean> {
	const file = await openOwn(join(folder, "results.csv"), "read").catch(() => undefined)
	if (file === undefined) return false
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
		const [header = ""] = buffer.toString("utf8", 0, bytesRead).split("\n", 1)
		return header.includes("import_number")
	} finally {
		await file.close()
	}
}
