import { expect, it } from "vitest"
import { mintCardToken } from "../../src/sandbox/tokens.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })
const declined = { status: 400, body: { status: 400, type: "card declined", content: { description: "declined" } } }

it("does not call it good when everybody is declined: not while it runs, not at its end, not in the history", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	merchant.trick = () => declined
	merchant.latency = 200
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 20)
	await page
		.getByRole("status")
		.getByText(/^Nobody was created so far: \d+ of \d+ were declined$/)
		.waitFor()
	await page.getByRole("heading", { name: "Nobody was created", exact: true }).waitFor()
	await page.getByRole("button", { name: "19 declined: ask for new cards" }).waitFor()
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("row", { name: /Nobody created/ }).waitFor()
	expect(await page.getByText("Finished").count()).toBe(0)
	const search = page.getByRole("textbox", {
		name: "Search by file, merchant, environment or customer: number, name, e-mail or phone",
	})
	await search.fill("somebody else")
	await page.getByText("No import fits this search.").waitFor()
	await search.fill("test ab")
	await page.getByRole("row", { name: /Test AB at http/ }).waitFor()
	expect(merchant.created).toHaveLength(0)
})

it("ends in words by what to do next, each a way into its rows, and mends them where they are shown", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	merchant.trick = (number) =>
		["K-00003", "K-00005"].includes(number) ? declined : number === "K-00012" ? "drop" : "create"
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	const ending = page.getByRole("region", { name: "How it ended" })
	await ending.getByText("16 customers exist. 3 rows did not become customers. 1 row not certain").waitFor()
	await ending.getByRole("button", { name: "1 in doubt: one click looks for it again" }).waitFor()
	await ending.getByRole("button", { name: "2 declined: ask for new cards" }).click()
	await page.getByRole("heading", { name: "Declined 2" }).waitFor()
	await page.getByRole("grid", { name: "Rows of the result" }).getByRole("gridcell", { name: "K-00005" }).waitFor()
	await page.getByRole("button", { name: "Look again", exact: true }).waitFor()

	merchant.trick = () => "create"
	await ending.getByRole("button", { name: "Mend these 3 rows now" }).click()
	// Two cards were refused, and the third row has an error.
	await page.getByRole("heading", { name: "Nobody is left to be imported, but for 3 rows to mend" }).waitFor()
	await page.getByText("2 to get a new card").waitFor()
	await page.getByText("New card 2", { exact: true }).click()
	await page.getByRole("gridcell", { name: "K-00005" }).waitFor()
	await page.getByText("Fine 0", { exact: true }).waitFor()
	await page.getByRole("button", { name: "Environment: Test, Test AB, private key" }).waitFor()
	// A token that was declined is spent: the customers gave other cards.
	const mends = JSON.stringify({
		"K-00003": { column: "Korttoken", value: mintCardToken("ok", "K-00003 again") },
		"K-00005": { column: "Korttoken", value: mintCardToken("ok", "K-00005 again") },
		"K-00008": { column: "E-post", value: "a@example.se" },
	})
	await page.evaluate(`(async () => {
		const { value } = await intergiro.ask("check.rows", { filter: { show: "all", search: "" }, offset: 0, count: 9 })
		for (const { row, cells } of value.rows)
			await intergiro.ask("check.mend", { kind: "cell", row, ...${mends}[cells.find((cell) => cell.startsWith("K-"))] })
	})()`)
	await page.reload()
	await page.getByRole("heading", { name: "3 customers can be imported" }).waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: "3 customers at Intergiro", exact: true }).waitFor()
	await ending.getByText("3 customers exist").waitFor()
	await ending.getByText("There is nothing to do.").waitFor()
	// With no rows in it, it is none to open.
	expect(await page.getByRole("button", { name: "errors.csv", exact: true }).count()).toBe(0)
	expect(await page.getByRole("button", { name: /^Mend/ }).count()).toBe(0)
	for (const number of ["K-00003", "K-00005", "K-00008"]) expect(merchant.ledger.get(number)).toHaveLength(1)

	// The import and that of its mended rows are one, wherever they are looked at.
	await page.getByText("Together with the import of kunder höst.csv: 19 customers exist, 1 row left.").waitFor()
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("row", { name: /^Mended rows of kunder höst\.csv/ }).waitFor()
	const first = page.getByRole("row", { name: /^kunder höst\.csv/ }).first()
	expect((await first.innerText()).replace(/\s+/g, " ")).toMatch(/ 20 16 19 with its mended rows 1 Open/)
	await first.getByRole("button", { name: "Open" }).click()
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	await page.getByText("19 customers exist. 1 row left").waitFor()
	await page.getByRole("button", { name: "Look again", exact: true }).waitFor()
	await page.getByRole("button", { name: "Open the import of the mended rows" }).click()
	await page.getByRole("heading", { name: "3 customers at Intergiro", exact: true }).waitFor()

	// What was true stays so where nothing happens between.
	await page.getByRole("button", { name: "Open that import" }).click()
	const whole = page.getByText("16 in this import, 3 when its rows were mended and imported again.")
	await whole.waitFor()
	await page.getByRole("button", { name: "Bring up to date: nothing is sent" }).click()
	await page.getByText("These figures may be out of date").waitFor({ state: "detached" })
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	await page.getByText("19 customers exist. 1 row left").waitFor()
	await whole.waitFor()
})

it("mends a rehearsal in its own file", async () => {
	const { app, folder } = own
	const { page } = app
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("button", { name: "Mend this row now" }).click()
	await page.getByRole("heading", { name: "19 customers can be imported" }).waitFor()
	const { value } = (await page.evaluate("intergiro.ask('state')")) as {
		value: { file: { name: string; kind: string } }
	}
	expect(value.file).toMatchObject({ name: "kunder höst.csv", kind: "customers" })
})
