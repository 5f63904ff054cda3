import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { afterEach, beforeEach, expect, it } from "vitest"
import { systemClock } from "../src/app/clock.ts"
import { openTarget } from "../src/app/target.ts"
import { openLedger } from "../src/journal/ledger.ts"
import { checkCustomers, defaultSettings, openRun, Refusal, startSandbox } from "../src/library.ts"

const root = resolve(import.meta.dirname, "..")
const execute = promisify(execFile)

let folder = ""
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "library-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const rows = "1,Anna Berg,anna@example.com,SEK\n2,Bo Ek,nobody,SEK\n3,Eva Dahl,eva@example.com,SEK\n"
async function file(header = "Customer number,Name,E-mail,Currency") {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${header}\n${rows}`)
	return path
}

it("is used as the example does, which its types accept", async () => {
	const out = join(folder, "run")
	const { stdout } = await execute(process.execPath, [join(root, "examples/import.mjs"), await file(), out])
	expect(stdout.split("\n")).toEqual([
		"2 rows can be sent, 1 cannot.",
		"Row 2: created",
		"Row 4: created",
		"2 customers exist, and 2 of 2 are as they were sent.",
		"",
	])
	expect(await readFile(join(out, "errors.csv"), "utf8")).toContain("nobody")
	const compiler = join(root, "node_modules/typescript/bin/tsc")
	await execute(process.execPath, [compiler, "-p", join(root, "examples")])
	// It would say what is wrong with what does not fit.
	const wrong = join(root, "examples", `wrong-${process.pid}.mjs`)
	const text = await readFile(join(root, "examples/import.mjs"), "utf8")
	await writeFile(wrong, text.replace("decided,", "decided: 1,"))
	try {
		await expect(execute(process.execPath, [compiler, "-p", join(root, "examples")])).rejects.toThrow()
	} finally {
		await rm(wrong)
	}
})

it("meets the world through the ports that it is given", async () => {
	const sandbox = await startSandbox()
	const asked: string[] = []
	const used = new Set<string | symbol>()
	const { file: checked, close } = await checkCustomers(await file(), { home: folder })
	if (checked.decided === undefined) throw new Error("There is a question.")
	const run = await openRun({
		inputs: [],
		checked: checked.decided,
		folder: join(folder, "run"),
		home: folder,
		target: { kind: "server", url: sandbox.url, key: sandbox.publicKey },
		settings: defaultSettings,
		ports: {
			clock: {
				...systemClock,
				wall: () => Date.UTC(2031, 0, 1),
			},
			openTarget: async (target, folder) => {
				asked.push("target")
				return openTarget(target, folder)
			},
			openLedger: async (request) => {
				asked.push("ledger")
				return new Proxy(await openLedger(request), {
					get(ledger, name) {
						used.add(name)
						const value = Reflect.get(ledger, name)
						return typeof value === "function" ? value.bind(ledger) : value
					},
				})
			},
		},
	})
	const { summary } = await run.start()
	await close()
	await sandbox.close()
	expect(asked).toEqual(["target", "ledger"])
	expect([...used]).toEqual(expect.arrayContaining(["lookup", "register", "merge", "close"]))
	expect(await readFile(join(folder, "run", "journal.log"), "utf8")).toContain("2031-01-01")
	expect(summary?.customers).toBe(2)
	expect(sandbox.customers.map(({ number }) => number).sort()).toEqual(["1", "3"])
})

it("says as a Refusal what is wrong with a file, and what is open of it", async () => {
	await expect(checkCustomers(join(folder, "none.csv"), { home: folder })).rejects.toBeInstanceOf(Refusal)
	const mapping = { version: 2, columns: {}, constants: {}, encoding: "klingon" } as const
	await expect(checkCustomers(await file(), { home: folder, mapping })).rejects.toThrow("klingon")
	const { file: checked } = await checkCustomers(await file("A,B,C,D"), { home: folder })
	expect([checked.decided, checked.questions.length > 0]).toEqual([undefined, true])
})
