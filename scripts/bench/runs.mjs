/** How a program is measured: in a process of its own, against a server in another one. */
import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"

const run = promisify(execFile)
const here = import.meta.dirname

/** Starts the server; `delay` milliseconds before each answer. */
export async function serve(delay = 0) {
	const child = spawn(process.execPath, [join(here, "server.mjs"), String(delay)], {
		stdio: ["pipe", "pipe", "inherit"],
	})
	const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
	const { value: port } = await lines.next()
	return {
		url: `http://127.0.0.1:${port}`,
		/** What it saw so far. */
		async seen() {
			child.stdin.write("\n")
			return JSON.parse((await lines.next()).value)
		},
		async close() {
			child.stdin.end()
			await once(child, "exit")
		},
	}
}

/**
 * Runs a program of Node to its end. Returns the processor time of all its threads and its time in seconds, and the most memory that it
 * had, in bytes.
 */
export async function measureProgram(argv, { folder, env = {}, flags = [], status = 0 }) {
	const usage = join(folder, "usage.json")
	const preload = ["--import", pathToFileURL(join(here, "usage.mjs")).href]
	try {
		await run(process.execPath, [...preload, ...flags, ...argv], {
			env: { ...process.env, ...env, BENCH_USAGE: usage },
			maxBuffer: 1 << 28,
		})
	} catch (error) {
		if (error.code !== status) throw error
	}
	return JSON.parse(await readFile(usage, "utf8"))
}

/** The arguments of an import by the product, as fast as the server allows. */
export function importing(path, { url, out, concurrency, rate = 0, more = [] }) {
	const options = { url, out, rate, concurrency, merchant: "Bench", settle: 0 }
	const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
	return [resolve("out/main/cli.js"), "run", path, ...given, ...more]
}
