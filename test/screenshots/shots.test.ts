import { once } from "node:events"
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { Locator } from "playwright-core"
import { afterAll, beforeAll, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, answerDialog, launch, newFolder } from "../e2e/app.ts"
import { writeDoubtful, writeSample } from "../e2e/sample.ts"
import { check, chooseMerchant, holdLedger, progress, start } from "../e2e/steps.ts"

const folder = resolve(import.meta.dirname, "../../docs/screenshots")

const looks = [
	{ name: "light", theme: "light", width: 1280, height: 860, zoom: 1 },
	{ name: "dark", theme: "dark", width: 1280, height: 860, zoom: 1 },
	{ name: "small", theme: "light", width: 1024, height: 700, zoom: 1 },
	{ name: "large", theme: "light", width: 1600, height: 1000, zoom: 1 },
	{ name: "text-200", theme: "light", width: 1600, height: 1000, zoom: 2 },
] as const

let home: string
let files: string
let app: App
let merchant: Merchant

beforeAll(async () => {
	await rm(folder, { recursive: true, force: true })
	await mkdir(folder, { recursive: true })
	files = await newFolder()
	home = join(files, "home")
	merchant = await startMerchant()
	app = await launch({ home, screen: "2000x1400x24" })
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await rm(files, { recursive: true, force: true })
})

it("takes every screen in every look", async () => {
	const { page } = app
	const sample = await writeSample(files, 400)
	await shoot("1-file-empty")
	await answerDialog(app, await workbook("several.xlsx"))
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("heading", { name: "Which sheet has the customers?" }).waitFor()
	await shoot("1-file-sheets")
	await answerDialog(app, await workbook("customers.xlsx"))
	await page.getByRole("button", { name: "Another file…" }).click()
	await page.getByRole("heading", { name: "customers.xlsx" }).waitFor()
	await shoot("1-file-workbook")
	await page.evaluate(() => window.intergiro.ask("file.close"))
	await page.reload()
	await answerDialog(app, sample.path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("heading", { name: "kunder höst.csv" }).waitFor()
	await shoot("1-file")
	await page.getByRole("button", { name: "Columns" }).click()
	await shoot("2-columns")
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
	await page.getByRole("grid").focus()
	for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key)
	await shoot("3-check")
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
	await page.getByRole("textbox", { name: "Find" }).fill(".example")
	await page.getByRole("textbox", { name: "Replace with" }).fill("@example")
	await shoot("3-check-mend")
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await shoot("4-ready")
	await start(page, 20, /^Try the first 3$/)
	await page.getByText("Are these the right customers, each with the right values?").waitFor()
	await shoot("6-result-first")
	await page.getByRole("button", { name: /^Looks right/ }).click()
	await progress(page, 80)
	await page.getByRole("button", { name: "Pause" }).click()
	await shoot("5-running")
	await page.getByRole("textbox", { name: "Requests per second" }).fill("200")
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("heading", { name: /^\d+ customers rehearsed/ }).waitFor({ timeout: 60_000 })
	await page.getByRole("button", { name: "Verify", exact: true }).click()
	await page.getByText(/^Verified/).waitFor()
	await shoot("6-result")
	await shoot("6-result-follow-up", page.getByRole("heading", { name: /^Needs somebody/ }))
})

it("takes the columns while they are in question, answered, and with more left by the check", async () => {
	const { page } = app
	const path = join(files, "customers.csv")
	await writeDoubtful(path, { rows: 400, backups: 2 })
	await page.getByRole("button", { name: "Import another file" }).click()
	await answerDialog(app, path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns" }).click()
	await page.getByText("0 of 3 answered").waitFor()
	await shoot("2-columns-questions")
	await page.getByRole("checkbox", { name: /Payment method/ }).click()
	await page.getByRole("button", { name: "Use this one" }).click()
	await page.getByRole("radio", { name: /"Ref"/ }).click()
	await page.getByRole("radio", { name: "Yes" }).click()
	await page.getByText("3 of 3 answered").waitFor()
	await shoot("2-columns-answered")
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByText("left 1 more question open").waitFor()
	await shoot("2-columns-left-open")
	await page.getByRole("radio", { name: /^"Company"/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByText("You answered this before").waitFor()
	await shoot("2-columns-remembered")
	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
})

it("takes what is not everyday: live, in doubt, interrupted, declined", async () => {
	const { page } = app
	await page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	await page.getByRole("button", { name: "Settings" }).click()
	await page.getByRole("button", { name: "Add" }).click()
	await page.getByRole("textbox", { name: "Name" }).fill("Production")
	await page.getByRole("textbox", { name: "URL" }).fill(merchant.url)
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await shoot("8-settings-environment")
	await page.getByRole("button", { name: "Save" }).click()
	await page.getByText(`${merchant.url} · Test AB`).waitFor()
	await shoot("8-settings")
	await page.getByRole("button", { name: "Current import" }).click()
	await page.getByRole("button", { name: /^Environment: Sandbox/ }).click()
	await page.getByRole("menuitem", { name: /Production/ }).click()

	const sample = await writeSample(files, 120)
	await check(app, sample.path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await shoot("4-ready-live")
	await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
	merchant.trick = (number) => {
		const at = Number(number.slice(2))
		return at % 40 === 2 ? "drop" : at === 60 ? { status: 429, headers: { "retry-after": "20" }, body: {} } : "create"
	}
	await start(page, 30)
	await page.getByText(/slow down \(429\): sending goes on/).waitFor()
	await shoot("5-running-throttled")
	merchant.trick = (number) => (Number(number.slice(2)) % 40 === 2 ? "drop" : "create")
	await page.getByRole("heading", { name: /^\d+ customers at Intergiro/ }).waitFor({ timeout: 60_000 })
	await page.getByRole("button", { name: "Look again" }).click()
	await page.getByRole("button", { name: /^Send (it|them) again…$/ }).waitFor({ timeout: 60_000 })
	await shoot("6-result-doubt")
	await page.getByRole("button", { name: /^Send (it|them) again…$/ }).click()
	await page.getByRole("dialog").waitFor()
	await shoot("6-result-doubt-warning")
	await page.keyboard.press("Escape")

	merchant.trick = () => ({ status: 401, body: { status: 401, type: "not authorized" } })
	await page.getByRole("button", { name: "Import another file" }).click()
	await check(app, (await writeSample(files, 200)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
	await start(page, 30)
	await page.getByText("Intergiro did not accept the key or the address").waitFor()
	await shoot("6-result-stopped")
	merchant.trick = () => "create"
	await page.getByRole("button", { name: "Go on with the rest" }).click()
	await start(page, 5)
	await progress(page, 5)
	const ended = once(app.electron.process(), "exit")
	app.electron.process().kill("SIGKILL")
	await ended

	app = await launch({ home, screen: "2000x1400x24" })
	await app.page.getByText("An import was interrupted").waitFor()
	await shoot("1-file-interrupted")
	await app.page.getByRole("button", { name: "History" }).click()
	await app.page.getByRole("button", { name: "Resume" }).first().waitFor()
	await shoot("7-history")
	await app.page.getByRole("button", { name: "Current import" }).click()
	await writeFile(join(files, "table.csv"), "PK\u0003\u0004 a workbook")
	await answerDialog(app, join(files, "table.csv"))
	await app.page.getByRole("button", { name: "Choose a file…" }).click()
	await app.page.getByRole("alert").filter({ hasText: "Excel" }).waitFor()
	await shoot("1-file-declined")
})

it("takes what is rare: another import of the merchant, and doubts that looking again does not settle", async () => {
	await app.close()
	await merchant.close()
	home = join(files, "another home")
	merchant = await startMerchant()
	app = await launch({ home, screen: "2000x1400x24" })
	const { page } = app
	await page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	await chooseMerchant(app, { ...merchant, key: merchant.alsoPublic }, "test")
	await check(app, (await writeSample(files, 60)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	const other = await holdLedger(merchant, home, files)
	await start(page, 20)
	await page.getByText("Not begun yet").waitFor()
	await shoot("4-ready-waiting")
	await page.getByRole("button", { name: "Do not begin" }).click()
	await page.getByText("The import was not begun.").waitFor()
	other.child.kill("SIGINT")
	await other.finished

	merchant.trick = (number) => (["K-00015", "K-00020"].includes(number) ? "drop" : "create")
	await start(page, 0)
	await page.getByRole("alert").filter({ hasText: "2 rows in doubt" }).waitFor()
	await page.evaluate(
		`intergiro.ask("state").then(({ value }) => intergiro.ask("environment.save", { ...value.environments.at(-1), key: "${merchant.key}" }))`,
	)
	await page.reload()
	merchant.listTrick = () => ({
		status: 200,
		body: ["K-00015", "K-00020", "K-00020"].map((number, at) => ({ id: `customer-${at}`, number, status: "active" })),
	})
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Open", exact: true }).first().click()
	await page.getByRole("button", { name: "Look again" }).click()

	await page.getByText("1 row has several customers at Intergiro").waitFor()
	await shoot("6-result-found")
})

it("takes what is known before the start, and numbers in another spelling", async () => {
	await app.close()
	await merchant.close()
	home = join(files, "a third home")
	merchant = await startMerchant()
	for (const [at, name] of ["Somebody Else", undefined, undefined, undefined].entries())
		merchant.put({
			id: `customer-${at}`,
			number: `k-0000${at + 2}`,
			status: "active",
			...(name === undefined ? {} : { contact: { name } }),
		})
	merchant.trick = (number) =>
		number === "K-00015" || number === "K-00020"
			? { status: 400, body: { status: 400, type: "malformed content", error: "card declined" } }
			: "create"
	app = await launch({ home, screen: "2000x1400x24" })
	const { page } = app
	await page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	await chooseMerchant(app, merchant, "test")
	const { path } = await writeSample(files, 60)
	await check(app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByText(/customers not sent/).waitFor()
	await shoot("6-result-spellings")
	await page.getByRole("button", { name: "Import another file" }).click()
	await check(app, path)
	await page.getByText(/are already at/).waitFor()
	await shoot("3-check-known")
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText(/are already at/).waitFor()
	await shoot("4-ready-known")
})

it("takes what waits, who is there under another name, and whom other columns made", async () => {
	await app.close()
	await merchant.close()
	home = join(files, "a fourth home")
	merchant = await startMerchant()
	merchant.put({
		...{ id: "customer-6", number: "K-00006", status: "active" },
		contact: { name: "Somebody Else", email: "somebody@example.com" },
	})
	app = await launch({ home, screen: "2000x1400x24" })
	const { page } = app
	await chooseMerchant(app, merchant, "test")
	await page.evaluate("intergiro.ask('settings.save', { settle: 120 })")
	await check(app, (await writeSample(files, 60)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0, /^Try the first 3$/)
	await page.getByRole("button", { name: "Back to the columns" }).click()
	await page.getByText("3 customers of this file were created already").waitFor()
	await page.getByRole("button", { name: "Do not send Gatuadress" }).click()
	await page.getByRole("button", { name: "Do not send Postnummer" }).click()
	await page.getByRole("button", { name: "Do not send Ort" }).click()
	await page.getByRole("button", { name: "Do not send Land" }).click()
	await shoot("2-columns-created-before")
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	merchant.trick = (number) => (number === "K-00020" ? "create-and-drop" : "create")
	await start(page, 0)
	await page.getByRole("heading", { name: "Waiting to look for what is in doubt" }).waitFor()
	await shoot("5-running-waiting")
	await page.getByRole("button", { name: "Stop", exact: true }).click()
	await page.getByRole("button", { name: "Look again" }).click()
	await page.getByRole("heading", { name: /^\d+ customers at Intergiro$/ }).waitFor()
	await page.getByText(/^Looked at Intergiro /).waitFor()
	await shoot("6-result-before")
	await page.getByRole("button", { name: /^1 with another name or e-mail/ }).click()
	await page.getByRole("table", { name: "Row 7 beside Intergiro" }).waitFor()
	await shoot("6-result-other-person", page.getByRole("heading", { name: /^Needs somebody/ }))
})

/** Where the others lie. */
async function workbook(name: string): Promise<string> {
	await copyFile(resolve(import.meta.dirname, "../fixtures/workbooks", name), join(files, name))
	return join(files, name)
}

/** @param at what is brought to the top of the window */
async function shoot(screen: string, at?: Locator) {
	const devtools = await app.page.context().newCDPSession(app.page)
	for (const look of looks) {
		await show(look)
		await app.page.evaluate(hideFolder, files)
		await at?.evaluate((element) => element.scrollIntoView())
		// Playwright's own screenshot cuts a zoomed page.
		const { data } = await devtools.send("Page.captureScreenshot", { format: "png" })
		await writeFile(join(folder, `${screen}-${look.name}.png`), data, "base64")
	}
	// What is zoomed cannot be clicked from outside.
	await show(looks[0])
}

/** Where the pictures are taken is nobody's business: in the page, the folder gets a person's name. */
function hideFolder(folder: string) {
	const name = folder.slice(folder.lastIndexOf("/") + 1)
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	for (let node = walker.nextNode(); node; node = walker.nextNode())
		if (node.nodeValue?.includes(name))
			node.nodeValue = node.nodeValue.replaceAll(folder, "/home/anna/Documents").replaceAll(name, "Documents")
}

async function show({ theme, width, height, zoom }: (typeof looks)[number]) {
	await app.electron.evaluate(
		({ BrowserWindow, nativeTheme }, { theme, width, height, zoom }) => {
			nativeTheme.themeSource = theme
			const [window] = BrowserWindow.getAllWindows()
			window?.setContentSize(width, height)
			window?.webContents.setZoomFactor(zoom)
		},
		{ theme, width, height, zoom },
	)
	await app.page.waitForFunction((wanted) => window.innerWidth === wanted, width / zoom)
	await app.page.waitForTimeout(250)
}
