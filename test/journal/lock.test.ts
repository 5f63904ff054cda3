import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Holder, Locked, lock, lockPatiently } from "../../src/journal/lock.ts"

let folder: string
let path: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "lock-"))
	path = join(folder, "journal")
})
afterEach(() => rm(folder, { recursive: true }))

/** Puts up a claim of another process, made from one of this process. */
async function foreign(change: (owner: string) => string): Promise<void> {
	const { release } = await lock(path, "another")
	const [claim = ""] = await readdir(folder)
	await release()
	await writeFile(join(folder, change(claim)), "another")
}

describe("a lock", () => {
	it("is held by one at a time, also within a process, and leaves nothing behind", async () => {
		const first = await lock(path, "import")
		const second = lock(path, "import")
		await expect(second).rejects.toThrow(Locked)
		await expect(second).rejects.toMatchObject({ holder: { host: hostname(), pid: process.pid, purpose: "import" } })
		expect(await readdir(folder)).toHaveLength(1)
		await first.release()
		const third = await lock(path, "import")
		await third.release()
		expect(await readdir(folder)).toEqual([])
	})

	it("says which file to delete", async () => {
		const held = await lock(path, "import")
		const [claim = ""] = await readdir(folder)
		await expect(lock(path, "import")).rejects.toThrow(claim)
		await held.release()
	})

	it("does not mind another lock in the same folder", async () => {
		const one = await lock(path, "import")
		const two = await lock(join(folder, "journal2"), "import")
		await Promise.all([one.release(), two.release()])
	})

	it("goes to at most one of many who ask at the same time", async () => {
		for (let round = 0; round < 10; round++) {
			const results = await Promise.allSettled(Array.from({ length: 5 }, () => lock(path, "import")))
			const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []))
			expect(won.length).toBeLessThanOrEqual(1)
			for (const one of won) await one.release()
		}
		expect(await readdir(folder)).toEqual([])
	})

	it.each<[string, (claim: string) => string]>([
		["another machine", (claim) => claim.replace(hostname(), "elsewhere.example")],
		["another container", (claim) => claim.replace(/-\d+-/, "-1-")],
		["nobody knows whom", () => "journal.lock.garbage"],
	])("is kept by %s", async (_, change) => {
		await foreign(change)
		await expect(lock(path, "import")).rejects.toThrow(Locked)
		expect(await readdir(folder)).toHaveLength(1)
	})

	it.each<[string, (claim: string) => string]>([
		["an earlier start of the machine", (claim) => claim.replace(/\.[0-9a-f]{8}-/, ".00000000-")],
		["an earlier process of our number", (claim) => claim.replace(/-\d+\./, "-1.")],
		["an earlier process of another's number", (claim) => claim.replace(`.${process.pid}.`, `.${process.ppid}.`)],
		["a process that is gone", (claim) => claim.replace(`.${process.pid}.`, ".4194303.")],
	])("of %s is removed", async (_, change) => {
		await foreign(change)
		const held = await lock(path, "import")
		expect(await readdir(folder)).toHaveLength(1)
		await held.release()
		expect(await readdir(folder)).toEqual([])
	})
})

describe("waiting for a lock", () => {
	it("tells once who holds it, and goes on when it is released", async () => {
		const first = await lock(path, "import")
		const told: Holder[] = []
		const second = await lockPatiently(path, "import", (holder) => {
			told.push(holder)
			void first.release()
		})
		expect(told).toHaveLength(1)
		expect(told[0]).toMatchObject({ pid: process.pid, purpose: "import" })
		await second.release()
	})

	it("ends when it is told to stop", async () => {
		const first = await lock(path, "import")
		const stop = new AbortController()
		const waiting = lockPatiently(path, "import", () => stop.abort(new Error("enough")), stop.signal)
		await expect(waiting).rejects.toThrow("enough")
		await first.release()
		expect(await readdir(folder)).toEqual([])
	})
})
