import { createWriteStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, launch, newFolder } from "./app.ts"
import { check } from "./steps.ts"

const rows = 1_000_000
let folder: string
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
	const path = join(folder, "million.csv")
	await pipeline(Readable.from(lines()), createWriteStream(path))
	app = await launch({ home: join(folder, "home") })
	app.page.setDefaultTimeout(30_000)
	await check(app, path)
}, 240_000)
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it.each([100, 200])("shows the right rows at both ends and between, with text at %i percent", async (percent) => {
	await showAll()
	await zoom(percent)
	for (const share of [0, 0.25, 0.5, 0.75, 1]) {
		await app.page.getByRole("grid").evaluate((grid, share) => {
			grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight)
		}, share)
		const seen = await rowsInSight()
		const expected = 2 + share * (rows - 1)
		expect(Math.min(...seen.map((row) => Math.abs(row - expected)))).toBeLessThan(30)
		if (share === 0) expect(seen[0]).toBe(2)
		if (share === 1) expect(seen.at(-1)).toBe(rows + 1)
	}
	// What is zoomed cannot be clicked from outside.
	await zoom(100)
})

it("goes to the very last row by keyboard, and back", async () => {
	const { page } = app
	await page.getByRole("grid").focus()
	await page.keyboard.press("ControlOrMeta+End")
	await page.getByRole("gridcell", { name: number(rows + 1) }).waitFor()
	expect((await rowsInSight()).at(-1)).toBe(rows + 1)
	await page.keyboard.press("ArrowUp")
	await page.getByText(`Row ${rows}`, { exact: true }).waitFor()
	await page.keyboard.press("ControlOrMeta+Home")
	expect((await rowsInSight())[0]).toBe(2)
})

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
	const megabytes = await app.electron.evaluate(({ app }) => {
		const page = app.getAppMetrics().find(({ type }) => type === "Tab")
		return (page?.memory.workingSetSize ?? Number.POSITIVE_INFINITY) / 1_024
	})
	console.log(`The window takes ${Math.round(megabytes)} MB.`)
	expect(megabytes).toBeLessThan(300)
})

async function showAll() {
	await app.page.getByText("All 1,000,000", { exact: true }).click()
	await app.page.waitForFunction(() => document.querySelector("[role=grid]")?.ariaRowCount === "1000001")
}

async function zoom(percent: number) {
	await app.electron.evaluate(({ BrowserWindow }, factor) => {
		BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor)
	}, percent / 100)
	await app.page.waitForFunction((factor) => window.devicePixelRatio === factor, percent / 100)
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
