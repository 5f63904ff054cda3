import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"
import { inBothThemes } from "./axe.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, progress, start } from "./steps.ts"

let folder: string
let merchant: Merchant
let app: App

beforeEach(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	app = await launch({ home: join(folder, "home") })
	await app.page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 60)).path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
})
afterEach(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

it("pauses and asks after many refusals for one reason, and goes on when told to", async () => {
	const { page } = app
	merchant.trick = () => ({ status: 400, body: { status: 400, type: "malformed content", error: "card declined" } })
	await start(page, 0)
	const goOn = page.getByRole("button", { name: "Go on", exact: true })
	await goOn.waitFor()
	expect(await inBothThemes(app, "many refusals")).toEqual([])
	const { length } = merchant.received
	expect(length).toBeGreaterThanOrEqual(30)
	merchant.trick = () => "create"
	await goOn.click()
	await page.getByRole("table", { name: "Balance" }).waitFor()
	expect(merchant.received.length).toBeGreaterThan(length)
})

it("waits while Intergiro cannot be reached, with a countdown, and goes on by itself", async () => {
	const { page } = app
	await start(page, 10)
	await progress(page, 5)
	await merchant.leave()
	await page
		.getByText(/cannot be reached|No connection/i)
		.first()
		.waitFor()
	expect(await inBothThemes(app, "an outage")).toEqual([])
	await merchant.comeBack()
	await page.getByRole("table", { name: "Balance" }).waitFor({ timeout: 60_000 })
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)
})
