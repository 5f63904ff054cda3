import { execFileSync } from "node:child_process"
import {
	chmodSync,
	chownSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const csv = "Customer number,Name,E-mail\n1,Anna Berg,anna@example.com\n2,Bo Ek,nobody\n"
const modeOf = (path: string) => statSync(path).mode & 0o777

describe.skipIf(process.platform === "win32")("a folder in which somebody planted something", () => {
	it("never has a link followed to a file of somebody else's, nor a mode that others can read kept", async () => {
		const file = own.write("customers.csv", csv)
		const victim = own.write("victim", "untouched")
		mkdirSync(own.path("out"), { mode: 0o755 })
		for (const name of ["results.csv", "errors.csv", "summary.json", "results.xlsx"])
			symlinkSync(victim, own.path("out", `.${name}.partial`))
		symlinkSync(victim, own.path("out", "errors.csv"))
		writeFileSync(own.path("out", ".errors.csv.partial.unmarked"), "")
		chmodSync(own.path("out", ".errors.csv.partial.unmarked"), 0o666)
		symlinkSync(victim, own.path(".mapping.json.partial"))
		expect((await own.run(file, "out", "--xlsx")).status).toBe(1)
		await run(["check", file, "--save-mapping", own.path("mapping.json")], own.environment)
		expect(readFileSync(victim, "utf8")).toBe("untouched")
		expect(readFileSync(own.path("out", "errors.csv"), "utf8")).toContain("nobody")
		for (const path of [
			own.path("out", "errors.csv"),
			own.path("out", "results.csv"),
			own.path("out", "results.xlsx"),
			own.path("mapping.json"),
		])
			expect(modeOf(path)).toBe(0o600)
		expect(modeOf(own.path("out"))).toBe(0o755)
	})

	it.each(["journal.log", "journal.head", "journal.sent", "sandbox.log"])(
		"is not written to through a link of the name %s, nor waited for where that is a pipe",
		async (name) => {
			const file = own.write("customers.csv", csv)
			const victim = own.write("victim", "untouched")
			for (const [at, plant] of [
				(path: string) => symlinkSync(victim, path),
				(path: string) => symlinkSync(own.path("made"), path),
				(path: string) => execFileSync("mkfifo", [path]),
			].entries()) {
				const out = own.path(`out${at}`)
				mkdirSync(out)
				plant(join(out, name))
				const where = name === "sandbox.log" ? ["--sandbox"] : ["--url", own.merchant.url]
				const { status, stdout, stderr } = await run(
					["run", file, "--out", out, ...where, "--rate", "0", "--settle", "0.2"],
					own.environment,
				)
				expect([2, 3]).toContain(status)
				expect(stdout + stderr).toContain(`${name} is a link, or no file: something else put it there. Take it away.`)
			}
			expect(readFileSync(victim, "utf8")).toBe("untouched")
			expect([existsSync(own.path("made")), own.merchant.received]).toEqual([false, []])
		},
	)

	it.each(["journal.log", "journal.head", "journal.sent", "sandbox.log"])(
		"has nothing written over another file whose other name is %s",
		async (name) => {
			const file = own.write("customers.csv", csv)
			const victim = own.write("victim", "untouched")
			mkdirSync(own.path("out"))
			linkSync(victim, own.path("out", name))
			const where = name === "sandbox.log" ? ["--sandbox"] : ["--url", own.merchant.url]
			const { status, stdout, stderr } = await run(
				["run", file, "--out", own.path("out"), ...where, "--rate", "0", "--settle", "0.2"],
				own.environment,
			)
			expect([2, 3]).toContain(status)
			expect(stdout + stderr).toContain(name)
			expect(readFileSync(victim, "utf8")).toBe("untouched")
			expect(own.merchant.received).toEqual([])
		},
	)

	it("is nobody else's to read, where the program made it", async () => {
		const file = own.write("customers.csv", csv)
		await own.run(file, "new/out")
		for (const name of ["new", "new/out", "home"]) expect([name, modeOf(own.path(name))]).toEqual([name, 0o700])
		for (const name of ["journal.log", "results.csv", "errors.csv", "summary.json"])
			expect([name, modeOf(own.path("new/out", name))]).toEqual([name, 0o600])
	})

	it("has what is written to in a used folder made nobody else's again", async () => {
		const file = own.write("customers.csv", csv)
		await own.run(file, "out")
		const ledger = readdirSync(own.path("home/ledger")).map((name) => own.path("home/ledger", name))
		const kept = [...["journal.log", "journal.head", "journal.sent"].map((name) => own.path("out", name)), ...ledger]
		for (const path of kept) chmodSync(path, 0o666)
		expect((await own.run(file, "out")).status).toBe(1)
		for (const path of kept) expect([path, modeOf(path)]).toEqual([path, 0o600])
	})

	it.skipIf(process.geteuid?.() !== 0)("has nothing written to what is another user's", async () => {
		const file = own.write("customers.csv", csv)
		await own.run(file, "out")
		chownSync(own.path("out/journal.log"), 65_534, 65_534)
		const before = readFileSync(own.path("out/journal.log"))
		const { status, stderr } = await own.run(file, "out")
		expect([status, stderr]).toEqual([3, expect.stringContaining("journal.log belongs to another user")])
		expect(readFileSync(own.path("out/journal.log"))).toEqual(before)
		expect(own.merchant.received).toHaveLength(1)
	})
})
