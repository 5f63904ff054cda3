import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { expect, inject, it } from "vitest"
import { answerDialog } from "./app.ts"
import { oneApp } from "./one-app.ts"
import { writeSample } from "./sample.ts"
import { check, progress, start } from "./steps.ts"

const own = oneApp()

/** Drops a file as a file manager does. */
async function drop(path: string) {
	const { page } = own.app
	const devtools = await page.context().newCDPSession(page)
	const data = { items: [], files: [path], dragOperationsMask: 1 }
	for (const type of ["dragEnter", "dragOver", "drop"] as const)
		await devtools.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data })
}

/** Starts the app once more, in a folder and with a name that is relative to it; resolves when that one has ended. */
async function startAgain(name: string, folder: string) {
	const { executable, flags } = inject("electron")
	const root = resolve(import.meta.dirname, "../..")
	const data = `--user-data-dir=${join(own.app.home, "electron")}`
	const again = spawn(executable, [root, ...flags, data, name], {
		cwd: folder,
		env: { ...process.env, ...own.app.display.env, INTERGIRO_IMPORT_HOME: own.app.home },
		stdio: "ignore",
	})
	await once(again, "exit")
}

it("opens a file that is dropped, also in place of one that is open", async () => {
	const { page } = own.app
	await page.getByRole("heading", { name: "Choose the file with your customers" }).waitFor()
	for (const name of ["first.csv", "second.csv"]) {
		const path = join(own.folder, name)
		await writeFile(path, "number,name\n1,Joe\n")
		await drop(path)
		await page.getByRole("heading", { name, exact: true }).waitFor()
	}
})

it("says of what has no place on this computer, such as an attachment, what to do with it", async () => {
	const { page } = own.app
	await page.evaluate(() => {
		const data = new DataTransfer()
		data.items.add(new File(["number\n1\n"], "attached.csv"))
		const dropped = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data })
		document.querySelector("main")?.dispatchEvent(dropped)
	})
	await page.getByRole("alert").getByText("Save it to a folder first").waitFor()
	await page.getByRole("button", { name: "Close this message" }).click()
	await page.getByRole("heading", { name: "second.csv", exact: true }).waitFor()
})

it("opens what a second start names, where that was started, and says of what it cannot read why", async () => {
	const { page } = own.app
	await mkdir(join(own.folder, "where"))
	await writeFile(join(own.folder, "where", "relative.csv"), "number,name\n1,Joe\n")
	await startAgain("relative.csv", join(own.folder, "where"))
	await page.getByRole("heading", { name: "relative.csv", exact: true }).waitFor()
	await startAgain("gone.csv", own.folder)
	await page
		.getByRole("alert")
		.getByText(/gone\.csv|no such file/)
		.waitFor()
	await page.getByRole("heading", { name: "relative.csv", exact: true }).waitFor()
	await page.getByRole("button", { name: "Close this message" }).click()
})

it("asks before a file that is dropped takes the place of work", async () => {
	const { page } = own.app
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).waitFor()
	await drop(join(own.folder, "first.csv"))
	await page.getByRole("dialog").getByText("Open first.csv instead?").waitFor()
	await page.getByRole("button", { name: "Stay here" }).click()
	await page.getByRole("dialog").waitFor({ state: "detached" })
	await page.getByRole("button", { name: "Check every row" }).waitFor()
	await drop(join(own.folder, "first.csv"))
	await page.getByRole("button", { name: "Open it" }).click()
	await page.getByRole("heading", { name: "first.csv", exact: true }).waitFor()
})

it("keeps what is required in sight, and finds a column among many", async () => {
	const { page } = own.app
	const path = join(own.folder, "wide.csv")
	const columns = ["Customer number", ...Array.from({ length: 40 }, (_, index) => `extra ${index}`), "E-mail address"]
	const cells = columns.map((_, index) => (index === 41 ? "joe@example.com" : index))
	await writeFile(path, `${columns.join(",")}\n${cells.join(",")}\n`)
	await answerDialog(own.app, path)
	await page.getByRole("button", { name: "Another file…" }).click()
	await page.getByRole("heading", { name: "wide.csv" }).waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("combobox", { name: "What E-mail address becomes" }).scrollIntoViewIfNeeded()
	const required = page.getByRole("listitem").filter({ hasText: "Customer number" })
	const { y = -1 } = (await required.boundingBox()) ?? {}
	const { y: top = 0 } = (await page.getByRole("main").boundingBox()) ?? {}
	expect(y).toBeGreaterThanOrEqual(top)

	const search = page.getByRole("textbox", { name: "Search columns and fields" })
	await search.fill("e-mail")
	await page.getByRole("row", { name: /E-mail address/ }).waitFor()
	expect(await page.getByRole("row").count()).toBe(2)
	await search.fill("nothing like it")
	await page.getByText("No column fits this search.").waitFor()
})

it("cleans in the next check only what the settings allow", async () => {
	const { page } = own.app
	const path = join(own.folder, "clean.csv")
	await writeFile(path, "number,email,country\n1,joe@EXAMPLE.com,Sweden\n")
	const notes = async () => {
		// In place of the same file, nothing would tell that it was opened anew.
		await page.evaluate("intergiro.ask('file.close')")
		await page.reload()
		await check(own.app, path)
		return page.getByRole("complementary", { name: "Findings" }).getByRole("button").allInnerTexts()
	}
	const before = await notes()
	await page.getByRole("button", { name: "Settings" }).click()
	await page.getByRole("switch", { name: "E-mail domains" }).click()
	// A value that no row survives is not kept.
	const locale = page.getByRole("textbox", { name: "Locale" })
	await locale.fill("swedish")
	await locale.blur()
	const refused = page.getByRole("alert", { name: /Write a language and a country, as in sv-SE\./ })
	await refused.waitFor()
	await locale.fill("sv-SE")
	await locale.blur()
	await refused.waitFor({ state: "detached" })
	await page.getByRole("textbox", { name: "Time zone offset, minutes" }).fill("800")
	await page.getByRole("textbox", { name: "Time zone offset, minutes" }).blur()
	const { value } = (await page.evaluate("intergiro.ask('state')")) as { value: { settings: { browser: object } } }
	expect(value.settings.browser).toMatchObject({ locale: "sv-SE", timezone: -120 })
	const after = await notes()
	expect(before).toHaveLength(after.length + 1)
	expect(before.filter((note) => !after.includes(note))[0]).toMatch(/lower case/i)
})

it("comes back by itself to the import that goes on when the window dies, and to its end", async () => {
	const { electron, page } = own.app
	await page.getByRole("button", { name: "File", exact: true }).first().click()
	await answerDialog(own.app, (await writeSample(own.folder, 60)).path)
	await page.getByRole("button", { name: "Another file…" }).click()
	await page.getByRole("heading", { name: "kunder höst.csv" }).waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 15)
	await progress(page, 5)
	// A page that is dying answers never.
	const heading = () =>
		electron.evaluate(({ BrowserWindow }) =>
			Promise.race([
				BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.querySelector('h1')?.innerText"),
				new Promise((resolve) => setTimeout(resolve, 500)),
			]).catch(() => undefined),
		)
	// Not within the evaluation: its answer may go with the page. Where it goes all the same, the page has died.
	const die = () =>
		electron
			.evaluate(({ BrowserWindow }) => {
				setImmediate(() => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
			})
			.catch((error: unknown) => expect(String(error)).toContain("garbage collected"))
	await die()
	await expect.poll(heading).toBe("Rehearsing")
	await expect.poll(heading).toMatch(/^\d+ customers rehearsed$/)
	await die()
	await expect.poll(heading).toMatch(/^\d+ customers rehearsed$/)
})
