import { z } from "zod"
import { type CardFate, cardFates, noCards } from "../contract/card-fate.ts"
import { type OutcomeKind, outcomeKinds } from "../contract/outcome.ts"
import { mappedRows } from "../contract/row-counts.ts"
import { inCommands } from "../customer/command-words.ts"
import type { Sentences } from "../customer/sentences.ts"
import type { Checked } from "./checked.ts"

/** What people are told, in a file that a later version may have written, with other ways. */
const sentencesSchema = z
	.union([z.string(), z.array(z.union([z.string(), z.looseObject({ way: z.string() })]))])
	.transform((told) => told as Sentences)

const count = z.number().int().nonnegative()
const countOrNone = count.default(0)

/** Rows per outcome; a customer joined from several rows counts once for each of them. Version 1 does not know all of them. */
const outcomes = z.object(
	Object.fromEntries(outcomeKinds.map((kind) => [kind, countOrNone])) as Record<OutcomeKind, typeof countOrNone>,
)

/** What `summary.json` holds; what has a default is not in version 1. Times are ISO 8601 UTC. No contact data, no token, no key. */
export const summarySchema = z.object({
	version: z.union([z.literal(1), z.literal(2)]),
	tool: z.string(),
	run: z.string(),
	/** Of a workbook the name is its own, and size and SHA-256 are of the CSV that its sheet became. */
	source: z.object({
		name: z.string(),
		size: count,
		sha256: z.string(),
		workbook: z.object({ sheet: z.string(), size: count, sha256: z.string() }).optional(),
	}),
	environment: z.object({
		url: z.string(),
		merchant: z.string(),
		merchantName: z.string().optional(),
		kind: z.enum(["sandbox", "test", "live", "unknown"]),
		key: z.enum(["private", "public", "unknown"]),
	}),
	/** It was on the sandbox: whatever is counted here, nothing was sent to Intergiro. */
	rehearsal: z.boolean().default(false),
	/** As asked for in the last session. */
	settings: z.record(z.string(), z.unknown()),
	/** Rows of the file, without its header. */
	rows: count,
	/** Customers that the check found to have a card and none, and card tokens that a person left out; absent before version 0.2. */
	cards: z.object({ with: count, without: count, leftOut: count }).optional(),
	/** What the check found in the rows, by kind, as the command line said it before anything was sent; absent before version 0.2. */
	findings: z.array(z.object({ code: z.string(), severity: z.enum(["error", "warning", "note"]), count })).optional(),
	outcomes,
	/** Rows that the run has not come to yet; running the same command again goes on with them. */
	pending: count,
	/** Customers of those; fewer, where rows are joined. */
	pendingCustomers: countOrNone,
	/** Which rows these are, as in `5,9,12-40`: they stand in none of the files. */
	pendingRows: z.string().default(""),
	/** Rows in doubt with a customer at Intergiro that may be an older one: looking again does not settle them. */
	found: countOrNone,
	/** Rows in doubt whose number may be another spelling of somebody's: only a person can say. */
	asked: countOrNone,
	/** Customers that now exist at Intergiro: the lines of `results.csv`. */
	customers: count,
	/** Those of them that this run did not create, as they were there before; absent before version 0.2. */
	existed: count.optional(),
	/**
	 * What the look at the end of the run came to: customers that Intergiro lists as the run has them, not under their id (`removed`: on purpose, by a person's word), under another number, several
	 * times, with fewer cards than were sent or than a person said are there, with one twice, and with nothing said of cards of which no answer told. Nothing is counted where nobody looked.
	 */
	checked: z
		.object({
			yes: count,
			missing: count,
			removed: countOrNone,
			twice: count,
			"card-missing": countOrNone,
			"card-twice": countOrNone,
			"card-unknown": countOrNone,
			"other-number": countOrNone,
		})
		.default({
			yes: 0,
			missing: 0,
			removed: 0,
			twice: 0,
			"card-missing": 0,
			"card-twice": 0,
			"card-unknown": 0,
			"other-number": 0,
		}),
	/**
	 * Customers that came back other than they were sent and nobody accepted it, that came back without a card of theirs, that were
	 * there before and have not got the card of this file, and that have one and the same card twice.
	 */
	cameBack: z
		.object({ differing: count, withoutCard: count, cardNotStored: count, cardTwice: countOrNone })
		.default({ differing: 0, withoutCard: 0, cardNotStored: 0, cardTwice: 0 }),
	/** Customers whom Intergiro has under another number than the file's, and of whom nobody said that this is right; absent before version 0.2. */
	renumbered: count.optional(),
	/** Customers of whom a person said that they are right, although they are other at Intergiro than they were sent. */
	accepted: countOrNone,
	/** What became of each card token in the rows of the file; those that a person left out are not among them. */
	tokens: z
		.object(Object.fromEntries(cardFates.map((fate) => [fate, countOrNone])) as Record<CardFate, typeof countOrNone>)
		.default(noCards),
	/** Cards that were not stored, and that are added without another question or word by whoever asks for that; absent in older files. */
	addable: count.optional(),
	/** The rows that stand in `errors.csv` and `unknown.csv`, as in `5,9,12-40`. */
	given: z.object({ errors: z.string(), unknown: z.string() }).optional(),
	/** Lines of `follow-up.csv`. */
	followUps: countOrNone,
	/** The same by the first reason of each, as in `{ "rejected": 3 }`. */
	reasons: z.record(z.string(), count).default({}),
	/** Rows whose customer an earlier run created, by that run. */
	earlier: z.record(z.string(), count),
	/** Whether `rows` is the sum of `outcomes` and `pending`, and every customer of the journal was found in the file. */
	balanced: z.boolean(),
	/** What does not add up; empty when balanced. */
	imbalances: z.array(z.string()),
	/** Nothing is pending and nothing stopped the run. */
	complete: z.boolean(),
	/** Why the run stopped before its end. */
	stop: z.object({ kind: z.string(), message: z.string(), told: sentencesSchema.optional() }).optional(),
	started: z.string(),
	ended: z.string(),
	/** Of the last session: requests sent, seconds from its first to its last moment, requests a second. */
	throughput: z.object({ requests: count, seconds: z.number(), perSecond: z.number() }),
	warnings: z.array(z.string()),
	/** The same for a program to say in its own words; absent before version 0.2. */
	warned: z.array(sentencesSchema).optional(),
	/** Names of the files beside this one. */
	files: z.array(z.string()),
})

export type Summary = z.infer<typeof summarySchema>

/** What is known of a run apart from its rows; `stop` and `warnings` with what a person can do as data. */
export interface RunFacts extends Counted {
	readonly stop?: { readonly kind: string; readonly told: Sentences } | undefined
	readonly warnings: readonly Sentences[]
}

type Counted = Omit<
	Summary,
	| "version"
	| "stop"
	| "warnings"
	| "warned"
	| "outcomes"
	| "pending"
	| "pendingCustomers"
	| "pendingRows"
	| "found"
	| "asked"
	| "customers"
	| "existed"
	| "earlier"
	| "checked"
	| "cameBack"
	| "accepted"
	| "renumbered"
	| "addable"
	| "tokens"
	| "replaced"
	| "given"
	| "followUps"
	| "reasons"
	| "balanced"
	| "imbalances"
	| "complete"
	| "files"
	| "rehearsal"
>

/** What was counted in one pass over the file. */
export interface Tally {
	rows: number
	pending: number
	pendingCustomers: number
	pendingRows: string
	/** Rows in doubt with a customer at Intergiro that may be an older one. */
	found: number
	/** Rows in doubt whose number may be another spelling of somebody's. */
	asked: number
	/** Lines of `results.csv`, and those of them whose customers this run did not create. */
	customers: number
	existed: number
	/** Customers of the journal that were met in the file, and all of them. */
	met: number
	known: number
	/** Customers with the id of another customer number. */
	shared: number
	readonly outcomes: Record<OutcomeKind, number>
	/** Rows by the earlier run that created their customer. */
	readonly earlier: Record<string, number>
	readonly checked: Record<Checked, number>
	/** Customers under another number than the file's, which nobody said is right. */
	renumbered: number
	/** Customers that are other than they were sent, and right by a person's word. */
	accepted: number
	readonly cameBack: { differing: number; withoutCard: number; cardNotStored: number; cardTwice: number }
	/** Cards of the journal that were met in the file, of those that were to be added, and all of them. */
	metCards: number
	knownCards: number
	readonly tokens: Record<CardFate, number>
	/** Cards that are added without another question or word. */
	addable: number
	readonly given: { errors: string; unknown: string }
	followUps: number
	readonly reasons: Record<string, number>
}

/** Puts counts and facts together, and checks that they add up. */
export function summarize(facts: RunFacts, tally: Tally, files: readonly string[]): Summary {
	// Everything came to its end before the run did: there is nothing to go on with.
	const { stop: stopped, warnings, ...others } = facts
	const stop = stopped?.kind === "refusals" && tally.pending === 0 ? undefined : stopped
	const { rows, met, known, metCards, knownCards, shared, ...counts } = tally
	const { pending, outcomes } = counts
	const sum = pending + outcomeKinds.reduce((total, kind) => total + outcomes[kind], 0)
	const imbalances = [
		...(rows === facts.rows ? [] : [`The check found ${facts.rows} rows, the report ${rows}.`]),
		...(sum === facts.rows ? [] : [`${facts.rows} rows, but ${sum} outcomes and pending rows.`]),
		...(shared === 0 ? [] : [`${shared} customers have the id of another customer number: look at them at Intergiro.`]),
		...(metCards === knownCards
			? []
			: [`The journal has ${knownCards} cards that were to be added, of which ${metCards} were found in the file.`]),
		...(met === known ? [] : [`The journal has ${known} customers, of which ${met} were found in the file.`]),
	]
	return {
		version: 2,
		...others,
		rehearsal: facts.environment.kind === "sandbox",
		...(stop ? { stop: { ...stop, message: inCommands(stop.told) } } : {}),
		warnings: warnings.map(inCommands),
		warned: [...warnings],
		...counts,
		balanced: imbalances.length === 0,
		imbalances,
		complete: pending === 0 && stop === undefined,
		files: [...files, "summary.json", "journal.log"],
	}
}

/** What a run came to, the most pressing first. */
export type Verdict = "stopped" | "in-doubt" | "incomplete" | "done"

/** `done`: every customer of the file exists, as it should. `incomplete`: somebody has to do something about the others. */
export function verdictOf(summary: Summary): Verdict {
	const { complete, outcomes, checked, cameBack, tokens, balanced, rows } = summary
	const { renumbered = outcomes.renumbered + (summary.reasons.renumbered ?? 0) } = summary
	if (!complete) return "stopped"
	if (outcomes.unknown + outcomes.conflict + tokens["in-doubt"] + tokens.waiting > 0) return "in-doubt"
	const isAsItShould =
		balanced &&
		renumbered + checked.missing + checked["other-number"] + checked.twice + cameBack.cardTwice === 0 &&
		cameBack.differing +
			cameBack.withoutCard +
			tokens["not-known"] +
			tokens.asked +
			tokens.refused +
			tokens["not-added"] ===
			0
	// Whoever adds cards wants them there; others know that their customers were there before.
	const isCarded = summary.settings.addCards !== true || tokens["not-stored"] + tokens.unread + tokens.left === 0
	return isAsItShould && isCarded && rows === mappedRows(summary) + outcomes["left-out"] ? "done" : "incomplete"
}
