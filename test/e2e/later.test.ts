import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { plainFile } from "../cli/files.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

it("brings an import up to date with what later ones put right, and sends nothing for it", async () => {
	const { page } = own.app
	const declined = { status: 400, body: { status: 400, type: "malformed content", error: "card declined" } }
	own.merchant.trick = (number) => (number === "c0003" ? declined : "create")
	await chooseMerchant(own.app, own.merchant, "test")
	const first = plainFile(own.folder, 4)
	await check(own.app, first)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /^3 customers at Intergiro/ }).waitFor()

	own.merchant.trick = () => "create"
	const second = join(own.folder, "new-card.csv")
	writeFileSync(second, readFileSync(first, "utf8").replace("token-c0003", "token-new"))
	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await check(own.app, second)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0, /^Create 1 customer$/)
	await page.getByRole("heading", { name: /^4 customers at Intergiro/ }).waitFor()
	const received = own.merchant.received.length

	await page.getByRole("button", { name: "History" }).click()
	await page
		.getByRole("row", { name: /customers\.csv/ })
		.getByRole("button", { name: "Open" })
		.click()
	const later = page.getByRole("alert").filter({ hasText: "These figures may be out of date" })
	await later.getByText("1 later import at this merchant is not in them").waitFor()
	expect(await inBothThemes(own.app, "later")).toEqual([])
	await later.getByRole("button", { name: "Bring up to date: nothing is sent" }).click()
	await page.getByRole("heading", { name: /^4 customers at Intergiro/ }).waitFor()
	expect(await later.count()).toBe(0)
	expect(own.merchant.received).toHaveLength(received)

	// What has nobody to look after, or is the newest, is not told so.
	await page.getByRole("button", { name: "History" }).click()
	await page
		.getByRole("row", { name: /new-card\.csv/ })
		.getByRole("button", { name: "Open" })
		.click()
	await page.getByRole("heading", { name: /^4 customers at Intergiro/ }).waitFor()
	expect(await later.count()).toBe(0)
})
