import * as z from "zod"
import { openedFileSchema } from "./file.ts"
import { count } from "./primitives.ts"
import { twoValuesSchema } from "./result.ts"

export const severities = ["error", "warning", "note"] as const

export const checkedSchema = z.object({
	/** Rows of the file without its header. */
	rows: count,
	valid: count,
	warning: count,
	/** With something to mend: rows that were left out are none of them. */
	error: count,
	/** Customers that would be created: joined rows count once. */
	customers: count,
	/** Customers with a card and without one, and card tokens that a person left out. */
	cards: z.object({ with: count, without: count, leftOut: count }),
	columns: z.array(z.string()),
	findings: z.array(
		z.object({
			code: z.string(),
			severity: z.enum(severities),
			message: z.string(),
			tip: z.string(),
			count,
			/** Rows it is in: a row may have it several times. */
			rows: count,
			/** Of the first row it was found in: where it is to be mended, usually. */
			column: z.string().optional(),
			/** The first column that it is about, where that is none by itself: where to look. */
			look: z.string().optional(),
		}),
	),
	/** Cells that were mended, the rows that they are in, and rows that a person left out. */
	mended: count,
	mendedRows: count,
	skipped: count,
	undo: z.boolean(),
	redo: z.boolean(),
	/** Questions that the check of all rows left open: the way back to the columns. */
	questions: count,
})
export type Checked = z.infer<typeof checkedSchema>

/** What a check of every row comes to: its questions are among those of the file. */
export const examinedSchema = z.object({ file: openedFileSchema, checked: checkedSchema })
export type Examined = z.infer<typeof examinedSchema>

export const rowFilterSchema = z.object({
	show: z.enum(["all", "error", "warning", "valid", "unfit", "skipped"]),
	code: z.string().max(100).optional(),
	search: z.string().max(200),
	/** By the values of a column; in the order of the file without it. */
	sort: z.object({ column: z.string(), descending: z.boolean() }).optional(),
})
export type RowFilter = z.infer<typeof rowFilterSchema>

/** Cells beside each other in rows as a filter shows them. */
export const areaSchema = z.object({
	filter: rowFilterSchema,
	offset: count,
	count: count.max(10_000_000),
	/** Position of its first column, and how many there are. */
	column: count,
	columns: count.min(1).max(10_000),
})
export type Area = z.infer<typeof areaSchema>

export const gridRowSchema = z.object({
	row: count,
	/** Of a row that an earlier import gave back: which one it was in the file of that. */
	formerly: count.optional(),
	cells: z.array(z.string()),
	/** Positions of cells that differ from the file. */
	mended: z.array(count),
	skipped: z.boolean(),
	/** Left out by an answer about rows like it: what is said of that. */
	answered: z.string().optional(),
	/** It is a customer by a person's word, whatever it looks like. */
	kept: z.boolean(),
	findings: z.array(
		z.object({
			/** Where it is to be mended; or, where several columns may be, those that have something in this row. */
			column: z.string().optional(),
			among: z.array(z.string()).optional(),
			code: z.string(),
			severity: z.enum(severities),
			message: z.string(),
			tip: z.string(),
		}),
	),
})
export type GridRow = z.infer<typeof gridRowSchema>

/** A text in a column of the rows with a finding. */
export const replacementSchema = z.object({ code: z.string(), column: z.string(), find: z.string().min(1).max(1_000) })

/** One mend: a cell, or the same for every row with a finding. */
export const mendSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("cell"), row: count, column: z.string(), value: z.string().max(10_000) }),
	z.object({ kind: z.literal("skip"), row: count, skip: z.boolean() }),
	z.object({ kind: z.literal("keep"), row: count, keep: z.boolean() }),
	z.object({ kind: z.literal("set-all"), code: z.string(), column: z.string(), value: z.string().max(10_000) }),
	replacementSchema.extend({ kind: z.literal("replace-all"), replacement: z.string().max(10_000) }),
	z.object({ kind: z.literal("skip-all"), code: z.string() }),
	/** Cells as a spreadsheet copies them: one value goes into all cells of an area, more of them from its first cell on. */
	areaSchema.extend({ kind: z.literal("fill"), text: z.string().max(50_000_000) }),
	z.object({ kind: z.literal("undo") }),
	z.object({ kind: z.literal("redo") }),
])
export type Mend = z.infer<typeof mendSchema>

/** A customer as Intergiro has it now, beside its row; or why that is not known. */
export const besideSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("values"), values: z.array(twoValuesSchema) }),
	z.object({ kind: z.literal("unknown"), message: z.string() }),
])
export type Beside = z.infer<typeof besideSchema>
