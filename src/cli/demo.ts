import { mkdir, readdir, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { makeFile } from "../disk/make.ts"
import { readText } from "../disk/read.ts"
import { type Exit, exit, note, print, Usage } from "./output.ts"
import { runOn } from "./run.ts"
import { sampleFile, sampleRows } from "./sample.ts"

const customers = 1_000
const fileName = "customers.csv"
/** What an earlier demo left in the folder. */
const leftovers = [fileName, "home", "run"]

/** Makes a file with the usual nuisances and runs it against a sandbox that answers 429 now and then. */
export async function demo(): Promise<Exit> {
	const folder = resolve("demo")
	const file = join(folder, fileName)
	const sample = sampleFile(sampleRows(customers))
	await clear(folder, sample)
	await makeFile(file, sample)
	note(`${customers.toLocaleString("en")} generated customers: ${file}`)

	const status = await runOn(
		file,
		{ kind: "sandbox", latency: 40, rateLimit: 60 },
		{
			out: join(folder, "run"),
			url: "",
			rate: 100,
			concurrency: 20,
			settle: 2,
			resendUnknown: false,
			preflight: true,
			verify: true,
		},
		join(folder, "home"),
	)
	if (status !== exit.incomplete) return status
	print(["", "This is how the demo ends: some of its rows are wrong on purpose, and some of its cards are refused."])
	return exit.done
}

/** Empties the folder of an earlier demo, which has its very file in it, and nobody else's. */
async function clear(folder: string, sample: string): Promise<void> {
	await mkdir(folder, { recursive: true })
	const found = await readdir(folder)
	const isSample = found.includes(fileName) && (await readText(join(folder, fileName))) === sample
	const others = found.filter((name) => !isSample || !leftovers.includes(name))
	if (others.length > 0)
		throw new Usage(`${folder} is not from an earlier demo: it has ${others[0]} in it. Run the demo in another folder.`)
	for (const name of leftovers) await rm(join(folder, name), { recursive: true, force: true })
}
