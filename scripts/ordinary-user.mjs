/**
 * `npm run test:ordinary-user [-- FILE…]`: the end-to-end tests as an ordinary user, with Chromium's own sandbox on; root gets a user for it,
 * who is removed again. Where none can be had it says why and ends with 77, which is neither passed nor failed.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { installSystemPackages } from "./system-packages.mjs"

const root = join(import.meta.dirname, "..")
const user = "intergiro-e2e"
const isRoot = process.getuid?.() === 0
const skipped = 77

const succeeds = (command, argv) => spawnSync(command, argv, { cwd: root, stdio: "ignore" }).status === 0
const asUser = (...argv) => (isRoot ? ["runuser", "--user", user, "--", ...argv] : argv)
const can = (...argv) => {
	const [command, ...rest] = asUser(...argv)
	return succeeds(command, rest)
}

/** Why it cannot be tried here; nothing where it can. */
function hindrance() {
	if (process.platform !== "linux")
		return "this is about root on Linux; on this system the tests run in the sandbox anyway"
	if (isRoot && !succeeds("useradd", ["--system", "--no-create-home", user])) return "no user can be added"
	if (!can("unshare", "--user", "--map-root-user", "true"))
		return "this machine forbids user namespaces, without which Chromium has no sandbox"
	if (!can("test", "-r", "package.json")) return `an ordinary user cannot read ${root}`
	return undefined
}

function test() {
	const reason = hindrance()
	if (reason !== undefined) {
		console.error(`Skipped, nothing was tried: ${reason}.`)
		return skipped
	}
	const home = mkdtempSync(join(tmpdir(), "import-home-"))
	if (isRoot) succeeds("chown", [user, home])
	try {
		const vitest = ["npx", "vitest", "run", "--project", "e2e", "--configLoader", "runner", ...process.argv.slice(2)]
		const [command, ...argv] = asUser("env", `HOME=${home}`, ...vitest)
		return spawnSync(command, argv, { cwd: root, stdio: "inherit" }).status ?? 1
	} finally {
		rmSync(home, { recursive: true, force: true })
	}
}

installSystemPackages()
try {
	process.exitCode = test()
} finally {
	if (isRoot) succeeds("userdel", ["--force", user])
}
