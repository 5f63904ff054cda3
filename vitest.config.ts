import { readdirSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

/** The tests of which `npm test` does a sample only, and those of the command line, which it gives no process of its own. */
const sampled = () =>
	readdirSync("test", { recursive: true, encoding: "utf8" })
		.map((path) => `test/${path}`)
		.filter((path) => path.endsWith(".test.ts"))
		.filter((path) =>
			/from "(\.\.\/)+(sample|in-proof)\.ts"|from "\.\/(command|fixture)\.ts"/.test(readFileSync(path, "utf8")),
		)

export default defineConfig({
	test: {
		testTimeout: 180_000,
		hookTimeout: 180_000,
		// What is waited for comes late on a busy machine.
		expect: { poll: { timeout: 60_000 } },
		// Much of the time a test waits for a process, a socket or a pause: more of them than cores keep these busy.
		maxWorkers: Math.ceil(availableParallelism() * 1.5),
		// isoly's modules import each other without file extensions, which only a bundler resolves.
		server: { deps: { inline: ["isoly", "isly"] } },
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["test/**/*.test.{ts,tsx}"],
					exclude: ["test/e2e/**", "test/package/**", "test/screenshots/**"],
					globalSetup: ["test/temporary.ts", "test/built.ts"],
					// Loading the vocabularies anew for each of two hundred files takes longer than most of them. No test mocks a module.
					isolate: false,
				},
			},
			{
				extends: true,
				test: {
					name: "e2e",
					include: ["test/e2e/**/*.test.ts"],
					globalSetup: ["test/temporary.ts", "test/built.ts", "test/e2e/setup.ts"],
					setupFiles: ["test/e2e/tell-windows.ts"],
					// A window that nobody's graphics card draws takes most of a core: three side by side end no sooner than two.
					maxWorkers: 2,
					isolate: false,
					testTimeout: 240_000,
				},
			},
			{
				extends: true,
				test: {
					name: "proof",
					include: process.env.PROOF === undefined ? [] : [...sampled(), "test/package/**/*.test.ts"],
					globalSetup: ["test/temporary.ts", "test/built.ts", "test/e2e/setup.ts"],
					testTimeout: 24 * 3_600_000,
				},
			},
			{
				extends: true,
				test: {
					name: "screenshots",
					include: ["test/screenshots/*.test.ts"],
					globalSetup: ["test/temporary.ts", "test/built.ts", "test/e2e/setup.ts"],
					testTimeout: 300_000,
				},
			},
		],
	},
})
