import { basename, extname, join } from "node:path"
import { Readable } from "node:stream"
import { clipboard, shell } from "electron"
import { keepFromSaving, runPaths } from "../../src/app/overwriting.ts"
import { reportOf } from "../../src/app/report.ts"
import { RecordsChanged } from "../../src/app/run-records.ts"
import { settleDoubt, settleSpellings } from "../../src/app/settle-doubt.ts"
import type { Target } from "../../src/app/target.ts"
import type { Unfinished } from "../../src/app/unfinished.ts"
import { bringUpToDate } from "../../src/app/up-to-date.ts"
import { verifyRun } from "../../src/app/verify.ts"
import { KeyRefused } from "../../src/app/verify-results.ts"
import { detectLayout } from "../../src/csv/detect.ts"
import type { Layout } from "../../src/csv/layout.ts"
import { type Sentences, told } from "../../src/customer/sentences.ts"
import { chunksOf } from "../../src/disk/read.ts"
import type { Argument, Request } from "../../src/ipc/requests.ts"
import { readRun } from "../../src/journal/read-run.ts"
import { DraftFile } from "../../src/report/draft-file.ts"
import { followUpCells, followUpColumns, followUpText } from "../../src/report/follow-up-file.ts"
import { numberedLaterWords } from "../../src/report/numbered-later.ts"
import { reportPage } from "../../src/report/report-page.ts"
import { writeResults } from "../../src/report/results-file.ts"
import { recordsOf, writeWorkbook } from "../../src/report/workbook.ts"
import { chooseTableTarget, chooseTarget } from "../dialogs.ts"
import type { PastRun } from "../history.ts"
import type { Handlers } from "../ipc.ts"
import { momentWords, systemLocale } from "../locale.ts"
import { printPage } from "../print.ts"
import { Refused } from "../refused.ts"
import { renumberedSince } from "../renumbered-since.ts"
import { namesOf, reportName, summaryOf } from "../result.ts"
import { ResultRows } from "../result-rows.ts"
import { RunNames } from "../run-names.ts"
import { inWindow } from "../window-words.ts"
import { bringRunUpToDate, noteOfRun } from "./past-run.ts"
import type { Shared } from "./shared.ts"
import type { ValueRequest } from "./value-requests.ts"

/** What is asked about runs that are over. */
type PastRequest = Exclude<Extract<Request, `result.${string}` | "link.open">, ValueRequest>

/** Of what a comparison found, lines that the window shows. */
const mostShown = 100

/** The runs that are over: their files, rows and reports, and what Intergiro has of them. */
export class PastRequests {
	/** Of the run that was looked at last. */
	#results: { readonly folder: string; readonly rows: Promise<ResultRows> } | undefined
	/** Pages of cardholders that the window was told of. */
	readonly #links = new Set<string>()

	readonly #runNames = new RunNames(momentWords)

	constructor(private readonly shared: Shared) {}

	readonly handlers: Pick<Handlers, PastRequest> = {
		"result.rows": ({ run, ...wanted }) =>
			this.#rowsOf(run, (rows) => rows.page({ run, ...wanted })).then((page) => this.#telling(page)),
		"result.followUps": ({ run, ...wanted }) =>
			this.#rowsOf(run, (rows) => rows.followUps({ run, ...wanted })).then((page) => this.#telling(page)),
		"link.open": ({ url }) => {
			if (!this.#links.has(url)) throw new Refused("This is the page of no row.")
			return shell.openExternal(url)
		},
		"result.copy": async (wanted) => {
			const lines = await this.#followUps(wanted)
			clipboard.writeText(lines.map((cells) => followUpText(cells, "\t")).join("\n"))
			return lines.length - 1
		},
		"result.export": async (wanted) => {
			const target = await chooseTableTarget(this.shared.window(), "follow-up")
			if (target === undefined) return false
			const { path, reference } = this.shared.history.get(wanted.run)
			await keepFromSaving([path, ...runPaths(reference.folder)], target)
			const lines = await this.#followUps(wanted)
			if (isWorkbook(target)) {
				await writeWorkbook(target, Readable.from(lines))
				return true
			}
			// As in the files of the run, which are in that of the person's own.
			const delimiter = await delimiterOf(join(reference.folder, "results.csv"))
			await DraftFile.save(target, `\ufeff${lines.map((cells) => `${followUpText(cells, delimiter)}\r\n`).join("")}`)
			return true
		},
		"result.save": async ({ run, file }) => {
			const kind = extname(file)
			const target =
				kind === ".csv"
					? await chooseTableTarget(this.shared.window(), basename(file, kind))
					: await chooseTarget(this.shared.window(), file, kind.slice(1).toUpperCase())
			if (target === undefined) return false
			const { path, reference } = this.shared.history.get(run)
			await keepFromSaving([path, ...runPaths(reference.folder)], target)
			const source = join(reference.folder, file)
			if (kind === ".csv" && isWorkbook(target))
				await writeWorkbook(target, recordsOf(source, await delimiterOf(source)))
			else await DraftFile.save(target, chunksOf(source))
			return true
		},
		"result.show": async ({ run }) => {
			const error = await shell.openPath(this.shared.history.get(run).reference.folder)
			if (error) throw new Refused(`The folder cannot be opened: ${error}`)
		},
		"result.open": async ({ run, file }) => {
			const error = await shell.openPath(join(this.shared.history.get(run).reference.folder, file))
			if (error) throw new Refused(`${file} is in the folder of the import, and cannot be opened: ${error}`)
		},
		"result.verify": async ({ run }) => {
			await bringRunUpToDate(this.shared, run)
			const past = this.shared.history.get(run)
			const environment = this.shared.environments.of(past).id
			const target = await this.shared.environments.target(environment)
			const { folder } = past.reference
			const verification = await verifyRun({ folder, home: this.shared.home, target, rate: 10 }).catch((error) => {
				throw error instanceof KeyRefused ? new Refused(error.told, undefined, { environment }) : error
			})
			const { at, lines, same, leftOut, inDoubt, notCreated, doubts, unfinished, missingColumns, numberedLater } =
				verification
			const verified = { at, lines, same, leftOut, inDoubt, notCreated: notCreated.count }
			noteOfRun(this.shared, run, { verified })
			return {
				...verified,
				...(unfinished ? { unfinished: inWindow(toldOf(unfinished)) } : {}),
				...(numberedLater.length > 0 ? { later: numberedLater.map(numberedLaterWords).join(" ") } : {}),
				...(missingColumns.length > 0 ? { missingColumns: [...missingColumns] } : {}),
				doubts: doubts.slice(0, mostShown).map(({ found, ...doubt }) => ({ ...doubt, found: found.length })),
				differences: verification.differences.slice(0, mostShown).map(({ number, row, ...one }) => ({
					kind: one.kind === "cards" && one.found === 0 ? ("no-cards" as const) : one.kind,
					number,
					row,
				})),
			}
		},
		"result.settle": async ({ run, number, word }) => {
			this.shared.work.refuseWhileRunning()
			const past = this.shared.history.get(run)
			const target = await this.#targetOf(past)
			const { folder } = past.reference
			await settleDoubt({ folder, home: this.shared.home, number, word, target })
			const why = await bringUpToDate({
				folder,
				home: this.shared.home,
				files: () => [past.path],
				said: true,
				say: inWindow,
			})
			this.forgetRows()
			if (why !== undefined) throw new Refused(told`What you said is written down. ${why}`)
		},
		"result.spellings": ({ run }) => this.#rowsOf(run, (rows) => rows.spellings()),
		"result.spelled": async ({ run, same }) => {
			this.shared.work.refuseWhileRunning()
			const { folder } = this.shared.history.get(run).reference
			const { said } = await settleSpellings({ folder, home: this.shared.home }, same)
			return said
		},
		"result.rescue": async ({ run }) => {
			const { path, reference } = this.shared.history.get(run)
			const target = await chooseTarget(this.shared.window(), "results.csv", "CSV file")
			if (target === undefined) return undefined
			await keepFromSaving([path, ...runPaths(reference.folder)], target)
			const { run: id, state } = await readRun(reference.folder)
			if (id === undefined) throw new Refused("There is no run in this folder.")
			await writeResults(target, state, { run: id, delimiter: "," })
			return target
		},
		"result.print": async ({ run }) => {
			const { reference } = this.shared.history.get(run)
			const { name, kind } = reference.environment
			const report = await reportOf(reference.folder, this.shared.home, `${name} (${kind})`, inWindow)
			await printPage(reportPage(report, systemLocale()), join(reference.folder, reportName))
			return true
		},
	}

	/** Where a customer of a run can be looked at: nothing without its key. Rejects as reading settings does. */
	async #targetOf(run: PastRun): Promise<Target | undefined> {
		try {
			return await this.shared.environments.target(this.shared.environments.of(run).id)
		} catch (error) {
			if (error instanceof Refused) return undefined
			throw error
		}
	}

	/** The files of a run are about to be written anew. */
	forgetRows() {
		this.#results = undefined
	}

	#telling<Page extends { readonly rows: readonly { readonly url?: string | undefined }[] }>(page: Page): Page {
		for (const { url } of page.rows) if (url !== undefined) this.#links.add(url)
		return page
	}

	/** As they are now: the run may have gone on. */
	async #rowsOf<Rows>(run: string, work: (rows: ResultRows) => Promise<Rows>): Promise<Rows> {
		const past = this.shared.history.get(run)
		const { reference } = past
		const { folder } = reference
		const read = async () => {
			const others = this.shared.history.othersOf(run)
			const [names, since, withNames] = await Promise.all([
				namesOf(others),
				renumberedSince(past, others),
				this.#runNames.teller(this.shared.history.list()),
			])
			return ResultRows.open(reference, { runs: new Set(names), since }, withNames)
		}
		const open = () => {
			this.#results = { folder, rows: read() }
			return this.#results.rows
		}
		const known = this.#results?.folder === folder ? this.#results.rows : open()
		try {
			return await work(await known)
		} catch (error) {
			if (!(error instanceof RecordsChanged)) throw error
			return await work(await open())
		}
	}

	/** The lines of `follow-up.csv`, with its header, of one reason or all. */
	async #followUps({ run, reason }: Argument<"result.copy">): Promise<string[][]> {
		const summary = await summaryOf(this.shared.history.get(run).reference)
		const lines = await this.#rowsOf(run, (rows) => rows.followUpLines(reason))
		return [[...followUpColumns], ...lines.map((line) => [...followUpCells(line, summary.run, inWindow)])]
	}
}

function isWorkbook(path: string): boolean {
	return extname(path).toLowerCase() === ".xlsx"
}

/** Of a file that a run wrote: a comma always, before there was another one. */
async function delimiterOf(path: string): Promise<Layout["delimiter"]> {
	return (await detectLayout(path, { encoding: "utf-8", escape: '"', headerRow: 1 })).layout.delimiter
}

/** What of a run was not compared, if anything, and what is to be done. */
function toldOf({ pending, message }: Unfinished): Sentences {
	return pending && pending.count > 0 ? told`What is to come was not compared. ${message}` : message
}
