import { describe, expect, test } from "vitest"
import type { Entry, LedgerEntry, Listed } from "../../src/contract/ports.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { type Knowledge, plan } from "../../src/run/plan.ts"

const at = "2026-01-01T00:00:00.000Z"
const entry: Entry = { row: 2, number: "1", creatable: { number: "1", method: [] } }
const intent = { type: "intent", at, number: "1", row: 2, attempt: 1 } as const
const ambiguous = { ...intent, type: "ambiguous", code: "reset", message: "" } as const
const session = { type: "session", at, settings: {} } as const
const listed = { type: "listed", at, customers: 0 } as const
const consent = { type: "consent", at, number: "1" } as const

function notApplied(code: string): JournalRecord {
	return { type: "not-applied", at, number: "1", attempt: 1, code }
}

const nothing: Knowledge = {
	listed: undefined,
	isListed: false,
	ledger: undefined,
	listedById: undefined,
	spellings: [],
	sentFor: [],
}

function planned(
	records: readonly JournalRecord[],
	listed: readonly Listed[] = [],
	known?: LedgerEntry,
	row = entry,
	isListed = false,
) {
	return plan(row, during(records).get("1"), { ...nothing, listed, ledger: known, isListed })
}

/** As it is while the session goes on. */
function during(records: readonly JournalRecord[]): RunState {
	const state = new RunState()
	for (const record of records) state.apply(record)
	return state
}

describe("a customer is sent", () => {
	test("when nothing is known of it", () => expect(planned([])).toEqual({ kind: "send" }))
	test("when its last attempt was certainly not applied", () =>
		expect(planned([intent, notApplied("refused")])).toEqual({ kind: "send" }))
	test("when it was given up on in an earlier session", () => {
		const outcome = { kind: "not-sent", code: "refused", message: "" } as const
		expect(planned([{ type: "outcome", at, number: "1", row: 2, outcome }])).toEqual({ kind: "send" })
	})
	test("when someone consented, although an earlier run left it in doubt", () =>
		expect(planned([ambiguous, consent], [], { state: "unknown", run: "r", listed: true })).toEqual({ kind: "send" }))
	test("when someone consented, and it was then certainly not applied", () =>
		expect(
			planned([ambiguous, consent, { ...intent, attempt: 2 }, notApplied("throttled")], [], {
				state: "unknown",
				run: "r",
				listed: true,
			}),
		).toEqual({ kind: "send" }))
})

describe("a customer is not sent", () => {
	test("when an intent was never answered", () => expect(planned([intent])).toEqual({ kind: "skip" }))
	test("when it is in doubt", () => expect(planned([intent, ambiguous])).toEqual({ kind: "skip" }))
	test("when Intergiro has it", () =>
		expect(planned([], [{ id: "a", number: "1" }])).toEqual({
			kind: "settle",
			outcome: { kind: "existing", id: "a" },
		}))
	test("when Intergiro has it twice", () =>
		expect(
			planned(
				[],
				[
					{ id: "a", number: "1" },
					{ id: "b", number: "1" },
				],
			),
		).toMatchObject({ kind: "settle", outcome: { kind: "conflict", ids: ["a", "b"] } }))
	test("when an earlier run created it", () =>
		expect(planned([], [], { state: "exists", id: "a", run: "r" })).toEqual({
			kind: "settle",
			outcome: { kind: "existing", id: "a", run: "r" },
		}))
	test("when an earlier run created it, and a complete listing does not hold it", () =>
		expect(planned([], [], { state: "exists", id: "a", run: "r" }, entry, true)).toMatchObject({
			kind: "doubt",
			code: "not-listed",
		}))
	test("when an earlier run left it in doubt", () =>
		expect(planned([], [], { state: "unknown", run: "r", listed: true })).toMatchObject({
			kind: "doubt",
			code: "earlier-run",
		}))
	test("when it was this very run that left it in doubt, which no other run is told to have", () => {
		const ledger = { state: "unknown", run: "r", listed: true } as const
		const message = (run: string) => {
			const planned = plan(entry, undefined, { ...nothing, ledger, run })
			return planned.kind === "doubt" ? planned.message : undefined
		}
		expect(message("r")).toMatch(/^This import sent this customer number, or was about to/)
		expect(message("another")).toMatch(/^Run r sent this customer number/)
	})
	test("when the ledger has a doubt of it that is newer than what its journal has", () => {
		const outcome = { kind: "not-sent", code: "refused", message: "" } as const
		for (const records of [
			[intent, notApplied("http-401")],
			[intent, notApplied("refused"), { type: "outcome", at, number: "1", row: 2, outcome } as const],
		])
			expect(planned(records, [], { state: "unknown", run: "r", listed: false })).toMatchObject({ kind: "doubt" })
	})
	test("when the ledger has it, and consent was given before: the journal may be an older copy", () => {
		const records = [ambiguous, consent]
		const exists = { state: "exists", id: "a", run: "r" } as const
		expect(planned(records, [], exists)).toMatchObject({ kind: "doubt", code: "not-listed" })
		expect(planned(records, [], exists, entry, true)).toEqual({ kind: "send" })
	})
	test("when its file says that it may exist", () =>
		expect(planned([], [], undefined, { ...entry, ambiguous: true })).toMatchObject({
			kind: "doubt",
			code: "from-unknown",
		}))
})

describe("a card token that was sent before", () => {
	const exists = { state: "exists", id: "a", run: "r" } as const
	const with_ = (knowledge: Partial<Knowledge>, ...records: JournalRecord[]) =>
		plan(entry, during(records).get("1"), { ...nothing, ...knowledge })
	test("is not sent for another number", () =>
		expect(with_({ sentFor: ["2"] })).toMatchObject({ outcome: { kind: "invalid", code: "token.sent-before" } }))
	test("is not sent again once it made a customer, whatever a person says", () => {
		const said = { type: "word", at, number: "1", row: 2 } as const
		expect(with_({ sentFor: ["1"], ledger: exists, isListed: true }, ambiguous, said)).toMatchObject({
			outcome: { kind: "invalid", code: "token.sent-before" },
		})
		expect(with_({ ledger: exists, isListed: true }, ambiguous, said)).toEqual({ kind: "send" })
	})
	test("is sent again for its own number where it was not applied, or by consent", () => {
		expect(with_({ sentFor: ["1"] })).toEqual({ kind: "send" })
		expect(with_({ sentFor: ["1"] }, intent, ambiguous, consent)).toEqual({ kind: "send" })
	})
	test("leaves what is in doubt in doubt", () =>
		expect(with_({ sentFor: ["2"] }, intent, ambiguous, consent)).toEqual({ kind: "skip" }))
	test("is tried anew with another token", () => {
		const outcome = { kind: "invalid", code: "token.sent-before", message: "" } as const
		expect(with_({}, { type: "outcome", at, number: "1", row: 2, outcome })).toEqual({ kind: "send" })
	})
})

describe("a customer that Intergiro gave another number", () => {
	const ledger = { state: "exists", id: "a", run: "r" } as const
	test("exists, and is listed under that one, in another run too", () =>
		expect(
			plan(entry, undefined, {
				...nothing,
				ledger,
				isListed: true,
				listedById: { id: "a", number: "51" },
				sentFor: ["1"],
			}),
		).toEqual({ kind: "settle", outcome: { kind: "existing", id: "a", run: "r", given: "51" } }))
	test("is in doubt where the listing does not have it, and no error: it may only not show yet", () =>
		expect(plan(entry, undefined, { ...nothing, ledger, isListed: true, sentFor: ["1"] })).toMatchObject({
			kind: "doubt",
			code: "not-listed",
		}))
})

describe("another spelling of a number", () => {
	const other = { ...nothing, spellings: [{ number: "01", id: "a" }] }
	test("is asked about", () =>
		expect(plan(entry, undefined, other)).toMatchObject({ kind: "doubt", code: "other-spelling" }))
	test("is asked about before what consent may lift", () =>
		expect(plan({ ...entry, ambiguous: true }, undefined, other)).toMatchObject({ code: "other-spelling" }))
	test("is another customer when a person says so", () => {
		const asked = { ...ambiguous, attempt: 0, code: "other-spelling" } as const
		const said = { type: "word", at, number: "1", row: 2 } as const
		expect(plan(entry, during([asked]).get("1"), other)).toEqual({ kind: "skip" })
		expect(plan(entry, during([asked, said]).get("1"), other)).toEqual({ kind: "send" })
	})
})

describe("what was refused, and given back", () => {
	const outcome = { kind: "rejected", code: "x", message: "" } as const
	const refused = [intent, { type: "outcome", at, number: "1", row: 2, outcome }] as const
	test("is done with", () => expect(planned(refused)).toEqual({ kind: "skip" }))
	test("exists, when another run made it since", () =>
		expect(planned(refused, [], { state: "exists", id: "a", run: "r" })).toMatchObject({
			kind: "settle",
			outcome: { kind: "existing", id: "a", run: "r" },
		}))
	test("is in doubt, when another run sent it since and does not know what became of it", () =>
		expect(planned(refused, [], { state: "unknown", run: "r", listed: true })).toMatchObject({
			kind: "doubt",
			code: "earlier-run",
		}))
})

describe("a doubt", () => {
	const resent = [session, listed, intent, ambiguous, consent] as const
	test("that is found before it is sent again is adopted", () =>
		expect(planned(resent, [{ id: "a", number: "1" }])).toMatchObject({ outcome: { kind: "adopted", id: "a" } }))
	test("ends by what another run saw since it was sent, and by nothing from before", () => {
		const doubt = RunState.of([session, listed, intent, ambiguous]).get("1")
		const seen = (seenAt: number, ...ids: readonly string[]) =>
			plan(entry, doubt, { ...nothing, listed: ids.map((id) => ({ id, number: "1" })), seenAt })
		const since = Date.parse(at) + 1
		expect(seen(since, "a")).toMatchObject({ outcome: { kind: "adopted", id: "a" } })
		expect(seen(since, "a", "b")).toMatchObject({ outcome: { kind: "conflict" } })
		expect(seen(since)).toEqual({ kind: "skip" })
		expect(seen(since - 1, "a")).toEqual({ kind: "skip" })
		// It may be an older one, as nobody looked before it was sent.
		const unlooked = RunState.of([session, intent, ambiguous]).get("1")
		const known = { ...nothing, listed: [{ id: "a", number: "1" }], seenAt: since }
		expect(plan(entry, unlooked, known)).toEqual({ kind: "skip" })
	})
	test("outlives crashes and refusals", () => {
		const state = RunState.of([
			...resent,
			session,
			intent,
			notApplied("refused"),
			session,
			intent,
			notApplied("blocked"),
		])
		expect(state.get("1")).toMatchObject({ kind: "doubt", listed: true, consented: false })
	})
	test("is told as one, whatever was allowed and then stopped: consent ends with its session", () => {
		for (const records of [[consent], [consent, intent, notApplied("http-401")], [consent, intent]]) {
			const state = RunState.of([session, intent, ambiguous, ...records])
			expect(state.outcome("1")).toMatchObject({ kind: "unknown" })
			expect(plan(entry, state.get("1"), nothing)).toEqual({ kind: "skip" })
			expect(state.untouched).toBe(false)
		}
	})
	test("ends by what a person says", () => {
		const says = (id?: string) => ({ type: "word", at, number: "1", row: 2, ...(id ? { id } : {}) }) as const
		expect(RunState.of([intent, ambiguous, says("a")]).outcome("1")).toEqual({ kind: "adopted", id: "a", by: "person" })
		expect(planned([intent, ambiguous, says()])).toEqual({ kind: "send" })
		expect(planned([ambiguous, says()], [], { state: "unknown", run: "r", listed: false })).toEqual({ kind: "send" })
	})
	test("begins with a crash", () => {
		const state = RunState.of([session, intent, session, consent])
		expect(state.get("1")).toMatchObject({ kind: "doubt", listed: false })
	})
	test("stays one after it was told as unknown", () => {
		const outcome = { kind: "unknown", code: "reset", message: "looked" } as const
		const state = RunState.of([
			session,
			listed,
			intent,
			ambiguous,
			{ type: "outcome", at, number: "1", row: 2, outcome },
		])
		expect(state.get("1")).toMatchObject({ kind: "doubt", listed: true, message: "looked" })
	})
})

describe("an environment may be corrected", () => {
	test("while nothing was applied", () =>
		expect(RunState.of([session, intent, notApplied("http-401")]).untouched).toBe(true))
	test("but not once something may have been", () => expect(RunState.of([session, intent]).untouched).toBe(false))
})
