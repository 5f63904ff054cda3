import { rm } from "node:fs/promises"
import { join } from "node:path"
import type { CardState } from "../contract/card-state.ts"
import { isMapped } from "../contract/outcome.ts"
import { noCounts } from "../contract/progress.ts"
import { outcomeOf, type RunState } from "../contract/state.ts"
import type { Layout } from "../csv/layout.ts"
import type { Mapping } from "../customer/columns/mapping.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { checkedOf } from "./checked.ts"
import { type Contact, contactReader } from "./contact.ts"
import { DraftFile, syncFolder } from "./draft-file.ts"
import { type CheckedRow, Endings, invalid, type Known } from "./ending.ts"
import { mayExist } from "./explain.ts"
import { FollowUpFile, followUpsOf, isStored } from "./follow-up.ts"
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
	/** What became of a card token that was to be added to a customer who exists. */
	readonly cardOf?: (token: string) => CardState | undefined
	readonly facts: RunFacts
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
			results: await ResultsFile.begin(await open("results.csv"), state),
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

async function writeRows(input: RunFilesInput, sheets: Sheets): Promise<Tally> {
	const { rows, state, known, sentFor, cardOf, mapping, layout } = input
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
		checked: { yes: 0, missing: 0, twice: 0 },
		cameBack: { differing: 0, withoutCard: 0, cardNotStored: 0 },
		added: countCards(state),
		given: { errors: "", unknown: "" },
		followUps: 0,
	}
	const ids = new Set<string>()
	const endings = new Endings(state, known)
	const contactOf = contactReader(mapping, layout.columns)
	for await (const batch of rows)
		for (const row of batch) {
			tally.rows++
			const { number = "" } = row
			const { outcome, holder } = endings.of(row)
			// Of several rows joined into one customer, the journal names the first.
			const holds = holder === row.row
			const checked = holds ? checkedOf(state, number) : undefined
			if (holds && state.outcome(number)) tally.met++
			if (holds || holder === undefined)
				await writeFollowUps(sheets.followUp, row, contactOf, followUpsOf(row, outcome, checked, sentFor, cardOf))
			if (!outcome) {
				tally.pending++
				continue
			}
			tally.outcomes[outcome.kind]++
			if (outcome.kind === "unknown" && outcome.code === foundUnlooked) tally.found++
			if (outcome.kind === "existing" && outcome.run !== undefined)
				tally.earlier[outcome.run] = (tally.earlier[outcome.run] ?? 0) + 1
			if (!isMapped(outcome)) await (mayExist(outcome) ? sheets.unknown : sheets.errors).add(row, outcome)
			else if (holds) {
				tally.customers++
				if (checked) tally.checked[checked]++
				if (state.proof.unaccepted(outcome).some((field) => field !== "number")) tally.cameBack.differing++
				if (outcome.differs?.includes("method")) tally.cameBack.withoutCard++
				if (outcome.kind === "existing" && !isStored(number, row.tokens ?? [], outcome.run, sentFor, cardOf))
					tally.cameBack.cardNotStored++
				if (ids.has(outcome.id)) tally.shared++
				ids.add(outcome.id)
				const note = row.valid ? {} : { note: invalid(row.findings).message }
				await sheets.results.add({ number, row: row.row, outcome, ...note })
			}
		}
	for (const each of state.numbers.values()) if (outcomeOf(each)) tally.known++
	tally.given.errors = String(sheets.errors.given)
	tally.given.unknown = String(sheets.unknown.given)
	tally.followUps = sheets.followUp.lines
	return tally
}

function countCards({ cards }: RunState): Tally["added"] {
	const added = { added: 0, refused: 0, inDoubt: 0, otherPerson: 0 }
	for (const state of cards.byToken.values())
		if (state.kind !== "settled") added.inDoubt++
		else if (state.outcome.kind === "added") added.added++
		else if (state.outcome.kind === "other-person") added.otherPerson++
		else added.refused++
	return added
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
