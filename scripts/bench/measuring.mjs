/** What benchmarks share: runs that others disturbed are made again, and the figures go into one document. */
import { readFile, writeFile } from "node:fs/promises"
import { cpus } from "node:os"
import { resolve } from "node:path"

/** Share of the machine's time that others may take of it before a measurement is made again. */
export const stealAllowed = 0.08
export const attempts = 4

/** Time stolen from this machine and all of its time, in ticks. */
async function machineTime() {
	const stat = await readFile("/proc/stat", "utf8").catch(() => "cpu 0 0 0 1")
	const ticks = stat.split("\n")[0].trim().split(/\s+/).slice(1).map(Number)
	return { steal: ticks[7] ?? 0, total: ticks.slice(0, 8).reduce((sum, part) => sum + part, 0) }
}

/** Measures until little enough was stolen; adds the share that was. */
export async function undisturbed(measure) {
	for (let attempt = 1; ; attempt++) {
		const before = await machineTime()
		const result = await measure()
		const after = await machineTime()
		const steal = (after.steal - before.steal) / Math.max(1, after.total - before.total)
		if (steal <= stealAllowed || attempt === attempts) return { ...result, steal }
	}
}

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[sorted.length >> 1]
}

export function machine() {
	return `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`
}

/** Puts a section, which begins with its title, in the place of the one of the same title; its `###` notes stay. */
export async function record(section) {
	const path = resolve("docs/benchmarks.md")
	const [title] = section.split("\n")
	const [head, ...sections] = (await readFile(path, "utf8").catch(() => "# Benchmarks\n")).split(/\n(?=## )/)
	const old = sections.find((one) => one.startsWith(`${title}\n`))
	const notes = old?.match(/\n### [\s\S]*/)?.[0] ?? ""
	const fresh = `${section.trimEnd()}\n${notes}`
	const all = old ? sections.map((one) => (one === old ? fresh : one)) : [...sections, fresh]
	await writeFile(path, `${[head.trimEnd(), ...all.map((one) => one.trim())].join("\n\n")}\n`)
}
