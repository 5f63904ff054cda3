import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { newRunFolder } from "../../electron/run-folder.ts"

let runs = ""
beforeEach(() => {
	runs = mkdtempSync(join(tmpdir(), "runs-"))
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

it("gives each run a folder of its own, also where two of one file begin in the same second", () => {
	const now = new Date(2026, 10, 29, 14, 5, 7, 100)
	const folders = Array.from({ length: 3 }, () => {
		const { id, folder } = newRunFolder(runs, "kunder: höst.csv", now)
		mkdirSync(folder)
		return id
	})
	expect(folders).toEqual([
		"2026-11-29 140507 kunder_ höst.csv",
		"2026-11-29 140507 (2) kunder_ höst.csv",
		"2026-11-29 140507 (3) kunder_ höst.csv",
	])
})
