import * as z from "zod"
import { count, id } from "./primitives.ts"
import { settingsSchema } from "./settings.ts"

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
export type RunReference = z.infer<typeof runReferenceSchema>

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
export type Plan = z.infer<typeof planSchema>

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
export type Start = z.infer<typeof startSchema>
