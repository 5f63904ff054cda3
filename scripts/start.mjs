/** `npm start` and `npm run dev`: the built app, or the app with hot reload, in the Electron that this machine has. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { describe, electronRuntime, requiredFlags } from "./electron-runtime.mjs"

const [command = "preview", ...rest] = process.argv.slice(2)
const runtime = await electronRuntime()
console.log(describe(runtime))
if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
	console.error("There is no display to show the window on. With Xvfb: xvfb-run -a npm start")
	process.exit(1)
}
const electronVite = join(import.meta.dirname, "..", "node_modules", "electron-vite", "bin", "electron-vite.js")
const sandbox = requiredFlags().length > 0 ? ["--noSandbox"] : []
spawn(process.execPath, [electronVite, command, ...sandbox, ...rest], {
	stdio: "inherit",
	env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable },
}).on("exit", (code) => process.exit(code ?? 1))
