import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"

const run = promisify(execFile)
const root = resolve(import.meta.dirname, "../..")
const builder = "electron-builder@26.17.0"

/** In a process that has electron-builder at hand: reads the configuration as it does, and has it checked by its schema. */
const check = `
const { realpathSync } = require("node:fs")
const { execFileSync } = require("node:child_process")
const bin = realpathSync(execFileSync("sh", ["-c", "command -v electron-builder"], { encoding: "utf8" }).trim())
const own = require("node:module").createRequire(bin)
const { validateConfiguration } = own("app-builder-lib/out/util/config/config.js")
const { DebugLogger } = own("builder-util")
const { load } = own("js-yaml")
const configuration = load(require("node:fs").readFileSync(process.argv[2], "utf8"))
validateConfiguration(configuration, new DebugLogger(false)).then(() => console.log("valid"), (error) => console.log(error.message))
`

describe("what electron-builder is told", () => {
	let folder: string
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "import-builder-"))
		writeFileSync(join(folder, "check.cjs"), check)
	})
	afterAll(() => rmSync(folder, { recursive: true, force: true }))

	const checked = async (path: string) => {
		const command = ["exec", "--yes", `--package=${builder}`, "--", "node", join(folder, "check.cjs"), path]
		return (await run("npm", command, { cwd: folder })).stdout
	}

	it("is as its schema has it, which notices what is not", async (context) => {
		const reached = await run("npm", ["view", builder, "version"]).catch(() => undefined)
		context.skip(reached === undefined, "electron-builder cannot be had here")
		expect(await checked(join(root, "electron-builder.yml"))).toBe("valid\n")
		writeFileSync(join(folder, "wrong.yml"), "appId: x\nlinux:\n  targett: deb\n")
		expect(await checked(join(folder, "wrong.yml"))).toContain("configuration.linux")
	})
})

it("nobody gets an installer with the stand-in for Electron in it", async (context) => {
	const isStandIn = inject("electron").executable.includes(".cache")
	context.skip(!isStandIn, "the electron package has its own binary here")
	const { code, stdout, stderr } = await run(process.execPath, [join(root, "scripts/package.mjs")]).then(
		(ended) => ({ ...ended, code: 0 }),
		(error: { code: number; stdout: string; stderr: string }) => error,
	)
	expect([code, stdout]).toEqual([1, expect.stringMatching(/^Made on this system: .* Not here: /)])
	expect(stderr).toContain("Nothing was made: an installer has the electron package's own binary")
})
