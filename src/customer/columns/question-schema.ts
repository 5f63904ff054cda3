import * as z from "zod"
import { mappingSchema } from "./mapping.ts"

const said = mappingSchema.unwrap().partial()

/** A question as `--json` writes it. `docs/schemas/question.schema.json` is made from it. */
export const questionEventSchema = z.strictObject({
	type: z.literal("question"),
	id: z.string(),
	text: z.string(),
	why: z.string(),
	/** The likeliest first. */
	answers: z.array(
		z.strictObject({
			id: z.string(),
			label: z.string(),
			facts: z.string().optional(),
			examples: z.array(z.string()),
			/** What is decided by it, as in a mapping. */
			mapping: said,
			/** What is decided by not choosing it, where several may be chosen. */
			unchosen: said.optional(),
		}),
	),
	several: z.boolean().optional(),
	needed: z.boolean(),
})
