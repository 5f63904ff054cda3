import { createHash } from "node:crypto"
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { JournalFailed, type JournalRecord } from "../../src/contract/record.ts"
import { openJournal, readJournal } from "../../src/journal/journal.ts"
import { JournalDamaged } from "../../src/journal/log.ts"

let folder: string
let file: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "journal-"))
	file = join(folder, "journal.log")
})
afterEach(() => rm(folder, { recursive: true }))

function record(attempt: number, number = `n-${attempt}`): JournalRecord {
	return { type: "intent", at: "2026-01-02T03:04:05.678Z", number, row: attempt + 1, attempt }
}

function hash(line: string): string {
	return createHash("sha256").update(line).digest("hex").slice(0, 32)
}

async function collect(records: AsyncIterable<JournalRecord>): Promise<JournalRecord[]> {
	const all: JournalRecord[] = []
	for await (const one of records) all.push(one)
	return all
}

/** Appends records in groups and returns what the journal then holds. */
async function write(...groups: JournalRecord[][]): Promise<Buffer> {
	const journal = await openJournal(folder)
	for (const group of groups) await Promise.all(group.map((one) => journal.append(one)))
	await journal.close()
	return readFile(file)
}

async function reopen(): Promise<{ records: JournalRecord[]; torn?: string }> {
	const { records, torn, close } = await openJournal(folder)
	const all = await collect(records)
	await close()
	return { records: all, ...(torn === undefined ? {} : { torn }) }
}

describe("a journal", () => {
	it("keeps records in the order they were appended, over groups, openings and any text", async () => {
		const texts = ["", "å\u2028\n\r\0", "\ud800", "😀", '{"prev":"', "0".repeat(70_000)]
		await write([record(1), record(2)], [record(3)])
		await write(texts.map((text, at) => record(at + 4, text)))
		const expected = [record(1), record(2), record(3), ...texts.map((text, at) => record(at + 4, text))]
		expect((await reopen()).records).toEqual(expected)
		expect(await collect(readJournal(folder))).toEqual(expected)
	})

	it("can be read with the tools every system has", async () => {
		const lines = (await write([record(1)], [record(2), record(3)])).toString().split("\n").slice(0, -1)
		const [first, ...records] = lines
		expect(first).toBe("intergiro-import log 2")
		let previous = hash(`${first}\n`)
		for (const line of records) {
			const [, length, json] = /^(\d+) [0-9a-f]{8} (.*)$/.exec(line) as unknown as [string, string, string]
			expect(Buffer.byteLength(json)).toBe(Number(length))
			expect(JSON.parse(json).prev).toBe(previous)
			previous = hash(`${line}\n`)
		}
		expect(records).toHaveLength(3)
	})

	it("can be read several times, and shows what it held when it was opened", async () => {
		await write([record(1)])
		const journal = await openJournal(folder)
		await journal.append(record(2))
		expect(await collect(journal.records)).toEqual([record(1)])
		expect(await collect(journal.records)).toEqual([record(1)])
		expect(await collect(readJournal(folder))).toEqual([record(1), record(2)])
		await journal.close()
	})

	it("makes the folder, and begins again in an empty file", async () => {
		folder = join(folder, "a", "b")
		file = join(folder, "journal.log")
		await write([record(1)])
		await truncate(file, 0)
		expect(await reopen()).toEqual({ records: [] })
	})

	it("takes no more after it was closed", async () => {
		const journal = await openJournal(folder)
		await journal.close()
		await expect(journal.append(record(1))).rejects.toThrow(JournalFailed)
	})

	it("refuses a record that is too long without harm to the others", async () => {
		const journal = await openJournal(folder)
		const [first, long, last] = await Promise.allSettled(
			[record(1), record(2, "0".repeat(1 << 20)), record(3)].map((one) => journal.append(one)),
		)
		expect([first?.status, long?.status, last?.status]).toEqual(["fulfilled", "rejected", "fulfilled"])
		await journal.close()
		expect((await reopen()).records).toEqual([record(1), record(3)])
	})

	it("keeps large groups in order", async () => {
		const many = Array.from({ length: 60 }, (_, at) => record(at, "x".repeat(50_000)))
		await write(many)
		expect((await reopen()).records).toEqual(many)
	})
})

describe("a torn end", () => {
	it("at any byte is set aside and cut off, and appending goes on", async () => {
		const whole = await write([record(1), record(2)], [record(3)])
		const last = whole.lastIndexOf("\n", -2) + 1
		for (let size = last; size <= whole.length; size++) {
			await writeFile(file, whole.subarray(0, size))
			const complete = size >= whole.length - 1
			const expected = complete ? [record(1), record(2), record(3)] : [record(1), record(2)]
			expect(await collect(readJournal(folder))).toEqual(expected)
			const { records, torn } = await reopen()
			expect(records).toEqual(expected)
			if (torn !== undefined) expect(await readFile(torn)).toEqual(whole.subarray(last, size))
			expect(torn === undefined).toBe(complete || size === last)
			await write([record(4)])
			expect((await reopen()).records).toEqual([...expected, record(4)])
		}
	})

	it.each([
		["zeros", Buffer.alloc(5_000)],
		["garbage", Buffer.from("\u0000\uffff12 00000000 {}\n\n\n0 ")],
		["a record with a wrong checksum", Buffer.from(`56 00000000 {"prev":"${"0".repeat(32)}","type":"end"}\n`)],
		["an endless length", Buffer.from("9999999 00000000 {")],
	])("of %s is set aside, also without the line break before it", async (_, end) => {
		const whole = await write([record(1)])
		for (const start of [whole, whole.subarray(0, -1)]) {
			await writeFile(file, Buffer.concat([start, end]))
			const { records, torn } = await reopen()
			expect(records).toEqual([record(1)])
			expect(await readFile(torn as string)).toEqual(end)
			expect(await readFile(file)).toEqual(whole)
		}
	})

	it("does not overwrite one that was set aside before", async () => {
		for (const end of ["1", "2"]) {
			await write([record(1)])
			await appendFile(file, end)
			await reopen()
		}
		expect((await readdir(folder)).sort()).toEqual(["journal.head", "journal.log", "journal.torn-1", "journal.torn-2"])
	})

	it("of the very first record begins anew", async () => {
		await writeFile(file, "123 4")
		expect(await reopen()).toEqual({ records: [], torn: join(folder, "journal.torn-1") })
	})
})

/** Where a line begins, the first being 1. */
function lineAt(whole: Buffer, line: number): number {
	let at = 0
	for (let n = 1; n < line; n++) at = whole.indexOf("\n", at) + 1
	return at
}

describe("damage", () => {
	async function expectDamage(bytes: Buffer, offset: number, line: number): Promise<void> {
		await writeFile(file, bytes)
		const damaged = openJournal(folder)
		await expect(damaged).rejects.toThrow(JournalDamaged)
		await expect(damaged).rejects.toMatchObject({ offset, line })
		await expect(collect(readJournal(folder))).rejects.toMatchObject({ offset, line })
		expect((await readFile(file)).equals(bytes)).toBe(true)
		expect((await readdir(folder)).sort()).toEqual(["journal.head", "journal.log"])
	}

	it("of any byte with a good record after it is found, and nothing is changed", async () => {
		const whole = await write([record(1)], [record(2)], [record(3)])
		const second = lineAt(whole, 3)
		const third = lineAt(whole, 4)
		for (let at = second; at < third; at++)
			for (const flip of [0x01, 0xff]) {
				const bytes = Buffer.from(whole)
				bytes[at] = (bytes[at] as number) ^ flip
				const lineBreak = at === third - 1
				await expectDamage(bytes, lineBreak ? at : second, lineBreak ? 4 : 3)
				const seen: JournalDamaged[] = []
				const kept = lineBreak ? [record(1), record(2), record(3)] : [record(1), record(3)]
				expect(await collect(readJournal(folder, (damage) => seen.push(damage)))).toEqual(kept)
				expect(seen).toHaveLength(1)
			}
	})

	it("by a line taken out, added or moved is found", async () => {
		const whole = await write([record(1)], [record(2)], [record(3)])
		const [format = "", one = "", two = "", three = ""] = whole.toString().split(/(?<=\n)/)
		const at = (line: number) => lineAt(whole, line)
		await expectDamage(Buffer.from(format + one + three), at(3), 3)
		await expectDamage(Buffer.from(format + two + three), at(2), 2)
		await expectDamage(Buffer.from(one + two + three), 0, 1)
		await expectDamage(Buffer.from(format + one + two + two + three), at(4), 4)
		await expectDamage(Buffer.from(`${format}${one}\n${two}${three}`), at(3), 3)
		await expectDamage(Buffer.from(`${format}${one.trimEnd()}${two}${three}`), at(3) - 1, 3)
		await expectDamage(Buffer.concat([whole, whole]), at(5), 5)
	})

	it("far from the next good record is found", async () => {
		const whole = await write([record(1)], [record(2)])
		const second = lineAt(whole, 3)
		const hole = Buffer.alloc(5 << 20)
		await expectDamage(Buffer.concat([whole.subarray(0, second), hole, whole.subarray(second)]), second, 3)
	})

	it("is what a file is that no crash leaves behind", async () => {
		const whole = await write([record(1)])
		await expectDamage(Buffer.from("number,id,status\n"), 0, 1)
		await expectDamage(Buffer.concat([whole, Buffer.alloc(2 << 20)]), whole.length, 3)
	})
})
