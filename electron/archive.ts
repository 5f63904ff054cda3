import { copyFile } from "node:fs/promises"
import { extname, join } from "node:path"
import { type BrowserWindow, shell } from "electron"
import { keepFromSaving, runPaths } from "../src/app/overwriting.ts"
import { settleDoubt } from "../src/app/settle-doubt.ts"
import { verifyRun } from "../src/app/verify.ts"
import { UnreadableFile } from "../src/csv/layout.ts"
import type { Argument, Reply, Request } from "../src/ipc.ts"
import { chooseTarget } from "./dialogs.ts"
import type { Environments } from "./environments.ts"
import type { History } from "./history.ts"
import type { Handlers } from "./ipc.ts"
import type { KeptMends } from "./kept-mends.ts"
import { systemLocale } from "./locale.ts"
import { printPage } from "./print.ts"
import { Refused } from "./refused.ts"
import { reportPage } from "./report-page.ts"
import { customersOf, resultOf, summaryOf } from "./result.ts"
import { ResultRows } from "./result-rows.ts"

/** What is asked about runs that are over. */
export type ArchiveRequest = Extract<Request, `result.${string}` | "history.list" | "history.open" | "history.forget">

/** The runs that are over: their files, rows and reports, and what Intergiro has of them. */
export class Archive {
	/** Of the run that was looked at last. */
	#results: { readonly folder: string; readonly rows: Promise<ResultRows> } | undefined
	readonly #counted = new Set<string>()

	constructor(
		private readonly home: string,
		private readonly history: History,
		private readonly environments: Environments,
		private readonly mends: KeptMends,
		private readonly window: () => BrowserWindow,
		private readonly refuseWhileRunning: () => void,
	) {}

	readonly handlers: Pick<Handlers, ArchiveRequest> = {
		"result.rows": (wanted) => this.#resultRows(wanted),
		"result.save": async ({ run, file }) => {
			const target = await chooseTarget(this.window(), file, extname(file).slice(1).toUpperCase())
			if (target === undefined) return false
			const { path, reference } = this.history.get(run)
			await keepFromSaving([path, ...runPaths(reference.folder)], target)
			await copyFile(join(reference.folder, file), target)
			return true
		},
		"result.show": async ({ run }) => {
			const error = await shell.openPath(this.history.get(run).reference.folder)
			if (error) throw new Refused(`The folder cannot be opened: ${error}`)
		},
		"result.open": async ({ run, file }) => {
			const error = await shell.openPath(join(this.history.get(run).reference.folder, file))
			if (error) throw new Refused(`${file} cannot be opened: ${error}`)
		},
		"result.verify": async ({ run }) => {
			this.refuseWhileRunning()
			const past = this.history.get(run)
			const target = await this.environments.target(this.environments.of(past).id)
			const { lines, same, differences } = await verifyRun({ folder: past.reference.folder, target, rate: 10 })
			const verified = { at: new Date().toISOString(), lines, same }
			this.history.note(run, { verified })
			const shown = differences.slice(0, 100).map(({ kind, number, row }) => ({ kind, number, row }))
			return { ...verified, differences: shown }
		},
		"result.settle": async ({ run, number, id }) => {
			this.refuseWhileRunning()
			await settleDoubt({ folder: this.history.get(run).reference.folder, home: this.home, number, id })
		},
		"result.print": async ({ run }) => {
			const { reference } = this.history.get(run)
			const page = reportPage(await summaryOf(reference), reference, systemLocale())
			await printPage(page, join(reference.folder, "report.pdf"))
			return true
		},
		"history.list": async () => {
			await this.countInterrupted()
			return this.history.list()
		},
		"history.open": ({ run }) => resultOf(this.history.get(run).reference),
		"history.forget": async ({ run }) => {
			await this.mends.release(this.history.get(run))
			this.history.forget(run)
			return this.history.list()
		},
	}

	/** What a crash kept from being counted. */
	async countInterrupted() {
		for (const { id, state, folder, rows } of this.history.list()) {
			if (state !== "interrupted" || this.#counted.has(id)) continue
			this.#counted.add(id)
			// A journal that cannot be read is told of when the run is resumed.
			const created = await customersOf(folder).catch(() => undefined)
			if (created !== undefined) this.history.note(id, { created, open: Math.max(0, rows - created) })
		}
	}

	/** The files of a run are about to be written anew. */
	forgetRows() {
		this.#results = undefined
	}

	/** From the files as they are now: they may have been written anew, by a run or by a person. */
	async #resultRows(wanted: Argument<"result.rows">): Promise<Reply<"result.rows">> {
		const { folder } = this.history.get(wanted.run).reference
		const open = () => {
			this.#results = { folder, rows: ResultRows.open(folder) }
			return this.#results.rows
		}
		const known = this.#results?.folder === folder ? this.#results.rows : open()
		try {
			return await (await known).page(wanted)
		} catch (error) {
			if (!(error instanceof UnreadableFile)) throw error
			return (await open()).page(wanted)
		}
	}
}
