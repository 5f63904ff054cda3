import { basename, dirname, join, resolve } from "node:path"
import { app, type BrowserWindow } from "electron"
import type { Answers } from "../src/app/answers.ts"
import { sweepScratch } from "../src/app/workbook/scratch.ts"
import { openSource, type SheetChoice, type SourceFile } from "../src/app/workbook/source-file.ts"
import { maskCardNumbers } from "../src/customer/card-number.ts"
import type { OpenedFile, Request, Told, Workbook } from "../src/ipc.ts"
import { writeTemplate } from "../src/report/template.ts"
import { chooseFile, chooseTableTarget } from "./dialogs.ts"
import type { History } from "./history.ts"
import type { Handlers } from "./ipc.ts"
import { Refused } from "./refused.ts"
import type { Preferences } from "./settings.ts"
import { type ReadAs, Source, sheetView } from "./source.ts"

export type FileRequest = Exclude<Extract<Request, `file.${string}`>, "file.read">

/** The one file that is worked on, and the one door for it: chosen, dropped, opened with or recent. */
export class Files {
	#source: Source | undefined
	/** It is asked which of its sheets is meant. */
	#choice: SheetChoice | undefined
	#waiting: string | undefined
	/** Paths that a person chose; of others the window may know nothing. */
	readonly #chosen = new Set<string>()
	/** What is being opened. */
	#opening: AbortController | undefined

	constructor(
		private readonly home: string,
		private readonly answers: Answers,
		private readonly history: History,
		private readonly preferences: Preferences,
		private readonly window: () => BrowserWindow,
		private readonly tell: (told: Told) => void,
		private readonly refuseWhileRunning: () => void,
		/** What was checked no longer holds. */
		private readonly onUse: () => void,
	) {
		// What cannot be removed now is tried again with the next workbook.
		void sweepScratch(home).catch(() => {})
	}

	/** A file was opened from outside: the window takes it when it can. */
	offer(path: string): void {
		this.choose(path)
		this.#waiting = path
		this.tell({ type: "waiting" })
	}

	/** A person chose a file, by whatever way. */
	choose(path: string): void {
		this.#chosen.add(resolve(path))
	}

	get source(): Source | undefined {
		return this.#source
	}

	/** The workbook of which a sheet is to be chosen. */
	get choice(): Workbook | undefined {
		if (this.#choice === undefined) return undefined
		const { path, sheets } = this.#choice
		return {
			kind: "workbook",
			name: maskCardNumbers(basename(path)),
			folder: basename(dirname(path)),
			sheets: sheets.map(sheetView),
		}
	}

	readonly handlers: Pick<Handlers, FileRequest> = {
		"file.choose": async () => {
			this.refuseWhileRunning()
			const kinds = ["xlsx", "xlsm", "csv", "tsv", "txt"]
			const path = await chooseFile(this.window(), "Choose the file with the customers", kinds)
			if (path !== undefined) this.choose(path)
			return path
		},
		"file.waiting": () => {
			const path = this.#waiting
			this.#waiting = undefined
			return path
		},
		"file.open": ({ path }) => {
			const isChosen = this.#chosen.has(resolve(path)) || this.preferences.recent.includes(path)
			if (!isChosen) throw new Refused("Nobody chose this file.", "Choose it, or drop it on the window.")
			return this.open(path)
		},
		"file.ofRun": async ({ run, file }) => {
			const opened = await this.open(join(this.history.get(run).reference.folder, file))
			if (opened.kind === "workbook") throw new Error(`${file} is no workbook`)
			return opened
		},
		"file.sheet": async ({ sheet }) => {
			const path = this.#choice?.path ?? this.#source?.path
			if (path === undefined) throw new Refused("No file is open.", "Choose one first.")
			const opened = await this.open(path, sheet)
			if (opened.kind === "workbook") throw new Error("A sheet was chosen, and was not taken")
			return opened
		},
		"file.template": async () => {
			const path = await chooseTableTarget(this.window(), "customers")
			if (path === undefined) return false
			await writeTemplate(path)
			return true
		},
		"file.close": () => {
			this.refuseWhileRunning()
			this.use(undefined)
		},
	}

	/** Opens a file, or the sheet of a workbook that is meant; what was open stays where that fails. Rejects with `UnreadableFile`. */
	async open(path: string, sheet?: string): Promise<OpenedFile | Workbook> {
		this.refuseWhileRunning()
		const full = resolve(path)
		const signal = this.#begin()
		const onRead = (share: number) => this.tell({ type: "reading", share })
		const file = await openSource(full, { home: this.home, sheet, signal, onRead })
		if (file.kind === "file") await this.read(file, { chosen: {} })
		else {
			this.use(undefined)
			this.#choice = file
		}
		this.preferences.opened(full)
		app.addRecentDocument(full)
		const opened = this.choice ?? this.#source?.view()
		if (opened === undefined) throw new Refused("The file was closed.")
		return opened
	}

	/** Reads a file in a way; what was made of it goes where it cannot be read. */
	async read(file: SourceFile, reading: ReadAs): Promise<void> {
		const isNew = file !== this.#source?.file
		const source = await Source.open(file, reading, this.answers, this.history).catch(async (error) => {
			if (isNew) await file.close()
			throw error
		})
		this.use(source)
	}

	/** Works on a file from here on, or on none. */
	use(source: Source | undefined): void {
		this.#opening?.abort(new Refused("The workbook was not read to its end."))
		this.onUse()
		const before = this.#source?.file
		// What cannot be removed now goes with the app.
		if (before !== source?.file) void before?.close().catch(() => {})
		this.#choice = undefined
		this.#source = source
	}

	#begin(): AbortSignal {
		this.#opening?.abort(new Refused("Another file was chosen."))
		this.#opening = new AbortController()
		return this.#opening.signal
	}
}
