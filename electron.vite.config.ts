import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import react from "@vitejs/plugin-react"
import { defineConfig } from "electron-vite"
import type { Plugin } from "vite"

const root = import.meta.dirname

/** The page loads nothing but itself. Not while developing: hot reload needs inline scripts and a socket. */
const contentSecurityPolicy: Plugin = {
	name: "content-security-policy",
	apply: "build",
	transformIndexHtml: () => [
		{
			tag: "meta",
			attrs: {
				"http-equiv": "Content-Security-Policy",
				content:
					"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'",
			},
			injectTo: "head-prepend",
		},
	],
}

/** Of which source a build was made, as a person tells it to whoever helps; where there is no git, whoever builds may say so. */
const build =
	process.env.BUILD ??
	(spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).stdout?.trim() || "unknown")

export default defineConfig({
	main: {
		define: { BUILD: JSON.stringify(build) },
		build: {
			// Everything in a few files: the hundreds of modules of the libraries cost each start of the command line, and of
			// every worker thread, more time than a small file. isoly's can only be resolved by a bundler.
			externalizeDeps: false,
			// For debuggers, and `node --enable-source-maps`; none is shipped.
			sourcemap: true,
			license: { fileName: "licenses.md" },
			rollupOptions: {
				input: {
					main: resolve(root, "electron/main.ts"),
					cli: resolve(root, "src/cli/main.ts"),
					library: resolve(root, "src/library.ts"),
					"check-worker": resolve(root, "src/app/check/worker.ts"),
					"workbook-worker": resolve(root, "src/workbook/worker.ts"),
				},
			},
		},
	},
	preload: {
		build: {
			rollupOptions: {
				input: { preload: resolve(root, "electron/preload.ts") },
				output: { format: "cjs", entryFileNames: "[name].cjs" },
			},
		},
	},
	renderer: {
		root: resolve(root, "renderer"),
		build: {
			minify: true,
			license: { fileName: "licenses.md" },
			rollupOptions: { input: { index: resolve(root, "renderer/index.html") } },
		},
		plugins: [react(), contentSecurityPolicy],
	},
})
