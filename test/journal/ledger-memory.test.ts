import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { type Journal, journalPath, openJournal } from "../../src/journal/journal.ts"
import { RunJournalPort } from "../../src/journal/leaving.ts"
import { type Ledger, openLedger } from "../../src/journal/ledger.ts"
import { ledgerKind } from "../../src/journal/ledger-records.ts"
import { readLog } from "../../src/journal/log.ts"
import { bootId } from "../../src/journal/owner.ts"
import { tokenHash } from "../../src/journal/token-hash.ts"
import { runRecord } from "./run-record.ts"

let home: string
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "ledger-"))
})
afterEach(() => rm(home, { recursive: true }))

const at = "2026-01-02T03:04:05.678Z"
const header = (run: string) => runRecord(run, at)
const intent = (number: string, ...tokens: string[]): JournalRecord => ({
	type: "intent",
	at,
	number,
	row: 2,
	attempt: 1,
	tokens,
})
const outcome = (number: string, kind: "created" | "rejected" = "created"): JournalRecord => ({
	type: "outcome",
	at,
	number,
	row: 2,
	outcome: kind === "created" ? { kind, id: `id-${number}` } : { kind, code: "x", message: "" },
})
const word: JournalRecord = { type: "word", at, number: "1", row: 2 }
const folder = (name = "run") => join(home, name)
const ledgerFile = () => join(home, "ledger", "m.log")

/** A run with an open journal and ledger. */
interface Opened {
	readonly log: Journal
	readonly state: RunState
	readonly ledger: Ledger
	append(...records: JournalRecord[]): Promise<void>
	/** As a kill leaves it. */
	kill(): Promise<void>
}

async function open(run = "r", where = folder()): Promise<Opened> {
	const log = await openJournal(where)
	const state = new RunState()
	let ledger: Extract<JournalRecord, { type: "session" }>["ledger"]
	for await (const record of log.records) {
		if (record.type === "session") ledger = record.ledger ?? ledger
		state.apply(record)
	}
	state.interrupt(0)
	const append = async (...records: JournalRecord[]) => {
		for (const record of records) {
			await log.append(record)
			state.apply(record)
		}
	}
	if (log.witness().length < 100) await append(header(run))
	const book = await openLedger({ home, merchant: "m", own: { run, state, log, ledger } })
	const kill = async () => {
		await book.close()
		await log.close()
	}
	return { log, state, ledger: book, append, kill }
}

async function start(run = "r", where = folder()): Promise<Opened> {
	const one = await open(run, where)
	await one.ledger.register(run, where)
	const remembered = one.ledger.witness()
	await one.append({ type: "session", at, settings: {}, ...(remembered ? { ledger: remembered } : {}) })
	return one
}

async function finish(one: Opened, run = "r"): Promise<void> {
	await one.ledger.merge(run, one.state)
	await one.kill()
}

describe("other spellings of a number", () => {
	it("are found both ways, and the number itself is none", async () => {
		const one = await start()
		for (const number of ["123", "00123", "AB-1", "ab-2", "’77"]) await one.append(intent(number), outcome(number))
		await finish(one)
		const { ledger, kill } = await open("s", folder("s"))
		expect(ledger.spellings("00123")).toEqual(["123"])
		expect(ledger.spellings("123")).toEqual(["00123"])
		expect([...ledger.spellings("0123")].sort()).toEqual(["00123", "123"])
		expect(ledger.spellings("ab-1")).toEqual(["AB-1"])
		expect(ledger.spellings("AB-2")).toEqual(["ab-2"])
		expect(ledger.spellings("７７")).toEqual(["’77"])
		expect(ledger.spellings("124")).toEqual([])
		await kill()
	})
})

it("who created them makes no difference to whom the ledger knows", async () => {
	const one = await start()
	const numbers = Array.from({ length: 40 }, (_, index) => `${index}`)
	const hash = (number: string) => tokenHash("m", number)
	const kindOf = (number: string) => (Number(number) % 7 === 3 ? "rejected" : "created")
	for (const number of numbers.slice(0, 30))
		await one.append(intent(number, hash(number)), outcome(number, kindOf(number)))
	await one.append(intent("30", hash("30"), hash("again")), intent("31", hash("again")), outcome("31"))
	await finish(one)
	// What is noted of a customer again, and those of a second session.
	const two = await start()
	await two.append(
		{ type: "seen", at, number: "5", status: "active" },
		{ type: "word", at, number: "6", row: 2, id: "id-other" },
	)
	for (const number of numbers.slice(32)) await two.append(intent(number, hash(number)), outcome(number))
	const tokens = [...numbers, "again", "nobody's"].map(hash)
	const all = (ledger: Pick<Ledger, "lookup" | "sentFor">) => ({
		// With how many cards it created somebody a run knows by its own state.
		known: [...numbers, "nobody"].map((number) => ({ ...ledger.lookup(number), cards: undefined })),
		sent: tokens.map((token) => ledger.sentFor(token)),
	})
	await two.ledger.merge("r", two.state)
	const own = all(two.ledger)
	await two.kill()
	for (const [run, where] of [
		["r", folder()],
		["s", folder("s")],
	] as const) {
		const { ledger, kill } = await open(run, where)
		expect(all(ledger)).toEqual(own)
		await kill()
	}
	expect(own.known[5]).toEqual({ state: "exists", id: "id-5", run: "r" })
	expect(own.known[6]).toEqual({ state: "exists", id: "id-other", run: "r" })
	expect(own.sent[9]).toBe("9")
})

describe("a card token", () => {
	const hash = (token: string) => tokenHash("m", token)

	it("is known by the number it was sent for, unless that was certainly not applied", async () => {
		const one = await start()
		await one.append(intent("1", hash("a")), outcome("1"), intent("2", hash("b")), outcome("2", "rejected"))
		await one.append(intent("3", hash("c")), { type: "not-applied", at, number: "3", attempt: 1, code: "refused" })
		await one.append(intent("4", hash("d")), intent("5", hash("e"), hash("f")))
		await finish(one)
		for (let time = 0; time < 2; time++) {
			const { ledger, kill } = await open()
			expect(["a", "b", "c", "d", "e", "f", "g"].map((token) => ledger.sentFor(hash(token)))).toEqual([
				"1",
				"2",
				undefined,
				"4",
				"5",
				"5",
				undefined,
			])
			await kill()
		}
	})

	it("stands nowhere in the ledger, nor under the hash of another merchant", async () => {
		expect(hash("a")).toMatch(/^[\w-]{22}$/)
		expect(tokenHash("n", "a")).not.toBe(hash("a"))
	})

	it("and its number are free again when a person says that it is not there", async () => {
		const one = await start()
		await one.append(intent("1", hash("a")))
		await finish(one)
		const again = await start()
		expect(again.ledger.lookup("1")).toMatchObject({ state: "unknown" })
		await again.append(word)
		await finish(again)
		const { ledger, kill } = await open()
		expect(ledger.lookup("1")).toBeUndefined()
		expect(ledger.sentFor(hash("a"))).toBeUndefined()
		await kill()
	})
})

it("a person's word ends what was in doubt when it was said, and nothing that another run sends later", async () => {
	const one = await start()
	await one.append(intent("1"), word)
	await finish(one)
	const other = await start("other", folder("other"))
	await other.append(intent("1"))
	await finish(other, "other")
	await finish(await start())
	const { ledger, kill } = await open()
	expect(ledger.lookup("1")).toMatchObject({ state: "unknown", run: "other" })
	await kill()
})

it("a number that Intergiro changed is known under both", async () => {
	const one = await start()
	await one.append(intent("0012"), {
		...outcome("0012"),
		outcome: { kind: "renumbered", id: "x", given: "12" },
	} as JournalRecord)
	await finish(one)
	const { ledger, kill } = await open()
	expect([ledger.lookup("0012"), ledger.lookup("12")]).toEqual(Array(2).fill({ state: "exists", id: "x", run: "r" }))
	await kill()
})

it("what a killed run wrote down and never left is not in doubt for others, and what left is", async () => {
	const one = await start()
	const port = new RunJournalPort(folder(), one.log, await bootId())
	await port.append({ type: "session", at, settings: {} })
	for (const number of ["left", "ahead"]) await port.append(intent(number))
	port.leaving("left", 1)
	await one.ledger.close()
	await port.close()
	const other = await open("other", folder("other"))
	expect(other.ledger.lookup("left")).toMatchObject({ state: "unknown" })
	expect(other.ledger.lookup("ahead")).toBeUndefined()
	await other.kill()
})

describe("a run folder that was moved", () => {
	it("is recognised where it is when it is opened, and known there afterwards", async () => {
		const one = await start()
		await one.append(intent("1"), outcome("1"))
		await one.kill()
		await rename(folder(), folder("moved"))
		const other = await open("other", folder("other"))
		expect(other.ledger.warnings).toMatchObject([{ reason: "missing", run: "r" }])
		expect(inCommands(other.ledger.warnings[0]?.message ?? "")).toContain("where it is now")
		await other.kill()
		const moved = await start("r", folder("moved"))
		expect(moved.ledger.warnings).toEqual([])
		await moved.append(intent("2"))
		await moved.kill()
		const after = await open("other", folder("other"))
		expect(after.ledger.warnings).toEqual([])
		expect(["1", "2"].map((number) => after.ledger.lookup(number)?.state)).toEqual(["exists", "unknown"])
		await after.kill()
	})
})

describe("a complete listing", () => {
	const customers = new Map([
		["1", [{ id: "listed-1", number: "1" }]],
		["2", ["x", "y"].map((id) => ({ id, number: "2" }))],
	])

	async function loseRun() {
		const lost = await start("lost", folder("lost"))
		await lost.append(intent("9"))
		await lost.kill()
		await rm(folder("lost"), { recursive: true })
	}

	it("answers for lost runs: nobody waits for them any more", async () => {
		await loseRun()
		const one = await start()
		expect(one.ledger.warnings).toMatchObject([{ run: "lost", reason: "missing" }])
		await one.ledger.takeListing(customers)
		expect(one.ledger.lookup("1")).toEqual({ state: "exists", id: "listed-1", run: "r" })
		expect(one.ledger.lookup("2")).toMatchObject({ state: "unknown" })
		await one.kill()
		const next = await open("next", folder("next"))
		expect(next.ledger.warnings).toEqual([])
		expect(next.ledger.lookup("1")).toMatchObject({ id: "listed-1" })
		await next.kill()
	})

	it("heals a cut ledger and a cut journal, and what they remember of each other", async () => {
		const one = await start()
		const early = [await readFile(`${journalPath(folder())}.log`), await readFile(`${journalPath(folder())}.head`)]
		const ledgerEarly = await readFile(ledgerFile())
		await one.append(intent("1"), outcome("1"))
		await finish(one)
		await writeFile(`${journalPath(folder())}.log`, early[0] ?? "")
		await writeFile(`${journalPath(folder())}.head`, early[1] ?? "")
		await writeFile(ledgerFile(), ledgerEarly)
		for (let time = 0; time < 2; time++) {
			const cut = await start()
			expect(cut.ledger.warnings).toMatchObject([{ reason: "ledger" }])
			expect(cut.ledger.witness()).toBeUndefined()
			await cut.append(intent(`${time + 2}`), outcome(`${time + 2}`))
			await cut.ledger.mark()
			await cut.kill()
		}
		const healing = await start()
		await healing.ledger.takeListing(customers)
		expect(healing.log.truncated).toBe(false)
		expect(healing.ledger.witness()).toBeDefined()
		await finish(healing)
		const healed = await start()
		expect([healed.log.truncated, healed.ledger.warnings]).toEqual([false, []])
		await healed.kill()
	})

	it("does not end the waiting when it was not written down", async () => {
		await loseRun()
		const one = await start()
		await one.kill()
		await expect(one.ledger.takeListing(customers)).rejects.toMatchObject({ name: "JournalFailed" })
		const next = await open("next", folder("next"))
		expect(next.ledger.warnings).toMatchObject([{ run: "lost" }])
		await next.kill()
	})
})

it("an older journal stays cut, whatever is appended to it, as the ledger remembers more", async () => {
	const one = await start()
	const early = await readFile(`${journalPath(folder())}.log`)
	const earlyHead = await readFile(`${journalPath(folder())}.head`)
	await one.append(intent("1"), outcome("1"))
	await finish(one)
	await writeFile(`${journalPath(folder())}.log`, early)
	await writeFile(`${journalPath(folder())}.head`, earlyHead)
	for (let time = 0; time < 3; time++) {
		const cut = await start()
		expect(cut.log.truncated).toBe(true)
		await cut.append(intent(`${time + 2}`), outcome(`${time + 2}`))
		await finish(cut)
		// A head that says nothing of it does not help.
		await writeFile(`${journalPath(folder())}.head`, earlyHead)
		const other = await open("other", folder("other"))
		expect(other.ledger.warnings).toMatchObject([{ run: "r", reason: "truncated" }])
		await other.kill()
	}
	const listing = await start()
	await listing.ledger.takeListing(new Map())
	expect(listing.log.truncated).toBe(false)
	await finish(listing)
	for (const [run, where] of [["r"], ["other", folder("other")]] as const) {
		const healed = await open(run, where)
		expect([healed.log.truncated, healed.ledger.warnings]).toEqual([false, []])
		await healed.kill()
	}
})

it("a ledger that was put back with its head is missed by the run that saw more of it", async () => {
	const head = ledgerFile().replace(".log", ".head")
	await finish(await start("earlier", folder("earlier")), "earlier")
	const early = [await readFile(ledgerFile()), await readFile(head)] as const
	const one = await start()
	await one.append(intent("1"), outcome("1"))
	await finish(one)
	await writeFile(ledgerFile(), early[0])
	await writeFile(head, early[1])
	for (let time = 0; time < 2; time++) {
		const { ledger, kill } = await start()
		expect(ledger.warnings).toMatchObject([{ reason: "ledger" }])
		expect(inCommands(ledger.warnings[0]?.message ?? "")).toContain("ledger rebuild")
		await kill()
	}
})

it("another ledger than the run's own is said to be one, and one that took its place is not", async () => {
	const one = await start()
	await finish(one)
	await rm(join(home, "ledger"), { recursive: true })
	const other = await open()
	expect(other.ledger.other).toMatchObject({ instance: expect.any(String) })
	expect(other.ledger.warnings).toEqual([])
	await other.kill()
	const accepted = await start()
	await accepted.kill()
	const again = await open()
	expect(again.ledger.other).toBeUndefined()
	await again.kill()
})

it("while a run goes on the ledger remembers every second how far its journal is", async () => {
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] })
	const marks = async () => {
		const all: object[] = []
		for await (const record of readLog(join(home, "ledger", "m"), ledgerKind))
			if (record.type === "mark") all.push(record)
		return all
	}
	const one = await start()
	await one.append(intent("1"))
	vi.advanceTimersByTime(1_000)
	vi.advanceTimersByTime(1_000)
	await one.ledger.mark()
	expect(await marks()).toEqual([{ type: "mark", run: "r", journal: one.log.witness() }])
	await one.append(outcome("1"))
	vi.advanceTimersByTime(1_000)
	await one.ledger.mark()
	expect((await marks()).at(-1)).toEqual({ type: "mark", run: "r", journal: one.log.witness() })
	await one.kill()
	vi.advanceTimersByTime(5_000)
	vi.useRealTimers()
})
