import { realpath } from "node:fs/promises"
import { join } from "node:path"
import type { Layout } from "../../csv/layout.ts"
import { readRows } from "../../csv/rows.ts"
import { headerKey } from "../../customer/fields.ts"
import { readText } from "../../disk/read.ts"
import { foldersOfRuns } from "../../journal/registered.ts"
import { importCellsInPlace } from "../../report/import-cells.ts"
import { isOfSandbox, readImportRun } from "../../report/import-run.ts"
import { rowsIn } from "../../report/row-ranges.ts"
import { summarySchema } from "../../report/summary.ts"
import { type RunOfFolder, runOfFolder } from "../run-reading.ts"

/** What is known of a file that earlier runs left behind. */
export interface CameBack {
	/** The folder of the run that most of its rows come from; nothing where it is not found. */
	readonly folder?: string
	/** What a person should know of it: sentences. */
	readonly told: readonly string[]
	/** A run on the sandbox that rows come from: for real, nobody of its file was created. */
	readonly rehearsal?: string
}

/** More runs than this no file comes from: the cells are something else. */
const mostRuns = 20
const mostRows = 20

/**
 * Finds the runs that a file comes from, by its `import_run`, and says which of their rows did not come back with it.
 * @param beside the folder where a person has the file
 */
export async function cameBack(path: string, layout: Layout, home: string, beside: string): Promise<CameBack> {
	const runs = [...(await rowsByRun(path, layout))].sort(([, a], [, b]) => b.size - a.size).slice(0, mostRuns)
	// Version 0.1.0 did not say which run it was: it is the one in whose folder the file lies.
	if (runs.length === 0) return { folder: beside, told: [], ...rehearsalOf(await runOf(beside)) }
	const folders = await foldersOfRuns(home)
	const found = await Promise.all(
		runs.map(async ([run, rows]) => {
			const folder = await folderOf(run, [beside, folders.get(run)])
			const told = folder === undefined ? [notFound(run, folders.get(run))] : await missing(run, folder, rows)
			return { folder, told, rehearsal: isOfSandbox(run) ? run : rehearsalOf(await runOf(folder)).rehearsal }
		}),
	)
	const [first] = found
	const rehearsal = found.find((one) => one.rehearsal !== undefined)?.rehearsal
	return {
		...(first?.folder === undefined ? {} : { folder: first.folder }),
		...(rehearsal === undefined ? {} : { rehearsal }),
		told: found.flatMap(({ told }) => told),
	}
}

async function rowsByRun(path: string, layout: Layout): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
	const found = new Map<string, Set<number>>()
	const column = layout.columns.findIndex((name) => headerKey(name) === "importrun")
	if (column < 0) return found
	const inPlace = importCellsInPlace(layout.columns)
	for await (const batch of readRows(path, layout))
		for (const { cells } of batch.map(inPlace)) {
			const tag = readImportRun(cells[column] ?? "")
			if (tag === undefined) continue
			const rows = found.get(tag.run) ?? new Set()
			found.set(tag.run, rows.add(tag.row))
		}
	return found
}

async function folderOf(run: string, folders: readonly (string | undefined)[]): Promise<string | undefined> {
	for (const folder of folders)
		if (folder !== undefined && (await runOf(folder))?.run === run) return await realpath(folder)
	return undefined
}

/** The run of a folder; nothing where there is none to be read. */
async function runOf(folder: string | undefined): Promise<RunOfFolder | undefined> {
	return folder === undefined ? undefined : await runOfFolder(folder).catch(() => undefined)
}

/** Runs of version 0.1.0 do not say by their name that they were on a sandbox: their journal does. */
function rehearsalOf(run: RunOfFolder | undefined): { readonly rehearsal?: string } {
	return run?.kind === "sandbox" ? { rehearsal: run.run } : {}
}

function notFound(run: string, folder: string | undefined): string {
	const where = folder === undefined ? "is not known here" : `is not in ${folder} any more`
	return `Rows come from run ${run}, whose folder ${where}: which of its rows are missing cannot be told, and what the columns are is decided anew. Put the folder back where it was to have both; nobody whom that run created is created again by a run with the same ledger, or with a private key.`
}

/** Which rows the run gave back, and this file, or one made from it, does not have. */
async function missing(run: string, folder: string, rows: ReadonlySet<number>): Promise<readonly string[]> {
	const text = await readText(join(folder, "summary.json")).catch(() => "null")
	const summary = summarySchema.safeParse(parsed(text)).data
	if (summary?.run !== run || summary.given === undefined) return []
	return Object.entries(summary.given).flatMap(([name, ranges]) => {
		const given = [...rowsIn(ranges)]
		const gone = given.filter((row) => !rows.has(row))
		// A file that has none of them is another one.
		if (gone.length === 0 || gone.length === given.length) return []
		const [what, are] = gone.length === 1 ? ["row", "is"] : ["rows", "are"]
		const count = gone.length.toLocaleString("en")
		const shown = gone.slice(0, mostRows).join(", ") + (gone.length > mostRows ? ", …" : "")
		return [`${count} ${what} of ${name}.csv of run ${run} ${are} not in this file: ${what} ${shown}.`]
	})
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
