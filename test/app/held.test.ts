import { expect, it } from "vitest"
import { onceFree } from "../../src/contract/held.ts"

const failure = (code: string) => Object.assign(new Error(code), { code })

/** A file that fails so often before it can be had. */
function file(code: string, times: number) {
	const slept: number[] = []
	let tries = 0
	const work = () => (tries++ < times ? Promise.reject(failure(code)) : Promise.resolve("done"))
	const had = onceFree(work, async (milliseconds) => slept.push(milliseconds))
	return { had, slept, tries: () => tries }
}

it.each(["EBUSY", "EPERM"])("waits for a file that another program holds (%s), ever longer", async (code) => {
	const { had, slept } = file(code, 4)
	expect(await had).toBe("done")
	expect(slept).toHaveLength(4)
	expect([...slept].sort((a, b) => a - b)).toEqual(slept)
})

it("gives up after ten seconds, with what the system says", async () => {
	const { had, slept } = file("EBUSY", 1_000)
	await expect(had).rejects.toThrow("EBUSY")
	expect(slept.reduce((sum, one) => sum + one, 0)).toBe(10_000)
})

it.each(["ENOSPC", "EROFS", "ENOENT"])("does not wait for what waiting does not mend (%s)", async (code) => {
	const { had, tries } = file(code, 1)
	await expect(had).rejects.toThrow(code)
	expect(tries()).toBe(1)
})
