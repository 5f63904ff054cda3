import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })

it("says of a customer that may be an older one what settles it, which is not looking again", async () => {
	const { page } = own.app
	own.merchant.trick = (number) => (["K-00015", "K-00020"].includes(number) ? "create-and-drop" : "create")
	await chooseMerchant(own.app, { ...own.merchant, key: own.merchant.alsoPublic }, "test")
	await importSample()
	const doubts = page.getByRole("alert").filter({ hasText: "2 rows in doubt" })
	await doubts.getByText(/public one, which cannot list customers/).waitFor()
	// Whoever has a window has no commands, in the files of its runs either.
	const run = (await readdir(join(own.app.home, "runs"))).sort().at(-1) ?? ""
	for (const name of ["unknown.csv", "follow-up.csv", "errors.csv"]) {
		const text = await readFile(join(own.app.home, "runs", run, name), "utf8")
		expect(text).toContain("K-000")
		expect(text).not.toMatch(/ --[a-z]|with settle|same command/)
	}

	await page.evaluate(
		`intergiro.ask("state").then(({ value }) => intergiro.ask("environment.save", { ...value.environments.at(-1), key: "${own.merchant.key}" }))`,
	)
	await page.reload()
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: "Open", exact: true }).first().click()
	await page.getByRole("button", { name: "Look again" }).click()

	const found = page.getByRole("alert").filter({ hasText: "2 rows in doubt have a customer at Intergiro" })
	await found.getByText(/may be older ones, without these cards/).waitFor()
	expect(await inBothThemes(own.app, "found")).toEqual([])
	for (const name of ["Look again", /^Send (it|them) again…$/])
		expect(await page.getByRole("button", { name }).count()).toBe(0)
	await found.getByRole("button", { name: "Import unknown.csv" }).click()
	await page.getByText("The rows in doubt of an earlier import").waitFor()
	await importOpened()
	await page.getByRole("heading", { name: "2 customers at Intergiro" }).waitFor()
	await page.getByRole("table", { name: "Balance" }).getByRole("button", { name: "Already there" }).waitFor()
	for (const ids of own.merchant.ledger.values()) expect(ids).toHaveLength(1)
})

it("says of a number that Intergiro has twice that one of them must go, and settles it then", async () => {
	const { page } = own.app
	const twice = ["older", "newer"].map((id) => ({ id, number: "K-00002", status: "active" }))
	own.merchant.listTrick = () => ({ status: 200, body: twice })
	await chooseMerchant(own.app, own.merchant, "test")
	await importSample()
	const conflict = page.getByRole("alert").filter({ hasText: "1 row has several customers at Intergiro" })
	await conflict.getByText(/Decide which one stays/).waitFor()
	expect(await inBothThemes(own.app, "conflict")).toEqual([])
	expect(own.merchant.ledger.has("K-00002")).toBe(false)

	own.merchant.listTrick = () => ({ status: 200, body: twice.slice(1) })
	await conflict.getByRole("button", { name: "Import unknown.csv" }).click()
	await importOpened()
	await page.getByRole("heading", { name: "1 customer at Intergiro" }).waitFor()
	await page.getByRole("gridcell", { name: "newer" }).waitFor()
	expect(own.merchant.ledger.has("K-00002")).toBe(false)
})

it("asks of all whose numbers have another spelling at once, and never calls them sent", async () => {
	const { page } = own.app
	const other = { status: "active", contact: { name: "Somebody Else", email: "somebody@else.example" } }
	own.merchant.put({ id: "first-one", number: "k-00002", status: "active" })
	own.merchant.put({ id: "second-one", number: "k-00003", status: "active" })
	own.merchant.put({ id: "third-one", number: "k-00004", ...other })
	await chooseMerchant(own.app, own.merchant, "test")
	await importSample()
	const asked = page.getByRole("alert").filter({ hasText: "3 customers not sent" })
	await asked.getByText("another name or e-mail", { exact: true }).waitFor()
	expect(await page.getByText(/answers got lost/).count()).toBe(0)
	await page.getByText("3 rows to be answered").waitFor()
	expect(await inBothThemes(own.app, "spellings")).toEqual([])
	await asked.getByRole("button", { name: "These 2 are the same customers…" }).click()
	await page.getByRole("button", { name: "They are the same" }).click()

	const left = page.getByRole("alert").filter({ hasText: "1 customer not sent" })
	await left.getByRole("button", { name: "It is another customer…" }).click()
	await page.keyboard.press("Enter")
	await page.getByRole("dialog").waitFor({ state: "detached" })
	await left.getByRole("button", { name: "It is another customer…" }).click()
	await page.getByRole("button", { name: "They are others" }).click()
	await page.getByRole("button", { name: "Go on with the rest" }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /^\d+ customers at Intergiro$/ }).waitFor()
	const sent = (number: string) => own.merchant.ledger.get(number)?.length ?? 0
	expect(["K-00002", "K-00003", "K-00004"].map(sent)).toEqual([0, 0, 1])
})

it("takes a person's word for one row in doubt after the other", async () => {
	const { page } = own.app
	own.merchant.trick = (number) => (number === "K-00015" ? "create-and-drop" : number === "K-00020" ? "drop" : "create")
	await chooseMerchant(own.app, { ...own.merchant, key: own.merchant.alsoPublic }, "test")
	await importSample()
	own.merchant.trick = () => "create"
	const rows = page.getByRole("grid", { name: "Rows of the result" })
	// Doubts come first, and what ends them is in sight.
	const absent = page.getByRole("button", { name: "Intergiro does not have it…" })
	await absent.waitFor()
	expect(await absent.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
	await rows.getByRole("gridcell", { name: "K-00015" }).click()
	expect(await inBothThemes(own.app, "a word")).toEqual([])
	const [id = ""] = own.merchant.ledger.get("K-00015") ?? []
	const asked = [own.merchant.listed, own.merchant.received.length]
	await page.getByRole("textbox", { name: "Its identifier at Intergiro" }).fill(id)
	await page.getByRole("button", { name: "Intergiro has it, as this" }).click()
	await page.getByRole("alert").filter({ hasText: "1 row in doubt" }).waitFor()
	// A word starts no run: who has eight to say says them one after the other.
	expect([own.merchant.listed, own.merchant.received.length]).toEqual(asked)
	await rows.getByRole("gridcell", { name: "K-00020" }).click()
	// Once more is asked, and the button that changes nothing has the focus.
	await absent.click()
	await page.keyboard.press("Enter")
	const certain = page.getByRole("button", { name: "I looked: Intergiro does not have it" })
	await certain.waitFor({ state: "detached" })
	await absent.click()
	await certain.click()
	await page.getByRole("button", { name: "Go on with the rest" }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: /customers at Intergiro/ }).waitFor()
	for (const [number, ids] of own.merchant.ledger) expect([number, ids.length]).toEqual([number, 1])
	expect(own.merchant.ledger.has("K-00020")).toBe(true)
})

it("takes it for a customer of whom there are several, which one stays", async () => {
	const { page } = own.app
	for (const id of ["older", "newer"]) own.merchant.put({ id, number: "K-00002", status: "active" })
	await chooseMerchant(own.app, own.merchant, "test")
	await importSample()
	const conflict = page.getByRole("alert").filter({ hasText: "1 row has several customers at Intergiro" })
	await conflict.waitFor()
	own.merchant.remove("older")
	await page.getByRole("table", { name: "Balance" }).getByRole("button", { name: "Conflict" }).click()
	await page.getByRole("grid", { name: "Rows of the result" }).getByRole("gridcell", { name: "K-00002" }).click()
	expect(await page.getByRole("button", { name: "Intergiro does not have it…" }).count()).toBe(0)
	await page.getByRole("textbox", { name: "Its identifier at Intergiro" }).fill("newer")
	await page.getByRole("button", { name: "Intergiro has it, as this" }).click()
	await conflict.waitFor({ state: "detached" })
	await page.getByRole("table", { name: "Balance" }).getByRole("button", { name: "Already there" }).waitFor()
	expect(own.merchant.ledger.has("K-00002")).toBe(false)
})

it("looks at the customer whom a person names, and says in the same words as the command line that it is not this one", async () => {
	const { page } = own.app
	own.merchant.put({ id: "id-of-somebody-else", number: "X99", status: "active" })
	own.merchant.trick = (number) => (number === "K-00020" ? "drop" : "create")
	await chooseMerchant(own.app, own.merchant, "test")
	await importSample()
	const doubt = page.getByRole("alert").filter({ hasText: "1 row in doubt" })
	await doubt.waitFor()
	const say = async (id: string) => {
		await page.getByRole("textbox", { name: "Its identifier at Intergiro" }).fill(id)
		await page.getByRole("button", { name: "Intergiro has it, as this" }).click()
	}
	await say("AAAAAAAAAAAAAAAA")
	await page.getByText("Intergiro has no customer under the identifier AAAAAAAAAAAAAAAA").waitFor()
	await say("id-of-somebody-else")
	const other = page.getByText(
		/id-of-somebody-else is the identifier of customer number X99 at Intergiro, not of K-00020/,
	)
	await other.waitFor()
	expect(await other.textContent()).not.toContain("--")
	expect(await inBothThemes(own.app, "another number")).toEqual([])
	await doubt.waitFor()
	await page.getByRole("textbox", { name: "Its customer number there, where it is another one" }).fill("X99")
	await page.getByRole("button", { name: "Intergiro has it, as this" }).click()
	await doubt.waitFor({ state: "detached" })
	await page.getByRole("textbox", { name: "Search by number, identifier or message" }).fill("id-of-somebody-else")
	await page.getByRole("gridcell", { name: "K-00020" }).waitFor()
	expect(own.merchant.ledger.has("K-00020")).toBe(false)
})

it("says when it verifies who is in doubt, and whom of them Intergiro has now", async () => {
	const { page } = own.app
	own.merchant.trick = (number) => (["K-00015", "K-00020"].includes(number) ? "drop" : "create")
	await chooseMerchant(own.app, own.merchant, "test")
	await importSample()
	own.merchant.put({ id: "late", number: "K-00015", status: "active" })
	await page.getByRole("button", { name: "Verify" }).click()
	const verified = page.getByRole("status").filter({ hasText: /^Verified: .*2 in doubt/ })
	await verified.waitFor()
	expect(await verified.textContent()).toMatch(
		/K-00015 \(row \d+\): In doubt; Intergiro has it now.*K-00020 \(row \d+\): In doubt; Intergiro does not have it/s,
	)
	await page.getByRole("button", { name: "History" }).click()
	await page
		.getByText(/^Verified .*: all \d+ there, 2 in doubt, \d+ rows not created$/)
		.first()
		.waitFor()
})

async function importSample() {
	await check(own.app, (await writeSample(own.folder, 30)).path)
	await own.app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(own.app.page, 0)
	await own.app.page.getByRole("table", { name: "Balance" }).waitFor()
}

/** From the file that was opened to the end of its import. */
async function importOpened() {
	const { page } = own.app
	await page.getByRole("main").getByRole("button", { name: "Columns" }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("table", { name: "Balance" }).waitFor()
}
