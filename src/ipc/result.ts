import * as z from "zod"
import { type CardFate, cardFates } from "../contract/card-fate.ts"
import { followUpReasons } from "../contract/follow-up.ts"
import { outcomeKinds } from "../contract/outcome.ts"
import { count, id } from "./primitives.ts"
import { runReferenceSchema, startSchema } from "./run.ts"

const outcomeCounts = z.object(
	Object.fromEntries(outcomeKinds.map((kind) => [kind, count])) as Record<(typeof outcomeKinds)[number], typeof count>,
)

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
export type Result = z.infer<typeof resultSchema>

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
export type FollowUpRow = z.infer<typeof followUpRowSchema>

/**
 * Which of those whom somebody has to look after: all, those of a reason, or those of whom it is asked before their cards are added whether the
 * customer is the one of the file, or which cards they are.
 */
export const followUpsOf = z.object({
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
export type SpelledRow = z.infer<typeof spelledRowSchema>

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
export type ResultRow = z.infer<typeof resultRowSchema>

/** A value of a customer, where it stands in the request. */
const valueSchema = z.object({
	path: z.string(),
	value: z.string(),
	/** The columns of the file that it came from; none where it is said for all rows, or by a rule. */
	columns: z.array(z.string()).optional(),
})

/** A value as Intergiro has it and as the file does; nothing where there is none. */
export const twoValuesSchema = z.object({
	path: z.string(),
	/** Nothing where nobody compared them. */
	differs: z.boolean().optional(),
	there: valueSchema.omit({ path: true }).optional(),
	file: valueSchema.omit({ path: true }).optional(),
})
export type TwoValues = z.infer<typeof twoValuesSchema>

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
export type CreatedBefore = z.infer<typeof createdBeforeSchema>

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
export type FirstCustomer = z.infer<typeof firstCustomerSchema>

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
export type Verification = z.infer<typeof verificationSchema>

export const runFiles = z.enum([
	"results.csv",
	"errors.csv",
	"unknown.csv",
	"follow-up.csv",
	"summary.json",
	"report.pdf",
])
export type RunFile = z.infer<typeof runFiles>
