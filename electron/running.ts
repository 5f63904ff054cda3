import { existsSync } from "node:fs"
import { rm } from "node:fs/promises"
import { BrowserWindow, powerSaveBlocker } from "electron"
import type { DecidedFile } from "../src/app/check/checked-file.ts"
import { openRun, type Run } from "../src/app/run.ts"
import type { Target } from "../src/app/target.ts"
import { hashOf } from "../src/app/workbook/kept-sheet.ts"
import { figuresOf } from "../src/contract/figures.ts"
import { needsCount } from "../src/contract/needs.ts"
import { describeStop, type Phase, type RunEvent, type RunSnapshot, type StopReason } from "../src/contract/progress.ts"
import { rowsLeft } from "../src/contract/row-counts.ts"
import { type Sentences, told } from "../src/customer/sentences.ts"
import type { Told } from "../src/ipc/bridge.ts"
import type { RunReference, Start } from "../src/ipc/run.ts"
import type { Settings } from "../src/ipc/settings.ts"
import { readRun } from "../src/journal/read-run.ts"
import { call } from "./call.ts"
import { Caller } from "./caller.ts"
import type { History, PastRun } from "./history.ts"
import { problemOf } from "./ipc.ts"
import type { KeptMends } from "./kept-mends.ts"
import { momentWords } from "./locale.ts"
import { triedAgain } from "./new-run.ts"
import { Notices } from "./notices.ts"
import { Refused } from "./refused.ts"
import { customersOf, resultOf, rowsOfRuns } from "./result.ts"
import { inWindow } from "./window-words.ts"

/** Milliseconds between two tellings of the progress: often enough to look smooth, and the window stays idle. */
const interval = 250

interface Work {
	readonly checked: DecidedFile
	readonly past: PastRun
	readonly target: Target
	readonly start: Start
	readonly settings: Settings
	readonly home: string
	hear(event: RunEvent): void
	/** Asks whether a run that worked with another ledger before goes on here. */
	onOtherLedger(): Promise<boolean>
	/** Ends the waiting for another run of the same merchant. */
	readonly signal: AbortSignal
}

/** The run that is under way. There is one at a time. */
export class Running {
	readonly #run: Run
	#ended: Promise<void> = Promise.resolve()

	private constructor(
		run: Run,
		private readonly work: Work,
		private readonly looking: Looking,
		private readonly caller: Caller,
		private readonly history: History,
		private readonly mends: KeptMends,
		private readonly tell: (told: Told) => void,
	) {
		this.#run = run
	}

	/** Opens the run folder and starts. Rejects when it cannot be opened; then nothing was sent. */
	static async start(
		work: Work,
		history: History,
		mends: KeptMends,
		tell: (told: Told) => void,
		onEnd: () => void,
	): Promise<Running> {
		const { checked, past, target, start, settings, home, signal } = work
		const notices = new Notices(tell)
		const looking = new Looking()
		const caller = new Caller(past.reference, call)
		const { folder } = past.reference
		const isNew = !existsSync(folder)
		const undo = async (error: unknown): Promise<never> => {
			// A run that never was is in no history, from where a person could remove what it left: mended values, perhaps.
			if (isNew) await rm(folder, { recursive: true, force: true }).catch(() => {})
			throw error
		}
		const run = await openRun({
			inputs: [past.path],
			checked,
			folder,
			target: { ...target, letterCase: settings.letterCase },
			home,
			signal,
			full: settings.fullResults,
			say: inWindow,
			settings: {
				rate: start.rate,
				concurrency: start.concurrency,
				settle: settings.settle * 1_000,
				resendUnknown: start.resendUnknown ?? false,
				verify: true,
				preflight: true,
				onRefusals: "ask",
				onDifferences: "ask",
				seenDifferences: start.seen ?? false,
				letterCase: settings.letterCase,
				...(start.addCards ? { addCards: true, confirmCards: start.addCards } : {}),
				...(start.look ? { first: 0 } : start.first === undefined ? {} : { first: start.first }),
			},
			observe: (event) => {
				work.hear(event)
				looking.hear(event)
				notices.hear(event)
				caller.hear(event)
			},
			onOtherLedger: work.onOtherLedger,
			onWait: ({ since, host, pid, file }) => {
				const when = momentWords(since)
				caller.waits()
				notices.tell(
					`Another import for this merchant is under way since ${when}, on ${host} (process ${pid}). This one begins when it has ended. Only when that process certainly does not run any more, delete ${file}.`,
				)
			},
		}).catch(undo)
		try {
			history.save({ ...past, reference: { ...past.reference, state: "running" } })
		} catch (error) {
			history.ended(past.reference.id)
			await run.close()
			return undo(error)
		}
		const running = new Running(run, work, looking, caller, history, mends, tell)
		running.#ended = running
			.#work()
			.finally(onEnd)
			.then((sayEnd) => sayEnd())
		return running
	}

	get phase(): Phase {
		return this.#run.snapshot().phase
	}

	pause() {
		this.#run.pause()
	}

	resume() {
		this.#run.resume()
	}

	pace({ rate, concurrency }: Partial<Pick<Start, "rate" | "concurrency">>) {
		if (rate !== undefined) this.#run.setRate(rate)
		if (concurrency !== undefined) this.#run.setConcurrency(concurrency)
	}

	/** Stops sending; resolves when what was in flight is finished and the files are written. */
	stop(): Promise<void> {
		this.#run.stop()
		return this.#ended
	}

	/** @returns what says the end, once nothing runs any more: whoever hears of it may close the window at once */
	async #work(): Promise<() => void> {
		const awake = powerSaveBlocker.start("prevent-app-suspension")
		const telling = setInterval(() => this.#tellProgress(), interval)
		try {
			const { stop, summary, warnings } = await this.#run.start()
			this.#tellProgress()
			if (summary === undefined) throw this.#unwritten(stop, warnings.at(-1) ?? "The files could not be written.")
			const { customers } = summary
			const toItsEnd = stop === undefined || stop.kind === "first"
			// What cannot be removed now is removed with the history entry.
			if (!stop) await this.mends.release(this.work.past).catch(() => {})
			const looked = toItsEnd && summary.outcomes.unknown > 0 && this.looking.wasInVain
			const { pending } = summary
			const { past } = this.work
			const { id, environment } = past.reference
			const isRehearsal = environment.kind === "sandbox"
			const again = await rowsOfRuns(summary.earlier, this.history.parentsOf(id))
			const needs = needsCount(summary)
			// Until they are compared nobody knows that they are right.
			const wrong = isRehearsal ? 0 : await rowsOfRuns(summary.earlier, this.history.othersOf(id))
			const counts = {
				created: customers,
				existed: summary.existed,
				open: rowsLeft(summary) + pending,
				leftOut: summary.outcomes["left-out"],
				looked,
				needs,
				wrong,
				again,
			}
			this.#save(stop ? "stopped" : "finished", counts)
			const result = await resultOf(
				this.history.get(id).reference,
				this.history.othersOf(id),
				this.history.childrenOf(id),
			)
			return () => {
				this.tell({ type: "finished", result, unfinished: this.history.unfinishedNow() })
				this.caller.ended(stop, summary)
			}
		} catch (error) {
			return await this.#fail(error)
		} finally {
			clearInterval(telling)
			powerSaveBlocker.stop(awake)
			for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(-1)
		}
	}

	#tellProgress() {
		const snapshot = inWords(this.#run.snapshot())
		this.tell({ type: "progress", snapshot })
		const { done } = figuresOf(snapshot)
		const mode = snapshot.paused ? "paused" : "normal"
		for (const window of BrowserWindow.getAllWindows())
			window.setProgressBar(snapshot.total > 0 ? done / snapshot.total : 0, { mode })
	}

	/** Why it stopped goes first: the files are written as soon as it goes on. */
	#unwritten(stop: StopReason | undefined, why: Sentences): Refused {
		if (stop === undefined || stop.kind === "first" || stop.kind === "asked") return new Refused(why)
		const { id } = this.work.past.reference.environment
		const isKey = stop.kind === "wrong-environment" && id !== undefined
		return new Refused(told`${describeStop(stop)} ${why}`, undefined, isKey ? { environment: id } : {})
	}

	/** It ended without files: says why, how far it came by its journal, and the ways on. */
	async #fail(error: unknown): Promise<() => void> {
		const { reference } = this.work.past
		const { folder } = reference
		const counted = await customersOf(folder).catch(() => undefined)
		const isUntouched = await readRun(folder).then(
			({ state }) => state.untouched,
			() => false,
		)
		this.#save("stopped", counted && { ...counted, open: Math.max(0, reference.rows - counted.created) })
		const tip = isUntouched ? "Nothing was sent. Put it right, then start it once more." : triedAgain
		const problem = {
			tip,
			...problemOf(error),
			// With nothing sent there is nothing to write: it is begun once more.
			...(isUntouched ? {} : { again: reference.id }),
			...((await this.#isChanged()) ? { changed: true as const } : {}),
		}
		const { reference: run } = this.history.get(reference.id)
		return () => {
			this.tell({ type: "failed", problem, run, unfinished: this.history.unfinishedNow() })
			this.caller.failed(problem)
		}
	}

	/** Whether its file is there, and another than was checked. */
	#isChanged(): Promise<boolean> {
		const { checked } = this.work
		return hashOf(checked.path).then(
			(hash) => hash !== checked.source.sha256,
			() => false,
		)
	}

	/** The folder has it all: a history that cannot be written takes no run down with it. */
	#save(state: "stopped" | "finished", counts: Partial<RunReference> = {}) {
		const { id } = this.work.past.reference
		const past = this.history.get(id)
		// What was verified was another state of the run.
		const { verified: _before, ...reference } = past.reference
		try {
			this.history.save({ ...past, reference: { ...reference, state, ...counts } })
		} catch (error) {
			this.history.ended(id)
			this.tell({ type: "warning", message: `The history could not be written: ${problemOf(error).message}` })
		}
	}
}

/** Whether a session looked for the rows in doubt that earlier ones left, without making new ones. */
class Looking {
	#listed = false
	#doubted = false

	get wasInVain(): boolean {
		return this.#listed && !this.#doubted
	}

	hear({ type }: RunEvent) {
		if (type === "listed") this.#listed = true
		else if (type === "ambiguous") this.#doubted = true
	}
}

/** What a run asks, in the words of the window. */
function inWords(snapshot: RunSnapshot): RunSnapshot {
	const { asking } = snapshot
	return asking ? { ...snapshot, asking: { ...asking, message: inWindow(asking.message) } } : snapshot
}
