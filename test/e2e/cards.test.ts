import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { plainFile } from "../cli/files.ts"
import { jwt } from "../customer/jwt.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })

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

it("asks apart who the customer is and which card it is, and says before it adds which card is another one by whose word", async () => {
	const { page } = own.app
	const month = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [8, 38] })
	const rows = ["Eva Lind", "Kalle Anka", "Sven Ek"].map((name, place) => {
		const number = `c000${place + 1}`
		const contact = { name: place === 1 ? "Somebody Else" : name, email: `${number}@example.com` }
		own.merchant.put({ id: `id-${number}`, number, status: "active", contact, method: [month(`446${place}`)] })
		return [number, name, contact.email, jwt({ iss: "card", xpr: [8, 38], enc: number })].join()
	})
	own.merchant.keepCard = () => month("7777")
	const file = join(own.folder, "customers.csv")
	writeFileSync(file, ["number,name,email,card token", ...rows, ""].join("\n"))
	await chooseMerchant(own.app, own.merchant, "test")
	await check(own.app, file)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)

	const answer = (number: string, name: string) =>
		page
			.getByRole("group", { name: new RegExp(`${number}.*another one than the card ending in`) })
			.getByRole("button", { name })
	await answer("c0001", "It is that card: nothing is added").click()
	await answer("c0002", "Another card: add it").click()
	await answer("c0003", "Another card: add it").click()
	expect(await inBothThemes(own.app, "card questions")).toEqual([])
	// Of Kalle nobody said that he is the customer there.
	await page.getByRole("button", { name: "Add 1 card…" }).click()
	const dialog = page.getByRole("dialog")
	await dialog.getByText(/1 card is another one.*c0003, Sven Ek/).waitFor()
	await dialog.getByText(/1 card is there, by your word.*c0001, Eva Lind/).waitFor()
	await dialog.getByRole("button", { name: "Add 1 card" }).click()
	await page.getByRole("alert").filter({ hasText: "1 card added, 1 card to confirm" }).waitFor()
	expect(own.merchant.added.map(({ number }) => number)).toEqual(["c0003"])
	expect(await answer("c0001", "Another card: add it").count()).toBe(0)
	await page.getByRole("checkbox", { name: /c0002/ }).waitFor()

	// Who said that a card is there may take it back.
	await page.getByText("Of 1 customer you said that the card is there: nothing was added. Change…").click()
	await page
		.getByRole("group", { name: /c0001.*by your word the file's card is the card ending in 4460, expires 08\/2038/ })
		.getByRole("button", { name: "It is another card: add it" })
		.click()
	expect(await inBothThemes(own.app, "cards by word")).toEqual([])
	await page.getByRole("button", { name: "Add 1 card…" }).click()
	await dialog.getByText(/1 card is another one.*c0001/).waitFor()
	await dialog.getByRole("button", { name: "Add 1 card" }).click()
	await page.getByRole("alert").filter({ hasText: "2 cards added, 1 card to confirm" }).waitFor()
	expect(own.merchant.added.map(({ number }) => number)).toEqual(["c0003", "c0001"])
	expect(await page.getByText("you said that the card is there").count()).toBe(0)
})

it("says of a declined card that a new one is needed, of one word for all what it says, and keeps who is the right one until the card is said", async () => {
	const { page } = own.app
	const month = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [8, 38] })
	const rows = ["Eva Lind", "Kalle Anka", "Sven Ek", "Ida By", "Bo Ek"].map((name, place) => {
		const number = `c000${place + 1}`
		const contact = { name: place === 1 || place === 4 ? "Somebody Else" : name, email: `${number}@example.com` }
		const method = place === 3 ? [] : [month(`446${place}`)]
		own.merchant.put({ id: `id-${number}`, number, status: "active", contact, method })
		return [number, name, contact.email, jwt({ iss: "card", xpr: [8, 38], enc: number })].join()
	})
	own.merchant.keepCard = () => month("7777")
	own.merchant.cardTrick = (number) =>
		number === "c0003"
			? { status: 400, body: { status: 400, type: "malformed content", error: "card declined" } }
			: "create"
	const file = join(own.folder, "customers.csv")
	writeFileSync(file, ["number,name,email,card token", ...rows, ""].join("\n"))
	await chooseMerchant(own.app, own.merchant, "test")
	await check(own.app, file)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	// A word is no pace: what it was before stays, and is said to.
	await page.getByRole("textbox", { name: "Requests per second" }).fill("many")
	await page.getByText(/^Not a number from 0 to 10000: it stays at \d/).waitFor()
	await start(page, 0)

	const all = page.getByRole("group", { name: "All of these cards" })
	await all.getByText("4 cards: 0 there by your word, 0 to add, 4 to be said.").waitFor()
	await all.getByRole("button", { name: "All 4 are those cards: nothing is added" }).click()
	await all.getByText("4 cards: 4 there by your word, 0 to add, 0 to be said.").waitFor()
	await all.getByRole("button", { name: "Take these answers back" }).click()
	await page
		.getByRole("group", { name: /c0003.*another one than/ })
		.getByRole("button", { name: "Another card: add it" })
		.click()
	// Looking at something else loses no answer.
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Open", exact: true }).first().click()
	await page.getByRole("button", { name: "Add 2 cards…" }).waitFor()
	// Whom a tick is about is said, and what it does not end.
	const bo = page.getByRole("checkbox", { name: /c0005/ })
	const there = page
		.getByRole("group", { name: /c0005.*another one than/ })
		.getByRole("button", { name: "It is that card: nothing is added" })
	await bo.check()
	await there.click()
	await page.getByRole("button", { name: "Add 2 cards…" }).click()
	const said = page.getByRole("dialog")
	await said.getByText(/^Of 1 customer with a card in question you say that it is the right one: .*Bo Ek/).waitFor()
	await said.getByText("That a name or an e-mail is other at Intergiro is asked apart").waitFor()
	await said.getByRole("button", { name: "Not now" }).click()
	await there.click()
	await bo.uncheck()
	const kalle = page.getByRole("checkbox", { name: /c0002/ })
	await kalle.check()
	await page.getByRole("button", { name: "Add 2 cards…" }).click()
	const dialog = page.getByRole("dialog")
	await dialog
		.getByText(/1 customer is the right one, by your word, and nothing is said of the card yet.*Kalle Anka/)
		.waitFor()
	await dialog.getByRole("button", { name: "Add 2 cards" }).click()
	await page
		.getByRole("alert")
		.filter({ hasText: /1 of 2 cards added, 3 cards to confirm, 1 card refused: ask for a new one/ })
		.waitFor()
	expect(await kalle.isChecked()).toBe(true)
	// What is asked is said once.
	expect(await bo.isChecked()).toBe(false)
	await page
		.getByText(
			/^Intergiro has another name for this customer than the file\. The card was not sent\. The customer has the card ending in 4464, expires 08\/2038, which may be this one\. It is id-c0005 there\.$/,
		)
		.waitFor()
	await page.getByText("You said that it is the right one. Now say of the card, below").waitFor()
	await page.getByText("1 there before, and without the card of this file: ask for a new one").waitFor()
	await page.getByRole("button", { name: "Why, and what to do about each" }).click()
	await page.getByText(/card declined.*Ask for the card anew/).waitFor()
})
