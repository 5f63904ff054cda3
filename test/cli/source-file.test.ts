import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import { table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** Runs a file, and does something to it once some customers are created. */
async function runWhile(file: string, disturb: () => void) {
	own.merchant.latency = 30
	const { finished } = own.start(file, "out", "--concurrency", "2")
	while (own.merchant.received.length < 10) await sleep(2)
	disturb()
	own.merchant.latency = 0
	return finished
}

/** `results.csv` names exactly what the merchant has. */
function expectMapping(): void {
	const mapping = table(own.path("out/results.csv")).map(({ number = "", id = "" }) => [number, [id]])
	expect(new Map(mapping as [string, string[]][])).toEqual(own.merchant.ledger)
}

describe("a file that is changed, cut or gone during its run", () => {
	// A short one is read as a whole before it is disturbed, a long one is not.
	const disturbances: [what: string, count: number, disturb: (file: string, text: string) => void][] = [
		["saved with another value", 60, (file, text) => writeFileSync(file, text.replace("Name 59", "Nome 59"))],
		["saved with a row more", 60, (file, text) => writeFileSync(file, `${text}n1,New,n1@example.com,token-n1\n`)],
		["cut", 400, (file, text) => writeFileSync(file, text.slice(0, 500))],
		["gone", 60, (file) => rmSync(file)],
	]
	for (const [what, count, disturb] of disturbances)
		it(`leaves the id of everybody who was created, and says what to do (${what})`, async () => {
			const file = plainFile(own.folder, count, undefined, count > 60 ? "x".repeat(500) : "")
			const text = readFileSync(file, "utf8")
			const { status, stderr } = await runWhile(file, () => disturb(file, text))
			expect([status, stderr]).toEqual([3, expect.stringContaining("results.csv has everybody")])
			expect(stderr).not.toMatch(/ENOENT|\n\s+at /)
			expectMapping()
			writeFileSync(file, text)
			expect((await own.run(file, "out")).status).toBe(0)
			expectMapping()
			expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(count).fill(1))
		})
})

it("says so when the run folder is gone, with its journal, and what was created is known all the same", async () => {
	const file = plainFile(own.folder, 60)
	const { status, stderr } = await runWhile(file, () => rmSync(own.path("out"), { recursive: true }))
	expect([status, stderr]).toEqual([3, expect.stringContaining("The run folder is gone")])
	expect(stderr).not.toContain("The journal has everything")
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	expect((await own.run(file, "out")).status).toBe(0)
	expectMapping()
	expect(own.merchant.received).toHaveLength(60)
})
