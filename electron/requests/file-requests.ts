import { basename, dirname, join, resolve } from "node:path"
import { app } from "electron"
import { sweepScratch } from "../../src/app/workbook/scratch.ts"
import { openSource, type SourceFile } from "../../src/app/workbook/source-file.ts"
import { UnreadableFile } from "../../src/csv/layout.ts"
import type { OpenedFile, Workbook } from "../../src/ipc/file.ts"
import type { Request } from "../../src/ipc/requests.ts"
import { writeTemplate } from "../../src/report/template.ts"
import { chooseFile, chooseTableTarget } from "../dialogs.ts"
import { given } from "../given.ts"
import type { Handlers } from "../ipc.ts"
import { Refused } from "../refused.ts"
import { type ReadAs, Source } from "../source.ts"
import type { Shared } from "./shared.ts"

/** The files that were opened last, with what was mended of each. */
export async function recentFiles({ mends, preferences }: Pick<Shared, "mends" | "preferences">) {
	const mended = await mends.counts()
	return preferences.recent.map((path) => ({
		path,
		name: basename(path),
		folder: dirname(path),
		mends: mended.get(path) ?? 0,
	}))
}

/** The one door for the file that is worked on: chosen, dropped, opened with or recent. */
export class FileRequests {
	#waiting: string | undefined
	/** Paths that a person chose; of others the window may know nothing. */
	readonly #chosen = new Set<string>()

	constructor(private readonly shared: Shared) {
		// What cannot be removed now is tried again with the next workbook.
		void sweepScratch(shared.home).catch(() => {})
	}

	/** A file was opened from outside: the window takes it when it can. */
	offer(path: string): void {
		this.choose(path)
		this.#waiting = path
		this.shared.tell({ type: "waiting" })
	}

	/** A person chose a file, by whatever way. */
	choose(path: string): void {
		this.#chosen.add(resolve(path))
	}

	readonly handlers: Pick<Handlers, Extract<Request, `file.${string}`>> = {
		"file.choose": async () => {
			this.shared.work.refuseWhileRunning()
			const kinds = ["xlsx", "xlsm", "csv", "tsv", "txt"]
			const path = await chooseFile(this.shared.window(), "Choose the file with the customers", kinds)
			if (path !== undefined) this.choose(path)
			return path
		},
		"file.waiting": () => {
			const path = this.#waiting
			this.#waiting = undefined
			return path
		},
		"file.open": ({ path }) => {
			const isChosen = this.#chosen.has(resolve(path)) || this.shared.preferences.recent.includes(path)
			if (!isChosen) throw new Refused("Nobody chose this file.", "Choose it, or drop it on the window.")
			return this.open(path)
		},
		"file.ofRun": async ({ run, file }) => {
			const opened = await this.open(join(this.shared.history.get(run).reference.folder, file))
			if (opened.kind === "workbook") throw new Error(`${file} is no workbook`)
			return opened
		},
		"file.sheet": async ({ sheet }) => {
			const path = this.shared.work.sheetsOf
			if (path === undefined) throw new Refused("No file is open.", "Choose one first.")
			const opened = await this.open(path, sheet)
			if (opened.kind === "workbook") throw new Error("A sheet was chosen, and was not taken")
			return opened
		},
		"file.read": async (chosen) => {
			const { work } = this.shared
			work.refuseWhileRunning()
			const { file, readAs } = work.opened
			await this.read(file, { ...readAs, chosen: { ...readAs.chosen, ...given(chosen) } })
			return work.opened.view()
		},
		"file.template": async () => {
			const path = await chooseTableTarget(this.shared.window(), "customers")
			if (path === undefined) return false
			await writeTemplate(path)
			return true
		},
		"file.recent": () => recentFiles(this.shared),
		"file.close": () => {
			this.shared.work.refuseWhileRunning()
			this.shared.work.use(undefined)
		},
	}

	/** Opens a file, or the sheet of a workbook that is meant; what was open stays where that fails. Rejects with `UnreadableFile`. */
	async open(path: string, sheet?: string): Promise<OpenedFile | Workbook> {
		const { home, preferences, tell, work } = this.shared
		work.refuseWhileRunning()
		const full = resolve(path)
		const signal = work.beginOpening()
		const openAs = (sheet: string | undefined) =>
			openSource(full, { home, sheet, signal, onRead: (share) => tell({ type: "reading", share }) })
		const before = sheet === undefined ? preferences.sheetOf(full) : undefined
		const file = await openAs(sheet ?? before).catch((error) => {
			// The workbook is another one since, or none.
			if (before === undefined || !(error instanceof UnreadableFile) || error.code !== "workbook.sheet") throw error
			return openAs(undefined)
		})
		if (file.kind === "file") await this.read(file, { chosen: {} })
		else work.choose(file)
		preferences.opened(full, file.kind === "file" ? file.workbook?.identity.sheet : undefined)
		app.addRecentDocument(full)
		const opened = work.choice ?? work.source?.view()
		if (opened === undefined) throw new Refused("The file was closed.")
		return opened
	}

	/** Reads a file in a way; what was made of it goes where it cannot be read. */
	async read(file: SourceFile, reading: ReadAs): Promise<void> {
		const { answers, history, work } = this.shared
		const isNew = file !== work.source?.file
		const source = await Source.open(file, reading, answers, history).catch(async (error) => {
			if (isNew) await file.close()
			throw error
		})
		work.use(source)
	}
}
