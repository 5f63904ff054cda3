import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { expect, it } from "vitest"
import { breaches, rules } from "../../scripts/architecture.mjs"

it("holds in every module", async () => {
	expect(await breaches(resolve(import.meta.dirname, "../.."))).toEqual([])
})

it("gives a reason with every rule", () => {
	expect(rules.filter(({ reason }) => !reason)).toEqual([])
})

/** For each rule a module that breaks it. */
const offenders: Record<string, [file: string, content: string]> = {
	"pure-core": ["src/run/a.ts", 'import { hostname } from "os"\nhostname()'],
	"one-door-to-files": [
		"src/app/u.ts",
		'import { open, type FileHandle } from "fs/promises"\nexport type U = FileHandle',
	],
	"disk-knows-the-contract-only": ["src/disk/v.ts", 'import "../app/x.ts"'],
	"customer-knows-no-room": ["src/customer/c.ts", 'import type { X } from "../csv/x.ts"\nexport type Y = X'],
	"csv-knows-customers-only": ["src/csv/d.ts", 'import "../journal/x.ts"'],
	"contract-knows-customers-only": ["src/contract/s.ts", 'import type { X } from "../run/x.ts"\nexport type Y = X'],
	"workbook-knows-csv-only": ["src/workbook/t.ts", 'import "../journal/x.ts"'],
	"journal-knows-the-contract-only": ["src/journal/e.ts", 'import type { X } from "../run/x.ts"\nexport type Y = X'],
	"intergiro-knows-the-contract-only": ["src/intergiro/f.ts", 'export * from "../journal/x.ts"'],
	"run-knows-its-ports-only": ["src/run/g.ts", 'import "../intergiro/x.ts"'],
	"report-reads-outcomes": ["src/report/h.ts", 'import "../intergiro/x.ts"'],
	"sandbox-stands-alone": ["src/sandbox/i.ts", 'await import("../intergiro/x.ts")'],
	"rooms-do-not-wire": ["src/report/j.ts", 'import "../app/x.ts"'],
	"cli-is-an-entry": ["src/app/k.ts", 'import "../cli/x.ts"'],
	"src-is-not-electron": ["src/app/l.ts", 'import { app } from "electron"\napp.quit()'],
	"renderer-asks-through-ipc": [
		"renderer/n.tsx",
		'import { x } from "../src/journal/x.ts"\nexport const N = () => <p>{x}</p>',
	],
	"renderer-is-a-web-page": ["renderer/o.ts", 'import "node:fs"'],
	"ipc-is-pure": ["src/ipc/x.ts", 'import "../journal/x.ts"'],
	"preload-is-thin": ["electron/preload.ts", 'import "./x.ts"'],
	"tests-are-not-shipped": ["electron/q.ts", 'import "../test/x.ts"'],
	"no-circles": ["src/run/r.ts", 'import "./r2.ts"'],
}

it("is noticed when a module breaks it, each rule by itself", async () => {
	const folder = await mkdtemp(join(tmpdir(), "architecture-"))
	try {
		for (const room of ["csv", "journal", "run", "intergiro", "app", "cli"])
			await write(folder, `src/${room}/x.ts`, "export type X = 1\nexport const x = 1")
		await write(folder, "electron/x.ts", "export const x = 1")
		await write(folder, "src/run/r2.ts", 'import "./r.ts"')
		for (const [file, content] of Object.values(offenders)) await write(folder, file, content)
		const found = await breaches(folder)
		for (const { name } of rules) {
			const file = offenders[name]?.[0]
			expect(found.filter((line) => line.startsWith(`${name}: ${file} → `))).toHaveLength(1)
		}
	} finally {
		await rm(folder, { recursive: true })
	}
})

async function write(folder: string, file: string, content: string) {
	await mkdir(dirname(join(folder, file)), { recursive: true })
	await writeFile(join(folder, file), content)
}
