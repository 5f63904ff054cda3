import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { answerDialog } from "./app.ts"
import { inBothThemes } from "./axe.ts"
import { calls } from "./calls.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })

it("says on one page what will be created, shows the first three, and creates the others when they look right", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	await chooseMerchant(app, merchant, "live")
	await check(app, (await writeSample(folder, 40)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()

	const plan = page.getByRole("region", { name: "What will be created" })
	await plan.getByText("K-00001 to K-00040").waitFor()
	const told = await plan.innerText()
	expect(told).toMatch(/Merchant\s+Test AB, private key\s+Acme, live, http:/)
	expect(told).toContain("38 of 40 rows: 38 with a card, 0 without")
	expect(told).toMatch(/2 rows: .*not an e-mail address/)
	expect(told).toContain("SEK (38 customers)")
	expect(told).toContain("About 2 s at 20 customers a second")

	await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
	await start(page, 50, /^Try the first 3$/)
	await page.getByRole("heading", { name: "Look at the first ones" }).waitFor()
	expect(merchant.received).toHaveLength(3)
	const first = page.getByRole("listitem").filter({ hasText: "K-00001" })
	const shown = await first.innerText()
	expect(shown).toMatch(/Åsa from Förnamn\s+Last name\s+Öberg from Efternamn/)
	expect(shown).toContain(merchant.ledger.get("K-00001")?.[0] ?? "no id")
	expect(shown).toMatch(/Card\s+stored.* from Korttoken/)
	expect(shown).toMatch(/E-mail\s+kund0@example\.se from E-post/)
	expect(shown).toMatch(
		/Street\s+Storgatan 0 from Gatuadress\s+Zip code\s+211 20 from Postnummer\s+City\s+Malmö from Ort\s+Country\s+SE from Land\s+Currency\s+SEK from Valuta/,
	)
	expect(shown).toContain("What its answer says is as it was sent.")
	expect(shown).toContain("its answer did not say the name and how to reach them and the currency")
	expect(await page.getByText(/^Stopped/).count()).toBe(0)

	// The merchant was named once for this run.
	await page.getByRole("button", { name: "Looks right: create the other 35" }).click()
	await page.getByRole("heading", { name: "38 customers at Intergiro", exact: true }).waitFor()
	await page.getByText(/Its answer did not say the name and how to reach them and the currency/).waitFor()
	expect(merchant.received).toHaveLength(38)
	expect(new Set(merchant.received.map(({ number }) => number)).size).toBe(38)
})

it("says what came back other than in the file", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	merchant.keep = ({ contact }) => ({ contact: { ...contact, name: "Somebody Else" } })
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	const called = calls(app)
	await start(page, 0, /^Try the first 3$/)
	// Who looks at something else is called when it waits for them, not only at the end.
	await expect
		.poll(called)
		.toContainEqual(expect.stringMatching(/: Paused: go on\? kunder höst\.csv: Customer K-00001 came back/))
	await page.getByRole("button", { name: "Go on", exact: true }).click()
	await page.getByRole("heading", { name: "Look at the first ones" }).waitFor()
	await expect.poll(() => page.getByText("Came back other than in the file: name", { exact: true }).count()).toBe(3)
})

it("leads back to the columns, and to another run that knows the three", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	merchant.keep = ({ contact }) => ({ contact })
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0, /^Try the first 3$/)
	await page.getByRole("button", { name: "Back to the columns" }).click()
	// Before anything is changed, and on every page from there on.
	const created = page.getByRole("status").filter({ hasText: "3 customers of this file were created already" })
	const named = () =>
		created.getByText(/K-00001 \(row 2\), K-00002 \(row 3\), K-00003 \(row 4\): .* not created again/).waitFor()
	await named()
	// The street was none after all.
	for (const column of ["Gatuadress", "Postnummer", "Ort", "Land"])
		await page.getByRole("button", { name: `Do not send ${column}` }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("heading", { name: "16 customers can be imported" }).waitFor()
	await named()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await named()
	await page.getByRole("heading", { name: "Create 16 of 19 customers at Intergiro" }).waitFor()
	await start(page, 0)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	await page.getByRole("button", { name: "Already there" }).waitFor()
	// What the other columns made is no good news.
	await page.getByText(/^3 customers of before are other at Intergiro than the file .*cannot be taken back/).waitFor()
	// Who they are, and what stands wrong at Intergiro.
	const before = page.getByRole("region", { name: /other at Intergiro/ })
	await before.getByText("3 customers of this file are other at Intergiro than it gives now").waitFor()
	for (const [at, number] of ["K-00001", "K-00002", "K-00003"].entries()) {
		await before.getByText(merchant.ledger.get(number)?.[0] ?? "no id").waitFor()
		const rows = await before.locator("tbody").filter({ hasText: number }).locator("tr").allInnerTexts()
		expect(rows.map((row) => row.split(/\s*\t\s*/).slice(-3))).toEqual([
			["Street", `Storgatan ${at}`, "none"],
			["Zip code", "211 20", "none"],
			["City", "Malmö", "none"],
			["Country", "SE", "none"],
		])
	}
	expect(await inBothThemes(app, "created before")).toEqual([])
	// It is there as well when the import is opened again.
	await page.getByRole("button", { name: "Import another file" }).click()
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Open", exact: true }).first().click()
	await before.getByText("K-00003").waitFor()
	expect(merchant.received).toHaveLength(19)
	expect(new Set(merchant.received.map(({ number }) => number)).size).toBe(19)
	expect(merchant.received[0]?.body).toContain("Malmö")
	expect(merchant.received.at(-1)?.body).not.toContain("Malmö")
})

it("leads back to a question, whose other answer is what the next run does", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	await chooseMerchant(app, merchant, "test")
	const path = join(folder, "two-numbers.csv")
	const rows = Array.from({ length: 6 }, (_, at) => `${at + 1},N${at + 1},Name ${at},n${at}@example.com`)
	await writeFile(path, `Id,Nr,Name,Email\n${rows.join("\n")}\n`)
	await answerDialog(app, path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("radio", { name: /^"Id"/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0, /^Try the first 3$/)
	await page.getByRole("button", { name: "Back to the columns" }).click()
	await page.getByRole("button", { name: /^Change the answer to: Which of these is/ }).click()
	await page.getByRole("radio", { name: /^"Nr"/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: "6 customers at Intergiro", exact: true }).waitFor()
	// Those of the wrong number are there, and no row of the import is theirs.
	const before = page.getByRole("region", { name: /other at Intergiro/ })
	await before.getByText(/under a wrong number should be removed there/).waitFor()
	const shown = await before.locator("tbody tr").allInnerTexts()
	expect(shown.map((row) => row.split(/\t/).slice(-3))).toEqual(
		[1, 2, 3].map((id) => ["Customer number", `${id}`, `N${id} from Nr`]),
	)
	await page.getByText(/^3 customers of before are other at Intergiro than the file gives now/).waitFor()
	// What is put right there, by another number or a removal, is right once it is looked at again.
	await before.getByText(/^Looked at Intergiro /).waitFor()
	const one = merchant.customers.find(({ number }) => number === "1")
	merchant.remove(one?.id ?? "nobody")
	await before.getByRole("button", { name: "Look at Intergiro again" }).click()
	await before.getByText(/: 1 is not there any more\.$/).waitFor()
	await page.getByText(/^2 customers of before are other at Intergiro than the file gives now/).waitFor()
	expect((await before.locator("tbody tr").allInnerTexts()).map((row) => row.split(/\t/).at(-2))).toEqual(["2", "3"])
	// The history calls nothing finished that the result does not.
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("cell", { name: "Needs somebody" }).waitFor()
	// Several are under way at once.
	expect(merchant.received.map(({ number }) => number).toSorted()).toEqual([
		"1",
		"2",
		"3",
		"N1",
		"N2",
		"N3",
		"N4",
		"N5",
		"N6",
	])
})
