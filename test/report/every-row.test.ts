import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import Papa from "papaparse"
import { expect, it } from "vitest"
import { type CardFate, cardFates, noCards } from "../../src/contract/card-fate.ts"
import { doubtIn } from "../../src/contract/number-state.ts"
import { type CardOutcome, isHeldBack, isMapped, type Outcome } from "../../src/contract/outcome.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { finding, quoted } from "../../src/customer/finding-codes.ts"
import type { CheckedRow } from "../../src/report/ending.ts"
import { fateWords } from "../../src/report/fate-words.ts"
import { reportPage } from "../../src/report/report-page.ts"
import type { RowRecord } from "../../src/report/rows-file.ts"
import { writeRunFiles } from "../../src/report/run-files.ts"
import { statement } from "../../src/report/statement.ts"
import { sample } from "../sample.ts"
import { runFacts } from "./run-facts.ts"

const at = "2026-01-01T00:00:00.000Z"
const numbers = ["a", "b", "c", "d"]

const outcomes: readonly Outcome[] = [
	{ kind: "created", id: "id" },
	{ kind: "created", id: "id", cards: [] },
	{ kind: "existing", id: "id" },
	{ kind: "adopted", id: "id" },
	{ kind: "renumbered", id: "id", given: "g" },
	{ kind: "rejected", code: "x", message: "No." },
	{ kind: "verification-required", message: "3-D Secure." },
	{ kind: "not-sent", code: "x", message: "Gave up." },
	{ kind: "unknown", code: "x", message: "Lost." },
	{ kind: "conflict", ids: ["i", "j"], message: "Two." },
]

/** What becomes of a card that is added to a customer who exists, and how the figures have to call it. */
const cardSteps: readonly (readonly [fate: CardFate, outcome: CardOutcome | "lost" | "stored" | "absent"])[] = [
	["added", { kind: "added", card: { last4: "1111" } }],
	["added", { kind: "added", by: "look" }],
	["added", "stored"],
	["not-stored", "absent"],
	["in-doubt", "lost"],
	["in-doubt", "lost"],
	["in-doubt", "lost"],
	["refused", { kind: "rejected", code: "x", message: "No." }],
	["refused", { kind: "verification-required", message: "3-D Secure." }],
	["asked", { kind: "other-person", fields: ["contact.name"] }],
	["asked", { kind: "nameless" }],
	["asked", { kind: "alike" }],
	["there", { kind: "there" }],
	["not-added", { kind: "spent" }],
	["not-added", { kind: "gone" }],
]

function* cardRecords(
	{ number, row, token }: { readonly number: string; readonly row: number; readonly token: string },
	step: (typeof cardSteps)[number][1],
): Generator<JournalRecord> {
	const isHeld = typeof step === "object" && isHeldBack(step)
	if (!isHeld) yield { type: "card-intent", at, number, row, id: `id-${number}`, token, before: 0 }
	if (typeof step === "object") yield { type: "card-outcome", at, number, row, token, outcome: step }
	else yield { type: "card-ambiguous", at, number, token, code: "x", message: "Lost." }
	if (step === "stored" || step === "absent")
		yield { type: "card-word", at, number, row, token, stored: step === "stored" }
}

function tokensOf(row: number, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `t${row}-${index}`)
}

function methodOf(card: string) {
	return { type: "token" as const, card }
}

/** An id of its own for each number, so that no two customers share one. */
function withId(outcome: Outcome, number: string): Outcome {
	return "id" in outcome ? { ...outcome, id: `id-${number}` } : outcome
}

type Step = (number: string, row: number) => JournalRecord

const steps: readonly Step[] = [
	(number, row) => ({ type: "intent", at, number, row, attempt: 1 }),
	(number) => ({ type: "not-applied", at, number, attempt: 1, code: "x" }),
	(number, row) => ({ type: "ambiguous", at, number, row, attempt: 1, code: "x", message: "Lost." }),
	(number) => ({ type: "consent", at, number }),
	(number, row) => ({ type: "word", at, number, row }),
	(number, row) => ({ type: "word", at, number, row, id: `id-${number}` }),
	...outcomes.map(
		(outcome): Step =>
			(number, row) => ({ type: "outcome", at, number, row, outcome: withId(outcome, number) }),
	),
	() => ({ type: "session", at, settings: {} }),
]

const flags = fc.record({
	number: fc.constantFrom("", ...numbers),
	valid: fc.boolean(),
	ambiguous: fc.boolean(),
	cards: fc.constantFrom(0, 1, 2, 2),
})
const changed = fc.boolean()

/** Rows as a check leaves them: of one number one at most is valid. */
const file = fc.array(fc.tuple(flags, changed), { maxLength: 8 }).map((rows) => {
	const sendable = new Set<string>()
	return rows.map(([{ number, ambiguous, cards, ...row }, isChanged], index): CheckedRow => {
		const valid = row.valid && number !== "" && !sendable.has(number)
		if (valid) sendable.add(number)
		return {
			row: index + 2,
			cells: [number, "Name"],
			valid,
			findings: valid ? [] : [finding("email.invalid", index + 2, { column: "email" })],
			tokens: tokensOf(index + 2, cards),
			...(valid ? { creatable: { number, method: tokensOf(index + 2, cards).map(methodOf) } } : {}),
			...(number === "" ? {} : { number }),
			...(ambiguous ? { ambiguous } : {}),
			...(isChanged && !ambiguous ? { changed: true } : {}),
		}
	})
})

interface World {
	/** How the cards that were to be added have to be told, by their tokens. */
	readonly cards: ReadonlyMap<string, CardFate>
	readonly rows: readonly CheckedRow[]
	readonly state: RunState
	readonly known: ReadonlyMap<string, Outcome>
}

/** What a world is made from. */
interface Making {
	readonly rows: readonly CheckedRow[]
	readonly history: readonly (readonly [step: Step, number: string])[]
	/** What was sent may be a row that has become invalid since (a card that expired). */
	readonly late: boolean
	/** Everybody was there before the run. */
	readonly isOld: boolean
	/** What becomes of the cards that may be added, two for each row. */
	readonly cards: readonly ((typeof cardSteps)[number] | null)[]
	readonly known: readonly (readonly [number: string, outcome: Outcome])[]
}

function worldOf({ rows, history, late, known, isOld, cards: steps }: Making): World {
	// What was sent was one row of its number, always the same.
	const sent = new Map<string, number>()
	for (const { number, row, valid } of late ? rows : rows.filter(({ valid }) => valid))
		if (number !== undefined && (valid || !sent.has(number))) sent.set(number, row)
	const records = isOld
		? rows.flatMap(existingOf)
		: history.flatMap(([step, number]) => {
				const row = sent.get(number)
				return row === undefined ? [] : [step(number, row)]
			})
	const cards = new Map<string, CardFate>()
	const before = RunState.of(records)
	for (const { number = "", row, valid, tokens = [] } of rows) {
		const one = before.get(number)
		if (!valid || one?.kind !== "settled" || one.outcome.kind !== "existing" || one.tokens) continue
		for (const [index, token] of tokens.entries()) {
			const step = steps[(row - 2) * 2 + index]
			if (!step) continue
			cards.set(token, step[0])
			records.push(...cardRecords({ number, row, token }, step[1]))
		}
	}
	return {
		rows,
		cards,
		state: RunState.of(records),
		known: new Map(known.map(([number, outcome]) => [number, withId(outcome, number)])),
	}
}

const world: fc.Arbitrary<World> = fc
	.record({
		rows: file,
		history: fc.array(fc.tuple(fc.constantFrom(...steps), fc.constantFrom(...numbers)), { maxLength: 12 }),
		late: fc.boolean(),
		isOld: fc.boolean(),
		cards: fc.array(fc.option(fc.constantFrom(...cardSteps), { freq: 2 }), {
			minLength: 16,
			maxLength: 16,
			size: "max",
		}),
		known: fc.array(fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...outcomes.filter(isKnowable)))),
	})
	.map(worldOf)

/** A world of one row for each thing that a card can come to, so that all are seen, whatever chance makes. */
function smallest(): World[] {
	const tokens = tokensOf(2, 2)
	const good: CheckedRow = {
		row: 2,
		cells: ["a", "Name"],
		valid: true,
		findings: [],
		tokens,
		creatable: { number: "a", method: tokens.map(methodOf) },
		number: "a",
	}
	const { creatable: _, ...rest } = good
	const bad: CheckedRow = { ...rest, valid: false, findings: [finding("email.invalid", 2, { column: "email" })] }
	const plain: Making = { rows: [good], history: [], late: false, isOld: false, cards: [], known: [] }
	return [
		plain,
		{ ...plain, rows: [bad] },
		...steps.map((step): Making => ({ ...plain, history: [[step, "a"]] })),
		...[null, ...cardSteps].map((step): Making => ({ ...plain, isOld: true, cards: [step] })),
	].map(worldOf)
}

function existingOf({ number, row, valid }: CheckedRow): JournalRecord[] {
	if (!valid || number === undefined) return []
	return [{ type: "outcome", at, number, row, outcome: { kind: "existing", id: `id-${number}` } }]
}

function isKnowable({ kind }: Outcome): boolean {
	return kind === "existing" || kind === "unknown" || kind === "conflict"
}

interface Written {
	readonly summary: Awaited<ReturnType<typeof writeRunFiles>>
	readonly results: Record<string, string>[]
	readonly errors: Record<string, string>[]
	readonly unknown: Record<string, string>[]
	readonly followUp: Record<string, string>[]
	readonly records: readonly RowRecord[]
}

async function filesOf({ rows, state, known }: Pick<World, "rows" | "state" | "known">): Promise<Written> {
	const folder = mkdtempSync(join(tmpdir(), "every-row-"))
	try {
		const summary = await writeRunFiles({
			folder,
			rows: (async function* () {
				yield rows
			})(),
			layout: { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns: ["number", "name"] },
			mapping: { version: 2, columns: { number: "number", name: "name" }, constants: {} },
			state,
			known: ({ number = "" }) => known.get(number),
			cardOf: (token) => state.cards.byToken.get(token),
			facts: runFacts(rows.length),
		})
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
		}
	} finally {
		rmSync(folder, { recursive: true })
	}
}

/** What cards came to in all worlds. */
const seen = new Set<CardFate>()

const small = smallest().map((one): [World] => [one])

it("puts every row into one place, and none that could be created twice among the errors", async () => {
	await fc.assert(
		fc.asyncProperty(world, async (world) => {
			const { rows, state, known } = world
			const { summary, results, errors, unknown, followUp, records } = await filesOf(world)
			const [there, given, doubted] = [results, errors, unknown].map((file, index) =>
				file.map((line) => Number(line[index === 0 ? "row" : "import_row"])),
			) as [number[], number[], number[]]
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
				// Another row has the number, which is said in a way that a re-run recognises; or a person has to confirm it.
				if (exists || (!outcome && known.has(number) && !valid))
					expect(
						(line.import_code?.includes("number.duplicate") && line.import_message?.includes(quoted(number))) ||
							(changed && line.import_code?.includes("number.changed")),
					).toBe(true)
			}
			judgeCards(world, { summary, there, given, doubted, results })
			// The files, the figures and what the window and the report read say the same.
			const ended = records.filter(({ outcome }) => outcome).map(({ row }) => row)
			expect(ended.sort((a, b) => a - b)).toEqual(placed.sort((a, b) => a - b))
			for (const { row, outcome } of records)
				if (outcome?.kind === "unknown" || outcome?.kind === "conflict") expect(doubted).toContain(row)
			const told = followUp.map(({ number, row }) => number || row)
			expect(new Set(told).size).toBe(told.length)
			expect(summary.followUps).toBe(told.length)
			const counted = Object.entries(summary.reasons).flatMap(([reason, count]) => Array<string>(count).fill(reason))
			expect(counted.sort()).toEqual(followUp.map(({ reason = "" }) => reason).sort())
			const inData = records.flatMap(({ followUp }) => (followUp ? [followUp.reasons[0]] : []))
			expect(inData.sort()).toEqual(counted)
			for (const { number = "" } of unknown) if (number !== "") expect(told).toContain(number)
			for (const { number = "", id, outcome } of results) {
				const said = state.outcome(number) ?? known.get(number)
				expect(said).toMatchObject({ id, kind: outcome })
			}
		}),
		{ numRuns: small.length + sample(30), examples: small },
	)
	expect([...cardFates].filter((fate) => !seen.has(fate))).toEqual([])
})

/** Every card token of the file has one ending: by the place of its row, and by what became of it where it was to be added. */
function judgeCards(
	{ rows, cards, state }: World,
	{
		summary,
		there,
		given,
		doubted,
		results,
	}: Pick<Written, "summary" | "results"> & Readonly<Record<"there" | "given" | "doubted", number[]>>,
): void {
	const expected = noCards()
	for (const { row, valid, number = "", tokens = [] } of rows) {
		const known = state.outcome(number)
		// Who looked at the customer knows its card.
		const isLooked = known !== undefined && "by" in known && known.by === "person"
		const { outcome, cards_stored } = results[there.indexOf(row)] ?? {}
		const existing = outcome === "existing"
		const isDoubted = tokens.some((token) => cards.get(token) === "in-doubt")
		for (const token of tokens) {
			const fate = given.includes(row)
				? "left"
				: doubted.includes(row)
					? "unknown"
					: !there.includes(row)
						? "pending"
						: outcome === "adopted" && cards_stored === "" && !isLooked
							? "not-known"
							: !existing
								? valid && cards_stored === "0"
									? "missing"
									: "sent"
								: (cards.get(token) ?? (!valid ? "left" : isDoubted ? "waiting" : "not-stored"))
			expected[fate]++
		}
	}
	const { sent, left, refused, "not-stored": _, ...others } = summary.tokens
	// A customer who was refused here and exists since was sent with its tokens: its cards count as sent.
	for (const fate of cardFates) if (summary.tokens[fate] > 0) seen.add(fate)
	expect(others).toEqual({ ...others, ...pick(expected, Object.keys(others)) })
	expect(total(summary.tokens)).toBe(total(expected))
	expect(sent).toBeGreaterThanOrEqual(expected.sent)
	// Those of rows that were sent and refused are not left in them.
	expect(left).toBeLessThanOrEqual(expected.left)
	expect(refused).toBeGreaterThanOrEqual(expected.refused)
	const page = reportPage(
		{ summary, environment: "", sessions: { count: 1, requests: 0, seconds: 0 }, followUps: [], left: [] },
		"en",
	)
	const told = statement(summary, "out")
	for (const fate of cardFates) {
		const count = summary.tokens[fate]
		const { name, meaning } = fateWords[fate]
		const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${meaning}`
		expect(page.includes(`${label}</td><td>${count}</td>`)).toBe(count > 0)
		if (count > 0 && ["added", "refused", "in-doubt", "waiting", "asked", "not-added"].includes(fate))
			expect(told).toMatch(new RegExp(`${name} +${count} `))
	}
	expect(page).toContain(`Rows in the file</td><td class="count">${rows.length}</td>`)
	expect(told).toMatch(new RegExp(`rows in the file +${rows.length} `))
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
