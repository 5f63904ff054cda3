import { expect, it } from "vitest"
import { type Action, begin, reduce, type State } from "../../renderer/state.ts"
import { noCounts, type RunSnapshot } from "../../src/contract/progress.ts"
import type { Checked } from "../../src/ipc/check.ts"
import type { OpenedFile } from "../../src/ipc/file.ts"
import type { Result, Verification } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import type { AppState } from "../../src/ipc/state.ts"

const file = { name: "a.csv", problems: [] as string[], unfinished: [] as RunReference[] } as OpenedFile
const checked = { rows: 3, customers: 3, questions: 0 } as Checked
const inDoubt = { ...checked, questions: 2 }
const run = { id: "run" } as RunReference
const app = { environments: [], unfinished: [] as RunReference[], told: [] as string[] } as unknown as AppState
const snapshot = (elapsed: number): RunSnapshot => ({
	phase: "sending",
	paused: false,
	total: 3,
	counts: noCounts(),
	ambiguous: 0,
	inFlight: 0,
	sent: 0,
	rate: { asked: 20, allowed: 20, achieved: 10 },
	concurrency: 10,
	elapsed,
})

const after = (...actions: Action[]): State => actions.reduce(reduce, begin(app))
const running: Action[] = [
	{ type: "file", file },
	{ type: "go", step: "columns" },
	{ type: "checking" },
	{ type: "checked", file, checked },
	{ type: "go", step: "ready" },
	{ type: "started", run },
]

it("goes through the work in its order", () => {
	const steps = running.map((_, index) => after(...running.slice(0, index + 1)).flow.step)
	expect(steps).toEqual(["file", "columns", "checking", "check", "ready", "running"])
})

it("comes back to where main is: to the run, and to how it ended", () => {
	const result = { run } as Result
	expect(begin({ ...app, file, checked, run }).flow.step).toBe("running")
	expect(begin({ ...app, file, checked, result }).flow).toEqual({ step: "result", result, file, checked })
})

it("does not go forward to what there is no check for", () => {
	expect(after({ type: "file", file }, { type: "go", step: "ready" }).flow.step).toBe("file")
	expect(after({ type: "go", step: "check" }).flow.step).toBe("file")
})

it("goes back to the columns while the check of every row leaves a question open", () => {
	const back = after(...running.slice(0, 3), { type: "checked", file, checked: inDoubt })
	expect(back.flow).toEqual({ step: "columns", file, left: 2 })
	expect(reduce(back, { type: "go", step: "ready" }).flow.step).toBe("columns")
	const answered = { ...file, name: "b.csv" }
	expect(reduce(back, { type: "decided", file: answered }).flow).toEqual({ step: "columns", file: answered, left: 2 })
	const { flow } = begin({ ...app, file, checked: inDoubt })
	expect(flow).toEqual({ step: "columns", file, left: 2 })
})

it("shows rows that were mended, and goes no further, while a mend leaves a question open", () => {
	const mended = after(...running.slice(0, 4), { type: "mended", file, checked: inDoubt })
	expect(mended.flow).toEqual({ step: "check", file, checked: inDoubt })
	expect(reduce(mended, { type: "go", step: "ready" }).flow).toEqual({ step: "columns", file, left: 2 })
})

it("draws a point for the chart at most twice a second, however often it is told", () => {
	const told = [0, 100, 200, 600, 700, 1_200].map(
		(elapsed): Action => ({ type: "told", told: { type: "progress", snapshot: snapshot(elapsed) } }),
	)
	const { flow } = after(...running, ...told)
	expect(flow.step === "running" && flow.points.map(({ time }) => time)).toEqual([0, 0.6, 1.2])
})

it("keeps the whole of a long run in the chart, with fewer points for each minute", () => {
	const told = Array.from(
		{ length: 7_200 },
		(_, second): Action => ({ type: "told", told: { type: "progress", snapshot: snapshot(second * 1_000) } }),
	)
	const { flow } = after(...running, ...told)
	const times = flow.step === "running" ? flow.points.map(({ time }) => time) : []
	expect(times[0]).toBe(0)
	expect(times.at(-1)).toBeGreaterThan(7_150)
	expect(times.length).toBeLessThanOrEqual(601)
	expect(times).toEqual([...times].sort((a, b) => a - b))
})

it("goes back to the start of the run when it failed, and says why", () => {
	const state = after(...running, {
		type: "told",
		told: { type: "failed", problem: { message: "The disk is full." }, run },
	})
	expect(state.flow).toMatchObject({ step: "ready", file: { resumed: "run" } })
	expect(state.problem?.message).toBe("The disk is full.")
	expect(reduce(state, { type: "go", step: "check" }).problem).toBeUndefined()
})

it("takes up a result of the history again, and keeps what was verified", () => {
	const result = { run } as Result
	const verification: Verification = {
		...{ at: "2026-01-01T00:00:00Z", lines: 3, same: 3, leftOut: 0, inDoubt: 0 },
		...{ notCreated: 0, differences: [], doubts: [] },
	}
	const opened = reduce(begin(app), { type: "result", result, verification })
	expect(opened.flow).toEqual({ step: "result", result, verification })
	const prepared = reduce(opened, { type: "prepared", file, checked })
	expect(reduce(prepared, { type: "started", run }).flow.step).toBe("running")
})

it("keeps file and check at the end, so that the rest can be run", () => {
	const result = { run } as Result
	const state = after(...running, { type: "told", told: { type: "finished", result, unfinished: [] } })
	expect(state.flow).toEqual({ step: "result", result, file, checked })
	const ready = reduce(state, { type: "go", step: "ready" }).flow
	expect(ready).toEqual({ step: "ready", file: { ...file, unfinished: [run], resumed: "run" }, checked })
})

it("says what an import waits for until it has begun, or cannot begin", () => {
	const told: Action = { type: "told", told: { type: "notice", at: "", message: "Another one is under way." } }
	const waiting = [...running.slice(0, -1), told]
	expect(after(...waiting).waiting).toBe("Another one is under way.")
	expect(after(...waiting, { type: "page", page: "history" }).waiting).toBe("Another one is under way.")
	expect(after(...waiting, { type: "started", run }).waiting).toBeUndefined()
	expect(after(...waiting, { type: "problem", problem: { message: "No." } }).waiting).toBeUndefined()
	expect(after(...running, told).waiting).toBeUndefined()
})

it("lets what was told of one file go with it, and keeps what was told at the start", () => {
	const told = (message: string): Action => ({ type: "told", told: { type: "warning", message } })
	const start = begin({ ...app, told: ["The settings were damaged."] })
	const checking = [...running.slice(0, 4), told("17 mended cells are not taken over.")].reduce(reduce, start)
	expect(checking.app.told).toEqual(["The settings were damaged.", "17 mended cells are not taken over."])
	for (const next of [running.slice(4), [{ type: "closed" } as const]])
		expect(next.reduce(reduce, checking).app.told).toEqual(["The settings were damaged."])
})

it("offers to go on with imports that did not come to their end, and with no others", () => {
	const start = begin({ ...app, unfinished: [run, { id: "other" } as RunReference] })
	const stopped = { ...run, state: "stopped", unfinished: true } as const
	const told = (...unfinished: RunReference[]): Action => ({
		type: "told",
		told: { type: "finished", result: { run } as Result, unfinished },
	})
	const ids = ({ app }: State) => app.unfinished.map(({ id }) => id)
	const ended = [...running, told()].reduce(reduce, start)
	expect(ids(ended)).toEqual([])
	expect(ids([...running, told(stopped)].reduce(reduce, start))).toEqual(["run"])
	const runs = [{ id: "other", unfinished: false }, stopped] as RunReference[]
	expect(ids(reduce(ended, { type: "history", runs }))).toEqual(["run"])
})
