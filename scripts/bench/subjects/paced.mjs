/** A loop of requests behind a library that keeps a rate, each set up as its documentation has it. */

import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Pool } from "undici"

const [, , pacer, url, rateText, countText, pacers] = process.argv
const [rate, count] = [Number(rateText), Number(countText)]
const require = createRequire(join(pacers, "package.json"))
const load = async (name) => (await import(pathToFileURL(require.resolve(name)).href)).default
const pool = new Pool(url, { connections: 50, pipelining: 1 })

async function send() {
	const body = '{"number":"1","method":[]}'
	const answer = await pool.request({
		path: "/v1/customer",
		method: "POST",
		headers: { "content-type": "application/json" },
		body,
	})
	await answer.body.json()
}

const paced = {
	async "p-throttle"() {
		const throttle = (await load("p-throttle"))({ limit: rate, interval: 1_000 })
		return throttle(send)
	},
	async "p-queue"() {
		const Queue = await load("p-queue")
		const queue = new Queue({ interval: 1_000, intervalCap: rate, concurrency: 50 })
		return () => queue.add(send)
	},
	async bottleneck() {
		const Bottleneck = await load("bottleneck")
		const limiter = new Bottleneck({ minTime: 1_000 / rate, maxConcurrent: 50 })
		return () => limiter.schedule(send)
	},
}
const next = await paced[pacer]()
await Promise.all(Array.from({ length: count }, () => next()))
await pool.close()
