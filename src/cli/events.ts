import * as z from "zod"
import { outcomeKinds } from "../contract/outcome.ts"
import { encodings } from "../csv/layout.ts"
import { mappingSchema } from "../customer/columns/mapping.ts"
import { questionEventSchema } from "../customer/columns/question-schema.ts"
import { summarySchema } from "../report/summary.ts"

const count = z.int().nonnegative()
const severity = z.enum(["error", "warning", "note"])

const finding = z.strictObject({
	row: count,
	column: z.string().optional(),
	field: z.string().optional(),
	code: z.string(),
	severity,
	message: z.string(),
	tip: z.string(),
})

const source = z.strictObject({
	name: z.string(),
	size: count,
	sha256: z.string(),
	workbook: z.strictObject({ sheet: z.string(), size: count, sha256: z.string() }).optional(),
})

const layout = z.strictObject({
	encoding: z.enum(encodings),
	bom: count,
	delimiter: z.enum([",", ";", "\t", "|"]),
	escape: z.enum(['"', "\\"]),
	/** 0 where there is none. */
	headerRow: count,
	columns: z.array(z.string()),
	surplus: count.optional(),
	quote: z.string().optional(),
})

/** The sheets of a workbook of which nobody said which one is meant. */
const sheets = z.strictObject({
	type: z.literal("sheets"),
	sheets: z.array(z.strictObject({ name: z.string(), hidden: z.boolean(), first: z.array(z.string()) })),
})

/** All findings of one code and severity. */
const findings = z.strictObject({
	type: z.literal("findings"),
	code: z.string(),
	severity,
	/** Of findings, not of rows. */
	count,
	message: z.string(),
	tip: z.string(),
	/** The first few. */
	examples: z.array(finding),
})

/** How the file is read and what its rows came to. */
const checked = z.strictObject({
	type: z.literal("checked"),
	source,
	layout,
	mapping: mappingSchema,
	/** Why it is read so, in sentences. */
	evidence: z.array(z.string()),
	/** What each column is taken for, by whom or what, and why. */
	columns: z.array(
		z.strictObject({
			column: z.string(),
			fields: z.array(z.string()),
			by: z.enum(["name", "person", "rule", "open", "import"]),
			reason: z.string(),
		}),
	),
	rows: count,
	customers: count,
	cards: z.strictObject({ with: count, without: count, leftOut: count }),
	counts: z.strictObject({ valid: count, warning: count, error: count, leftOut: count }),
})

const stop = z.looseObject({ kind: z.string() })
const ofRow = { number: z.string(), row: count }
const told = { message: z.string() }

/** What happens in a run. */
const running = [
	z.strictObject({ type: z.literal("phase"), phase: z.string() }),
	z.strictObject({
		type: z.literal("outcome"),
		...ofRow,
		kind: z.enum(outcomeKinds),
		/** What came back other than it was sent, as paths in the request. */
		differs: z.array(z.string()).optional(),
	}),
	/** What became of a card that was to be added to a customer who exists. */
	z.strictObject({ type: z.literal("card"), ...ofRow, kind: z.string(), message: z.string().optional() }),
	/** It was sent, and it is not known what became of it. */
	z.strictObject({ type: z.literal("ambiguous"), ...ofRow, code: z.string() }),
	z.strictObject({ type: z.literal("throttled"), status: z.int(), milliseconds: z.number(), rate: z.number() }),
	z.strictObject({ type: z.literal("unreachable"), code: z.string(), ...told, milliseconds: z.number() }),
	z.strictObject({ type: z.literal("reachable") }),
	z.strictObject({ type: z.literal("asking"), asking: stop }),
	z.strictObject({ type: z.literal("cannot-list"), ...told }),
	z.strictObject({ type: z.literal("cannot-look"), ...told }),
	z.strictObject({ type: z.literal("cannot-resend"), ...told }),
	z.strictObject({ type: z.literal("listed"), customers: count, unnumbered: count }),
	z.strictObject({ type: z.literal("stop"), reason: stop }),
] as const

/** The last one of a run. */
const end = z.strictObject({
	type: z.literal("end"),
	/** What the process ends with. */
	status: z.int(),
	warnings: z.array(z.string()),
	/** Why it stopped before its end; further fields are of its kind. */
	stop: stop.optional(),
	/** Nothing where the files could not be written. */
	summary: summarySchema.optional(),
})

const pending = z.strictObject({ count, rows: z.string() })

const verified = z.strictObject({
	type: z.literal("verified"),
	at: z.string(),
	listed: count,
	lines: count,
	same: count,
	/** Lines that are not the same for a card in doubt alone. */
	cardsInDoubt: count,
	/** Customers in doubt, who have no line. */
	inDoubt: count,
	/** Rows of the file that were not created. */
	notCreated: pending,
	/** Later imports that have customers of this one under other numbers: these, each as it is here and there. */
	numberedLater: z.array(
		z.object({
			file: z.string(),
			at: z.string(),
			customers: z.array(z.object({ here: z.string(), there: z.string() })),
		}),
	),
	leftOut: count,
	/** Customers whom the run's follow-up.csv names. */
	followUps: count,
	/** Lines that say another number, of whom Intergiro has under the number of the file now. */
	numbersPutRight: count,
	/** Further fields are of their kind. */
	differences: z.array(z.looseObject({ kind: z.string(), number: z.string(), id: z.string(), row: z.string() })),
	/** Columns that results.csv does not have any more, so that they were not compared. */
	missingColumns: z.array(z.string()),
	doubts: z.array(
		z.strictObject({ number: z.string(), row: z.string(), isCard: z.boolean(), found: z.array(z.string()) }),
	),
	unfinished: z.strictObject({ pending: pending.optional(), message: z.string() }).optional(),
})

const rebuilt = z.strictObject({
	type: z.literal("rebuilt"),
	path: z.string(),
	aside: z.string().optional(),
	numbers: count,
	unmerged: z.array(z.string()),
	listed: z.boolean(),
})

/** What `--json` writes, a line each. `docs/schemas/events.schema.json` is made from it. */
export const eventSchema = z.discriminatedUnion("type", [
	sheets,
	findings,
	checked,
	questionEventSchema,
	...running,
	end,
	verified,
	rebuilt,
])

export type EventType = z.infer<typeof eventSchema>["type"]
