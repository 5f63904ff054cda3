import { basename, dirname } from "node:path"
import { type BrowserWindow, clipboard, nativeTheme, safeStorage } from "electron"
import { Answers } from "../src/app/answers.ts"
import { KnownSearch } from "../src/app/known-before.ts"
import { keepFromSaving } from "../src/app/overwriting.ts"
import { counted } from "../src/contract/counted.ts"
import type { Phase, RunEvent } from "../src/contract/progress.ts"
import { isEncoding } from "../src/csv/layout.ts"
import type { OpenedFile, Result, RunReference, Start, Told } from "../src/ipc.ts"
import { writeFindings } from "../src/report/findings-file.ts"
import { versions } from "./about.ts"
import { Archive, type ArchiveRequest } from "./archive.ts"
import { Checking } from "./checking.ts"
import {
	chooseFile,
	chooseFolder,
	chooseTarget,
	confirmMoved,
	confirmOtherMerchant,
	confirmRehearsal,
	confirmRemoval,
} from "./dialogs.ts"
import { Environments } from "./environments.ts"
import { type FileRequest, Files } from "./files.ts"
import { firstCustomers } from "./first-customers.ts"
import { given } from "./given.ts"
import { History } from "./history.ts"
import { type Handlers, problemOf } from "./ipc.ts"
import { KeptMends } from "./kept-mends.ts"
import { systemKeyStore } from "./key-store.ts"
import { systemLocale } from "./locale.ts"
import { readMapping, saveMapping } from "./mapping-file.ts"
import { newRun, permitted, withAnotherFolder, withAnotherTry } from "./new-run.ts"
import { Refused } from "./refused.ts"
import { systemRoute } from "./route.ts"
import { Running } from "./running.ts"
import { Preferences } from "./settings.ts"
import { Source } from "./source.ts"

/** Mends that are named. */
const mostLost = 20

/** What one person works on: one file, its check, its run. The window asks, this answers. */
export class Desk {
	readonly preferences: Preferences
	readonly #answers: Answers
	readonly #environments: Environments
	readonly #history: History
	readonly #mends: KeptMends
	readonly #archive: Archive
	readonly #files: Files
	#checking: Checking | undefined
	#checkStop: AbortController | undefined
	#running: Running | undefined
	/** Of the run that ended last: a window that comes back shows it. */
	#result: Result | undefined
	/** A run is being opened: no other may begin. It may wait for another one, which this ends. */
	#starting: AbortController | undefined

	constructor(
		private readonly home: string,
		/** Where new run folders are made. */
		private readonly runs: string,
		private readonly window: () => BrowserWindow,
		private readonly tell: (told: Told) => void,
		private readonly hear: (event: RunEvent) => void,
	) {
		this.preferences = new Preferences(home)
		this.#answers = new Answers(home)
		this.#environments = new Environments(home, {
			keyStore: () => systemKeyStore(safeStorage, process.platform),
			route: systemRoute,
		})
		this.#history = new History(home, (run) => this.#environments.idOf(run))
		this.#mends = new KeptMends(home, this.#history)
		this.#files = new Files(
			home,
			this.#answers,
			this.#history,
			this.preferences,
			window,
			tell,
			() => this.#refuseWhileRunning(),
			() => {
				this.#checkStop?.abort()
				this.#checking = undefined
				this.#result = undefined
			},
		)
		this.#archive = new Archive(this.home, this.#history, this.#environments, this.#mends, window, () =>
			this.#refuseWhileRunning(),
		)
		this.handlers = { ...this.#archive.handlers, ...this.#files.handlers, ...this.#own }
	}

	/** What the import that is under way is at; nothing when there is none. */
	get phase(): Phase | undefined {
		return this.#running?.phase
	}

	/** Resolves when nothing is under way any more. */
	async finish(): Promise<void> {
		this.#checkStop?.abort()
		await this.#running?.stop()
		this.#files.use(undefined)
	}

	/** A file was dropped on the window. */
	choose(path: string): void {
		this.#files.choose(path)
	}

	/** A file was opened from outside. */
	offer(path: string): void {
		this.#files.offer(path)
	}

	readonly handlers: Handlers

	readonly #own: Omit<Handlers, ArchiveRequest | FileRequest> = {
		state: async () => ({
			...(await this.#keys()),
			version: versions(),
			locale: systemLocale(),
			settings: this.#settings(),
			recent: this.preferences.recent.map((path) => ({ path, name: basename(path), folder: dirname(path) })),
			unfinished: this.#history.unfinishedNow(),
			...(this.#source ? { file: this.#source.view() } : {}),
			...(this.#files.choice ? { workbook: this.#files.choice } : {}),
			...(this.#checking ? { checked: this.#checking.view() } : {}),
			...(this.#running && this.#source?.resumed ? { run: this.#source.resumed.past.reference } : {}),
			...(this.#result ? { result: this.#result } : {}),
			told: [this.preferences, this.#environments, this.#history, this.#answers].flatMap(({ told }) => told),
		}),
		"file.read": async (chosen) => {
			this.#refuseWhileRunning()
			const { file, readAs } = this.#opened()
			await this.#files.read(file, { ...readAs, chosen: { ...readAs.chosen, ...given(chosen) } })
			return this.#opened().view()
		},
		"columns.answer": async ({ question, chosen }) => {
			this.#refuseWhileRunning()
			const source = this.#opened()
			source.answer(question, chosen)
			const { resumed, looked } = source
			if (resumed && !source.isOpen) this.#answers.confirm(looked.detection.layout.columns, resumed.reading.mapping)
			const { encoding } = source.answers
			if (question === "encoding" && encoding !== undefined && isEncoding(encoding)) {
				const { readAs, answers, carried } = source
				await this.#files.read(source.file, { ...readAs, chosen: { ...readAs.chosen, encoding } })
				this.#opened().forget(answers, carried)
			}
			return this.#mapped()
		},
		"columns.say": (said) => {
			this.#refuseWhileRunning()
			this.#opened().say(given(said))
			return this.#mapped()
		},
		"columns.forget": () => {
			this.#refuseWhileRunning()
			this.#answers.forget(this.#opened().looked.detection.layout.columns)
			this.#opened().forget()
			return this.#mapped()
		},
		"columns.save": async () => {
			const path = await chooseTarget(this.window(), "mapping.json", "Answers about columns")
			if (path !== undefined) await saveMapping(this.#opened(), path)
			return path !== undefined
		},
		"columns.load": async () => {
			this.#refuseWhileRunning()
			const path = await chooseFile(this.window(), "Choose a file of answers", ["json"])
			if (path === undefined) return undefined
			this.#opened().forget(await readMapping(path))
			return this.#mapped()
		},
		check: async () => {
			this.#refuseWhileRunning()
			const source = this.#opened()
			if (source.isOpen) throw new Refused("A question about the columns is open.", "Answer it first, under Columns.")
			this.#checkStop?.abort()
			this.#checkStop = new AbortController()
			this.#result = undefined
			const { signal } = this.#checkStop
			const edits = await this.#mends.of(source.sha256)
			const checking = await Checking.begin(source, source.options(this.preferences), edits, this.tell, signal)
			if (checking.file.source.sha256 !== source.sha256)
				throw new Refused(
					"The file has changed since it was opened.",
					"Check it again to import it as it is now, by an import of its own.",
					{ changed: true },
				)
			if (edits === undefined && !source.resumed) await this.#follow(source, checking)
			this.#checking = checking
			const { ownAnswers } = source
			const { columns } = source.looked.detection.layout
			if (ownAnswers) this.#keep("What you answered", () => this.#answers.remember(columns, ownAnswers))
			return { file: source.view(), checked: this.#checking.view() }
		},
		"check.anew": async () => {
			this.#refuseWhileRunning()
			const { path, looked } = this.#opened()
			const file = await this.#files.open(path, looked.workbook?.identity.sheet)
			if (file.kind === "workbook") throw new Refused("The sheet is gone.", "Open the file again.")
			return file
		},
		"check.stop": () => this.#checkStop?.abort(new Refused("The check was stopped.")),
		"check.copy": async (area) => {
			const lines = await this.#checked().copied(area)
			clipboard.writeText(lines.join("\n"))
			return lines.length
		},
		"check.rows": (wanted) => this.#checked().rows(wanted),
		"result.first": ({ run }) => {
			const { reference, sha256 } = this.#history.get(run)
			return firstCustomers(reference, this.#source?.sha256 === sha256 ? this.#checking?.file : undefined)
		},
		"check.plan": ({ environment }) => {
			const began = this.#source?.resumed?.past
			const past = began && this.#environments.idOf(began) === environment ? began : undefined
			return this.#checked().plan(JSON.stringify([environment, past?.reference.id]), async () => {
				// Without its key an environment does not say whose it is: the imports that it was used for do.
				const merchant =
					this.#environments.merchantOf(this.#environments.get(environment)) ?? this.#history.merchantIn(environment)
				return merchant === undefined ? undefined : await KnownSearch.of(this.home, merchant, past?.reference.folder)
			})
		},
		"check.mend": async (mend) => {
			this.#refuseWhileRunning()
			const checking = this.#checked()
			const checked = await checking.mend(mend)
			this.#result = undefined
			const { sha256 } = this.#opened()
			const { path } = this.#opened()
			const places = await checking.places()
			this.#keep("What you mended", () => {
				this.#mends.keep(sha256, checking.edits)
				this.#mends.place(sha256, path, places)
			})
			return { file: this.#opened().view(), checked }
		},
		"check.replaceable": (wanted) => this.#checked().replaceable(wanted),
		"check.export": async () => {
			const path = await chooseTarget(this.window(), "findings.csv", "CSV file")
			if (path === undefined) return false
			await keepFromSaving([this.#opened().path], path)
			await writeFindings(path, this.#checked().file.allRows())
			return true
		},
		"runs.choose": async () => {
			const path = await chooseFolder(this.window(), "Choose a folder for imports")
			if (path !== undefined) this.preferences.keepRunsIn(path)
			return path !== undefined
		},
		"run.start": (start) => this.#start(start),
		"run.pause": () => this.#running?.pause(),
		"run.resume": () => this.#running?.resume(),
		"run.stop": () => {
			this.#starting?.abort(new Refused("The import was not begun.", "Nothing was sent."))
			void this.#running?.stop()
		},
		"run.pace": (pace) => this.#running?.pace(given(pace)),
		"history.resume": async ({ run }) => {
			this.#refuseWhileRunning()
			await this.#archive.countInterrupted()
			const past = this.#history.get(run)
			const environment = this.#environments.of(past)
			this.#files.use(await Source.resume(past, this.#answers, this.#history))
			this.preferences.change({ environment: environment.id })
			return { file: this.#opened().view(), settings: this.#settings() }
		},
		"history.again": async ({ run, environment }) => {
			this.#refuseWhileRunning()
			const past = this.#history.get(run)
			const { id } = this.#environments.get(environment)
			const { source, reading } = await Source.again(past, this.#answers, this.#history)
			this.#mends.keepOf(past.sha256, reading)
			this.#files.use(source)
			this.preferences.change({ environment: id })
			return { file: this.#opened().view(), settings: this.#settings() }
		},
		"settings.save": (settings) => {
			this.preferences.change(given(settings))
			const saved = this.#settings()
			nativeTheme.themeSource = saved.theme === "auto" ? "system" : saved.theme
			return saved
		},
		"environment.save": (environment) =>
			this.#environments.save(environment, async ({ id, name, before, after }) => {
				const imports = this.#history.unfinishedIn(id, after.merchant)
				// Nothing is known of whose it was, and nothing needs it to stay so.
				if (before.merchant === undefined && imports.length === 0) return true
				return confirmOtherMerchant(this.window(), { name, before: before.at, after: after.at, imports })
			}),
		"environment.remove": async ({ id }) => {
			const { name } = this.#environments.get(id)
			const isMeant = await confirmRemoval(this.window(), name, this.#history.unfinishedIn(id))
			return isMeant ? this.#environments.remove(id) : this.#environments.list()
		},
	}

	/** What a window asks for first, and so once the app is ready: the key store may ask a person before it opens. */
	async #keys() {
		await this.#environments.readKeys()
		return { environments: this.#environments.list(), keysKept: this.#environments.keysKept }
	}

	/** What was mended in the file before it changed is taken over where it fits, and told where it does not. */
	async #follow({ path, sha256 }: Source, checking: Checking) {
		const before = await this.#mends.before(path, sha256)
		if (before === undefined) return
		const lost = await checking.follow(before.edits, before.places)
		const { cells, skipped } = checking.edits
		const taken = [
			counted(cells.length, "mended cell"),
			...(skipped.length > 0 ? [counted(skipped.length, "row that was left out", "rows that were left out")] : []),
		].join(" and ")
		const others = lost.length > mostLost ? ` and ${lost.length - mostLost} more` : ""
		const gone =
			lost.length === 0
				? ""
				: ` Not taken over, as they are other rows or values now: ${lost.slice(0, mostLost).join("; ")}${others}.`
		this.tell({
			type: "warning",
			message: `${basename(path)} has changed since you mended it. Taken over: ${taken}.${gone}`,
		})
		const places = await checking.places()
		this.#keep("What you mended", () => {
			this.#mends.keep(sha256, checking.edits)
			this.#mends.place(sha256, path, places)
		})
	}

	/** What cannot be kept on the disk holds until the app is closed. */
	#keep(what: string, work: () => void) {
		try {
			work()
		} catch (error) {
			const { message } = problemOf(error)
			this.tell({ type: "warning", message: `${what} is not kept for the next time: ${message}` })
		}
	}

	/** What was checked no longer holds. */
	#mapped(): OpenedFile {
		this.#checking = undefined
		this.#result = undefined
		return this.#opened().view()
	}

	async #start(start: Start): Promise<RunReference> {
		this.#refuseWhileRunning()
		this.#starting = new AbortController()
		const { signal } = this.#starting
		try {
			const checking = this.#checked()
			await checking.idle()
			checking.stopPlanning()
			const checked = checking.file.decided
			if (checked === undefined) throw new Refused("A question about the columns is open.", "Answer it first.")
			const environment = this.#environments.get(start.environment)
			const began = this.#opened().resumed?.past
			// In another environment nothing of it counts: that is another run.
			const isNew = began === undefined || this.#environments.idOf(began) !== environment.id
			const past = permitted(
				start,
				environment,
				isNew
					? newRun(
							checked,
							environment,
							this.#opened().path,
							this.preferences.runs ?? this.runs,
							this.#environments.merchantOf(environment),
							this.#environments.merchantAt(environment),
						)
					: this.#history.get(began.reference.id),
				isNew,
			)
			const { rehearsal } = this.#opened().looked
			const isRehearsed = rehearsal !== undefined && environment.kind !== "sandbox" && isNew
			if (isRehearsed && !(await confirmRehearsal(this.window(), rehearsal)))
				throw new Refused("The import was not begun.", "Nothing was sent.")
			this.#archive.forgetRows()
			this.#result = undefined
			this.#running = await Running.start(
				{
					checked,
					past,
					target: await this.#environments.target(start.environment),
					start,
					settings: this.preferences.settings,
					home: this.home,
					hear: this.hear,
					onOtherLedger: () => confirmMoved(this.window()),
					signal,
				},
				this.#history,
				this.#mends,
				(told) => {
					if (told.type === "finished") this.#result = told.result
					this.tell(told)
				},
				() => {
					this.#running = undefined
				},
			).catch((error) => {
				if (isNew) throw withAnotherFolder(error)
				throw start.look ? withAnotherTry(error, past.reference.id) : error
			})
			if (signal.aborted) void this.#running.stop()
			this.#opened().resumed = { past, reading: checked.reading }
			return this.#history.get(past.reference.id).reference
		} finally {
			this.#starting = undefined
		}
	}

	#settings() {
		const { settings } = this.preferences
		const known = this.#environments.list().some(({ id }) => id === settings.environment)
		return known ? settings : { ...settings, environment: "sandbox" }
	}

	get #source(): Source | undefined {
		return this.#files.source
	}

	#opened(): Source {
		if (!this.#source) throw new Refused("No file is open.", "Choose one first.")
		return this.#source
	}

	#checked(): Checking {
		if (!this.#checking) throw new Refused("The file is not checked.", "Check it first.")
		return this.#checking
	}

	#refuseWhileRunning() {
		if (this.#running || this.#starting) throw new Refused("An import is running.", "Stop it first.")
	}
}
