import * as z from "zod"
import { id } from "./primitives.ts"

/** What a person is told when a request cannot be done. */
export const problemSchema = z.object({
	message: z.string(),
	tip: z.string().optional(),
	/** Of what was to be saved, what it is about. */
	field: z.enum(["url", "key"]).optional(),
	/** The environment whose key is to be entered again. */
	environment: id.optional(),
	/** The run that is over, and whose files are to be written once more. */
	again: id.optional(),
	/** Another folder for imports may help. */
	folder: z.literal(true).optional(),
	/** The file that is open is another than it was: it is to be checked as it is now. */
	changed: z.literal(true).optional(),
})
export type Problem = z.infer<typeof problemSchema>
