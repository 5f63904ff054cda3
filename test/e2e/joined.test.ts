import { readFileSync, writeFileSync } from "node:fs"
import { expect, it } from "vitest"
import { plainFile } from "../cli/files.ts"
import { answerDialog } from "./app.ts"
import { merchantApp } from "./merchant-app.ts"
import { chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

it("says wherever rows and customers are counted why they are not as many", async () => {
	const { page } = own.app
	await chooseMerchant(own.app, own.merchant, "test")
	const path = plainFile(own.folder, 6)
	// Two cards of the first and of the last customer.
	const rows = readFileSync(path, "utf8").replace(/^(c000[16],.*,)(.*)$/gm, "$1$2\n$1$2-b")
	writeFileSync(path, rows)
	await answerDialog(own.app, path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("radio", { name: /^Yes; its values repeat/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("radio", { name: /^Yes: one customer with all its cards/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByText("2 rows are part of other rows' customers.").waitFor()
	// What is searched for is told of where it is, whatever is shown.
	await page.getByRole("grid").waitFor()
	await page.getByText("Errors 0", { exact: true }).click()
	await page.getByRole("textbox", { name: "Search in all cells" }).fill("c0006")
	await page.getByRole("button", { name: "2 other rows do: show" }).click()
	await page.getByRole("rowheader", { name: "9", exact: true }).waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText(/: 6 with a card, 0 without\. 8 cards in all/).waitFor()
	await start(page, 0, /^Try the first 3$/)
	await page.getByRole("button", { name: "Looks right: create the other 3" }).waitFor()
	const balance = page.getByRole("table", { name: "Balance" })
	const toCome = await balance.getByRole("row", { name: /^Still to come/ }).innerText()
	expect(toCome.split(/\s*[\n\t]\s*/)).toEqual([
		"Still to come",
		"Not sent yet. 1 row is part of another row's customer: 3 customers.",
		"4",
	])
	await page.getByRole("heading", { name: "All rows 3 of 4: 1 row is part of another row's customer" }).waitFor()
	await page.getByRole("button", { name: "Looks right: create the other 3" }).click()
	await page.getByRole("heading", { name: "6 customers at Intergiro", exact: true }).waitFor()
	await page.getByRole("heading", { name: "All rows 6 of 8: 2 rows are part of other rows' customers" }).waitFor()
	expect(own.merchant.received).toHaveLength(6)
})
