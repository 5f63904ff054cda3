import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, launch, newFolder } from "./app.ts"
import { violations } from "./axe.ts"
import { writeSample } from "./sample.ts"
import { check, progress, start } from "./steps.ts"

let folder: string
let app: App

beforeAll(async () => {
	folder = await newFolder()
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

/** The violations of the screen in both themes. */
async function inBothThemes(screen: string): Promise<string[]> {
	const found: string[] = []
	for (const theme of ["light", "dark"] as const) {
		await app.electron.evaluate(({ nativeTheme }, theme) => {
			nativeTheme.themeSource = theme
		}, theme)
		await app.page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor()
		// Colors move to those of the theme; axe would measure them on their way.
		await app.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
		found.push(...(await violations(app.page)).map((violation) => `${screen}, ${theme}: ${violation}`))
	}
	return found
}

it("has no barrier on any screen, light or dark", async () => {
	const { page } = app
	const sample = await writeSample(folder, 200)
	const found = [...(await inBothThemes("file, empty"))]
	await check(app, sample.path)
	await page.getByRole("gridcell").nth(3).click()
	found.push(...(await inBothThemes("check")))
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
	found.push(...(await inBothThemes("check, one finding")))
	await page.getByRole("button", { name: "Columns", exact: true }).last().click()
	found.push(...(await inBothThemes("columns")))
	await page.getByRole("button", { name: "File", exact: true }).last().click()
	found.push(...(await inBothThemes("file")))
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	found.push(...(await inBothThemes("import")))
	await start(page, 50)
	await progress(page, 10)
	await page.getByRole("button", { name: "Pause" }).click()
	found.push(...(await inBothThemes("import, running")))
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("heading", { name: /^\d+ customers at Intergiro$/ }).waitFor()
	found.push(...(await inBothThemes("result")))
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Open", exact: true }).waitFor()
	found.push(...(await inBothThemes("history")))
	await page.getByRole("button", { name: "Settings" }).click()
	found.push(...(await inBothThemes("settings")))
	await page.getByRole("button", { name: "Add" }).click()
	await page.getByRole("textbox", { name: "API key" }).waitFor()
	found.push(...(await inBothThemes("settings, an environment")))
	expect(found).toEqual([])
})
