import { describe, expect, test } from "vitest"
import { Breaker } from "../../src/run/breaker.ts"
import { backoff, RetryBudget } from "../../src/run/retry.ts"
import { Throttle } from "../../src/run/throttle.ts"

describe("throttle", () => {
	test("halves the rate once for all that were sent before the pause, and pauses as told", () => {
		const throttle = new Throttle(100)
		expect(throttle.throttled(1_000, 900, 2_000, 90)).toEqual({ kind: "pause", milliseconds: 2_000, rate: 50 })
		expect(throttle.throttled(1_010, 910, 1_000, 90)).toEqual({ kind: "same" })
		expect(throttle.throttled(1_020, 920, undefined, 90)).toEqual({ kind: "same" })
	})

	test("waits longer when a later answer of the same pause says so, without halving again", () => {
		const throttle = new Throttle(100)
		throttle.throttled(1_000, 900, 1_000, 90)
		expect(throttle.throttled(1_010, 910, 5_000, 90)).toEqual({ kind: "pause", milliseconds: 5_000, rate: 50 })
	})

	test("recovers by a twentieth of the asked rate a second, and never above it", () => {
		const throttle = new Throttle(100)
		throttle.throttled(0, 0, 1_000, 90)
		expect(throttle.answered(1_500)).toBeCloseTo(52.5)
		expect(throttle.answered(3_000)).toBeCloseTo(60)
		expect(throttle.answered(60_000)).toBe(100)
	})

	test("doubles what is not said, and gives up when nothing else is ever answered", () => {
		const throttle = new Throttle(0)
		const waits: number[] = []
		let now = 0
		for (;;) {
			const throttling = throttle.throttled(now, now, undefined, 40)
			if (throttling.kind !== "pause") {
				expect(throttling.kind).toBe("give-up")
				break
			}
			waits.push(throttling.milliseconds)
			now += throttling.milliseconds
		}
		expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000])
		expect(waits).toHaveLength(10)
	})

	test("has something to halve where no limit was asked", () => {
		expect(new Throttle(0).throttled(0, 0, 500, 80)).toEqual({ kind: "pause", milliseconds: 500, rate: 40 })
	})

	test("gives up on a wait that no one sits out", () => {
		expect(new Throttle(10).throttled(0, 0, 3_600_000, 9)).toMatchObject({ kind: "give-up" })
	})
})

describe("breaker", () => {
	test("trips on five failures in a row", () => {
		const breaker = new Breaker()
		expect([true, true, true, true, false, true, true, true, true, true].map((failed) => breaker.note(failed))).toEqual(
			[...Array(9).fill(false), true],
		)
	})

	test("trips when more than half of the last twenty failed", () => {
		const breaker = new Breaker()
		const notes = Array.from({ length: 40 }, (_, index) => breaker.note(index % 3 !== 0))
		expect(notes.indexOf(true)).toBe(19)
	})

	test("stands half of them", () => {
		const breaker = new Breaker()
		expect(Array.from({ length: 100 }, (_, index) => breaker.note(index % 2 === 0))).not.toContain(true)
	})
})

describe("retries", () => {
	test("are spread over a growing time, ten seconds at most", () => {
		expect(backoff(1, 0.999)).toBeLessThan(500)
		expect(backoff(1, 0)).toBe(0)
		expect(backoff(30, 0.999)).toBeLessThan(10_000)
	})

	test("are as many as the run as a whole succeeds, and six for one row", () => {
		const budget = new RetryBudget()
		expect(budget.spend(6)).toBe(false)
		expect(Array.from({ length: 21 }, () => budget.spend(1))).toEqual([...Array(20).fill(true), false])
		budget.earn()
		expect(budget.spend(1)).toBe(true)
		expect(budget.spend(1)).toBe(false)
	})
})
