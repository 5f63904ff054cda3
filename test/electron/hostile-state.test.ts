import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import { afterEach, beforeEach, expect, test } from "vitest"
import { History, type PastRun } from "../../electron/history.ts"
import { KeptMends } from "../../electron/kept-mends.ts"
import { Preferences } from "../../electron/settings.ts"
import { Answers } from "../../src/app/answers.ts"
import { loadMapping } from "../../src/cli/mapping-file.ts"
import { Usage } from "../../src/cli/output.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { EvidenceCollector } from "../../src/customer/columns/evidence.ts"
import { UnusableMapping } from "../../src/customer/columns/mapping-problems.ts"
import { readHeaders } from "../../src/customer/headers/read-headers.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { sample } from "../sample.ts"

let home = ""
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "hostile-"))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const sha256 = "0".repeat(64)
const columns = ["Kundnr", "__proto__", "toString", "E-post", "constructor"]
const mapping = {
	version: 2,
	columns: { Kundnr: "number", "E-post": "email", toString: null, constructor: ["name", "company"] },
	constants: { currency: "SEK" },
	joinRows: true,
	first: { token: "E-post" },
	statuses: { toString: { Vilande: "created" } },
}
const run = {
	path: "/a.csv",
	sha256,
	environment: "sandbox",
	reference: {
		id: "one",
		file: "a.csv",
		folder: "/runs/one",
		environment: { name: "Sandbox", kind: "sandbox", id: "sandbox" },
		confirmed: false,
		started: "2026-01-01T00:00:00.000Z",
		state: "finished",
		unfinished: false,
		rows: 3,
		created: 0,
		open: 3,
		leftOut: 0,
		needs: 0,
		wrong: 0,
		again: 0,
		looked: false,
	},
}
const runs = [run, { ...run, reference: { ...run.reference, id: "two" } }]
/** What the files of the app hold, as this version writes them. */
const good: Readonly<Record<string, unknown>> = {
	"settings.json": {
		settings: {
			theme: "auto",
			rate: 20,
			concurrency: 10,
			settle: 120,
			browser: defaultBrowser,
			cleaning: allCleaning,
			fullResults: false,
			environment: "sandbox",
			letterCase: "camel",
		},
		recent: ["/a.csv"],
		runs: "/runs",
		window: { x: 0, y: 0, width: 900, height: 700, maximized: false },
	},
	"runs.json": runs,
	"answers.json": { answers: [{ header: columns, mapping }], confirmed: [{ header: columns, mapping }] },
	[`mends/${sha256}.json`]: {
		cells: [{ row: 2, column: "E-post", value: "x" }],
		skipped: [3],
		kept: [],
		confirmed: [],
	},
	[`mends/${"1".repeat(64)}.places.json`]: { path: "/a.csv", at: 1, places: [] },
	"mapping.json": mapping,
}

/** What is no file of a person's has its version beside what it holds; those of 0.1.0 had none. */
const forms = (name: string, value: unknown): readonly unknown[] =>
	name === "mapping.json" ? [value] : [{ version: 1, data: value }, value]

function entriesOf(text: string | undefined): readonly PastRun[] {
	try {
		const value: unknown = JSON.parse(text ?? "")
		const entries = value instanceof Object && "data" in value ? value.data : value
		return Array.isArray(entries) ? entries : []
	} catch {
		return []
	}
}

/** Reads all of them, and does what the app does with them first; throws where one of them troubles another. */
async function readAll(): Promise<void> {
	const preferences = new Preferences(home)
	expect(preferences.settings.rate).toBeGreaterThanOrEqual(0)
	expect(preferences.recent.every((one) => typeof one === "string")).toBe(true)
	const history = new History(home, () => "sandbox")
	for (const { path } of history.of(sha256) as readonly PastRun[]) expect(typeof path).toBe("string")
	for (const { rows } of history.list()) expect(typeof rows).toBe("number")
	const mends = new KeptMends(home, history)
	expect((await mends.of(sha256))?.cells.every(({ value }) => typeof value === "string") ?? true).toBe(true)
	await mends.before("/a.csv", sha256)
	const evidence = new EvidenceCollector(readHeaders(columns)).result
	const answered = new Answers(home).for(columns, evidence)
	const loaded = await loadMapping(join(home, "mapping.json")).catch((error) => {
		if (!(error instanceof Usage)) throw error
	})
	for (const each of [answered, loaded]) {
		if (each === undefined) continue
		try {
			const options = { now: 0, browser: defaultBrowser, cleaning: allCleaning }
			rowChecker(each, columns, options)(["1", "b", "Vilande", "a@example.com", "Ek"], 2)
		} catch (error) {
			if (!(error instanceof UnusableMapping)) throw error
		}
	}
}

const nasty = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		"",
		"?",
		"x\n\u202e",
		-1e300,
		2 ** 53,
		{},
		[],
		[[]],
		{ toString: 1 },
		{ length: 1e9 },
	),
	fc.constantFrom<unknown>("number", "token", "__proto__", ["number", "number"], { __proto__: null }, "errors", 0, 3.5),
	fc.jsonValue(),
)

/** A value with one place of it, however deep, taken by another, or with a property that nobody knows. */
function altered(value: unknown, path: readonly number[], by: unknown, name: string | undefined): unknown {
	if (typeof value !== "object" || value === null) return by
	const entries = Object.entries(value)
	const [at = 0, ...rest] = path
	const chosen = entries.length === 0 ? -1 : at % entries.length
	const isHere = rest.length === 0
	const changed = entries.map(([key, one], index): [string, unknown] =>
		index !== chosen
			? [key, one]
			: [isHere && name !== undefined ? name : key, isHere ? by : altered(one, rest, by, name)],
	)
	if (Array.isArray(value)) return changed.map(([, one]) => one)
	const object = {}
	for (const [key, one] of changed)
		Object.defineProperty(object, key, { value: one, enumerable: true, configurable: true })
	return object
}

const text = (value: unknown) =>
	fc.oneof(
		{
			weight: 6,
			arbitrary: fc
				.tuple(
					fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
					nasty,
					fc.option(fc.constantFrom("__proto__", "toString", "mood", "version"), { nil: undefined }),
				)
				.map(([path, by, name]) => JSON.stringify(altered(value, path, by, name)) ?? ""),
		},
		fc.jsonValue().map((any) => JSON.stringify(any)),
		fc.nat(400).map((end) => JSON.stringify(value).slice(0, end)),
		fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'{"settings":['.repeat(depth)}${"]}".repeat(depth)}`),
	)

test("whatever stands in a file of the app, it is read, nothing else is lost by it, and no reading changes it", async () => {
	const texts = Object.entries(good).map(([name, value]) => [name, fc.oneof(...forms(name, value).map(text))] as const)
	const files = fc.record(Object.fromEntries(texts))
	await fc.assert(
		fc.asyncProperty(files, async (texts) => {
			rmSync(home, { recursive: true, force: true })
			mkdirSync(join(home, "mends"), { recursive: true })
			for (const [name, each] of Object.entries(texts)) writeFileSync(join(home, name), each)
			await readAll()
			for (const [name, each] of Object.entries(texts)) expect(readFileSync(join(home, name), "utf8")).toBe(each)
			// An import that is as it was written is in the history, whatever became of the other one.
			const ids = new History(home, () => "sandbox").list().map(({ id }) => id)
			for (const { reference } of entriesOf(texts["runs.json"]).filter((one) =>
				runs.some((own) => isDeepStrictEqual(own, one)),
			))
				expect(ids).toContain(reference.id)
			// What is written over is beside it as it was, where not all of it is used.
			const preferences = new Preferences(home)
			const { told } = preferences
			preferences.change({ rate: 7 })
			expect(new Preferences(home).settings.rate).toBe(7)
			const aside = readdirSync(home).filter((name) => name.startsWith("settings.set-aside-"))
			expect(aside).toHaveLength(told.length)
			for (const name of aside) expect(readFileSync(join(home, name), "utf8")).toBe(texts["settings.json"])
		}),
		{ numRuns: sample(50) },
	)
})
