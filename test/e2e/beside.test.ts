import { expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { launch } from "./app.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })

/** Rows of a table as a person reads them, cell by cell. */
const cellsOf = async (name: string) => {
	const table = own.app.page.getByRole("table", { name })
	await table.waitFor()
	return (await table.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t").map((cell) => cell.trim()))
}

/** Each test has a file of its own: mends of one are taken up when it is opened again. */
async function importSample(rows: number): Promise<void> {
	const { app, folder } = own
	await check(app, (await writeSample(folder, rows)).path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(app.page, 0)
	await app.page.getByRole("heading", { name: /^\d+ customers at Intergiro$/ }).waitFor()
}

it("shows who has a number at Intergiro beside the file, and creates the row under another number where it is somebody else", async () => {
	const { app, merchant } = own
	const { page } = app
	const stranger = { id: "stranger-1", number: "K-00002", status: "active" }
	merchant.put({ ...stranger, contact: { name: "Somebody Else", email: "else@example.com" } })
	await chooseMerchant(app, merchant, "test")
	await importSample(20)
	await page.getByRole("button", { name: /^1 with another name or e-mail at Intergiro/ }).click()
	expect(await cellsOf("Row 3 beside Intergiro")).toEqual([
		["Name, differs", "Somebody Else", "Björn Lindström from Förnamn, Efternamn"],
		["E-mail, differs", "else@example.com", "kund1@example.se from E-post"],
		["Card", "none", expect.stringMatching(/^expires \d\d\/\d{4} from Korttoken$/)],
	])
	expect(await inBothThemes(app, "beside Intergiro")).toEqual([])

	await page.getByRole("button", { name: "It is somebody else: give this row another number…" }).click()
	const grid = page.getByRole("grid", { name: "Rows of the file" })
	await grid.getByRole("gridcell", { name: /^K-00002/ }).click()
	await page.keyboard.type("K-90002")
	await page.keyboard.press("Enter")
	await grid.getByRole("gridcell", { name: /^K-90002/ }).waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	const sent = merchant.received.filter(({ body }) => body.includes("kund1@example.se"))
	expect(sent.map(({ number }) => number)).toEqual(["K-90002"])
	expect(merchant.customers.filter(({ number }) => number === "K-00002")).toMatchObject([{ id: "stranger-1" }])
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)

	// What the person decided is known when the first import is opened again, also after a restart.
	await app.close()
	own.app = await launch({ home: app.home })
	const again = own.app.page
	await again.getByRole("button", { name: "History" }).click()
	await again.getByRole("button", { name: "Open", exact: true }).last().click()
	const needs = again.getByRole("region", { name: /^Needs somebody/ })
	await needs.getByText(/^You said that it is somebody else: the row was given the number K-90002/).waitFor()
	expect(await again.getByRole("button", { name: /It is somebody else/ }).count()).toBe(0)
})

inProof("says why it shows nothing where the key cannot read", async () => {
	const { app, merchant } = own
	const { page } = app
	const added = { id: "stranger-2", number: "K-00002", status: "active" }
	merchant.put({ ...added, contact: { name: "Somebody Else" } })
	await chooseMerchant(app, merchant, "test")
	await importSample(30)
	await page.evaluate(
		`intergiro.ask("state").then(({ value }) => intergiro.ask("environment.save", { ...value.environments.at(-1), key: "${merchant.alsoPublic}" }))`,
	)
	await page.reload()
	await page.getByRole("button", { name: /^1 with another name or e-mail at Intergiro/ }).click()
	await page.getByText(/The key of this environment cannot read customers/).waitFor()
})
