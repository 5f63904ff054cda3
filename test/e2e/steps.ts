import type { Page } from "playwright-core"
import { type App, answerDialog } from "./app.ts"

/** From the empty app to the check of a file. */
export async function check(app: App, path: string): Promise<void> {
	const { page } = app
	await answerDialog(app, path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
}

/** From the check to the start of the run. */
export async function start(
	page: Page,
	rate: number,
	button: RegExp = /^Create ([\d,]+ customers|the rest)$/,
): Promise<void> {
	await page.getByRole("textbox", { name: "Requests per second" }).fill(String(rate))
	await page.getByRole("button", { name: button }).click()
}

/** How many customers the running import has come to. */
export async function progress(page: Page, atLeast: number): Promise<void> {
	await page.waitForFunction(
		(atLeast) => Number(document.querySelector("[data-done]")?.getAttribute("data-done") ?? 0) >= atLeast,
		atLeast,
	)
}
