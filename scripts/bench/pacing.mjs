/** How a rate is kept, by the product and by what is usually taken for it, while the event loop stands still for a moment. */
import { execFile } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { importing, measureProgram, serve } from "./runs.mjs"
import { key } from "./subjects/shared.mjs"

const run = promisify(execFile)
const here = import.meta.dirname
/** Fetched when they are measured; none of them is a dependency. */
const libraries = ["p-throttle@8", "bottleneck@2", "p-queue@8"]

/** Fetches the libraries into a folder, in which they are found. */
export async function fetchPacers(folder) {
	await mkdir(folder, { recursive: true })
	await writeFile(join(folder, "package.json"), '{"private":true,"type":"module"}')
	await run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", ...libraries], {
		cwd: folder,
	})
	return folder
}

/**
 * What a server sees of so many requests a second, the event loop standing still for 400 ms in the middle.
 * @param pacer `product`, or a library
 */
export async function keepRate(pacer, rate, { path, folder, seconds, pacers }) {
	const server = await serve(5)
	const count = rate * seconds
	const flags = ["--import", pathToFileURL(join(here, "stall.mjs")).href]
	const env = {
		INTERGIRO_API_KEY: key,
		INTERGIRO_IMPORT_HOME: join(folder, "home"),
		BENCH_STALL: String((seconds * 1_000) / 2),
	}
	try {
		if (pacer === "product") {
			const more = ["--first", String(count), "--no-verify"]
			const out = join(folder, "out")
			await measureProgram(importing(path, { url: server.url, out, concurrency: 50, rate, more }), {
				folder,
				env,
				flags,
				status: 3,
			})
		} else {
			const argv = [join(here, "subjects/paced.mjs"), pacer, server.url, String(rate), String(count), pacers]
			await measureProgram(argv, { folder, env, flags })
		}
		const { arrivals } = await server.seen()
		if (arrivals.length !== count) throw new Error(`${pacer} sent ${arrivals.length} of ${count} requests`)
		return { achieved: achieved(arrivals) / rate, busiest: busiest(arrivals) / rate }
	} finally {
		await server.close()
	}
}

/** Requests a second, from the first to the last. */
function achieved(arrivals) {
	return ((arrivals.length - 1) * 1_000) / (arrivals.at(-1) - arrivals[0])
}

/** Requests in the second that had most. */
function busiest(arrivals) {
	let first = 0
	let most = 0
	for (const [last, at] of arrivals.entries()) {
		while (at - arrivals[first] >= 1_000) first++
		most = Math.max(most, last - first + 1)
	}
	return most
}
