import { once } from "node:events"
import { mkdtemp, readdir, rename, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Locked, lock } from "../../src/journal/lock.ts"
import { stride } from "../sample.ts"
import { buildDriver, run, runFailing, start } from "./process.ts"

let program: string
let driver: string
beforeAll(async () => {
	program = await mkdtemp(join(tmpdir(), "driver-"))
	driver = await buildDriver(program)
})
afterAll(() => rm(program, { recursive: true }))

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "processes-"))
})
afterEach(() => rm(folder, { recursive: true }))

describe("the lock between processes", () => {
	async function holder() {
		const child = start(process.execPath, [driver, "hold", join(folder, "journal")])
		if (!child.stdout) throw new Error("no output")
		await once(child.stdout, "data")
		return child
	}

	it("is held by one at a time, 200 times", async () => {
		const race = () => run(process.execPath, [driver, "race", join(folder, "journal"), "100"])
		for (const { status, output, errors } of await Promise.all([race(), race()]))
			expect({ status, output, errors }).toEqual({ status: 0, output: "won 100\n", errors: "" })
		expect(await readdir(folder)).toEqual([])
	})

	it("of one that was killed is free", async () => {
		const child = await holder()
		const refused = lock(join(folder, "journal"), "import")
		await expect(refused).rejects.toThrow(Locked)
		await expect(refused).rejects.toMatchObject({ holder: { pid: child.pid, purpose: "import" } })
		child.kill("SIGKILL")
		await once(child, "exit")
		expect(await readdir(folder)).toHaveLength(1)
		const held = await lock(join(folder, "journal"), "import")
		expect(await readdir(folder)).toHaveLength(1)
		await held.release()
	})

	it("of one that was killed and that its parent never buried is free", async () => {
		const script = '"$1" "$2" hold "$3" & exec sleep 60'
		const parent = start("sh", ["-c", script, "sh", process.execPath, driver, join(folder, "journal")])
		if (!parent.stdout) throw new Error("no output")
		await once(parent.stdout, "data")
		const [claim = ""] = await readdir(folder)
		process.kill(Number(/\.(\d+)\.[^.]+\.[^.]+$/.exec(claim)?.[1]), "SIGKILL")
		const held = await lock(join(folder, "journal"), "import")
		await held.release()
		parent.kill("SIGKILL")
		await once(parent, "exit")
	})

	it("of one whose number another process has now is free", async () => {
		const child = await holder()
		const [claim = ""] = await readdir(folder)
		await rename(join(folder, claim), join(folder, claim.replace(/-\d+\.([0-9a-f]+)$/, "-1.$1")))
		const held = await lock(join(folder, "journal"), "import")
		await held.release()
		expect(await readdir(folder)).toEqual([])
		child.kill("SIGKILL")
		await once(child, "exit")
	})
})

/** What the program said became durable. */
function durable(output: string): number {
	return Number(/durable (\d+)\n(?!.*durable)/s.exec(output)?.[1] ?? 0)
}

function found(output: string): number {
	return Number(/found (\d+)/.exec(output)?.[1] ?? -1)
}

/** One operation in so many fails. */
const step = stride(3)

describe("a real disk", () => {
	it.each([
		["pwrite64", "ENOSPC"],
		["pwrite64", "EIO"],
		["fdatasync", "ENOSPC"],
		["fdatasync", "EIO"],
	] as const)(
		"that fails the n-th %s with %s, for every n, stops the journal, which goes on when opened again",
		async (call, error) => {
			const records = 5
			let failures = 0
			for (let n = 1; ; n += step) {
				const path = join(folder, `${call}-${n}`)
				const write = [driver, "write", path, `${records}`]
				const stopped = await runFailing({ call, error, n }, join(path, "journal.log"), write)
				if (stopped.status === 0) break
				failures++
				expect(stopped).toMatchObject({ status: 3, output: expect.stringContaining(error), errors: "" })
				const resumed = await run(process.execPath, write)
				expect(resumed.status).toBe(0)
				expect(found(resumed.output)).toBeGreaterThanOrEqual(durable(stopped.output))
				const again = await run(process.execPath, write)
				expect(again).toMatchObject({ status: 0, output: `found ${records}\n` })
			}
			// The first line is written and synced by itself.
			expect(failures).toBe(Math.ceil((records + 1) / step))
		},
	)

	it("that is full stops the journal, which goes on when there is room again", async () => {
		// In a mount namespace of its own, so that nothing is left mounted whatever happens.
		const script = `
			mount -t tmpfs -o size=64k tmpfs "$1"
			for attempt in 1 2; do "$2" "$3" write "$1/run" 200; echo "status $?"; done
			mount -o remount,size=16m "$1"
			for attempt in 1 2; do "$2" "$3" write "$1/run" 200; echo "status $?"; done
			ls "$1/run"`
		const user = process.getuid?.() === 0 ? [] : ["--map-root-user"]
		const unshare = ["--mount", ...user, "sh", "-c", script, "sh", folder, process.execPath, driver]
		const { output, errors } = await run("unshare", unshare)
		expect(errors).toBe("")
		const [full = "", still = "", resumed = "", again = "", files] = output.split(/^status /m)
		expect(full).toContain("ENOSPC")
		expect(durable(full)).toBeGreaterThan(10)
		expect(still).toMatch(/^3\n/)
		expect(still).toContain("ENOSPC")
		expect(resumed).toMatch(/^3\n/)
		expect(found(resumed)).toBeGreaterThanOrEqual(durable(full))
		expect(durable(resumed)).toBe(200)
		expect(again).toBe("0\nfound 200\n")
		expect(files).toBe("0\njournal.head\njournal.log\njournal.torn-1\n")
	})
})
