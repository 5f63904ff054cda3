import { readFile, writeFile } from "node:fs/promises"
import type { Locator } from "playwright-core"
import { expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check } from "./steps.ts"

const own = merchantApp({ shared: true })

/** The two presses of a double-click at one place, whatever comes to be under the mouse between them. */
async function pressTwice(x: number, y: number, between: () => Promise<unknown>): Promise<void> {
	const { mouse } = own.app.page
	await mouse.move(x, y)
	await mouse.down({ clickCount: 1 })
	await mouse.up({ clickCount: 1 })
	await between()
	await mouse.down({ clickCount: 2 })
	await mouse.up({ clickCount: 2 })
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number; bottom: number }> {
	const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
	return { x: x + width / 2, y: y + height / 2, bottom: y + height }
}

/** A file in which every third customer has more said of it than the panel below the rows shows at once. */
async function writeWrong(folder: string): Promise<string> {
	const { path } = await writeSample(folder, 200)
	const lines = (await readFile(path, "utf8")).split("\r\n").map((line, at) => {
		if (at < 10 || at % 3 > 0 || line === "") return line
		const [number, , , , street, , , , , token] = line.split(";")
		return [number, "SPÄRRAD", `se rad ${at}`, "kund.example.se", street, "", "Malmö", "Utopia", "KRX", token].join(";")
	})
	await writeFile(path, lines.join("\r\n"))
	return path
}

it("moves no row under the mouse when one is pressed, and opens the cell that was pressed, however low it stands", async () => {
	const { app, folder } = own
	const { page } = app
	await check(app, await writeWrong(folder))
	await page.getByText(/^All 200/).click()
	const grid = page.getByRole("grid")
	await page.getByText("Row 2", { exact: true }).waitFor()
	const rowAt = (x: number, y: number) =>
		page.evaluate(
			([x = 0, y = 0]) => Number(document.elementFromPoint(x, y)?.closest("[role=row]")?.getAttribute("aria-rowindex")),
			[x, y],
		)
	for (const scrolled of [0, 1003, 2011]) {
		await grid.evaluate((box, top) => box.scrollTo({ top }), scrolled)
		const box = await grid.boundingBox()
		if (box === null) throw new Error("There is no grid.")
		// The scroll bar is no row.
		const inner = await grid.evaluate(({ clientHeight }) => clientHeight)
		// The lowest one of which there is much to say, and of which a part may be out of sight.
		const x = box.x + 150
		let y = box.y + inner - 3
		for (; ((await rowAt(x, y)) - 1) % 3 > 0; ) y -= 32
		const row = await rowAt(x, y)
		const editor = page.getByRole("textbox", { name: `Kundnummer, row ${row}` })
		await pressTwice(x, y, async () => {
			await page.getByText(`Row ${row}`, { exact: true }).waitFor()
			expect(await rowAt(x, y)).toBe(row)
			expect(await grid.boundingBox()).toEqual(box)
		})
		await editor.waitFor()
		expect(await editor.inputValue()).toBe(`K-${String(row - 1).padStart(5, "0")}`)
		await page.keyboard.press("Escape")
	}
})

it("gives the second half of a double press to what was pressed first, whatever has come under the mouse", async () => {
	const { app, folder } = own
	const { page } = app
	await check(app, (await writeSample(folder, 100)).path)
	await page.getByText(/^All 100/).click()
	const cell = page.getByRole("gridcell", { name: "kund3@example.se" })
	const { x, y, bottom } = await middleOf(cell)
	// As when what stands above becomes taller or shorter between the two.
	const move = (pixels: number) =>
		page.locator(".check").evaluate((box, pixels) => {
			box.style.transform = `translateY(${pixels}px)`
		}, pixels)
	await pressTwice(x, y, () => move(-40))
	const editor = page.getByRole("textbox", { name: "E-post, row 5" })
	await editor.waitFor()
	await page.keyboard.press("Escape")
	await move(0)
	const leave = await middleOf(page.getByRole("button", { name: "Leave this row out" }))
	const lower = page.getByRole("gridcell", { name: "kund4@example.se" })
	const { y: from } = await middleOf(lower)
	expect(bottom).toBeLessThan(leave.y)
	await page.locator(".details").evaluate((panel, up) => {
		panel.dataset.test = String(up)
	}, leave.y - from)
	await pressTwice(leave.x, from, () =>
		page.locator(".details").evaluate((panel) => {
			panel.style.transform = `translateY(-${panel.dataset.test}px)`
			panel.style.position = "relative"
			panel.style.zIndex = "9"
		}),
	)
	await page.getByRole("textbox", { name: /, row 6$/ }).waitFor()
	expect(await page.getByText(/left out by you/).count()).toBe(0)
})

inProof("goes one screen further for a double press, not two", async () => {
	const { app, folder } = own
	const { page } = app
	await check(app, (await writeSample(folder, 100)).path)
	const next = await middleOf(page.getByRole("button", { name: "Import", exact: true }))
	const rehearse = page.getByRole("button", { name: /^Rehearse / })
	await pressTwice(next.x, next.y, async () => {
		await rehearse.waitFor()
		const { x, y } = await middleOf(rehearse)
		expect(Math.abs(x - next.x) + Math.abs(y - next.y)).toBeLessThan(80)
		await expect.poll(() => rehearse.isEnabled()).toBe(true)
	})
	await page.getByRole("textbox", { name: "Requests per second" }).waitFor()
	expect(await rehearse.count()).toBe(1)
	// A press of its own is one.
	await rehearse.click()
	await page.getByRole("heading", { name: /rehearsed$/ }).waitFor()
})
