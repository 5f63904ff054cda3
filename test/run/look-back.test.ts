import { expect, test } from "vitest"
import type { Outcome } from "../../src/contract/outcome.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { made, TestRun } from "./world.ts"

const at = "2026-01-01T10:00:00.000Z"
const id = "i1"

function sent(tokens: readonly string[] | undefined, outcome: Outcome = { kind: "created", id }): JournalRecord[] {
	const intent = { type: "intent", at, number: "c1", row: 2, attempt: 1, ...(tokens ? { tokens } : {}) } as const
	return [intent, { type: "outcome", at, number: "c1", row: 2, outcome }]
}

const added: JournalRecord[] = [
	{ type: "card-intent", at, number: "c1", row: 2, id, token: "t9", before: 1 },
	{ type: "card-outcome", at, number: "c1", row: 2, token: "t9", outcome: { kind: "added" } },
]

/** What the look at the end says of one customer, of whom each listing has so many cards; the last one stands. */
async function look(records: readonly JournalRecord[], ...listings: readonly (number | undefined)[]) {
	let listed = 0
	const list = () => {
		const cards = listings[Math.min(listed++, listings.length - 1)]
		return [{ id, number: "c1", ...(cards === undefined ? {} : { cards: Array.from({ length: cards }, () => ({})) }) }]
	}
	const run = new TestRun({ answer: made, list }, { verify: true }, 0)
	for (const record of records) run.state.apply(record)
	await run.run()
	expect(run.records.map(({ type }) => type)).toContain("looked")
	return { amiss: run.records.find(({ type }) => type === "amiss"), listed }
}

test.each<[string, readonly JournalRecord[], number | undefined, number | undefined]>([
	["none of one", sent(["t1"]), 0, 0],
	["one of two", sent(["t1", "t2"], { kind: "adopted", id }), 1, 1],
	["of a card that was added, too", [...sent(["t1"]), ...added], 1, 1],
	[
		"by what the answer said, where the journal has no tokens",
		sent(undefined, { kind: "created", id, cards: [{}] }),
		0,
		0,
	],
	["nothing where there are as many", sent(["t1"]), 1, undefined],
	["nothing where there are more", sent(["t1"]), 2, undefined],
	["nothing where the listing has none", sent(["t1"]), undefined, undefined],
	["nothing of who was sent without a card", sent([]), 0, undefined],
	["nothing of who was there before", sent(undefined, { kind: "existing", id, cards: [{}] }), 0, undefined],
])("too few cards in the listing at the end: %s", async (_, records, there, cards) => {
	const { amiss } = await look(records, there)
	if (cards === undefined) expect(amiss).toBeUndefined()
	else expect(amiss).toMatchObject({ number: "c1", found: [id], cards })
})

test("cards have the settle time to show", async () => {
	expect(await look(sent(["t1"]), 0, 1)).toEqual({ amiss: undefined, listed: 2 })
	expect(await look(sent(["t1"]), 0, 0, 1)).toMatchObject({ amiss: { cards: 0 }, listed: 2 })
})

test("a journal of before there was any word of cards is read as it was", () => {
	const amiss: JournalRecord = { type: "amiss", at, number: "c1", found: [] }
	const { look } = RunState.of([...sent(["t1"]), amiss, { type: "looked", at, customers: 1 }])
	expect(look?.amiss.get("c1")).toEqual({ found: [] })
})

test("while it waits before it looks once more, it says so, and how long", async () => {
	let looks = 0
	const list = () => {
		looks++
		return []
	}
	const run = new TestRun({ answer: made, list }, { verify: true, settle: 60_000 }, 0)
	for (const record of sent(["t1"])) run.state.apply(record)
	void run.engine.run()
	await run.pass(10_000)
	expect(looks).toBe(1)
	expect(run.engine.snapshot()).toMatchObject({ phase: "looking", waiting: { why: "settling", milliseconds: 50_000 } })
	await run.pass(60_000)
	expect([looks, run.engine.snapshot().phase]).toEqual([2, "ended"])
})

test("while it waits before anything is sent, as records are missing, it says so, and until when", async () => {
	const server = { answer: made, list: () => [], truncated: true }
	const run = new TestRun(server, { preflight: true, settle: 60_000 }, 3)
	void run.engine.run()
	const waiting = async () => {
		await run.pass(10_000)
		return run.engine.snapshot().waiting
	}
	const first = await waiting()
	expect(first).toMatchObject({ why: "settling", milliseconds: 50_000 })
	// It is the same moment, however often it is asked.
	expect(await waiting()).toEqual({ ...first, milliseconds: 40_000 })
	expect(run.sent).toEqual([])
	await run.pass(60_000)
	expect([run.sent.length, run.engine.snapshot().waiting]).toEqual([3, undefined])
})

test.each<[string, readonly string[], readonly string[] | undefined]>([
	["itself", [id], undefined],
	["itself again, as where a page shifted", [id, id], undefined],
	["itself and another", [id, "i2"], [id, "i2"]],
	["another and itself", ["i2", id], ["i2", id]],
	["another", ["i2"], ["i2"]],
	["nobody", [], []],
])("whoever is as the run knows it is not kept, and counts all the same: %s", async (_, ids, found) => {
	const list = () => ids.map((one) => ({ id: one, number: "c1", cards: [{}] }))
	const run = new TestRun({ answer: made, list }, { verify: true }, 0)
	for (const record of sent(["t1"], { kind: "created", id, cards: [{}] })) run.state.apply(record)
	await run.run()
	const amiss = run.records.find(({ type }) => type === "amiss")
	if (found === undefined) expect(amiss).toBeUndefined()
	else expect(amiss).toMatchObject({ number: "c1", found: expect.arrayContaining([...found]) })
	expect(run.records.filter(({ type }) => type === "looked")).toHaveLength(1)
})
