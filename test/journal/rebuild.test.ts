import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { openLedger } from "../../src/journal/ledger.ts"
import { JournalDamaged } from "../../src/journal/log.ts"
import { rebuildLedger } from "../../src/journal/rebuild.ts"
import { runRecord } from "./run-record.ts"

let home: string
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "rebuild-"))
})
afterEach(() => rm(home, { recursive: true }))

const at = "2026-01-02T03:04:05.678Z"
const folder = (run: string) => join(home, run)
const path = () => join(home, "ledger", "m.log")
const open = () => openLedger({ home, merchant: "m" })
const nothing = async () => undefined

/** A run that created one customer of its own name and was merged. */
async function run(name: string): Promise<void> {
	const records: JournalRecord[] = [
		runRecord(name, at),
		{ type: "intent", at, number: name, row: 2, attempt: 1 },
		{ type: "outcome", at, number: name, row: 2, outcome: { kind: "created", id: `id-${name}` } },
		{ type: "intent", at, number: `${name}?`, row: 3, attempt: 1 },
	]
	const journal = await openJournal(folder(name))
	await Promise.all(records.map((record) => journal.append(record)))
	await journal.close()
	const ledger = await open()
	await ledger.register(name, folder(name))
	await ledger.merge(name, RunState.of(records))
	await ledger.close()
}

/** One flipped bit in what the first run says. */
async function damage(): Promise<void> {
	await writeFile(path(), (await readFile(path(), "utf8")).replace("id-one", "id-oNe"))
	await expect(open()).rejects.toThrow(JournalDamaged)
}

async function known(...numbers: string[]) {
	const ledger = await open()
	const states = numbers.map((number) => ledger.lookup(number)?.state)
	await ledger.close()
	return { states, warnings: ledger.warnings.map(({ reason }) => reason), other: ledger.other }
}

describe("a damaged ledger", () => {
	beforeEach(async () => {
		await run("one")
		await run("two")
		await damage()
	})

	it("is made anew from run folders and from what can be read of it, and kept under another name", async () => {
		const before = await readFile(path())
		const rebuilt = await rebuildLedger({ home, merchant: "m", folders: [folder("one")], list: nothing })
		expect(rebuilt).toMatchObject({ numbers: 4, unmerged: ["two"], listed: false, aside: `${path()}.old-1` })
		expect(await readFile(`${path()}.old-1`)).toEqual(before)
		expect(await known("one", "one?", "two", "two?")).toEqual({
			states: ["exists", "unknown", "exists", "unknown"],
			warnings: [],
			other: undefined,
		})
	})

	it("takes what Intergiro lists, and no run is waited for then", async () => {
		await rm(folder("one"), { recursive: true })
		const listing = new Map(["one", "three"].map((number) => [number, [{ id: `id-${number}`, number }]]))
		const rebuilt = await rebuildLedger({ home, merchant: "m", folders: [], list: async () => listing })
		expect(rebuilt).toMatchObject({ unmerged: [], listed: true })
		expect(await known("one", "two", "three")).toMatchObject({ states: Array(3).fill("exists"), warnings: [] })
	})

	it("stays as it is when the listing fails, or a folder cannot be read", async () => {
		const before = await readFile(path())
		const list = () => Promise.reject(new Error("no listing"))
		await expect(rebuildLedger({ home, merchant: "m", folders: [], list })).rejects.toThrow("no listing")
		const folders = [folder("none")]
		await expect(rebuildLedger({ home, merchant: "m", folders, list: nothing })).rejects.toMatchObject({
			code: "ENOENT",
		})
		expect(await readFile(path())).toEqual(before)
	})

	it("leaves a run open whose journal lacks something", async () => {
		await rm(join(folder("one"), "journal.head"))
		const rebuilt = await rebuildLedger({ home, merchant: "m", folders: [folder("one")], list: nothing })
		expect(rebuilt.unmerged).toEqual(["one", "two"])
		expect(await known("one")).toMatchObject({ states: ["exists"], warnings: ["truncated"] })
	})

	it("can be made anew again, also after that was interrupted, and no old one is overwritten", async () => {
		await writeFile(path().replace(".log", ".draft.log"), "half")
		for (let time = 0; time < 2; time++)
			await rebuildLedger({ home, merchant: "m", folders: [folder("one")], list: nothing })
		expect((await readdir(join(home, "ledger"))).sort()).toEqual(["m.head", "m.log", "m.log.old-1", "m.log.old-2"])
		expect(await known("one", "two")).toMatchObject({ states: ["exists", "exists"], warnings: [] })
	})

	it("that was half put in its place counts as one with a part missing", async () => {
		const old = await readFile(path())
		await rebuildLedger({ home, merchant: "m", folders: [folder("one")], list: nothing })
		await writeFile(
			path(),
			old
				.subarray(0, old.lastIndexOf("\n", -2) + 1)
				.toString()
				.replace("id-oNe", "id-one"),
		)
		expect(await known()).toMatchObject({ warnings: ["ledger"] })
	})
})

it("a ledger that is gone is made from run folders", async () => {
	await run("one")
	await rm(join(home, "ledger"), { recursive: true })
	const rebuilt = await rebuildLedger({ home, merchant: "m", folders: [folder("one")], list: nothing })
	expect(rebuilt).not.toHaveProperty("aside")
	expect(await known("one")).toMatchObject({ states: ["exists"], warnings: [] })
})
