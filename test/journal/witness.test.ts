import { existsSync } from "node:fs"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openRunJournal, type RunJournal, type RunSubject } from "../../src/app/run-journal.ts"
import { doubtIn } from "../../src/contract/number-state.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { type Ledger, openLedger } from "../../src/journal/ledger.ts"
import { stride } from "../sample.ts"

const at = "2026-01-02T03:04:05.678Z"
const subject: RunSubject = {
	source: { name: "a.csv", size: 1, sha256: "aa" },
	environment: { url: "https://merchant.intergiro.com", merchant: "m", kind: "unknown", key: "private" },
	reading: {
		layout: { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns: ["number"] },
		mapping: { version: 2, columns: { number: "number" }, constants: {} },
		options: { now: 0, browser: {}, cleaning: allCleaning },
	},
	tool: "test",
}
const files = {
	journal: "run/journal.log",
	head: "run/journal.head",
	sent: "run/journal.sent",
	ledger: "home/ledger/m.log",
	"ledger's head": "home/ledger/m.head",
} as const
type Name = keyof typeof files
const names = Object.keys(files) as Name[]
type Snapshot = ReadonlyMap<Name, Buffer>

/** Nothing is durable there for longer than a test, and syncing costs nothing. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir()
let base: string
beforeAll(async () => {
	base = await mkdtemp(join(memory, "witness-"))
})
afterAll(() => rm(base, { recursive: true }))

interface Opened {
	readonly journal: RunJournal
	readonly ledger: Ledger
	close(): Promise<void>
}

async function open(place: string, folder: string): Promise<Opened> {
	await mkdir(join(place, folder), { recursive: true })
	const journal = await openRunJournal(join(place, folder), subject)
	try {
		const ledger = await openLedger({ home: join(place, "home"), merchant: "m", own: journal.own })
		const close = async () => {
			await ledger.close()
			await journal.close()
		}
		return { journal, ledger, close }
	} catch (error) {
		await journal.close()
		throw error
	}
}

async function begin({ journal, ledger }: Opened, folder: string): Promise<void> {
	await ledger.register(journal.header.run, folder)
	const remembered = ledger.witness()
	await journal.journal.append({ type: "session", at, settings: {}, ...(remembered ? { ledger: remembered } : {}) })
}

const intent = (number: string): JournalRecord => ({ type: "intent", at, number, row: 2, attempt: 1 })

async function create({ journal }: Opened, ...numbers: string[]): Promise<void> {
	for (const number of numbers) {
		await journal.journal.append(intent(number))
		journal.journal.leaving(number, 1)
		await journal.journal.append({
			type: "outcome",
			at,
			number,
			row: 2,
			outcome: { kind: "created", id: `id-${number}` },
		})
	}
}

async function snapshot(place: string): Promise<Snapshot> {
	const all = names.map(async (name) => {
		const bytes = await readFile(join(place, files[name])).catch(() => undefined)
		return bytes ? ([[name, bytes]] as const) : []
	})
	return new Map((await Promise.all(all)).flat())
}

/** Always the same place: the ledger knows where the run was. */
async function place(snapshot: Snapshot): Promise<string> {
	const here = join(base, "here")
	await rm(here, { recursive: true, force: true })
	for (const part of ["run", "home/ledger"]) await mkdir(join(here, part), { recursive: true })
	for (const [name, bytes] of snapshot) await writeFile(join(here, files[name]), bytes)
	return here
}

/** What had left when the program was killed. */
const left = ["a", "b", "c", "d", "in flight"]
let early: Snapshot
let middle: Snapshot
let killed: Snapshot

/** A run in its second session, killed with one request under way and two that were written down ahead. */
beforeAll(async () => {
	const folder = join(base, "here")
	const first = await open(folder, "run")
	early = await snapshot(folder)
	await begin(first, join(folder, "run"))
	await create(first, "a", "b")
	await first.ledger.merge(first.journal.header.run, first.journal.state)
	await first.close()
	const second = await open(folder, "run")
	await begin(second, join(folder, "run"))
	await create(second, "c")
	await second.ledger.mark()
	middle = await snapshot(folder)
	for (const number of ["d", "in flight", "ahead 1", "ahead 2"]) await second.journal.journal.append(intent(number))
	for (const number of ["d", "in flight"]) second.journal.journal.leaving(number, 1)
	await second.journal.journal.append({
		type: "ambiguous",
		at,
		number: "d",
		row: 2,
		attempt: 1,
		code: "x",
		message: "",
	})
	await second.ledger.mark()
	killed = await snapshot(folder)
	await second.close()
})

type Judgement = "refused" | "noticed" | "known"

/** What a start finds: it is refused, or knows that something is missing, or knows of everybody who was sent. */
async function judge(snapshot: Snapshot, folder: "run" | "new"): Promise<Judgement> {
	const here = await place(snapshot)
	const first = await judgeOnce(here, folder)
	// What was noticed is not forgotten by the next start.
	if (first === "noticed") expect(await judgeOnce(here, folder)).toBe("noticed")
	return first
}

async function judgeOnce(here: string, folder: "run" | "new"): Promise<Judgement> {
	let opened: Opened
	try {
		opened = await open(here, folder)
	} catch (error) {
		expect((error as Error).name).toMatch(/^(JournalDamaged|NewerVersion)$/)
		return "refused"
	}
	try {
		const { journal, ledger } = opened
		if (journal.truncated || ledger.warnings.length > 0 || ledger.other) return "noticed"
		for (const number of left) {
			const state = folder === "run" ? journal.state.get(number) : undefined
			const isKnown = state?.kind === "settled" || doubtIn(state) !== undefined || ledger.lookup(number) !== undefined
			expect(isKnown, `${number} is known`).toBe(true)
		}
		return "known"
	} finally {
		await opened.close()
	}
}

/** Ways to change a file: a name, and what is there afterwards; nothing when it is gone. */
type Change = readonly [how: string, bytes: Buffer | undefined]

/** One in so many positions, of a short file at least eight; all of them with `POSITIONS=1`. */
const positions = Number(process.env.POSITIONS ?? stride(301))
const stepOf = (bytes: Buffer) => Math.max(1, Math.min(positions, Math.ceil(bytes.length / 8)))

function* alterations(bytes: Buffer): Generator<Change> {
	for (let at = 0; at < bytes.length; at += stepOf(bytes))
		for (const by of [0x01, 0x80]) {
			const copy = Buffer.from(bytes)
			copy[at] = (copy[at] ?? 0) ^ by
			yield [`altered at ${at} by ${by}`, copy]
		}
}

function* cuts(bytes: Buffer): Generator<Change> {
	for (let size = 0; size < bytes.length; size += stepOf(bytes)) yield [`cut to ${size}`, bytes.subarray(0, size)]
	for (let end = bytes.indexOf("\n") + 1; end > 0 && end < bytes.length; end = bytes.indexOf("\n", end) + 1)
		yield [`cut to ${end}, a whole line`, bytes.subarray(0, end)]
}

function* replacements(name: Name): Generator<Change> {
	yield ["gone", undefined]
	yield ["emptied", Buffer.alloc(0)]
	for (const [when, older] of [
		["first", early],
		["middle", middle],
	] as const)
		if (older.has(name)) yield [`as at ${when}`, older.get(name)]
}

function changed(snapshot: Snapshot, ...changes: readonly (readonly [Name, Buffer | undefined])[]): Snapshot {
	const copy = new Map(snapshot)
	for (const [name, bytes] of changes)
		if (bytes) copy.set(name, bytes)
		else copy.delete(name)
	return copy
}

/** Where an older copy says nothing of what is missing: there only a listing tells. */
function isBeyondNotice(pair: readonly Name[], folder: "run" | "new"): boolean {
	return folder === "new" && pair.includes("ledger") && pair.includes("ledger's head")
}

describe.each(["run", "new"] as const)("after a kill, in %s folder", (folder) => {
	it("everything is known", async () => {
		expect(await judge(killed, folder)).toBe("known")
	})

	it("what was written down and never left is not in doubt, and what left is", async () => {
		const opened = await open(await place(killed), "run")
		for (const ahead of ["ahead 1", "ahead 2"])
			expect(opened.journal.state.get(ahead)).toMatchObject({ kind: "free", code: "never-left" })
		expect(opened.journal.state.get("in flight")).toMatchObject({ kind: "doubt", code: "interrupted" })
		await opened.close()
	})

	it.each(names)("nothing that happens to the %s hides who was sent", async (name) => {
		const bytes = killed.get(name) ?? Buffer.alloc(0)
		const counts = { refused: 0, noticed: 0, known: 0 }
		for (const change of [...alterations(bytes), ...cuts(bytes), ...replacements(name)]) {
			const judgement = await judge(changed(killed, [name, change[1]]), folder).catch((error) => {
				throw new Error(`${name} ${change[0]}: ${error.message}`)
			})
			counts[judgement]++
		}
		console.info(`${name}, ${folder} folder: ${JSON.stringify(counts)}`)
		expect(counts.refused + counts.noticed + counts.known).toBeGreaterThan(10)
	})

	it("nothing that happens to two of the files hides who was sent", async () => {
		const counts = { refused: 0, noticed: 0, known: 0 }
		for (const [index, one] of names.entries())
			for (const two of names.slice(index + 1)) {
				if (isBeyondNotice([one, two], folder)) continue
				for (const first of replacements(one))
					for (const second of replacements(two)) {
						const judgement = await judge(changed(killed, [one, first[1]], [two, second[1]]), folder).catch((error) => {
							throw new Error(`${one} ${first[0]}, ${two} ${second[0]}: ${error.message}`)
						})
						counts[judgement]++
					}
			}
		console.info(`two files, ${folder} folder: ${JSON.stringify(counts)}`)
		expect(counts.noticed).toBeGreaterThan(50)
	})
})
