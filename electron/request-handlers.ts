import { type BrowserWindow, safeStorage } from "electron"
import { Answers } from "../src/app/answers.ts"
import type { Phase, RunEvent } from "../src/contract/progress.ts"
import type { Told } from "../src/ipc/bridge.ts"
import { versions } from "./about.ts"
import { Environments } from "./environments.ts"
import { History } from "./history.ts"
import type { Handlers } from "./ipc.ts"
import { KeptMends } from "./kept-mends.ts"
import { systemKeyStore } from "./key-store.ts"
import { systemLocale } from "./locale.ts"
import { CheckRequests } from "./requests/check-requests.ts"
import { columnRequests } from "./requests/column-requests.ts"
import { FileRequests, recentFiles } from "./requests/file-requests.ts"
import { HistoryRequests } from "./requests/history-requests.ts"
import { PastRequests } from "./requests/past-requests.ts"
import { RunRequests } from "./requests/run-requests.ts"
import { currentSettings, settingRequests } from "./requests/setting-requests.ts"
import type { Shared } from "./requests/shared.ts"
import { valueRequests } from "./requests/value-requests.ts"
import { systemRoute } from "./route.ts"
import { Preferences } from "./settings.ts"
import { Work } from "./work.ts"

/** What the window asks, answered: one class or function for each kind of request, and what they share. */
export class RequestHandlers {
	readonly handlers: Handlers
	readonly preferences: Preferences
	readonly #work = new Work()
	readonly #files: FileRequests

	/**
	 * @param home where settings, keys and the list of imports are kept
	 * @param runs where new run folders are made, unless a person chose another folder
	 * @param hear hears what a run does, for the log
	 */
	constructor(
		home: string,
		runs: string,
		window: () => BrowserWindow,
		tell: (told: Told) => void,
		hear: (event: RunEvent) => void,
	) {
		const environments = new Environments(home, {
			keyStore: () => systemKeyStore(safeStorage, process.platform),
			route: systemRoute,
		})
		const history = new History(home, (run) => environments.idOf(run))
		this.preferences = new Preferences(home)
		const shared: Shared = {
			...{ home, runs, window, tell, hear, environments, history },
			work: this.#work,
			preferences: this.preferences,
			answers: new Answers(home),
			mends: new KeptMends(home, history),
		}
		this.#files = new FileRequests(shared)
		const past = new PastRequests(shared)
		const imports = new HistoryRequests(shared)
		this.handlers = {
			state: stateRequest(shared),
			...this.#files.handlers,
			...columnRequests(shared, this.#files),
			...new CheckRequests(shared, this.#files).handlers,
			...new RunRequests(shared, past, imports).handlers,
			...past.handlers,
			...imports.handlers,
			...settingRequests(shared),
			...valueRequests(shared),
		}
	}

	/** What the import that is under way is at; nothing when there is none. */
	get phase(): Phase | undefined {
		return this.#work.running?.phase
	}

	/** Resolves when nothing is under way any more. */
	async finish(): Promise<void> {
		this.#work.stopCheck()
		await this.#work.running?.stop()
		this.#work.use(undefined)
	}

	/** A file was dropped on the window. */
	choose(path: string): void {
		this.#files.choose(path)
	}

	/** A file was opened from outside. */
	offer(path: string): void {
		this.#files.offer(path)
	}
}

/** What a window asks for first, also one that comes back, and so once the app is ready: the key store may ask a person before it opens. */
function stateRequest(shared: Shared): Handlers["state"] {
	const { answers, environments, history, preferences, work } = shared
	return async () => {
		await environments.readKeys()
		const { source, choice, checking, running, result } = work
		return {
			environments: environments.list(),
			keysKept: environments.keysKept,
			version: versions(),
			locale: systemLocale(),
			settings: currentSettings(shared),
			recent: await recentFiles(shared),
			unfinished: history.unfinishedNow(),
			...(source ? { file: source.view() } : {}),
			...(choice ? { workbook: choice } : {}),
			...(checking ? { checked: checking.view() } : {}),
			...(running && source?.resumed ? { run: source.resumed.past.reference } : {}),
			...(result ? { result } : {}),
			told: [preferences, environments, history, answers].flatMap(({ told }) => told),
		}
	}
}
