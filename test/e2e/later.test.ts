import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { plainFile } from "../cli/files.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

/** From wherever to the result of an import of all rows of a file. */
async function importAll(path: string, customers: RegExp): Promise<void> {
	const { page } = own.app
	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await check(own.app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: customers }).waitFor()
}

async function openOf(file: RegExp, customers: RegExp): Promise<void> {
	const { page } = own.app
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("row", { name: file }).getByRole("button", { name: "Open" }).click()
	await page.getByRole("heading", { name: customers }).waitFor()
}

it("brings an import up to date with what later ones put right, and sends nothing for it", async () => {
	const { page } = own.app
	const later = page.getByRole("alert").filter({ hasText: "These figures may be out of date" })
	const declined = { status: 400, body: { status: 400, type: "malformed content", error: "card declined" } }
	own.merchant.trick = (number) => (number === "c0003" ? declined : "create")
	await chooseMerchant(own.app, own.merchant, "test")
	const first = plainFile(own.folder, 4)
	await importAll(first, /^3 customers at Intergiro/)
	own.merchant.trick = () => "create"

	// An import that has none of its customers, or those alone of whom nothing is left, puts nothing right.
	const others = join(own.folder, "others.csv")
	writeFileSync(others, readFileSync(first, "utf8").replace(/c000[2-4]/g, "d$&"))
	await importAll(others, /^4 customers at Intergiro/)
	await openOf(/^customers\.csv/, /^3 customers at Intergiro/)
	await page.getByRole("region", { name: "Needs somebody" }).waitFor()
	expect(await later.count()).toBe(0)
	// That the card was declined is said by how its row ended, once.
	await page.getByRole("button", { name: "1 declined: ask for new cards" }).waitFor()
	expect(await page.getByText("1 card refused").count()).toBe(0)

	const second = join(own.folder, "new-card.csv")
	writeFileSync(second, readFileSync(first, "utf8").replace("token-c0003", "token-new"))
	await importAll(second, /^4 customers at Intergiro/)
	const received = own.merchant.received.length

	await openOf(/^customers\.csv/, /^3 customers at Intergiro/)
	await later.getByText("1 later import of the same customers is not in them").waitFor()
	expect(await inBothThemes(own.app, "later")).toEqual([])
	await later.getByRole("button", { name: "Bring up to date: nothing is sent" }).click()
	await page.getByRole("heading", { name: /^4 customers at Intergiro/ }).waitFor()
	expect(await later.count()).toBe(0)
	expect(own.merchant.received).toHaveLength(received)

	// What has nobody to look after, or is the newest, is not told so.
	await openOf(/^new-card\.csv/, /^4 customers at Intergiro/)
	expect(await later.count()).toBe(0)
})
