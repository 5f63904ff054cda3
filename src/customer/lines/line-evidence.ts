import { type Field, fields } from "../fields.ts"
import { leastWords } from "./aside-facts.ts"
import type { FileTally } from "./file-tally.ts"
import type { NoCustomer } from "./line-judge.ts"
import { silentColumns } from "./rare-values.ts"
import { personal, sparseReader } from "./sparse.ts"
import { noteColumns } from "./written-notes.ts"

/** Gives the tally of a file what each of its lines tells, whatever its values are worth. */
export class LineEvidence {
	/** Places of what a field of a fixed width may have cut: names, e-mail addresses and lines of an address. */
	private readonly lengthy: readonly number[]
	/** Columns of which nobody knows what they say. */
	private readonly silent: readonly number[]
	private readonly notes: ReturnType<typeof noteColumns>
	private readonly sparseOf: ReturnType<typeof sparseReader>

	/** @param fieldAt what each column is, by its place */
	constructor(
		private readonly tally: FileTally,
		columns: readonly string[],
		private readonly fieldAt: readonly (Field | undefined)[],
		private readonly numberIndex: number,
	) {
		this.lengthy = fieldAt.flatMap((field, index) => (field !== undefined && isLengthy(field) ? index : []))
		this.silent = silentColumns(columns, fieldAt)
		this.notes = noteColumns(columns, fieldAt)
		this.sparseOf = sparseReader(personal(fieldAt), numberIndex)
	}

	/** @param line why it is no customer, where it is none */
	add(cells: readonly string[], row: number, line: NoCustomer | undefined): void {
		const { tally } = this
		tally.add(row, line?.kind)
		if (line === undefined) this.addCustomer(cells, row)
		if (line?.kind === undefined) tally.sparse.add(this.sparseOf(cells, row), cells[this.numberIndex] ?? "")
		if (this.fieldAt[0] === undefined) tally.leads.add(cells[0] ?? "")
	}

	private addCustomer(cells: readonly string[], row: number): void {
		const { tally } = this
		for (const index of this.silent) if (cells[index]) tally.values.add(index, cells[index] ?? "", row)
		for (const column of this.notes) {
			const cell = cells[column.index]
			if (cell) tally.notes.add(column, cell, row)
		}
		for (const index of this.lengthy) {
			const cell = cells[index]
			if (!cell) continue
			tally.lengths.add(index, cell)
			const least = leastWords(this.fieldAt[index])
			if (least !== undefined) tally.asides.add(index, cell, least)
		}
	}
}

function isLengthy(field: Field): boolean {
	return fields[field].kind === "email" || fields[field].kind === "text"
}
