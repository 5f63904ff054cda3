import { rm } from "node:fs/promises"
import { join } from "node:path"
import { isMapped } from "../contract/outcome.ts"
import { noCounts } from "../contract/progress.ts"
import { outcomeOf, type RunState } from "../contract/state.ts"
import type { Layout } from "../csv/layout.ts"
import { indicesOf, type Mapping } from "../customer/columns/mapping.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { cardsSent } from "./card-columns.ts"
import { checkedOf } from "./checked.ts"
import { type Contact, contactReader } from "./contact.ts"
import { type Customer, customersIn } from "./customers.ts"
import { DraftFile, syncFolder } from "./draft-file.ts"
import { type CheckedRow, Endings, invalid, type Known } from "./ending.ts"
import { mayExist } from "./explain.ts"
import { FollowUpFile, followUpsOf } from "./follow-up.ts"
import { ownColumns } from "./own-columns.ts"
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
	readonly mapping: Mapping
	/** What the journal says. */
	readonly state: RunState
	/** What else is known of a customer number. */
	readonly known?: Known
	/** The customer number for which a card token was ever sent, by the ledger. */
	readonly sentFor?: (token: string) => string | undefined
	readonly facts: RunFacts
	/** `results.csv` has the file's own columns before its own. */
	readonly full?: boolean
	/** Indexes of the columns that hold card tokens, whether these are sent or not. */
	readonly tokenColumns?: ReadonlySet<number>
}

/**
 * Writes `results.csv`, `errors.csv`, `unknown.csv` and `follow-up.csv` (each when there is anything in it) and `summary.json` in one
 * pass over the file, and puts them in the place of those of before only when all of them are on the disk. Rejects with `ReportFailed`.
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
			followUp: await FollowUpFile.begin(await open("follow-up.csv", mark)),
		}
		const tally = await writeRows(input, sheets)
		// These are there only when something is in them.
		const occasional = { "unknown.csv": sheets.unknown.given.count, "follow-up.csv": tally.followUps }
		const empty = Object.entries(occasional).flatMap(([name, lines]) => (lines === 0 ? [name] : []))
		const names = ["results.csv", "errors.csv", ...Object.keys(occasional)].filter((name) => !empty.includes(name))
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

interface Sheets {
	readonly results: ResultsFile
	readonly errors: RejectSheet
	readonly unknown: RejectSheet
	readonly followUp: FollowUpFile
}

function tokenColumnsOf({
	layout: { columns },
	mapping,
	tokenColumns = new Set(),
}: RunFilesInput): ReadonlySet<number> {
	return new Set([...indicesOf(mapping, columns, "token"), ...tokenColumns])
}

async function writeRows(input: RunFilesInput, sheets: Sheets): Promise<Tally> {
	const { rows, state, known, sentFor, mapping, layout } = input
	const tally = noTally()
	const ids = new Set<string>()
	const contactOf = contactReader(mapping, layout.columns)
	for await (const customers of customersIn(rows, new Endings(state, known)))
		for (const customer of customers) {
			const { first, rows, outcome, holder } = customer
			const { number = "" } = first
			const holds = holder === first.row
			const checked = holds ? checkedOf(state, number) : undefined
			count(tally, customer)
			if (holds && state.outcome(number)) tally.met++
			if (holds || holder === undefined)
				await writeFollowUps(sheets.followUp, first, contactOf, followUpsOf(first, outcome, checked, sentFor))
			if (!outcome) continue
			if (!isMapped(outcome)) {
				const sheet = mayExist(outcome) ? sheets.unknown : sheets.errors
				for (const row of rows) await sheet.add(row, outcome)
			} else if (holds) {
				tally.customers++
				if (checked) tally.checked[checked]++
				if (ids.has(outcome.id)) tally.shared++
				ids.add(outcome.id)
				const note = first.valid ? {} : { note: invalid(first.findings).message }
				const cards = cardsSent(state.get(number), outcome, cardsIn(rows))
				await sheets.results.add({ number, rows: rows.map(({ row }) => row), outcome, cards, ...note }, first)
			}
		}
	for (const each of state.numbers.values()) if (outcomeOf(each)) tally.known++
	tally.given.errors = String(sheets.errors.given)
	tally.given.unknown = String(sheets.unknown.given)
	tally.followUps = sheets.followUp.lines
	return tally
}

function noTally(): Tally {
	return {
		rows: 0,
		pending: 0,
		found: 0,
		customers: 0,
		met: 0,
		known: 0,
		shared: 0,
		outcomes: noCounts(),
		earlier: {},
		checked: { yes: 0, missing: 0, twice: 0 },
		given: { errors: "", unknown: "" },
		followUps: 0,
	}
}

/** Counts the rows of a customer by how they ended. */
function count(tally: Tally, { rows, outcome }: Customer): void {
	tally.rows += rows.length
	if (!outcome) {
		tally.pending += rows.length
		return
	}
	tally.outcomes[outcome.kind] += rows.length
	if (outcome.kind === "unknown" && outcome.code === foundUnlooked) tally.found += rows.length
	if (outcome.kind === "existing" && outcome.run !== undefined)
		tally.earlier[outcome.run] = (tally.earlier[outcome.run] ?? 0) + rows.length
}

function cardsIn(rows: readonly CheckedRow[]): number {
	return rows.reduce((sum, { creatable }) => sum + (creatable?.method.length ?? 0), 0)
}

async function writeFollowUps(
	file: FollowUpFile,
	row: CheckedRow,
	contactOf: (row: CheckedRow) => Contact,
	found: ReturnType<typeof followUpsOf>,
): Promise<void> {
	if (found.length === 0) return
	const contact = contactOf(row)
	for (const each of found) await file.add(row, contact, each)
}
