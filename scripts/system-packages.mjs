/**
 * What the end-to-end tests need of the operating system: a virtual display, Electron's libraries, strace.
 * On Debian as root they are installed; elsewhere a line says what to install.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

const needed = [
	"xvfb",
	"xauth",
	"libgtk-3-0",
	"libnss3",
	"libasound2",
	"libgbm1",
	"libxss1",
	"libxtst6",
	"strace",
	"fonts-dejavu-core",
]

/** What compiles and signs a setup program for Windows, which `npm test` does not. */
export const windowsPackages = ["nsis", "osslsigncode", "openssl"]

/** Makes sure that all is there; throws with one line for a person when it is not and cannot be. */
export function installSystemPackages(packages = needed) {
	if (process.platform !== "linux") return
	if (!existsSync("/usr/bin/apt-get")) {
		if (!["Xvfb", "xvfb-run", "strace"].every(onPath))
			throw new Error(
				"Install Xvfb with xvfb-run, strace, and the libraries of GTK 3, NSS, ALSA and GBM, then try again.",
			)
		return
	}
	const missing = packages.filter((name) => !installed(name))
	if (missing.length === 0) return
	if (process.getuid() !== 0) throw new Error(`Install what is missing: sudo apt-get install ${missing.join(" ")}`)
	console.log(`Installing ${missing.join(" ")}`)
	const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
	aptGet(["update", "-qq"], environment)
	aptGet(["install", "-y", "-qq", "--no-install-recommends", ...missing], environment)
}

function aptGet(argv, env) {
	const { status, stdout, stderr } = spawnSync("apt-get", argv, { env, encoding: "utf8" })
	if (status !== 0) throw new Error(`apt-get ${argv.join(" ")} failed:\n${stdout}${stderr}`)
}

/** A package, or the one that Debian 13 renamed it to (`libgtk-3-0t64`). */
function installed(name) {
	return [name, `${name}t64`].some((candidate) => {
		const { stdout } = spawnSync("dpkg-query", ["-W", "-f", "$" + "{db:Status-Status}", candidate], {
			encoding: "utf8",
		})
		return stdout === "installed"
	})
}

function onPath(command) {
	return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0
}

if (process.argv[1] === import.meta.filename) {
	try {
		installSystemPackages()
	} catch (error) {
		console.error(error.message)
		process.exitCode = 1
	}
}
