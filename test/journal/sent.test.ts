import { beforeAll, describe, expect, it } from "vitest"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { neverLeft, RunJournalPort } from "../../src/journal/leaving.ts"
import { ModelDisk } from "./model-disk.ts"

const at = "2026-01-02T03:04:05.678Z"
const folder = "/run"
const paths = { log: "/run/journal.log", head: "/run/journal.head", sent: "/run/journal.sent" }
const session: JournalRecord = { type: "session", at, settings: {} }
const intent = (number: string, attempt = 1): JournalRecord => ({ type: "intent", at, number, row: 2, attempt })
const created = (number: string): JournalRecord => ({
	type: "outcome",
	at,
	number,
	row: 2,
	outcome: { kind: "created", id: `id-${number}` },
})

/** One process: its session, the requests that leave, and those that are only written down. */
async function work(disk: ModelDisk, boot: string, leaving: readonly string[], answered: readonly string[]) {
	const log = await openJournal(folder, disk)
	const port = new RunJournalPort(folder, log, boot, disk)
	await port.append(session)
	for (const number of [...leaving, "ahead"]) await port.append(intent(number))
	for (const number of leaving) port.leaving(number, 1)
	for (const number of answered) await port.append(created(number))
	return { log, port }
}

/** The numbers that a start finds to have never left. */
async function free(disk: ModelDisk, boot = "boot"): Promise<string[]> {
	const log = await openJournal(folder, disk)
	const state = new RunState()
	for await (const record of log.records) state.apply(record)
	const records = await neverLeft(folder, log, state, boot, disk)
	await log.close()
	return records.flatMap((record) =>
		record.type === "not-applied" && record.code === "never-left" ? [record.number] : [],
	)
}

/** The disk of a machine that stayed up, with some files changed. */
function withFiles(disk: ModelDisk, changes: Partial<Record<keyof typeof paths, Buffer>>): ModelDisk {
	const copy = disk.afterKill()
	for (const [name, bytes] of Object.entries(changes)) copy.put(paths[name as keyof typeof paths], bytes)
	return copy
}

let killed: ModelDisk
let earlier: ModelDisk
let middle: ModelDisk
beforeAll(async () => {
	const disk = new ModelDisk()
	const first = await work(disk, "boot", ["x", "y"], ["x", "y"])
	earlier = disk.afterKill()
	await first.port.close()
	const log = await openJournal(folder, disk)
	const port = new RunJournalPort(folder, log, "boot", disk)
	await port.append(session)
	await port.append(intent("å"))
	port.leaving("å", 1)
	middle = disk.afterKill()
	for (const number of ["b", 'c"\n', "ahead 1", "ahead 2"]) await port.append(intent(number))
	for (const number of ["b", 'c"\n']) port.leaving(number, 1)
	await port.append(created("b"))
	killed = disk.afterKill()
})

const content = (disk: ModelDisk, name: keyof typeof paths) => disk.content(paths[name]) ?? Buffer.alloc(0)

describe("after a kill, with the machine still up", () => {
	it("what was written down and did not leave is free, and what left is not", async () => {
		expect(await free(killed.afterKill())).toEqual(["ahead 1", "ahead 2"])
		expect(await free(middle.afterKill())).toEqual([])
	})

	it("nothing is free after the machine was started again, or where that cannot be told", async () => {
		expect(await free(killed.afterKill(), "another")).toEqual([])
		expect(await free(killed.afterKill(), "")).toEqual([])
		expect(await free(killed.afterPowerLoss(() => 0))).toEqual([])
	})

	it("nothing is free once any byte of the notes was altered, or any of them is missing", async () => {
		const notes = content(killed, "sent")
		for (let position = 0; position < notes.length; position++) {
			for (const by of [0x01, 0x20, 0x80]) {
				const copy = Buffer.from(notes)
				copy[position] = (copy[position] ?? 0) ^ by
				expect(await free(withFiles(killed, { sent: copy }))).toEqual([])
			}
			expect(await free(withFiles(killed, { sent: notes.subarray(0, position) }))).toEqual([])
		}
	})

	it("nothing is free with a line of the notes taken out, doubled or moved", async () => {
		const lines = content(killed, "sent")
			.toString()
			.split(/(?<=\n)/)
		const orders = [
			[0, 1, 2],
			[0, 1, 3],
			[0, 2, 3],
			[0, 1, 1, 2, 3],
			[0, 2, 1, 3],
		]
		for (const order of orders) {
			const sent = Buffer.from(order.map((line) => lines[line]).join(""))
			expect(await free(withFiles(killed, { sent }))).toEqual([])
		}
	})

	it("nothing is free by older notes, with or without the older head beside them", async () => {
		for (const older of [earlier, middle]) {
			const sent = content(older, "sent")
			expect(await free(withFiles(killed, { sent }))).toEqual([])
			expect(await free(withFiles(killed, { sent, head: content(older, "head") }))).toEqual([])
		}
	})

	it("nothing is free where a part of the journal is missing, or its head is no head", async () => {
		const log = content(killed, "log")
		const cut = log.subarray(0, log.lastIndexOf("\n", -2) + 1)
		expect(await free(withFiles(killed, { log: cut }))).toEqual([])
		expect(await free(withFiles(killed, { head: Buffer.alloc(0) }))).toEqual([])
	})

	it("what an earlier session left in doubt stays so", async () => {
		const disk = killed.afterKill()
		const log = await openJournal(folder, disk)
		const port = new RunJournalPort(folder, log, "boot", disk)
		await port.append(session)
		await port.append(intent("new"))
		expect(await free(disk.afterKill())).toEqual(["new"])
	})
})

it("a request cannot leave before its session is written down", async () => {
	const disk = new ModelDisk()
	const port = new RunJournalPort(folder, await openJournal(folder, disk), "boot", disk)
	expect(() => port.leaving("1", 1)).toThrow("before the session")
	await port.close()
})
