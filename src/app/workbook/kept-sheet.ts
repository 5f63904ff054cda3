import { createHash } from "node:crypto"
import { join, resolve } from "node:path"
import type { SourceIdentity, WorkbookIdentity } from "../../contract/record.ts"
import { chunksOf } from "../../disk/read.ts"
import { DraftFile } from "../../report/draft-file.ts"
import { journalReadingOfRun } from "../run-reading.ts"

/** Where a run folder has the CSV that a sheet became. */
export function sheetPath(folder: string): string {
	return join(folder, "source.csv")
}

/** Lower-case hexadecimal SHA-256 of a file. */
export async function hashOf(path: string): Promise<string> {
	const hash = createHash("sha256")
	for await (const chunk of chunksOf(path, "named")) hash.update(chunk)
	return hash.digest("hex")
}

/**
 * Puts the CSV of a sheet into the folder of its run, durably: before the journal mentions it. Workbooks of programs to come may be read
 * otherwise; the run goes on with what it began with.
 */
export async function keepSheet(folder: string, { sha256, workbook }: SourceIdentity, csv: string): Promise<void> {
	const path = sheetPath(folder)
	if (workbook === undefined || resolve(csv) === resolve(path)) return
	if ((await hashOf(path).catch(() => undefined)) === sha256) return
	await DraftFile.save(path, chunksOf(csv))
}

export interface KeptSheet {
	readonly path: string
	/** Of the workbook. */
	readonly name: string
	readonly workbook: WorkbookIdentity
}

/** The CSV that a run folder has of a sheet, as it was when its run began; nothing where there is none, or it is another now. */
export async function keptSheet(folder: string): Promise<KeptSheet | undefined> {
	// A journal that cannot be read is told of when the run is opened.
	const run = await journalReadingOfRun(folder).catch(() => undefined)
	const { workbook, name = "", sha256 } = run?.source ?? {}
	if (workbook === undefined) return undefined
	const path = sheetPath(folder)
	return (await hashOf(path).catch(() => undefined)) === sha256 ? { path, name, workbook } : undefined
}
