import * as z from "zod"
import { checkedSchema } from "./check.ts"
import { openedFileSchema, recentFileSchema, workbookSchema } from "./file.ts"
import { resultSchema } from "./result.ts"
import { runReferenceSchema } from "./run.ts"
import { environmentSchema, settingsSchema } from "./settings.ts"

export const stateSchema = z.object({
	version: z.string(),
	/** For numbers, dates and times: the person's, as the system has it. */
	locale: z.string(),
	settings: settingsSchema,
	environments: z.array(environmentSchema),
	/** Whether the system keeps keys encrypted; otherwise they are forgotten when the app is closed. */
	keysKept: z.boolean(),
	recent: z.array(recentFileSchema),
	/** Runs that the app's end cut short. */
	unfinished: z.array(runReferenceSchema),
	file: openedFileSchema.optional(),
	/** It is asked which of its sheets is meant. */
	workbook: workbookSchema.optional(),
	checked: checkedSchema.optional(),
	/** The run that is under way. */
	run: runReferenceSchema.optional(),
	/** Of a run that ended since the file was opened, mended or checked. */
	result: resultSchema.optional(),
	/** What a person should know of what was kept on this computer: sentences. */
	told: z.array(z.string()),
})
export type AppState = z.infer<typeof stateSchema>
