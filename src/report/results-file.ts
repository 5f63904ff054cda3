import type { Mapped } from "../contract/outcome.ts"
import { rehearsed } from "../contract/rehearsal.ts"
import type { RunState } from "../contract/state.ts"
import type { Layout } from "../csv/layout.ts"
import { formatRow } from "../csv/writer.ts"
import { headerKey } from "../customer/fields.ts"
import { cardCells, cardColumns, cardsSent } from "./card-columns.ts"
import { type Checked, checkedOf } from "./checked.ts"
import type { CheckedRow } from "./checked-row.ts"
import { DraftFile } from "./draft-file.ts"
import { withExactId } from "./exact-id.ts"
import { isOfSandbox } from "./import-run.ts"
import type { OwnColumns } from "./own-columns.ts"
import { joinedRows } from "./row-ranges.ts"

export const resultColumns = [
	"number",
	"id",
	"status",
	"outcome",
	"row",
	...cardColumns,
	"run",
	"checked",
	"given_number",
	"note",
] as const

export type ResultColumn = (typeof resultColumns)[number]

/** What they are called beside the file's own columns, so that none of those can be taken for one of them. */
export function besideOwn(column: string): string {
	return `import_${column}`
}

/** One line of the file. */
export interface Result {
	/** The customer number, as the file has it. */
	readonly number: string
	/** Every row of the customer, the first one first. */
	readonly rows: readonly number[]
	readonly outcome: Mapped
	/** Cards that were sent for the customer and not refused, with its creation and since. */
	readonly cards: number
	/** What the look at the end came to. */
	readonly checked: Checked | undefined
	/** What is wrong with the row of a customer who exists all the same. */
	readonly note?: string
}

export interface ResultsForm {
	/** Which run it is of. */
	readonly run: string
	readonly delimiter: Layout["delimiter"]
	/** The file's own columns, which stand before those of the result. */
	readonly own?: OwnColumns | undefined
}

/** The file of a run that says under which id each customer exists. */
export class ResultsFile {
	private constructor(
		readonly draft: DraftFile,
		private readonly state: RunState,
		private readonly form: ResultsForm,
	) {}

	static async begin(draft: DraftFile, state: RunState, form: ResultsForm): Promise<ResultsFile> {
		await draft.writeRow(headerOf(form.own), form.delimiter)
		return new ResultsFile(draft, state, form)
	}

	/** The cells of a row in the file's own columns; nothing where these do not stand here. */
	ownOf(row: CheckedRow): readonly string[] | undefined {
		return this.form.own?.cells(row)
	}

	/** @param own cells of the first of the customer's rows in the file's own columns */
	async add(result: Result, own: readonly string[] = []): Promise<void> {
		const cells = [...own, ...resultCells(result, this.state, this.form.run)]
		await this.draft.write(`${formatRow(withExactId(cells, own.length + 1), this.form.delimiter)}\n`)
	}
}

/** What the file says of a customer, in the order of its columns. */
export function resultCells(
	{ number, rows, outcome, cards, checked, note = "" }: Result,
	state: RunState,
	run: string,
): readonly string[] {
	return [
		number,
		outcome.id,
		outcome.status ?? "",
		outcome.kind,
		joinedRows(rows),
		...cardCells(outcome, cards),
		run,
		checked ?? "",
		state.amissOf(number)?.under ?? (("given" in outcome && outcome.given) || ""),
		isOfSandbox(run) ? `${rehearsed}. ${note}`.trim() : note,
	]
}

function headerOf(own: OwnColumns | undefined): readonly string[] {
	if (own === undefined) return resultColumns
	const ours = resultColumns.map(besideOwn)
	const taken = new Set(ours.map(headerKey))
	return [...own.names.map((name) => (taken.has(headerKey(name)) ? `${name} (file)` : name)), ...ours]
}

/**
 * Writes `results.csv` from the journal alone, for a run whose own file cannot be read any more: it has everybody who
 * exists. Rejects as the disk does.
 */
export function writeResults(path: string, state: RunState, form: Omit<ResultsForm, "own">): Promise<void> {
	const mapped = [...state.mapped()].sort((a, b) => a.row - b.row)
	return DraftFile.make(path, false, async (draft) => {
		const results = await ResultsFile.begin(draft, state, form)
		for (const { number, row, outcome } of mapped) {
			const cards = cardsSent(state.get(number), outcome, () => 0) + (state.cards.addedTo(number)?.count ?? 0)
			await results.add({ number, rows: [row], outcome, cards, checked: checkedOf(state, number) })
		}
	})
}
