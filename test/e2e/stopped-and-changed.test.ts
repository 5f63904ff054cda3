import { appendFile } from "node:fs/promises"
import { expect, it } from "vitest"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, progress, start } from "./steps.ts"

const own = merchantApp()

it("says why it stopped, and that its file has changed meanwhile, with the ways on of both", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	await chooseMerchant(app, merchant, "test")
	const { path } = await writeSample(folder, 100)
	await check(app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	merchant.latency = 100
	await start(page, 10)
	await progress(page, 3)
	await appendFile(path, "\r\n")
	merchant.trick = () => ({ status: 401, body: { status: 401, type: "not authorized" } })
	const alert = page.getByRole("alert").filter({ hasText: "has changed since it was checked" })
	await alert.waitFor()
	// The key first, and then the file.
	expect(await alert.innerText()).toMatch(
		/^[^\n]*\bkey\b[^\n]*Nothing more was sent[^\n]*has changed since it was checked/,
	)
	await alert.getByRole("button", { name: "Check again" }).waitFor()
	await alert
		.getByRole("textbox", { name: /key/i })
		.or(alert.getByRole("button", { name: /key/i }))
		.first()
		.waitFor()
	// Nothing is told of rows that cannot be counted, and nothing can be begun with them.
	const plan = page.getByRole("region", { name: "What will be created" })
	await plan.getByText("Not known: the file has changed since it was checked").first().waitFor()
	expect(await plan.getByText("…").count()).toBe(0)
	expect(await plan.getByText(/with a card/).count()).toBe(0)
	expect(await page.getByRole("button", { name: "Create the rest" }).isDisabled()).toBe(true)
})
