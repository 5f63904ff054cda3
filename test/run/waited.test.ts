import { expect, it } from "vitest"
import type { Answer } from "../../src/contract/answer.ts"
import type { Listed } from "../../src/contract/ports.ts"
import { made, TestRun } from "./world.ts"

const lost: Answer = { kind: "ambiguous", code: "reset", message: "" }
/** On the clock of the test, which takes no time. */
const settle = 120_000
const soon = 1_000

/** A run of three that Intergiro does not answer for once, and does not list. */
async function inDoubt() {
	const listings: number[] = []
	const there: Listed[] = []
	let answer = (_number: string): Answer => lost
	const run: TestRun = new TestRun(
		{
			answer: (number) => answer(number),
			list: () => {
				listings.push(run.time.now)
				return there
			},
		},
		{ settle },
		3,
	)
	await run.run()
	expect(run.kinds()).toEqual({ unknown: 3 })
	const say = (next: typeof answer) => {
		answer = next
	}
	return { run, there, listings: listings.splice(0), since: listings, say }
}

it("looks once more and sends again, and waits for nothing that was waited for already in the same process", async () => {
	const { run, listings, since, say } = await inDoubt()
	expect(listings).toHaveLength(2)
	say(made)
	run.next({ resendUnknown: true })
	const began = run.time.now
	await run.run()
	expect(run.kinds()).toEqual({ created: 3 })
	// One listing, after the wait of before was over, and then the requests.
	expect(since).toHaveLength(1)
	expect(run.sent).toHaveLength(6)
	expect(run.time.now - began).toBeLessThan(soon)
})

it("sends nobody again whom the listing that decides holds", async () => {
	const { run, there, say } = await inDoubt()
	there.push({ id: "id-late", number: "c2" })
	say(made)
	run.next({ resendUnknown: true })
	await run.run()
	expect(run.sent.slice(3).map(({ number }) => number)).toEqual(["c1", "c3"])
})

it("waits a whole settle time for those that were sent again since", async () => {
	const { run, since } = await inDoubt()
	run.next({ resendUnknown: true })
	const began = run.time.now
	await run.run()
	expect(run.sent).toHaveLength(6)
	expect(run.kinds()).toEqual({ unknown: 3 })
	expect(since[1]).toBeGreaterThanOrEqual(began + settle)
	// And so does who allows it once more, unless that was waited for, too.
	since.length = 0
	run.next({ resendUnknown: true })
	const again = run.time.now
	await run.run()
	expect((since[0] ?? 0) - again).toBeLessThan(soon)
})
