import type { Entry } from "../../contract/ports.ts"
import type { SourceIdentity } from "../../contract/record.ts"
import { leftOutCodes } from "../../contract/row-counts.ts"
import type { Layout } from "../../csv/layout.ts"
import type { Decision } from "../../customer/columns/decide.ts"
import type { Evidence } from "../../customer/columns/evidence.ts"
import { indicesOf, type Mapping, usesOf } from "../../customer/columns/mapping.ts"
import type { Question } from "../../customer/columns/question.ts"
import type { Finding, FindingsByPosition } from "../../customer/finding.ts"
import { isOfColumn } from "../../customer/finding-codes.ts"
import type { FileFacts } from "../../customer/lines/file-facts.ts"
import { codeOf } from "../../customer/remark.ts"
import type { CheckedRow } from "../../report/checked-row.ts"
import { Bits } from "./bits.ts"
import type { Comparison } from "./compare-rows.ts"
import { keyHash } from "./hash.ts"
import { entryOf, JoinedEntry } from "./joined-entry.ts"
import type { Judged } from "./judged.ts"
import { questionsOf } from "./questions.ts"
import { type BlockReader, cellReader, type Reading } from "./reading.ts"
import type { PositionedBlock } from "./row-index.ts"
import { RowOfFile } from "./row-of-file.ts"
import type { CodeSummary, Summary } from "./summary.ts"

export interface Parts {
	readonly judged: Judged
	readonly reading: Reading
	readonly read: BlockReader
	/** Positions of the rows that have something in common with another, or seem to. */
	readonly suspects: Bits
	/** Of the rows whose cards the file gives to other customers: `read` gives them too. */
	readonly owners: FindingsByPosition
	readonly comparison: Comparison
	/** How the mapping was decided; nothing where it is settled. */
	readonly decision?: Decision | undefined
}

/** A file about which nothing is open any more: what a run takes. */
export type DecidedFile = CheckedFile & { readonly [decided]: true }

declare const decided: unique symbol

/** The cells of a row, with edits, and where it stands. */
export interface RowCells {
	readonly position: number
	readonly row: number
	readonly cells: readonly string[]
}

/** Examples given of each finding code. */
const exampleCount = 5
/** Of what is told once for each column. */
const columnsShown = 40

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
	/** Rows without error or warning, with a warning at the worst, with an error, and left out by a person's word whatever is wrong with them. */
	readonly counts: {
		readonly valid: number
		readonly warning: number
		readonly error: number
		readonly leftOut: number
	}
	/** Customers that would be created: rows joined into one count once. */
	readonly customers: number
	/** What a check of the same file with other edits goes on from. */
	readonly parts: Parts
	summary: readonly CodeSummary[] = []
	/** What only a person can decide. While there is one, nothing is sent. */
	questions: readonly Question[] = []
	/** Of each row by itself and of all rows in comparison. */
	readonly #summary: Summary
	readonly #errors: Bits
	readonly #warnings: Bits

	private constructor(parts: Parts) {
		const { judged, reading, owners, comparison } = parts
		this.parts = parts
		this.source = judged.source
		this.reading = reading
		this.rows = judged.index.rows
		this.#summary = judged.summary.clone()
		for (const [position, findings] of owners) for (const finding of findings) this.#summary.addOne(finding, position)
		for (const [position, remark] of comparison.remarks) this.#summary.addOne(codeOf(remark), position)
		this.#errors = this.#summary.rowsOf("error")
		this.#warnings = this.#summary.rowsOf("warning")
		const error = this.#errors.size
		const warning = this.#warnings.without(this.#errors).size
		const leftOut = this.leftOut.size
		this.counts = { valid: this.rows - error - warning, warning, error: error - leftOut, leftOut }
		this.customers = this.rows - error - comparison.continues.without(this.#errors).size
	}

	/** Rejects with `UnreadableFile`. */
	static async of(parts: Parts): Promise<CheckedFile> {
		const file = new CheckedFile(parts)
		file.summary = await file.#summarize()
		if (parts.decision?.settled === false)
			file.questions = [...parts.decision.questions, ...(await questionsOf(file, parts.comparison))]
		return file
	}

	/** The file that is read: what a sheet became, where it is one. */
	get path(): string {
		return this.parts.judged.index.path
	}

	/** How the mapping was decided; nothing where it is settled. */
	get decision(): Decision | undefined {
		return this.parts.decision
	}

	/**
	 * This file for a run; nothing while a question is open.
	 * Throws where card tokens were left out and nobody said so, which no rule can bring about.
	 */
	get decided(): DecidedFile | undefined {
		if (this.questions.length > 0) return undefined
		for (const { column, by, fields } of this.decision?.columns ?? []) {
			const { tokens = 0 } = this.evidence.columns[this.layout.columns.indexOf(column)] ?? {}
			if (tokens > 0 && fields.length === 0 && by !== "person" && by !== "import")
				throw new Error(`The cards of ${column} are not accounted for: nobody said that they are left out`)
		}
		return this as CheckedFile as DecidedFile
	}

	/** What the values of all rows say of the columns. */
	get evidence(): Evidence {
		return this.parts.judged.evidence.columns
	}

	/** What has to be known of the whole file to judge one of its rows. */
	get facts(): FileFacts {
		return this.parts.judged.evidence.facts
	}

	get layout(): Layout {
		return this.reading.layout
	}

	get mapping(): Mapping {
		return this.reading.mapping
	}

	/** Positions of the rows that a person left out, one by one or by an answer. */
	get leftOut(): Bits {
		const rows = new Bits()
		for (const code of leftOutCodes) rows.merge(this.#summary.rowsWith(code, "error"))
		return rows
	}

	/** Positions of the rows with a finding of this code, or of this severity, ascending. */
	rowsWith(what: string): Bits {
		return what === "error" ? this.#errors : what === "warning" ? this.#warnings : this.#summary.rowsWith(what)
	}

	/** The rows at `offset` ≤ position < `offset` + `count`. */
	async page(offset: number, count: number): Promise<readonly CheckedRow[]> {
		const rows: CheckedRow[] = []
		const isWanted = (position: number) => position >= offset && position < offset + count
		for await (const positioned of this.parts.judged.index.read(offset, offset + count))
			rows.push(...this.#checkedRows(positioned, isWanted))
		return rows
	}

	/** Every data row, in order. */
	async *allRows(): AsyncGenerator<readonly CheckedRow[], void> {
		for await (const positioned of this.parts.judged.index.read()) yield this.#checkedRows(positioned)
	}

	/**
	 * Customers that would be created with a card, and without one; and the card tokens of the file that are in columns which are not
	 * sent, or of cards that can no longer be charged. Only a person leaves tokens out: all others are sent, or in rows that are not.
	 */
	get cards(): { readonly with: number; readonly without: number; readonly leftOut: number } {
		const { mapping, layout } = this
		// Of what is in question nobody said that it is left out.
		const open = new Set(this.decision?.columns.flatMap(({ column, by }) => (by === "open" ? [column] : [])))
		const unsent = layout.columns.map((column) => !open.has(column) && (usesOf(mapping, column) ?? []).length === 0)
		const leftOut = this.evidence.columns.reduce((sum, { tokens }, index) => sum + (unsent[index] ? tokens : 0), 0)
		const hasCards = indicesOf(mapping, layout.columns, "token").length > 0
		if (!hasCards) return { with: 0, without: this.customers, leftOut }
		const { continues } = this.parts.comparison
		const dead = ["card.left-out", "card.other-column"] as const
		// Of several cards of a row each counts.
		const sum = dead.reduce((total, code) => total + this.#summary.countWithout(code, this.#errors), 0)
		const bare = this.rowsWith("card.none").without(this.#errors).without(continues).size
		return { with: this.customers - bare, without: bare, leftOut: leftOut + sum }
	}

	/** The customers to be created, in order; those whose numbers are wanted. */
	readonly entries = async function* (
		this: CheckedFile,
		wanted: (number: string) => boolean = () => true,
	): AsyncGenerator<readonly Entry[], void> {
		const { judged, read, comparison } = this.parts
		const errors = this.#errors
		let open: JoinedEntry | undefined
		const hasValid = (first: number, end: number) => {
			for (let position = first; position < end; position++) if (!errors.has(position)) return true
			return false
		}
		for await (const { block, position: first } of judged.index.read(0, this.rows, hasValid)) {
			const entries: Entry[] = []
			let position = first - 1
			for (const row of read(block)) {
				position++
				if (errors.has(position) || !wanted(row.number)) continue
				const entry = entryOf(row)
				if (open !== undefined && comparison.continues.has(position)) open.add(entry)
				else {
					if (open !== undefined) entries.push(open.entry)
					open = new JoinedEntry(entry)
				}
			}
			if (entries.length > 0) yield entries
		}
		if (open !== undefined) yield [open.entry]
	}.bind(this)

	/**
	 * Tells whether a row may have this customer number, or another spelling of it: without reading the file, so that one in a thousand
	 * million others is taken for one.
	 */
	numberSearch(): (number: string) => boolean {
		const has = this.parts.judged.numbers.membership()
		return (number) => has(keyHash(number))
	}

	/** The rows at these positions, in order, with what is wrong with them. */
	async *rowsAt(wanted: Bits): AsyncGenerator<readonly CheckedRow[], void> {
		const isWanted = (first: number, end: number) => wanted.hasBetween(first, end)
		for await (const positioned of this.parts.judged.index.read(0, this.rows, isWanted))
			yield this.#checkedRows(positioned, (position) => wanted.has(position))
	}

	/** Every finding of a code, in the order of the file. @param wanted positions of the rows whose are wanted */
	async *findingsOf(code: string, wanted = this.rowsWith(code)): AsyncGenerator<Finding, void> {
		for await (const rows of this.rowsAt(wanted))
			for (const { findings } of rows) yield* findings.filter((finding) => finding.code === code)
	}

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
		for (const { code, severity } of codes) {
			let count = 0
			for (const position of this.#summary.rowsWith(code, severity))
				if (count++ < (isOfColumn(code) ? columnsShown : exampleCount)) wanted.add(position)
				else break
		}
		const examples = new Map<string, Finding[]>()
		for await (const rows of this.rowsAt(wanted))
			for (const { findings } of rows)
				for (const finding of findings) {
					const key = `${finding.severity} ${finding.code}`
					const some = examples.get(key) ?? []
					if (some.length < (isOfColumn(finding.code) ? columnsShown : exampleCount))
						examples.set(key, [...some, finding])
				}
		return codes.map((code) => {
			const some = examples.get(`${code.severity} ${code.code}`) ?? []
			return { ...code, message: some[0]?.message ?? code.code, tip: some[0]?.tip ?? "", examples: some }
		})
	}

	/** Those rows of a block whose positions are wanted: the others are not judged. */
	#checkedRows({ block, position }: PositionedBlock, isWanted = (_: number) => true): readonly CheckedRow[] {
		const { read, comparison } = this.parts
		const rows: CheckedRow[] = []
		let at = position
		for (const row of read(block)) {
			if (isWanted(at)) rows.push(new RowOfFile(row, comparison.remarks.at(at, row)))
			at++
		}
		return rows
	}
}
