import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { History, type PastRun } from "../../electron/history.ts"

let home = ""
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "history-"))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const open = () => new History(home, () => "sandbox")
const run: PastRun = {
	path: "/a.csv",
	sha256: "0".repeat(64),
	environment: "sandbox",
	reference: {
		id: "one",
		file: "a.csv",
		folder: "/runs/one",
		environment: { name: "Sandbox", kind: "sandbox", id: "sandbox" },
		confirmed: false,
		started: "2026-01-01T00:00:00.000Z",
		state: "running",
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
const states = (history: History) => history.list().map(({ state }) => state)

it("takes a run for running only while it is the one that runs it, whatever its process was called", () => {
	writeFileSync(join(home, "runs.json"), JSON.stringify([{ ...run, pid: process.pid }]))
	const before = readFileSync(join(home, "runs.json"))
	const history = open()
	expect(states(history)).toEqual(["interrupted"])
	expect(history.unfinished(run.sha256)).toHaveLength(1)
	// Reading it writes nothing: the disk may be full.
	expect(readFileSync(join(home, "runs.json"))).toEqual(before)
	history.save(run)
	expect(states(history)).toEqual(["running"])
	expect(states(open())).toEqual(["interrupted"])
	history.ended("one")
	expect(states(history)).toEqual(["interrupted"])
})

it("offers no more to go on with a file that was imported as it is now, but with another sheet of a workbook", () => {
	const history = open()
	const save = (id: string, path: string, day: number) =>
		history.save({
			...run,
			path,
			sha256: id.padEnd(64, "0"),
			environment: "live",
			reference: {
				...run.reference,
				environment: { name: "A", kind: "live" },
				...{ id, folder: `/runs/${id}`, state: "stopped", started: `2026-01-0${day}T00:00:00.000Z` },
			},
		})
	const offered = () => history.list().flatMap(({ id, unfinished }) => (unfinished ? [id] : []))
	save("1", "/a.csv", 1)
	save("2", "/other.csv", 2)
	expect(offered()).toEqual(["2", "1"])
	save("3", "/a.csv", 3)
	expect(offered()).toEqual(["3", "2"])
	save("4", "/book.xlsx", 4)
	save("5", "/book.xlsx", 5)
	expect(offered()).toEqual(["5", "4", "3", "2"])
})

it("offers to go on with what was interrupted or stopped, until an import of the same file takes its place", () => {
	const history = open()
	const save = (id: string, more: Partial<PastRun["reference"]>, environment = "live") =>
		history.save({
			...run,
			environment,
			reference: { ...run.reference, environment: { name: "A", kind: "live" }, id, folder: `/runs/${id}`, ...more },
		})
	const offered = (history: History) => history.list().flatMap(({ id, unfinished }) => (unfinished ? [id] : []))
	save("one", { state: "stopped" })
	expect(offered(history)).toEqual(["one"])
	expect(offered(open())).toEqual(["one"])
	save("two", { state: "stopped", started: "2026-01-02T00:00:00.000Z" }, "another")
	expect(offered(history)).toEqual(["two", "one"])
	// Other columns: it is imported by another run.
	save("three", { state: "running", started: "2026-01-03T00:00:00.000Z" })
	expect(offered(history)).toEqual(["two"])
	expect(offered(open())).toEqual(["three", "two"])
	save("three", { state: "finished", started: "2026-01-03T00:00:00.000Z" })
	expect(offered(history)).toEqual(["two"])
	const sandbox = { environment: { name: "Sandbox", kind: "sandbox" }, started: "2026-01-04T00:00:00.000Z" } as const
	save("four", { ...sandbox, state: "stopped" }, "sandbox")
	expect(offered(history)).toEqual(["two"])
})

it("counts an import and those of its mended rows as one, whatever was left out or run twice", () => {
	const history = open()
	const save = (id: string, path: string, counts: Partial<PastRun["reference"]>) =>
		history.save({
			...run,
			path,
			sha256: id,
			reference: { ...run.reference, id, file: path.slice(1), folder: `/runs/${id}`, state: "finished", ...counts },
		})
	const whole = (id: string) => history.get(id).reference.whole
	save("one", "/a.csv", { rows: 20, created: 10, open: 8, leftOut: 2 })
	expect(whole("one")).toBeUndefined()
	// Of the ten rows that came back, two were left out before, and one is now.
	save("two", "/runs/one/errors.csv", { rows: 10, created: 4, open: 3, leftOut: 3 })
	const first = { id: "one", file: "a.csv", rows: 20 }
	expect(whole("one")).toEqual({ ...first, created: 14, open: 3, needs: 0, wrong: 0, newest: "two" })
	expect(whole("two")).toEqual(whole("one"))
	// The same rows again: who was created before is there already.
	save("three", "/runs/one/errors.csv", { rows: 10, created: 5, open: 2, leftOut: 3 })
	save("four", "/runs/three/errors.csv", { rows: 5, created: 2, open: 0, leftOut: 3 })
	expect(whole("one")).toEqual({ ...first, created: 17, open: 0, needs: 0, wrong: 0, newest: "four" })
	expect(history.list().map(({ whole }) => whole?.newest)).toEqual(["four", "four", "four", "four"])
	// Where it went on since, it knows by itself.
	save("one", "/a.csv", { rows: 20, created: 17, open: 1, leftOut: 2 })
	expect(whole("one")).toMatchObject({ created: 17, open: 1 })
	history.forget("one")
	expect(whole("two")).toBeUndefined()
})

it("counts customers once where a mended file has the number of one who was there before, and whom somebody has to look after", () => {
	const history = open()
	const { reference } = run
	history.save({ ...run, reference: { ...reference, state: "finished", rows: 218, created: 203, open: 15, needs: 1 } })
	const mended = {
		id: "two",
		folder: "/runs/two",
		state: "finished",
		rows: 15,
		created: 2,
		open: 13,
		again: 1,
	} as const
	history.save({ ...run, path: "/runs/one/errors.csv", reference: { ...reference, ...mended, needs: 2, wrong: 4 } })
	expect(history.get("one").reference.whole).toMatchObject({ created: 204, open: 13, needs: 3, wrong: 4 })
	expect(history.parentsOf("two").map(({ reference }) => reference.id)).toEqual(["one"])
	expect(history.parentsOf("one")).toEqual([])
})

it("counts rows that were joined in a mended file as done, however few customers they are", () => {
	const history = open()
	const { reference } = run
	history.save({ ...run, reference: { ...reference, state: "finished", rows: 20, created: 10, open: 8 } })
	const mended = { id: "two", folder: "/runs/two", state: "finished", rows: 8, created: 3, open: 2 } as const
	history.save({ ...run, path: "/runs/one/errors.csv", reference: { ...reference, ...mended } })
	expect(history.get("one").reference.whole).toMatchObject({ created: 13, open: 2 })
})

it("knows whose an environment is by the imports that it was used for", () => {
	const history = open()
	expect(history.merchantIn("a")).toBeUndefined()
	history.save({ ...run, environment: "a", merchant: "m" })
	history.save({ ...run, environment: "b", reference: { ...run.reference, id: "two" } })
	expect([history.merchantIn("a"), history.merchantIn("b")]).toEqual(["m", undefined])
})

it("counts no import at another merchant with one", () => {
	const history = open()
	history.save({ ...run, environment: "a", merchant: "a" })
	history.save({
		...run,
		path: "/runs/one/errors.csv",
		environment: "b",
		merchant: "b",
		reference: { ...run.reference, id: "two", folder: "/runs/two" },
	})
	expect(history.get("one").reference.whole).toBeUndefined()
})

it("names, where an environment is removed, only the imports that can still go on there", () => {
	const history = new History(home, ({ environment }) => environment)
	const save = (file: string, day: number, more: Partial<PastRun["reference"]>, sha256 = run.sha256) => {
		const started = `2026-01-0${day}T00:00:00.000Z`
		const environment = { name: "A", kind: "live" } as const
		history.save({
			...{ ...run, path: `/${sha256}.csv`, sha256, environment: "live" },
			reference: { ...run.reference, environment, started, id: file, folder: `/runs/${file}`, file, ...more },
		})
	}
	save("replaced.csv", 1, { state: "stopped" })
	save("other.csv", 2, { state: "stopped" }, "1".repeat(64))
	expect(history.unfinishedIn("live")).toEqual(["other.csv", "replaced.csv"])
	save("mended.csv", 3, { state: "finished" })
	expect(history.unfinishedIn("live")).toEqual(["other.csv"])
	save("again.csv", 4, { state: "running" })
	expect(history.unfinishedIn("live")).toEqual(["again.csv", "other.csv"])
})
