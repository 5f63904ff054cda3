import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { share } from "../sample.ts"
import { type Mutant, mutants } from "./mutants.ts"
import { load } from "./mutation.ts"

/** A mutant that so many imports do not notice has got away. */
const seeds = 3_000

test.each(share(mutants, 18))("the simulation notices: $name", async (mutant) => {
	const { module, close } = await load<typeof import("./simulate.ts")>(mutant, "test/simulation/simulate.ts")
	try {
		let caught: string | undefined
		let seed = (mutant.first ?? 1) - 1
		const last = seed + seeds
		while (caught === undefined && seed < last) caught = (await module.simulate(++seed)).violations[0]
		expect(caught, `not noticed in ${seeds} imports`).toBeDefined()
		console.log(`${mutant.name}: noticed by seed ${seed}: ${caught}`)
	} finally {
		await close()
	}
})

test("two who want one lock notice: drop the lock", async () => {
	const dropped: Mutant = {
		name: "drop the lock",
		file: "src/journal/lock.ts",
		find: "if (await isAlive(rival, own)) return rival",
		replace: "",
	}
	const folder = await mkdtemp(join(tmpdir(), "lock-"))
	const { module, close } = await load<typeof import("../../src/journal/lock.ts")>(dropped, dropped.file)
	const intact = await import("../../src/journal/lock.ts")
	try {
		const path = join(folder, "journal")
		const first = await intact.lock(path, "the first")
		await expect(intact.lock(path, "the second")).rejects.toMatchObject({ name: "Locked" })
		await expect(module.lock(path, "the second")).resolves.toBeDefined()
		await first.release()
	} finally {
		await close()
		await rm(folder, { recursive: true })
	}
})
