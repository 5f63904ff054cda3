import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { KnownSearch } from "../../src/app/known-before.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { openLedger } from "../../src/journal/ledger.ts"
import { tokenHash } from "../../src/journal/token-hash.ts"
import { runRecord } from "../journal/run-record.ts"

let home = ""
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "known-before-"))
})
afterEach(() => rm(home, { recursive: true }))

const at = "2026-01-02T03:04:05.678Z"
const declined = { kind: "rejected", code: "card declined", message: "Declined." } as const
const sent = (number: string, row: number): JournalRecord => ({
	...{ type: "intent", at, number, row, attempt: 1 },
	tokens: [tokenHash("m", number)],
})
const records = [
	runRecord("r", at),
	sent("created", 2),
	{ type: "outcome", at, number: "created", row: 2, outcome: { kind: "created", id: "1" } },
	sent("declined", 3),
	{ type: "outcome", at, number: "declined", row: 3, outcome: declined },
	sent("in doubt", 4),
	{ type: "ambiguous", at, number: "in doubt", row: 4, attempt: 1, code: "reset", message: "" },
	sent("given up", 5),
	{ type: "not-applied", at, number: "given up", attempt: 1, code: "refused" },
] satisfies JournalRecord[]
const numbers = ["created", "declined", "in doubt", "given up", "new", "another"]

async function search(folder?: string) {
	const known = await KnownSearch.of(home, "m", folder)
	if (known === undefined) throw new Error("There is a ledger")
	const left = numbers.filter((number, index) =>
		known.add({ number, row: index + 2, creatable: { number, method: [{ type: "token", card: number }] } }),
	)
	return { left, ...known.found }
}

it("counts who is left to be sent, by the journal of the import that goes on and by the ledger", async () => {
	const folder = join(home, "run")
	const journal = await openJournal(folder)
	for (const record of records) await journal.append(record)
	await journal.close()
	const ledger = await openLedger({ home, merchant: "m" })
	await ledger.merge("r", RunState.of(records))
	await ledger.close()

	const known = { exists: 1, existing: ["created"], doubts: 1, spent: [3], misnumbered: [], claimed: [] }
	expect(await search(folder)).toEqual({ left: ["given up", "new", "another"], ...known })
	// The same file as an import of its own.
	expect(await search()).toEqual({ left: ["given up", "new", "another"], ...known })
})

it("asks for no new card where the card was sent under another number: by another column perhaps", async () => {
	const ledger = await openLedger({ home, merchant: "m" })
	await ledger.merge("r", RunState.of(records))
	await ledger.close()
	const known = await KnownSearch.of(home, "m")
	const entry = (number: string, card: string, row: number) =>
		({ number, row, creatable: { number, method: [{ type: "token", card }] } }) as const
	expect(known?.add(entry("8840001", "created", 2))).toBe(false)
	expect(known?.add({ ...entry("created", "never sent", 3), changed: true })).toBe(false)
	expect(known?.found).toEqual({
		...{ exists: 0, existing: [], doubts: 0, spent: [], claimed: [] },
		misnumbered: [
			{
				row: 2,
				message: expect.stringContaining("sent before, for customer number created"),
				confirmable: false,
				sentAs: { number: "created", here: "8840001" },
			},
			{ row: 3, message: expect.stringContaining('"created" is that of a customer who exists'), confirmable: true },
		],
	})
})

it("takes no new card for whom the card in the file was sent under another number, unless nobody came of that", async () => {
	const ledger = await openLedger({ home, merchant: "m" })
	await ledger.merge("r", RunState.of(records))
	await ledger.close()
	const known = await KnownSearch.of(home, "m")
	const mended = (number: string, replaced: string, row: number) =>
		({ number, row, creatable: { number, method: [{ type: "token", card: "new" }] }, replaced: [replaced] }) as const
	expect(known?.add(mended("8840001", "created", 2))).toBe(false)
	expect(known?.add(mended("8840002", "in doubt", 3))).toBe(false)
	expect(known?.add(mended("8840003", "declined", 4))).toBe(true)
	expect(known?.add(mended("8840004", "never sent", 5))).toBe(true)
	expect(known?.found.misnumbered).toMatchObject([
		{ row: 2, message: expect.stringContaining("for customer number created, who exists"), confirmable: true },
		{ row: 3, message: expect.stringContaining("for customer number in doubt, who exists"), confirmable: true },
	])
})

it("names the rows that would be sent with a card of which a person said that another customer has it", async () => {
	const ledger = await openLedger({ home, merchant: "m" })
	const cards = [{ last4: "4463" }]
	await ledger.merge(
		"r",
		RunState.of([
			runRecord("r", at),
			{ type: "outcome", at, number: "owner", row: 2, outcome: { kind: "existing", id: "1" } },
			{
				...{ type: "card-outcome", at, number: "owner", row: 2, token: tokenHash("m", "said") },
				outcome: { kind: "there", by: "person", cards },
			},
		]),
	)
	await ledger.close()
	const known = await KnownSearch.of(home, "m")
	const entry = (number: string, card: string, row: number) =>
		({ number, row, creatable: { number, method: [{ type: "token", card }] } }) as const
	expect(known?.add(entry("stranger", "said", 6))).toBe(true)
	expect(known?.add(entry("other", "unsaid", 7))).toBe(true)
	expect(known?.add(entry("owner", "said", 8))).toBe(false)
	expect(known?.found.claimed).toEqual([{ row: 6, here: "stranger", number: "owner" }])
})
