import { mkdtemp, readFile, rm, truncate } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openRunJournal, type RunSubject } from "../../src/app/run-journal.ts"

const at = "2026-01-01T00:00:00.000Z"
const subject: RunSubject = {
	source: { name: "a.csv", size: 1, sha256: "aa" },
	environment: { url: "https://merchant.intergiro.com", merchant: "m1", kind: "unknown", key: "private" },
	reading: { layout: 1 },
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
		expect(second.state.get("1")).toMatchObject({ kind: "ambiguous", open: false })
		expect(second.cut).toBe(false)
	})

	it("takes no other file, and once something was sent no other environment and no other reading", async () => {
		await session(subject)
		await expect(session({ ...subject, source: { ...subject.source, sha256: "bb" } })).rejects.toMatchObject({
			name: "RunRefused",
			code: "other-file",
		})
		await session(other)
		await session({ ...other, reading: { layout: 2 } }, intent)
		await expect(session(subject)).rejects.toMatchObject({ code: "other-environment" })
		await expect(session(other)).rejects.toMatchObject({ code: "other-reading" })
	})

	it("notices, for ever after, that a part of its journal is missing", async () => {
		await session(subject, intent)
		const journal = join(folder, "journal.log")
		const [first = ""] = (await readFile(journal, "utf8")).split("\n")
		await truncate(journal, Buffer.byteLength(first) + 1)
		expect((await session(subject)).cut).toBe(true)
		expect((await session(subject, intent, intent, intent)).cut).toBe(true)
	})

	it("goes on without its head, or with half of one", async () => {
		await session(subject, intent)
		await truncate(join(folder, "journal.head"), 7)
		expect((await session(subject)).cut).toBe(false)
		await rm(join(folder, "journal.head"))
		expect((await session(subject)).cut).toBe(false)
	})
})
