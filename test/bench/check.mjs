/**
 * Measures the check of a file beside PapaParse doing nothing and PapaParse with a schema, in one run, and writes the
 * figures to docs/benchmarks.md. `npm run bench:check [-- rounds]`.
 */
import { execFile } from "node:child_process"
import { mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { build } from "vite"
import { generate } from "../../scripts/bench/customers.mjs"
import { attempts, machine, median, record, stealAllowed, undisturbed } from "../../scripts/bench/measuring.mjs"

const run = promisify(execFile)
const rounds = Number(process.argv[2] ?? 5)
const out = resolve("out/bench")

async function bundle() {
	await build({
		configFile: false,
		logLevel: "warn",
		ssr: { noExternal: ["isoly", "isly", "zod", "libphonenumber-js", "papaparse"] },
		build: {
			ssr: true,
			outDir: out,
			target: "node20",
			rollupOptions: {
				input: { subject: "test/bench/subject.ts", "check-worker": "src/app/check/worker.ts" },
				output: { entryFileNames: "[name].js" },
			},
		},
	})
}

function measure(subject, path) {
	return undisturbed(async () => {
		const { stdout } = await run(process.execPath, [
			join(out, "subject.js"),
			subject,
			path,
			join(out, "check-worker.js"),
		])
		return JSON.parse(stdout)
	})
}

const subjects = ["parse", "schema", "check"]

async function compare(path) {
	const results = Object.fromEntries(subjects.map((subject) => [subject, []]))
	for (let round = 0; round < rounds; round++)
		for (const subject of subjects) {
			const result = await measure(subject, path)
			results[subject].push(result)
			process.stderr.write(`${subject} ${result.seconds.toFixed(2)} s, steal ${(result.steal * 100).toFixed(0)}%\n`)
		}
	return Object.fromEntries(
		subjects.map((subject) => {
			const medianOf = (key) => median(results[subject].map((result) => result[key]))
			const keys = ["rows", "seconds", "cpu", "memory", "delay", "steal"]
			return [subject, Object.fromEntries(keys.map((key) => [key, medianOf(key)]))]
		}),
	)
}

const titles = {
	parse: "PapaParse streaming the file, doing nothing with it",
	schema: "PapaParse streaming, `schema.safeParse` per row",
	check: "**the check of this product, everything on**",
}

function table(results) {
	const rows = subjects.map((subject) => {
		const { rows, seconds, cpu, memory, delay } = results[subject]
		return `| ${titles[subject]} | ${seconds.toFixed(2)} | ${(Math.round(rows / seconds / 1000) * 1000).toLocaleString("en")} | ${((cpu / rows) * 1e6).toFixed(1)} | ${Math.round(memory / 1e6)} | ${delay.toFixed(0)} |`
	})
	return [
		"| what | seconds | rows/s | CPU µs per row | peak memory, MB | event loop p99, ms |",
		"|---|---|---|---|---|---|",
		...rows,
	].join("\n")
}

const times = (a, b) => (a / b).toFixed(2)

function conclusions({ parse, schema, check }) {
	return `The check takes ${times(check.seconds, parse.seconds)} × the time of PapaParse alone (target 1.0) and ${times(schema.seconds, check.seconds)} × less than a schema per row (target 3.5); steal ${Math.round(Math.max(parse.steal, schema.steal, check.steal) * 100)}% at the median.`
}

const folder = await mkdtemp(join(tmpdir(), "bench-"))
try {
	await bundle()
	const [short, long, larger] = ["short.csv", "long.csv", "larger.csv"].map((name) => join(folder, name))
	await generate(short, 1_000_000)
	const shortResults = await compare(short)
	const shortSize = (await stat(short)).size
	await generate(long, 200_000, 450)
	const longResults = await compare(long)
	const longSize = (await stat(long)).size
	await generate(larger, 5_000_000)
	const largerResult = await measure("check", larger)
	const largerSize = (await stat(larger)).size
	const perRow = (largerResult.memory - shortResults.check.memory) / 4_000_000

	const section = `## Checking a file

Measured by \`npm run bench:check\`: medians of ${rounds} alternating runs, each in a process of its own, on ${machine()}. Runs with more than ${stealAllowed * 100}% of CPU time stolen by other machines are made again, at most ${attempts - 1} times. Everything is on: cleaning, all checks, the searches for duplicates and card numbers, the row index, SHA-256.

**1,000,000 rows, ${Math.round(shortSize / 1e6)} MB** (short tokens)

${table(shortResults)}

${conclusions(shortResults)}

**200,000 rows, ${Math.round(longSize / 1e6)} MB** (tokens of 700 characters)

${table(longResults)}

${conclusions(longResults)}

5,000,000 rows (${(largerSize / 1e9).toFixed(2)} GB) take ${largerResult.seconds.toFixed(1)} s and peak at ${Math.round(largerResult.memory / 1e6)} MB, ${Math.round(perRow)} bytes for each row beyond the first million (target: at most 260 MB for a million, 40 bytes a row beyond).
`
	await record(section)
} finally {
	await rm(folder, { recursive: true })
}
