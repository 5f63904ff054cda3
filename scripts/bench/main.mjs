/**
 * Measures imports by the product beside the least and the usual that one could write, and writes the figures to docs/benchmarks.md.
 * `npm run bench [-- --customers 50000 --memory 50000,1000000]`; `npm run bench:quick` (`--quick`) does a little of everything in seconds, says
 * what came of it, and writes nothing.
 */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { generate } from "./customers.mjs"
import { attempts, machine, median, record, stealAllowed, undisturbed } from "./measuring.mjs"
import { fetchPacers, keepRate } from "./pacing.mjs"
import { importing, measureProgram, serve } from "./runs.mjs"
import { inFlight, key } from "./subjects/shared.mjs"

const { values: given } = parseArgs({
	options: { quick: { type: "boolean" }, customers: { type: "string" }, memory: { type: "string" } },
})
const isQuick = given.quick ?? false
const rounds = isQuick ? 1 : 3
const padding = 250
const sizes = {
	speed: Number(given.customers ?? (isQuick ? 500 : 50_000)),
	memory: (given.memory ?? (isQuick ? "500" : "50000,1000000")).split(",").map(Number),
}
const say = (text) => process.stderr.write(`${text}\n`)

const titles = {
	bare: "PapaParse and a bare loop of undici's `Pool.request`: nothing checked, nothing written down",
	careful: "PapaParse, a Zod schema a row, p-limit, `fetch`, a line appended for each answer",
	check: "the check of this product alone",
	import: "**the import by this product**: checked, journal durable, looked at in the end, files written",
	resume: "going on with it, when it is finished",
}

const folder = await mkdtemp(join(tmpdir(), "bench-"))
try {
	const figures = await speed(await fileOf(sizes.speed))
	const memory = []
	for (const count of sizes.memory) memory.push({ count, ...(await imported(await fileOf(count), count)) })
	const rates = await pacing(await fileOf(sizes.speed))
	const sections = [imports(figures), footprint(memory), keeping(rates)]
	if (isQuick) console.log(sections.join("\n\n"))
	else for (const section of sections) await record(section)
} finally {
	await rm(folder, { recursive: true })
}

async function fileOf(count) {
	const path = join(folder, `${count}.csv`)
	await generate(path, count, padding)
	return path
}

/** Alternating runs of everything that imports a file; medians. */
async function speed(path) {
	const all = Object.fromEntries(Object.keys(titles).map((name) => [name, []]))
	for (let round = 0; round < rounds; round++)
		for (const name of ["bare", "careful", "check", "import"]) {
			const results = await measured(name, path)
			for (const [one, result] of Object.entries(results)) all[one].push(result)
		}
	return Object.fromEntries(
		Object.entries(all).map(([name, results]) => {
			const of = (what) => median(results.map((result) => result[what]))
			return [name, { cpu: of("cpu"), seconds: of("seconds"), memory: of("memory"), steal: of("steal") }]
		}),
	)
}

async function measured(name, path) {
	if (name === "import") return imported(path, sizes.speed)
	if (name === "check") return { check: await alone([resolve("out/main/cli.js"), "check", path]) }
	const server = await serve()
	try {
		const out = join(folder, "log")
		const result = await alone([join(import.meta.dirname, "subjects", `${name}.mjs`), path, server.url, out])
		await expectAll(server, sizes.speed)
		return { [name]: result }
	} finally {
		await server.close()
	}
}

/** An import, and the same command once more. */
async function imported(path, count) {
	const own = await mkdtemp(join(folder, "run-"))
	const server = await serve()
	try {
		const env = { INTERGIRO_API_KEY: key, INTERGIRO_IMPORT_HOME: join(own, "home") }
		const argv = importing(path, { url: server.url, out: join(own, "out"), concurrency: inFlight })
		const results = { import: await alone(argv, env), resume: await alone(argv, env) }
		await expectAll(server, count)
		return results
	} finally {
		await server.close()
		await rm(own, { recursive: true })
	}
}

/** One run that others did not disturb; what cannot be done twice is not done again. */
async function alone(argv, env) {
	const measure = () => measureProgram(argv, { folder, env })
	const result = env || isQuick ? { ...(await measure()), steal: 0 } : await undisturbed(measure)
	say(
		`${argv[0].split("/").at(-1)} ${argv[1]}: ${result.cpu.toFixed(2)} s of processor time, ${megabytes(result.memory)}`,
	)
	return result
}

/** Whatever it took: nothing of it counts where a customer is missing or there twice. */
async function expectAll(server, count) {
	const { customers } = await server.seen()
	if (customers !== count) throw new Error(`${customers} customers were created, and not ${count}`)
}

async function pacing(path) {
	const pacers = isQuick ? undefined : await fetchPacers(join(folder, "pacers"))
	const names = isQuick ? ["product"] : ["product", "p-throttle", "bottleneck", "p-queue"]
	const results = []
	for (const rate of isQuick ? [100] : [20, 100, 500])
		for (const name of names) {
			const own = await mkdtemp(join(folder, "rate-"))
			const seconds = isQuick ? 2 : 8
			const result = await keepRate(name, rate, { path, folder: own, seconds, pacers })
			say(`${name} at ${rate}: ${result.achieved.toFixed(2)}, busiest second ${result.busiest.toFixed(2)}`)
			results.push({ name, rate, ...result })
		}
	return results
}

function imports({ bare, careful, check, import: whole, resume, ...rest }) {
	const all = { bare, careful, check, import: whole, resume, ...rest }
	const each = (cpu) => Math.round((cpu / sizes.speed) * 1e6)
	const rows = Object.entries(all).map(
		([name, { cpu, seconds, memory }]) =>
			`| ${titles[name]} | ${each(cpu)} | ${seconds.toFixed(1)} | ${megabytes(memory)} |`,
	)
	return `## Importing

Measured by \`npm run bench\`: medians of ${rounds} alternating runs of ${thousands(sizes.speed)} customers with tokens of 474 characters, each in a process of its own, start included, on ${machine()}; ${inFlight} requests in flight, no rate, over loopback without TLS, against a server in another process that answers at once. Processor time is that of all threads. Runs without an import are made again with more than ${stealAllowed * 100}% of CPU time stolen, at most ${attempts - 1} times.

| what | CPU µs per customer | seconds | memory at most |
|---|---|---|---|
${rows.join("\n")}

The import takes ${(whole.cpu / bare.cpu).toFixed(1)} × the processor time of the bare loop (target 1.5) and ${(whole.cpu / careful.cpu).toFixed(2)} × that of the careful script (target 0.25); going on with a finished run ${(resume.cpu / check.cpu).toFixed(1)} × that of the check (target 1.5).`
}

function footprint(memory) {
	const rows = memory.map(
		({ count, import: whole, resume }) =>
			`| ${thousands(count)} | ${megabytes(whole.memory)} | ${megabytes(resume.memory)} | ${whole.seconds.toFixed(0)} s | ${resume.seconds.toFixed(0)} s |`,
	)
	const [first, last] = [memory[0], memory.at(-1)]
	const further = (what) => Math.round((last[what].memory - first[what].memory) / (last.count - first.count))
	const slope =
		last.count > first.count
			? `\n\nThat is ${further("import")} bytes for each further customer of an import, and ${further("resume")} of going on (targets: 100 bytes; at a million 300 MB, and 350 MB going on).`
			: ""
	return `## Memory of an import

| customers | most memory of the import | of going on with it | time of the import | of going on |
|---|---|---|---|---|
${rows.join("\n")}${slope}`
}

function keeping(results) {
	const rows = results.map(
		({ name, rate, achieved, busiest }) =>
			`| ${name === "product" ? "**this product**" : name} | ${rate} | ${achieved.toFixed(2)} | ${busiest.toFixed(2)} |`,
	)
	return `## Keeping a rate

As a server sees it that answers after 5 ms, while the event loop of the sender stands still for 400 ms in the middle; as shares of the rate that was asked for. Single runs of 8 seconds; the libraries as their documentation has them.

| what | requests a second | achieved | in the busiest second |
|---|---|---|---|
${rows.join("\n")}`
}

function megabytes(bytes) {
	return `${Math.round(bytes / 1e6)} MB`
}

function thousands(count) {
	return count.toLocaleString("en")
}
