import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import Papa from "papaparse"

/** The built program; `CLI` names another build of it. */
export const program = resolve(import.meta.dirname, "../..", process.env.CLI ?? "out/main/cli.js")

export interface Finished {
	/** Nothing when a signal ended it. */
	readonly status: number | null
	readonly stdout: string
	readonly stderr: string
}

export interface Running {
	readonly child: ChildProcess
	readonly finished: Promise<Finished>
	/** Resolves when stderr or stdout has said this. */
	says(text: string): Promise<void>
}

/** Starts the built command line with an environment of its own. */
export function start(parameters: readonly string[], environment: Record<string, string> = {}, cwd?: string): Running {
	if (!existsSync(program)) throw new Error(`${program} is not there: npm run build makes it.`)
	const child = spawn(process.execPath, [program, ...parameters], {
		env: { PATH: process.env.PATH, TZ: "UTC", ...environment },
		...(cwd === undefined ? {} : { cwd }),
		stdio: ["ignore", "pipe", "pipe"],
	})
	const heard = { stdout: "", stderr: "" }
	const listeners = new Set<() => void>()
	for (const name of ["stdout", "stderr"] as const)
		child[name].setEncoding("utf8").on("data", (text: string) => {
			heard[name] += text
			for (const listener of listeners) listener()
		})
	const finished = new Promise<Finished>((resolve) => {
		child.on("close", (status) => resolve({ status, ...heard }))
	})
	const says = (text: string) =>
		new Promise<void>((resolve, reject) => {
			const look = () => {
				if (heard.stdout.includes(text) || heard.stderr.includes(text)) resolve()
			}
			listeners.add(look)
			look()
			finished.then(({ stderr }) => reject(new Error(`It ended without saying "${text}": ${stderr}`)))
		})
	return { child, finished, says }
}

export async function run(
	parameters: readonly string[],
	environment: Record<string, string> = {},
	cwd?: string,
): Promise<Finished> {
	return await start(parameters, environment, cwd).finished
}

/** A new folder, in which a test keeps everything of its own. */
export function newFolder(): string {
	return mkdtempSync(join(tmpdir(), "import-cli-"))
}

/** The records of a CSV file that the program wrote, each by its header; by default with the delimiter that the header has more of. */
export function table(path: string, given?: string): Record<string, string>[] {
	const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "")
	const [header = ""] = text.split("\n", 1)
	const delimiter = given ?? (header.split(";").length > header.split(",").length ? ";" : ",")
	return Papa.parse<Record<string, string>>(text, { header: true, delimiter, skipEmptyLines: true }).data
}
