import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import type { PastRun } from "../../electron/history.ts"
import { resultOf } from "../../electron/result.ts"
import { noCards } from "../../src/contract/card-fate.ts"
import { describeStop, noCounts } from "../../src/contract/progress.ts"
import { told } from "../../src/customer/sentences.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { type RunFacts, summarize } from "../../src/report/summary.ts"
import { runFacts } from "../report/run-facts.ts"

let home = ""
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "result-"))
})
afterEach(() => rm(home, { recursive: true }))

const tally = {
	...{ rows: 3, pending: 1, pendingCustomers: 1, pendingRows: "4", found: 0, asked: 0, customers: 2 },
	...{
		met: 2,
		known: 2,
		shared: 0,
		existed: 0,
		accepted: 0,
		renumbered: 0,
		addable: 0,
		metCards: 0,
		knownCards: 0,
		followUps: 0,
		reasons: {},
	},
	checked: {
		yes: 0,
		missing: 0,
		removed: 0,
		"other-number": 0,
		twice: 0,
		"card-missing": 0,
		"card-twice": 0,
		"card-unknown": 0,
	},
	cameBack: { differing: 0, withoutCard: 0, cardNotStored: 0, cardTwice: 0 },
	...{ given: { errors: "", unknown: "" }, tokens: noCards(), outcomes: { ...noCounts(), created: 2 } },
}

async function write(run: string, facts: Partial<RunFacts>, earlier: Record<string, number> = {}) {
	const folder = join(home, run)
	await mkdir(folder, { recursive: true })
	const summary = summarize({ ...runFacts(3), run, ...facts }, { ...tally, earlier }, [])
	await writeFile(join(folder, "summary.json"), JSON.stringify(summary))
	return { folder, id: run } as RunReference
}

it("asks to look at the first ones where some were sent for that, and not where rows in doubt were sent again", async () => {
	const stop = { kind: "first", told: "" }
	const isFirst = async (first: number, requests: number) => {
		const throughput = { requests, seconds: 1, perSecond: requests }
		return (await resultOf(await write("a", { stop, settings: { first }, throughput }), [], [])).first
	}
	expect(await isFirst(3, 3)).toBe(true)
	expect(await isFirst(3, 0)).toBe(false)
	expect(await isFirst(0, 7)).toBe(false)
})

it("knows whom another import of the same file created before", async () => {
	const others = [{ reference: await write("before", {}) }, { reference: { folder: join(home, "gone") } }] as PastRun[]
	const run = await write("now", {}, { before: 2, elsewhere: 1 })
	expect((await resultOf(run, others, [])).before).toBe(2)
	expect((await resultOf(run, [], [])).before).toBe(0)
})

it("knows whom the imports of its mended rows created, once it has them in its figures", async () => {
	const mended = [{ reference: await write("mended", {}) }] as PastRun[]
	const run = await write("now", {}, { mended: 13, elsewhere: 1 })
	expect((await resultOf(run, [], mended)).mended).toBe(13)
	expect((await resultOf(run, [], [])).mended).toBe(0)
})

it("says in the words of the window why the command line stopped, and what it warned of", async () => {
	const message = "The first customer came back other than it was sent."
	const stop = { kind: "differences", told: describeStop({ kind: "differences", fields: ["contact.name"], message }) }
	const warnings = [told`So it was not looked: ${{ way: "verify" }} does that.`, "Something else."]
	const { folder, id } = await write("stopped", { stop, warnings })
	const written = JSON.parse(await readFile(join(folder, "summary.json"), "utf8"))
	expect(written.stop.message).toMatch(/start again with --letter-case snake,.* start again with --accept-differences/)
	expect(written.warnings).toEqual(["So it was not looked: the command verify does that.", "Something else."])
	const result = await resultOf({ folder, id } as RunReference, [], [])
	expect(result.stop?.message).toMatch(/choose that in the settings.* go on with the rest, and accept it\.$/)
	expect(result.warnings).toEqual([
		'So it was not looked: the button "Verify" of the result does that.',
		"Something else.",
	])
})

it("takes what an earlier version wrote as it is", async () => {
	const { folder, id } = await write("older", { warnings: ["Something to know."] })
	const { warned: _, ...older } = JSON.parse(await readFile(join(folder, "summary.json"), "utf8"))
	await writeFile(
		join(folder, "summary.json"),
		JSON.stringify({ ...older, stop: { kind: "asked", message: "Stopped." } }),
	)
	const { stop, warnings } = await resultOf({ folder, id } as RunReference, [], [])
	expect([stop, warnings]).toEqual([{ kind: "asked", message: "Stopped." }, ["Something to know."]])
})
