import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { openLedger } from "../../src/journal/ledger.ts"
import { runRecord } from "./run-record.ts"

let root: string
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "older-ledger-"))
})
afterEach(() => rmSync(root, { recursive: true }))

const at = "2026-01-01T00:00:00.000Z"
const merchant = "m"

/** One session of a run that creates one customer. */
async function session(run: string, number: string): Promise<void> {
	const folder = join(root, run)
	const log = await openJournal(folder)
	const state = new RunState()
	for await (const record of log.records) state.apply(record)
	const own = { run, state, log, ledger: undefined }
	const ledger = await openLedger({ home: join(root, "home"), merchant, own })
	await ledger.register(run, folder)
	const witness = ledger.witness()
	const records: JournalRecord[] = [
		runRecord(run, at),
		{ type: "session", at, settings: {}, ...(witness ? { ledger: witness } : {}) },
		{ type: "intent", at, number, row: 2, attempt: 1 },
		{ type: "outcome", at, number, row: 2, outcome: { kind: "created", id: `id-${number}` } },
		{ type: "end", at, reason: "finished" },
	]
	for (const record of records) {
		await log.append(record)
		state.apply(record)
	}
	await ledger.merge(run, state)
	await ledger.close()
	await log.close()
}

test("a ledger that was put back to before the last session of a run is noticed by the journal of that run", async () => {
	await session("a", "1")
	cpSync(join(root, "home"), join(root, "kept"), { recursive: true })
	await session("a", "2")
	const now = await openLedger({ home: join(root, "home"), merchant })
	expect(now.warnings).toEqual([])
	await now.close()
	const older = await openLedger({ home: join(root, "kept"), merchant })
	expect(older.lookup("2")).toMatchObject({ state: "exists", id: "id-2" })
	expect(older.warnings).toMatchObject([{ reason: "ledger" }])
	await older.takeListing(new Map())
	await older.close()
	const healed = await openLedger({ home: join(root, "kept"), merchant })
	expect(healed.warnings).toEqual([])
	await healed.close()
})
