import type { Block } from "../../csv/block.ts"
import type { Layout, Row, RowProblem } from "../../csv/layout.ts"
import { parseBlock } from "../../csv/parse.ts"
import { restore } from "../../csv/writer.ts"
import type { CheckOptions } from "../../customer/check-options.ts"
import type { Mapping } from "../../customer/columns/mapping.ts"
import type { Creatable } from "../../customer/creatable.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding } from "../../customer/finding-codes.ts"
import type { FileTally } from "../../customer/lines/file-tally.ts"
import { linesByThemselves } from "../../customer/lines/line-judge.ts"
import { quickWay } from "../../customer/quick-way.ts"
import { type RowJudge, rowChecker, rowJudge, type Verdict } from "../../customer/row-checker.ts"
import { noneIsPlain } from "../../customer/verdict.ts"
import { importCellsInPlace } from "../../report/import-cells.ts"
import { type GivenBack, givenBackReader, isImportFile } from "./given-back.ts"

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
export interface JudgedRow extends Verdict, Omit<GivenBack, "findings" | "leftOut"> {
	readonly row: number
	/** As in the file, in the order of its columns, with edits; never fewer than there are columns. */
	readonly cells: readonly string[]
	readonly skipped: boolean
}

/** A data row, and the customer that it makes by itself. */
export interface ReadRow extends JudgedRow {
	readonly creatable: Creatable | undefined
}

/** The data rows of a block, one by one: what became of a row is given up before the next is read. */
export type BlockReader = (block: Block) => Iterable<ReadRow>
export type BlockJudge = (block: Block) => Iterable<JudgedRow>

/**
 * Prepares the reading of the blocks of one file; the customer of a row is made when it is asked for. Throws `UnusableMapping`.
 */
export function blockReader(reading: Reading): BlockReader {
	const { mapping, layout, options, edits } = reading
	const judge = blockJudge(reading)
	const check = rowChecker(mapping, layout.columns, options)
	const kept = new Set(edits?.kept)
	const customerOf = ({ row, cells, findings }: JudgedRow) =>
		findings.some(({ severity }) => severity === "error")
			? undefined
			: check(cells, row, kept.size > 0 && kept.has(row)).creatable
	return function* (block) {
		for (const judged of judge(block)) yield new RowWithCustomer(judged, customerOf)
	}
}

/** Most rows are read for what is said of them, or are settled: a customer is made of those that are sent. */
class RowWithCustomer implements ReadRow {
	readonly row: number
	readonly cells: readonly string[]
	readonly number: string
	readonly findings: readonly Finding[]
	readonly tokens: readonly string[]
	readonly plain: JudgedRow["plain"]
	readonly ambiguous: boolean
	readonly changed: boolean
	readonly origin: string | undefined
	readonly was: readonly string[] | undefined
	readonly skipped: boolean
	#made: { readonly creatable: Creatable | undefined } | undefined
	readonly #customerOf: (judged: JudgedRow) => Creatable | undefined

	constructor(judged: JudgedRow, customerOf: (judged: JudgedRow) => Creatable | undefined) {
		this.row = judged.row
		this.cells = judged.cells
		this.number = judged.number
		this.findings = judged.findings
		this.tokens = judged.tokens
		this.plain = judged.plain
		this.ambiguous = judged.ambiguous
		this.changed = judged.changed
		this.origin = judged.origin
		this.was = judged.was
		this.skipped = judged.skipped
		this.#customerOf = customerOf
	}

	get creatable(): Creatable | undefined {
		this.#made ??= { creatable: this.#customerOf(this) }
		return this.#made.creatable
	}
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

function readerBy(reading: Reading, judge: RowJudge): BlockJudge {
	const { layout, edits } = reading
	const asIs = rowsAsIs(reading)
	const givenBack = givenBackReader(reading)
	const skipped = new Set(edits?.skipped)
	const kept = new Set(edits?.kept)

	const readRow = (read: Row): JudgedRow => {
		const { row, cells, problems } = asIs(read)
		const { number, findings, tokens, plain } = judge(cells, row, kept.size > 0 && kept.has(row))
		const before = givenBack(row, cells, number)
		const isSkipped = skipped.size > 0 && skipped.has(row)
		const isLeftOut = isSkipped || before.leftOut
		const own = problems ? [...before.findings, ...errorsOf(row, problems)] : before.findings
		return {
			row,
			cells,
			number,
			findings: isLeftOut
				? [finding(isSkipped ? "row.skipped" : "row.left-out-before", row)]
				: own.length > 0
					? withOwn(own, findings)
					: findings,
			tokens,
			plain: own.length === 0 && !isLeftOut ? plain : noneIsPlain,
			ambiguous: before.ambiguous,
			changed: before.changed,
			origin: before.origin,
			was: before.was,
			skipped: isLeftOut,
		}
	}

	return function* (block) {
		for (const row of parseBlock(block, layout)) yield readRow(row)
	}
}

const noFindings: readonly Finding[] = []
const ofShape: ReadonlySet<string> = new Set(["row.too-few-cells", "row.too-many-cells"])

/**
 * A letter that could not be decoded is in the file all the same: that it was lost would be untrue. That a rule or the head of a page
 * has fewer cells than a customer goes without saying.
 */
function withOwn(own: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
	const isUndecoded = own.some(({ code }) => code === "row.undecodable")
	const isLine = findings.some(({ code }) => linesByThemselves.has(code))
	const told = isLine ? own.filter(({ code }) => !ofShape.has(code)) : own
	return [...told, ...findings.filter(({ code }) => !isUndecoded || code !== "text.replacement-character")]
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
