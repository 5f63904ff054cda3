import fc from "fast-check"
import type { CardFate } from "../../src/contract/card-fate.ts"
import { type CardOutcome, isHeldBack, isMapped, type Outcome } from "../../src/contract/outcome.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { finding } from "../../src/customer/finding-codes.ts"
import type { CheckedRow } from "../../src/report/checked-row.ts"

/*
 * Runs at random: the rows of a file, what the journal has of them, and what else is known.
 */

const at = "2026-01-01T00:00:00.000Z"
const numbers = ["a", "b", "c", "d"]

const outcomes: readonly Outcome[] = [
	{ kind: "created", id: "id" },
	{ kind: "created", id: "id", cards: [] },
	{ kind: "created", id: "id", differs: ["contact.email"] },
	{ kind: "existing", id: "id" },
	{ kind: "existing", id: "id", run: "r0", differs: ["contact.name"] },
	{ kind: "adopted", id: "id" },
	{ kind: "adopted", id: "id", differs: ["contact.name"] },
	{ kind: "renumbered", id: "id", given: "g" },
	{ kind: "rejected", code: "x", message: "No." },
	{ kind: "verification-required", message: "3-D Secure.", url: "https://acs.example/1" },
	{ kind: "not-sent", code: "x", message: "Gave up." },
	{ kind: "unknown", code: "x", message: "Lost." },
	{ kind: "unknown", code: "found-without-baseline", message: "An older one?" },
	{ kind: "unknown", code: "other-spelling", message: "Never sent.", other: { number: "0a", id: "other" } },
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
	["there", { kind: "there", by: "person", cards: [{ last4: "4463" }] }],
	["not-added", { kind: "spent" }],
	["not-added", { kind: "gone" }],
	["replaced", { kind: "spent" }],
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

/** What the look at the end finds of a customer, and what a person says of it then. */
const looks = ["missing", "removed", "twice", "under", "card-missing", "right"] as const
type LookAt = (typeof looks)[number]

function* lookRecords(state: RunState, look: LookAt, number: string): Generator<JournalRecord> {
	const id = `id-${number}`
	const one = state.get(number)
	if (one?.kind !== "settled" || !isMapped(one.outcome)) return
	const { outcome, tokens = [], row } = one
	if (look === "missing" || look === "removed") yield { type: "amiss", at, number, found: [] }
	else if (look === "twice") yield { type: "amiss", at, number, found: [id, "another"] }
	else if (look === "under") yield { type: "amiss", at, number, found: [], under: "elsewhere" }
	else if (look === "card-missing" && outcome.kind !== "existing" && tokens.length > 0) {
		yield { type: "seen", at, number, cards: [] }
		yield { type: "amiss", at, number, found: [id], cards: 0 }
	}
	if (look === "removed") yield { type: "said", at, number, row, removed: true }
	if (look === "right" && "differs" in outcome && outcome.differs)
		yield { type: "said", at, number, row, right: outcome.differs }
}

const flags = fc.record({
	number: fc.constantFrom("", ...numbers),
	valid: fc.boolean(),
	ambiguous: fc.boolean(),
	cards: fc.constantFrom(0, 1, 2, 2),
	/** It is joined to the row before, where that is valid. */
	joins: fc.nat({ max: 3 }).map((one) => one === 0),
	/** A person left it out. */
	leftOut: fc.nat({ max: 3 }).map((one) => one === 0),
	told: fc.constantFrom(undefined, undefined, "token.card-expired", "token.card-expiring", "card.none"),
	changed: fc.boolean(),
})

/** Rows as a check leaves them: of one number one customer at most is valid, in one row or several that are joined. */
const file = fc.array(flags, { maxLength: 8 }).map((rows) => {
	const sendable = new Set<string>()
	const made: CheckedRow[] = []
	for (const [index, { ambiguous, cards, joins, leftOut, told, changed, ...one }] of rows.entries()) {
		const row = index + 2
		const before = made.at(-1)
		const joined = joins && before?.valid ? before.number : undefined
		const number = joined ?? one.number
		const valid = joined !== undefined || (one.valid && number !== "" && !sendable.has(number))
		if (valid) sendable.add(number)
		const tokens = tokensOf(row, cards)
		made.push({
			row,
			cells: [number, "Name"],
			valid,
			findings: valid
				? told === undefined
					? []
					: [finding(told, row)]
				: [leftOut ? finding("row.skipped", row) : finding("email.invalid", row, { column: "email" })],
			tokens,
			...(valid ? { creatable: { number, method: tokens.map(methodOf) } } : {}),
			...(number === "" ? {} : { number }),
			...(ambiguous ? { ambiguous } : {}),
			...(changed && !ambiguous ? { changed: true } : {}),
		})
	}
	return made
})

export interface World {
	/** How the cards that were to be added have to be told, by their tokens. */
	readonly cards: ReadonlyMap<string, CardFate>
	readonly rows: readonly CheckedRow[]
	readonly records: readonly JournalRecord[]
	readonly state: RunState
	/** What else is known of customer numbers. */
	readonly known: ReadonlyMap<string, Outcome>
	/** Rows that a person mended in another file, under another number, and that exist by that. */
	readonly mended: ReadonlyMap<number, Extract<Outcome, { kind: "existing" }>>
}

/** What a world is made from. */
export interface Making {
	readonly rows: readonly CheckedRow[]
	readonly history: readonly (readonly [step: Step, number: string])[]
	/** What was sent may be a row that has become invalid since (a card that expired). */
	readonly late: boolean
	/** Everybody was there before the run. */
	readonly isOld: boolean
	/** The journal has the hashes of the card tokens. */
	readonly hashed: boolean
	/** What becomes of the cards that may be added, two for each row. */
	readonly cards: readonly ((typeof cardSteps)[number] | null)[]
	/** What the look at the end finds; nothing where nobody looked. */
	readonly look: readonly (readonly [look: LookAt, number: string])[] | null
	readonly known: readonly (readonly [number: string, outcome: Outcome])[]
	/** Rows that were mended, if they are not valid. */
	readonly mended: readonly number[]
}

function worldOf({ rows, history, late, known, isOld, hashed, cards: steps, look, mended }: Making): World {
	// What was sent was one customer of its number, always the same.
	const sent = new Map<string, CheckedRow>()
	for (const row of late ? rows : rows.filter(({ valid }) => valid)) {
		const { number, valid } = row
		if (number !== undefined && !sent.get(number)?.valid && (valid || !sent.has(number))) sent.set(number, row)
	}
	const tokensFor = (number: string, first: CheckedRow) =>
		rows.filter((row) => row === first || (first.valid && row.valid && row.number === number)).flatMap(allTokens)
	const records: JournalRecord[] = [{ type: "session", at, settings: {} }]
	const past = isOld
		? rows.flatMap((row) => (sent.get(row.number ?? "") === row ? existingOf(row) : []))
		: history.flatMap(([step, number]): JournalRecord[] => {
				const row = sent.get(number)
				if (row === undefined) return []
				const record = step(number, row.row)
				return [record.type === "intent" && hashed ? { ...record, tokens: tokensFor(number, row) } : record]
			})
	records.push(...past)
	const cards = new Map<string, CardFate>()
	const before = RunState.of(records)
	for (const { number = "", row, valid, tokens = [] } of rows) {
		const one = before.get(number)
		if (!valid || one?.kind !== "settled" || one.outcome.kind !== "existing" || one.outcome.cards || one.tokens)
			continue
		for (const [index, token] of tokens.entries()) {
			const step = steps[(row - 2) * 2 + index]
			if (!step) continue
			cards.set(token, step[0])
			records.push(...cardRecords({ number, row: one.row, token }, step[1]))
		}
	}
	if (look) {
		const after = RunState.of(records)
		const found = new Map(look.map(([look, number]) => [number, look]))
		const all = [...found].flatMap(([number, look]) => [...lookRecords(after, look, number)])
		records.push(...all.filter(({ type }) => type !== "said"))
		records.push({ type: "looked", at, customers: 0 })
		records.push(...all.filter(({ type }) => type === "said"))
	}
	return {
		rows,
		cards,
		records,
		state: RunState.of(records),
		known: new Map(known.map(([number, outcome]) => [number, withId(outcome, number)])),
		mended: new Map(
			rows
				.filter(({ row, valid }) => !valid && mended.includes(row))
				.map(({ row }) => [row, { kind: "existing", id: `id-m${row}`, run: "r0", given: `m${row}`, mended: true }]),
		),
	}
}

function allTokens({ tokens = [] }: CheckedRow): readonly string[] {
	return tokens
}

function existingOf({ number, row, valid }: CheckedRow): JournalRecord[] {
	if (!valid || number === undefined) return []
	return [{ type: "outcome", at, number, row, outcome: { kind: "existing", id: `id-${number}` } }]
}

function isKnowable({ kind }: Outcome): boolean {
	return kind === "existing" || kind === "unknown" || kind === "conflict"
}

const someNumber = fc.constantFrom(...numbers)

/** Any run. */
export const world: fc.Arbitrary<World> = fc
	.record({
		rows: file,
		history: fc.array(fc.tuple(fc.constantFrom(...steps), someNumber), { maxLength: 12 }),
		late: fc.boolean(),
		isOld: fc.boolean(),
		hashed: fc.boolean(),
		cards: fc.array(fc.option(fc.constantFrom(...cardSteps), { freq: 2 }), {
			minLength: 16,
			maxLength: 16,
			size: "max",
		}),
		look: fc.option(fc.array(fc.tuple(fc.constantFrom(...looks), someNumber), { maxLength: 4 }), { freq: 2 }),
		known: fc.array(fc.tuple(someNumber, fc.constantFrom(...outcomes.filter(isKnowable)))),
		mended: fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
	})
	.map(worldOf)

/** A world of one row for each thing that a customer, or a card, can come to, so that all are seen, whatever chance makes. */
export function smallest(): World[] {
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
	const leftOut: CheckedRow = { ...bad, findings: [finding("row.skipped", 2)] }
	const second: CheckedRow = {
		...good,
		row: 3,
		tokens: ["t3-0"],
		creatable: { number: "a", method: [methodOf("t3-0")] },
	}
	const plain: Making = {
		...{
			rows: [good],
			history: [],
			late: false,
			isOld: false,
			hashed: true,
			cards: [],
			look: null,
			known: [],
			mended: [],
		},
	}
	const created = [steps[0], steps[6]].flatMap((step) => (step ? [[step, "a"] as const] : []))
	const differing = [steps[0], steps[8]].flatMap((step) => (step ? [[step, "a"] as const] : []))
	return [
		plain,
		{ ...plain, rows: [bad] },
		{ ...plain, rows: [bad], mended: [2] },
		{ ...plain, rows: [leftOut] },
		{ ...plain, rows: [good, { ...leftOut, row: 3 }], history: created },
		{ ...plain, rows: [good, second], history: created },
		...steps.map((step): Making => ({ ...plain, history: [[step, "a"]] })),
		...[null, ...cardSteps].map((step): Making => ({ ...plain, isOld: true, cards: [step] })),
		...looks.map((look): Making => ({ ...plain, history: differing, look: [[look, "a"]] })),
	].map(worldOf)
}
