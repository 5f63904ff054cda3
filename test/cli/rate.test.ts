import { join } from "node:path"
import { expect, it } from "vitest"
import { newFolder, run } from "./command.ts"
import { plainFile } from "./files.ts"
import { startMerchant } from "./merchant.ts"

const rate = 100
const seconds = 8

it(`keeps a rate of ${rate}/s at a latency of 80 ms, as the server sees it`, async () => {
	const merchant = await startMerchant()
	merchant.latency = 80
	const folder = newFolder()
	const { status } = await run(
		["run", plainFile(folder, rate * seconds), "--out", join(folder, "out"), "--url", merchant.url, "--rate", "100"],
		{ INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") },
	)
	await merchant.close()
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
