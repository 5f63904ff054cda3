/** `npm run bench:workbook`: seconds and memory that reading a workbook of 100,000 rows takes, in a process of its own. Build first. */
import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Worker } from "node:worker_threads"
import { writeXlsxStream } from "hucre/xlsx"

const rows = 100_000
const worker = resolve(import.meta.dirname, "../../out/main/workbook-worker.js")
const names = [
	"Number",
	"Name",
	"E-mail",
	"Phone",
	"Street",
	"Zip code",
	"City",
	"Country",
	"Currency",
	"Limit",
	"Until",
	"Token",
]

function* customers() {
	for (let at = 0; at < rows; at++)
		yield [
			at,
			`Åsa Sjöström ${at}`,
			`asa.${at}@example.com`,
			46_701_000_000 + at,
			`Storgatan ${at % 300}`,
			21_120,
			"Malmö",
			"SE",
			"SEK",
			at / 2,
			new Date(Date.UTC(2027, at % 12, 1)),
			`token-${"x".repeat(120)}${at}`,
		]
}

const folder = await mkdtemp(join(tmpdir(), "bench-workbook-"))
try {
	const path = join(folder, "customers.xlsx")
	const columns = names.map((header) => ({ header }))
	await pipeline(
		Readable.fromWeb(writeXlsxStream(customers(), { name: "Customers", columns })),
		createWriteStream(path),
	)
	const before = process.resourceUsage().maxRSS
	const began = performance.now()
	await new Promise((done, fail) => {
		const thread = new Worker(worker, { workerData: { path, target: join(folder, "sheet.csv") } })
		thread.on("message", ({ type }) => type === "done" && done(undefined))
		thread.on("error", fail)
	})
	const seconds = (performance.now() - began) / 1_000
	const megabytes = (kilobytes) => Math.round(kilobytes / 1_024)
	console.log(
		`${rows.toLocaleString("en")} rows, ${names.length} columns: ${seconds.toFixed(1)} s, peak ${megabytes(process.resourceUsage().maxRSS)} MB (${megabytes(before)} before reading)`,
	)
} finally {
	await rm(folder, { recursive: true })
}
