import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { newFolder, start, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

/** Seconds, many more than a test may take. */
const long = 600

let merchant: Merchant
let folder: string

beforeEach(async () => {
	merchant = await startMerchant()
	folder = newFolder()
})
afterEach(() => merchant.close())

function startRun() {
	return start(
		["run", plainFile(folder, 20), "--out", join(folder, "out"), "--url", merchant.url, "--rate", "0", "--json"],
		{ INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") },
	)
}

describe("an interrupt", () => {
	it("ends a run that pauses because it was asked to slow down, without waiting for the end of the pause", async () => {
		const headers = { "retry-after": String(long) }
		merchant.trick = (number) => (number === "c0005" ? { status: 429, headers, body: {} } : "create")
		const { child, finished, says } = startRun()
		await says('"throttled"')
		child.kill("SIGINT")
		const { status, stdout } = await finished
		expect(status).toBe(3)
		expect(stdout).toContain('"asked"')
		expect(table(join(folder, "out/results.csv"))).toHaveLength(merchant.ledger.size)
	})

	it("that comes again and again ends it with the same status, and never by the signal", async () => {
		merchant.trick = () => {
			merchant.latency = long * 1_000
			return "create"
		}
		const { child, finished, says } = startRun()
		await says('"sending"')
		const again = setInterval(() => child.kill("SIGINT"), 20)
		const { status } = await finished
		clearInterval(again)
		expect(status).toBe(3)
	})
})
