import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { planOf } from "../../electron/plan.ts"
import { KnownSearch } from "../../src/app/known-before.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { openLedger } from "../../src/journal/ledger.ts"
import { tokenHash } from "../../src/journal/token-hash.ts"
import { examiner } from "../app/check/examined.ts"
import { runRecord } from "../journal/run-record.ts"

const examine = examiner()

let home = ""
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "plan-"))
})
afterEach(() => rm(home, { recursive: true }))

const at = "2026-01-02T03:04:05.678Z"

/** What another import of this merchant made of customers: created, or never told. */
async function earlier(created: string, doubtful: string) {
	const intent = (number: string, row: number): JournalRecord => ({
		...{ type: "intent", at, number, row, attempt: 1 },
		tokens: [tokenHash("m", number)],
	})
	const ledger = await openLedger({ home, merchant: "m" })
	await ledger.merge(
		"r",
		RunState.of([
			runRecord("r", at),
			intent(created, 2),
			{ type: "outcome", at, number: created, row: 2, outcome: { kind: "created", id: "1" } },
			intent(doubtful, 3),
			{ type: "ambiguous", at, number: doubtful, row: 3, attempt: 1, code: "reset", message: "" },
		]),
	)
	await ledger.close()
}

it("says of each row that is left out one reason, and of none that exists since, whatever is wrong with it here", async () => {
	const emails = Array.from({ length: 30 }, (_, at) => (at < 6 ? "nobody" : `p${at}@b.se`))
	const lines = emails.map((email, at) => `${at === 5 ? "" : 10_001 + at},${email}`)
	const edits = { cells: [{ row: 2, column: "email", value: "mended@b.se" }], skipped: [3] }
	const checked = await examine(["number,email", ...lines], {}, edits)
	const unsent = async () =>
		(await planOf(checked, await KnownSearch.of(home, "m"), AbortSignal.timeout(60_000))).plan.unsent

	const [noEmail, noNumber] = [
		{ code: "email.invalid", message: "This is not an e-mail address" },
		{ code: "number.missing", message: expect.any(String) },
	]
	expect(await unsent()).toEqual({
		...{ leftOut: 1, exists: 0, doubts: 0 },
		// Of the row without a number and an e-mail address the first is told; whose a row is goes before how many have it.
		reasons: [
			{ ...noNumber, rows: 1 },
			{ ...noEmail, rows: 3 },
		],
	})
	await earlier("10003", "10004")
	expect(await unsent()).toEqual({
		...{ leftOut: 1, exists: 1, doubts: 1 },
		reasons: [
			{ ...noNumber, rows: 1 },
			{ ...noEmail, rows: 1 },
		],
	})
})

it("calls rows that were given back what they are called in the file that is open, and says what they were before", async () => {
	const header = "number,email,import_row,import_outcome,import_code,import_message,import_run"
	const lines = [26, 27, 56].map((row) => `${row},p${row}@b.se,${row},rejected,declined,Declined,r/${row}/0000`)
	const checked = await examine([header, ...lines])
	const known = {
		found: {
			exists: 0,
			existing: [],
			doubts: 0,
			spent: [2],
			misnumbered: [{ row: 4, message: "Put the old number back.", confirmable: true }],
		},
		add: () => true,
		ending: () => undefined,
	} as unknown as KnownSearch
	const { plan, unfit, why } = await planOf(checked, known, AbortSignal.timeout(60_000))
	expect(plan.known).toMatchObject({
		spent: [{ row: 2, formerly: 26 }],
		misnumbered: [{ row: 4, formerly: 56, message: "Put the old number back." }],
	})
	expect([[...unfit], [...why]]).toEqual([[0, 2], [[2, { message: "Put the old number back.", confirmable: true }]]])
})

it("tells the worst reason first, however few rows have it", async () => {
	const lines = [...Array.from({ length: 3 }, (_, at) => `N${at},nobody,`), "N4,a@b.se,4111 1111 1111 1111 by phone"]
	const checked = await examine(["number,email,comment", ...lines])
	const { plan } = await planOf(checked, undefined, AbortSignal.timeout(60_000))
	expect(plan.unsent.reasons.map(({ code, rows }) => [code, rows])).toEqual([
		["card-number.unsent", 1],
		["email.invalid", 3],
	])
})
