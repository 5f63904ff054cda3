import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { expect, inject, it } from "vitest"
import { writeSample } from "./sample.ts"

const run = promisify(execFile)

/** As the installed app brings it: there is no Node but that of Electron. */
it("runs in the app's own Electron", async () => {
	const folder = await mkdtemp(join(tmpdir(), "import-electron-"))
	try {
		const { path, rows, invalid, declined, verification } = await writeSample(folder, 100)
		const command = ["run", path, "--sandbox", "--out", join(folder, "run")]
		await run(inject("electron").executable, [resolve("out/main/cli.js"), ...command], {
			env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", INTERGIRO_IMPORT_HOME: join(folder, "home") },
		}).catch(({ code, stderr }) => expect(code, stderr).toBe(1))
		const summary = JSON.parse(await readFile(join(folder, "run", "summary.json"), "utf8"))
		const created = rows - invalid - declined - verification
		expect(summary).toMatchObject({ rows, balanced: true, complete: true, outcomes: { created } })
	} finally {
		await rm(folder, { recursive: true })
	}
})
