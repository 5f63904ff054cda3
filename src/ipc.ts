/**
 * The one contract between the main process and the window. Main validates every argument; the window only knows the
 * types. Requests are asked by name with one argument; events are told at most ten times a second.
 */
import * as z from "zod"
import { type CardFate, cardFates } from "./contract/card-fate.ts"
import { followUpReasons } from "./contract/follow-up.ts"
import { outcomeKinds } from "./contract/outcome.ts"
import type { RunSnapshot } from "./contract/progress.ts"
import { encodings } from "./csv/layout.ts"
import { cleaningSchema } from "./customer/cleaning.ts"
import type { ColumnDecision } from "./customer/columns/decide.ts"
import type { Asked } from "./customer/columns/inquiry.ts"
import { constantField, mappingSchema } from "./customer/columns/mapping.ts"
import { colorDepth } from "./customer/kinds/color-depth.ts"
import type { ValueKind } from "./customer/kinds/kind.ts"
import { locale } from "./customer/kinds/locale.ts"
import { timezone } from "./customer/kinds/timezone.ts"
import { url } from "./customer/kinds/url.ts"

const count = z.number().int().nonnegative()
const nothing = z.undefined()
const id = z.string().min(1).max(100)
/** As Intergiro identifies a customer. */
const customerId = z.string().regex(/^[\w-]{1,200}$/)

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

export const readingSchema = z.object({
	encoding: z.enum(encodings),
	delimiter: z.enum([",", ";", "\t", "|"]),
	/** As a spreadsheet numbers it; 0 when the file has no header. */
	headerRow: count.max(1_000),
})

export const runReferenceSchema = z.object({
	id: z.string(),
	file: z.string(),
	folder: z.string(),
	environment: z.object({
		name: z.string(),
		kind: z.enum(["sandbox", "test", "live"]),
		/** Whose customers it created, for people: the merchant's name as far as the key said it, and the URL. */
		merchant: z.string().optional(),
		/** Of the environment in which it goes on; nothing when there is none any more. */
		id: id.optional(),
	}),
	/** The merchant's name was typed for it: it is asked for once. */
	confirmed: z.boolean().default(false),
	/** ISO 8601. */
	started: z.string(),
	/** `interrupted`: the app ended while it ran. */
	state: z.enum(["running", "interrupted", "stopped", "finished"]),
	/** It did not come to its end, and no import of its file since took its place: it is offered to go on. */
	unfinished: z.boolean().default(false),
	rows: count,
	/** Customers of its file who exist, whoever created them. */
	created: count,
	/** Those of them that were there before it; nothing where it is not known. */
	existed: count.optional(),
	/** Rows that have no customer at the end, but for those that a person left out. */
	open: count,
	/** Rows that a person left out. */
	leftOut: count.default(0),
	/** Customers who exist, and whom somebody has to look after all the same. */
	needs: count.default(0),
	/** Customers whom an earlier import of its file created, and who are other than its file has them, or were not compared with it. */
	wrong: count.default(0),
	/** Of the created ones those whom the imports had created already whose rows it mends. */
	again: count.default(0),
	/**
	 * Together with the imports of its mended rows, or with the one whose rows it mends: the first of them, its rows, the customers of all,
	 * rows that still have none, customers who need somebody, those who were created otherwise, and the newest of the others.
	 */
	whole: z
		.object({
			id,
			file: z.string(),
			rows: count,
			created: count,
			open: count,
			needs: count.default(0),
			wrong: count.default(0),
			newest: id,
		})
		.optional(),
	/** Rows in doubt were looked for in a session of their own, and not found: they may be sent again, with consent. */
	looked: z.boolean().default(false),
	/** The last time it was compared with Intergiro: lines of results.csv, and those that are there as they should be. */
	verified: z
		.object({
			...{ at: z.string(), lines: count, same: count },
			...{ leftOut: count.default(0), inDoubt: count.default(0), notCreated: count.default(0) },
		})
		.optional(),
})

const sheetSchema = z.object({
	name: z.string(),
	hidden: z.boolean(),
	/** The widest of its first rows; empty where the sheet is. */
	first: z.array(z.string()),
})

/** A workbook of which it is to be said which sheet is meant. */
export const workbookSchema = z.object({
	kind: z.literal("workbook"),
	name: z.string(),
	folder: z.string(),
	sheets: z.array(sheetSchema),
})

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

/** What choosing a file comes to: it is open, or it is asked which of its sheets is meant. */
const choiceSchema = z.discriminatedUnion("kind", [openedFileSchema, workbookSchema])

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

/** What a check of every row comes to: its questions are among those of the file. */
export const examinedSchema = z.object({ file: openedFileSchema, checked: checkedSchema })

/** Who would be created now: what is said of customers is said of these. */
export const planSchema = z.object({
	/** Who would be sent, by what this computer knows: the journal of an import that goes on, and its merchant's ledger. */
	left: count,
	/** Those of them with a card and without one, and how many cards there are. */
	cards: z.object({ with: count, without: count, tokens: count }),
	/** Customer numbers, in the order of the file; nothing where nobody would be created. */
	first: z.string().optional(),
	last: z.string().optional(),
	/** How many customers have which currency; an empty one: none is sent. */
	currencies: z.array(z.object({ currency: z.string(), customers: count })),
	/** How many have a credit limit, and between which amounts they lie; nothing where nobody has. */
	limits: z.object({ customers: count, least: z.number(), most: z.number() }).optional(),
	/**
	 * Rows that the check does not let through: those that a person left out, those whose customer exists or may exist all the same, by another
	 * import since, and all others by the first thing that is wrong with each, the worst first, and then the most frequent.
	 */
	unsent: z.object({
		leftOut: count,
		exists: count,
		doubts: count,
		reasons: z.array(z.object({ code: z.string(), message: z.string(), rows: count })),
	}),
	/** The other merchant to which card tokens of the file, or the very file, were sent, and when; the name of the other file with them, where it is another. */
	elsewhere: z.object({ merchant: z.string().optional(), at: z.string(), file: z.string().optional() }).optional(),
	/** What this computer knows of them at the merchant: who exists, with the numbers of the first, who may exist, and rows whose cards were used or refused, or whose numbers are not what they were; nothing without a ledger. */
	known: z
		.object({
			exists: count,
			existing: z.array(z.string()),
			doubts: count,
			/** `formerly` as of a row of the grid. */
			spent: z.array(z.object({ row: count, formerly: count.optional() })),
			/** Rows that cannot be sent under their numbers, why, and whether they are where a person says that the number is right. */
			misnumbered: z.array(
				z.object({
					row: count,
					formerly: count.optional(),
					message: z.string(),
					confirmable: z.boolean(),
					/** The number under which its card token was sent, what the file says now, and the import that sent it. */
					sentAs: z
						.object({ number: z.string(), here: z.string(), file: z.string().optional(), at: z.string().optional() })
						.optional(),
				}),
			),
			/** Of both, rows that have a warning, too. */
			unfitWithWarning: count,
			/** Rows that are sent with a card which another customer has, by a person's word: their number, and that of the other. */
			claimed: z.array(z.object({ row: count, here: z.string(), number: z.string() })),
		})
		.optional(),
})

export const rowFilterSchema = z.object({
	show: z.enum(["all", "error", "warning", "valid", "unfit", "skipped"]),
	code: z.string().max(100).optional(),
	search: z.string().max(200),
	/** By the values of a column; in the order of the file without it. */
	sort: z.object({ column: z.string(), descending: z.boolean() }).optional(),
})

/** Cells beside each other in rows as a filter shows them. */
export const areaSchema = z.object({
	filter: rowFilterSchema,
	offset: count,
	count: count.max(10_000_000),
	/** Position of its first column, and how many there are. */
	column: count,
	columns: count.min(1).max(10_000),
})

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

/** A text in a column of the rows with a finding. */
const replacementSchema = z.object({ code: z.string(), column: z.string(), find: z.string().min(1).max(1_000) })

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

const outcomeCounts = z.object(
	Object.fromEntries(outcomeKinds.map((kind) => [kind, count])) as Record<(typeof outcomeKinds)[number], typeof count>,
)

export const startSchema = z.object({
	environment: id,
	rate: settingsSchema.shape.rate,
	concurrency: settingsSchema.shape.concurrency,
	/** Send at most so many rows, then stop. */
	first: count.min(1).optional(),
	/** The first customers were looked at with what came back otherwise, and are right. */
	seen: z.boolean().optional(),
	/** Rows in doubt are looked for, and nothing is sent but what `resendUnknown` allows. */
	look: z.boolean().optional(),
	/** What was sent to another merchant is meant for this one all the same. */
	elsewhere: z.boolean().optional(),
	/** For a live environment: its name, as typed. */
	confirmation: z.string().max(300).optional(),
	/** Cards of the file are added to customers who exist, and nobody is created; with what a person answers to what is asked before. */
	addCards: z
		.object({
			/** Rows whose customer is the right one. */
			customers: z.array(count.min(1)).max(10_000),
			/** Cards that are another one than that there, or that one. */
			cards: z
				.array(z.object({ row: count.min(1), card: count.min(1).optional(), is: z.enum(["another", "there"]) }))
				.max(10_000),
		})
		.optional(),
	/** Rows in doubt are sent again once they were looked for and not found; refused unless a run before looked, too. */
	resendUnknown: z.boolean().optional(),
})

export const resultSchema = z.object({
	run: runReferenceSchema,
	rows: count,
	outcomes: outcomeCounts,
	/** Customers that exist now, each once, also where several rows are one; and those of them that were there before. */
	customers: count,
	existed: count.optional(),
	/** Rows the run has not come to, and customers of those. */
	pending: count,
	pendingCustomers: count,
	/** Rows in doubt with a customer at Intergiro that may be an older one: looking again does not settle them. */
	found: count,
	/** Rows in doubt that were never sent: whether somebody with another spelling of their number is the same customer, a person is asked. */
	asked: count,
	/** Rows whose customers an import of this very file created before, which read it otherwise. */
	before: count,
	/** Rows whose customers the imports of its mended rows created: in its own figures since it looked again. */
	mended: count,
	/** Imports at the same merchant since it ended that came to customers who are left in it, or need somebody: they may have put that right. */
	later: count.optional(),
	/** That a later import has customers of it under other numbers: sentences. */
	numberedLater: z.string().optional(),
	balanced: z.boolean(),
	complete: z.boolean(),
	/** Why it stopped before its end: the kind, and a sentence. */
	stop: z.object({ kind: z.string(), message: z.string() }).optional(),
	started: z.string(),
	ended: z.string(),
	sha256: z.string(),
	/** Bytes. */
	size: count,
	url: z.string(),
	requests: count,
	perSecond: z.number(),
	/** As asked for in the last session. */
	pace: startSchema.pick({ rate: true, concurrency: true }).optional(),
	/** Its last session sent some only, to be looked at before the others; not where it only looked for rows in doubt. */
	first: z.boolean(),
	warnings: z.array(z.string()),
	/** Those with something in them. */
	files: z.array(z.string()),
	/** Customers whom somebody has to look after, by the most urgent reason. */
	reasons: z.record(z.string(), count),
	/** What became of each card token of the file. */
	tokens: z.object(Object.fromEntries(cardFates.map((fate) => [fate, count])) as Record<CardFate, typeof count>),
})

/** A card that may be one that the customer has, or had: which of several in the file, and those there in words. */
const askedCardSchema = z.object({
	card: count.optional(),
	name: z.string().optional(),
	there: z.string(),
	isRemoved: z.literal(true).optional(),
	isRefused: z.literal(true).optional(),
})

export const followUpRowSchema = z.object({
	row: count,
	/** At least one; the most urgent first. */
	reasons: z.array(z.enum(followUpReasons)),
	number: z.string(),
	name: z.string(),
	email: z.string(),
	phone: z.string(),
	language: z.string(),
	message: z.string(),
	todo: z.string(),
	id: z.string(),
	url: z.string().optional(),
	/** As of a row of the result. */
	stranger: z.boolean().optional(),
	/** The number that its row was given since, in an import of the same file. */
	since: z.string().optional(),
	cardsAsked: z.array(askedCardSchema).optional(),
})

/**
 * Which of those whom somebody has to look after: all, those of a reason, or those of whom it is asked before their cards are added whether the
 * customer is the one of the file, or which cards they are.
 */
const followUpsOf = z.object({
	run: id,
	reason: z.enum(followUpReasons).optional(),
	asked: z.enum(["customer", "card"]).optional(),
})

/** A customer at Intergiro whose number is another spelling of one of the file; `person`: whether it has the name and e-mail of the file. */
const otherSchema = z.object({
	number: z.string(),
	id: z.string().optional(),
	person: z.enum(["same", "other"]).optional(),
})

/** A customer who was not sent, beside the one at Intergiro whose number may be another spelling of its own. */
export const spelledRowSchema = z.object({
	row: count,
	number: z.string(),
	name: z.string(),
	email: z.string(),
	other: otherSchema,
})

export const resultRowSchema = z.object({
	row: count,
	number: z.string(),
	/** Of those whom somebody has to look after; of others nothing is kept. */
	name: z.string().optional(),
	outcome: z.enum(outcomeKinds),
	id: z.string(),
	message: z.string(),
	/** What was sent and Intergiro's answer did not say: names of fields. */
	unsaid: z.array(z.string()).optional(),
	url: z.string().optional(),
	/** Never sent: whether this one is the same customer, a person is asked. */
	other: otherSchema.optional(),
	/** Sent again after a lost answer, it was refused: who says that it is not there asks for a new card, and nothing is sent. */
	refused: z.boolean().optional(),
	/** What a person may say of it: under which id Intergiro has it, or that it has none, too. */
	settle: z.enum(["id", "id-or-absent"]).optional(),
	/** Intergiro had it before, with another name or e-mail: it may be somebody else. */
	stranger: z.boolean().optional(),
	/** The number that its row was given since, in an import of the same file. */
	since: z.string().optional(),
	/** The cards that are there by a person's word alone. */
	cardsSaid: z.array(askedCardSchema).optional(),
	/** What a person who looked may accept of it. */
	acceptable: z.array(z.enum(["removed", "right"])).optional(),
})

/** A value of a customer, where it stands in the request. */
const valueSchema = z.object({
	path: z.string(),
	value: z.string(),
	/** The columns of the file that it came from; none where it is said for all rows, or by a rule. */
	columns: z.array(z.string()).optional(),
})

/** A value as Intergiro has it and as the file does; nothing where there is none. */
const twoValuesSchema = z.object({
	path: z.string(),
	/** Nothing where nobody compared them. */
	differs: z.boolean().optional(),
	there: valueSchema.omit({ path: true }).optional(),
	file: valueSchema.omit({ path: true }).optional(),
})

/** Whom earlier imports of the same file created at the same merchant. */
export const createdBeforeSchema = z.object({
	/** As the file has them now; other than it has them; and those of whom nobody can tell. */
	same: count,
	others: count,
	uncompared: count,
	/** The first of those that are not the same. */
	customers: z.array(
		z.object({
			row: count,
			number: z.string(),
			id: z.string(),
			/**
			 * `not-sent`: its row is not sent now, so that there is nothing to compare with; `unread`: the file is not what it was; `unseen`:
			 * looked at, and Intergiro does not say all of its values.
			 */
			standing: z.enum(["other", "not-sent", "unread", "unseen"]),
			/** What differs: as it was created, or as Intergiro has it since it was looked at, and as the file is read now. */
			values: z.array(twoValuesSchema),
		}),
	),
	/** When they were looked at at Intergiro, and how many of them were right, or gone, since; and why some could not be read. */
	looked: z.object({ at: z.string(), right: count, gone: count, problem: z.string().optional() }).optional(),
})

/** A customer as Intergiro has it now, beside its row; or why that is not known. */
export const besideSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("values"), values: z.array(twoValuesSchema) }),
	z.object({ kind: z.literal("unknown"), message: z.string() }),
])

/** A customer of the first ones, to be looked at before the others are created. */
export const firstCustomerSchema = z.object({
	row: count,
	number: z.string(),
	outcome: z.enum(outcomeKinds),
	id: z.string(),
	/** Why there is none. */
	message: z.string(),
	/** As Intergiro said that it stored them. Nothing: it did not say. */
	cards: z.array(z.object({ scheme: z.string(), last4: z.string(), expires: z.string() })).optional(),
	/** Cards that were sent. */
	sent: count.optional(),
	/** The contact, the currency and the credit limit, as they were sent; only the name where the file is not at hand. */
	asSent: z.array(valueSchema),
	/** The columns that its cards came from. */
	cardColumns: z.array(z.string()).optional(),
	/** What came back other than it was sent, and what the answer did not say: paths in the request. */
	differs: z.array(z.string()),
	unsaid: z.array(z.string()),
})

export const verificationSchema = z.object({
	at: z.string(),
	/** Lines of results.csv, and those that Intergiro has with the same identifier, once, and that have no card in doubt. */
	lines: count,
	same: count,
	/** Customers of the run that have no line there. */
	leftOut: count,
	/** Customers in doubt, whom no line could be the same as. */
	inDoubt: count,
	/** Rows of the file that were not created. */
	notCreated: count,
	/** Why the run is not through, so that what is to come was not compared: sentences. */
	unfinished: z.string().optional(),
	/** That a later import has customers of this one under other numbers: sentences. */
	later: z.string().optional(),
	/** Columns that results.csv does not have any more, so that they were not compared. */
	missingColumns: z.array(z.string()).optional(),
	/** The first of those; `found`: how many customers Intergiro has now. */
	doubts: z.array(z.object({ number: z.string(), row: z.string(), isCard: z.boolean(), found: count })),
	/** The first of the others. */
	differences: z.array(
		z.object({
			kind: z.enum([
				"missing",
				"removed",
				"different-id",
				"other-number",
				"twice",
				"cards",
				"no-cards",
				"cards-unknown",
				"status",
				"differs",
				"unlike-file",
				"followed-up",
				"altered",
				"left-out",
				"repeated",
				"respelled",
				"changed",
			]),
			number: z.string(),
			row: z.string(),
		}),
	),
})

const runFiles = z.enum(["results.csv", "errors.csv", "unknown.csv", "follow-up.csv", "summary.json", "report.pdf"])

/** `mends`: rows with mends that its next check takes up. */
const recentFileSchema = z.object({ path: z.string(), name: z.string(), folder: z.string(), mends: count })

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

const sayingSchema = z.object({
	columns: mappingSchema.unwrap().shape.columns.unwrap().optional(),
	constants: z.partialRecord(constantField, z.string().max(10_000).nullable()).optional(),
	joinRows: z.boolean().optional(),
})

/** Request → what it takes and what it answers. */
export const requests = {
	state: { argument: nothing, reply: stateSchema },
	/** Asks for a file and takes its path; nothing when the person changed their mind. */
	"file.choose": { argument: nothing, reply: z.string().optional() },
	/** A file whose path a person chose: in the dialog, by dropping it, by "open with", or among the recent ones. */
	"file.open": { argument: z.object({ path: z.string().min(1).max(4_096) }), reply: choiceSchema },
	/** A file that a run left in its folder. */
	"file.ofRun": {
		argument: z.object({ run: id, file: z.enum(["errors.csv", "unknown.csv"]) }),
		reply: openedFileSchema,
	},
	/** Takes the path of a file that was opened from outside; nothing where none waits. */
	"file.waiting": { argument: nothing, reply: z.string().optional() },
	/** Says which sheet of the workbook is meant. */
	"file.sheet": { argument: z.object({ sheet: z.string().max(1_000) }), reply: openedFileSchema },
	/** An empty file with the columns that are known and a note for each, where the person wants it; false when they changed their mind. */
	"file.template": { argument: nothing, reply: z.boolean() },
	"file.read": { argument: readingSchema.partial(), reply: openedFileSchema },
	"file.recent": { argument: nothing, reply: z.array(recentFileSchema) },
	"file.close": { argument: nothing, reply: z.void() },
	/** An answer to a question, or another one than before: ids of what is chosen. */
	"columns.answer": {
		argument: z.object({ question: z.string().max(100), chosen: z.array(z.string().max(10_000)).max(1_000) }),
		reply: openedFileSchema,
	},
	/** What a person says of columns, constants or rows without being asked. */
	"columns.say": {
		argument: sayingSchema,
		reply: openedFileSchema,
	},
	/** Forgets all answers for files with these columns. */
	"columns.forget": { argument: nothing, reply: openedFileSchema },
	/** Keeps the mapping in a file of its own; false when the person changed their mind. */
	"columns.save": { argument: nothing, reply: z.boolean() },
	"columns.load": { argument: nothing, reply: openedFileSchema.optional() },
	check: { argument: nothing, reply: examinedSchema },
	/** Opens the file as it is now, where it was changed: what was mended belongs to what it was, which is told. */
	"check.anew": { argument: nothing, reply: openedFileSchema },
	"check.stop": { argument: nothing, reply: z.void() },
	/** Puts cells on the clipboard, as a spreadsheet does; answers how many rows. */
	"check.copy": { argument: areaSchema, reply: count },
	"check.rows": {
		argument: z.object({ filter: rowFilterSchema, offset: count, count: count.max(500) }),
		reply: z.object({ total: count, rows: z.array(gridRowSchema) }),
	},
	"check.mend": { argument: mendSchema, reply: examinedSchema },
	/** In how many rows a replacement would change something. */
	"check.replaceable": { argument: replacementSchema, reply: count },
	"check.export": { argument: nothing, reply: z.boolean() },
	/** Who would be created, for the page before the start. */
	"check.plan": { argument: z.object({ environment: id }), reply: planSchema },
	"run.start": { argument: startSchema, reply: runReferenceSchema },
	"run.pause": { argument: nothing, reply: z.void() },
	"run.resume": { argument: nothing, reply: z.void() },
	"run.stop": { argument: nothing, reply: z.void() },
	"run.pace": { argument: startSchema.pick({ rate: true, concurrency: true }).partial(), reply: z.void() },
	"result.rows": {
		argument: z.object({
			run: id,
			outcome: z.enum(outcomeKinds).optional(),
			/** Those of whose cards a person said that they are there. */
			said: z.literal(true).optional(),
			search: z.string().max(200),
			offset: count,
			count: count.max(500),
		}),
		reply: z.object({ total: count, rows: z.array(resultRowSchema) }),
	},
	/** Those whom a run has sent, the first ten: what there is to look at. */
	"result.first": { argument: z.object({ run: id }), reply: z.array(firstCustomerSchema) },
	/** Whom earlier imports of its file created, in case it was read otherwise then. */
	"result.before": { argument: z.object({ run: id }), reply: createdBeforeSchema },
	/** The same, each of them read at Intergiro; nothing where the key cannot read customers. */
	"result.look": { argument: z.object({ run: id }), reply: createdBeforeSchema.optional() },
	/** Reads a customer at Intergiro, by its identifier there, and compares it with a row of the run's file. */
	"result.beside": { argument: z.object({ run: id, row: count, id: customerId }), reply: besideSchema },
	"result.followUps": {
		argument: followUpsOf.extend({ search: z.string().max(200), offset: count, count: count.max(500) }),
		reply: z.object({ total: count, rows: z.array(followUpRowSchema) }),
	},
	/** Puts them on the clipboard, as a spreadsheet takes them; how many. */
	"result.copy": { argument: followUpsOf, reply: count },
	/** The same in a file where the person wants it; false when they changed their mind. */
	"result.export": { argument: followUpsOf, reply: z.boolean() },
	/** A copy where the person wants it; false when they changed their mind. */
	"result.save": { argument: z.object({ run: id, file: runFiles }), reply: z.boolean() },
	"result.show": { argument: z.object({ run: id }), reply: z.void() },
	"result.open": { argument: z.object({ run: id, file: runFiles }), reply: z.void() },
	/** Reads the customers back and compares them with results.csv. */
	"result.verify": { argument: z.object({ run: id }), reply: verificationSchema },
	/** A person says what became of a customer in doubt: its identifier at Intergiro, or that there is none; or whether its card was stored. */
	"result.settle": {
		argument: z.object({
			run: id,
			number: z.string().min(1).max(1_000),
			word: z.discriminatedUnion("about", [
				z.object({
					about: z.literal("customer"),
					id: customerId.optional(),
					/** The number under which Intergiro has it, where that is another one. */
					given: z.string().min(1).max(1_000).optional(),
				}),
				z.object({ about: z.literal("card"), stored: z.boolean() }),
				/** Of a customer who exists: removed there on purpose; or right, although it is other than it was sent. */
				z.object({ about: z.literal("removed") }),
				z.object({ about: z.literal("right") }),
			]),
		}),
		reply: z.void(),
	},
	/** Customers whose numbers may be other spellings of somebody's: the first hundred, and how many may be called the same at once. */
	"result.spellings": {
		argument: z.object({ run: id }),
		reply: z.object({ total: count, alike: count, rows: z.array(spelledRowSchema) }),
	},
	/** What a person says of all of them: of how many it was taken. */
	"result.spelled": { argument: z.object({ run: id, same: z.boolean() }), reply: count },
	/** `results.csv` from the journal alone, to where a person wants it: its path, or nothing when they changed their mind. */
	"result.rescue": { argument: z.object({ run: id }), reply: z.string().optional() },
	/** Where new imports are kept from now on; false when a person changed their mind. */
	"runs.choose": { argument: nothing, reply: z.boolean() },
	"result.print": { argument: z.object({ run: id }), reply: z.boolean() },
	"history.list": { argument: nothing, reply: z.array(runReferenceSchema) },
	/** Imports that know a customer by this number or identifier; an earlier search that is not through yet ends. */
	"history.find": {
		argument: z.object({ text: z.string().max(200) }),
		/** `more`: further rows of the same import that fit. */
		reply: z.array(
			z.object({ run: id, row: count, number: z.string(), outcome: z.enum(outcomeKinds), more: count.optional() }),
		),
	},
	"history.open": { argument: z.object({ run: id }), reply: resultSchema },
	/** Opens the file of a run again, read and mapped as then, so that it can go on in its environment. */
	"history.resume": {
		argument: z.object({ run: id }),
		reply: z.object({ file: openedFileSchema, settings: settingsSchema }),
	},
	/** Opens the file of a run as it was read, mapped and mended then, for a new run in this environment: a rehearsal for real, above all. */
	"history.again": {
		argument: z.object({ run: id, environment: id }),
		reply: z.object({ file: openedFileSchema, settings: settingsSchema }),
	},
	"history.forget": { argument: z.object({ run: id }), reply: z.array(runReferenceSchema) },
	"settings.save": { argument: settingsSchema.partial(), reply: settingsSchema },
	"environment.save": {
		argument: z.object({
			id: id.optional(),
			name: z.string().trim().min(1).max(100),
			kind: z.enum(["test", "live"]),
			url: z.string().max(500),
			/** Left out: the key it has, which goes to no other server. */
			key: z.string().max(20_000).optional(),
		}),
		reply: z.object({
			environments: z.array(environmentSchema),
			/** The one that was saved. */
			id,
			/** What trying a new key came to; one that is refused is not saved. */
			test: z
				.discriminatedUnion("kind", [
					z.object({ kind: z.literal("accepted") }),
					z.object({ kind: z.literal("untested"), message: z.string() }),
				])
				.optional(),
		}),
	},
	"environment.remove": { argument: z.object({ id }), reply: z.array(environmentSchema) },
	/** A 3-D Secure page of a row that was shown, in the person's own browser. */
	"link.open": { argument: z.object({ url: z.url({ protocol: /^https$/ }) }), reply: z.void() },
} as const satisfies Record<string, { argument: z.ZodType; reply: z.ZodType }>

export type Request = keyof typeof requests
export type Argument<Name extends Request> = z.infer<(typeof requests)[Name]["argument"]>
export type Reply<Name extends Request> = z.infer<(typeof requests)[Name]["reply"]>
/** What a request comes back as: errors do not survive the way between processes, so they travel as values. */
export type Envelope<Name extends Request> =
	| { readonly ok: true; readonly value: Reply<Name> }
	| { readonly ok: false; readonly problem: Problem }

export type Problem = z.infer<typeof problemSchema>
export type OpenedFile = z.infer<typeof openedFileSchema>
export type Reading = z.infer<typeof readingSchema>
export type Examined = z.infer<typeof examinedSchema>
export type Checked = z.infer<typeof checkedSchema>
export type Area = z.infer<typeof areaSchema>
export type RowFilter = z.infer<typeof rowFilterSchema>
export type GridRow = z.infer<typeof gridRowSchema>
export type Mend = z.infer<typeof mendSchema>
export type Environment = z.infer<typeof environmentSchema>
export type Settings = z.infer<typeof settingsSchema>
export type Workbook = z.infer<typeof workbookSchema>
export type SheetView = z.infer<typeof sheetSchema>
export type RunReference = z.infer<typeof runReferenceSchema>
export type Plan = z.infer<typeof planSchema>
export type Start = z.infer<typeof startSchema>
export type Result = z.infer<typeof resultSchema>
export type FirstCustomer = z.infer<typeof firstCustomerSchema>
export type CreatedBefore = z.infer<typeof createdBeforeSchema>
export type Beside = z.infer<typeof besideSchema>
export type TwoValues = z.infer<typeof twoValuesSchema>
export type FollowUpRow = z.infer<typeof followUpRowSchema>
export type SpelledRow = z.infer<typeof spelledRowSchema>
export type ResultRow = z.infer<typeof resultRowSchema>
export type AppState = z.infer<typeof stateSchema>
export type Verification = z.infer<typeof verificationSchema>
export type RunFile = z.infer<typeof runFiles>
export type MenuCommand = "open" | "settings" | "history" | "import" | "next" | "back" | "search"

/** What the main process tells the window of its own accord. */
export type Told =
	| { readonly type: "checking"; readonly done: number; readonly share: number }
	| { readonly type: "progress"; readonly snapshot: RunSnapshot }
	/** Something worth reading while it runs: a 429, a wait for another run. */
	| { readonly type: "notice"; readonly at: string; readonly message: string }
	/** `unfinished`: the imports that are offered to go on now. */
	| { readonly type: "finished"; readonly result: Result; readonly unfinished: readonly RunReference[] }
	/** The run ended without files; the journal has everything. */
	| {
			readonly type: "failed"
			readonly problem: Problem
			readonly run?: RunReference
			readonly unfinished?: readonly RunReference[]
	  }
	/** Something could not be kept on this computer. */
	| { readonly type: "warning"; readonly message: string }
	/** A file waits that was opened from outside: "open with", or a second start of the app. */
	| { readonly type: "waiting" }
	/** How far a workbook is read, from 0 to 1. */
	| { readonly type: "reading"; readonly share: number }
	| { readonly type: "command"; readonly command: MenuCommand }

/** What the preload gives the window. */
export interface Bridge {
	ask<Name extends Request>(name: Name, argument: Argument<Name>): Promise<Envelope<Name>>
	/** @returns how to stop listening */
	listen(listener: (told: Told) => void): () => void
	/** Where a dropped file lies. */
	pathOf(file: object): string
}
