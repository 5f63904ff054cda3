import { describe, expect, it } from "vitest"
import type { JournalRecord } from "../../src/contract/record.ts"
import { crc32c } from "../../src/journal/crc32c.ts"
import { chain, encode, genesis } from "../../src/journal/frame.ts"
import { journalKind, openJournal, readJournal } from "../../src/journal/journal.ts"
import { ledgerKind } from "../../src/journal/ledger-records.ts"
import { openLog } from "../../src/journal/log.ts"
import { ModelDisk } from "./model-disk.ts"

const at = "2026-01-02T03:04:05.678Z"
/** What version 0.1.0 wrote, in its words. */
const former = [
	{
		type: "run",
		version: 1,
		run: "r",
		at,
		source: { name: "a.csv", size: 1, sha256: "aa" },
		environment: { url: "https://merchant.intergiro.com", merchant: "m", kind: "unknown", key: "private" },
		reading: {},
		tool: "0.1.0",
	},
	{ type: "session", at, settings: {} },
	{ type: "baseline", at, listed: 7 },
	{ type: "intent", at, number: "å", row: 2, attempt: 1 },
	{ type: "released", at, number: "å", attempt: 1, code: "throttled" },
	{ type: "released", at, number: "å", attempt: 1, code: "resend-consented" },
	{ type: "outcome", at, number: "å", row: 2, outcome: { kind: "created", id: "i" } },
	{ type: "end", at, reason: "finished" },
]
const today = [
	...former.slice(0, 2),
	{ type: "listed", at, customers: 7 },
	former[3],
	{ type: "not-applied", at, number: "å", attempt: 1, code: "throttled" },
	{ type: "consent", at, number: "å" },
	...former.slice(6),
]

function formerLog(records: readonly object[]): Buffer {
	let previous = genesis
	return Buffer.concat(
		records.map((record) => {
			const line = encode(record, previous)
			previous = chain(line)
			return line
		}),
	)
}

function formerHead(count: number): Buffer {
	const digits = String(count).padStart(15, "0")
	return Buffer.from(`${digits} ${crc32c(Buffer.from(digits))}\n`)
}

function diskWith(
	head: Buffer | undefined,
	log = formerLog(former),
	hook?: ConstructorParameters<typeof ModelDisk>[0],
) {
	const disk = new ModelDisk(hook)
	disk.put("/run/journal.log", log)
	if (head) disk.put("/run/journal.head", head)
	return disk
}

async function collect(records: AsyncIterable<JournalRecord>): Promise<JournalRecord[]> {
	const all: JournalRecord[] = []
	for await (const record of records) all.push(record)
	return all
}

async function open(disk: ModelDisk) {
	const journal = await openJournal("/run", disk)
	const records = await collect(journal.records)
	await journal.close()
	return { records, truncated: journal.truncated }
}

describe("a journal of version 0.1.0", () => {
	it("is read in today's words, and changed only when it is opened", async () => {
		const disk = diskWith(formerHead(former.length))
		expect(await collect(readJournal("/run", undefined, disk))).toEqual(today)
		expect(disk.content("/run/journal.log")).toEqual(formerLog(former))
		expect(await open(disk)).toEqual({ records: today, truncated: false })
		expect(disk.content("/run/journal.log")?.toString()).toMatch(/^intergiro-import log 2\n\d/)
		expect(await open(disk)).toEqual({ records: today, truncated: false })
		expect(disk.paths().sort()).toEqual(["/run/journal.head", "/run/journal.log"])
	})

	it.each([
		["its head knows of more", formerHead(former.length + 1)],
		["it has no head", undefined],
		["its head said so", formerHead(999_999_999_999_999)],
	])("misses a part where %s, for ever after", async (_, head) => {
		const disk = diskWith(head)
		expect((await open(disk)).truncated).toBe(true)
		expect((await open(disk)).truncated).toBe(true)
	})

	it("whose last line is torn or not ended becomes whole", async () => {
		const whole = formerLog(former)
		const torn = diskWith(formerHead(former.length), Buffer.concat([whole, Buffer.from("12 torn")]))
		expect(await open(torn)).toEqual({ records: today, truncated: false })
		expect(torn.content("/run/journal.torn-1")?.toString()).toBe("12 torn")
		const ended = diskWith(formerHead(former.length), whole.subarray(0, -1))
		expect(await open(ended)).toEqual({ records: today, truncated: false })
	})

	it("survives a crash at every operation of its conversion, as the one or the other", async () => {
		const count = await operations(diskWith(formerHead(former.length)))
		expect(count).toBeGreaterThan(8)
		for (let index = 0; index < count; index++) {
			const disk = diskWith(formerHead(former.length), undefined, (operation) =>
				operation.index === index ? { kind: "death" } : undefined,
			)
			await Promise.race([disk.died, open(disk)])
			const survivals = [0, 1].flatMap((name) => [0, 1, 40, 1_000_000].map((kept) => [name, kept] as const))
			for (const [name, kept] of survivals)
				for (const zeros of [false, true])
					expect(
						await open(disk.afterPowerLoss((path) => (path === "/run" ? name : kept), zeros)),
						`operation ${index}, names ${name}, bytes ${kept}`,
					).toEqual({ records: today, truncated: false })
			expect(await open(disk.afterKill())).toEqual({ records: today, truncated: false })
		}
	})
})

async function operations(disk: ModelDisk): Promise<number> {
	await open(disk)
	return disk.count
}

it("a ledger of version 0.1.0 had no head, and misses nothing without one", async () => {
	const records = [
		{ type: "run", version: 1, at, run: "r", folder: "/run" },
		{ type: "merge", run: "r", exists: [["1", "id-1"]], unknown: [["2", true]] },
		{ type: "merged", at, run: "r" },
	]
	const disk = new ModelDisk()
	disk.put("/m.log", formerLog(records))
	for (let time = 0; time < 2; time++) {
		const log = await openLog("/m", ledgerKind, disk)
		expect(log.truncated).toBe(false)
		const read: object[] = []
		for await (const record of log.records) read.push(record)
		expect(read).toEqual(records)
		await log.close()
	}
})

describe("what a newer version wrote", () => {
	const line = "intergiro-import log 2\n"
	const newer: [string, Buffer][] = [
		["another format", Buffer.from("intergiro-import log 3\nwhatever")],
		["a type of record", withRecord({ type: "card-added", at, number: "1" })],
		["a type of record that does not begin with it", withRecord({ at, type: "card-added" })],
		["a version of the run", withRecord({ ...former[0], version: 3 })],
		["a kind of outcome", withRecord({ type: "outcome", at, number: "1", row: 2, outcome: { kind: "card-added" } })],
	]

	function withRecord(record: object): Buffer {
		return Buffer.concat([Buffer.from(line), encode(record, chain(Buffer.from(line))), Buffer.from("torn")])
	}

	it.each(newer.slice(0, -1))("%s is refused, and nothing is changed", async (_, log) => {
		const disk = diskWith(undefined, log)
		await expect(openJournal("/run", disk)).rejects.toMatchObject({ name: "NewerVersion" })
		expect(disk.content("/run/journal.log")).toEqual(log)
		expect(disk.paths()).toEqual(["/run/journal.log"])
	})

	it.each(newer)("%s is not skipped by who only reads, either", async (_, log) => {
		const disk = diskWith(undefined, log)
		await expect(collect(readJournal("/run", () => undefined, disk))).rejects.toMatchObject({ name: "NewerVersion" })
		await expect(open(disk)).rejects.toMatchObject({ name: "NewerVersion" })
	})

	it("is no name that an object has anyway", () => {
		expect(journalKind.types[2].has("constructor")).toBe(false)
	})
})

describe("the first line", () => {
	it("that a crash tore at any byte is begun again", async () => {
		const line = Buffer.from("intergiro-import log 2\n")
		for (let length = 0; length <= line.length; length++)
			for (const zeros of [0, line.length - length]) {
				const disk = diskWith(undefined, Buffer.concat([line.subarray(0, length), Buffer.alloc(zeros)]))
				expect(await open(disk)).toEqual({ records: [], truncated: false })
				expect(disk.content("/run/journal.log")).toEqual(line)
			}
	})
})
