import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { mintCardToken } from "../../src/sandbox/tokens.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })

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

it("says of whom it created under the numbers of another column that they exist, and asks for no new card", async () => {
	const { page } = own.app
	await chooseMerchant(own.app, own.merchant, "test")
	// By the wrong one of two columns of numbers, and by the right one later.
	const line = (n: number, number: number) =>
		`${number};Kund ${n} Ek;kund${n}@example.se;${mintCardToken("ok", `c${n}`)}`
	const write = async (name: string, from: number) => {
		const lines = [1, 2, 3].map((n) => line(n, from + n))
		await writeFile(join(own.folder, name), `Kundnr;Namn;E-post;Korttoken\n${lines.join("\n")}\n`)
		await check(own.app, join(own.folder, name))
	}
	await write("other numbers.csv", 884000)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("button", { name: "Import another file" }).waitFor()
	expect([...own.merchant.ledger.keys()].sort()).toEqual(["884001", "884002", "884003"])

	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await write("customers.csv", 4000)
	const known = page.getByRole("status").filter({ hasText: "3 customers are not sent under these numbers" })
	await known.getByText(/Rows 2, 3, 4\. Row 2: .*for customer number 884001.*Ask for no new card/).waitFor()
	expect(await page.getByText(/refused or used up|needs? a new card/).count()).toBe(0)
	await page.getByText("Not sent 3", { exact: true }).click()
	await page.getByRole("rowheader", { name: "2", exact: true }).click()
	await page.getByText("Is another column the customer number? Ask for no new card before that is clear.").waitFor()

	// Who writes a new token all the same has not said that it is another customer.
	const mend = (row: number, column: string, value: string) =>
		page.evaluate((mend) => window.intergiro.ask("check.mend", { kind: "cell", ...mend }), { row, column, value })
	await mend(2, "Korttoken", mintCardToken("ok", "new"))
	await page.reload()
	await page.getByText(/Row 2: The card token that the file has in this row was sent before/).waitFor()
	await page.getByText("Not sent 3", { exact: true }).click()
	await page.getByRole("rowheader", { name: "2", exact: true }).click()
	await page.getByText("The button at this row confirms the number, where it is right.").waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText("Nobody will be created.").waitFor()
	await page.getByRole("main").getByRole("button", { name: "Check", exact: true }).click()
	await page.getByText("Not sent 3", { exact: true }).click()
	await page.getByRole("rowheader", { name: "2", exact: true }).click()
	await page.getByRole("button", { name: "The number is right: confirm it for this row" }).click()
	await page.getByText("Not sent 2", { exact: true }).waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("button", { name: "Import another file" }).waitFor()
	expect([...own.merchant.ledger.keys()].sort()).toEqual(["4001", "884001", "884002", "884003"])

	// Nor is the first import done, as it said before.
	await page.getByRole("button", { name: "Import another file" }).click()
	await page.getByRole("button", { name: "History" }).click()
	await page
		.getByRole("row", { name: /^other numbers\.csv/ })
		.getByRole("button", { name: "Open", exact: true })
		.click()
	await page.getByText(/A later import, customers\.csv .*, has \d customers of this one under other numbers/).waitFor()
	expect(await page.getByText("There is nothing to do").count()).toBe(0)
})

it("calls the import that created a customer by its file and its time", async () => {
	const { page } = own.app
	await chooseMerchant(own.app, own.merchant, "test")
	own.merchant.keep = ({ contact }) => ({ contact, method: [] })
	const run = async (name: string, who: string) => {
		const path = join(own.folder, name)
		await writeFile(path, `Kundnr;Namn;E-post\n4001;${who};kund1@example.se\n`)
		await check(own.app, path)
		await page.getByRole("button", { name: "Import", exact: true }).click()
		await start(page, 0)
		await page.getByRole("heading", { name: "1 customer at Intergiro" }).waitFor()
	}
	await run("wrong.csv", "Somebody Else")
	await page.getByRole("button", { name: "Import another file" }).click()
	await run("right.csv", "Kund Ek")
	await page
		.getByRole("gridcell", { name: /^It was created by the import of wrong\.csv \(.*\d\d.*\): as the columns/ })
		.waitFor()
})
