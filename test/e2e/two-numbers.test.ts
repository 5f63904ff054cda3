import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { mintCardToken } from "../../src/sandbox/tokens.ts"
import { answerDialog } from "./app.ts"
import { merchantApp } from "./merchant-app.ts"
import { chooseMerchant, start } from "./steps.ts"

const own = merchantApp()

it("says of two columns of numbers that they are compared, and in the end which one each number came from", async () => {
	const { page } = own.app
	const lines = [1, 2, 3, 4].map(
		(n) => `0400${n};88400${n};Kund ${n} Ek;kund${n}@example.se;${mintCardToken("ok", `c${n}`)}`,
	)
	const path = join(own.folder, "customers.csv")
	await writeFile(path, `Kundnr;Kundnummer;Namn;E-post;Korttoken\n${lines.join("\n")}\n`)
	await chooseMerchant(own.app, own.merchant, "test")
	const open = async () => {
		await answerDialog(own.app, path)
		await page.getByRole("button", { name: "Choose a file…" }).click()
		await page.getByRole("button", { name: "Columns", exact: true }).click()
	}
	const answer = async (column: string) => {
		await page.getByRole("radio", { name: new RegExp(`^"${column}"`) }).click()
		await page.getByRole("button", { name: "Check every row" }).click()
		await page.getByRole("grid").waitFor()
	}
	await open()
	await page
		.getByText("It is compared with Kundnummer in every row: where they differ, you are asked which one counts.")
		.waitFor()
	await page.getByRole("button", { name: "Check every row" }).click()
	await answer("Kundnummer")
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("button", { name: "Import another file" }).click()

	await open()
	await page.getByText("Where Kundnummer has a value, that one counts.").waitFor()
	await page.getByRole("button", { name: "Forget these answers" }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await answer("Kundnr")
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByText("4 customers of this file are other at Intergiro than it gives now").waitFor()
	const row = page.getByRole("row").filter({ hasText: "Customer number" }).first()
	expect(await row.innerText()).toMatch(/884001\s+04001 from Kundnr$/)
	expect([...own.merchant.ledger.keys()].sort()).toEqual(["884001", "884002", "884003", "884004"])
})
