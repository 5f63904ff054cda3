import * as z from "zod"
import { encodings } from "../csv/layout.ts"
import type { ColumnDecision } from "../customer/columns/decide.ts"
import type { Asked } from "../customer/columns/inquiry.ts"
import { constantField, mappingSchema } from "../customer/columns/mapping.ts"
import { count } from "./primitives.ts"
import { runReferenceSchema } from "./run.ts"

export const readingSchema = z.object({
	encoding: z.enum(encodings),
	delimiter: z.enum([",", ";", "\t", "|"]),
	/** As a spreadsheet numbers it; 0 when the file has no header. */
	headerRow: count.max(1_000),
})
export type Reading = z.infer<typeof readingSchema>

const sheetSchema = z.object({
	name: z.string(),
	hidden: z.boolean(),
	/** The widest of its first rows; empty where the sheet is. */
	first: z.array(z.string()),
})
export type SheetView = z.infer<typeof sheetSchema>

/** A workbook of which it is to be said which sheet is meant. */
export const workbookSchema = z.object({
	kind: z.literal("workbook"),
	name: z.string(),
	folder: z.string(),
	sheets: z.array(sheetSchema),
})
export type Workbook = z.infer<typeof workbookSchema>

export const openedFileSchema = z.object({
	name: z.string(),
	folder: z.string(),
	/** Bytes. */
	size: count,
	/** What an earlier import left: rows to mend and import again, or rows whose fate is not known. */
	kind: z.enum(["customers", "errors", "unknown"]),
	reading: readingSchema,
	/** Why it is read this way: sentences. */
	evidence: z.array(z.string()),
	columns: z.array(z.string()),
	preview: z.array(z.object({ row: count, cells: z.array(z.string()) })),
	/** What each column is, and why; in their order. */
	decisions: z.array(z.custom<ColumnDecision>()),
	/** What a person was asked, and answered. While one is open, nothing goes on. */
	asked: z.array(z.custom<Asked>()),
	mapping: mappingSchema,
	/** Answers of before that are used, for a file with the same columns. */
	remembered: mappingSchema.optional(),
	/** What keeps the mapping from being used. */
	problems: z.array(z.string()),
	/** Runs of this very file that did not come to their end, the newest of each environment. */
	unfinished: z.array(runReferenceSchema),
	/** The one of them that goes on, in its environment; in another one a new run begins. */
	resumed: z.string().optional(),
	/** The sheet of a workbook that is read; `doubts` is what is read although the sheet does not show it. */
	workbook: z.object({ sheet: z.string(), sheets: z.array(sheetSchema), doubts: z.array(z.string()) }).optional(),
})
export type OpenedFile = z.infer<typeof openedFileSchema>

/** What choosing a file comes to: it is open, or it is asked which of its sheets is meant. */
export const choiceSchema = z.discriminatedUnion("kind", [openedFileSchema, workbookSchema])

/** `mends`: rows with mends that its next check takes up. */
export const recentFileSchema = z.object({ path: z.string(), name: z.string(), folder: z.string(), mends: count })

export const sayingSchema = z.object({
	columns: mappingSchema.unwrap().shape.columns.unwrap().optional(),
	constants: z.partialRecord(constantField, z.string().max(10_000).nullable()).optional(),
	joinRows: z.boolean().optional(),
})
