import { describe, expect, it } from "vitest"
import { table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

/** Seconds, many more than a test may take. */
const long = 600

const own = fixture()

function startRun() {
	return own.start(plainFile(own.folder, 20), "out", "--json")
}

describe("an interrupt", () => {
	it("ends a run that pauses because it was asked to slow down, without waiting for the end of the pause", async () => {
		const headers = { "retry-after": String(long) }
		own.merchant.trick = (number) => (number === "c0005" ? { status: 429, headers, body: {} } : "create")
		const { child, finished, says } = startRun()
		await says('"throttled"')
		child.kill("SIGINT")
		const { status, stdout } = await finished
		expect(status).toBe(3)
		expect(stdout).toContain('"asked"')
		expect(table(own.path("out/results.csv"))).toHaveLength(own.merchant.ledger.size)
	})

	it("that comes again and again ends it with the same status, and never by the signal", async () => {
		own.merchant.trick = () => {
			own.merchant.latency = long * 1_000
			return "create"
		}
		const { child, finished, says } = startRun()
		await says('"sending"')
		const again = setInterval(() => child.kill("SIGINT"), 400)
		const { status } = await finished
		clearInterval(again)
		expect(status).toBe(3)
	})
})
