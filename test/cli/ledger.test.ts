import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

function ledgerFile(): string {
	const [name = ""] = readdirSync(own.path("home/ledger")).filter((one) => one.endsWith(".log"))
	return own.path("home/ledger", name)
}

/** One flipped bit, in the id of the first customer. */
function damage(): void {
	const bytes = readFileSync(ledgerFile())
	const at = bytes.indexOf('"exists":[["c0001","') + 22
	bytes[at] = (bytes[at] ?? 0) ^ 1
	writeFileSync(ledgerFile(), bytes)
}

const rebuild = (...more: string[]) =>
	run(["ledger", "rebuild", "--url", own.merchant.url, "--settle", "0", ...more], own.environment)

describe("a damaged ledger", () => {
	it("is refused with the command that leads on, which makes it anew from run folders without any key", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const file = plainFile(own.folder, 3)
		expect((await own.run(file, "out")).status).toBe(0)
		damage()
		const refused = await own.run(file, "new")
		expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("ledger rebuild")])
		const { INTERGIRO_API_KEY: _, ...keyless } = own.environment
		const rebuilt = await run(["ledger", "rebuild", own.path("out")], keyless)
		expect([rebuilt.status, rebuilt.stdout]).toEqual([0, expect.stringContaining("knows 3 customer numbers")])
		expect(rebuilt.stdout).toContain(".old-1")
		expect((await own.run(file, "new")).status).toBe(0)
		expect(table(own.path("new/results.csv")).map(({ outcome }) => outcome)).toEqual(Array(3).fill("existing"))
		expect(own.merchant.received).toHaveLength(3)
	})

	it("is made anew from what Intergiro lists, without any folder", async () => {
		const file = plainFile(own.folder, 3)
		await own.run(file, "out")
		damage()
		const rebuilt = await rebuild("--json")
		expect(JSON.parse(rebuilt.stdout)).toMatchObject({ type: "rebuilt", numbers: 3, unmerged: [], listed: true })
		expect((await own.run(file, "new", "--no-preflight")).status).toBe(0)
		expect(own.merchant.received).toHaveLength(3)
	})

	it("is not made from folders of two merchants, nor from what is no run folder, nor from nothing", async () => {
		await own.run(plainFile(own.folder, 1), "out")
		const before = readFileSync(ledgerFile())
		const { INTERGIRO_API_KEY: _, ...keyless } = own.environment
		expect(await run(["ledger", "rebuild"], keyless)).toMatchObject({ status: 2 })
		expect(await rebuild(own.folder)).toMatchObject({
			status: 2,
			stderr: expect.stringContaining("is not a run folder"),
		})
		const other = await run(["ledger", "rebuild", own.path("out")], own.environment)
		expect(other).toMatchObject({ status: 2, stderr: expect.stringContaining("one merchant only") })
		expect(readFileSync(ledgerFile())).toEqual(before)
	})
})
