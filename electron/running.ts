import { app, BrowserWindow, Notification, powerSaveBlocker } from "electron"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { openRun, type Run } from "../src/app/run.ts"
import type { Target } from "../src/app/target.ts"
import type { Settings, Start, Told } from "../src/ipc.ts"
import type { RunEvent } from "../src/run/progress.ts"
import type { History, PastRun } from "./history.ts"
import { problemOf } from "./ipc.ts"
import { resultOf } from "./result.ts"

/** Milliseconds between two tellings of the progress: often enough to look smooth, and the window stays idle. */
const interval = 250

interface Work {
	readonly checked: CheckedFile
	readonly past: PastRun
	readonly target: Target
	readonly start: Start
	readonly settings: Settings
	readonly home: string
}

/** The run that is under way. There is one at a time. */
export class Running {
	readonly #run: Run
	#ended: Promise<void> = Promise.resolve()

	private constructor(
		run: Run,
		private readonly work: Work,
		private readonly history: History,
		private readonly tell: (told: Told) => void,
	) {
		this.#run = run
	}

	/** Opens the run folder and starts. Rejects when it cannot be opened; then nothing was sent. */
	static async start(work: Work, history: History, tell: (told: Told) => void, onEnd: () => void): Promise<Running> {
		const { checked, past, target, start, settings, home } = work
		const run = await openRun({
			checked,
			folder: past.reference.folder,
			target,
			home,
			settings: {
				rate: start.rate,
				concurrency: start.concurrency,
				settle: settings.settle * 1_000,
				resendUnknown: start.resendUnknown ?? false,
				preflight: true,
				...(start.first === undefined ? {} : { first: start.first }),
			},
			observe: (event) => notice(event, tell),
			onWait: ({ purpose, since }) =>
				tell({ type: "notice", message: `Another run of this merchant is under way since ${since} (${purpose}).` }),
		})
		history.save({ ...past, pid: process.pid, reference: { ...past.reference, state: "running" } })
		const running = new Running(run, work, history, tell)
		running.#ended = running.#work().finally(onEnd)
		return running
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

	async #work() {
		const awake = powerSaveBlocker.start("prevent-app-suspension")
		const telling = setInterval(() => this.#tellProgress(), interval)
		try {
			const { stop, summary } = await this.#run.start()
			this.#tellProgress()
			const outcomes = summary?.outcomes
			const mapped = outcomes ? outcomes.created + outcomes.existing + outcomes.adopted : 0
			this.#save(stop ? "stopped" : "finished", mapped, summary ? summary.rows - mapped : 0)
			const { past } = this.work
			const result = await resultOf(this.history.get(past.reference.id).reference)
			this.tell({ type: "finished", result })
			notify(stop ? "Import stopped" : "Import finished", `${past.reference.file}: ${mapped} customers at Intergiro.`)
		} catch (error) {
			this.#save("stopped")
			this.tell({ type: "failed", problem: problemOf(error) })
		} finally {
			clearInterval(telling)
			powerSaveBlocker.stop(awake)
			for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(-1)
		}
	}

	#tellProgress() {
		const snapshot = this.#run.snapshot()
		this.tell({ type: "progress", snapshot })
		const { invalid: _, unknown: _doubt, ...counts } = snapshot.counts
		const done = Object.values(counts).reduce((sum, count) => sum + count, 0)
		const mode = snapshot.held ? "paused" : "normal"
		for (const window of BrowserWindow.getAllWindows())
			window.setProgressBar(snapshot.total > 0 ? done / snapshot.total : 0, { mode })
	}

	#save(state: "stopped" | "finished", created?: number, open?: number) {
		const { pid: _, ...past } = this.history.get(this.work.past.reference.id)
		const counts = created === undefined || open === undefined ? {} : { created, open }
		this.history.save({ ...past, reference: { ...past.reference, state, ...counts } })
	}
}

function notice(event: RunEvent, tell: (told: Told) => void) {
	if (event.type === "throttled") {
		const seconds = Math.ceil(event.milliseconds / 1_000)
		tell({ type: "notice", message: `Intergiro asked to slow down (${event.status}): everyone waits ${seconds} s.` })
	} else if (event.type === "cannot-list") tell({ type: "notice", message: event.message })
}

function notify(title: string, body: string) {
	const watched = BrowserWindow.getFocusedWindow() !== null
	if (!watched && Notification.isSupported()) new Notification({ title: `${app.getName()}: ${title}`, body }).show()
}
