import { execFileSync } from "node:child_process"
import { cpSync, lstatSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Running, start } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const csv = "Customer number,Name,E-mail\n1,Anna Berg,anna@example.com\n2,Bo Ek,nobody\n"
const pipe = (path: string) => execFileSync("mkfifo", [path])
const endless = (path: string) => symlinkSync("/dev/zero", path)

const running: Running[] = []
/** A process of its own, whose end only it brings about. */
function ended(parameters: readonly string[]) {
	const one = start(parameters, own.environment)
	running.push(one)
	return one.finished
}
// One that waits for a pipe ends by nothing else.
afterEach(() => {
	for (const { child } of running.splice(0)) child.kill("SIGKILL")
})

/** What each command says of a file of a run folder that is none. */
const files: Readonly<Record<string, Partial<Record<"run" | "verify" | "report" | "settle", string>>>> = {
	"mends.json": { run: "mends.json is a link, or no file" },
	"summary.json": { report: "report.html", verify: "the same" },
	"rows.jsonl": { report: "rows.jsonl is a link, or no file", verify: "" },
	"results.csv": { verify: "results.csv" },
	"verified.json": { report: "" },
	"journal.lock.vm.1.aaa": { run: "(unknown)", settle: "(unknown)" },
}

// All are opened by one module, which is tried with both.
describe.skipIf(process.platform === "win32").each([
	["a pipe", pipe, Object.keys(files)],
	["a link to a device without an end", endless, ["rows.jsonl"]],
])("where a file should be there is %s, and the command line", (_, plant, names) => {
	beforeEach(async () => {
		own.write("customers.csv", csv)
		expect((await own.run(own.path("customers.csv"), "used")).status).toBe(1)
	})

	const commands = {
		run: (out: string) => ["run", own.path("customers.csv"), "--out", out, "--url", own.merchant.url, "--rate", "0"],
		verify: (out: string) => ["verify", out],
		report: (out: string) => ["report", out],
		settle: (out: string) => ["settle", out, "1", "--right"],
	}

	it.each(names)("ends in a run folder with such a %s, and says so where it matters", async (name) => {
		for (const [command, said] of Object.entries(files[name] ?? {})) {
			const out = own.path(`${command} folder`)
			cpSync(own.path("used"), out, { recursive: true })
			rmSync(join(out, name), { force: true })
			plant(join(out, name))
			const { status, stdout, stderr } = await ended(commands[command as keyof typeof commands](out))
			expect(status, `${command}: ${stderr}`).not.toBeNull()
			expect(stdout + stderr, command).toContain(said)
			expect(stdout + stderr).not.toMatch(/NotOpened|E[A-Z]{3,}:|\n\s+at /)
		}
		expect(own.merchant.received).toHaveLength(1)
	})

	it("uses no answers of such an answers.json, gives it another name, and says so once", async () => {
		rmSync(own.path("home", "answers.json"), { force: true })
		plant(own.path("home", "answers.json"))
		const check = () => ended(["check", own.path("customers.csv")])
		const { status, stdout, stderr } = await check()
		expect(status).toBe(1)
		expect(stdout + stderr).toMatch(/answers\.json was a link, no file.*it is called answers\.set-aside-1\.json now/)
		expect((await check()).stdout).not.toContain("set-aside")
	})
})

describe.skipIf(process.platform === "win32")("a mapping that is named", () => {
	it.each([
		["a pipe", pipe],
		["a device without an end", endless],
	])("is refused in words where it is %s", async (_, plant) => {
		plant(own.path("mapping.json"))
		const { status, stderr } = await ended(["check", own.write("c.csv", csv), "--mapping", own.path("mapping.json")])
		expect([status, stderr]).toEqual([
			2,
			expect.stringContaining("mapping.json is no file: a pipe, a device or a folder."),
		])
	})

	it("may be a link", async () => {
		own.write("kept.json", JSON.stringify({ version: 1, columns: { "Customer number": "number", Name: "name" } }))
		symlinkSync(own.path("kept.json"), own.path("mapping.json"))
		const { status } = await ended(["check", own.write("c.csv", csv), "--mapping", own.path("mapping.json")])
		expect(status).toBe(0)
	})
})

it.skipIf(process.platform === "win32")("a pipe is not written over where a file is to be made", async () => {
	const file = own.write("customers.csv", csv)
	const there = own.path("pipe")
	pipe(there)
	for (const option of ["--findings", "--save-mapping"]) {
		const { status, stderr } = await ended(["check", file, option, there])
		expect([status, stderr]).toEqual([2, expect.stringContaining("is no file, but a pipe")])
		expect(lstatSync(there).isFIFO()).toBe(true)
	}
})
