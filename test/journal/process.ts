import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { build } from "vite"

/** Bundles the driver into a folder; returns its path. */
export async function buildDriver(folder: string): Promise<string> {
	await build({
		configFile: false,
		logLevel: "error",
		build: { ssr: join(import.meta.dirname, "driver.ts"), outDir: folder, target: "node20" },
	})
	return join(folder, "driver.js")
}

export interface Ended {
	readonly status: number | null
	readonly output: string
	readonly errors: string
}

type Environment = Readonly<Record<string, string>>

export function start(command: string, argv: readonly string[], environment: Environment = {}): ChildProcess {
	// One thread for the file system: strace counts the calls of each thread apart.
	return spawn(command, argv, { env: { ...process.env, UV_THREADPOOL_SIZE: "1", ...environment } })
}

export async function run(command: string, argv: readonly string[], environment?: Environment): Promise<Ended> {
	const child = start(command, argv, environment)
	if (!child.stdout || !child.stderr) throw new Error(`${command} has no output`)
	const status = new Promise<number | null>((resolve, reject) => child.on("exit", resolve).on("error", reject))
	const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
	return { status: await status, output, errors }
}

/** A system call on a file that fails once. */
export interface Failure {
	readonly call: "pwrite64" | "fdatasync"
	readonly error: "ENOSPC" | "EIO"
	/** Which of the calls, from 1. */
	readonly n: number
}

/** Runs a program of Node's on a disk that fails once for a file. Needs strace. */
export function runFailing(
	{ call, error, n }: Failure,
	file: string,
	argv: readonly string[],
	environment?: Environment,
): Promise<Ended> {
	const strace = ["-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-P", file]
	const injection = ["-e", `trace=${call}`, "-e", `inject=${call}:error=${error}:when=${n}`]
	return run("strace", [...strace, ...injection, process.execPath, ...argv], environment)
}
