import { describe, expect, test } from "vitest"
import type { Answer } from "../../src/contract/answer.ts"
import { made, refusedConnection, TestRun } from "./world.ts"

const minute = 60_000

/** Nothing listens from `from` until `until`. */
function away(from: number, until: number) {
	return { answer: (number: string, at: number) => (from <= at && at < until ? refusedConnection : made(number)) }
}

describe("what cannot be reached", () => {
	test("for 0.3 seconds is waited out, and nobody is given up on", async () => {
		const run = new TestRun(away(50, 350))
		expect(await run.run()).toBeUndefined()
		expect(run.kinds()).toEqual({ created: 60 })
		expect(run.events.filter(({ type }) => type === "reachable")).toHaveLength(1)
		expect(run.time.now).toBeLessThan(3_000)
	})

	test("for ten minutes is tried by one request every few seconds, and nothing more is written down", async () => {
		const run = new TestRun(away(50, 10 * minute))
		expect(await run.run()).toBeUndefined()
		expect(run.kinds()).toEqual({ created: 60 })
		const tries = run.sent.filter(({ at }) => at > 100 && at < 10 * minute)
		expect(tries.every(({ together }) => together === 1)).toBe(true)
		const waits = tries.slice(1).map(({ at }, index) => at - (tries[index]?.at ?? 0))
		expect(Math.max(...waits)).toBeLessThan(5_500)
		expect(Math.min(...waits.slice(5))).toBeGreaterThan(4_000)
		const intents = run.records.filter(({ type, at }) => type === "intent" && Date.parse(at) % 86_400_000 > 100)
		expect(intents.length).toBeLessThan(tries.length + 60)
	})

	test("is told with the time until the next try, and until it stops", async () => {
		const run = new TestRun(away(50, 10 * minute))
		const ended = run.engine.run()
		await run.pass(2 * minute)
		const { waiting, counts } = run.engine.snapshot()
		expect(waiting).toMatchObject({ why: "unreachable", message: "Nothing listens." })
		expect(waiting?.milliseconds).toBeLessThan(5_500)
		expect(waiting?.why === "unreachable" && Math.round(waiting.left / minute)).toBe(13)
		expect(counts["not-sent"]).toBe(0)
		await run.pass(10 * minute)
		expect(await ended).toBeUndefined()
		expect(run.engine.snapshot().waiting).toBeUndefined()
	})

	test("for longer than patience lasts stops the run, with everybody still to be sent", async () => {
		for (const [settings, limit] of [
			[{}, 15 * minute],
			[{ patience: 20_000 }, 20_000],
		] as const) {
			const run = new TestRun(away(50, Number.POSITIVE_INFINITY), settings)
			const stop = await run.run()
			expect(stop).toMatchObject({ kind: "unreachable", message: expect.stringContaining("Nothing listens.") })
			expect(run.time.now).toBeGreaterThan(limit)
			expect(run.time.now).toBeLessThan(limit + 6_000)
			const { created = 0, pending = 0, ...others } = run.kinds()
			expect([created > 0, pending > 0, others]).toEqual([true, true, {}])
		}
	})

	test("and has never answered is tried three times in about ten seconds", async () => {
		const run = new TestRun(away(0, Number.POSITIVE_INFINITY), { concurrency: 1 })
		expect(await run.run()).toMatchObject({ kind: "unreachable", message: expect.stringContaining("URL is right") })
		expect(run.sent).toHaveLength(3)
		expect(run.time.now).toBeGreaterThan(8_000)
		expect(run.time.now).toBeLessThan(11_000)
	})

	test("can be stopped at once", async () => {
		const run = new TestRun(away(50, 10 * minute))
		const ended = run.engine.run()
		await run.pass(minute)
		run.engine.stop()
		await run.pass(1)
		expect(await ended).toEqual({ kind: "asked" })
		const last = run.sent.at(-1)?.at ?? 0
		expect(last).toBeLessThan(minute)
	})

	test("because the server began anew: what was under way is one event, and no reason to stop", async () => {
		const lost: Answer = { kind: "ambiguous", code: "reset", message: "It was closed.", ailing: true }
		const run = new TestRun({
			latency: 40,
			answer: (number, at) =>
				at < 200 ? made(number) : at < 240 ? lost : at < 2_000 ? refusedConnection : made(number),
		})
		expect(await run.run()).toBeUndefined()
		expect(run.kinds()).toEqual({ created: 50, unknown: 10 })
	})
})

describe("a server that is unwell", () => {
	const ailing = (more: object = {}): Answer => ({
		kind: "ambiguous",
		code: "http-503",
		message: "503",
		ailing: true,
		...more,
	})

	test("gets one request at a time until one succeeds", async () => {
		// The first three come one by one. The fourteenth request is the first to find out; it gets well after three more.
		let count = 0
		const run = new TestRun({
			answer(number) {
				count += 1
				return count > 13 && count <= 26 ? ailing() : made(number)
			},
		})
		expect(await run.run()).toBeUndefined()
		// Ten were under way already; of the others each costs one doubt.
		expect(run.kinds()).toEqual({ created: 47, unknown: 13 })
		expect(run.sent.slice(23, 28).map(({ together }) => together)).toEqual([1, 1, 1, 1, 1])
		expect(Math.max(...run.sent.slice(29).map(({ together }) => together))).toBe(10)
	})

	test("that stays so costs no more than what was under way and four more", async () => {
		const run = new TestRun({ answer: (number, at) => (at > 90 ? ailing() : made(number)) })
		expect(await run.run()).toMatchObject({ kind: "breaker" })
		expect(run.kinds().unknown).toBe(14)
	})

	test("is left alone for as long as it says, by everyone", async () => {
		let count = 0
		const run = new TestRun({ answer: (number) => (++count === 5 ? ailing({ wait: 30_000 }) : made(number)) })
		expect(await run.run()).toBeUndefined()
		expect(run.kinds()).toEqual({ created: 59, unknown: 1 })
		expect(run.sent.filter(({ at }) => at > 100 && at < 30_000)).toEqual([])
		expect(run.events).toContainEqual(expect.objectContaining({ type: "throttled", status: 503, milliseconds: 30_000 }))
	})
})

test("what would be the same with every request stops the run at once", async () => {
	const answer = (): Answer => ({ kind: "ambiguous", code: "continue", message: "100 Continue.", recurs: "breaker" })
	const run = new TestRun({ answer }, { concurrency: 1 })
	expect(await run.run()).toEqual({ kind: "breaker", message: "100 Continue." })
	expect(run.sent).toHaveLength(1)
})

describe("many refusals in a row for one reason", () => {
	const declined: Answer = { kind: "rejected", code: "card declined", message: "Intergiro refused it: card declined." }
	const answer = () => declined

	test("stop the run, and what was refused stays so", async () => {
		const run = new TestRun({ answer }, { concurrency: 1 }, 100)
		expect(await run.run()).toEqual({
			kind: "refusals",
			code: "card declined",
			count: 30,
			message: expect.stringContaining("30 customers in a row"),
		})
		expect(run.sent).toHaveLength(30)
		expect(run.kinds().rejected).toBe(30)
	})

	test("pause it and ask, where a person watches, who can go on", async () => {
		const run = new TestRun({ answer }, { onRefusals: "ask", concurrency: 1 }, 100)
		let ended = false
		const end = run.engine.run().then((stop) => {
			ended = true
			return stop
		})
		await run.pass(10 * minute)
		expect(run.engine.snapshot()).toMatchObject({
			paused: true,
			asking: { kind: "refusals", message: expect.stringContaining("card declined") },
		})
		expect([ended, run.sent.length]).toEqual([false, 30])
		run.engine.resume()
		await run.pass(10 * minute)
		expect(await end).toBeUndefined()
		expect(run.kinds()).toEqual({ rejected: 100 })
		expect(run.events.filter(({ type }) => type === "asking")).toHaveLength(1)
	})

	test("are what it stopped for, where a person is asked and stops", async () => {
		const run = new TestRun({ answer }, { onRefusals: "ask", concurrency: 1 }, 100)
		const end = run.engine.run()
		await run.pass(10 * minute)
		run.engine.stop()
		expect(await end).toMatchObject({ kind: "refusals", code: "card declined", count: 30 })
	})

	test("are none when one succeeds in between, or the reason is another", async () => {
		let count = 0
		const run = new TestRun(
			{
				answer(number) {
					count += 1
					if (count % 60 === 29) return made(number)
					return count % 60 > 30 && count % 2 ? { ...declined, code: "card expired" } : declined
				},
			},
			{},
			300,
		)
		expect(await run.run()).toBeUndefined()
	})
})

test("a refusal after a 429 says that the token may be spent", async () => {
	let count = 0
	const run = new TestRun(
		{
			answer: () =>
				++count === 1
					? { kind: "throttled", status: 429, wait: 100, message: "429" }
					: { kind: "rejected", code: "x", message: "Intergiro refused it: x." },
		},
		{},
		1,
	)
	await run.run()
	expect(run.state.outcome("c1")).toEqual({
		kind: "rejected",
		code: "x",
		message:
			"Intergiro refused it: x. The first try was turned away (429), and may have spent the card token all the same.",
	})
})

describe("another number than was sent", () => {
	test("is an outcome of its own", async () => {
		const run = new TestRun({ answer: () => ({ kind: "renumbered", id: "a", given: "1" }) }, {}, 1)
		expect(await run.run()).toBeUndefined()
		expect(run.state.outcome("c1")).toEqual({ kind: "renumbered", id: "a", given: "1" })
	})

	test("with the id of another customer of the run is the answer to another request", async () => {
		const run = new TestRun(
			{
				answer: (number) => (number === "c2" ? { kind: "renumbered", id: "id-c1", given: "c1" } : made(number)),
			},
			{ concurrency: 1 },
			3,
		)
		await run.run()
		expect(run.state.outcome("c2")).toMatchObject({ kind: "unknown" })
		expect(run.kinds()).toEqual({ created: 2, unknown: 1 })
	})
})
