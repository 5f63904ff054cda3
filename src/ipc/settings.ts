import * as z from "zod"
import { cleaningSchema } from "../customer/cleaning.ts"
import { colorDepth } from "../customer/kinds/color-depth.ts"
import type { ValueKind } from "../customer/kinds/kind.ts"
import { locale } from "../customer/kinds/locale.ts"
import { timezone } from "../customer/kinds/timezone.ts"
import { url } from "../customer/kinds/url.ts"
import { id } from "./primitives.ts"

export const environmentSchema = z.object({
	id,
	name: z.string(),
	kind: z.enum(["sandbox", "test", "live"]),
	url: z.string(),
	/** What its key says: the merchant's name, and whether it may list customers. */
	merchant: z.string().optional(),
	key: z.enum(["private", "public", "unknown", "missing"]),
	warnings: z.array(z.string()),
	/** By what the key says of itself. */
	expired: z.boolean(),
	/** The key outlives the app only where the system can keep it encrypted. */
	kept: z.boolean(),
	/** When the key was saved: ISO 8601. */
	keyAt: z.string().optional(),
})
export type Environment = z.infer<typeof environmentSchema>

/** What every row accepts, and in words what that is: a setting that no row survives is none. */
function as<Schema extends z.ZodType>({ schema }: ValueKind, value: Schema, words: string): Schema {
	return value.refine((one) => schema.safeParse(one).success, words)
}

export const settingsSchema = z.object({
	theme: z.enum(["light", "dark", "auto"]),
	/** Requests per second; 0: as fast as the server allows. */
	rate: z.number().min(0).max(10_000),
	concurrency: z.number().int().min(1).max(1_000),
	/** Seconds after which a request without an answer counts as settled. */
	settle: z.number().min(1).max(3_600),
	/** Values for rows whose file has no browser columns. */
	browser: z.object({
		colorDepth: as(colorDepth, z.number(), "A screen has 1 to 64 bits of color."),
		width: z.number().int().min(1).max(100_000),
		height: z.number().int().min(1).max(100_000),
		locale: as(locale, z.string(), "Write a language and a country, as in sv-SE."),
		timezone: as(timezone, z.number(), "Write minutes from local time to UTC, from -840 to 720: -120 for UTC+2."),
		parent: z
			.string()
			.max(500)
			.refine(
				(text) => text === "" || url.schema.safeParse(text).success,
				"Write an address, as in https://shop.example.com.",
			),
	}),
	/** What the next check may clean. */
	cleaning: cleaningSchema,
	/** `results.csv` with the file's own columns. */
	fullResults: z.boolean(),
	environment: id,
	/** How the names of fields are written in requests: `zipCode` or `zip_code`. */
	letterCase: z.enum(["camel", "snake"]),
})
export type Settings = z.infer<typeof settingsSchema>
