import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { firstCustomers } from "../../electron/first-customers.ts"
import { sessionsOf, together } from "../../src/app/sessions.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { runRecord } from "../journal/run-record.ts"

let folder = ""
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "sessions-"))
})
afterEach(() => rm(folder, { recursive: true }))

const at = "2026-01-02T03:04:05.678Z"
const session = (settings: object) => ({ type: "session", at, settings }) as unknown as JournalRecord
const intent = (number: string, row: number, attempt = 1): JournalRecord => ({
	type: "intent",
	at,
	number,
	row,
	attempt,
})
const lost = (number: string, row: number): JournalRecord[] => [
	intent(number, row),
	{ type: "ambiguous", at, number, row, attempt: 1, code: "reset", message: "" },
]
const made = (number: string, row: number, attempt = 1): JournalRecord[] => [
	intent(number, row, attempt),
	{ type: "outcome", at, number, row, outcome: { kind: "created", id: `id-${number}` } },
]
const consent = (number: string): JournalRecord => ({ type: "consent", at, number }) as JournalRecord

async function write(records: readonly JournalRecord[]) {
	const journal = await openJournal(join(folder, "run"))
	for (const record of [runRecord("r", at), ...records]) await journal.append(record)
	await journal.close()
	return join(folder, "run")
}

it("knows of all sessions what was sent again by a person's word, and how each was set", async () => {
	const asked = { type: "ambiguous", at, number: "7", row: 8, attempt: 0, code: "other-spelling", message: "" } as const
	const path = await write([
		session({ rate: 20 }),
		...[...lost("1", 2), ...lost("2", 3), ...lost("3", 4), ...made("4", 5)],
		{ ...asked, other: { number: "07" } },
		session({ rate: 6, resendUnknown: true }),
		...[consent("1"), consent("2"), ...made("1", 2, 2)],
		// Somebody looked there; the other one was only another spelling, and never sent.
		...(["3", "7"].map((number) => ({ type: "word", at, number, row: 4 })) as JournalRecord[]),
		session({ rate: 6 }),
		...[...made("3", 4, 2), ...made("7", 8), ...made("5", 6)],
	])
	expect(together(await sessionsOf(path))).toMatchObject({
		count: 3,
		resent: 2,
		settings: [{ rate: 20 }, { rate: 6 }, { rate: 6 }],
	})
})

it("shows as the first ones those whom the last session sent", async () => {
	const old = Array.from({ length: 12 }, (_, index) => made(`old ${index}`, index + 2))
	const path = await write([session({}), ...old.flat(), session({ first: 3 }), ...made("new", 20), ...lost("lost", 21)])
	const run = { folder: path, environment: { name: "A", kind: "live" } } as RunReference
	expect((await firstCustomers(run, undefined)).map(({ number }) => number)).toEqual(["new", "lost"])
})
