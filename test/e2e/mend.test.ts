import { appendFile, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Locator } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, answerDialog, answerSaveDialog, launch, newFolder } from "./app.ts"
import { type Sample, writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

let folder: string
let app: App
let sample: Sample

beforeAll(async () => {
	folder = await newFolder()
	sample = await writeSample(folder, 100)
	app = await launch({ home: join(folder, "home") })
	await check(app, sample.path)
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

/** From here on rows are not answered, as on a busy machine, until what it gives is called. */
async function holdRows({ electron }: App): Promise<() => Promise<void>> {
	await electron.evaluate(({ ipcMain }) => {
		// Electron has no way of its own to come between a request and its answer.
		const handlers = Reflect.get(ipcMain, "_invokeHandlers") as Map<string, (...given: unknown[]) => Promise<unknown>>
		const answer = handlers.get("ask")
		if (answer === undefined) throw new Error("Nobody answers the window.")
		const held = new Promise<void>((resolve) => Reflect.set(globalThis, "releaseRows", resolve))
		handlers.set("ask", async (event, name, ...rest) => {
			if (name === "check.rows") await held
			return answer(event, name, ...rest)
		})
	})
	return () => electron.evaluate(() => (Reflect.get(globalThis, "releaseRows") as () => void)())
}

it("mends a cell by keyboard, all rows of a finding at once, and takes both back", async () => {
	const { page } = app
	const before = await readFile(sample.path)
	const fine = sample.rows - sample.invalid
	const heading = (customers: number) =>
		page.getByRole("heading", { name: `${customers} customers can be imported` }).waitFor()
	await heading(fine)

	await page.getByRole("gridcell", { name: "kund7.example.se" }).waitFor()
	await page.getByRole("grid").focus()
	for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key)
	const editor = page.getByRole("textbox", { name: /^E-post, row 9$/ })
	expect(await editor.inputValue()).toBe("kund7.example.se")
	await editor.fill("kund7@example.se")
	await page.keyboard.press("Enter")
	await heading(fine + 1)

	await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
	const about = page.locator("[role=gridcell][data-current]")
	await about.filter({ hasText: "kund27.example.se" }).waitFor()
	const [cell, grid] = [await about.boundingBox(), await page.getByRole("grid").boundingBox()]
	expect((cell?.x ?? 0) + (cell?.width ?? 0)).toBeLessThanOrEqual((grid?.x ?? 0) + (grid?.width ?? 0))
	await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 860))
	await page.getByText("Clear", { exact: true }).click()
	await page.getByRole("button", { name: `Clear in ${sample.invalid - 1} rows` }).click()
	await heading(sample.rows)

	await page.getByRole("button", { name: "Undo the last mend" }).click()
	await heading(fine + 1)
	await page.getByRole("button", { name: "Undo the last mend" }).click()
	await heading(fine)
	expect(await readFile(sample.path)).toEqual(before)
})

it("goes on with the next row when a mended one leaves the list, in the middle of typing as well", async () => {
	const { page } = app
	const rows = async () => {
		const asked = `intergiro.ask("check.rows", { filter: { show: "error", search: "" }, offset: 0, count: 4 })`
		return (await page.evaluate(`${asked}.then(({ value }) => value.rows)`)) as { row: number; cells: string[] }[]
	}
	await page.getByRole("gridcell", { name: "kund7.example.se" }).waitFor()
	const [first, second, third] = await rows()
	const column = first?.cells.indexOf("kund7.example.se") ?? -1
	await page.getByRole("grid").focus()
	for (const key of ["Home", ...Array(column).fill("ArrowRight"), "Enter"]) await page.keyboard.press(key)
	await page.getByRole("textbox", { name: `E-post, row ${first?.row}` }).fill("kund7@example.se")
	const release = await holdRows(app)
	await page.keyboard.press("Enter")
	// Before the rows are shown anew, and behind it: the same row has it.
	const editor = page.getByRole("textbox", { name: `E-post, row ${second?.row}` })
	await page.keyboard.press("n")
	await editor.waitFor()
	await page.keyboard.type("o add")
	await release()
	await page.getByRole("gridcell", { name: "kund7.example.se" }).waitFor({ state: "detached" })
	await page.keyboard.type("ress")
	await page.getByRole("heading", { name: `${sample.rows - sample.invalid + 1} customers can be imported` }).waitFor()
	// What is typed stays where it was begun, and so does what is looked at.
	await expect.poll(() => editor.inputValue()).toBe("no address")
	await page.keyboard.press("Enter")
	await page.locator("[role=gridcell][data-current]").waitFor()
	await expect
		.poll(async () => (await rows()).slice(0, 2).map(({ row, cells }) => [row, cells[column]]))
		.toEqual([
			[second?.row, "no address"],
			[third?.row, third?.cells[column]],
		])
	await page.getByText(`Row ${third?.row}`, { exact: true }).waitFor()
	for (const _ of [1, 2]) await page.keyboard.press("Control+z")
	await page.getByRole("heading", { name: `${sample.rows - sample.invalid} customers can be imported` }).waitFor()
})

it("undoes and redoes by keys wherever the focus is, and leaves what is typed to the field", async () => {
	const { page } = app
	await page.getByRole("gridcell").first().click()
	await page.getByRole("button", { name: "Leave this row out" }).press("Enter")
	const left = page.getByText("Left out 1", { exact: true })
	await left.waitFor()
	await page.keyboard.press("ControlOrMeta+Z")
	await left.waitFor({ state: "detached" })
	await page.keyboard.press("ControlOrMeta+Shift+Z")
	await left.waitFor()
	const search = page.getByRole("textbox", { name: "Search in all cells" })
	await search.pressSequentially("x")
	await search.press("ControlOrMeta+Z")
	await search.fill("")
	await page.getByRole("heading").first().click()
	await left.waitFor()
	await page.keyboard.press("ControlOrMeta+Z")
	await left.waitFor({ state: "detached" })
})

it("works as a spreadsheet: typing, undo, copying cells and columns, clearing, sorting, finding the next", async () => {
	const { page, electron } = app
	const grid = page.getByRole("grid")
	const keys = async (...keys: readonly string[]) => {
		for (const key of keys) await page.keyboard.press(key)
	}
	const cell = (name: string) => page.getByRole("gridcell", { name, exact: true })
	/** Also those of which something is said: one that is another customer's. */
	const cells = (text: string) => page.getByRole("gridcell", { name: new RegExp(`^${text.replaceAll(".", "\\.")}`) })
	const clipboard = () => electron.evaluate(({ clipboard }) => clipboard.readText())
	await page.getByText(`All ${sample.rows}`, { exact: true }).click()
	// The number of a row is pressed as its first cell is.
	await cell("kund0@example.se").click()
	await grid.getByRole("rowheader", { name: "5", exact: true }).click()
	expect(await page.locator("[role=gridcell][data-current]").innerText()).toBe("K-00004")
	await cell("kund0@example.se").click()
	await page.keyboard.type("typed@example.se")
	await keys("Enter")
	await cell("typed@example.se").waitFor()
	await keys("ControlOrMeta+Z")
	await cell("kund0@example.se").waitFor()
	await keys("ControlOrMeta+Y")
	await cell("typed@example.se").waitFor()
	await keys("ControlOrMeta+Z")
	await cell("kund0@example.se").waitFor()

	await cell("kund0@example.se").click()
	await keys("Shift+ArrowDown", "ControlOrMeta+C")
	await expect.poll(clipboard).toBe("kund0@example.se\nkund1@example.se")
	await keys("ArrowDown", "ControlOrMeta+V")
	await expect.poll(() => cell("kund2@example.se").count()).toBe(0)
	for (const name of ["kund0@example.se", "kund1@example.se"]) await expect.poll(() => cells(name).count()).toBe(2)
	await keys("ControlOrMeta+Z")
	await cell("kund2@example.se").waitFor()

	await cell("kund0@example.se").click()
	await keys("Shift+ArrowDown", "Shift+ArrowDown", "ControlOrMeta+D")
	await expect.poll(() => cells("kund0@example.se").count()).toBe(3)
	await keys("ControlOrMeta+Z")
	await cell("kund2@example.se").waitFor()

	await keys("ControlOrMeta+Space", "ControlOrMeta+C")
	await expect.poll(async () => (await clipboard()).split("\n").length).toBe(sample.rows)
	await keys("Delete")
	await page.getByText(`${sample.rows} mended cells in ${sample.rows} rows`).waitFor()
	await keys("ControlOrMeta+Z")
	await cell("kund0@example.se").waitFor()

	const first = () => grid.getByRole("row").nth(1).innerText()
	await page.getByRole("columnheader", { name: "E-post" }).click()
	await page.getByRole("columnheader", { name: "E-post" }).click()
	await expect.poll(first).toContain(`kund${sample.rows - 1}@example.se`)
	await page.getByRole("columnheader", { name: "E-post" }).click()
	await expect.poll(first).toContain("kund0@example.se")
	const far = page.getByRole("columnheader", { name: "Korttoken" })
	await far.click()
	await page.getByRole("columnheader", { name: "Korttoken ↑" }).waitFor()
	const place = async (name: Locator) => (await name.boundingBox())?.x
	expect(await place(page.locator("[role=gridcell][data-current]"))).toBe(await place(far))
	await far.click()
	await far.click()

	await cell("kund0@example.se").click()
	await page.keyboard.type("one@example.se")
	await keys("Enter")
	await page.keyboard.type("two@example.se")
	await keys("Shift+Enter", "ArrowUp", "ArrowDown")
	await cell("two@example.se").waitFor()
	expect(await grid.getByRole("row").nth(1).innerText()).toContain("one@example.se")
	expect(await grid.getByRole("row").nth(2).innerText()).toContain("two@example.se")
	await keys("ControlOrMeta+Z", "ControlOrMeta+Z")
	await cell("kund0@example.se").waitFor()

	const search = page.getByRole("textbox", { name: "Search in all cells" })
	await keys("ControlOrMeta+F")
	await page.keyboard.type("kund9")
	expect(await search.inputValue()).toBe("kund9")
	await expect.poll(() => cell("kund8@example.se").count()).toBe(0)
	const current = page.locator("[role=gridcell][data-current]")
	for (const found of ["kund9@example.se", "kund90@example.se", "kund91@example.se"]) {
		await search.press("Enter")
		await current.filter({ hasText: found }).waitFor()
	}
	await search.press("Shift+Enter")
	await current.filter({ hasText: "kund90@example.se" }).waitFor()
	await search.fill("")
})

it("leaves a row that was mended where it is, and what was found in its place", async () => {
	const { page } = app
	const list = page.getByRole("complementary", { name: "Findings" }).getByRole("button")
	const before = await list.allInnerTexts()
	await page.getByText(/^Errors \d/).click()
	await page.getByRole("gridcell", { name: "kund7.example.se" }).click()
	await page.keyboard.type("kund7@example.se")
	await page.keyboard.press("Enter")
	const mended = page.getByRole("gridcell", { name: "kund7@example.se" })
	await mended.waitFor()
	expect(await mended.getAttribute("data-mended")).toBe("true")
	await page.getByRole("heading", { name: `${sample.rows - sample.invalid + 1} customers can be imported` }).waitFor()
	const names = (texts: readonly string[]) => texts.map((text) => text.replace(/\d+/g, ""))
	expect(names(await list.allInnerTexts())).toEqual(names(before))
	await page.keyboard.press("ControlOrMeta+Z")
	await page.getByRole("gridcell", { name: "kund7.example.se" }).waitFor()
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
})

it("keeps what is typed into a cell when its text is clicked, and leaves the cell as it was with Escape", async () => {
	const { page } = app
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
	await page.getByRole("gridcell", { name: "kund7.example.se" }).dblclick()
	const editor = page.getByRole("textbox", { name: /^E-post, row 9$/ })
	await editor.fill("half typed")
	await editor.click()
	expect(await editor.inputValue()).toBe("half typed")
	await page.keyboard.press("Escape")
	await editor.waitFor({ state: "detached" })
	await page.getByRole("gridcell", { name: "kund7.example.se" }).waitFor()
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
})

it("replaces and sets in all rows of a finding, says in how many, and takes it back", async () => {
	const { page } = app
	const fine = sample.rows - sample.invalid
	const heading = (customers: number) =>
		page.getByRole("heading", { name: `${customers} customers can be imported` }).waitFor()
	// For what is each customer's own, the same for all is not offered first.
	expect(await page.getByRole("radio", { name: "Replace" }).isChecked()).toBe(true)
	expect(await page.getByRole("button", { name: "Replace", exact: true }).isDisabled()).toBe(true)
	const find = page.getByRole("textbox", { name: "Find" })
	await find.fill("nobody")
	expect(await page.getByRole("button", { name: "Replace in 0 rows" }).isDisabled()).toBe(true)
	await find.fill("kund7.")
	await page.getByRole("button", { name: "Replace in 1 row", exact: true }).waitFor()
	await find.fill(".example")
	await page.getByRole("textbox", { name: "Replace with" }).fill("@example")
	await page.getByRole("button", { name: `Replace in ${sample.invalid} rows` }).click()
	await heading(sample.rows)
	await page.getByText(`All ${sample.rows}`, { exact: true }).click()
	await page.getByRole("gridcell", { name: "kund7@example.se", exact: true }).waitFor()
	await page.getByRole("button", { name: "Undo the last mend" }).click()
	await heading(fine)

	await page.getByRole("button", { name: /not an e-mail address/ }).click()
	await page.getByText("Set", { exact: true }).click()
	expect(await page.getByRole("button", { name: `Set in ${sample.invalid} rows` }).isDisabled()).toBe(true)
	await page.getByRole("textbox", { name: "New value" }).fill("ekonomi@example.se")
	await page.getByRole("button", { name: `Set in ${sample.invalid} rows` }).click()
	await heading(sample.rows)
	await page.getByRole("button", { name: "Undo the last mend" }).click()
	await heading(fine)
})

it("remembers what was mended when the app starts again", async () => {
	const fine = sample.rows - sample.invalid
	// The finding is still chosen.
	await app.page.getByText("Leave out", { exact: true }).click()
	await app.page.getByRole("button", { name: `Leave out ${sample.invalid} rows` }).click()
	await app.page.getByText(`${sample.invalid} left out by you`).waitFor()
	await app.close()

	app = await launch({ home: join(folder, "home") })
	await check(app, sample.path)
	await app.page.getByText(`${sample.invalid} left out by you`).waitFor()
	await app.page.getByRole("heading", { name: `${fine} customers can be imported` }).waitFor()
})

it("finds rows by text", async () => {
	const { page } = app
	await page.getByText("All 100", { exact: true }).click()
	await page.getByRole("textbox", { name: "Search in all cells" }).fill("K-00042")
	await page.getByRole("gridcell", { name: "K-00042" }).waitFor()
	expect(await page.getByRole("gridcell", { name: /^K-/ }).count()).toBe(1)
})

it("saves neither findings nor a mapping over the file itself", async () => {
	const { page } = app
	const before = await readFile(sample.path)
	await answerSaveDialog(app, sample.path)
	const refused = page.getByText("would be overwritten")
	await page.getByRole("button", { name: /Save .*findings/ }).click()
	await refused.waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).last().click()
	await refused.waitFor({ state: "detached" })
	await page.getByRole("button", { name: "Save these answers…" }).click()
	await refused.waitFor()
	expect(await readFile(sample.path)).toEqual(before)
})

it("keeps a mapping in a file and takes it from there", async () => {
	const { page } = app
	const path = join(folder, "mapping.json")
	await answerSaveDialog(app, path)
	await page.getByRole("button", { name: "Save these answers…" }).click()
	await page.getByRole("button", { name: "Do not send E-post" }).click()
	const column = page.getByRole("combobox", { name: "What E-post becomes" })
	await page.waitForFunction(() => !document.querySelector('[aria-label="Do not send E-post"]'))
	expect(await column.inputValue()).toBe("")
	// As an editor on Windows saves it again.
	await writeFile(path, `\uFEFF${await readFile(path, "utf8")}`)
	await answerDialog(app, path)
	await page.getByRole("button", { name: "Load these answers…" }).click()
	await page.getByRole("button", { name: "Do not send E-post" }).waitFor()
	expect(await column.inputValue()).toBe("E-mail")
})

it("checks a file again that was changed meanwhile, and imports it by a run of its own", async () => {
	const { page } = app
	const alert = page.getByRole("alert")
	const again = async (rows: number) => {
		await alert.getByRole("button", { name: "Check again" }).click()
		await page.getByText(`All ${rows}`, { exact: true }).waitFor()
		await alert.waitFor({ state: "detached" })
	}
	const last = (await readFile(sample.path, "latin1")).trimEnd().split("\n").at(-1) ?? ""
	const addRow = (number: string) => appendFile(sample.path, `${last.replace("K-00100", number)}\n`, "latin1")
	await addRow("K-00101")
	await page.getByRole("button", { name: "Check every row" }).click()
	await alert.getByText("The file has changed since it was opened.").waitFor()
	await again(101)
	await page.getByText(`${sample.invalid} rows that were left out`).waitFor()

	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByRole("textbox", { name: "Requests per second" }).fill("9")
	await page.getByRole("button", { name: "Settings", exact: true }).click()
	await page.getByRole("button", { name: "Current import" }).click()
	expect(await page.getByRole("textbox", { name: "Requests per second" }).inputValue()).toBe("9")
	await addRow("K-00102")
	await start(page, 0)
	await alert.getByText("The file has changed since it was checked").waitFor()
	await again(102)
	await page.getByRole("button", { name: "Import", exact: true }).click()

	// Where it is gone for a while, it is begun once more when it is back.
	await rename(sample.path, `${sample.path}.away`)
	await start(page, 0)
	await alert.getByText("Nothing was sent.").waitFor()
	await rename(`${sample.path}.away`, sample.path)
	await start(page, 0)
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()
})
