/**
 * Measures the desktop app: its start beside that of an empty Electron app, what a run at 500 requests a second costs its
 * window, what the window holds of a million rows, and how it scrolls through them beside plain lines of text. Writes the
 * figures to docs/benchmarks.md. `npm run bench:app`.
 */
import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { _electron } from "playwright-core"
import { machine, median, record, undisturbed } from "../../scripts/bench/measuring.mjs"
import { electronRuntime, requiredFlags } from "../../scripts/electron-runtime.mjs"

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

/** Opens the app with a generated file, up to its check. */
async function checked(folder, name, rows) {
	const path = join(folder, `${name}.csv`)
	await generate(path, rows)
	const app = await launch(ours, join(folder, name), path)
	await app.page.getByRole("button", { name: "Columns", exact: true }).click()
	await app.page.getByRole("button", { name: "Check every row" }).click()
	await app.page.getByRole("grid").waitFor()
	return app
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
	const { electron, page } = await checked(folder, "run", 20_000)
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

/** A window that holds nothing but lines of text, of which as many are in sight: what this machine can do at best. */
async function openLines(folder) {
	const app = await launch(empty, join(folder, "lines"))
	await app.page.evaluate(() => {
		const lines = Array.from({ length: 20_000 }, (_, at) => `<div style="height: 32px">Line ${at} of plain text</div>`)
		document.body.innerHTML = `<div data-scroll style="height: 90vh; overflow: auto">${lines.join("")}</div>`
	})
	return app
}

/** Scrolls by 120 pixels a frame, with a leap now and then. Milliseconds from frame to frame, and of work for one. */
async function scroll(page, selector) {
	const session = await page.context().newCDPSession(page)
	await session.send("Performance.enable")
	const worked = async () => {
		const { metrics } = await session.send("Performance.getMetrics")
		return metrics.find(({ name }) => name === "TaskDuration").value * 1_000
	}
	const before = await worked()
	const times = await page.evaluate(async (selector) => {
		const scroller = document.querySelector(selector)
		const times = []
		let last = await new Promise(requestAnimationFrame)
		for (let step = 0; step < 600; step++) {
			scroller.scrollTop += step % 100 === 99 ? scroller.scrollHeight / 7 : 120
			const now = await new Promise(requestAnimationFrame)
			times.push(now - last)
			last = now
		}
		return times
	}, selector)
	const work = ((await worked()) - before) / times.length
	await session.detach()
	return { frame: times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)], work }
}

async function measureMillion(folder) {
	const lines = await openLines(folder)
	const { electron, page } = await checked(folder, "million", 1_000_000)
	await page.getByText(/^All [\d,]+$/).click()
	await page.getByRole("grid").focus()
	const rounds = []
	for (let round = 0; round < 3; round++) {
		await page.getByRole("grid").evaluate((grid) => grid.scrollTo(0, 0))
		await lines.page.locator("[data-scroll]").evaluate((box) => box.scrollTo(0, 0))
		const plain = await undisturbed(() => scroll(lines.page, "[data-scroll]"))
		const grid = await undisturbed(() => scroll(page, "[role=grid]"))
		rounds.push({ plain, grid, bytes: (await renderer(electron)).bytes })
		process.stderr.write(`frames ${JSON.stringify(rounds.at(-1))}\n`)
	}
	for (const app of [electron, lines.electron]) await app.evaluate(({ app }) => app.exit())
	const middle = (value) => median(rounds.map(value)).toFixed(1)
	const sizes = rounds.map(({ bytes }) => bytes)
	return {
		bytes: { middle: median(sizes), most: Math.max(...sizes) },
		frame: { grid: middle(({ grid }) => grid.frame), plain: middle(({ plain }) => plain.frame) },
		work: { grid: middle(({ grid }) => grid.work), plain: middle(({ plain }) => plain.work) },
	}
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
| memory of the window after scrolling through 1,000,000 checked rows | ${Math.round(million.bytes.middle / 1e6)} MB, at most ${Math.round(million.bytes.most / 1e6)} MB | 300 MB |
| time from frame to frame while scrolling through them, 95th percentile | ${million.frame.grid} ms | 16.7 ms |
| the same in an empty Electron window that holds 20,000 lines of plain text: the best that this machine can do | ${million.frame.plain} ms | |
| work of the window's main thread for such a frame, with the plain lines | ${million.work.grid} ms, ${million.work.plain} ms | 16.7 ms |
`)
} finally {
	await rm(folder, { recursive: true, force: true, maxRetries: 10 })
}
