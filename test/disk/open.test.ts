import { execFileSync } from "node:child_process"
import {
	chmodSync,
	chownSync,
	closeSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { makeFile, setAside } from "../../src/disk/make.ts"
import { type Opening, openFile, openFileSync } from "../../src/disk/open.ts"
import { chunksOf, linesOf, readText, readWhole, readWholeSync } from "../../src/disk/read.ts"

let folder = ""
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "disk-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (name = "kept") => join(folder, name)
const modeOf = (name: string) => statSync(name).mode & 0o777

/** Opens and closes it, in both ways, and says as which error it refused, if it did. */
async function refusal(how: Opening): Promise<unknown> {
	const later = await openFile(path(), how).then(
		(file) => file.close(),
		(error: unknown) => error,
	)
	let now: unknown
	try {
		closeSync(openFileSync(path(), how))
	} catch (error) {
		now = error
	}
	expect(now).toEqual(later)
	return later
}

describe.skipIf(process.platform === "win32")("a file that is opened by its name", () => {
	it.each<[what: string, plant: () => unknown]>([
		["a pipe", () => execFileSync("mkfifo", [path()])],
		["a folder", () => mkdirSync(path())],
		["a link to a device without an end", () => symlinkSync("/dev/zero", path())],
		["a link to a folder", () => symlinkSync(tmpdir(), path())],
		["a socket", () => new Promise<void>((done) => createServer().listen(path(), done).unref())],
	])("is none where that is %s, and nothing waits for it", async (_, plant) => {
		await plant()
		for (const how of ["read", "write", "append", "named"] as const)
			expect(await refusal(how)).toMatchObject({ name: "NotOpened", message: expect.stringMatching(/no file/) })
		const readings = [readText(path()), linesOf(path()).next(), chunksOf(path(), "named").next()]
		await Promise.all(readings.map((reading) => expect(reading).rejects.toThrow(/no file/)))
	})

	it("is one behind a link only where a person named it", async () => {
		writeFileSync(path("other"), "there")
		symlinkSync(path("other"), path())
		for (const how of ["read", "write", "append"] as const) expect(await refusal(how)).toMatchObject({ code: "ENXIO" })
		expect((await readWhole(path(), "named")).toString()).toBe("there")
	})

	it("is not written to where it has another name elsewhere", async () => {
		writeFileSync(path("other"), "there")
		linkSync(path("other"), path())
		for (const how of ["write", "append"] as const) expect(await refusal(how)).toMatchObject({ code: "EMLINK" })
		expect(await readText(path())).toBe("there")
	})

	it.each(["write", "append"] as const)("is ours alone from the moment on in which it is opened to %s", async (how) => {
		writeFileSync(path(), "there")
		chmodSync(path(), 0o666)
		expect(await refusal("read")).toBeUndefined()
		expect(modeOf(path())).toBe(0o666)
		expect(await refusal(how)).toBeUndefined()
		expect([modeOf(path()), readFileSync(path(), "utf8")]).toEqual([0o600, "there"])
	})

	it.skipIf(process.geteuid?.() !== 0)(
		"is not written to where it is another user's, and leaves nothing behind",
		async () => {
			writeFileSync(path(), "there")
			chownSync(path(), 65_534, 65_534)
			for (const how of ["write", "append"] as const) expect(await refusal(how)).toMatchObject({ code: "EACCES" })
			expect(readdirSync(folder)).toEqual(["kept"])
		},
	)

	it("is read whole only where it is small", async () => {
		writeFileSync(path(), "")
		truncateSync(path(), 2_000_000)
		await expect(readWhole(path(), "read", 1 << 20)).rejects.toMatchObject({ code: "EFBIG" })
		expect(() => readWholeSync(path(), 1 << 20)).toThrow(/larger than 1 MB/)
		expect(readWholeSync(path(), 2_000_000)).toHaveLength(2_000_000)
	})

	it("is made nowhere but under a name that is free", async () => {
		symlinkSync(path("made"), path())
		await expect(makeFile(path(), "text")).rejects.toMatchObject({ code: "EEXIST" })
		expect(readdirSync(folder)).toEqual(["kept"])
		expect([setAside(path()), setAside(path("kept.set-aside-1"))]).toEqual([
			"kept.set-aside-1",
			"kept.set-aside-1.set-aside-1",
		])
	})
})
