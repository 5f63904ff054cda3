import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

let folder: string
let merchant: Merchant
let app: App

/** Runs three customers of a merchant. */
beforeAll(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	app = await launch({ home: join(folder, "home") })
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(app.page, 0, /^Try the first 3$/)
	await app.page.getByRole("heading", { name: "Look at the first ones" }).waitFor()
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

/** Gives the environment another key; `response` is what the person answers. @returns what they were asked, and what came of it */
async function saveKey(response: 0 | 1, name: string) {
	await app.electron.evaluate(({ dialog }, response) => {
		dialog.showMessageBox = (_window: unknown, options?: { message: string; detail?: string }) => {
			Object.assign(globalThis, { told: `${options?.message} ${options?.detail}` })
			return Promise.resolve({ response, checkboxChecked: false })
		}
	}, response)
	const { ok } = await app.page.evaluate(
		async (key) => {
			const { value } = await window.intergiro.ask("state")
			return await window.intergiro.ask("environment.save", { ...value.environments.at(-1), key })
		},
		keyOf("merchant-other", name),
	)
	const told = await app.electron.evaluate(() => (globalThis as unknown as { told: string }).told)
	return { ok, told }
}

it("asks before an environment becomes another merchant's, says whose it was, and which imports need it", async () => {
	const { page } = app
	const { ok, told } = await saveKey(0, "Other AB")
	expect(told).toContain(`This makes Acme another merchant's: Other AB at ${merchant.url}.`)
	expect(told).toContain(`It was for Test AB at ${merchant.url}. One import needs it to go on: kunder höst.csv.`)
	expect(ok).toBe(false)
	await page.reload()
	await page.getByRole("button", { name: "Environment: Test, Test AB, private key" }).waitFor()
	expect((await saveKey(1, "Other AB")).ok).toBe(true)
	await page.reload()
	await page.getByRole("button", { name: "Environment: Test, Other AB, public key" }).waitFor()
	await page.getByRole("button", { name: "History" }).click()
})

it("does not verify with the key of another merchant, and says whose run it is", async () => {
	const { page } = app
	await page.getByRole("button", { name: /^More for / }).click()
	await page.getByRole("menuitem", { name: "Verify against Intergiro" }).click()
	await page
		.getByRole("alert")
		.getByText(`This import belongs to Test AB at ${merchant.url}, which is not among the environments any more.`)
		.waitFor()
	expect(await page.getByText(/^Verified/).count()).toBe(0)
})

it("does not resume with the key of another merchant, says whose run it is, and sends nothing", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Close this message" }).click()
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("alert").getByText(`belongs to Test AB at ${merchant.url}, which`).waitFor()
	await page.getByText("Add it under Settings, with this URL and a key of this merchant.").waitFor()
	expect(merchant.received).toHaveLength(3)
})

it("goes on where the merchant has an environment again", async () => {
	const { page } = app
	await chooseMerchant(app, merchant, "test")
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Resume" }).click()
	await start(page, 0, /^Create the rest$/)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	expect(merchant.received).toHaveLength(19)
})

/** A public key in the documented form, which is not tried when it is saved. */
function keyOf(sub: string, name: string): string {
	const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url")
	return `${part({ alg: "RS256" })}.${part({ sub, name, aud: "public", iss: "test" })}.signature`
}
