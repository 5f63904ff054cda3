import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { StoredCard } from "../../src/contract/outcome.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { openLedger } from "../../src/journal/ledger.ts"
import { runRecord } from "./run-record.ts"

let root: string
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "lacking-"))
})
afterEach(() => rmSync(root, { recursive: true }))

const at = "2026-01-01T00:00:00.000Z"
const merchant = "m"
const visa: StoredCard = { scheme: "visa", last4: "1111", expires: [1, 2030] }

const begins: JournalRecord = { type: "session", at, settings: {} }
const looked: JournalRecord = { type: "looked", at, customers: 1 }
const intent = (...tokens: string[]): JournalRecord => ({ type: "intent", at, number: "1", row: 2, attempt: 1, tokens })
const created = (more: { cards?: readonly StoredCard[]; unsaid?: string[]; differs?: string[] }): JournalRecord => ({
	...{ type: "outcome", at, number: "1", row: 2 },
	outcome: { kind: "created", id: "id", ...more },
})
const added = (token: string, card: StoredCard): readonly JournalRecord[] => [
	{ type: "card-intent", at, number: "1", row: 2, id: "id", token, before: 1 },
	{ type: "card-outcome", at, number: "1", row: 2, token, outcome: { kind: "added", card } },
]

/** What a ledger says of these tokens after sessions with these records, the last of which was killed or merged. */
async function lacking(tokens: readonly string[], ending: "merged" | "killed", ...sessions: JournalRecord[][]) {
	const folder = join(root, "run")
	for (const [index, session] of sessions.entries()) {
		const log = await openJournal(folder)
		const state = new RunState()
		for await (const record of log.records) state.apply(record)
		const own = { run: "run", state, log, ledger: undefined }
		const ledger = await openLedger({ home: root, merchant, own })
		await ledger.register("run", folder)
		for (const record of [...(index === 0 ? [runRecord("run", at)] : []), begins, ...session]) {
			await log.append(record)
			state.apply(record)
		}
		if (ending === "merged" || index < sessions.length - 1) await ledger.merge("run", state)
		await ledger.close()
		await log.close()
	}
	const other = await openLedger({ home: root, merchant })
	const found = tokens.map((token) => other.lackingFor("1", token)?.isMissing)
	await other.close()
	return found
}

describe.each(["merged", "killed"] as const)("the ledger, of a run that was %s", (ending) => {
	it.each([
		["no card came back", [intent("a"), created({ cards: [] })], [true]],
		["all are there", [intent("a"), created({ cards: [visa] })], [undefined]],
		["an older journal says nothing of its tokens", [created({ cards: [] })], [undefined]],
		["nothing says a word of cards", [intent("a"), created({ unsaid: ["method"] })], [false]],
		["it has another card", [intent("a"), created({ cards: [visa], differs: ["method.last4"] })], [false]],
		["one of two is there", [intent("a", "b"), created({ cards: [visa] })], [false, false]],
		["neither of two is", [intent("a", "b"), created({ cards: [] })], [true, true]],
		[
			"that of an added one is known",
			[intent("a"), created({ cards: [{}] }), ...added("b", visa)],
			[undefined, undefined],
		],
	] as const)("knows of cards where %s", async (_, records, expected) => {
		expect(await lacking(["a", "b"].slice(0, expected.length), ending, [...records, looked])).toEqual(expected)
	})

	it("knows of a card that was added and is gone, and of the other one that is there", async () => {
		const gone: JournalRecord = { type: "seen", at, number: "1", cards: [{ last4: "2222", expires: [2, 2031] }] }
		const records = [intent("a"), created({ cards: [{ last4: "2222", expires: [2, 2031] }] }), ...added("b", visa)]
		expect(await lacking(["a", "b"], ending, [...records, gone, looked])).toEqual([undefined, true])
	})

	it("knows since a later look that it is there after all, and from one before that it is not", async () => {
		const there: JournalRecord = { type: "seen", at, number: "1", cards: [visa] }
		const first = [intent("a"), created({ cards: [] }), looked]
		expect(await lacking(["a"], ending, first, [there, looked], [])).toEqual([undefined])
		expect(await lacking(["a"], ending, [{ ...there, cards: [] }, looked], [])).toEqual([true])
	})
})
