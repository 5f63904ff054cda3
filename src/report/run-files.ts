import { rm } from "node:fs/promises"
import { join } from "node:path"
import { isMapped } from "../contract/outcome.ts"
import { noCounts } from "../contract/progress.ts"
import { outcomeOf, type RunState } from "../contract/state.ts"
import type { Layout } from "../csv/layout.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { DraftFile, syncFolder } from "./draft-file.ts"
import { type CheckedRow, endingOf, mayExist } from "./ending.ts"
import { RejectSheet } from "./reject-sheet.ts"
import { ResultsFile } from "./results-file.ts"
import { type RunFacts, type Summary, summarize, type Tally } from "./summary.ts"

/** The files could not be written; `cause` says why. The journal has everything: they can be written again at any time. */
export class ReportFailed extends Error {
	override readonly name = "ReportFailed"
}

export interface RunFilesInput {
	/** The run folder. */
	readonly folder: string
	/** Every data row of the file, in order, in batches of any size. */
	readonly rows: AsyncIterable<readonly CheckedRow[]>
	readonly layout: Layout
	/** What the journal says. */
	readonly state: RunState
	readonly facts: RunFacts
}

/**
 * Writes `results.csv`, `errors.csv`, `unknown.csv` (when there is anything in it) and `summary.json` in one pass over
 * the file, and puts them in the place of those of before only when all of them are on the disk. Rejects with
 * `ReportFailed`.
 */
export async function writeRunFiles(input: RunFilesInput): Promise<Summary> {
	const drafts: DraftFile[] = []
	const open = async (name: string, mark: boolean | "never" = false): Promise<DraftFile> => {
		const draft = await DraftFile.open(join(input.folder, name), mark)
		drafts.push(draft)
		return draft
	}
	try {
		const mark = input.layout.bom > 0
		const sheets: Sheets = {
			results: await ResultsFile.begin(await open("results.csv")),
			errors: await RejectSheet.begin(await open("errors.csv", mark), input.layout),
			unknown: await RejectSheet.begin(await open("unknown.csv", mark), input.layout),
		}
		const tally = await writeRows(input, sheets)
		const inDoubt = sheets.unknown.rows > 0
		const summary = summarize(input.facts, tally, ["results.csv", "errors.csv", ...(inDoubt ? ["unknown.csv"] : [])])
		const draft = await open("summary.json", "never")
		await draft.write(`${JSON.stringify(summary, undefined, "\t")}\n`)

		for (const each of drafts) await each.finish()
		for (const each of drafts) await each.publish()
		if (!inDoubt) await rm(join(input.folder, "unknown.csv"))
		await syncFolder(input.folder)
		return summary
	} catch (error) {
		for (const draft of drafts) await draft.discard()
		throw new ReportFailed(`The files could not be written to ${input.folder}.`, { cause: error })
	}
}

interface Sheets {
	readonly results: ResultsFile
	readonly errors: RejectSheet
	readonly unknown: RejectSheet
}

async function writeRows({ rows, state }: RunFilesInput, { results, errors, unknown }: Sheets): Promise<Tally> {
	const tally: Tally = {
		rows: 0,
		pending: 0,
		found: 0,
		customers: 0,
		met: 0,
		known: 0,
		shared: 0,
		outcomes: noCounts(),
		earlier: {},
	}
	const ids = new Set<string>()
	for await (const batch of rows)
		for (const row of batch) {
			tally.rows++
			const known = row.number === undefined ? undefined : state.get(row.number)
			// Of several rows joined into one customer, the journal names the first.
			const first =
				known !== undefined && known.kind !== "free" && outcomeOf(known) !== undefined && known.row === row.row
			if (first) tally.met++
			const outcome = endingOf(row, known)
			if (!outcome) {
				tally.pending++
				continue
			}
			tally.outcomes[outcome.kind]++
			if (outcome.kind === "unknown" && outcome.code === foundUnlooked) tally.found++
			if (outcome.kind === "existing" && outcome.run !== undefined)
				tally.earlier[outcome.run] = (tally.earlier[outcome.run] ?? 0) + 1
			if (!isMapped(outcome)) await (mayExist(outcome) ? unknown : errors).add(row, outcome)
			else if (first && row.number !== undefined) {
				tally.customers++
				if (ids.has(outcome.id)) tally.shared++
				ids.add(outcome.id)
				await results.add(row.number, outcome, row.row)
			}
		}
	for (const each of state.numbers.values()) if (outcomeOf(each)) tally.known++
	return tally
}
