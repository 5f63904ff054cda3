import type { Outcome } from "../contract/outcome.ts"
import type { Layout } from "../csv/layout.ts"
import { maskCardNumbers } from "../customer/card-number.ts"
import { isImportColumn } from "../customer/fields.ts"
import type { DraftFile } from "./draft-file.ts"
import { type CheckedRow, explain } from "./ending.ts"

/** The columns that a run adds to the rows it gives back; running such a file ignores them. */
const importColumns = ["import_row", "import_outcome", "import_code", "import_message"]

/** A file of rows to be looked at and run again: the file's own columns, as they were, and why each row is here. */
export class RejectSheet {
	/** Rows written so far. */
	rows = 0
	readonly #draft: DraftFile
	readonly #delimiter: string
	/** Indexes of the file's own columns, without those that an earlier run added. */
	readonly #own: readonly number[]
	readonly #width: number

	private constructor(draft: DraftFile, layout: Layout) {
		this.#draft = draft
		this.#delimiter = layout.delimiter
		this.#width = layout.columns.length
		this.#own = layout.columns.flatMap((name, index) => (isImportColumn(name) ? [] : [index]))
	}

	static async begin(draft: DraftFile, layout: Layout): Promise<RejectSheet> {
		const sheet = new RejectSheet(draft, layout)
		await sheet.#write([...sheet.#own.map((index) => layout.columns[index] ?? ""), ...importColumns])
		return sheet
	}

	async add({ row, cells, valid }: CheckedRow, outcome: Exclude<Outcome, { id: string }>): Promise<void> {
		const { code, message } = explain(outcome)
		// A card number makes a row invalid, and is never written anywhere.
		const safe = valid ? cells : cells.map(maskCardNumbers)
		const own = this.#own.map((index) => safe[index] ?? "")
		// Cells beyond the header have no column of their own: they stay beyond it.
		await this.#write([...own, String(row), outcome.kind, code, message, ...safe.slice(this.#width)])
		this.rows++
	}

	#write(cells: readonly string[]): Promise<void> {
		return this.#draft.writeRow(cells, this.#delimiter)
	}
}
