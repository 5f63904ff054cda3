import { once } from "node:events"
import { beforeEach, expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, progress, start } from "./steps.ts"

const own = merchantApp({ shared: true })

beforeEach(async () => {
	const { app, folder, merchant } = own
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 60)).path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
})

/** As long as it takes where nobody says otherwise: nothing in doubt is known while a test lasts. */
async function settleForLong() {
	await own.app.page.evaluate("intergiro.ask('settings.save', { settle: 120 })")
}

it("pauses while Intergiro asks to slow down, and goes on when both are over", async () => {
	const { app, merchant } = own
	const { page } = app
	const throttled = { status: 429, headers: { "retry-after": "3" }, body: {} }
	merchant.trick = (number, attempt) => (number === "K-00020" && attempt === 1 ? throttled : "create")
	await start(page, 30)
	await page.getByText(/asked to slow down \(429\): sending goes on in/).waitFor()
	await page.getByRole("button", { name: "Pause" }).click()
	await page.getByText("Paused, and Intergiro asked to slow down (429)").waitFor()
	// Once is enough.
	expect(await page.getByText(/slow down/).count()).toBe(1)
	const received = merchant.received.length
	await page.getByText("Nothing is sent while it is paused").waitFor()
	expect(merchant.received).toHaveLength(received)
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("heading", { name: "57 customers at Intergiro" }).waitFor()
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)
})

it("stops, pauses and closes at once while rows in doubt are being looked for, which takes two minutes", async () => {
	const { app, merchant } = own
	const { page } = app
	await settleForLong()
	merchant.trick = (number) => (number === "K-00020" ? "create-and-drop" : "create")
	await start(page, 0)
	await page.getByRole("heading", { name: "Waiting to look for what is in doubt" }).waitFor()
	await page.getByText(/^1 row in doubt: looked for at .*\d.*, in /).waitFor()
	await page.getByText(/its answer was lost\. Intergiro may still be creating the customer/).waitFor()
	await page.getByRole("button", { name: "Pause" }).click()
	await page.getByText("Paused with 1 row in doubt").waitFor()
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("button", { name: "Stop", exact: true }).click()
	await page.getByText("You stopped the import").waitFor()
	await page.getByText("1 row in doubt", { exact: true }).waitFor()

	// What may not be seen yet is seen by now: looking again settles it.
	await page.getByRole("button", { name: "Look again" }).click()
	await page.getByRole("heading", { name: "57 customers at Intergiro" }).waitFor()
	expect(merchant.ledger.get("K-00020")).toHaveLength(1)
})

it("looks for rows in doubt without sending what was not sent yet", async () => {
	const { app, merchant } = own
	const { page } = app
	merchant.trick = (number) => (number === "K-00002" ? "drop" : "create")
	await start(page, 5)
	await progress(page, 10)
	await page.getByRole("button", { name: "Stop", exact: true }).click()
	await page.getByText("You stopped the import").waitFor()
	const received = merchant.received.length
	await page.getByRole("button", { name: "Look again" }).click()
	await page.getByText("Only rows in doubt were looked for; nothing was sent").waitFor()
	await page.getByRole("button", { name: /^Send (it|them) again…$/ }).waitFor()
	expect(merchant.received).toHaveLength(received)
	expect(received).toBeLessThan(57)
})

it("looks again, and sends again, from the history", async () => {
	const { app, merchant } = own
	const { page } = app
	merchant.trick = (number, attempt) => (number === "K-00002" && attempt === 1 ? "drop" : "create")
	await start(page, 0)
	await page.getByText("1 row in doubt", { exact: true }).waitFor()
	await page.getByRole("button", { name: "Import another file" }).click()
	await page.getByRole("button", { name: "History" }).click()
	// The latest stands first.
	await page.getByRole("button", { name: "Open", exact: true }).first().click()
	await page.getByRole("button", { name: "Look again" }).click()
	await page.getByRole("button", { name: /^Send (it|them) again…$/ }).click()
	let listings = 0
	merchant.listTrick = (start) => {
		if (start === 0) listings++
		return undefined
	}
	await page.getByRole("button", { name: "Send 1 row again" }).click()
	await page.getByRole("heading", { name: "57 customers at Intergiro" }).waitFor()
	// Before anything, once more for whom was waited before, and at the end: what was waited for already is not waited for again.
	expect(listings).toBe(3)
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)
})

it("sends nothing again that was not looked for, whoever asks", async () => {
	const { app, merchant } = own
	const { page } = app
	merchant.trick = (number) => (number === "K-00002" ? "drop" : "create")
	await start(page, 0)
	await page.getByText("1 row in doubt", { exact: true }).waitFor()
	const asked = "{ rate: 0, concurrency: 1, look: true, resendUnknown: true }"
	const declined = await page.evaluate(
		`intergiro.ask("state").then(({ value }) => intergiro.ask("run.start", { environment: value.settings.environment, ...${asked} }))`,
	)
	expect(declined).toMatchObject({ ok: false, problem: { message: "The rows in doubt were not looked for yet." } })
	expect(merchant.received.filter(({ number }) => number === "K-00002")).toHaveLength(1)
})

it("pauses and asks after many refusals for one reason, and goes on when told to", async () => {
	const { app, merchant } = own
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
	const { app, merchant } = own
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

it("closes while rows in doubt are being looked for, and says what becomes of them", async () => {
	const { app, merchant } = own
	await settleForLong()
	merchant.trick = (number) => (number === "K-00020" ? "drop" : "create")
	await start(app.page, 0)
	await app.page.getByRole("heading", { name: "Waiting to look for what is in doubt" }).waitFor()
	expect(await close()).toMatch(/stay in doubt until they are looked for again/)
})

inProof("closes before anything is sent", async () => {
	const { app, merchant } = own
	merchant.latency = 2_000
	await start(app.page, 0)
	await app.page.getByRole("heading", { name: "Reading the customers that exist already" }).waitFor()
	expect(await close()).toMatch(/Nothing was sent yet/)
	expect(merchant.received).toEqual([])
})

inProof("closes while it is paused", async () => {
	const { app } = own
	await start(app.page, 20)
	await progress(app.page, 5)
	await app.page.getByRole("button", { name: "Pause" }).click()
	await app.page.getByRole("heading", { name: "Paused" }).waitFor()
	expect(await close()).toMatch(/finished and written down first/)
})

/** Closes the window and says yes; what was asked. */
async function close(): Promise<string> {
	const { app } = own
	const ended = once(app.electron.process(), "exit")
	const asked = await app.electron.evaluate(
		({ dialog, BrowserWindow }) =>
			new Promise<string>((resolve) => {
				dialog.showMessageBox = (_window: unknown, options?: { detail?: string }) => {
					resolve(options?.detail ?? "")
					return Promise.resolve({ response: 1, checkboxChecked: false })
				}
				BrowserWindow.getAllWindows()[0]?.close()
			}),
	)
	await ended
	return asked
}
