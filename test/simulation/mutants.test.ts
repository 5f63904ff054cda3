import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createServer } from "vite"
import { expect, test } from "vitest"
import { type Mutant, mutants } from "./mutants.ts"

const root = resolve(import.meta.dirname, "../..")
/** A mutant that so many imports do not notice has got away. */
const seeds = 3_000

/** Loads a module of the tests with one file of the product broken. */
async function load<Module>(mutant: Mutant, module: string): Promise<{ module: Module; close(): Promise<void> }> {
	let broken = 0
	const server = await createServer({
		root,
		configFile: false,
		logLevel: "silent",
		appType: "custom",
		server: { middlewareMode: true, watch: null, ws: false },
		optimizeDeps: { noDiscovery: true },
		plugins: [
			{
				name: "mutant",
				enforce: "pre",
				transform(code, id) {
					if (id !== join(root, mutant.file)) return undefined
					const parts = code.split(mutant.find)
					broken += parts.length - 1
					return parts.join(mutant.replace)
				},
			},
		],
	})
	const loaded = (await server.ssrLoadModule(join(root, module))) as Module
	expect(broken, `places of "${mutant.name}" in ${mutant.file}`).toBe(1)
	return { module: loaded, close: () => server.close() }
}

test.each(mutants)("the simulation notices: $name", async (mutant) => {
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
