import { mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Gives a run of tests a temporary folder of its own, and takes it away with whatever they left there, killed processes too. */
export default function setup() {
	const before = process.env.TMPDIR
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "tests-")))
	process.env.TMPDIR = folder
	return () => {
		if (before === undefined) delete process.env.TMPDIR
		else process.env.TMPDIR = before
		try {
			rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
		} catch {
			// What a test made unreadable stays, as it would have without this.
		}
	}
}
