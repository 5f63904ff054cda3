import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import Papa from "papaparse"
import { expect, it } from "vitest"
import { reportOf } from "../../src/app/report.ts"
import { statement } from "../../src/cli/statement.ts"
import { type CardFate, cardFates, noCards } from "../../src/contract/card-fate.ts"
import { followUpReasons, reasonWords } from "../../src/contract/follow-up.ts"
import { doubtIn } from "../../src/contract/number-state.ts"
import { isMapped, type OutcomeKind } from "../../src/contract/outcome.ts"
import { quoted } from "../../src/customer/finding-codes.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { fateWords } from "../../src/report/fate-words.ts"
import { reportPage } from "../../src/report/report-page.ts"
import type { RowRecord } from "../../src/report/rows-file.ts"
import { writeRunFiles } from "../../src/report/run-files.ts"
import { outcomeWords } from "../../src/run/outcome-words.ts"
import { sample } from "../sample.ts"
import {
	inFiles,
	inReport,
	inStatement,
	inSummary,
	inWindow,
	type Lines,
	type Report,
	rowsOf,
	some,
	type Window,
} from "./figures.ts"
import { runFacts } from "./run-facts.ts"
import { smallest, type World, world } from "./worlds.ts"

const said = (...given: Parameters<typeof statement>) => statement(...given).join("\n")

interface Written {
	readonly summary: Awaited<ReturnType<typeof writeRunFiles>>
	readonly results: Lines
	readonly errors: Lines
	readonly unknown: Lines
	readonly followUp: Lines
	readonly records: readonly RowRecord[]
	/** What is printed, and what the report and the window show. */
	readonly told: string
	readonly report: Report
	readonly window: Window
}

/** The run folder of a world, with its journal, and what is made of it. */
async function filesOf({ rows, records, state, known, mended, cards }: World): Promise<Written> {
	const folder = mkdtempSync(join(tmpdir(), "every-row-"))
	try {
		const journal = await openJournal(folder)
		for await (const _ of journal.records);
		await Promise.all(records.map((record) => journal.append(record)))
		await journal.close()
		await writeRunFiles({
			folder,
			rows: (async function* () {
				yield rows
			})(),
			layout: { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns: ["number", "name"] },
			mapping: { version: 2, columns: { number: "number", name: "name" }, constants: {} },
			state,
			known: ({ row, number = "" }) => mended.get(row) ?? known.get(number),
			cardOf: (token) => state.cards.byToken.get(token),
			sentSince: (_, tokens, token) =>
				cards.get(token ?? "") === "replaced" ? tokens.map((one) => ({ token: one })) : [],
			facts: runFacts(rows.length),
		})
		const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) as Written["summary"]
		const table = (name: string) =>
			summary.files.includes(name)
				? Papa.parse<Record<string, string>>(readFileSync(join(folder, name), "utf8"), {
						header: true,
						skipEmptyLines: true,
					}).data
				: []
		const lines = readFileSync(join(folder, "rows.jsonl"), "utf8").split("\n")
		return {
			summary,
			results: table("results.csv"),
			errors: table("errors.csv"),
			unknown: table("unknown.csv"),
			followUp: table("follow-up.csv"),
			records: lines.filter(Boolean).map((line) => JSON.parse(line)),
			told: said(summary, "out"),
			report: inReport(reportPage(await reportOf(folder, folder), "en")),
			window: await inWindow(folder),
		}
	} finally {
		rmSync(folder, { recursive: true })
	}
}

/** What cards came to in all worlds. */
const seen = new Set<CardFate>()

/** Worlds that are made and judged at the same time, as most of that is waiting for the disk. */
const together = 10

it("puts every row into one place, none that could be created twice among the errors, and says the same of all everywhere", async () => {
	const judge = async (world: World) => {
		const written = await filesOf(world)
		judgePlaces(world, written)
		judgeCards(world, written)
		judgeFigures(world, written)
	}
	await fc.assert(
		fc.asyncProperty(fc.array(world, { minLength: 1, maxLength: together, size: "max" }), async (worlds) => {
			await Promise.all(worlds.map(judge))
		}),
		{ numRuns: 1 + sample(30), examples: [[smallest()]] },
	)
	expect([...cardFates].filter((fate) => !seen.has(fate))).toEqual([])
})

/** The rows of each file, each once. */
function placesIn({ results, errors, unknown }: Pick<Written, "results" | "errors" | "unknown">) {
	return {
		there: results.flatMap(({ row }) => rowsOf(row)),
		given: errors.map(({ import_row }) => Number(import_row)),
		doubted: unknown.map(({ import_row }) => Number(import_row)),
	}
}

function judgePlaces({ rows, state, known, mended }: World, written: Written): void {
	const { summary, results, errors, unknown, followUp, records } = written
	const { there, given, doubted } = placesIn(written)
	const placed = [...there, ...given, ...doubted]
	expect(new Set(placed).size).toBe(placed.length)
	expect(summary.balanced).toBe(true)
	const waiting = spelledOut(summary.pendingRows)
	expect([...placed, ...waiting].sort((a, b) => a - b)).toEqual(rows.map(({ row }) => row))
	expect(waiting).toHaveLength(summary.pending)
	expect([summary.given?.errors, summary.given?.unknown].map(spelledOut)).toEqual([given, doubted])

	for (const { row, number = "", valid, ambiguous, changed } of rows) {
		const one = state.get(number)
		const outcome = state.outcome(number)
		const isSent = one !== undefined && "row" in one && one.row === row
		if (isSent && outcome && isMapped(outcome)) expect(there).toContain(row)
		if (isSent && doubtIn(one)) expect(doubted).toContain(row)
		// In doubt it stays, but for a proof: of the journal for this very row, or of what else is known.
		if (ambiguous && !valid && !isSent && !there.includes(row)) expect(doubted).toContain(row)
		if (ambiguous && one === undefined && valid) expect(doubted).toContain(row)
		if (!given.includes(row)) continue
		const line = errors[given.indexOf(row)] ?? {}
		const exists = outcome && (isMapped(outcome) || outcome.kind === "unknown" || outcome.kind === "conflict")
		// Another row has the number, which is said in a way that a re-run recognises; or a person has to confirm it, or left the row out.
		if (exists || (!outcome && known.has(number) && !valid))
			expect(
				(line.import_code?.includes("number.duplicate") && line.import_message?.includes(quoted(number))) ||
					(changed && line.import_code?.includes("number.changed")) ||
					(line.import_outcome === "left-out" && line.import_message?.includes(quoted(number))),
			).toBe(true)
	}
	const ended = records.flatMap(({ row, joined = [], outcome }) => (outcome ? [row, ...joined] : []))
	expect(ended.sort((a, b) => a - b)).toEqual(placed.sort((a, b) => a - b))
	for (const { row, outcome } of records)
		if (outcome?.kind === "unknown" || outcome?.kind === "conflict") expect(doubted).toContain(row)
	const told = followUp.map(({ number, row }) => number || row)
	expect(new Set(told).size).toBe(told.length)
	expect(summary.followUps).toBe(told.length)
	for (const { number = "" } of unknown) if (number !== "") expect(told).toContain(number)
	for (const { number = "", id, outcome, row } of results) {
		const said = state.outcome(number) ?? known.get(number) ?? mended.get(Number(row))
		expect(said).toMatchObject({ id, kind: outcome })
	}
}

/** Every card token of the file has one ending: by the place of its row, and by what became of it where it was to be added. */
function judgeCards({ rows, cards, state, known, mended }: World, written: Written): void {
	const { summary, results } = written
	const { given, doubted } = placesIn(written)
	const expected = noCards()
	const lineOf = (row: number) => results.find((line) => rowsOf(line.row).includes(row))
	for (const { row, valid, number = "", tokens = [] } of rows) {
		const line = lineOf(row)
		const customer = rows.filter((one) => one.row === row || (line && rowsOf(line.row).includes(one.row)))
		const all = customer.flatMap(({ tokens = [] }) => tokens)
		const ended = state.outcome(number) ?? known.get(number)
		const one = state.get(number)
		const sent = one && "tokens" in one && one.tokens ? one.tokens.length : valid ? all.length : 0
		const isDoubted = all.some((token) => cards.get(token) === "in-doubt")
		for (const token of tokens) expected[fateOf(token)]++
		function fateOf(token: string): CardFate {
			if (given.includes(row)) return "left"
			if (doubted.includes(row)) return "unknown"
			if (line === undefined) return "pending"
			if (line.outcome === "existing") {
				const fate = cards.get(token)
				if (fate) return fate
				if (line.number === mended.get(row)?.given) return "there"
				if (ended?.kind === "existing" && ended.run !== undefined) return "there"
				const isSaid = ended && "cards" in ended && ended.cards
				return !valid ? "left" : isDoubted ? "waiting" : isSaid ? "not-stored" : "unread"
			}
			if (line.outcome === "adopted" && line.cards_stored === "") return "not-known"
			return line.cards_stored === "0" && sent > 0 ? "missing" : "sent"
		}
	}
	const { sent, left, refused, "not-stored": _, ...others } = summary.tokens
	// A customer who was refused here and exists since was sent with its tokens: its cards count as sent.
	for (const fate of cardFates) if (summary.tokens[fate] > 0) seen.add(fate)
	expect(others).toEqual({ ...others, ...pick(expected, Object.keys(others)) })
	expect(total(summary.tokens)).toBe(rows.reduce((sum, { tokens = [] }) => sum + tokens.length, 0))
	expect(sent).toBeGreaterThanOrEqual(expected.sent)
	// Those of rows that were sent and refused are not left in them.
	expect(left).toBeLessThanOrEqual(expected.left)
	expect(refused).toBeGreaterThanOrEqual(expected.refused)
}

/** The files, `summary.json`, what is printed, the window and the report say the same numbers, and of the same rows. */
function judgeFigures({ rows, records }: World, { summary, told, report, window, ...files }: Written): void {
	const { errors, unknown, results, followUp } = files
	const figures = inFiles(files, rows.length)
	expect(inSummary(summary)).toEqual(figures)
	const { checked, also, customers } = figures
	const leftOut = rows.filter(({ findings }) => findings.some(({ code }) => code === "row.skipped"))
	const unsent = errors.filter(({ import_outcome = "" }) => ["invalid", "left-out"].includes(import_outcome))
	const skipped = unsent.filter(({ import_row }) => leftOut.some(({ row }) => row === Number(import_row)))
	expect(figures.rows["left-out"] ?? 0).toBe(skipped.length)

	const { reasons } = figures
	expect(window).toMatchObject({ rows: figures.rows, all: rows.length, customers, reasons, followUps: reasons })
	expect(window.tokens).toEqual(summary.tokens)
	const { pending: _, ...ended } = figures.rows
	const lines: Record<string, number> = { ...ended }
	for (const kind of ["created", "existing", "adopted", "renumbered"])
		lines[kind] = results.filter(({ outcome }) => outcome === kind).length
	expect(window.lines).toEqual(some(lines))
	expect([window.total, window.needing]).toEqual([total(lines), followUp.length])
	const asked = unknown.filter(({ import_code }) => import_code === "other-spelling").length
	expect([window.asked, window.spelled]).toEqual([asked, asked])

	const { tokens, accepted } = summary
	const cards = pick(tokens, ["added", "refused", "not-added", "in-doubt", "waiting", "asked", "unread"])
	const cardNames = Object.entries(cards).map(([fate, count]) => [fateWords[fate as CardFate].name, count])
	const isJoined = customers < results.flatMap(({ row }) => rowsOf(row)).length
	expect(some(inStatement(told))).toEqual(
		some({
			...figures.rows,
			"rows in the file": rows.length,
			customers: isJoined ? customers : 0,
			...named(checked, lookWords),
			"right as they are": accepted,
			...named(also, alsoWords),
			...Object.fromEntries(cardNames),
		}),
	)

	const { Balance, Cards, Verification, Import } = report.tables
	const balance = {
		...Object.fromEntries(
			Object.entries(ended).map(([kind, count]) => [outcomeWords[kind as OutcomeKind].label, count]),
		),
		"Left out": skipped.length,
		"Still to come": figures.rows.pending ?? 0,
		"Rows in the file": rows.length,
	}
	expect(someOf(Balance)).toEqual(some(balance))
	const fates = cardFates.map((fate) => [capital(`${fateWords[fate].name}: ${fateWords[fate].meaning}`), tokens[fate]])
	expect(someOf(Cards)).toEqual(
		some({
			...Object.fromEntries(fates),
			"Card tokens in the rows of the file": total(tokens),
			"Customers who are other at Intergiro, and right as they are by a person's word": accepted,
			...named(also, {
				differing: "Customers who are other at Intergiro than they were sent, or than the file has them",
				withoutCard: "Customers without a card that was sent",
				cardNotStored: "Customers who were there before, without the card of the file",
			}),
		}),
	)
	const {
		"Listed at the end of the import": whether = "",
		"Compared with Intergiro": ___,
		...looked
	} = Verification ?? {}
	const isLooked = total(checked) > 0
	expect(isLooked ? Number.parseInt(whether, 10) : whether).toBe(isLooked ? (checked.yes ?? 0) : "Nobody looked")
	expect(someOf(looked)).toEqual(some(named({ ...checked, yes: 0 }, listedWords)))
	const requests = records.filter(({ type }) => type === "intent" || type === "card-intent").length
	const sessions = records.filter(({ type }) => type === "session").length
	expect(Import).toMatchObject({
		"Customers at Intergiro": String(customers),
		Sessions: String(sessions),
		"Creations and cards sent in all of them": `${requests} in 0 s`,
	})

	const left = errors.filter((line) => ["invalid", "not-sent"].includes(line.import_outcome ?? ""))
	const lists = followUpReasons.map((reason) => ({
		title: reasonWords[reason],
		rows: followUp
			.filter((line) => line.reason === reason)
			.map(({ row, number }) => ({ row: rowsOf(row).join(", "), number })),
	}))
	const mend = left.map(({ import_row: row, number }) => ({ row, number }))
	const expected = [...lists, { title: "Not created, to be mended or run again", rows: mend }]
	expect(report.lists).toEqual(
		expected.filter(({ rows }) => rows.length > 0).map((list) => ({ ...list, count: list.rows.length })),
	)
}

/** The names of counts, in what is printed and in the report. */
const lookWords = {
	yes: "listed at the end",
	missing: "missing",
	removed: "removed",
	"other-number": "other number",
	twice: "twice",
	"card-unknown": "card not known",
	"card-missing": "card missing",
	"card-twice": "card twice",
}
const alsoWords = {
	differing: "other at Intergiro",
	withoutCard: "without their card",
	cardNotStored: "card not stored",
	cardTwice: "card there twice",
}
const listedWords = {
	yes: "",
	missing: "Not listed",
	removed: "Removed at Intergiro on purpose, by a person's word",
	"other-number": "Listed under another number",
	twice: "Listed several times",
	"card-unknown": "Listed, and nothing says whether the card that was sent is there",
	"card-missing": "Listed without a card that was sent, or was there by a person's word",
	"card-twice": "Listed with a card twice",
}

function named(counts: Readonly<Record<string, number>>, words: Readonly<Record<string, string>>) {
	return Object.fromEntries(Object.entries(counts).map(([key, count]) => [words[key] ?? key, count]))
}

/** The lines of a table of counts that are not none. */
function someOf(table: Readonly<Record<string, string>> = {}) {
	return some(Object.fromEntries(Object.entries(table).map(([name, count]) => [name, Number(count)])))
}

function capital(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function total(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function pick(counts: Readonly<Record<string, number>>, names: readonly string[]): Record<string, number> {
	return Object.fromEntries(names.map((name) => [name, counts[name] ?? 0]))
}

function spelledOut(ranges = ""): number[] {
	return ranges.split(",").flatMap((part) => {
		const [first = 0, last = first] = part.split("-").map(Number)
		return part === "" ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
	})
}
