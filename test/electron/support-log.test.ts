import { execFileSync } from "node:child_process"
import {
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { SupportLog } from "../../electron/support-log.ts"

let home = ""
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "support-log-"))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const path = (name = "log.txt") => join(home, name)

describe.skipIf(process.platform === "win32")("the log for support", () => {
	it.each<[what: string, plant: () => unknown]>([
		["a hard link to a file of somebody's", () => linkSync(path("victim"), path())],
		["a link to one", () => symlinkSync(path("victim"), path())],
		["a link to a file that is not there", () => symlinkSync(path("made"), path())],
		["a pipe", () => execFileSync("mkfifo", [path()])],
		["a folder", () => mkdirSync(path())],
	])("begins anew where %s lies in its place, which keeps what it has under another name", (_, plant) => {
		writeFileSync(path("victim"), "untouched")
		plant()
		const log = new SupportLog(home)
		log.add("one")
		log.add("two")
		expect(readFileSync(path("victim"), "utf8")).toBe("untouched")
		expect(log.text).toMatch(/^\S+ one\n\S+ two\n$/)
		expect(readdirSync(home).sort()).toEqual(["log.set-aside-1.txt", "log.txt", "victim"])
	})

	it("keeps no more than twice its size, also where a folder has the name of what is older", () => {
		mkdirSync(path("log.older.txt"))
		const log = new SupportLog(home)
		log.add("x".repeat(1_000_000))
		log.add("after")
		expect(readFileSync(path("log.older.txt"), "utf8")).toMatch(/^\S+ x+\n$/)
		expect(log.text).toMatch(/x\n\S+ after\n$/)
	})
})
