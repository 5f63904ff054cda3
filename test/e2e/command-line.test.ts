import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { expect, inject, it } from "vitest"

const run = promisify(execFile)

/** As the installed app brings it: there is no Node but that of Electron. */
it("runs in the app's own Electron", async () => {
	const folder = await mkdtemp(join(tmpdir(), "import-electron-"))
	try {
		await run(inject("electron").executable, [resolve("out/main/cli.js"), "demo"], {
			cwd: folder,
			env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", INTERGIRO_IMPORT_HOME: join(folder, "home") },
		}).catch(({ code, stderr }) => expect(code, stderr).toBe(1))
		const summary = JSON.parse(await readFile(join(folder, "demo", "run", "summary.json"), "utf8"))
		expect(summary).toMatchObject({ rows: 1_000, balanced: true, complete: true })
	} finally {
		await rm(folder, { recursive: true })
	}
})
