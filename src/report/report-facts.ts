import { cardFates } from "../contract/card-fate.ts"
import { fateWords } from "./fate-words.ts"
import { type NumberedLater, numberedLaterWords } from "./numbered-later.ts"
import { firstRanges } from "./row-ranges.ts"
import type { Summary } from "./summary.ts"

export type Line = readonly [name: string, value: string]

/** Numbers and moments as a locale writes them. */
export interface Words {
	count(value: number): string
	moment(iso: string): string
}

/** The line that those before it add up to. */
export const allTokens = "Card tokens in the rows of the file"

/** What came back otherwise, and what became of the cards: every card token in the rows of the file once. */
export function cardLines({ summary: { tokens, cards, cameBack, accepted } }: Told, { count }: Words): Line[] {
	const all = cardFates.reduce((sum, fate) => sum + tokens[fate], 0)
	const customers = [
		["Customers who are other at Intergiro than they were sent, or than the file has them", cameBack.differing],
		["Customers who are other at Intergiro, and right as they are by a person's word", accepted],
		["Customers without a card that was sent", cameBack.withoutCard],
		["Customers who were there before, without the card of the file", cameBack.cardNotStored],
	] as const
	return [
		...cardFates.flatMap((fate): Line[] => {
			const { name, meaning } = fateWords[fate]
			const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
			return tokens[fate] > 0 ? [[`${label}: ${meaning}`, count(tokens[fate])]] : []
		}),
		[allTokens, count(all)],
		...(cards && cards.leftOut > 0 ? [["Left out by a person", count(cards.leftOut)] as const] : []),
		...customers.flatMap(([name, value]): Line[] => (value > 0 ? [[name, count(value)]] : [])),
	]
}

/** What all sessions of a run did, by its journal. */
export interface Sessions {
	readonly count: number
	/** Of each, as asked for. */
	readonly settings: readonly Readonly<Record<string, unknown>>[]
	/** Rows that had been in doubt and were sent again, by a person's word or consent. */
	readonly resent: number
	/** Requests to create a customer or to add a card that left, in all of them. */
	readonly requests: number
	/** Seconds in which one was under way. */
	readonly seconds: number
}

export interface Verified {
	/** ISO 8601. */
	readonly at: string
	/** Lines of `results.csv`, and those that Intergiro has as they should be. */
	readonly lines: number
	readonly same: number
	/** Customers of the run that have no line there. */
	readonly leftOut: number
	/** Customers and cards in doubt, which no line could be the same as. */
	readonly inDoubt: number
	/** Rows that were not created, and so have no line. */
	readonly notCreated: number
	/** The run went on since. */
	readonly isOld?: boolean
}

export interface Mended {
	readonly cells: number
	/** As in `5,9,12-40`. */
	readonly rows: string
}

export interface LeftOut {
	readonly why: string
	readonly count: number
	/** As in `5,9,12-40`. */
	readonly rows: string
}

/** What is to be told of a run beside its rows. */
export interface Told {
	readonly summary: Summary
	/** What a person calls the environment. */
	readonly environment: string
	readonly sessions: Sessions
	/** What a person changed of the file for it: nothing where its mends cannot be read any more. */
	readonly mended?: Mended | undefined
	/** Rows that a person left out, by hand or by an answer: why, and which. */
	readonly leftOut: readonly LeftOut[]
	/** The last time that the results were compared with Intergiro. */
	readonly verified?: Verified | undefined
	/** Later imports that have customers of this one under other numbers. */
	readonly numberedLater?: readonly NumberedLater[]
}

export function verification({ numberedLater = [], ...told }: Told, words: Words): Line[] {
	const later = numberedLater.map((one): Line => ["Under other numbers in a later import", numberedLaterWords(one)])
	return [...later, ...compared(told, words)]
}

function compared({ verified, summary: { checked } }: Told, { count, moment }: Words): Line[] {
	const { yes, missing, removed, twice, "other-number": other, "card-missing": withoutCard } = checked
	const [unknown, cardTwice] = [checked["card-unknown"], checked["card-twice"]]
	const looked: Line[] =
		yes + missing + removed + other + twice + withoutCard + cardTwice + unknown === 0
			? [["Listed at the end of the import", "Nobody looked"]]
			: [
					["Listed at the end of the import", `${count(yes)} once each, and no card that was stored is missing`],
					...(missing > 0 ? [["Not listed", count(missing)] as const] : []),
					...(removed > 0 ? [["Removed at Intergiro on purpose, by a person's word", count(removed)] as const] : []),
					...(other > 0 ? [["Listed under another number", count(other)] as const] : []),
					...(twice > 0 ? [["Listed several times", count(twice)] as const] : []),
					...(unknown > 0
						? [["Listed, and nothing says whether the card that was sent is there", count(unknown)] as const]
						: []),
					...(withoutCard > 0
						? [["Listed without a card that was sent, or was there by a person's word", count(withoutCard)] as const]
						: []),
					...(cardTwice > 0 ? [["Listed with a card twice", count(cardTwice)] as const] : []),
				]
	if (!verified) return [...looked, ["Compared with Intergiro", "Not yet"]]
	const { at, lines, same, leftOut, inDoubt, notCreated, isOld } = verified
	if (isOld) {
		const then = `${moment(at)}: ${count(same)} of ${count(lines)} as they should be`
		return [...looked, ["Compared with Intergiro", `Not since the import went on; before, ${then}`]]
	}
	return [
		...looked,
		["Compared with Intergiro", moment(at)],
		["Customers of results.csv", count(lines)],
		["At Intergiro as they should be", count(same)],
		["Different", lines === same ? "None" : count(lines - same)],
		...(leftOut > 0 ? [["Missing from results.csv", count(leftOut)] as const] : []),
		...(inDoubt > 0 ? [["In doubt, and so in no line", count(inDoubt)] as const] : []),
		...(notCreated > 0 ? [["Rows that were not created, and so in no line", count(notCreated)] as const] : []),
	]
}

/** Which file it was; of a workbook, its sheet too, and how that lies in the run folder. */
function fileFacts({ name, size, sha256, workbook }: Told["summary"]["source"], count: Words["count"]): Line[] {
	if (workbook === undefined)
		return [
			["File", `${name}, ${count(size)} bytes`],
			["SHA-256 of the file", sha256],
		]
	return [
		["File", `${name}, ${count(workbook.size)} bytes, sheet “${workbook.sheet}”`],
		["SHA-256 of the file", workbook.sha256],
		["SHA-256 of its sheet as source.csv", sha256],
	]
}

export function facts({ summary, environment: name, sessions }: Told, { count, moment }: Words): Line[] {
	const { source, environment, started, ended, tool, files, customers, cards } = summary
	const rate = sessions.seconds > 0 ? `, ${count(sessions.requests / sessions.seconds)} a second` : ""
	return [
		...fileFacts(source, count),
		["Environment", name],
		["Merchant", environment.merchantName ?? "Not named by the key"],
		["Address", environment.url],
		["Kind of key", environment.key],
		["Import number", summary.run],
		["Customers at Intergiro", count(customers)],
		...(cards ? [["Cards of the file", cardsIn(cards, count)] as const] : []),
		["Begun", moment(started)],
		["Ended", moment(ended)],
		["Sessions", count(sessions.count)],
		["Creations and cards sent in all of them", `${count(sessions.requests)} in ${count(sessions.seconds)} s${rate}`],
		["Stopped", stopped(summary)],
		["Files", files.join(", ")],
		["Program", tool],
	]
}

/** What of the file was not sent as it is there, by a person's word. */
export function byPerson({ mended, leftOut }: Pick<Told, "mended" | "leftOut">, { count }: Words): Line[] {
	const inRows = (rows: string) => (rows === "" ? "" : `, in rows ${firstRanges(rows)}`)
	return [
		[
			"Mended cells",
			mended === undefined
				? "Not known: mends.json is not what it was"
				: mended.cells === 0
					? "None"
					: `${count(mended.cells)}${inRows(mended.rows)}`,
		],
		...(leftOut.length === 0 ? [["Rows left out", "None"] as const] : []),
		...leftOut.map((one): Line => [`Rows left out: ${one.why}`, `${count(one.count)}${inRows(one.rows)}`]),
	]
}

function cardsIn(cards: NonNullable<Summary["cards"]>, count: Words["count"]): string {
	const leftOut = cards.leftOut > 0 ? `; ${count(cards.leftOut)} left out by a person` : ""
	return `${count(cards.with)} customers with a card, ${count(cards.without)} without${leftOut}`
}

function stopped({ stop, settings }: Summary): string {
	if (!stop) return "No, it came to its end"
	return stop.kind === "first" && settings.first === 0 ? "The last session only looked for rows in doubt" : stop.message
}

/** As all sessions had them: where they differ, each value in the order in which it came. */
export function settings({ summary, sessions }: Told, { count }: Words): Line[] {
	const all = sessions.settings.length > 0 ? sessions.settings : [summary.settings]
	const each = (name: string, words: (value: unknown) => string) => {
		const told = all.map((settings) => words(settings[name]))
		return told.filter((one, index) => one !== told[index - 1]).join(", then ")
	}
	const number = (value: unknown) => (typeof value === "number" ? count(value) : "–")
	const limits = all.map(({ first }) => first).filter((first) => typeof first === "number" && first > 0)
	const { resent } = sessions
	return [
		["Requests per second", each("rate", (rate) => (rate === 0 ? "as fast as the server allows" : number(rate)))],
		["Concurrent requests", each("concurrency", number)],
		["Settle time", each("settle", (settle) => (typeof settle === "number" ? `${count(settle / 1_000)} s` : "–"))],
		[
			"Looked for existing customers first",
			each("preflight", (preflight) => (preflight === true ? "Yes, where the key allows it" : "No")),
		],
		["Rows in doubt sent again", resent > 0 ? `${count(resent)}, by a person's word or consent` : "No"],
		...(summary.settings.addCards === true
			? [["The last session", "Added cards to customers who exist"] as const]
			: []),
		...(limits.length > 0
			? [
					[
						"Tried with a few, before the others",
						limits.map((first) => `${number(first)} customers`).join(", then "),
					] as const,
				]
			: []),
	]
}
