/**
 * The one contract between the main process and the window. Main validates every argument; the window only knows the
 * types. Requests are asked by name with one argument; events are told at most ten times a second.
 */
import * as z from "zod"
import { outcomeKinds } from "../contract/outcome.ts"
import {
	areaSchema,
	besideSchema,
	examinedSchema,
	gridRowSchema,
	mendSchema,
	replacementSchema,
	rowFilterSchema,
} from "./check.ts"
import { choiceSchema, openedFileSchema, readingSchema, recentFileSchema, sayingSchema } from "./file.ts"
import { count, customerId, id, nothing } from "./primitives.ts"
import type { Problem } from "./problem.ts"
import {
	createdBeforeSchema,
	firstCustomerSchema,
	followUpRowSchema,
	followUpsOf,
	resultRowSchema,
	resultSchema,
	runFiles,
	spelledRowSchema,
	verificationSchema,
} from "./result.ts"
import { planSchema, runReferenceSchema, startSchema } from "./run.ts"
import { environmentSchema, settingsSchema } from "./settings.ts"
import { stateSchema } from "./state.ts"

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
