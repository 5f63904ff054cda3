import { appendFile, mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type CheckProgress, checkFile } from "../../../src/app/check/check-file.ts"
import { decideColumns, openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

const worker = resolve("out/main/check-worker.js")

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "threads-"))
})
afterAll(() => rm(folder, { recursive: true }))

/** Of rows so long that few of them are a file for threads. */
async function write(rows: number, encoding: "utf8" | "utf16le"): Promise<string> {
	const lines = Array.from({ length: rows }, (_, index) => {
		const number = index % 500 === 499 ? index - 1_000 : index
		const email = index % 70 === 0 ? "nobody" : `p${index}@example.com`
		const name = index % 50 === 0 ? `"Åsa ""Ö"" ${index}\nBerg"` : `Åsa ${index}`
		return index % 900 === 0
			? `${number},${email}`
			: `${number},${email},${name},${index % 300 === 0 ? "same" : `${"x".repeat(1_000)}t${index}`}`
	})
	const path = join(folder, `${encoding}.csv`)
	await writeFile(path, Buffer.from(`\ufeffnumber,email,name,token\r\n${lines.join("\r\n")}\r\n`, encoding))
	return path
}

describe("threads", () => {
	it.each(["utf8", "utf16le"] as const)("find what one thread finds (%s)", async (encoding) => {
		const rows = 5_000
		const path = await write(rows, encoding)
		const opened = await openFile(path)
		expect(opened.size).toBeGreaterThan(4 * 1024 * 1024)
		const reading = { layout: opened.detection.layout, mapping: decideColumns(opened).mapping, options }
		const told: CheckProgress[] = []
		const many = await checkFile(opened, {
			...reading,
			worker,
			threads: 3,
			onProgress: (progress) => told.push(progress),
		})
		const one = await checkFile(opened, reading)
		expect(many.source).toEqual(one.source)
		expect(many.rows).toBe(rows)
		expect(many.counts).toEqual(one.counts)
		expect(many.counts.error).toBeGreaterThan(60)
		expect(many.summary).toEqual(one.summary)
		for (const { code } of one.summary) expect([...many.rowsWith(code)]).toEqual([...one.rowsWith(code)])
		// As text, which is compared in no time.
		const texts: string[][] = [[], []]
		for (const [index, checked] of [many, one].entries())
			for await (const batch of checked.allRows()) texts[index]?.push(...batch.map((row) => JSON.stringify(row)))
		expect(texts[0]).toEqual(texts[1])
		expect(told.at(-1)).toMatchObject({ bytes: opened.size, size: opened.size, rows })
		expect(told.every(({ bytes }, index) => bytes >= (told[index - 1]?.bytes ?? 0))).toBe(true)
	})

	it("stop when told to in the middle of a file", async () => {
		const opened = await openFile(await write(5_000, "utf8"))
		const stop = new AbortController()
		const reading = { layout: opened.detection.layout, mapping: decideColumns(opened).mapping, options }
		const checked = checkFile(opened, { ...reading, worker, threads: 2, signal: stop.signal })
		stop.abort()
		await expect(checked).rejects.toMatchObject({ name: "AbortError" })
	})

	it("say so when they fail", async () => {
		const broken = join(folder, "broken.mjs")
		await writeFile(broken, 'throw new Error("out of order")')
		const opened = await openFile(await write(5_000, "utf8"))
		const reading = { layout: opened.detection.layout, mapping: decideColumns(opened).mapping, options }
		await expect(checkFile(opened, { ...reading, worker: broken, threads: 2 })).rejects.toThrow("out of order")
	})
})

describe("memory", () => {
	/** Bytes that the heap holds after a check, as seen right after the last block. */
	async function heapFor(rows: number): Promise<number> {
		const path = join(folder, "memory.csv")
		await writeFile(path, "number,email,name\n")
		for (let first = 0; first < rows; first += 10_000) {
			const line = (_: unknown, index: number) =>
				`${first + index},p${first + index}@example.com,Anna Andersson ${"Maria ".repeat(16)}\n`
			await appendFile(path, Array.from({ length: 10_000 }, line).join(""))
		}
		const opened = await openFile(path)
		const { layout } = opened.detection
		let peak = 0
		/** What grows is greatest at the end, and to look takes long. */
		const onProgress = ({ bytes, size }: Pick<CheckProgress, "bytes" | "size">) => {
			if (bytes < size * 0.9) return
			globalThis.gc?.()
			const { heapUsed, arrayBuffers } = process.memoryUsage()
			peak = Math.max(peak, heapUsed + arrayBuffers)
		}
		const checked = await checkFile(opened, { layout, mapping: decideColumns(opened).mapping, options, onProgress })
		onProgress({ bytes: 1, size: 1 })
		expect(checked.rows).toBe(rows)
		expect((await stat(path)).size).toBeGreaterThan(rows * 100)
		return peak
	}

	it("does not grow with the file, but for a few bytes a row", async () => {
		const { setFlagsFromString } = await import("node:v8")
		const { runInNewContext } = await import("node:vm")
		setFlagsFromString("--expose-gc")
		globalThis.gc = runInNewContext("gc")
		await heapFor(10_000)
		const small = await heapFor(10_000)
		// So many rows that a block or two that nobody has let go of yet, or a heap that the test's own house grew, is a few bytes a row.
		const large = await heapFor(60_000)
		expect((large - small) / 50_000).toBeLessThan(80)
	})
})
