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

/** Runs three customers of a merchant, whose environment gets the key of another one then. */
beforeAll(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	app = await launch({ home: join(folder, "home") })
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(app.page, 0, /^Try the first 3$/)
	await app.page.getByRole("heading", { name: "Look at the first ones" }).waitFor()
	await app.page.evaluate(
		async (key) => {
			const { value } = await window.intergiro.ask("state")
			await window.intergiro.ask("environment.save", { ...value.environments.at(-1), key })
		},
		keyOf("merchant-other", "Other AB"),
	)
	await app.page.reload()
	await app.page.getByRole("button", { name: "History" }).click()
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

it("does not verify with the key of another merchant, and says whose run it is", async () => {
	const { page } = app
	await page.getByRole("button", { name: /^More for / }).click()
	await page.getByRole("menuitem", { name: "Verify against Intergiro" }).click()
	await page
		.getByRole("alert")
		.getByText(`This run belongs to Test AB at ${merchant.url}, and the key to Other AB.`)
		.waitFor()
	expect(await page.getByText(/^Verified/).count()).toBe(0)
})

it("does not resume with the key of another merchant, says whose run it is, and sends nothing", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Resume" }).click()
	await start(page, 0)
	await page.getByRole("alert").getByText(`belongs to another environment: Test AB at ${merchant.url}.`).waitFor()
	expect(merchant.received).toHaveLength(3)
	await page.getByRole("button", { name: "Create the rest" }).waitFor()
})

/** A public key in the documented form, which is not tried when it is saved. */
function keyOf(sub: string, name: string): string {
	const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url")
	return `${part({ alg: "RS256" })}.${part({ sub, name, aud: "public", iss: "test" })}.signature`
}
