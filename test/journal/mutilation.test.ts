import fc from "fast-check"
import { beforeAll, expect, it } from "vitest"
import type { JournalRecord } from "../../src/contract/record.ts"
import { openJournal, readJournal } from "../../src/journal/journal.ts"
import { JournalDamaged } from "../../src/journal/log.ts"
import { sample } from "../sample.ts"
import { ModelDisk } from "./model-disk.ts"

const file = "/run/journal.log"
const written = Array.from(
	{ length: 6 },
	(_, row): JournalRecord => ({
		type: "intent",
		at: "2026-01-02T03:04:05.678Z",
		number: `é"${row}\n`,
		row,
		attempt: 1,
	}),
)
let whole: Buffer
beforeAll(async () => {
	const disk = new ModelDisk()
	const journal = await openJournal("/run", disk)
	for (const record of written) await journal.append(record)
	await journal.close()
	whole = disk.content(file) as Buffer
})

/** Some bytes of the journal replaced by others, or by some of its own. */
const mutilated = fc
	.tuple(
		fc.nat(1_000),
		fc.nat(300),
		fc.oneof(
			fc.uint8Array({ maxLength: 20 }),
			fc.tuple(fc.nat(1_000), fc.nat(300)).map(([start, length]) => whole.subarray(start, start + length)),
		),
	)
	.map(([start, length, bytes]) => Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(start + length)]))

async function collect(records: AsyncIterable<JournalRecord>): Promise<JournalRecord[]> {
	const all: JournalRecord[] = []
	for await (const record of records) all.push(record)
	return all
}

it("whatever happens to its bytes, a journal shows a beginning of what was written, or refuses, and invents nothing", async () => {
	const ends = { begun: 0, refused: 0 }
	await fc.assert(
		fc.asyncProperty(mutilated, async (bytes) => {
			const disk = new ModelDisk()
			disk.put(file, bytes)
			const damages: JournalDamaged[] = []
			const readable = await collect(readJournal("/run", (damage) => damages.push(damage), disk))
			for (const record of readable) expect(written).toContainEqual(record)
			try {
				const journal = await openJournal("/run", disk)
				const records = await collect(journal.records)
				await journal.close()
				ends.begun++
				expect(damages).toEqual([])
				expect(records).toEqual(written.slice(0, records.length))
				expect(readable).toEqual(records)
			} catch (error) {
				if (!(error instanceof JournalDamaged)) throw error
				ends.refused++
				expect(damages[0]).toEqual(error)
				expect(disk.content(file)).toEqual(bytes)
			}
		}),
		{ numRuns: sample(300) },
	)
	expect(ends.begun).toBeGreaterThan(40)
	expect(ends.refused).toBeGreaterThan(40)
})
