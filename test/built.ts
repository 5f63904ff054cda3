import { spawnSync } from "node:child_process"
import { readdirSync, statSync } from "node:fs"
import { join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "..")
const sources = ["src", "electron", "renderer", "electron.vite.config.ts", "package.json", "package-lock.json"]

/** Milliseconds since 1970 when a file, or one of a folder, was last written; 0 where there is none. */
function writtenAt(path: string): number {
	const stats = statSync(path, { throwIfNoEntry: false })
	if (stats === undefined) return 0
	if (!stats.isDirectory()) return stats.mtimeMs
	const files = readdirSync(path, { recursive: true, encoding: "utf8" })
	return Math.max(0, ...files.map((file) => statSync(join(path, file)).mtimeMs))
}

/** Builds where a source is newer than what was built of it: what tests run as a program is what the sources say. */
export default function setup(): void {
	const newest = Math.max(...sources.map((source) => writtenAt(join(root, source))))
	if (writtenAt(join(root, "out/main/cli.js")) >= newest) return
	const { status } = spawnSync("npm", ["run", "--silent", "build"], {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	})
	if (status !== 0) throw new Error("The build failed, and tests of an old one would prove nothing")
}
