import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"
import { apiKey, startMerchant } from "./merchant.ts"

const own = fixture()

/** Somewhere else than on this machine, and not to be reached: whatever is said, nothing is created. */
async function runAway(...more: string[]) {
	return await runAwayWith(own.merchant.alsoPublic, ...more)
}

async function runAwayWith(key: string, ...more: string[]) {
	const away = await startMerchant()
	await away.close()
	own.environment = { ...own.environment, HTTPS_PROXY: away.url, INTERGIRO_API_KEY: key }
	const url = ["--url", "https://merchant.example.com", "--patience", "0"]
	return await own.run(own.path("customers.csv"), "out", ...url, ...more)
}

describe("a merchant that is neither a sandbox nor on this machine", () => {
	it("has to be named before the first request of a run folder, and once", async () => {
		plainFile(own.folder, 3)
		for (const more of [[], ["--merchant", "Tets AB"], ["--merchant", "merchant.example.com"]]) {
			const { status, stderr } = await runAway(...more)
			expect([status, stderr]).toEqual([2, expect.stringContaining('--merchant "Test AB"')])
		}
		expect((await runAway("--merchant", " test ab")).status).toBe(3)
		expect(readFileSync(own.path("out/journal.log"), "utf8")).toContain('"intent"')
		expect((await runAway()).status).toBe(3)
	})

	it("is not asked for again where nothing could be sent, but of another merchant", async () => {
		plainFile(own.folder, 3)
		expect((await runAwayWith(own.merchant.key, "--merchant", "Test AB")).status).toBe(3)
		expect(readFileSync(own.path("out/journal.log"), "utf8")).not.toContain('"intent"')
		expect((await runAwayWith(own.merchant.key)).status).toBe(3)
		const { status, stderr } = await runAwayWith(apiKey("private", "somebody else"))
		expect([status, stderr]).toEqual([2, expect.stringContaining("--merchant")])
	})

	it("is the host where the key does not say who it is", async () => {
		plainFile(own.folder, 3)
		const nameless = () => {
			own.merchant = { ...own.merchant, alsoPublic: "key-of-nobody" }
		}
		nameless()
		const { status, stderr } = await runAway()
		expect([status, stderr]).toEqual([2, expect.stringContaining('--merchant "merchant.example.com"')])
		expect((await runAway("--merchant", "Merchant.example.com")).status).toBe(3)
	})
})

describe("a rehearsal on the sandbox", () => {
	it("says so in every file, and is not taken for a run that created anybody", async () => {
		const whole = readFileSync(plainFile(own.folder, 4), "utf8")
		const file = own.write("customers.csv", whole.replace("c0002@example.com", "nobody"))
		expect((await own.run(file, "out", "--url", "https://merchant.intergiro.com")).status).toBe(2)
		const parameters = ["run", file, "--out", own.path("out"), "--sandbox", "--rate", "0", "--settle", "0.2"]
		expect((await run(parameters, own.environment)).status).toBe(1)
		for (const name of ["results.csv", "errors.csv", "summary.json", "journal.log"])
			expect(readFileSync(own.path("out", name), "utf8")).toMatch(/\bsandbox-\d{14}-[0-9a-f]{6}\b/)
		const mended = readFileSync(own.path("out/errors.csv"), "utf8").replace(/(?<=,)nobody/, "c0002@example.com")
		own.write("mended.csv", mended)

		const refused = await own.run(own.path("mended.csv"), "real")
		expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("--from-sandbox")])
		expect(own.merchant.received).toEqual([])
		expect((await own.run(own.path("mended.csv"), "real", "--from-sandbox")).status).toBe(0)
		expect(own.merchant.received.map(({ number }) => number)).toEqual(["c0002"])
		expect(table(own.path("real/results.csv"))[0]?.run).toMatch(/^\d{14}-/)
	})
})
