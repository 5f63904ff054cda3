import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { newFolder, run } from "./command.ts"
import { plainFile } from "./files.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

let merchant: Merchant
let folder: string
let environment: Record<string, string>

beforeEach(async () => {
	merchant = await startMerchant()
	folder = newFolder()
	environment = { INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") }
})
afterEach(() => merchant.close())

function runInto(out: string, file: string, ...more: string[]) {
	return run(
		["run", file, "--out", out, "--url", merchant.url, "--rate", "0", "--settle", "0.2", "--first", "2", ...more],
		environment,
	)
}

/** Everything in a folder, byte by byte. */
function contents(path: string): Record<string, string> {
	return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), "latin1")]))
}

it("refuses an input that stands where the run would write, under whatever name, and touches nothing", async () => {
	const file = plainFile(folder, 5)
	merchant.trick = (number) => (number === "c0002" ? "drop" : "create")
	await runInto(join(folder, "used"), file, "--no-preflight")
	const written = readdirSync(join(folder, "used"))
	expect(written).toEqual(expect.arrayContaining(["results.csv", "unknown.csv", "journal.log", "journal.head"]))
	const sent = merchant.received.length

	for (const name of [...written, "mends.json", "sandbox.log"]) {
		const out = join(folder, `out-${name}`)
		mkdirSync(out)
		copyFileSync(file, join(out, name))
		const before = contents(out)
		const { status, stderr } = await runInto(out, join(out, name))
		expect([name, status, stderr]).toEqual([name, 2, expect.stringContaining(`${name} would be overwritten`)])
		expect(stderr).toContain("into a folder of its own")
		expect(contents(out)).toEqual(before)
	}
	expect(merchant.received).toHaveLength(sent)
})

it("sees through symbolic and hard links, to the folder and to the file", async () => {
	const out = join(folder, "out")
	mkdirSync(out)
	const file = plainFile(out, 5, "errors.csv")
	symlinkSync(out, join(folder, "link"))
	symlinkSync(file, join(folder, "soft.csv"))
	linkSync(file, join(folder, "hard.csv"))
	const before = contents(out)
	for (const [input, target] of [
		[file, join(folder, "link")],
		[join(folder, "soft.csv"), out],
		[join(folder, "hard.csv"), out],
		[join(out, "..", "out", "errors.csv"), `${out}/./`],
	] as const) {
		const { status, stderr } = await runInto(target, input)
		expect([input, status, stderr]).toEqual([input, 2, expect.stringContaining("would be overwritten")])
		expect(contents(out)).toEqual(before)
	}
	expect(merchant.received).toEqual([])
})

it("runs a file that a run left behind into a folder of its own", async () => {
	const file = plainFile(folder, 3)
	const out = join(folder, "out")
	merchant.trick = () => ({ status: 400, body: { status: 400, type: "x", error: "card declined" } })
	await runInto(out, file)
	merchant.trick = () => "create"
	expect((await runInto(join(folder, "again"), join(out, "errors.csv"))).status).not.toBe(2)
	expect(merchant.ledger.size).toBe(2)
})

it("keeps the mapping that it is given", async () => {
	const out = join(folder, "out")
	mkdirSync(out)
	const mapping = join(out, "summary.json")
	const text = JSON.stringify({ version: 1, columns: { number: "number" } })
	writeFileSync(mapping, text)
	expect((await runInto(out, plainFile(folder, 3), "--mapping", mapping)).status).toBe(2)
	expect(readFileSync(mapping, "utf8")).toBe(text)
	expect((await run(["check", plainFile(folder, 3), "--mapping", mapping, "--findings", mapping])).status).toBe(2)
	expect(readFileSync(mapping, "utf8")).toBe(text)
})

it("does not save findings or a mapping over the file that is checked, nor over each other", async () => {
	const file = plainFile(folder, 3)
	const before = contents(folder)
	for (const option of ["--findings", "--save-mapping"]) {
		const { status, stderr } = await run(["check", file, option, file])
		expect([status, stderr]).toEqual([2, expect.stringContaining("Choose another file")])
	}
	const both = join(folder, "both")
	expect((await run(["check", file, "--findings", both, "--save-mapping", both])).status).toBe(2)
	expect(contents(folder)).toEqual(before)
	expect(existsSync(both)).toBe(false)
})

it("does not take a person's customers.csv for that of an earlier demo", async () => {
	mkdirSync(join(folder, "demo"))
	const file = plainFile(join(folder, "demo"), 3)
	const before = readFileSync(file)
	const { status, stderr } = await run(["demo"], {}, folder)
	expect([status, stderr]).toEqual([2, expect.stringContaining("customers.csv")])
	expect(readFileSync(file)).toEqual(before)
})
