import type { Layout } from "../../csv/layout.ts"
import { joined } from "../../customer/join.ts"
import type { Mapping } from "../../customer/mapping.ts"
import type { SourceIdentity } from "../../journal/record.ts"
import type { CheckedRow } from "../../report/ending.ts"
import type { Entry } from "../../run/ports.ts"
import type { Comparison } from "./duplicates.ts"
import type { BlockReader, Reading, ReadRow } from "./reading.ts"
import type { PositionedBlock, RowIndex } from "./row-index.ts"
import type { CodeSummary, Summary } from "./summary.ts"

interface Parts {
	readonly source: SourceIdentity
	readonly reading: Reading
	readonly read: BlockReader
	readonly index: RowIndex
	readonly summary: Summary
	readonly comparison: Comparison
}

/**
 * A file whose every row was checked. It holds no rows: they are read again as they are asked for, each compared with
 * what was checked, and everything that reads them throws `UnreadableFile` (`file.changed`) when the file is another now.
 * A *position* counts the data rows from 0, blank rows left out.
 */
export class CheckedFile {
	readonly source: SourceIdentity
	/** How it was read: enough to check it again with the same result. Plain JSON. */
	readonly reading: Reading
	/** Data rows. */
	readonly rows: number
	/** Rows without error or warning, with a warning at the worst, and with an error. */
	readonly counts: { readonly valid: number; readonly warning: number; readonly error: number }
	/** Customers that would be created: rows joined into one count once. */
	readonly customers: number
	readonly summary: readonly CodeSummary[]
	readonly #parts: Parts

	constructor(parts: Parts) {
		const { source, reading, index, summary, comparison } = parts
		this.#parts = parts
		this.source = source
		this.reading = reading
		this.rows = index.rows
		this.summary = summary.list()
		const error = summary.errors.size
		const warning = [...summary.warnings].filter((position) => !summary.errors.has(position)).length
		this.counts = { valid: index.rows - error - warning, warning, error }
		const continuing = [...comparison.continues].filter((position) => !summary.errors.has(position)).length
		this.customers = index.rows - error - continuing
	}

	get layout(): Layout {
		return this.reading.layout
	}

	get mapping(): Mapping {
		return this.reading.mapping
	}

	/** Positions of the rows with a finding of this code, or of this severity, ascending. */
	rowsWith(what: string): Iterable<number> {
		const { summary } = this.#parts
		return what === "error" ? summary.errors : what === "warning" ? summary.warnings : summary.rowsWith(what)
	}

	/** The rows at `offset` ≤ position < `offset` + `count`. */
	async page(offset: number, count: number): Promise<readonly CheckedRow[]> {
		const rows: CheckedRow[] = []
		for await (const positioned of this.#parts.index.read(offset, offset + count))
			for (const [index, row] of this.#checkedRows(positioned).entries()) {
				const position = positioned.position + index
				if (position >= offset && position < offset + count) rows.push(row)
			}
		return rows
	}

	/** Every data row, in order. */
	async *allRows(): AsyncGenerator<readonly CheckedRow[], void> {
		for await (const positioned of this.#parts.index.read()) yield this.#checkedRows(positioned)
	}

	/** The customers to be created, in order. */
	readonly entries = async function* (this: CheckedFile): AsyncGenerator<readonly Entry[], void> {
		const { index, read, summary, comparison } = this.#parts
		let open: Entry | undefined
		const hasValid = (first: number, end: number) => {
			for (let position = first; position < end; position++) if (!summary.errors.has(position)) return true
			return false
		}
		for await (const { block, position: first } of index.read(0, this.rows, hasValid)) {
			const entries: Entry[] = []
			let position = first - 1
			for (const row of read(block)) {
				position++
				if (summary.errors.has(position)) continue
				const entry = entryOf(row)
				if (open !== undefined && comparison.continues.has(position)) open = join(open, entry)
				else {
					if (open !== undefined) entries.push(open)
					open = entry
				}
			}
			if (entries.length > 0) yield entries
		}
		if (open !== undefined) yield [open]
	}.bind(this)

	#checkedRows({ block, position }: PositionedBlock): readonly CheckedRow[] {
		const { read, comparison } = this.#parts
		return Array.from(read(block), ({ row, cells, number, creatable, findings }, offset) => {
			const compared = comparison.findings.get(position + offset) ?? []
			return {
				row,
				cells,
				...(number === "" ? {} : { number }),
				findings: compared.length === 0 ? findings : [...findings, ...compared],
				valid: creatable !== undefined && !compared.some(({ severity }) => severity === "error"),
			}
		})
	}
}

function entryOf({ row, number, creatable, ambiguous }: ReadRow): Entry {
	if (creatable === undefined) throw new Error(`Row ${row} is not valid, and was when it was checked`)
	return { row, number, creatable, ...(ambiguous ? { ambiguous } : {}) }
}

function join(first: Entry, next: Entry): Entry {
	const creatable = joined(first.creatable, next.creatable)
	if (creatable === undefined) throw new Error(`Row ${next.row} does not join row ${first.row}, and did when checked`)
	const ambiguous = first.ambiguous === true || next.ambiguous === true
	return { ...first, joined: [...(first.joined ?? []), next.row], creatable, ...(ambiguous ? { ambiguous } : {}) }
}
