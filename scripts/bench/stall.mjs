/** Loaded before what is measured (`--import`): the event loop stands still for 400 ms, `BENCH_STALL` milliseconds after the first request left. */
import { subscribe } from "node:diagnostics_channel"
import { isMainThread } from "node:worker_threads"

let isSet = !isMainThread
const cell = new Int32Array(new SharedArrayBuffer(4))
const begin = () => {
	if (isSet) return
	isSet = true
	setTimeout(() => Atomics.wait(cell, 0, 0, 400), Number(process.env.BENCH_STALL))
}
subscribe("undici:client:sendHeaders", begin)
