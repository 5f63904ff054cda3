import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Outcome } from "../../src/contract/outcome.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { type Ledger, type OwnRun, openLedger } from "../../src/journal/ledger.ts"
import { JournalDamaged } from "../../src/journal/log.ts"
import { runRecord } from "./run-record.ts"

let home: string
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "ledger-"))
})
afterEach(() => rm(home, { recursive: true }))

const at = "2026-01-02T03:04:05.678Z"
const open = (merchant = "m", own?: OwnRun) => openLedger({ home, merchant, ...(own ? { own } : {}) })

/** Opens the ledger, uses it and closes it. */
async function withLedger<T>(use: (ledger: Ledger) => T | Promise<T>, merchant?: string): Promise<T> {
	const ledger = await open(merchant)
	try {
		return await use(ledger)
	} finally {
		await ledger.close()
	}
}

const beginning = (run: string) => runRecord(run, at, 1)
const intent = (number: string): JournalRecord => ({ type: "intent", at, number, row: 2, attempt: 1 })
const outcome = (number: string, one: Outcome): JournalRecord => ({ type: "outcome", at, number, row: 2, outcome: one })
const created = (number: string, id = `id-${number}`) => [intent(number), outcome(number, { kind: "created", id })]

async function writeJournal(folder: string, records: JournalRecord[]): Promise<void> {
	const journal = await openJournal(folder)
	await Promise.all(records.map((record) => journal.append(record)))
	await journal.close()
}

describe("the ledger", () => {
	it("knows what each way a number can end means to later runs", async () => {
		const state = RunState.of([
			beginning("r"),
			...created("created"),
			outcome("existing", { kind: "existing", id: "e" }),
			outcome("adopted", { kind: "adopted", id: "a" }),
			outcome("invalid", { kind: "invalid", code: "x", message: "" }),
			intent("rejected"),
			outcome("rejected", { kind: "rejected", code: "x", message: "" }),
			intent("verification"),
			outcome("verification", { kind: "verification-required", message: "" }),
			intent("released"),
			{ type: "not-applied", at, number: "released", attempt: 1, code: "x" },
			outcome("not-sent", { kind: "not-sent", code: "x", message: "" }),
			intent("open"),
			intent("unknown"),
			{ type: "ambiguous", at, number: "unknown", row: 2, attempt: 1, code: "x", message: "" },
			outcome("unknown", { kind: "unknown", code: "x", message: "" }),
			{ type: "listed", at, customers: 0 },
			intent("looked for"),
			outcome("conflict", { kind: "conflict", ids: ["1", "2"], message: "" }),
		])
		await withLedger((ledger) => ledger.merge("r", state))
		await withLedger(({ lookup }) => {
			expect(lookup("created")).toEqual({ state: "exists", id: "id-created", run: "r" })
			expect(lookup("existing")).toEqual({ state: "exists", id: "e", run: "r" })
			expect(lookup("adopted")).toEqual({ state: "exists", id: "a", run: "r" })
			for (const number of ["invalid", "rejected", "verification", "released", "not-sent", "never seen"])
				expect(lookup(number)).toBeUndefined()
			for (const number of ["open", "unknown", "conflict"])
				expect(lookup(number)).toEqual({ state: "unknown", run: "r", listed: false })
			expect(lookup("looked for")).toEqual({ state: "unknown", run: "r", listed: true })
		})
	})

	it("takes numbers exactly, whatever they are called", async () => {
		const numbers = ["1", "01", "1 ", "é", "e\u0301", "__proto__", "constructor", "\ud800", '"\n']
		await withLedger((ledger) => ledger.merge("r", RunState.of(numbers.flatMap((number) => created(number)))))
		await withLedger(({ lookup }) => {
			for (const number of numbers) expect(lookup(number)).toEqual({ state: "exists", id: `id-${number}`, run: "r" })
			expect(lookup("001")).toBeUndefined()
		})
	})

	it("replaces a doubt by what a later run found, and never knowledge by a doubt", async () => {
		await withLedger((ledger) => ledger.merge("first", RunState.of([intent("1"), intent("2"), ...created("3")])))
		await withLedger((ledger) => ledger.merge("second", RunState.of([...created("1"), intent("2"), intent("3")])))
		await withLedger(({ lookup }) => {
			expect(lookup("1")).toEqual({ state: "exists", id: "id-1", run: "second" })
			expect(lookup("2")).toEqual({ state: "unknown", run: "first", listed: false })
			expect(lookup("3")).toEqual({ state: "exists", id: "id-3", run: "first" })
		})
	})

	it("says which run created a number, not which found it again", async () => {
		await withLedger((ledger) => ledger.merge("first", RunState.of(created("1"))))
		const again = RunState.of([outcome("1", { kind: "existing", id: "id-1", run: "earlier" })])
		await withLedger((ledger) => ledger.merge("second", again))
		expect(await withLedger(({ lookup }) => lookup("1"))).toMatchObject({ run: "first" })
	})

	it("keeps merchants apart", async () => {
		await withLedger((ledger) => ledger.merge("r", RunState.of(created("1"))), "live")
		expect(await withLedger(({ lookup }) => lookup("1"), "sandbox")).toBeUndefined()
	})

	it("takes many numbers", async () => {
		const numbers = Array.from({ length: 5_000 }, (_, number) => `${number}`)
		await withLedger((ledger) => ledger.merge("r", RunState.of(numbers.flatMap((number) => created(number)))))
		await withLedger(({ lookup }) => {
			expect(numbers.filter((number) => lookup(number)?.state === "exists")).toHaveLength(5_000)
		})
	})

	it("is held by one process at a time, and the next one knows all of the first", async () => {
		const first = await open()
		const onWait = async () => {
			await first.merge("r", RunState.of(created("1")))
			await first.close()
		}
		const waiting = openLedger({ home, merchant: "m", onWait })
		const second = await waiting
		expect(second.lookup("1")).toMatchObject({ state: "exists" })
		await second.close()
	})

	it("that is damaged is not used, and not held either", async () => {
		for (const run of ["1", "2"]) await withLedger((ledger) => ledger.merge(run, RunState.of(created(run))))
		const path = join(home, "ledger", "m.log")
		await writeFile(path, (await readFile(path, "utf8")).replace("id-1", "id-x"))
		for (let time = 0; time < 2; time++) {
			await expect(open()).rejects.toThrow(JournalDamaged)
			await expect(open()).rejects.toThrow("ledger rebuild")
		}
	})
})

describe("a run that ended without being merged", () => {
	const folder = () => join(home, "run")
	const register = () => withLedger((ledger) => ledger.register("r", folder()))

	it("is known from its journal, and after that without it", async () => {
		await register()
		await writeJournal(folder(), [beginning("r"), ...created("1"), intent("2")])
		await writeFile(join(folder(), "journal.log"), "12 torn", { flag: "a" })
		for (let time = 0; time < 2; time++) {
			await withLedger(({ lookup, warnings }) => {
				expect(lookup("1")).toEqual({ state: "exists", id: "id-1", run: "r" })
				expect(lookup("2")).toEqual({ state: "unknown", run: "r", listed: false })
				expect(warnings).toEqual([])
			})
			await rm(folder(), { recursive: true, force: true })
		}
	})

	it("is looked at again after it was resumed", async () => {
		await register()
		await writeJournal(folder(), [beginning("r"), ...created("1")])
		await register()
		await writeJournal(folder(), created("2"))
		expect(await withLedger(({ lookup }) => lookup("2"))).toEqual({ state: "exists", id: "id-2", run: "r" })
	})

	it.each<[string, string, () => Promise<void>]>([
		["whose folder is gone", "missing", async () => undefined],
		["whose folder holds another run", "replaced", () => writeJournal(folder(), [beginning("other"), ...created("1")])],
		["whose journal is empty", "replaced", () => writeJournal(folder(), [])],
		[
			"whose journal cannot be read",
			"unreadable",
			() => mkdir(join(folder(), "journal.log"), { recursive: true }).then(),
		],
	])("%s is warned of, every time", async (_, reason, prepare) => {
		await register()
		await prepare()
		for (let time = 0; time < 2; time++)
			await withLedger(({ warnings, lookup }) => {
				expect(warnings.map((one) => ({ ...one, message: inCommands(one.message) }))).toEqual([
					{ run: "r", folder: folder(), at: expect.any(String), reason, message: expect.stringContaining(folder()) },
				])
				expect(lookup("1")).toBeUndefined()
			})
	})

	it("whose journal is damaged is warned of, and known as far as it can be read", async () => {
		await register()
		await writeJournal(folder(), [beginning("r")])
		await writeJournal(folder(), created("1"))
		await writeJournal(folder(), created("2"))
		const path = join(folder(), "journal.log")
		await writeFile(path, (await readFile(path, "utf8")).replace("id-1", "id-x"))
		for (let time = 0; time < 2; time++)
			await withLedger(({ warnings, lookup }) => {
				expect(warnings).toMatchObject([{ run: "r", reason: "damaged" }])
				expect(lookup("1")).toMatchObject({ state: "unknown" })
				expect(lookup("2")).toMatchObject({ state: "exists", id: "id-2" })
			})
	})

	it("stays in doubt when the merge itself was cut short", async () => {
		await register()
		await writeJournal(folder(), [beginning("r"), ...created("1")])
		await withLedger(() => undefined)
		const path = join(home, "ledger", "m.log")
		const whole = await readFile(path)
		for (let size = whole.indexOf("\n", whole.indexOf('"type":"run"')) + 1; size < whole.length; size += 7) {
			await writeFile(path, whole)
			await truncate(path, size)
			expect(await withLedger(({ lookup }) => lookup("1"))).toMatchObject({ state: "exists", id: "id-1" })
		}
	})
})
