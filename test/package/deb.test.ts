import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses"
import { chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { command, folder, makeTestDeb, name } from "../../scripts/test-deb.mjs"
import { licencesIn } from "../architecture/licences-in.ts"
import { table } from "../cli/command.ts"
import { plainFile } from "../cli/files.ts"

const run = promisify(execFile)
const executable = join(folder, "intergiro-customer-import")
let own: string

beforeAll(async () => {
	if (process.platform !== "linux" || process.getuid?.() !== 0)
		throw new Error("A package is installed by root, on Debian: nothing of it was tried here.")
	own = await mkdtemp(join(tmpdir(), "import-deb-"))
	await run("dpkg", ["--install", await makeTestDeb()])
}, 600_000)
afterAll(async () => {
	await run("dpkg", ["--purge", name]).catch(() => undefined)
	await rm(own, { recursive: true, force: true })
})

describe("the package of Debian", () => {
	it("is called what it is", async () => {
		const { stdout } = await run("dpkg-query", ["--show", "--showformat", "$" + "{Homepage} $" + "{Description}", name])
		expect([name, stdout]).toEqual([
			expect.stringMatching(/-test$/),
			expect.stringMatching(/^https:\/\/\S+ .*[\s\S]*Never to be given/),
		])
	})

	it("has an icon, opens CSV files and workbooks, and brings nothing of its development", async () => {
		const { stdout } = await run("dpkg", ["--listfiles", name])
		expect(stdout).toMatch(new RegExp(`^/usr/share/icons/hicolor/.*/${name}\\.png$`, "m"))
		expect(await readFile(`/usr/share/applications/${name}.desktop`, "utf8")).toMatch(/^MimeType=text\/csv;.*sheet;$/m)
		expect(stdout.split("\n").filter((path) => /\/locales\/(?!en-US)|\.keep$|default_app/.test(path))).toEqual([])
		const { stdout: packed } = await run("npx", [
			"--yes",
			"@electron/asar@3.4.1",
			"list",
			join(folder, "resources/app.asar"),
		])
		const brought = packed
			.split("\n")
			.filter((path) =>
				/\.(?:ts|tsx|map)$|\/(?:test|tests|src|scripts|docs)\/|\/tests?\.js$|vitest|playwright/.test(path),
			)
		expect(brought).toEqual([])
	})

	it("says how much room it takes, and brings the licences of all that is in it, and a list of that", async () => {
		const { stdout } = await run("dpkg-query", ["--show", "--showformat", "$" + "{Installed-Size}", name])
		const { stdout: used } = await run("du", ["--summarize", "--block-size=1K", "--apparent-size", folder])
		expect(Number(stdout) / Number(used.split("\t")[0])).toBeCloseTo(1, 1)
		for (const file of ["licenses/main.md", "licenses/renderer.md", "licenses/sbom.cdx.json", "LICENSES.chromium.html"])
			expect([file, (await readFile(join(folder, file), "utf8")).length > 1_000]).toEqual([file, true])
		expect(await readFile(`/usr/share/doc/${name}/copyright`, "utf8")).toContain(`${folder}/licenses`)
	})

	it("has its fuses", async () => {
		const fuses = await getCurrentFuseWire(executable)
		// As the binary has it: the digit 1.
		const state = (fuse: FuseV1Options) => String.fromCharCode(Number(fuses[fuse])) === "1"
		expect({
			runAsNode: state(FuseV1Options.RunAsNode),
			nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
			inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
			onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
			fileExtras: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
		}).toEqual({ runAsNode: true, nodeOptions: false, inspect: false, onlyAsar: true, fileExtras: false })
	})

	it("brings the command line, which imports a file where there is no Node", async () => {
		const file = plainFile(own, 20)
		const out = join(own, "out")
		await run(command, ["run", file, "--out", out, "--sandbox", "--rate", "0", "--settle", "0.2"], {
			env: { PATH: "/usr/bin:/bin", INTERGIRO_IMPORT_HOME: join(own, "home of the command line") },
		}).catch(({ code, stderr }) => expect(code, stderr).toBe(0))
		expect(table(join(out, "results.csv"))).toHaveLength(20)
	})

	it("shows a file that it is opened with", async () => {
		const app = spawn(
			executable,
			[
				...inject("electron").flags,
				"--remote-debugging-port=0",
				`--user-data-dir=${join(own, "user data")}`,
				plainFile(own, 7),
			],
			{ env: { ...process.env, INTERGIRO_IMPORT_HOME: join(own, "home") }, stdio: ["ignore", "ignore", "pipe"] },
		)
		const ended = once(app, "exit")
		try {
			const address = await new Promise<string>((resolve, reject) => {
				let heard = ""
				app.stderr.setEncoding("utf8").on("data", (text: string) => {
					heard += text
					const [, found] = /DevTools listening on (ws:\S+)/.exec(heard) ?? []
					if (found) resolve(found)
				})
				ended.then(() => reject(new Error(`It ended: ${heard}`)))
			})
			const browser = await chromium.connectOverCDP(address)
			const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent("page"))
			await page?.getByRole("heading", { name: "customers.csv" }).waitFor()
			expect(page?.url()).toMatch(/^app:\/\/import\//)
			await browser.close()
		} finally {
			app.kill("SIGKILL")
			await ended
		}
	})

	it("has the licences of all that is in it beside the program, and says which Electron that is", async () => {
		const file = (name: string) => readFile(join(folder, "licenses", name), "utf8")
		const licences = licencesIn(await Promise.all(["main.md", "renderer.md", "others.md"].map(file)))
		const { stdout } = await run("npx", ["--yes", "@electron/asar@3.4.1", "list", join(folder, "resources/app.asar")])
		const packed = Array.from(stdout.matchAll(/\/node_modules\/((?:@[^/\n]+\/)?[^/@\n]+)$/gm), ([, name = ""]) => name)
		const components: { name: string; version: string; components?: { name: string }[] }[] = JSON.parse(
			await file("sbom.cdx.json"),
		).components
		const bundled = components.map(({ name }) => name).filter((name) => name !== "electron")
		expect(packed).toContain("iconv-lite")
		const within = components.flatMap(({ components = [] }) => components.map(({ name }) => name))
		for (const name of [...packed, ...bundled, ...within])
			expect((licences.get(name) ?? "").length, name).toBeGreaterThan(500)
		expect((await readFile(join(folder, "LICENSES.chromium.html"), "utf8")).length).toBeGreaterThan(10_000)
		const { stdout: electron } = await run(executable, ["-p", "process.versions.electron"], {
			env: { ELECTRON_RUN_AS_NODE: "1" },
		})
		expect(components.find(({ name }) => name === "electron")?.version).toBe(electron.trim())
	})

	it("is removed without a trace", async () => {
		await run("dpkg", ["--purge", name])
		expect([folder, command, `/usr/share/applications/${name}.desktop`].filter((path) => existsSync(path))).toEqual([])
	})
})
