import { expect, it } from "vitest"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const rate = 100
const seconds = 8

it(`keeps a rate of ${rate}/s at a latency of 80 ms, as the server sees it`, async () => {
	const { merchant } = own
	merchant.latency = 80
	const { status } = await own.run(plainFile(own.folder, rate * seconds), "out", "--rate", String(rate))
	expect(status).toBe(0)
	const times = merchant.received.map(({ at }) => at)
	const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length))
	const achieved = ((times.length - 1) * 1_000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))
	console.info(`${achieved.toFixed(1)}/s of ${rate}/s, ${busiest} in the busiest second`)
	// Loose, because both ends share a busy machine with other tests: the figures above are what counts.
	expect(achieved / rate).toBeGreaterThan(0.5)
	expect(achieved / rate).toBeLessThan(1.02)
	expect(busiest / rate).toBeLessThan(1.2)
})
