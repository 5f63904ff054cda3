import { elsewhereWords } from "../../src/contract/elsewhere-words.ts"
import type { Request } from "../../src/ipc/requests.ts"
import type { RunReference, Start } from "../../src/ipc/run.ts"
import { chooseFolder, confirmMoved, confirmRehearsal } from "../dialogs.ts"
import { elsewhereOf } from "../elsewhere.ts"
import { given } from "../given.ts"
import type { Handlers } from "../ipc.ts"
import { momentWords } from "../locale.ts"
import { newRun, permitted, withAnotherFolder, withAnotherTry } from "../new-run.ts"
import { Refused } from "../refused.ts"
import { Running } from "../running.ts"
import { Source } from "../source.ts"
import type { HistoryRequests } from "./history-requests.ts"
import type { PastRequests } from "./past-requests.ts"
import { currentSettings } from "./setting-requests.ts"
import type { Shared } from "./shared.ts"

type RunRequest = Extract<Request, `run.${string}` | `runs.${string}`> | "history.resume" | "history.again"

/** The import itself: begun, gone on with, paused, stopped. */
export class RunRequests {
	constructor(
		private readonly shared: Shared,
		private readonly past: PastRequests,
		private readonly imports: HistoryRequests,
	) {}

	readonly handlers: Pick<Handlers, RunRequest> = {
		"runs.choose": async () => {
			const path = await chooseFolder(this.shared.window(), "Choose a folder for imports")
			if (path !== undefined) this.shared.preferences.keepRunsIn(path)
			return path !== undefined
		},
		"run.start": (start) => this.#start(start),
		"run.pause": () => this.shared.work.running?.pause(),
		"run.resume": () => this.shared.work.running?.resume(),
		"run.stop": () => {
			this.shared.work.starting?.abort(new Refused("The import was not begun.", "Nothing was sent."))
			void this.shared.work.running?.stop()
		},
		"run.pace": (pace) => this.shared.work.running?.pace(given(pace)),
		"history.resume": async ({ run }) => {
			const { answers, environments, history, preferences, work } = this.shared
			work.refuseWhileRunning()
			await this.imports.countInterrupted()
			const past = history.get(run)
			const environment = environments.of(past)
			work.use(await Source.resume(past, answers, history))
			preferences.change({ environment: environment.id })
			return { file: work.opened.view(), settings: currentSettings(this.shared) }
		},
		"history.again": async ({ run, environment }) => {
			const { answers, environments, history, mends, preferences, work } = this.shared
			work.refuseWhileRunning()
			const past = history.get(run)
			const { id } = environments.get(environment)
			const { source, reading } = await Source.again(past, answers, history)
			mends.keepOf(past.sha256, reading)
			work.use(source)
			preferences.change({ environment: id })
			return { file: work.opened.view(), settings: currentSettings(this.shared) }
		},
	}

	async #start(start: Start): Promise<RunReference> {
		const { environments, hear, history, home, mends, preferences, runs, tell, window, work } = this.shared
		work.refuseWhileRunning()
		const starting = new AbortController()
		work.starting = starting
		const { signal } = starting
		try {
			const checking = work.checked
			await checking.idle()
			checking.stopPlanning()
			const checked = checking.file.decided
			if (checked === undefined) throw new Refused("A question about the columns is open.", "Answer it first.")
			const environment = environments.get(start.environment)
			const source = work.opened
			const began = source.resumed?.past
			// In another environment nothing of it counts: that is another run.
			const isNew = began === undefined || environments.idOf(began) !== environment.id
			const past = permitted(
				start,
				environment,
				isNew
					? newRun(
							checked,
							environment,
							source.path,
							preferences.runs ?? runs,
							environments.merchantOf(environment),
							environments.merchantAt(environment),
						)
					: history.get(began.reference.id),
				isNew,
			)
			const sent = isNew && start.elsewhere !== true ? await elsewhereOf(this.shared, environment, checked) : undefined
			if (sent)
				throw new Refused(
					`${elsewhereWords(sent, momentWords)}.`,
					"Say on this page that the file is meant for this merchant too, or choose the other environment. Nothing was sent.",
				)
			const { rehearsal } = source.looked
			const isRehearsed = rehearsal !== undefined && environment.kind !== "sandbox" && isNew
			if (isRehearsed && !(await confirmRehearsal(window(), rehearsal)))
				throw new Refused("The import was not begun.", "Nothing was sent.")
			this.past.forgetRows()
			work.result = undefined
			const running = await Running.start(
				{
					checked,
					past,
					target: await environments.target(start.environment),
					start,
					settings: preferences.settings,
					home,
					hear,
					onOtherLedger: () => confirmMoved(window()),
					signal,
				},
				history,
				mends,
				(told) => {
					if (told.type === "finished") work.result = told.result
					tell(told)
				},
				() => {
					work.running = undefined
				},
			).catch((error) => {
				if (isNew) throw withAnotherFolder(error)
				throw start.look ? withAnotherTry(error, past.reference.id) : error
			})
			work.running = running
			if (signal.aborted) void running.stop()
			work.opened.resumed = { past, reading: checked.reading }
			return history.get(past.reference.id).reference
		} finally {
			work.starting = undefined
		}
	}
}
