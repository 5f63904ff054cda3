import { expect, it } from "vitest"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

it("says before anything is sent who is there already, and whose card was refused", async () => {
	const { page } = own.app
	const declined = { status: 400, body: { status: 400, type: "malformed content", error: "card declined" } }
	own.merchant.trick = (number) => (number === "K-00015" ? declined : "create")
	// Nobody is listed: what is known is known here.
	await chooseMerchant(own.app, { ...own.merchant, key: own.merchant.alsoPublic }, "test")
	const sample = await writeSample(own.folder, 20)
	await check(own.app, sample.path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /^\d+ customers at Intergiro$/ }).waitFor()
	const created = own.merchant.created.length
	const received = own.merchant.received.length

	// The row is opened to be mended, and is as it was.
	await page.getByRole("button", { name: /^Mend th/ }).click()
	const known = page.getByRole("status").filter({ hasText: "needs a new card" })
	// Rows are called as in the file that is open, everywhere; beside it stands which it was before.
	await known.getByText(/Row 3 \(16 in the file of the import that gave it back\): .*refused or used up/).waitFor()
	await page.getByText("All 2", { exact: true }).click()
	await page.getByRole("rowheader", { name: "3", exact: true }).click()
	await page.getByText("Row 3 of this file. Row 16 in the file of the import that gave it back.").waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await known.waitFor()

	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await check(own.app, sample.path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText(`${created} customers are already at`).waitFor()
	await page
		.getByText(/^Earlier imports .* Numbers K-00001, K-00002, .*: who is there already is not created again/)
		.waitFor()
	await page.getByText("Nobody will be created.").waitFor()
	expect(own.merchant.received).toHaveLength(received)
})
