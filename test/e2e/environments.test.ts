import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"
import { writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

let folder: string
let merchant: Merchant
let other: Merchant
let app: App

beforeAll(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	other = await startMerchant()
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await other?.close()
	await rm(folder, { recursive: true, force: true })
})

async function fill(values: { name?: string; url?: string; key?: string }): Promise<void> {
	const { page } = app
	if (values.name !== undefined) await page.getByRole("textbox", { name: "Name" }).fill(values.name)
	if (values.url !== undefined) await page.getByRole("textbox", { name: "URL" }).fill(values.url)
	if (values.key !== undefined) await page.getByRole("textbox", { name: "API key" }).fill(values.key)
	await page.getByRole("button", { name: "Save" }).click()
}

async function add(name: string, key: string): Promise<void> {
	await app.page.getByRole("button", { name: "Add" }).click()
	await app.page.getByText("Test merchant").click()
	await fill({ name, url: merchant.url, key })
}

/** What the person says when an environment is to be removed, from here on. @returns what they are told then */
async function answerRemoval(button: 0 | 1): Promise<() => Promise<string>> {
	await app.electron.evaluate(({ dialog }, button) => {
		const told = new Promise<string>((resolve) => {
			dialog.showMessageBox = (...given: unknown[]) => {
				resolve((given.at(-1) as { detail: string }).detail)
				return Promise.resolve({ response: button, checkboxChecked: false })
			}
		})
		Object.assign(globalThis, { told })
	}, button)
	return () => app.electron.evaluate(() => (globalThis as unknown as { told: Promise<string> }).told)
}

it("keeps no key that the merchant refuses, and one that it accepts", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Settings" }).click()
	await add("Acme", "no-key-of-anybody")
	await page
		.getByRole("alert")
		.getByText(/401.*This key is not accepted/)
		.waitFor()
	expect(await page.getByText(`${merchant.url} ·`).count()).toBe(0)
	await fill({ key: merchant.key })
	await page.getByText(`${merchant.url} · Test AB · private key`).waitFor()
})

it("says of a public key, and of a server that is not there, that the key was not tried", async () => {
	const { page } = app
	await add("Public", merchant.alsoPublic)
	await page
		.getByRole("status")
		.getByText(/a public key can create, and read nothing/)
		.waitFor()
	await page.getByRole("button", { name: "Close" }).click()
	await merchant.leave()
	await add("Away", merchant.key)
	await page
		.getByRole("status")
		.getByText(/It could not be tried/)
		.waitFor()
	await page.getByRole("button", { name: "Close" }).click()
	// What cannot be a key is none, whoever can be asked.
	await add("Garbage", "this-was-never-a-key")
	await page.getByRole("alert").getByText("This does not look like an API key of Intergiro.").waitFor()
	await page.getByRole("button", { name: "Cancel" }).click()
	await merchant.comeBack()
})

it("sends a key to no other server than the one that it was given for", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Change" }).first().click()
	await fill({ url: other.url })
	await page
		.getByRole("alert")
		.getByText(/The key was given for another server\. Enter the key again/)
		.waitFor()
	await page.getByRole("button", { name: "Cancel" }).click()
	await page.getByText(`${merchant.url} · Test AB · private key`).first().waitFor()
	expect(other.listed).toBe(0)
})

it("asks before an environment is removed, names the imports that need it, and finds their merchant again", async () => {
	const { page } = app
	await page.evaluate(async () => {
		const { value } = await window.intergiro.ask("state")
		await window.intergiro.ask("settings.save", { environment: value.environments[1].id })
	})
	await page.reload()
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0, /^Try the first 3$/)
	await page.getByRole("heading", { name: "Look at the first ones" }).waitFor()

	await page.getByRole("button", { name: "Settings" }).click()
	const told = await answerRemoval(0)
	await page.getByRole("button", { name: "Remove" }).first().click()
	expect(await told()).toMatch(/^One import needs it to go on: .*\.csv\. Its key is forgotten/)
	expect(await page.getByRole("button", { name: "Remove" }).count()).toBe(3)

	const remove = async () => {
		await answerRemoval(1)
		const before = await page.getByRole("button", { name: "Remove" }).count()
		await page.getByRole("button", { name: "Remove" }).first().click()
		await page.waitForFunction((before) => document.querySelectorAll("[data-remove]").length < before, before)
	}
	for (let left = 3; left > 0; left--) await remove()
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Resume" }).click()
	await page
		.getByRole("alert")
		.getByText(/belongs to Test AB at http:.*, which is not among the environments any more/)
		.waitFor()

	await page.getByRole("button", { name: "Settings" }).click()
	await add("Acme again", merchant.key)
	await page.getByText(`${merchant.url} · Test AB · private key`).waitFor()
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Resume" }).click()
	await start(page, 0, /^Create the rest$/)
	await page.getByRole("heading", { name: "19 customers at Intergiro" }).waitFor()
	expect(new Set(merchant.received.map(({ number }) => number)).size).toBe(19)
	expect(merchant.received).toHaveLength(19)
})

it("calls no live merchant a test", async () => {
	const save = (kind: string, name: string) =>
		app.page.evaluate((argument) => window.intergiro.ask("environment.save", argument as never), {
			kind,
			name,
			url: merchant.url,
			key: merchant.key,
		})
	expect(await save("live", "Acme live")).toMatchObject({ ok: true })
	expect(await save("test", "Acme again")).toMatchObject({
		ok: false,
		problem: { message: expect.stringContaining("the merchant of Acme live, which is live") },
	})
})
