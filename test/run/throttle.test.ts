import { describe, expect, test } from "vitest"
import { Breaker } from "../../src/run/breaker.ts"
import { backoff } from "../../src/run/retry.ts"
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
		const said = (wait: number) => new Throttle(10).throttled(0, 0, wait, 9)
		expect(said(3_600_000)).toEqual({ kind: "give-up", message: "Intergiro asks to wait for 60 minutes." })
		expect(said(9_999_999_999_999)).toEqual({ kind: "give-up", message: "Intergiro says to wait longer than a day." })
	})
})

describe("breaker", () => {
	/** When it trips: how many requests that is; each leaves after the one before came back. */
	function trips(outcomes: readonly boolean[]): number {
		const breaker = new Breaker()
		return outcomes.findIndex((doubted, now) => (doubted ? breaker.doubted(now) : breaker.answered()) === true)
	}

	test("trips on five doubts in a row", () => {
		expect(trips([true, true, true, true, false, true, true, true, true, true])).toBe(9)
	})

	test("trips when more than half of the last twenty are in doubt", () => {
		expect(trips(Array.from({ length: 40 }, (_, index) => index % 3 !== 0))).toBe(19)
	})

	test("stands half of them", () => {
		expect(trips(Array.from({ length: 100 }, (_, index) => index % 2 === 0))).toBe(-1)
	})

	test("takes what was under way when trouble began for one event", () => {
		const breaker = new Breaker()
		expect(breaker.doubted(100)).toBe(false)
		breaker.trouble(150)
		for (let sentAt = 100; sentAt < 150; sentAt++) expect(breaker.doubted(sentAt)).toBe(false)
		expect([200, 300, 400, 500].map((sentAt) => breaker.doubted(sentAt))).toEqual([false, false, false, true])
	})
})

test("waits between tries of a page are spread over a growing time, ten seconds at most", () => {
	expect(backoff(1, 0.999)).toBeLessThan(500)
	expect(backoff(1, 0)).toBe(0)
	expect(backoff(30, 0.999)).toBeLessThan(10_000)
})
