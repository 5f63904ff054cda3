import { type ChildProcess, fork, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import Papa from "papaparse"
import { eventSchema } from "../../src/cli/events.ts"
import { isBrief } from "../sample.ts"

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

/** Starts the built command line in a process of its own, which can be killed, with an environment of its own. */
export function start(parameters: readonly string[], environment: Record<string, string> = {}, cwd?: string): Running {
	demandProgram()
	const child = spawn(process.execPath, [program, ...parameters], {
		env: environmentOf(environment),
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

/**
 * Runs the built command line until it ends. In a process that has run others before, where nothing but the command decides: a
 * process of its own takes one that is told something by its environment as it starts, and every one of `npm run proof`.
 */
export async function run(
	parameters: readonly string[],
	environment: Record<string, string> = {},
	cwd?: string,
): Promise<Finished> {
	const finished = await ended(parameters, environment, cwd)
	if (parameters.includes("--json")) demandEvents(finished.stdout)
	return finished
}

async function ended(
	parameters: readonly string[],
	environment: Record<string, string>,
	cwd: string | undefined,
): Promise<Finished> {
	if (!isBrief || "NODE_OPTIONS" in environment) return await start(parameters, environment, cwd).finished
	demandProgram()
	const host = idle.pop() ?? startHost()
	const finished = await new Promise<Finished>((resolve, reject) => {
		const end = (status: number | null) => reject(new Error(`The command ended its process with ${status}.`))
		host.once("exit", end).once("message", (finished) => {
			host.off("exit", end)
			resolve(finished as Finished)
		})
		host.send({ parameters, environment: environmentOf(environment), cwd: cwd ?? process.cwd() })
	})
	idle.push(host)
	return finished
}

/** Every line that any test has machines read is of the form that is promised to them. */
function demandEvents(stdout: string): void {
	for (const line of stdout.split("\n").filter(Boolean)) eventSchema.parse(JSON.parse(line))
}

/** Processes that wait for the next command; they end with the one that started them. */
const idle: ChildProcess[] = []

function startHost(): ChildProcess {
	const host = fork(resolve(import.meta.dirname, "host.mjs"), [program], {
		env: environmentOf({}),
		execArgv: [],
		stdio: ["ignore", "ignore", "inherit", "ipc"],
	})
	host.unref()
	host.channel?.unref()
	return host
}

function environmentOf(own: Record<string, string>): Record<string, string> {
	return { PATH: process.env.PATH ?? "", TZ: "UTC", ...own }
}

function demandProgram(): void {
	if (!existsSync(program)) throw new Error(`${program} is not there: npm run build makes it.`)
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
