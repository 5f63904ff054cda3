import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Page } from "playwright-core"
import { type Running, start as startCommand } from "../cli/command.ts"
import type { Merchant } from "../cli/merchant.ts"
import { type App, answerDialog } from "./app.ts"
import { writeSample } from "./sample.ts"

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
	button: RegExp = /^(Create|Rehearse) ([\d,]+ customers?|the rest|nobody, see the result)$/,
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

declare global {
	interface Window {
		// biome-ignore lint/suspicious/noExplicitAny: the bridge, as a script in the page has it
		readonly intergiro: { ask(name: string, argument?: unknown): Promise<any> }
	}
}

/** Makes a merchant the environment of what is imported next. */
export async function chooseMerchant({ page }: App, { url, key }: Merchant, kind: "test" | "live"): Promise<void> {
	await page.evaluate(
		async (environment) => {
			const { value } = await window.intergiro.ask("environment.save", environment)
			await window.intergiro.ask("settings.save", { environment: value.id })
		},
		{ name: "Acme", kind, url, key },
	)
	await page.reload()
}

/** From the empty app to the page before an import of 19 customers, whose key Intergiro refuses from here on. */
export async function readyWithRefusedKey(own: {
	readonly app: App
	readonly folder: string
	readonly merchant: Merchant
}): Promise<void> {
	const { app, folder, merchant } = own
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	merchant.listTrick = () => ({ status: 401, body: { status: 401, type: "not authorized" } })
}

/** A run of the command line in `folder` that holds the merchant's ledger until it is interrupted. */
export async function holdLedger(merchant: Merchant, home: string, folder: string): Promise<Running> {
	const file = join(folder, "others.csv")
	await writeFile(file, `number,email\n${Array.from({ length: 500 }, (_, at) => `O${at},o${at}@b.se`).join("\n")}\n`)
	const run = startCommand(["run", file, "--out", join(folder, "others"), "--url", merchant.url, "--rate", "5"], {
		INTERGIRO_API_KEY: merchant.key,
		INTERGIRO_IMPORT_HOME: home,
	})
	while (!merchant.received.some(({ number }) => number.startsWith("O"))) await sleep(20)
	return run
}
