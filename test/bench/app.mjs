/**
 * Measures the desktop app: its start beside that of an empty Electron app, what a run at 500 requests a second costs its
 * window, and what the window holds of a million rows. Writes the figures to docs/benchmarks.md. `npm run bench:app`.
 */
import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { _electron } from "playwright-core"
import { electronRuntime, requiredFlags } from "../../scripts/electron-runtime.mjs"
import { machine, median, record, undisturbed } from "./measuring.mjs"

const rounds = Number(process.argv[2] ?? 7)
const { executable, version } = await electronRuntime()
const ours = resolve(".")
const empty = resolve("test/bench/empty-app")
/** Clock ticks a second, in which Linux counts the time of processes. */
const ticks = 100

async function launch(app, folder, ...argv) {
	const electron = await _electron.launch({
		executablePath: executable,
		args: [app, ...requiredFlags(), `--user-data-dir=${join(folder, "electron")}`, ...argv],
		env: { ...process.env, INTERGIRO_IMPORT_HOME: folder },
	})
	const page = await electron.firstWindow()
	page.setDefaultTimeout(60_000)
	return { electron, page }
}

/** Milliseconds from the start of the process to the first painted content. */
async function start(app, folder) {
	const { electron, page } = await launch(app, folder)
	const painted = await page.evaluate(
		() =>
			new Promise((resolve) => {
				new PerformanceObserver((list) => {
					const entry = list.getEntriesByName("first-contentful-paint")[0]
					if (entry) resolve(performance.timeOrigin + entry.startTime)
				}).observe({ type: "paint", buffered: true })
			}),
	)
	const created = await electron.evaluate(() => process.getCreationTime())
	await electron.close()
	return painted - created
}

async function compareStarts(folder) {
	const times = { empty: [], ours: [] }
	for (let round = 0; round < rounds; round++)
		for (const [name, app] of Object.entries({ empty, ours })) {
			const { milliseconds } = await undisturbed(async () => ({ milliseconds: await start(app, join(folder, name)) }))
			times[name].push(milliseconds)
			process.stderr.write(`${name} painted after ${milliseconds.toFixed(0)} ms\n`)
		}
	return { empty: median(times.empty), ours: median(times.ours) }
}

/** Small customers, each with a card token of the sandbox's form. */
async function generate(path, rows) {
	const file = createWriteStream(path, { highWaterMark: 1 << 20 })
	let text = "number,name,email,phone,city,country\n"
	for (let row = 0; row < rows; row++) {
		const email = row % 50 === 7 ? `nobody${row}` : `p${row}@example.com`
		text += `C${100_000 + row},Anna Berg,${email},+4670${1_000_000 + row},Malmö,\n`
		if (text.length > 1 << 20) {
			if (!file.write(text)) await once(file, "drain")
			text = ""
		}
	}
	file.end(text)
	await once(file, "finish")
}

/** Opens a file that the app was started with, up to its check. */
async function check({ page }) {
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
}

/** Seconds of processor time that a process has had. */
async function processorTime(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "latin1")
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
	return (Number(fields[11]) + Number(fields[12])) / ticks
}

function renderer(electron) {
	return electron.evaluate(({ app }) => {
		const { pid, memory } = app.getAppMetrics().find(({ type }) => type === "Tab")
		return { pid, bytes: memory.workingSetSize * 1024 }
	})
}

async function measureRun(folder) {
	const path = join(folder, "run.csv")
	await generate(path, 20_000)
	const app = await launch(ours, join(folder, "run"), path)
	const { electron, page } = app
	await check(app)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByRole("textbox", { name: "Requests per second" }).fill("500")
	await page.getByRole("textbox", { name: "Concurrent requests" }).fill("80")
	await page.getByRole("button", { name: /^Create [\d,]+ customers$/ }).click()
	await page.waitForFunction(() => Number(document.querySelector("[data-done]")?.getAttribute("data-done")) > 1_000)
	const { pid } = await renderer(electron)
	const done = () => page.evaluate(() => Number(document.querySelector("[data-done]")?.getAttribute("data-done")))
	const result = await undisturbed(async () => {
		const [time, processor, customers] = [performance.now(), await processorTime(pid), await done()]
		await sleep(8_000)
		const seconds = (performance.now() - time) / 1_000
		return {
			core: ((await processorTime(pid)) - processor) / seconds,
			rate: ((await done()) - customers) / seconds,
		}
	})
	await electron.evaluate(({ app }) => app.exit())
	return result
}

async function measureMillion(folder) {
	const path = join(folder, "million.csv")
	await generate(path, 1_000_000)
	const app = await launch(ours, join(folder, "million"), path)
	const { electron, page } = app
	await check(app)
	await page.getByText(/^All [\d,]+$/).click()
	const grid = page.getByRole("grid")
	await grid.focus()
	const frames = await page.evaluate(async () => {
		const grid = document.querySelector("[role=grid]")
		const scroller = [grid, ...grid.querySelectorAll("*"), grid.parentElement].find(
			(one) => one && one.scrollHeight > one.clientHeight * 2,
		)
		const times = []
		for (let step = 0; step < 600; step++) {
			scroller.scrollTop += step % 100 === 99 ? scroller.scrollHeight / 7 : 120
			const before = performance.now()
			await new Promise(requestAnimationFrame)
			times.push(performance.now() - before)
		}
		return times
	})
	const { bytes } = await renderer(electron)
	await electron.evaluate(({ app }) => app.exit())
	const sorted = [...frames].sort((a, b) => a - b)
	return { bytes, frame: sorted[Math.floor(sorted.length * 0.95)] }
}

const folder = await mkdtemp(join(tmpdir(), "bench-app-"))
try {
	const starts = await compareStarts(folder)
	const run = await measureRun(folder)
	const million = await measureMillion(folder)
	await record(`## The desktop app

Measured by \`npm run bench:app\` in Electron ${version} on ${machine()}, on a virtual display without a graphics card.

| what | measured | target |
|---|---|---|
| first painted window, beside an empty Electron window (medians of ${rounds} alternating starts) | ${starts.ours.toFixed(0)} ms, ${starts.empty.toFixed(0)} ms: ${(starts.ours / starts.empty).toFixed(2)} × | 1.5 × |
| processor time of the window during a run at ${run.rate.toFixed(0)} customers a second | ${(run.core * 100).toFixed(1)}% of a core | 15% |
| memory of the window after scrolling through 1,000,000 checked rows | ${Math.round(million.bytes / 1e6)} MB | 300 MB |
| time of a frame while scrolling through them, 95th percentile | ${million.frame.toFixed(1)} ms | 16.7 ms |
`)
} finally {
	await rm(folder, { recursive: true, force: true, maxRetries: 10 })
}
