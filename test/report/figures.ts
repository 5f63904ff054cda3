import { resultOf } from "../../electron/result.ts"
import { ResultRows } from "../../electron/result-rows.ts"
import type { CardFate } from "../../src/contract/card-fate.ts"
import type { RunReference } from "../../src/ipc/run.ts"

/*
 * What each of the places that tell of a run says in figures, read from outside. What is none is left out.
 */

type Counts = Readonly<Record<string, number>>
export type Lines = readonly Readonly<Record<string, string>>[]

export interface Figures {
	/** Rows by how they ended; and `pending`. */
	readonly rows: Counts
	/** All rows of the file. */
	readonly all: number
	/** Customers that exist. */
	readonly customers: number
	/** Customers by what the look at the end came to. */
	readonly checked: Counts
	/** Customers by the first reason why somebody has to look after them. */
	readonly reasons: Counts
	/** Customers who are other, lack a card, or have not got the one of the file, for whatever reason first. */
	readonly also: Counts
}

/** Counts without those that are none. */
export function some(counts: Counts): Counts {
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

function tally(words: readonly string[]): Counts {
	const counts: Record<string, number> = {}
	for (const word of words) counts[word] = (counts[word] ?? 0) + 1
	return counts
}

/** The rows of a line of `results.csv` or `follow-up.csv`. */
export function rowsOf(text: string | undefined): readonly number[] {
	return (text?.match(/\d+/g) ?? []).map(Number)
}

interface Files {
	readonly results: Lines
	readonly errors: Lines
	readonly unknown: Lines
	readonly followUp: Lines
}

/** The files for people, counted; the rows that are in none of them are still to come. */
export function inFiles({ results, errors, unknown, followUp }: Files, all: number): Figures {
	const ended = [
		...results.flatMap(({ row, outcome = "" }) => rowsOf(row).map(() => outcome)),
		...[...errors, ...unknown].map(({ import_outcome = "" }) => import_outcome),
	]
	const alsoOf = (reason: string) =>
		followUp.filter((line) => [line.reason, ...(line.further_reasons ?? "").split(" ")].includes(reason)).length
	return {
		rows: some({ ...tally(ended), pending: all - ended.length }),
		all,
		customers: results.length,
		checked: some({ ...tally(results.map(({ checked = "" }) => checked)), "": 0 }),
		reasons: tally(followUp.map(({ reason = "" }) => reason)),
		also: some({
			differing: alsoOf("differs") + alsoOf("other-person"),
			withoutCard: alsoOf("card-missing"),
			cardNotStored: alsoOf("card-not-stored"),
			cardTwice: alsoOf("card-twice"),
		}),
	}
}

interface Summary {
	readonly outcomes: Counts
	readonly pending: number
	readonly rows: number
	readonly customers: number
	readonly checked: Counts
	readonly reasons: Counts
	readonly cameBack: Counts
}

/** `summary.json`. */
export function inSummary(summary: Summary): Figures {
	const { outcomes, pending, rows, customers, checked, reasons, cameBack } = summary
	return {
		rows: some({ ...outcomes, pending }),
		all: rows,
		customers,
		checked: some(checked),
		reasons,
		also: some(cameBack),
	}
}

/** What is printed at the end, by the names of its lines. */
export function inStatement(text: string): Counts {
	const lines = text.matchAll(/^ {2}(\S.{0,20}?\S) +([\d,]+)(?: |$)/gm)
	return Object.fromEntries(Array.from(lines, ([, name, count = ""]) => [name, Number(count.replaceAll(",", ""))]))
}

/** A list of the report: its title, how many it says, and its rows. */
export interface List {
	readonly title: string
	readonly count: number
	readonly rows: readonly { readonly row: string; readonly number: string }[]
}

export interface Report {
	/** What the table of a title says, line by line. */
	readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>
	readonly lists: readonly List[]
}

/** The report, as its HTML shows it. */
export function inReport(html: string): Report {
	const tables: Record<string, Record<string, string>> = {}
	const lists: List[] = []
	for (const [, heading = "", part = ""] of html.matchAll(/<h2>(.*?)<\/h2>(.*?)(?=<h2>|<\/html>)/gs)) {
		const title = shown(heading)
		const [, name, count] = title.match(/^(.*): ([\d,]+)$/) ?? []
		const cells = Array.from(part.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), ([, row = ""]) => cellsOf(row)).filter(
			(row) => row.length > 0,
		)
		if (name === undefined || !part.includes('class="list"'))
			tables[title] = Object.fromEntries(cells.map(([label, value]) => [label?.text ?? "", value?.text ?? ""]))
		else {
			const ofClass = (row: readonly Cell[], wanted: string) => row.find(({ kind }) => kind === wanted)?.text ?? ""
			const rows = cells.map((row) => ({ row: ofClass(row, "row"), number: ofClass(row, "number") }))
			lists.push({ title: name, count: Number(count?.replaceAll(",", "")), rows })
		}
	}
	return { tables, lists }
}

interface Cell {
	/** Its class. */
	readonly kind: string
	readonly text: string
}

function cellsOf(row: string): Cell[] {
	const cells = row.matchAll(/<td(?: class="(\w+)")?>(.*?)<\/td>/gs)
	return Array.from(cells, ([, kind = "", cell = ""]) => ({ kind, text: shown(cell) }))
}

/** What a cell shows, without what is said beside it in small. */
function shown(html: string): string {
	return html
		.replaceAll(/<small>.*?<\/small>/gs, "")
		.replaceAll(/<[^>]*>/g, "")
		.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
		.trim()
}

export interface Window {
	readonly rows: Counts
	readonly all: number
	readonly customers: number
	readonly reasons: Counts
	readonly tokens: Readonly<Record<CardFate, number>>
	/** Lines of the list of rows, by the outcome that is chosen. */
	readonly lines: Counts
	/** Lines of the list of those who need somebody, by the reason that is chosen. */
	readonly followUps: Counts
	/** Lines of both where nothing is chosen. */
	readonly total: number
	readonly needing: number
	/** Customers of whom it is asked whether another spelling is theirs. */
	readonly spelled: number
	readonly asked: number
}

/** What the result screen reads. */
export async function inWindow(folder: string): Promise<Window> {
	const environment = { name: "Acme", kind: "test" } as const
	const run: RunReference = {
		...{ id: "r1", file: "customers.csv", folder, environment, confirmed: false, started: "", state: "finished" },
		...{ rows: 0, created: 0, open: 0, unfinished: false, leftOut: 0, needs: 0, wrong: 0, again: 0, looked: false },
	}
	const { rows: count, outcomes, pending, customers, reasons, tokens, asked } = await resultOf(run, [], [])
	const list = await ResultRows.open(run)
	const part = { run: run.id, search: "", offset: 0, count: 500 }
	const [rows, needing] = await Promise.all([list.page(part), list.followUps(part)])
	const lines: Record<string, number> = {}
	for (const outcome of new Set(rows.rows.map((row) => row.outcome)))
		lines[outcome] = (await list.page({ ...part, outcome })).total
	const followUps: Record<string, number> = {}
	for (const reason of new Set(needing.rows.flatMap(({ reasons }) => reasons[0] ?? [])))
		followUps[reason] = (await list.followUps({ ...part, reason })).total
	return {
		rows: some({ ...outcomes, pending }),
		all: count,
		customers,
		reasons,
		tokens,
		lines: some(lines),
		followUps,
		total: rows.total,
		needing: needing.total,
		spelled: (await list.spellings()).total,
		asked,
	}
}
