import { readdirSync, readFileSync, renameSync, rmSync, truncateSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** How often the ledger has a text. */
function inLedger(text: string): number {
	const folder = own.path("home/ledger")
	const names = readdirSync(folder).filter((name) => name.endsWith(".log"))
	return names.reduce(
		(sum, name) => sum + readFileSync(own.path("home/ledger", name), "utf8").split(text).length - 1,
		0,
	)
}

/** A run that was killed after the ledger had remembered how far its journal was. */
async function killRun(file: string): Promise<number> {
	own.merchant.latency = 20
	const killed = own.start(file, "out", "--concurrency", "1")
	while (own.merchant.received.length === 0) await sleep(5)
	while (inLedger('"type":"mark"') === 0) await sleep(20)
	killed.child.kill("SIGKILL")
	await killed.finished
	own.merchant.latency = 0
	return own.merchant.received.length
}

/** The journal without all that was sent. */
function cutJournal(): void {
	const journal = readFileSync(own.path("out/journal.log"))
	truncateSync(own.path("out/journal.log"), journal.lastIndexOf("\n", journal.indexOf('"type":"intent"')) + 1)
}

describe.each([
	["with its head beside it", () => {}],
	["without its head", () => rmSync(own.path("out/journal.head"))],
])("a journal that was cut after a kill, %s", (_, more) => {
	it("is noticed by a new folder: a key that cannot list sends nothing, one that can lists first", async () => {
		const file = plainFile(own.folder, 300)
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const sent = await killRun(file)
		cutJournal()
		more()
		for (let time = 0; time < 2; time++) {
			const refused = await own.run(file, "new")
			expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining("part of its journal is missing")])
		}
		expect(own.merchant.received).toHaveLength(sent)
		own.environment.INTERGIRO_API_KEY = own.merchant.key
		const listed = await own.run(file, "new")
		expect([listed.status, listed.stderr]).toEqual([0, listed.stderr])
		expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(300).fill(1))
	})
})

it("a run folder that was renamed after a kill goes on where it is, and others know it there", async () => {
	const file = plainFile(own.folder, 100)
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	await killRun(file)
	renameSync(own.path("out"), own.path("renamed"))
	const lost = await own.run(file, "new")
	expect([lost.status, lost.stderr]).toEqual([3, expect.stringContaining("where it is now")])
	const renamed = await own.run(file, "renamed")
	expect(renamed.stderr).not.toContain("journal is gone")
	expect((await own.run(file, "new")).stderr).not.toContain("journal is gone")
	for (const ids of own.merchant.ledger.values()) expect(ids).toHaveLength(1)
})
