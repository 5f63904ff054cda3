/**
 * `npm run package [-- OPTIONS OF ELECTRON-BUILDER]`: the installers of this system, of what is built; `electron-builder.yml` says which.
 * Refuses where only the stand-in for Electron can be had: nobody may be given that.
 */
import { spawnSync } from "node:child_process"
import { describe, electronRuntime } from "./electron-runtime.mjs"

const installers = {
	linux: "an AppImage and a .deb for Linux",
	win32: "a setup program for Windows",
	darwin: "a disk image for macOS",
}
const others = Object.entries(installers).flatMap(([system, what]) => (system === process.platform ? [] : [what]))
console.log(`Made on this system: ${installers[process.platform] ?? "nothing"}. Not here: ${others.join(", ")}.`)
const runtime = await electronRuntime().catch(({ message }) => ({ kind: "none", message }))
if (runtime.kind !== "package") {
	console.error(`${runtime.message ?? describe(runtime)}.
Nothing was made: an installer has the electron package's own binary, which has to be downloaded.
To try how it is installed with the stand-in, as a package that is called -test and is for nobody: npm run package:test`)
	process.exit(1)
}
console.log(describe(runtime))
const { status } = spawnSync("npx", ["--yes", "electron-builder@26.17.0", ...process.argv.slice(2)], {
	stdio: "inherit",
	shell: process.platform === "win32",
})
process.exitCode = status ?? 1
