/** Loaded before what is measured (`--import`): at its end, writes what the process and all its threads took to the file `BENCH_USAGE`. */
import { readFileSync, writeFileSync } from "node:fs"
import { isMainThread } from "node:worker_threads"

const { BENCH_USAGE } = process.env
if (isMainThread && BENCH_USAGE)
	process.on("exit", () => {
		const { userCPUTime, systemCPUTime } = process.resourceUsage()
		// The kernel's `ru_maxrss` would count what the parent process had before it started this one.
		const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? []
		const cpu = (userCPUTime + systemCPUTime) / 1e6
		writeFileSync(
			BENCH_USAGE,
			JSON.stringify({ cpu, seconds: performance.now() / 1_000, memory: Number(kilobytes) * 1_024 }),
		)
	})
