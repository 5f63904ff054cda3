import { createWriteStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { share } from "../sample.ts"
import { type App, launch, newFolder } from "./app.ts"
import { check } from "./steps.ts"

const rows = 1_000_000
let folder: string
let path: string
let app: App

const number = (row: number) => `N${String(row).padStart(7, "0")}`

/** The number of each customer says its row; the e-mail address of every thousandth is wrong. */
function* lines() {
	yield "number,email\n"
	for (let row = 2; row < rows + 2; row += 1_000)
		yield Array.from({ length: 1_000 }, (_, at) => `${number(row + at)},${at === 0 ? "nobody" : "a@b.se"}\n`).join("")
}

beforeAll(async () => {
	folder = await newFolder()
	path = join(folder, "million.csv")
	await pipeline(Readable.from(lines()), createWriteStream(path))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(share([1, 2], 2))("on a screen with %i pixels for one", (scale) => {
	beforeAll(async () => {
		app = await launch({ home: join(folder, `home ${scale}`), flags: [`--force-device-scale-factor=${scale}`] })
		app.page.setDefaultTimeout(30_000)
		await check(app, path)
		await showAll()
	}, 240_000)
	afterAll(() => app?.close())

	// Either of them makes a pixel of the window another one of the page.
	describe.each([scale === 1 ? 200 : 100])("with text at %i percent", (percent) => {
		beforeAll(() => zoom(percent, scale))
		// What is zoomed cannot be clicked from outside.
		afterAll(() => zoom(100, scale))

		it("shows the right rows at both ends of the scroll bar and between", async () => {
			for (const share of [0, 0.25, 0.5, 0.75, 1]) {
				await scrollTo(share)
				const seen = await rowsInSight()
				const expected = 2 + share * (rows - 1)
				expect(Math.min(...seen.map((row) => Math.abs(row - expected)))).toBeLessThan(30)
				if (share === 0) expect(seen[0]).toBe(2)
				if (share === 1) expect(seen.at(-1)).toBe(rows + 1)
			}
		})

		it("goes by keyboard to the very last row, to the first, and row by row and page by page between them", async () => {
			await app.page.getByRole("grid").focus()
			await press("ControlOrMeta+End")
			expect(await activeRow()).toBe(rows + 1)
			expect((await rowsInSight()).at(-1)).toBe(rows + 1)
			await press("ArrowUp")
			expect(await activeRow()).toBe(rows)
			await press("PageUp")
			const above = await activeRow()
			expect(above).toBeLessThan(rows)
			await press("PageDown")
			expect(await activeRow()).toBe(rows)
			await press("ControlOrMeta+Home")
			expect(await activeRow()).toBe(2)
			expect((await rowsInSight())[0]).toBe(2)
			await press("PageDown")
			expect(await activeRow()).toBe(2 + rows - above)
			await press("ArrowDown")
			expect(await activeRow()).toBe(3 + rows - above)
		})

		inProof(
			"brings each of the rows between in sight, by keyboard and by the smallest steps of the scroll bar",
			async () => {
				for (const share of [0.3, 0.9999]) {
					await scrollTo(share)
					let before = await rowsInSight()
					for (let step = 0; step < 12; step++) {
						await scrollBy(1 / scale / (percent / 100))
						const seen = await rowsInSight()
						expect(seen[0]).toBeGreaterThanOrEqual(before[0] ?? Number.NaN)
						expect(seen[0]).toBeLessThanOrEqual((before.at(-1) ?? Number.NaN) + 1)
						before = seen
					}
					const from = before[0] ?? Number.NaN
					await app.page.getByRole("gridcell", { name: number(from) }).evaluate((cell: HTMLElement) => cell.click())
					for (let step = 0; step <= 24; step++) {
						expect(await activeRow()).toBe(from + step)
						await press("ArrowDown")
					}
				}
			},
		)
	})

	it("stays at its rows when the size of the text is changed", async () => {
		await scrollTo(0.4321)
		const [first] = await rowsInSight()
		await zoom(200, scale)
		expect((await rowsInSight())[0]).toBe(first)
		await zoom(100, scale)
		expect((await rowsInSight())[0]).toBe(first)
	})
})

describe("of a million rows", () => {
	beforeAll(async () => {
		app = await launch({ home: join(folder, "home") })
		app.page.setDefaultTimeout(30_000)
		await check(app, path)
	}, 240_000)
	afterAll(() => app?.close())

	it("filters and searches all of them", async () => {
		const { page } = app
		await page.getByText("Errors 1,000", { exact: true }).click()
		await page.getByRole("gridcell", { name: number(1_002) }).waitFor()
		const seen = await rowsInSight()
		expect(seen).toEqual(seen.map((_, at) => 2 + 1_000 * at))
		await showAll()
		await page.getByRole("textbox", { name: "Search in all cells" }).fill("n07777")
		await page.getByRole("gridcell", { name: number(777_700) }).waitFor()
		expect((await rowsInSight()).slice(0, 3)).toEqual([777_700, 777_701, 777_702])
		await page.getByRole("grid").evaluate((grid) => {
			grid.scrollTop = grid.scrollHeight
		})
		expect((await rowsInSight()).at(-1)).toBe(777_799)
		await page.getByRole("textbox", { name: "Search in all cells" }).fill("")
	})

	it("keeps the window small however far one scrolls", async () => {
		const { page } = app
		await showAll()
		for (let step = 0; step <= 200; step++)
			await page.getByRole("grid").evaluate(async (grid, share) => {
				grid.scrollTop = share * grid.scrollHeight
				await new Promise((resolve) => requestAnimationFrame(resolve))
			}, step / 200)
		await rowsInSight()
		// What nobody holds any more is let go of when the browser has the time, which a busy machine does not give.
		const devtools = await page.context().newCDPSession(page)
		await devtools.send("HeapProfiler.collectGarbage")
		const megabytes = await app.electron.evaluate(({ app }) => {
			const page = app.getAppMetrics().find(({ type }) => type === "Tab")
			return (page?.memory.workingSetSize ?? Number.POSITIVE_INFINITY) / 1_024
		})
		console.log(`The window takes ${Math.round(megabytes)} MB.`)
		expect(megabytes).toBeLessThan(300)
	})
})

/** A share of the way of the scroll bar. */
async function scrollTo(share: number) {
	await app.page.getByRole("grid").evaluate((grid, share) => {
		grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight)
	}, share)
	await painted()
}

async function scrollBy(pixels: number) {
	await app.page.getByRole("grid").evaluate((grid, pixels) => {
		grid.scrollTop += pixels
	}, pixels)
	await painted()
}

async function press(key: string) {
	await app.page.keyboard.press(key)
	await painted()
}

/** Scrolling is told with the next frame, and seen with the one after it. */
async function painted() {
	await app.page.evaluate(async () => {
		for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
	})
}

/** The row of the active cell, which must be in sight. */
async function activeRow(): Promise<number> {
	const id = await app.page.getByRole("grid").getAttribute("aria-activedescendant")
	const row = await app.page.evaluate((id) => document.getElementById(id ?? "")?.parentElement?.ariaRowIndex, id)
	expect(await rowsInSight()).toContain(Number(row))
	return Number(row)
}

async function showAll() {
	await app.page.getByText("All 1,000,000", { exact: true }).click()
	await app.page.waitForFunction(() => document.querySelector("[role=grid]")?.ariaRowCount === "1000001")
}

async function zoom(percent: number, scale: number) {
	await app.electron.evaluate(({ BrowserWindow }, factor) => {
		BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor)
	}, percent / 100)
	await app.page.waitForFunction((ratio) => window.devicePixelRatio === ratio, (scale * percent) / 100)
	await painted()
}

/** The rows that can be seen, once they are there; each is checked to hold its own number. */
async function rowsInSight(): Promise<number[]> {
	const handle = await app.page.waitForFunction(() => {
		const grid = document.querySelector("[role=grid]")
		if (!grid) return undefined
		const { top, bottom } = grid.getBoundingClientRect()
		const head = grid.querySelector("[role=row]")?.getBoundingClientRect().height ?? 0
		const shown = [...grid.querySelectorAll("[role=rowgroup] [role=row]")].filter((row) => {
			const place = row.getBoundingClientRect()
			return place.top >= top + head - 2 && place.bottom <= bottom + 2
		})
		const read = shown.map((row) => [...row.children].map((cell) => cell.textContent ?? ""))
		return read.length > 0 && read.every(([row]) => row) ? read : undefined
	})
	const seen = (await handle.jsonValue()) ?? []
	return seen.map(([row = "", cell = ""]) => {
		expect(cell).toBe(number(Number(row)))
		return Number(row)
	})
}
