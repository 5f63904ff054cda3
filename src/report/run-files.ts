import { rm } from "node:fs/promises"
import { join } from "node:path"
import { indicesOf } from "../customer/columns/mapping.ts"
import { DraftFile, syncFolder } from "./draft-file.ts"
import { FollowUpFile } from "./follow-up-file.ts"
import { ownColumns } from "./own-columns.ts"
import { RejectSheet } from "./reject-sheet.ts"
import { ResultsFile } from "./results-file.ts"
import { rowsFile } from "./rows-file.ts"
import { type RunFacts, type Summary, summarize } from "./summary.ts"
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
			errors: await RejectSheet.begin(await open("errors.csv", mark), layout, facts.run),
			unknown: await RejectSheet.begin(await open("unknown.csv", mark), layout, facts.run),
			followUp: await FollowUpFile.begin(await open("follow-up.csv", mark), facts.run, layout.delimiter),
			rows: await open(rowsFile, "never"),
		}
		const tally = await writeRows(input, sheets)
		// These are there only when something is in them.
		const occasional = { "unknown.csv": sheets.unknown.given.count, "follow-up.csv": tally.followUps }
		const empty = Object.entries(occasional).flatMap(([name, lines]) => (lines === 0 ? [name] : []))
		const names = ["results.csv", "errors.csv", ...Object.keys(occasional), rowsFile].filter(
			(name) => !empty.includes(name),
		)
		const summary = summarize(facts, tally, names)
		const draft = await open("summary.json", "never")
		await draft.write(`${JSON.stringify(summary, undefined, "\t")}\n`)

		for (const each of drafts) await each.finish()
		for (const each of drafts) await each.publish()
		for (const name of empty) await rm(join(folder, name))
		await syncFolder(folder)
		return summary
	} catch (error) {
		for (const draft of drafts) await draft.discard()
		throw new ReportFailed(`The files could not be written to ${folder}.`, { cause: error })
	}
}

function tokenColumnsOf({
	layout: { columns },
	mapping,
	tokenColumns = new Set(),
}: RunFilesInput): ReadonlySet<number> {
	return new Set([...indicesOf(mapping, columns, "token"), ...tokenColumns])
}
