import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, it } from "vitest"
import { type App, answerDialog, launch, newFolder } from "../e2e/app.ts"
import { writeSample } from "../e2e/sample.ts"

const folder = resolve(import.meta.dirname, "../../docs/screenshots")

const looks = [
	{ name: "light", theme: "light", width: 1280, height: 860, zoom: 1 },
	{ name: "dark", theme: "dark", width: 1280, height: 860, zoom: 1 },
	{ name: "small", theme: "light", width: 1024, height: 700, zoom: 1 },
	{ name: "large", theme: "light", width: 1600, height: 1000, zoom: 1 },
	{ name: "text-200", theme: "light", width: 1600, height: 1000, zoom: 2 },
] as const

let app: App

beforeAll(async () => {
	await mkdir(folder, { recursive: true })
	app = await launch()
})
afterAll(() => app?.close())

it("takes every screen in every look", async () => {
	const { page } = app
	const sample = await writeSample(await newFolder(), 400)
	await shoot("1-file-empty")
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
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await shoot("4-ready")
	await page.getByRole("button", { name: /^Create \d+ customers$/ }).click()
	await page.getByRole("button", { name: "Pause" }).waitFor()
	await page.waitForTimeout(4_000)
	await page.getByRole("button", { name: "Pause" }).click()
	await shoot("5-running")
	await page.getByRole("textbox", { name: "Requests per second" }).fill("200")
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("heading", { name: /^\d+ customers at Intergiro/ }).waitFor({ timeout: 60_000 })
	await shoot("6-result")
	await page.getByRole("button", { name: "History" }).click()
	await shoot("7-history")
	await page.getByRole("button", { name: "Settings" }).click()
	await shoot("8-settings")
})

async function shoot(screen: string) {
	const devtools = await app.page.context().newCDPSession(app.page)
	for (const { name, theme, width, height, zoom } of looks) {
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
		// Playwright's own screenshot cuts a zoomed page.
		const { data } = await devtools.send("Page.captureScreenshot", { format: "png" })
		await writeFile(join(folder, `${screen}-${name}.png`), data, "base64")
	}
}
