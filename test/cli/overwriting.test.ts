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
import { expect, it } from "vitest"
import { run } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** Runs a file into a folder, and stops after two rows. */
function runInto(out: string, file: string, ...more: string[]) {
	return own.run(file, out, "--first", "2", ...more)
}

/** Everything in a folder, byte by byte. */
function contents(path: string): Record<string, string> {
	return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), "latin1")]))
}

it("refuses an input that stands where the run would write, under whatever name, and touches nothing", async () => {
	const file = plainFile(own.folder, 5)
	own.merchant.trick = (number) => (number === "c0002" ? "drop" : "create")
	await runInto(own.path("used"), file, "--no-preflight")
	const written = readdirSync(own.path("used"))
	expect(written).toEqual(expect.arrayContaining(["results.csv", "unknown.csv", "journal.log", "journal.head"]))
	const sent = own.merchant.received.length

	const refuse = async (name: string) => {
		const out = own.path(`out-${name}`)
		mkdirSync(out)
		copyFileSync(file, join(out, name))
		const before = contents(out)
		const { status, stderr } = await runInto(out, join(out, name))
		expect([name, status, stderr]).toEqual([name, 2, expect.stringContaining(`${name} would be overwritten`)])
		expect(stderr).toContain("into a folder of its own")
		expect(contents(out)).toEqual(before)
	}
	await Promise.all([...written, "mends.json", "sandbox.log", "report.html", "results.xlsx"].map(refuse))
	expect(own.merchant.received).toHaveLength(sent)
})

it("sees through symbolic and hard links, to the folder and to the file", async () => {
	const out = own.path("out")
	mkdirSync(out)
	const file = plainFile(out, 5, "errors.csv")
	symlinkSync(out, own.path("link"))
	symlinkSync(file, own.path("soft.csv"))
	linkSync(file, own.path("hard.csv"))
	const before = contents(out)
	for (const [input, target] of [
		[file, own.path("link")],
		[own.path("soft.csv"), out],
		[own.path("hard.csv"), out],
		[join(out, "..", "out", "errors.csv"), `${out}/./`],
	] as const) {
		const { status, stderr } = await runInto(target, input)
		expect([input, status, stderr]).toEqual([input, 2, expect.stringContaining("would be overwritten")])
		expect(contents(out)).toEqual(before)
	}
	expect(own.merchant.received).toEqual([])
})

it("runs a file that a run left behind into a folder of its own", async () => {
	const file = plainFile(own.folder, 3)
	const out = own.path("out")
	own.merchant.trick = () => ({ status: 400, body: { status: 400, type: "x", error: "invalid input" } })
	await runInto(out, file)
	own.merchant.trick = () => "create"
	expect((await runInto(own.path("again"), join(out, "errors.csv"))).status).not.toBe(2)
	expect(own.merchant.ledger.size).toBe(2)
})

it("keeps the mapping that it is given", async () => {
	const out = own.path("out")
	mkdirSync(out)
	const mapping = join(out, "summary.json")
	const text = JSON.stringify({ version: 1, columns: { number: "number" } })
	writeFileSync(mapping, text)
	expect((await runInto(out, plainFile(own.folder, 3), "--mapping", mapping)).status).toBe(2)
	expect(readFileSync(mapping, "utf8")).toBe(text)
	expect((await run(["check", plainFile(own.folder, 3), "--mapping", mapping, "--findings", mapping])).status).toBe(2)
	expect(readFileSync(mapping, "utf8")).toBe(text)
})

it("does not save findings or a mapping over the file that is checked, nor over each other", async () => {
	const file = plainFile(own.folder, 3)
	const before = contents(own.folder)
	for (const option of ["--findings", "--save-mapping"]) {
		const { status, stderr } = await run(["check", file, option, file])
		expect([status, stderr]).toEqual([2, expect.stringContaining("Choose another file")])
	}
	const both = own.path("both")
	expect((await run(["check", file, "--findings", both, "--save-mapping", both])).status).toBe(2)
	expect(contents(own.folder)).toEqual(before)
	expect(existsSync(both)).toBe(false)
})

it("does not take a person's customers.csv for that of an earlier demo", async () => {
	mkdirSync(own.path("demo"))
	const file = plainFile(own.path("demo"), 3)
	const before = readFileSync(file)
	const { status, stderr } = await run(["demo"], {}, own.folder)
	expect([status, stderr]).toEqual([2, expect.stringContaining("customers.csv")])
	expect(readFileSync(file)).toEqual(before)
})
