import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import type { Reading } from "../../src/app/check/reading.ts"
import { openRunJournal } from "../../src/app/run-journal.ts"
import { readingOfRun } from "../../src/app/run-reading.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { inCommands } from "../../src/customer/command-words.ts"

const at = "2026-01-01T00:00:00.000Z"
const reading: Reading = {
	layout: { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns: ["number", "email"] },
	mapping: { version: 2, columns: { number: "number", email: "email" }, constants: {} },
	options: { now: 0, browser: {}, cleaning: allCleaning },
}
const mended = (value: string): Reading => ({
	...reading,
	edits: { cells: [{ row: 2, column: "email", value }], skipped: [] },
})

let folder: string
const path = (name: string) => join(folder, name)
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "mends-"))
})
afterEach(() => rm(folder, { recursive: true }))

/** What a session of a run that is read so tells a person; a row is sent in it. */
async function told(reading: Reading): Promise<string | undefined> {
	const opened = await openRunJournal(folder, {
		source: { name: "a.csv", size: 1, sha256: "aa" },
		environment: { url: "https://merchant.intergiro.com", merchant: "m1", kind: "unknown", key: "private" },
		reading,
		tool: "test",
	})
	await opened.journal.append({ type: "intent", at, number: "1", row: 2, attempt: 1 })
	await opened.close()
	return opened.warning === undefined ? undefined : inCommands(opened.warning)
}

async function loseJournal(): Promise<void> {
	for (const name of await readdir(folder)) if (name.startsWith("journal")) await rm(path(name), { recursive: true })
}

it("go on where the journal is gone and they are the same", async () => {
	await told(mended("a@x.se"))
	await loseJournal()
	expect(await told(mended("a@x.se"))).toBeUndefined()
	expect((await readdir(folder)).filter((name) => name.startsWith("mends"))).toEqual(["mends.json"])
})

it("are set aside and told where they are others, each under a name of its own", async () => {
	for (const value of ["a@x.se", "b@x.se"]) {
		await loseJournal()
		await told(mended(value))
	}
	await loseJournal()
	expect(await told(reading)).toMatch(/other mended values.*mends\.json\.aside-2/)
	expect(await readFile(path("mends.json.aside-1"), "utf8")).toContain("a@x.se")
	expect(await readFile(path("mends.json.aside-2"), "utf8")).toContain("b@x.se")
	expect(await readdir(folder)).not.toContain("mends.json")
})

it("are found again where they were set aside, and put back", async () => {
	await told(mended("a@x.se"))
	await rename(path("mends.json"), path("mends.json.aside-1"))
	await writeFile(path("mends.json"), "{}")
	expect((await readingOfRun(folder))?.reading).toEqual(mended("a@x.se"))
	expect(await told(mended("a@x.se"))).toContain("mends.json.aside-2")
	expect(await readFile(path("mends.json"), "utf8")).toContain("a@x.se")
})

it("say what to do where they are neither here nor there", async () => {
	await told(mended("a@x.se"))
	await writeFile(path("mends.json"), "{}")
	await expect(readingOfRun(folder)).rejects.toThrow(/is not what it was.*Put it back from a backup/)
})
