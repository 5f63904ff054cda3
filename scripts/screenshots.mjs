/** `npm run screenshots`: pictures of every screen of the built app, in docs/screenshots. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { installSystemPackages } from "./system-packages.mjs"

installSystemPackages()
const vitest = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs")
const { status } = spawnSync(process.execPath, [vitest, "run", "--project", "screenshots"], { stdio: "inherit" })
process.exitCode = status ?? 1
