import { afterAll, describe, expect, it } from "vitest"
import { JournalFailed, type JournalRecord } from "../../src/contract/record.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { stride } from "../sample.ts"
import { type Hook, ModelDisk } from "./model-disk.ts"

const folder = "/run"
const file = "/run/journal.log"
const groups = [2, 1, 2, 1].map((size, group) =>
	Array.from(
		{ length: size },
		(_, at): JournalRecord => ({
			type: "outcome",
			at: "2026-01-02T03:04:05.678Z",
			number: `${group}-${at}-å`,
			row: 2,
			outcome: { kind: "created", id: `id-${group}-${at}` },
		}),
	),
)
const all = groups.flat()
const later: JournalRecord = { type: "end", at: "2026-01-02T03:05:00.000Z", reason: "done" }

let states = 0
afterAll(() => console.info(`crash points: ${states} states recovered`))

/** Writes the groups, each once the one before is durable; returns how many records were acknowledged. */
async function write(disk: ModelDisk): Promise<{ acknowledged: number; error?: unknown }> {
	let acknowledged = 0
	const run = async () => {
		const journal = await openJournal(folder, disk)
		for (const group of groups)
			await Promise.all(
				group.map(async (record) => {
					await journal.append(record)
					acknowledged++
				}),
			)
		await journal.close()
	}
	const error = await Promise.race([
		disk.died,
		run().then(
			() => undefined,
			(error) => error,
		),
	])
	return { acknowledged, error }
}

async function recover(disk: ModelDisk): Promise<JournalRecord[]> {
	const journal = await openJournal(folder, disk)
	const records: JournalRecord[] = []
	for await (const record of journal.records) records.push(record)
	expect(journal.truncated).toBe(false)
	await journal.close()
	return records
}

async function append(disk: ModelDisk): Promise<void> {
	const journal = await openJournal(folder, disk)
	await journal.append(later)
	await journal.close()
}

/** What was acknowledged is there, what else is there was appended next, and the journal goes on, also after another crash. */
async function expectRecovery(disk: ModelDisk, acknowledged: number): Promise<JournalRecord[]> {
	states++
	const records = await recover(disk)
	expect(records.length).toBeGreaterThanOrEqual(acknowledged)
	expect(records).toEqual(all.slice(0, records.length))
	await append(disk)
	expect(await recover(disk.afterPowerLoss(() => 0))).toEqual([...records, later])
	return records
}

/** The states in which a power loss or a kill may leave the disk: every one, or with one in so many numbers of bytes that survive. */
function* aftermaths(disk: ModelDisk, step = 1): Generator<ModelDisk> {
	yield disk.afterKill()
	for (const name of [0, 1]) {
		const survival = (path: string, kept: number) => (path === folder ? name : kept)
		for (let kept = 0; kept <= disk.unsynced(file); kept += step)
			for (const zeros of [false, true]) yield disk.afterPowerLoss((path) => survival(path, kept), zeros)
	}
}

const dieAt =
	(index: number): Hook =>
	(operation) =>
		operation.index === index ? { kind: "death" } : undefined

async function operations(run: (disk: ModelDisk) => Promise<unknown>, start: ModelDisk): Promise<number> {
	const disk = start.afterKill()
	await run(disk)
	return disk.count
}

/** A disk with the journal as it was after `count` groups, ending in `end`. */
async function prepared(count: number, end: Buffer): Promise<ModelDisk> {
	const disk = new ModelDisk()
	const journal = await openJournal(folder, disk)
	for (const record of groups.slice(0, count).flat()) await journal.append(record)
	await journal.close()
	const start = new ModelDisk()
	start.put(file, Buffer.concat([disk.content(file) as Buffer, end]))
	start.put("/run/journal.head", disk.content("/run/journal.head") as Buffer)
	return start
}

/** One number of bytes in so many survives. */
const places = stride(5)

describe("a crash", () => {
	it("at every operation and every byte of a run loses nothing that was acknowledged", async () => {
		const count = await operations(write, new ModelDisk())
		for (let index = 0; index < count; index++) {
			const disk = new ModelDisk(dieAt(index))
			const { acknowledged } = await write(disk)
			for (const aftermath of aftermaths(disk, places)) await expectRecovery(aftermath, acknowledged)
		}
		expect(states).toBeGreaterThan(5_000 / places)
	})

	it.each([
		["a torn record", Buffer.from('123 89abcdef {"prev":"0123')],
		["zeros", Buffer.alloc(40)],
	])("at every operation of a recovery from %s loses neither records nor what is set aside", async (_, end) => {
		const start = await prepared(3, end)
		const count = await operations(recover, start)
		for (let index = 0; index < count; index++) {
			const disk = start.afterKill(dieAt(index))
			await Promise.race([disk.died, recover(disk)])
			for (const aftermath of aftermaths(disk, 7 * places)) {
				const records = await expectRecovery(aftermath, 5)
				expect(records).toHaveLength(5)
				const aside = aftermath.paths().filter((path) => path.includes(".torn-"))
				expect(aside.map((path) => aftermath.content(path))).toEqual([end])
			}
		}
	})

	it("at every operation of completing the last line loses nothing", async () => {
		const whole = (await prepared(3, Buffer.alloc(0))).content(file) as Buffer
		const start = new ModelDisk()
		start.put(file, whole.subarray(0, -1))
		start.put("/run/journal.head", (await prepared(2, Buffer.alloc(0))).content("/run/journal.head") as Buffer)
		const count = await operations(recover, start)
		for (let index = 0; index < count; index++) {
			const disk = start.afterKill(dieAt(index))
			await Promise.race([disk.died, recover(disk)])
			for (const aftermath of aftermaths(disk, 7 * places)) await expectRecovery(aftermath, 5)
		}
	})

	it("during the recovery from every crash loses nothing", async () => {
		const count = await operations(write, new ModelDisk())
		for (let index = 0; index < count; index++) {
			const disk = new ModelDisk(dieAt(index))
			const { acknowledged } = await write(disk)
			const torn = disk.afterPowerLoss((path, units) => (path === folder ? 1 : Math.floor(units / 2)))
			const steps = await operations(recover, torn)
			for (let step = 0; step < steps; step++) {
				const again = torn.afterKill(dieAt(step))
				await Promise.race([again.died, recover(again)])
				for (const survivors of [0, 0.5, 1])
					await expectRecovery(
						again.afterPowerLoss((path, units) => (path === folder ? 1 : Math.floor(units * survivors))),
						acknowledged,
					)
			}
		}
	})
})

describe("an error of the disk", () => {
	it("at every operation and every byte stops the journal, and opening it again goes on, whatever the disk forgets later", async () => {
		const count = await operations(write, new ModelDisk())
		for (const code of ["EIO", "ENOSPC"] as const)
			for (let index = 0; index < count; index++)
				for (let written = 0, length = 0; written <= length; written += places) {
					const disk = new ModelDisk((operation) => {
						if (operation.index !== index) return undefined
						length = operation.length
						return { kind: "error", code, written }
					})
					const { acknowledged, error } = await write(disk)
					expect(error).toBeInstanceOf(JournalFailed)
					expect((error as JournalFailed).message).toContain(code)
					const reopened = disk.afterKill()
					const seen = await recover(reopened)
					const records = await expectRecovery(
						reopened.afterPowerLoss(() => 0),
						acknowledged,
					)
					expect(records).toEqual(seen)
				}
	})

	it("rejects all that wait and all that follow, and writes nothing more", async () => {
		let broken = false
		const disk = new ModelDisk(({ kind }) => (broken && kind === "sync" ? { kind: "error", code: "EIO" } : undefined))
		const journal = await openJournal(folder, disk)
		await journal.append(all[0] as JournalRecord)
		broken = true
		const waiting = all.slice(1, 4).map((record) => journal.append(record))
		for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe("rejected")
		broken = false
		const before = disk.count
		await expect(journal.append(all[4] as JournalRecord)).rejects.toThrow(JournalFailed)
		await journal.close()
		expect(disk.count).toBe(before)
	})

	it("while it is opened is told as such", async () => {
		const start = await prepared(2, Buffer.from("12 torn"))
		const count = await operations(recover, start)
		for (let index = 0; index < count; index++) {
			const disk = start.afterKill((operation) =>
				operation.index === index ? { kind: "error", code: "ENOSPC", written: 3 } : undefined,
			)
			await expect(recover(disk)).rejects.toThrow(JournalFailed)
			await expectRecovery(disk.afterKill(), 3)
		}
	})
})

it("several appends of one turn become durable in one write and one sync", async () => {
	const disk = new ModelDisk()
	const journal = await openJournal(folder, disk)
	const before = disk.count
	await Promise.all(all.map((record) => journal.append(record)))
	expect(disk.count - before).toBe(2)
	await journal.close()
})

it("no write is longer than what a recovery takes for torn", async () => {
	const lengths: number[] = []
	const disk = new ModelDisk(({ kind, length }) => {
		if (kind === "write") lengths.push(length)
		return undefined
	})
	const journal = await openJournal(folder, disk)
	const long: JournalRecord = { type: "end", at: later.at, reason: "x".repeat(300_000) }
	await Promise.all(Array.from({ length: 10 }, () => journal.append(long)))
	expect(lengths.filter((length) => length > 1_000)).toHaveLength(4)
	expect(Math.max(...lengths)).toBeLessThanOrEqual(1 << 20)
	await journal.close()
})
