import type { Entry } from "../../contract/ports.ts"
import type { SourceIdentity } from "../../contract/record.ts"
import type { Layout } from "../../csv/layout.ts"
import type { Finding } from "../../customer/finding.ts"
import { joined } from "../../customer/join.ts"
import type { Mapping } from "../../customer/mapping.ts"
import type { CheckedRow } from "../../report/ending.ts"
import { Bits } from "./bits.ts"
import type { Comparison } from "./duplicates.ts"
import type { Judged } from "./judged.ts"
import { type BlockReader, cellReader, type Reading, type ReadRow } from "./reading.ts"
import type { PositionedBlock } from "./row-index.ts"
import type { CodeSummary, Summary } from "./summary.ts"

export interface Parts {
	readonly judged: Judged
	readonly reading: Reading
	readonly read: BlockReader
	/** Positions of the rows that have something in common with another, or seem to. */
	readonly suspects: Bits
	readonly comparison: Comparison
}

/** The cells of a row, with edits, and where it stands. */
export interface RowCells {
	readonly position: number
	readonly row: number
	readonly cells: readonly string[]
}

/** Examples given of each finding code. */
const exampleCount = 5

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
	/** What a check of the same file with other edits goes on from. */
	readonly parts: Parts
	summary: readonly CodeSummary[] = []
	/** Of each row by itself and of all rows in comparison. */
	readonly #summary: Summary
	readonly #errors: Bits
	readonly #warnings: Bits

	private constructor(parts: Parts) {
		const { judged, reading, comparison } = parts
		this.parts = parts
		this.source = judged.source
		this.reading = reading
		this.rows = judged.index.rows
		this.#summary = judged.summary.clone()
		for (const [position, findings] of comparison.findings)
			for (const finding of findings) this.#summary.add({ ...finding, positions: new Uint32Array(1) }, position)
		this.#errors = this.#summary.rowsOf("error")
		this.#warnings = this.#summary.rowsOf("warning")
		const error = this.#errors.size
		const warning = this.#warnings.without(this.#errors).size
		this.counts = { valid: this.rows - error - warning, warning, error }
		const continuing = [...comparison.continues].filter((position) => !this.#errors.has(position)).length
		this.customers = this.rows - error - continuing
	}

	/** Rejects with `UnreadableFile`. */
	static async of(parts: Parts): Promise<CheckedFile> {
		const file = new CheckedFile(parts)
		file.summary = await file.#summarize()
		return file
	}

	get layout(): Layout {
		return this.reading.layout
	}

	get mapping(): Mapping {
		return this.reading.mapping
	}

	/** Positions of the rows with a finding of this code, or of this severity, ascending. */
	rowsWith(what: string): Bits {
		return what === "error" ? this.#errors : what === "warning" ? this.#warnings : this.#summary.rowsWith(what)
	}

	/** The rows at `offset` ≤ position < `offset` + `count`. */
	async page(offset: number, count: number): Promise<readonly CheckedRow[]> {
		const rows: CheckedRow[] = []
		for await (const positioned of this.parts.judged.index.read(offset, offset + count))
			for (const [index, row] of this.#checkedRows(positioned).entries()) {
				const position = positioned.position + index
				if (position >= offset && position < offset + count) rows.push(row)
			}
		return rows
	}

	/** Every data row, in order. */
	async *allRows(): AsyncGenerator<readonly CheckedRow[], void> {
		for await (const positioned of this.parts.judged.index.read()) yield this.#checkedRows(positioned)
	}

	/** The customers to be created, in order. */
	readonly entries = async function* (this: CheckedFile): AsyncGenerator<readonly Entry[], void> {
		const { judged, read, comparison } = this.parts
		const errors = this.#errors
		let open: Entry | undefined
		const hasValid = (first: number, end: number) => {
			for (let position = first; position < end; position++) if (!errors.has(position)) return true
			return false
		}
		for await (const { block, position: first } of judged.index.read(0, this.rows, hasValid)) {
			const entries: Entry[] = []
			let position = first - 1
			for (const row of read(block)) {
				position++
				if (errors.has(position)) continue
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

	/** The cells of the rows at these positions, in order: many times faster than the rows with what is wrong with them. */
	async *cells(wanted: Bits): AsyncGenerator<readonly RowCells[], void> {
		const read = cellReader(this.reading)
		const isWanted = (first: number, end: number) => wanted.hasBetween(first, end)
		for await (const { block, position } of this.parts.judged.index.read(0, this.rows, isWanted))
			yield read(block)
				.map((row, index) => ({ ...row, position: position + index }))
				.filter((row) => wanted.has(row.position))
	}

	async #summarize(): Promise<readonly CodeSummary[]> {
		const codes = this.#summary.list()
		const wanted = new Bits()
		for (const { code } of codes) {
			let count = 0
			for (const position of this.#summary.rowsWith(code))
				if (count++ < exampleCount) wanted.add(position)
				else break
		}
		const examples = new Map<string, Finding[]>()
		const isWanted = (first: number, end: number) => wanted.hasBetween(first, end)
		for await (const positioned of this.parts.judged.index.read(0, this.rows, isWanted))
			for (const { findings } of this.#checkedRows(positioned))
				for (const finding of findings) {
					const some = examples.get(finding.code) ?? []
					if (some.length < exampleCount) examples.set(finding.code, [...some, finding])
				}
		return codes.map((code) => {
			const some = examples.get(code.code) ?? []
			return { ...code, message: some[0]?.message ?? code.code, tip: some[0]?.tip ?? "", examples: some }
		})
	}

	#checkedRows({ block, position }: PositionedBlock): readonly CheckedRow[] {
		const { read, comparison } = this.parts
		return Array.from(read(block), ({ row, cells, number, creatable, findings, ambiguous }, offset) => {
			const compared = comparison.findings.get(position + offset) ?? []
			return {
				row,
				cells,
				...(number === "" ? {} : { number }),
				findings: compared.length === 0 ? findings : [...findings, ...compared],
				valid: creatable !== undefined && !compared.some(({ severity }) => severity === "error"),
				...(ambiguous ? { ambiguous } : {}),
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
