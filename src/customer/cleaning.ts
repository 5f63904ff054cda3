import * as z from "zod"

/** Which kinds of gentle cleaning are on. Each change is a note; none is silent. */
export const cleaningSchema = z
	.strictObject({
		/** Space around a value. */
		trim: z.boolean().default(true),
		/** Letters in one composed form (Unicode NFC), and ligatures and letters of another width in plain ones. */
		compose: z.boolean().default(true),
		/** No-break and other odd spaces become plain ones. */
		spaces: z.boolean().default(true),
		/** Characters without width are left out. */
		zeroWidth: z.boolean().default(true),
		/** What spreadsheets put around a text to keep it one: `="0123"`, `'0123`; and the decimal that they add to a column. */
		spreadsheetMarks: z.boolean().default(true),
		/** What programs write for no value, as in NULL and N/A, is no value. */
		placeholders: z.boolean().default(true),
		/** What a program wrote in place of a character is that character again, where it can mean one only. */
		escapes: z.boolean().default(true),
		/** Country names become codes. */
		country: z.boolean().default(true),
		/** Spelling of currency, locale, time zone, type, schedule and amounts. */
		spelling: z.boolean().default(true),
		/** Phone numbers become E.164 where the country is known. */
		phone: z.boolean().default(true),
		/** The domain of an e-mail address in lower case. */
		email: z.boolean().default(true),
		/** Zip codes of SE, NO, DK, FI and DE as their posts write them. */
		zipCode: z.boolean().default(true),
	})
	.readonly()

export type Cleaning = z.infer<typeof cleaningSchema>

export const allCleaning: Cleaning = cleaningSchema.parse({})
