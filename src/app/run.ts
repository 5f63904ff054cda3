import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import type { Clock } from "../contract/ports.ts"
import { describeStop, type RunEvent, type RunSnapshot, type StopReason } from "../contract/progress.ts"
import { UnreadableFile } from "../csv/layout.ts"
import { Refusal } from "../customer/refusal.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { hasCode } from "../journal/disk.ts"
import { journalPath } from "../journal/journal.ts"
import { type Ledger, type LedgerRequest, openLedger } from "../journal/ledger.ts"
import { type Holder, lock } from "../journal/lock.ts"
import { tokenHasher } from "../journal/token-hash.ts"
import type { Say } from "../report/follow-up-file.ts"
import { writeResults } from "../report/results-file.ts"
import { ReportFailed } from "../report/run-files.ts"
import type { Summary } from "../report/summary.ts"
import { Engine } from "../run/engine.ts"
import type { RunSettings } from "../run/settings.ts"
import type { Waited } from "../run/waited.ts"
import type { DecidedFile } from "./check/checked-file.ts"
import { systemClock } from "./clock.ts"
import { keepFromRun } from "./overwriting.ts"
import { openRunJournal, type RunJournal } from "./run-journal.ts"
import { RunRefused } from "./run-refused.ts"
import { describeSystemError } from "./system-error.ts"
import { type Opened, openTarget, type Target } from "./target.ts"
import { tool } from "./tool.ts"
import { trace } from "./trace.ts"
import { keepWaited, waitedBefore } from "./waits.ts"
import { writeRun } from "./write-run.ts"

/** What a run meets the world through. */
export interface Ports {
	readonly clock: Clock
	/** Opens the API of a target, and says whose it is. */
	openTarget(target: Target, folder: string): Promise<Opened>
	/** Opens what all runs of a merchant know. */
	openLedger(request: LedgerRequest): Promise<Ledger>
}

const own: Ports = { clock: systemClock, openTarget, openLedger }

export interface RunRequest {
	/** What was read to know the customers: the file, and its mapping where it has one. A run never writes over them. */
	readonly inputs: readonly string[]
	/** A file about which nothing is open: what was guessed cannot be sent. */
	readonly checked: DecidedFile
	/** The run folder: made when there is none, resumed when there is one. */
	readonly folder: string
	readonly target: Target
	readonly settings: RunSettings
	/** Where the ledger lives. */
	readonly home: string
	observe?(event: RunEvent): void
	/** Something that a person should know while it goes on. */
	onWarning?(warning: Sentences): void
	/** Another run of the same merchant is under way; this one waits for it. */
	onWait?(holder: Holder): void
	/** Ends the waiting. */
	readonly signal?: AbortSignal
	/**
	 * The run worked with another ledger before: its folder comes from another computer, or the ledger was lost. Asks whether it goes on
	 * here, and here alone; where nobody can be asked, it does not. A key that lists what exists answers by itself.
	 */
	onOtherLedger?(): Promise<boolean>
	/** Earlier runs of which nothing is left, and which a person decided not to wait for any more. */
	readonly forgotten?: readonly string[]
	/** `results.csv` has the file's own columns before its own. */
	readonly full?: boolean
	/** The files for people as Excel workbooks too. */
	readonly xlsx?: boolean
	/** Others than the program's own: a ledger in a database, a clock that a test turns. */
	readonly ports?: Partial<Ports>
	/** How what people are told in the files is said where they work; without it, to who has the command line. */
	readonly say?: Say
}

export interface Finished {
	/** Why the run stopped before its end; it can be resumed. */
	readonly stop?: StopReason
	/** Nothing when the files could not be written: the journal has everything, starting again writes them. */
	readonly summary?: Summary
	readonly warnings: readonly Sentences[]
}

const unlisted = "What exists already cannot be looked up with this key, and what is in doubt stays in doubt."

const unlooked = told`So it was not looked at the end whether Intergiro has everybody: ${{ way: "verify" }} does that.`

const otherLedger = told`This run worked with another ledger before: its folder comes from another computer, or the ledger was lost. What other runs created there is not known here. With a private key what exists is listed first. Otherwise say that the run goes on here, and here alone${{ way: "move" }}. Nothing was sent.`

/** Everything a run holds while it is open, to be let go in the reverse order. */
interface Resources {
	readonly clock: Clock
	readonly target: Opened
	readonly journal: RunJournal
	readonly ledger: Ledger
	readonly waited: Waited
	close(): Promise<void>
}

/**
 * Opens a run folder, new or to be resumed. Nothing is sent before `start`.
 * Rejects with `WouldOverwrite`, `Locked`, `RunRefused`, `JournalDamaged`, `JournalFailed`, `UnusableUrl`, `UnusableKey` or the signal's
 * reason; then nothing stays open.
 */
export async function openRun(request: RunRequest): Promise<Run> {
	return new Run(request, await acquire(request))
}

async function acquire(request: RunRequest): Promise<Resources> {
	const { clock, openTarget, openLedger } = { ...own, ...request.ports }
	const { inputs, checked, folder, target, home, onWait, signal, forgotten } = request
	const opened: (() => Promise<void>)[] = []
	const close = async () => {
		for (const letGo of opened.splice(0).reverse()) await letGo()
	}
	try {
		await keepFromRun(inputs, folder)
		await mkdir(folder, { recursive: true, mode: 0o700 })
		const own = await lock(journalPath(folder), "run folder")
		opened.push(() => own.release())
		const environment = await openTarget(target, folder)
		opened.push(() => environment.close())
		const { source, reading } = checked
		const subject = { source, environment: environment.identity, reading, tool }
		const journal = await openRunJournal(folder, subject, checked.path)
		opened.push(() => journal.close())
		const { merchant } = environment.identity
		const ledger = await openLedger({
			home,
			merchant,
			own: journal.own,
			signal,
			forgotten,
			...(onWait ? { onWait } : {}),
		})
		opened.push(() => ledger.close())
		const answers = environment.api.listing === "yes" && request.settings.preflight
		if (ledger.other && !answers && !isTruncated(journal, ledger) && !(await request.onOtherLedger?.()))
			throw new RunRefused("other-ledger", otherLedger)
		const waited = waitedBefore(journal.header.run, ledger, clock)
		return { clock, target: environment, journal, ledger, waited, close }
	} catch (error) {
		await close()
		throw error
	}
}

/** Records of what was sent are missing, of this run or of another one: what exists has to be listed before anything is sent. */
function isTruncated(journal: RunJournal, ledger: Ledger): boolean {
	return journal.truncated || ledger.warnings.length > 0
}

/** One session of a run, from its start to the files it writes at its end. */
export class Run {
	readonly #request: RunRequest
	readonly #resources: Resources
	readonly #engine: Engine
	/** What a person should know of it; more may come while it goes on. */
	readonly warnings: Sentences[]

	constructor(request: RunRequest, resources: Resources) {
		const { checked, settings } = request
		const { clock, ledger, journal, target, waited } = resources
		this.#request = request
		this.#resources = resources
		this.warnings = [
			...(journal.truncated
				? ["A part of this run's journal is missing: what exists is listed first, and nothing is sent without that."]
				: []),
			...(journal.warning === undefined ? [] : [journal.warning]),
			...ledger.warnings.map(({ message }) => message),
		]
		this.#engine = new Engine(
			{
				api: target.api,
				clock,
				journal: journal.journal,
				ledger,
				run: journal.header.run,
				entries: checked.entries,
				state: journal.state,
				mayHave: checked.numberSearch(),
				hashToken: tokenHasher(target.identity.merchant),
				waited,
				truncated: isTruncated(journal, ledger),
				total: checked.customers,
				unsent: { invalid: checked.counts.error, "left-out": checked.counts.leftOut },
				observe: (event) => {
					trace(event)
					if (event.type === "cannot-list") this.#warn(`${event.message} ${unlisted}`)
					if (event.type === "cannot-look") this.#warn(told`${event.message} ${unlooked}`)
					if (event.type === "cannot-resend") this.#warn(event.message)
					if (event.type === "listed" && event.unnumbered > 0) this.#warn(describeUnnumbered(event.unnumbered))
					request.observe?.(event)
				},
			},
			settings,
		)
	}

	get id(): string {
		return this.#resources.journal.header.run
	}

	/**
	 * Creates the customers and writes the files, whatever stops it; closes everything.
	 * Rejects when the source file could not be read any more, or changed.
	 */
	async start(): Promise<Finished> {
		const { clock, ledger, waited, close } = this.#resources
		const { warnings } = this
		try {
			await ledger.register(this.id, this.#request.folder)
			const stop = await this.#engine.run().catch(async (error) => {
				this.#warn(await this.#rescue())
				throw error
			})
			await ledger.merge(this.id, this.#resources.journal.state).catch((error) => {
				this.#warn(
					told`The ledger could not be written: ${describe(error)} It is brought up to date at the next start.`,
				)
			})
			const summary = await this.#report(stop).catch(async (error) => {
				if (!(error instanceof ReportFailed)) throw error
				this.#warn(told`${error.message} ${describe(error.cause)} ${await this.#rescue()}`)
				return undefined
			})
			return { warnings, ...(stop ? { stop } : {}), ...(summary ? { summary } : {}) }
		} finally {
			keepWaited(this.id, waited, ledger, clock)
			await close()
		}
	}

	/** Gives up a run that was opened and not started. */
	close(): Promise<void> {
		return this.#resources.close()
	}

	/** Nothing more is sent; what is in flight is finished and written down, then `start` resolves. */
	stop(): void {
		this.#engine.stop()
	}

	pause(): void {
		this.#engine.pause()
	}

	resume(): void {
		this.#engine.resume()
	}

	/** @param rate requests per second; 0 for no limit */
	setRate(rate: number): void {
		this.#engine.setRate(rate)
	}

	setConcurrency(concurrency: number): void {
		this.#engine.setConcurrency(concurrency)
	}

	snapshot(): RunSnapshot {
		return this.#engine.snapshot()
	}

	#warn(warning: Sentences): void {
		this.warnings.push(warning)
		this.#request.onWarning?.(warning)
	}

	/** Where the source file cannot be read any more, the journal has the ids all the same. */
	async #rescue(): Promise<Sentences> {
		try {
			const { folder, checked } = this.#request
			await writeResults(join(folder, "results.csv"), this.#resources.journal.state, {
				run: this.id,
				delimiter: checked.layout.delimiter,
			})
			return "results.csv has everybody who exists, from the journal alone; start again with the very same file for the other files."
		} catch (error) {
			return hasCode(error, "ENOENT")
				? told`The run folder is gone, and the journal with it. Put it back, or ${{ way: "import-anew", with: "key" }}: it lists first what exists, and sends nobody again.`
				: "Everything is written down: start again to write them."
		}
	}

	#report(stop: StopReason | undefined): Promise<Summary> {
		const { checked, folder, settings, full = false, xlsx = false, say } = this.#request
		const { header, state } = this.#resources.journal
		const { sent, elapsed } = this.snapshot()
		const seconds = elapsed / 1_000
		return writeRun({
			folder,
			checked,
			header,
			state,
			ledger: this.#resources.ledger,
			known: (row) => this.#engine.known(row),
			full,
			xlsx,
			say,
			session: {
				settings: { ...settings },
				...(stop ? { stop: { kind: stop.kind, told: describeStop(stop) } } : {}),
				ended: new Date().toISOString(),
				throughput: { requests: sent, seconds, perSecond: seconds > 0 ? sent / seconds : 0 },
				warnings: this.warnings,
			},
		})
	}
}

function describeUnnumbered(count: number): string {
	const who = count === 1 ? "1 customer at Intergiro has" : `${count} customers at Intergiro have`
	return `${who} no customer number: whether somebody of the file is among them, nobody can tell.`
}

/** An error in words, as a sentence. */
function describe(error: unknown): Sentences {
	if (error instanceof UnreadableFile) return told`${error.told} ${error.tip}`
	if (error instanceof Refusal) return error.told
	return error instanceof Error ? (describeSystemError(error) ?? error.message) : String(error)
}
