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
import { hasError, noneIsPlain, type PlainCells } from "../../customer/verdict.ts"
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
	/** Its card tokens in the file, in whose place a person wrote others, and did not say that it is another customer. */
	readonly replaced: readonly string[]
}

/** A data row, and the customer that it makes by itself. */
export interface ReadRow extends JudgedRow {
	readonly creatable: Creatable | undefined
	/** The same row with what else is said of it. */
	and(found: readonly Finding[]): ReadRow
}

/** The data rows of a block, one by one: what became of a row is given up before the next is read. */
export type BlockReader = (block: Block) => Iterable<ReadRow>
export type BlockJudge = (block: Block) => Iterable<JudgedRow>

/**
 * Prepares the reading of the blocks of one file; a row is judged, and its customer made, when that is asked for: of a block few rows are
 * wanted. Throws `UnusableMapping`.
 */
export function blockReader(reading: Reading): BlockReader {
	const { mapping, layout, options, edits } = reading
	const judge = judgeBy(reading, rowJudge(mapping, layout.columns, options))
	const check = rowChecker(mapping, layout.columns, options)
	const kept = new Set(edits?.kept)
	const customerOf = ({ row, cells }: JudgedRow) => check(cells, row, kept.size > 0 && kept.has(row)).creatable
	return function* (block) {
		for (const row of parseBlock(block, layout)) yield new LazyRow(row, judge, customerOf)
	}
}

/** A row as it stands in its block: what is said of it is worked out once, when it is asked for. */
class LazyRow implements ReadRow {
	readonly row: number
	readonly #read: Row
	readonly #judge: (read: Row) => JudgedRow
	readonly #customerOf: (judged: JudgedRow) => Creatable | undefined
	readonly #more: readonly Finding[]
	#judged: JudgedRow | undefined
	#findings: readonly Finding[] | undefined
	#made: { readonly creatable: Creatable | undefined } | undefined

	constructor(
		read: Row,
		judge: (read: Row) => JudgedRow,
		customerOf: (judged: JudgedRow) => Creatable | undefined,
		more = noFindings,
	) {
		this.row = read.row
		this.#read = read
		this.#judge = judge
		this.#customerOf = customerOf
		this.#more = more
	}

	and(found: readonly Finding[]): ReadRow {
		return new LazyRow(this.#read, this.#judge, this.#customerOf, [...this.#more, ...found])
	}

	get #itself(): JudgedRow {
		this.#judged ??= this.#judge(this.#read)
		return this.#judged
	}

	get cells(): readonly string[] {
		return this.#itself.cells
	}

	get number(): string {
		return this.#itself.number
	}

	get findings(): readonly Finding[] {
		this.#findings ??= this.#more.length === 0 ? this.#itself.findings : [...this.#itself.findings, ...this.#more]
		return this.#findings
	}

	get tokens(): readonly string[] {
		return this.#itself.tokens
	}

	get plain(): PlainCells {
		return this.#itself.plain
	}

	get ambiguous(): boolean {
		return this.#itself.ambiguous
	}

	get changed(): boolean {
		return this.#itself.changed
	}

	get origin(): string | undefined {
		return this.#itself.origin
	}

	get was(): readonly string[] | undefined {
		return this.#itself.was
	}

	get skipped(): boolean {
		return this.#itself.skipped
	}

	get replaced(): readonly string[] {
		return this.#itself.replaced
	}

	get creatable(): Creatable | undefined {
		this.#made ??= { creatable: hasError(this) ? undefined : this.#customerOf(this) }
		return this.#made.creatable
	}
}

/** The same for the findings alone, which is faster. */
export function blockJudge(reading: Reading, tally?: FileTally): BlockJudge {
	const { mapping, layout, options } = reading
	const judge = judgeBy(reading, rowJudge(mapping, layout.columns, options, quickWay, tally))
	return function* (block) {
		for (const row of parseBlock(block, layout)) yield judge(row)
	}
}

/** The cells of the rows of a block, as they would be checked. */
export function cellReader(reading: Reading): (block: Block) => readonly Pick<JudgedRow, "row" | "cells">[] {
	const asIs = rowsAsIs(reading)
	return (block) => parseBlock(block, reading.layout).map(asIs)
}

/**
 * Rows as they were before an earlier import wrote them and a person mended them, and with edits; of a row with edits also how it is without
 * them.
 */
function rowsAsIs({ layout, edits }: Reading): (row: Row) => Row & { readonly unedited?: readonly string[] } {
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
		return { ...row, cells, unedited: row.cells }
	}
}

function judgeBy(reading: Reading, judge: RowJudge): (read: Row) => JudgedRow {
	const { edits } = reading
	const asIs = rowsAsIs(reading)
	const givenBack = givenBackReader(reading)
	const skipped = new Set(edits?.skipped)
	const kept = new Set(edits?.kept)
	const replacedTokens = replacedTokensReader(reading)

	return (read) => {
		const { row, cells, problems, unedited } = asIs(read)
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
			replaced: unedited === undefined ? noTokens : replacedTokens(row, unedited, tokens),
		}
	}
}

/** Prepares to read which card tokens of a row a person replaced: of a row by its cells without edits, and the tokens that it has now. */
function replacedTokensReader({ mapping, layout, options, edits }: Reading) {
	// Most files have no mends. What it counts of a row is counted already.
	let judge: RowJudge | undefined
	const tokensOf = (row: number, cells: readonly string[]) => {
		judge ??= rowJudge(mapping, layout.columns, options)
		return judge(cells, row, false).tokens
	}
	const confirmed = new Set(edits?.confirmed)
	return (row: number, cells: readonly string[], now: readonly string[]): readonly string[] =>
		confirmed.has(row) ? noTokens : tokensOf(row, cells).filter((token) => !now.includes(token))
}

const noFindings: readonly Finding[] = []
const noTokens: readonly string[] = []
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
