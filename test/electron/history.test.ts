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
		rows: 3,
		created: 0,
		open: 3,
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
