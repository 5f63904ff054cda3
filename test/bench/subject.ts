import { createReadStream, readFileSync } from "node:fs"
import { monitorEventLoopDelay } from "node:perf_hooks"
import Papa from "papaparse"
import { examineFile } from "../../src/app/check/examine.ts"
import { openFile } from "../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { creatableSchema } from "../../src/customer/schema.ts"

/** What one measured process reports on its standard output, as JSON. */
export interface Measured {
	readonly rows: number
	readonly seconds: number
	/** Of all threads, in seconds. */
	readonly cpu: number
	/** Peak of the resident set, in bytes. */
	readonly memory: number
	/** Of the main thread's event loop, in milliseconds. */
	readonly delay: number
}

/** The kernel's `ru_maxrss` would count what the parent process had before it started this one. */
function peakMemory(): number {
	const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? []
	return Number(kilobytes) * 1024
}

function stream(path: string, header: boolean, onRow: (row: unknown) => void): Promise<number> {
	return new Promise((resolve, reject) => {
		let rows = 0
		Papa.parse(createReadStream(path, "utf8"), {
			header,
			step: ({ data }) => {
				rows++
				onRow(data)
			},
			complete: () => resolve(rows),
			error: reject,
		})
	})
}

type Columns = "number" | "firstName" | "lastName" | "email" | "phone" | "street" | "zip" | "city" | "country" | "token"

/** What one would write first: a row as an object, made into a customer, read by the schema. */
function isCustomer(row: Record<Columns, string>): boolean {
	const { number, firstName, lastName, email, phone, street, zip, city, country, token } = row
	return creatableSchema.safeParse({
		number,
		contact: {
			name: { first: firstName, last: lastName },
			email,
			phone,
			address: { street, zipCode: zip, city, countryCode: country },
		},
		method: [{ type: "token", card: token, client: { browser: defaultBrowser } }],
	}).success
}

const subjects: Record<string, (path: string, worker: string) => Promise<number>> = {
	async parse(path) {
		return stream(path, false, () => {})
	},
	async schema(path) {
		let invalid = 0
		const rows = await stream(path, true, (row) => {
			if (!isCustomer(row as Record<Columns, string>)) invalid++
		})
		if (invalid > 1) throw new Error(`${invalid} rows are invalid, and were made valid`)
		return rows
	},
	async check(path, worker) {
		const opened = await openFile(path)
		const options = { now: Date.now(), browser: defaultBrowser, cleaning: allCleaning, audience: "production" } as const
		const checked = await examineFile(opened, { options, worker })
		if (checked.questions.length > 0) throw new Error("A question is open, and none was meant to be")
		if (checked.counts.valid !== checked.rows) throw new Error("Some rows are not valid, and were made valid")
		return checked.rows
	},
}

const [, , name = "", path = "", worker = ""] = process.argv
const subject = subjects[name]
if (subject === undefined) throw new Error(`Unknown subject ${name}`)
const histogram = monitorEventLoopDelay({ resolution: 1 })
histogram.enable()
const started = performance.now()
const cpu = process.cpuUsage()
const rows = await subject(path, worker)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpu)
const measured: Measured = {
	rows,
	seconds,
	cpu: (user + system) / 1e6,
	memory: peakMemory(),
	delay: histogram.percentile(99) / 1e6,
}
console.log(JSON.stringify(measured))
