import { stat } from "node:fs/promises"
import { join } from "node:path"
import type { WorkbookIdentity } from "../../contract/record.ts"
import { UnreadableFile } from "../../csv/layout.ts"
import type { Converted, Sheet, Workbook } from "../../workbook/convert.ts"
import { isArchive } from "../../workbook/kind.ts"
import { hashOf, keptSheet } from "./kept-sheet.ts"
import { readWorkbook, type Watching } from "./read-workbook.ts"
import { scratchFolder } from "./scratch.ts"
import { describeSheet } from "./sheet-words.ts"

/** The workbook that a CSV was made of. */
export interface FromWorkbook {
	/** The workbook, as a person chose it. */
	readonly path: string
	readonly identity: WorkbookIdentity
	/** How it was read: sentences. */
	readonly told: readonly string[]
	/** What is read all the same, and the sheet does not show: sentences. */
	readonly doubts: readonly string[]
	/** All its sheets; of an earlier run, the one. */
	readonly sheets: readonly Sheet[]
}

/** A file that a person chose, as it is read: itself, or the CSV that a sheet became. */
export interface SourceFile {
	readonly kind: "file"
	readonly path: string
	readonly workbook?: FromWorkbook
	/** Lets go of what was made of it. */
	close(): Promise<void>
}

/** A workbook of which it is to be said which sheet is meant. */
export interface SheetChoice {
	readonly kind: "sheets"
	readonly path: string
	readonly sheets: readonly Sheet[]
}

export interface SourceOptions extends Watching {
	readonly home: string
	/** The sheet that is meant, where somebody said so. */
	readonly sheet?: string | undefined
	/** A run folder: a run that has begun goes on with the CSV that it began with. */
	readonly folder?: string | undefined
}

/** The one door for files that a person chose, whatever they are called. Rejects with `UnreadableFile` or the signal's reason. */
export async function openSource(path: string, options: SourceOptions): Promise<SourceFile | SheetChoice> {
	if (!(await isWorkbook(path))) {
		if (options.sheet !== undefined)
			throw new UnreadableFile(
				"workbook.sheet",
				"This is no workbook: it has no sheets.",
				"Leave out which sheet is meant.",
			)
		return { kind: "file", path, close: async () => {} }
	}
	return (await keptSource(path, options)) ?? (await convertedSource(path, options))
}

/** What cannot be looked at is told of where it is read. */
async function isWorkbook(path: string): Promise<boolean> {
	const found = await stat(path).catch(() => undefined)
	if (!found?.isFile()) return false
	return await isArchive(path).catch((error) => {
		if (error instanceof UnreadableFile) throw error
		return false
	})
}

async function keptSource(path: string, { folder, sheet }: SourceOptions): Promise<SourceFile | undefined> {
	const kept = folder === undefined ? undefined : await keptSheet(folder)
	if (kept === undefined || (sheet !== undefined && sheet !== kept.workbook.sheet)) return undefined
	return (await hashOf(path)) === kept.workbook.sha256 ? sourceOfRun(path, kept.path, kept.workbook) : undefined
}

/** The CSV that an earlier run has of a sheet. */
export function sourceOfRun(path: string, csv: string, identity: WorkbookIdentity): SourceFile {
	const sheets = [{ name: identity.sheet, hidden: false, first: [] }]
	const told = [`Sheet “${identity.sheet}”, as this import has it in its folder.`]
	return { kind: "file", path: csv, workbook: { path, identity, told, doubts: [], sheets }, close: async () => {} }
}

async function convertedSource(path: string, options: SourceOptions): Promise<SourceFile | SheetChoice> {
	const scratch = await scratchFolder(options.home)
	const target = join(scratch.path, "source.csv")
	const workbook = await readWorkbook({ path, target, sheet: options.sheet }, options).catch(async (error) => {
		await scratch.remove()
		throw error
	})
	const { converted, sheets } = workbook
	if (converted !== undefined)
		return { kind: "file", path: target, workbook: fromWorkbook(path, workbook, converted), close: scratch.remove }
	await scratch.remove()
	return { kind: "sheets", path, sheets }
}

function fromWorkbook(path: string, { size, sha256, sheets }: Workbook, converted: Converted): FromWorkbook {
	const identity = { sheet: converted.sheet, size, sha256 }
	return { path, identity, sheets, ...describeSheet(converted, sheets) }
}
