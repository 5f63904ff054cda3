/** `npm run screenshots`: pictures of every screen of the built app, in docs/screenshots. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { installSystemPackages } from "./system-packages.mjs"

installSystemPackages()
const vitest = [
	join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs"),
	"run",
	"--project",
	"screenshots",
]
const display = process.platform === "linux" ? ["xvfb-run", "-a", "--server-args=-screen 0 2000x1400x24"] : []
const [command, ...argv] = [...display, process.execPath, ...vitest]
process.exitCode = spawnSync(command, argv, { stdio: "inherit" }).status ?? 1
