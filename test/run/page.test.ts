import { expect, test } from "vitest"
import type { Answer } from "../../src/contract/answer.ts"
import { made, TestRun } from "./world.ts"

const at = "2026-01-01T10:00:00.000Z"
const login: Answer = { kind: "wrong-environment", code: "http-302", message: "A page (302).", page: true }
const bad: Answer = { kind: "rejected", code: "http-400", message: "A page (400).", page: true }

/** A run whose first answer of the session is this one; `before`: an earlier session created somebody. */
function runOf(answer: Answer, before: boolean): TestRun {
	const run = new TestRun({ answer: (number) => (number === "c1" ? answer : made(number)) }, {}, 5)
	const outcome = { kind: "created", id: "i0" } as const
	if (before) run.state.apply({ type: "outcome", at, number: "c0", row: 2, outcome })
	return run
}

test("a page that stops a run leaves in doubt whom it came for, where the way was right in an earlier session", async () => {
	const run = runOf(login, true)
	expect(await run.run()).toMatchObject({ kind: "wrong-environment", code: "http-302" })
	expect(run.state.get("c1")).toMatchObject({ kind: "doubt", code: "http-302" })
	expect(run.sent).toHaveLength(1)
})

test("a page in place of a refusal is a doubt then, and the run goes on", async () => {
	const run = runOf(bad, true)
	expect(await run.run()).toBeUndefined()
	expect(run.state.get("c1")).toMatchObject({ kind: "doubt", code: "http-400" })
	expect(run.kinds()).toEqual({ created: 5, unknown: 1 })
})

test.each([login, bad])("before anybody was created a page is taken at its word: $code", async (answer) => {
	const run = runOf(answer, false)
	await run.run()
	expect(run.state.get("c1")).toMatchObject({ kind: answer.kind === "rejected" ? "settled" : "free" })
	for (const record of run.records) expect(JSON.stringify(record)).not.toContain('"page"')
})
