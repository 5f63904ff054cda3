import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { plainFile } from "../cli/files.ts"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"
import { inBothThemes } from "./axe.ts"
import { check, chooseMerchant, start } from "./steps.ts"

let folder: string
let merchant: Merchant
let app: App

beforeEach(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	app = await launch({ home: join(folder, "home") })
	await app.page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
})
afterEach(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

/** A customer who is there before the import, without a card. */
async function exists(number: string, name: string): Promise<void> {
	const key = `Bearer ${merchant.key}`
	const body = JSON.stringify({ number, contact: { name, email: `${number}@example.com` } })
	await fetch(`${merchant.url}/v1/customer`, {
		method: "POST",
		headers: { authorization: key, authentication: key },
		body,
	})
}

it("adds cards to customers who were there before, where a person says so", async () => {
	const { page } = app
	merchant.keep = ({ contact }) => ({ contact, method: [] })
	for (const place of [1, 2, 3, 4]) await exists(`c000${place}`, place === 2 ? "Somebody Else" : `Name ${place}`)
	let isLost = true
	merchant.cardTrick = (number) => (number === "c0003" && isLost ? "drop" : "create")
	const sent = () => merchant.added.map(({ number }) => number).sort()
	const cards = (text: string) => page.getByRole("alert").filter({ hasText: text })
	const add = async (count: string) => {
		await page.getByRole("button", { name: `Add ${count}…` }).click()
		await page
			.getByRole("dialog")
			.getByRole("button", { name: `Add ${count}` })
			.click()
	}

	await chooseMerchant(app, merchant, "test")
	await check(app, plainFile(folder, 4))
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await cards("4 cards not stored").waitFor()
	expect(sent()).toEqual([])
	await add("4 cards")

	await cards("1 card to confirm, 1 card in doubt").waitFor()
	expect(sent()).toEqual(["c0001", "c0003", "c0004"])
	const somebody = page.getByRole("checkbox", { name: /c0002/ })
	await somebody.check()
	expect(await inBothThemes(app, "cards")).toEqual([])
	await add("1 card")
	await page
		.getByRole("alert")
		.filter({ hasText: /^3 cards added, 1 card in doubt/ })
		.waitFor()
	expect(sent()).toEqual(["c0001", "c0002", "c0003", "c0004"])

	isLost = false
	await page
		.getByRole("group", { name: "Card of c0003" })
		.getByRole("button", { name: "The card is not there" })
		.click()
	await cards("1 card not stored").waitFor()
	await add("1 card")
	const stored = () => merchant.customers.map(({ method = [] }) => method.length)
	await expect.poll(stored, { timeout: 20_000 }).toEqual([1, 1, 1, 1])
	await page.getByRole("table", { name: "Balance" }).waitFor()
	await page
		.getByRole("alert")
		.filter({ hasText: /^4 cards added$/ })
		.waitFor()
	expect(merchant.received).toHaveLength(4)
})
