import { describe, expect, test } from "vitest"
import type { Answer } from "../../src/contract/answer.ts"
import { RunState } from "../../src/contract/state.ts"
import type { RunSettings } from "../../src/run/settings.ts"
import { made, TestRun } from "./world.ts"

const odd = (number: string): Answer => ({ kind: "created", id: `id-${number}`, differs: ["contact.email"] })
const only =
	(...numbers: string[]) =>
	(number: string) =>
		numbers.includes(number) ? odd(number) : made(number)

function runOf(answer: (number: string) => Answer, settings: Partial<RunSettings> = {}, customers = 8) {
	return new TestRun({ answer }, settings, customers)
}

describe("customers that come back otherwise", () => {
	test.each(["c1", "c2", "c3"])("stop the run before the next one, when it is %s", async (number) => {
		const run = runOf(only(number))
		expect(await run.run()).toMatchObject({ kind: "differences", fields: ["contact.email"] })
		expect(run.sent.at(-1)?.number).toBe(number)
		expect(run.sent.every(({ together }) => together === 1)).toBe(true)
	})

	test("do not stop it after three came back right, and are told", async () => {
		const run = runOf(only("c4", "c6"))
		expect(await run.run()).toBeUndefined()
		expect(run.sent).toHaveLength(8)
		const told = run.events.flatMap((event) => (event.type === "outcome" && event.differs ? event.number : []))
		expect(told).toEqual(["c4", "c6"])
	})

	test("stop nothing where nobody is left to be sent", async () => {
		expect(await runOf(odd, {}, 1).run()).toBeUndefined()
	})

	test("pause the window, which goes on when a person accepts it, and stays with one at a time", async () => {
		const run = runOf(odd, { onDifferences: "ask" })
		const ended = run.run()
		await run.pass(5_000)
		expect(run.engine.snapshot()).toMatchObject({ paused: true, sent: 1, asking: { kind: "differences" } })
		run.engine.resume()
		expect(await ended).toBeUndefined()
		expect(run.sent).toHaveLength(8)
		expect(run.sent.slice(0, 4).every(({ together }) => together === 1)).toBe(true)
		expect(run.records.filter(({ type }) => type === "accepted")).toMatchObject([{ fields: ["contact.email"] }])
	})

	test("are not asked about again once a person saw them with the first ones; others are", async () => {
		const at = "2026-01-01T00:00:00Z"
		const other: Answer = { kind: "created", id: "id-c4", differs: ["currency"] }
		const asked = async (seenDifferences: boolean, answer: (number: string) => Answer) => {
			const run = runOf(answer, { onDifferences: "ask", seenDifferences })
			for (const [row, number] of ["c1", "c2", "c3"].entries()) {
				const outcome = {
					kind: "created",
					id: `id-${number}`,
					...(row === 2 ? { differs: ["contact.email"] } : {}),
				} as const
				run.state.apply({ type: "outcome", at, number, row: row + 2, outcome })
			}
			const ended = run.run()
			await run.pass(60_000)
			const { asking } = run.engine.snapshot()
			run.engine.stop()
			await ended
			return { fields: asking?.kind === "differences" ? asking.fields : [], sent: run.sent.length }
		}
		expect(await asked(false, made)).toEqual({ fields: ["contact.email"], sent: 0 })
		expect(await asked(true, odd)).toEqual({ fields: [], sent: 5 })
		expect(await asked(true, (number) => (number === "c4" ? other : made(number)))).toEqual({
			fields: ["currency"],
			sent: 1,
		})
	})

	test("are what it stopped for, where a person is asked and stops", async () => {
		const run = runOf(odd, { onDifferences: "ask" })
		const ended = run.run()
		await run.pass(5_000)
		run.engine.stop()
		expect(await ended).toMatchObject({ kind: "differences", fields: ["contact.email"] })
	})

	test("stop nobody where a person goes on whatever comes back, who accepts by it what was shown before and nothing else", async () => {
		const differs = ["contact.email", "contact.phone"]
		const unaccepted = async (...shown: readonly string[]) => {
			const run = runOf(odd, { onDifferences: "accept" })
			const [at, number] = ["2026-01-01T00:00:00Z", "c1"]
			const outcome = { kind: "created", id: "id-c1", differs: shown } as const
			if (shown.length > 0) run.state.apply({ type: "outcome", at, number, row: 2, outcome })
			expect(await run.run()).toBeUndefined()
			expect(run.sent).toHaveLength(shown.length > 0 ? 7 : 8)
			return RunState.of(run.records).proof.unaccepted({ kind: "created", id: "x", differs })
		}
		expect(await unaccepted()).toEqual(differs)
		expect(await unaccepted("contact.email")).toEqual(["contact.phone"])
		const { proof } = RunState.of([])
		expect(proof.unaccepted({ kind: "renumbered", id: "x", given: "1" })).toEqual(["number"])
	})
})

describe("what is proved", () => {
	const at = "2026-01-01T00:00:00Z"
	const session = (settings: unknown) => ({ type: "session", at, settings }) as const
	const created = (number: string, differs?: readonly string[]) =>
		({
			type: "outcome",
			at,
			number,
			row: 2,
			outcome: { kind: "created", id: number, ...(differs ? { differs } : {}) },
		}) as const

	test("begins anew with another letter case, and not with every session", () => {
		const records = [session({}), created("a"), session({ letterCase: "camel" }), created("b")]
		expect(RunState.of(records).proof.missing).toBe(1)
		expect(RunState.of([...records, session({ letterCase: "snake" })]).proof.missing).toBe(3)
	})

	test("is not what somebody else found, and stays open until it is accepted", () => {
		const existing = { type: "outcome", at, number: "e", row: 2, outcome: { kind: "existing", id: "e" } } as const
		const records = [session({}), existing, created("a", ["currency"])]
		const { proof } = RunState.of(records)
		expect([proof.missing, [...proof.open]]).toEqual([3, [["currency", ["a"]]]])
		const accepted = RunState.of([
			...records,
			{ type: "accepted", at, fields: ["currency"] },
			created("b", ["currency"]),
		])
		expect([accepted.proof.missing, accepted.proof.open.size]).toEqual([2, 0])
	})
})
