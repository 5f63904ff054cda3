import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Reading } from "../../src/app/check/reading.ts"
import { openRunJournal, type RunSubject } from "../../src/app/run-journal.ts"
import { readingOfRun } from "../../src/app/run-reading.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"

const reading: Reading = {
	layout: { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns: ["number", "email"] },
	mapping: { version: 2, columns: { number: "number", email: "email" }, constants: {} },
	options: { now: 0, browser: {}, cleaning: allCleaning },
}
const mended: Reading = {
	...reading,
	edits: { cells: [{ row: 2, column: "email", value: "joe@example.com" }], skipped: [4] },
}
const at = "2026-01-01T00:00:00.000Z"
const subject: RunSubject = {
	source: { name: "a.csv", size: 1, sha256: "aa" },
	environment: { url: "https://merchant.intergiro.com", merchant: "m1", kind: "unknown", key: "private" },
	reading,
	tool: "test",
}
const other = { ...subject, environment: { ...subject.environment, merchant: "m2" } }
const intent = { type: "intent", at, number: "1", row: 2, attempt: 1 } as const

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "run-journal-"))
})
afterEach(() => rm(folder, { recursive: true }))

async function session(given: RunSubject, ...records: (typeof intent)[]) {
	const opened = await openRunJournal(folder, given)
	for (const record of records) await opened.journal.append(record)
	await opened.close()
	return opened
}

describe("a run folder", () => {
	it("keeps its run, and what was sent", async () => {
		const first = await session(subject, intent)
		const second = await session(subject)
		expect(second.header.run).toBe(first.header.run)
		expect(second.state.get("1")).toMatchObject({ kind: "doubt", code: "interrupted" })
		expect(second.truncated).toBe(false)
	})

	it("takes no other file, and once something was sent no other environment and no other reading", async () => {
		await session(subject)
		await expect(session({ ...subject, source: { ...subject.source, sha256: "bb" } })).rejects.toMatchObject({
			name: "RunRefused",
			code: "other-file",
		})
		await session(other)
		await session({ ...other, reading: { ...reading, options: { ...reading.options, now: 1 } } }, intent)
		await expect(session(subject)).rejects.toMatchObject({ code: "other-environment" })
		await expect(session(other)).rejects.toMatchObject({ code: "other-reading" })
	})

	it("notices, for ever after, that a part of its journal is missing", async () => {
		await session(subject, intent)
		const journal = join(folder, "journal.log")
		const [first = ""] = (await readFile(journal, "utf8")).split("\n")
		await truncate(journal, Buffer.byteLength(first) + 1)
		expect((await session(subject)).truncated).toBe(true)
		expect((await session(subject, intent, intent, intent)).truncated).toBe(true)
		expect((await session(subject)).truncated).toBe(true)
	})

	it("takes a head that is gone, or no head, for a part that is missing", async () => {
		const head = join(folder, "journal.head")
		for (const damage of [() => rm(head), () => truncate(head, 5), () => writeFile(head, "x".repeat(25))]) {
			await session(subject, intent)
			await damage()
			expect((await session(subject)).truncated).toBe(true)
			expect((await session(subject, ...Array(50).fill(intent))).truncated).toBe(true)
			expect((await session(subject)).truncated).toBe(true)
			await rm(folder, { recursive: true })
			await mkdir(folder)
		}
	})
})

describe("the mends of a run", () => {
	const withMends = { ...subject, reading: mended }
	const path = () => join(folder, "mends.json")
	const journal = () => readFile(join(folder, "journal.log"), "utf8")

	it("stand in its folder and not in its journal, and are read back", async () => {
		await session(withMends, intent)
		expect(await journal()).not.toContain("joe@example.com")
		expect(JSON.parse(await readFile(path(), "utf8"))).toEqual(mended.edits)
		expect(await readingOfRun(folder)).toMatchObject({ source: subject.source, reading: mended })
		await session({ ...subject, reading: (await readingOfRun(folder))?.reading ?? reading })
	})

	it("say which rows are customers by a person's word, and nothing of it where there are none", async () => {
		const kept = { ...mended, edits: { cells: [], skipped: [], kept: [9, 3] } }
		await session({ ...subject, reading: kept })
		expect((await readingOfRun(folder))?.reading).toMatchObject({ edits: { kept: [3, 9] } })
		const none = { ...mended, edits: { cells: [], skipped: [], kept: [] } }
		await session({ ...subject, reading: none })
		expect((await readingOfRun(folder))?.reading).toEqual(reading)
	})

	it("may change while nothing was sent, and leave no file behind when they are taken back", async () => {
		await session(withMends)
		await session(subject)
		expect(await readdir(folder)).not.toContain("mends.json")
		expect((await readingOfRun(folder))?.reading).toEqual(reading)
	})

	it("are refused when they are others after rows were sent, and those of the run stay", async () => {
		await session(withMends, intent)
		const value = "jane@example.com"
		const other = { ...mended, edits: { cells: [{ row: 2, column: "email", value }], skipped: [4] } }
		await expect(session({ ...subject, reading: other })).rejects.toMatchObject({ code: "other-reading" })
		await expect(session(subject)).rejects.toMatchObject({ code: "other-reading" })
		expect((await readingOfRun(folder))?.reading).toEqual(mended)
	})

	it.each([
		["deleted", () => rm(path()), /is gone/],
		[
			"damaged",
			async () => writeFile(path(), (await readFile(path(), "utf8")).replace("joe", "jim")),
			/not what it was/,
		],
		["cut off", () => truncate(path(), 10), /not what it was/],
	])("are missed when they were %s", async (_how, damage, message) => {
		await session(withMends, intent)
		await damage()
		await expect(readingOfRun(folder)).rejects.toMatchObject({
			code: "mends-damaged",
			message: expect.stringMatching(message),
		})
	})

	it("are on the disk before the journal mentions them", async () => {
		// Something in the way of the file.
		await mkdir(join(path(), "in the way"), { recursive: true })
		await expect(session(withMends)).rejects.toMatchObject({ name: "NotOpened" })
		expect(await journal()).not.toContain('"type"')
		expect(await readdir(folder)).not.toContain(".mends.json.partial")
	})
})
