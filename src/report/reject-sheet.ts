import type { RowOutcome } from "../contract/outcome.ts"
import { inRehearsal } from "../contract/rehearsal.ts"
import type { Layout } from "../csv/layout.ts"
import { type Mapping, usesOf } from "../customer/columns/mapping.ts"
import { inCommands } from "../customer/command-words.ts"
import { headerKey, isImportColumn } from "../customer/fields.ts"
import { cellMask } from "../customer/own-check.ts"
import type { CheckedRow } from "./checked-row.ts"
import type { DraftFile } from "./draft-file.ts"
import { explain, mayExist } from "./explain.ts"
import type { Say } from "./follow-up-file.ts"
import { importColumns } from "./import-cells.ts"
import { importRun, isOfSandbox } from "./import-run.ts"
import { RowRanges } from "./row-ranges.ts"

/** A file of rows to be looked at and run again: the file's own columns, as they were, and why each row is here. */
export class RejectSheet {
	/** The rows written so far. */
	readonly given = new RowRanges()
	readonly #draft: DraftFile
	readonly #run: string
	readonly #delimiter: string
	/** Indexes of the file's own columns, without those that an earlier run added. */
	readonly #own: readonly number[]
	readonly #width: number
	/** Indexes of the columns that are sent, but for card tokens. */
	readonly #sent: readonly number[]
	readonly #columns: readonly string[]
	/** Indexes of those that are not: a person may have said of digits there that they are no card's. */
	readonly #unsent: ReadonlySet<number>
	readonly #masked: ReturnType<typeof cellMask>
	/** Index of the column that says which row of which earlier run a row was. */
	readonly #former: number

	private constructor(
		draft: DraftFile,
		{ columns, delimiter }: Layout,
		mapping: Mapping,
		run: string,
		private readonly say: Say,
	) {
		this.#draft = draft
		this.#run = run
		this.#delimiter = delimiter
		this.#width = columns.length
		this.#own = columns.flatMap((name, index) => (isImportColumn(name) ? [] : [index]))
		this.#columns = columns
		this.#sent = this.#own.filter((index) => usesOf(mapping, columns[index] ?? "")?.some((field) => field !== "token"))
		this.#unsent = new Set(this.#own.filter((index) => !usesOf(mapping, columns[index] ?? "")?.length))
		this.#masked = cellMask(columns)
		this.#former = columns.findIndex((name) => headerKey(name) === "importrun")
	}

	/** @param run which gives the rows back */
	static async begin(
		draft: DraftFile,
		layout: Layout,
		mapping: Mapping,
		run: string,
		say: Say = inCommands,
	): Promise<RejectSheet> {
		const sheet = new RejectSheet(draft, layout, mapping, run, say)
		await sheet.#write([...sheet.#own.map((index) => layout.columns[index] ?? ""), ...importColumns])
		return sheet
	}

	async add(checked: CheckedRow, outcome: Exclude<RowOutcome, { id: string }>): Promise<void> {
		const { row, cells, valid, number = "", changed, origin, was = cells } = checked
		const { code, message } = explain(outcome)
		const words = this.say(message)
		const told = isOfSandbox(this.#run) ? inRehearsal(words) : words
		// A card number makes a row invalid, where nobody said that it is none, and is never written anywhere.
		const safely = (some: readonly string[]) =>
			some.map((cell, index) => (valid && !this.#unsent.has(index) ? cell : this.#masked(cell, index)))
		const safe = safely(cells)
		const own = this.#own.map((index) => safe[index] ?? "")
		// While nobody confirmed another number, the row is known by the one that it was sent with.
		const run =
			(changed && safe[this.#former]) ||
			importRun(this.#run, row, number, mayExist(outcome), this.#named(safely(was)), origin)
		// Cells beyond the header have no column of their own: they stay beyond it.
		await this.#write([...own, String(row), outcome.kind, code, told, run, ...safe.slice(this.#width)])
		this.given.add(row)
	}

	#named(cells: readonly string[]): readonly (readonly [column: string, cell: string])[] {
		return this.#sent.map((index) => [this.#columns[index] ?? "", cells[index] ?? ""])
	}

	#write(cells: readonly string[]): Promise<void> {
		return this.#draft.writeRow(cells, this.#delimiter)
	}
}
