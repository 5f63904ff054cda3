import { PassThrough } from "node:stream"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ProgressDisplay, runLine } from "../../src/cli/progress.ts"
import { noCounts, type RunSnapshot } from "../../src/contract/progress.ts"

const snapshot: RunSnapshot = {
	phase: "sending",
	paused: false,
	total: 1_000,
	counts: { ...noCounts(), created: 480, existing: 10, rejected: 10 },
	ambiguous: 2,
	inFlight: 5,
	sent: 500,
	rate: { asked: 100, allowed: 50, achieved: 49.6 },
	concurrency: 10,
	elapsed: 10_000,
	waiting: { milliseconds: 1_500, why: "throttled" },
}

it("says how far a run is, how fast, and until when", () => {
	const line = runLine(snapshot)
	expect(line).toContain("50% 500/1,000")
	expect(line).toContain("50/s  10 s left  10 existing  10 refused  2 in doubt  throttled, 2 s")
})

it("says that nothing gets through, when it is tried again, and for how long", () => {
	const waiting = { why: "unreachable", milliseconds: 3_200, left: 700_000, message: "Nothing listens." } as const
	expect(runLine({ ...snapshot, waiting })).toContain("no connection: tried again in 4 s, for 12 min at most")
})

describe("the display", () => {
	beforeEach(() => {
		vi.useFakeTimers()
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	function shown(isTTY: boolean, columns: number): string {
		const stream = new PassThrough({ encoding: "utf8" })
		let now = 0
		const display = new ProgressDisplay(() => `line ${++now}`, Object.assign(stream, { isTTY, columns }))
		vi.advanceTimersByTime(10_000)
		display.end()
		vi.advanceTimersByTime(10_000)
		return stream.read() ?? ""
	}

	it("writes a line every five seconds where there is no terminal", () => {
		expect(shown(false, 0)).toBe("line 1\nline 2\n")
	})

	it("redraws one line on a terminal, no longer than it is wide, and leaves nothing behind", () => {
		const drawn = shown(true, 6).split("\r\u001B[2K")
		expect(drawn).toHaveLength(102)
		expect(drawn[1]).toBe("line ")
		expect(drawn.at(-1)).toBe("")
		expect(shown(true, 0)).toContain("line 100")
	})
})
