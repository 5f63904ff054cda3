import type { Block } from "../../csv/block.ts"
import type { Layout, Row, RowProblem } from "../../csv/layout.ts"
import { parseBlock } from "../../csv/parse.ts"
import { restore } from "../../csv/writer.ts"
import type { CheckOptions } from "../../customer/check-options.ts"
import type { Mapping } from "../../customer/columns/mapping.ts"
import type { Creatable } from "../../customer/creatable.ts"
import { headerKey, isImportColumn } from "../../customer/fields.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding, quoted } from "../../customer/finding-codes.ts"
import type { FileTally } from "../../customer/lines/file-tally.ts"
import { quickWay } from "../../customer/quick-way.ts"
import { type RowChecker, rowChecker, rowJudge, type Verdict } from "../../customer/row-checker.ts"
import { importCellsInPlace } from "../../report/import-cells.ts"
import { type NumberChange, numberChange, saysItMayExist } from "../../report/import-run.ts"

/** What a person changed of the file before importing it. Plain JSON. */
export interface Edits {
	readonly cells: readonly { readonly row: number; readonly column: string; readonly value: string }[]
	/** Rows left out of the import. */
	readonly skipped: readonly number[]
	/** Rows that are customers by a person's word, whatever they look like: a total, a title, a row of another table. */
	readonly kept?: readonly number[]
	/** Rows of an import file whose changed customer number is right, by a person's word. */
	readonly confirmed?: readonly number[]
}

/** How a file is read, mapped and checked: the same reading of the same file gives the same customers. Plain JSON. */
export interface Reading {
	readonly layout: Layout
	readonly mapping: Mapping
	readonly options: CheckOptions
	readonly edits?: Edits | undefined
}

/** What is to be said of one data row by itself. */
export interface JudgedRow extends Verdict {
	readonly row: number
	/** As in the file, in the order of its columns, with edits; never fewer than there are columns. */
	readonly cells: readonly string[]
	/** An earlier import sent the row and does not know what became of it. */
	readonly ambiguous: boolean
	/** An earlier import gave it back with another customer number, and nobody confirmed this one. */
	readonly changed: boolean
	readonly skipped: boolean
}

/** A data row, and the customer that it makes by itself. */
export interface ReadRow extends JudgedRow {
	readonly creatable: Creatable | undefined
}

/** Whether the columns are those of a file that an earlier import left behind. */
export function isImportFile(columns: readonly string[]): boolean {
	const found = new Set(columns.filter(isImportColumn).map(headerKey))
	// Version 0.1.0 had four of them, and did not say which row of which run.
	return found.has("importrun") || found.size === 4
}

/** How an earlier import says that a row was certainly never sent, or not applied; and that it certainly does not exist at Intergiro. */
const neverSent = new Set(["invalid", "not-sent"])
const notThere = new Set([...neverSent, "rejected", "verification-required"])

/** Why an earlier import could not tell whether it had been sent: what it wrote then says nothing of that. */
const isUncertain = /\b(?:number\.changed|row\.import-cells)\b/

/** Why an earlier import refused a row that it gave back whole: padded, closed or with a replacement character. */
const damaged = /\brow\.(?:too-few-cells|too-many-cells|stray-quote|unclosed-quote|malformed-quote|undecodable|nul)\b/

/** The data rows of a block, one by one: what became of a row is given up before the next is read. */
export type BlockReader = (block: Block) => Iterable<ReadRow>
export type BlockJudge = (block: Block) => Iterable<JudgedRow>

/** Prepares the reading of the blocks of one file. Throws `UnusableMapping`. */
export function blockReader(reading: Reading): BlockReader {
	return readerBy(reading, rowChecker(reading.mapping, reading.layout.columns, reading.options))
}

/** The same for the findings alone, which is faster. */
export function blockJudge(reading: Reading, tally?: FileTally): BlockJudge {
	return readerBy(reading, rowJudge(reading.mapping, reading.layout.columns, reading.options, quickWay, tally))
}

/** The cells of the rows of a block, as they would be checked. */
export function cellReader(reading: Reading): (block: Block) => readonly Pick<JudgedRow, "row" | "cells">[] {
	const asIs = rowsAsIs(reading)
	return (block) => parseBlock(block, reading.layout).map(asIs)
}

/** Rows as they were before an earlier import wrote them and a person mended them, and with edits. */
function rowsAsIs({ layout, edits }: Reading): (row: Row) => Row {
	const restored = isImportFile(layout.columns)
	const inPlace = importCellsInPlace(layout.columns)
	const edited = editedCells(edits, layout.columns)
	return (read) => {
		const changes = edited.size === 0 ? undefined : edited.get(read.row)
		if (!restored && changes === undefined) return read
		const row = restored ? inPlace({ ...read, cells: read.cells.map(restore) }) : read
		if (changes === undefined) return row
		const cells = [...row.cells]
		for (const [index, value] of changes) cells[index] = value
		return { ...row, cells }
	}
}

function readerBy(reading: Reading, check: RowChecker): BlockReader {
	const { layout, edits } = reading
	const asIs = rowsAsIs(reading)
	const outcome = layout.columns.findIndex((column) => headerKey(column) === "importoutcome")
	const imported = isImportFile(layout.columns)
	const columnOf = (key: string) => (imported ? layout.columns.findIndex((column) => headerKey(column) === key) : -1)
	const code = columnOf("importcode")
	const message = columnOf("importmessage")
	const run = columnOf("importrun")
	const skipped = new Set(edits?.skipped)
	const kept = new Set(edits?.kept)
	const confirmed = new Set(edits?.confirmed)
	const others = layout.columns.flatMap((column, index) => (isImportColumn(column) && index !== outcome ? [index] : []))
	const outcomeIn = (cells: readonly string[]) => cells[outcome]?.trim().toLowerCase() ?? ""
	const wasSent = (cells: readonly string[]) => !neverSent.has(outcomeIn(cells)) || isUncertain.test(cells[code] ?? "")
	/** An outcome that was translated or emptied is none to rely on; a row without any was added by a person. */
	const mayExist = (cells: readonly string[], number: string) => {
		if (run >= 0 && saysItMayExist(cells[run] ?? "", number)) return true
		const written = outcomeIn(cells)
		return written === "" ? others.some((index) => cells[index]?.trim()) : !notThere.has(written)
	}

	const readRow = (read: Row): ReadRow => {
		const { row, cells, problems } = asIs(read)
		const { number, creatable, findings, tokens, isPlain } = check(cells, row, kept.size > 0 && kept.has(row))
		const isSkipped = skipped.size > 0 && skipped.has(row)
		const told = code < 0 ? undefined : cells[code]
		const change = run >= 0 && !confirmed.has(row) ? numberChange(cells[run] ?? "", number) : undefined
		const changed = change !== undefined
		const own =
			told || problems || changed
				? [
						...formerErrors(row, number, told, cells[message]),
						...(change === "by-spreadsheet" || (changed && wasSent(cells))
							? [numberChanged(row, number, change)]
							: noFindings),
						...errorsOf(row, problems),
					]
				: noFindings
		const refused = isSkipped || own.some(({ severity }) => severity === "error")
		return {
			row,
			cells,
			number,
			creatable: refused ? undefined : creatable,
			findings: isSkipped ? [finding("row.skipped", row)] : own.length > 0 ? withOwn(own, findings) : findings,
			tokens,
			isPlain: isPlain && own.length === 0 && !isSkipped,
			ambiguous: (outcome >= 0 || imported) && mayExist(cells, number),
			changed,
			skipped: isSkipped,
		}
	}

	return function* (block) {
		for (const row of parseBlock(block, layout)) yield readRow(row)
	}
}

const noFindings: readonly Finding[] = []

/** A letter that could not be decoded is in the file all the same: that it was lost would be untrue. */
function withOwn(own: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
	const isUndecoded = own.some(({ code }) => code === "row.undecodable")
	return [...own, ...findings.filter(({ code }) => !isUndecoded || code !== "text.replacement-character")]
}

/** What the columns that an earlier import added say against a row. */
function formerErrors(row: number, number: string, code = "", message = ""): readonly Finding[] {
	const found: Finding[] = []
	// The other row of this number was sent, or is in doubt: without it in the file, this one would be sent as well.
	if (/number\.(?:duplicate|not-joined)/.test(code) && message.includes(quoted(number)))
		found.push(finding("number.formerly-duplicate", row, { detail: quoted(number) }))
	const damage = code.match(damaged)
	if (damage) found.push(finding("row.formerly-damaged", row, { detail: damage[0] }))
	return found
}

function numberChanged(row: number, number: string, change: NumberChange | undefined): Finding {
	if (change === "unreadable") return finding("row.import-cells", row)
	return finding("number.changed", row, { field: "number", detail: number === "" ? "there is none" : quoted(number) })
}

function errorsOf(row: number, problems: readonly RowProblem[] | undefined): readonly Finding[] {
	return problems?.map((problem) => ({ row, severity: "error", ...problem })) ?? noFindings
}

function editedCells(edits: Edits | undefined, columns: readonly string[]) {
	const edited = new Map<number, Map<number, string>>()
	for (const { row, column, value } of edits?.cells ?? []) {
		const cells = edited.get(row) ?? new Map<number, string>()
		edited.set(row, cells.set(columns.indexOf(column), value))
	}
	return edited
}
