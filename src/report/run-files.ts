import { rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { indicesOf } from "../customer/columns/mapping.ts"
import { syncFolder, takePlace } from "../disk/make.ts"
import { DraftFile, draftPaths } from "./draft-file.ts"
import { FollowUpFile, type Say } from "./follow-up-file.ts"
import { ownColumns } from "./own-columns.ts"
import { RejectSheet } from "./reject-sheet.ts"
import { ResultsFile } from "./results-file.ts"
import { rowsFile } from "./rows-file.ts"
import { type RunFacts, type Summary, summarize } from "./summary.ts"
import { recordsOf, writeWorkbook } from "./workbook.ts"
import { type RowsInput, type Sheets, writeRows } from "./write-rows.ts"

/** The files could not be written; `cause` says why. The journal has everything: they can be written again at any time. */
export class ReportFailed extends Error {
	override readonly name = "ReportFailed"
}

export interface RunFilesInput extends RowsInput {
	/** The run folder. */
	readonly folder: string
	readonly facts: RunFacts
	/** `results.csv` has the file's own columns before its own. */
	readonly full?: boolean
	/** The files for people as Excel workbooks too; once a folder has them, they are kept up to date. */
	readonly xlsx?: boolean
	/** How what people are told is said where they work; without it, to who has the command line. */
	readonly say?: Say | undefined
	/** Indexes of the columns that hold card tokens, whether these are sent or not. */
	readonly tokenColumns?: ReadonlySet<number>
}

/**
 * Writes `results.csv`, `errors.csv`, `unknown.csv` and `follow-up.csv` (each when there is anything in it), `rows.jsonl` and `summary.json`
 * in one pass over the file, and puts them in the place of those of before only when all of them are on the disk. Rejects with `ReportFailed`.
 */
export async function writeRunFiles(input: RunFilesInput): Promise<Summary> {
	const { folder, layout, state, facts } = input
	const drafts: DraftFile[] = []
	const written: { readonly path: string; readonly temporary: string }[] = []
	const open = async (name: string, mark: boolean | "never" = false): Promise<DraftFile> => {
		const draft = await DraftFile.open(join(folder, name), mark)
		drafts.push(draft)
		return draft
	}
	try {
		const mark = layout.bom > 0
		const sheets: Sheets = {
			results: await ResultsFile.begin(await open("results.csv", mark), state, {
				run: facts.run,
				delimiter: layout.delimiter,
				own: input.full ? ownColumns(layout, tokenColumnsOf(input)) : undefined,
			}),
			errors: await RejectSheet.begin(await open("errors.csv", mark), layout, input.mapping, facts.run, input.say),
			unknown: await RejectSheet.begin(await open("unknown.csv", mark), layout, input.mapping, facts.run, input.say),
			followUp: await FollowUpFile.begin(await open("follow-up.csv", mark), facts.run, layout.delimiter, input.say),
			rows: await open(rowsFile, "never"),
		}
		const tally = await writeRows(input, sheets)
		// These are there only when something is in them.
		const occasional = { "unknown.csv": sheets.unknown.given.count, "follow-up.csv": tally.followUps }
		const empty = Object.entries(occasional).flatMap(([name, lines]) => (lines === 0 ? [name] : []))
		const names = ["results.csv", "errors.csv", ...Object.keys(occasional), rowsFile].filter(
			(name) => !empty.includes(name),
		)
		const workbooks = (await hasWorkbooks(input)) ? names.filter((name) => name.endsWith(".csv")) : []
		const summary = summarize(facts, tally, [...names, ...workbooks.map(workbookOf)])
		const draft = await open("summary.json", "never")
		await draft.write(`${JSON.stringify(summary, undefined, "\t")}\n`)

		for (const each of drafts) await each.finish()
		for (const name of workbooks) {
			const [path, temporary] = draftPaths(join(folder, workbookOf(name)))
			const [, csv] = draftPaths(join(folder, name))
			written.push({ path, temporary })
			await writeWorkbook(temporary, recordsOf(csv, layout.delimiter))
		}
		for (const each of drafts) await each.publish()
		for (const { path, temporary } of written) await takePlace(temporary, path)
		for (const name of empty) for (const one of [name, workbookOf(name)]) await rm(join(folder, one), { force: true })
		await syncFolder(folder)
		return summary
	} catch (error) {
		for (const draft of drafts) await draft.discard()
		for (const { temporary } of written) await rm(temporary, { force: true }).catch(() => undefined)
		throw new ReportFailed(`The files could not be written to ${folder}.`, { cause: error })
	}
}

/** What a file for people is called as a workbook. */
export function workbookOf(name: string): string {
	return name.replace(/\.csv$/, ".xlsx")
}

/** What is out of date is worse than what is not there. */
async function hasWorkbooks({ folder, xlsx = false }: RunFilesInput): Promise<boolean> {
	return xlsx || (await stat(join(folder, workbookOf("results.csv"))).catch(() => undefined)) !== undefined
}

function tokenColumnsOf({
	layout: { columns },
	mapping,
	tokenColumns = new Set(),
}: RunFilesInput): ReadonlySet<number> {
	return new Set([...indicesOf(mapping, columns, "token"), ...tokenColumns])
}
