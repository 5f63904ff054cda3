import { join, resolve } from "node:path"
import { createServer } from "vite"
import { expect } from "vitest"
import type { Mutant } from "./mutants.ts"

const root = resolve(import.meta.dirname, "../..")

/** Loads a module of the tests with one file of the product broken. */
export async function load<Module>(
	mutant: Mutant,
	module: string,
): Promise<{ module: Module; close(): Promise<void> }> {
	let broken = 0
	const server = await createServer({
		root,
		configFile: false,
		logLevel: "silent",
		appType: "custom",
		server: { middlewareMode: true, watch: null, ws: false },
		optimizeDeps: { noDiscovery: true },
		// As the tests themselves are loaded.
		ssr: { noExternal: ["isoly", "isly"] },
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
