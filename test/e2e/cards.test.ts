import { expect, it } from "vitest"
import { plainFile } from "../cli/files.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

/** A customer who is there before the import, without a card. */
async function exists(number: string, name: string): Promise<void> {
	const key = `Bearer ${own.merchant.key}`
	const body = JSON.stringify({ number, contact: { name, email: `${number}@example.com` } })
	await fetch(`${own.merchant.url}/v1/customer`, {
		method: "POST",
		headers: { authorization: key, authentication: key },
		body,
	})
}

it("adds cards to customers who were there before, where a person says so", async () => {
	const { page } = own.app
	own.merchant.keep = ({ contact }) => ({ contact, method: [] })
	for (const place of [1, 2, 3, 4]) await exists(`c000${place}`, place === 2 ? "Somebody Else" : `Name ${place}`)
	let isLost = true
	own.merchant.cardTrick = (number) => (number === "c0003" && isLost ? "drop" : "create")
	const sent = () => own.merchant.added.map(({ number }) => number).sort()
	const cards = (text: string) => page.getByRole("alert").filter({ hasText: text })
	const add = async (count: string) => {
		await page.getByRole("button", { name: `Add ${count}…` }).click()
		await page
			.getByRole("dialog")
			.getByRole("button", { name: `Add ${count}` })
			.click()
	}

	await chooseMerchant(own.app, own.merchant, "test")
	await check(own.app, plainFile(own.folder, 4))
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await cards("4 cards not stored").waitFor()
	expect(sent()).toEqual([])
	await add("4 cards")

	await cards("1 card to confirm, 1 card in doubt").waitFor()
	expect(sent()).toEqual(["c0001", "c0003", "c0004"])
	const somebody = page.getByRole("checkbox", { name: /c0002/ })
	await somebody.check()
	expect(await inBothThemes(own.app, "cards")).toEqual([])
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
	const stored = () => own.merchant.customers.map(({ method = [] }) => method.length)
	await expect.poll(stored).toEqual([1, 1, 1, 1])
	await page.getByRole("table", { name: "Balance" }).waitFor()
	await page
		.getByRole("alert")
		.filter({ hasText: /^4 cards added$/ })
		.waitFor()
	expect(own.merchant.received).toHaveLength(4)
})
