import { once } from "node:events"
import { readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import Papa from "papaparse"
import { afterAll, beforeAll, expect, it } from "vitest"
import { mintCardToken } from "../../src/sandbox/tokens.ts"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder, nextOpened } from "./app.ts"
import { check, progress, start } from "./steps.ts"

const header = ["Kundnummer", "Namn", "E-post", "Telefon", "Gatuadress", "Postnummer", "Ort", "Land", "Valuta", "Kort"]
const columns = { number: 0, name: 1, email: 2, phone: 3, street: 4, zip: 5, city: 6, country: 7, currency: 8, card: 9 }
type Column = keyof typeof columns
const rows = 150

/** What is wrong with the file: the position of a row, and its cell. Twelve kinds. */
const wrong: readonly (readonly [position: number, column: Column, value: string])[] = [
	[3, "number", ""],
	[5, "number", "K-0005"],
	[8, "email", "kund8.example.se"],
	[18, "email", "kund18.example.se"],
	[28, "email", "kund28.example.se"],
	[31, "phone", "ring inte"],
	[34, "street", "#REF!"],
	[37, "phone", "4,67E+10"],
	[41, "name", "Bo\u0007 Ek"],
	[44, "country", "Svedala"],
	[54, "country", "Svedala"],
	[47, "currency", "752"],
	[51, "zip", ""],
	[57, "name", "4111111111111111"],
	[61, "card", mintCardToken("ok", "twice")],
	[62, "card", mintCardToken("ok", "twice")],
]

let folder: string
let home: string
let file: string
let merchant: Merchant
let app: App

beforeAll(async () => {
	folder = await newFolder()
	home = join(folder, "home")
	merchant = await startMerchant()
	const lines = Array.from({ length: rows }, (_, index) => {
		const number = `K-${String(index).padStart(4, "0")}`
		const cells = [number, `Åsa Öberg ${index}`, `kund${index}@example.se`, "+46701234567", `Storgatan ${index}`]
		cells.push("211 20", "Malmö", "SE", "SEK", mintCardToken("ok", number))
		for (const [position, column, value] of wrong) if (position === index + 1) cells[columns[column]] = value
		return cells.join(";")
	})
	file = join(folder, "kunder.csv")
	await writeFile(file, `\uFEFF${[header.join(";"), ...lines].join("\r\n")}\r\n`)
	app = await launch({ home })
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

it("brings a tired accountant's file to its end, whatever happens on the way", async () => {
	const original = await readFile(file)
	// Answers get lost: of some that were created, and of some that were not.
	const lostCreated = new Set(["K-0070", "K-0090", "K-0110"])
	const lost = new Set(["K-0080", "K-0100"])
	merchant.trick = (number, attempt) =>
		attempt > 1 ? "create" : lostCreated.has(number) ? "create-and-drop" : lost.has(number) ? "drop" : "create"
	await app.page.evaluate("intergiro.ask('settings.save', { settle: 2 })")
	await addEnvironment()
	await check(app, file)
	expect(await findings()).toBeGreaterThanOrEqual(12)

	await mendCell(/customer number is missing/, "number", "K-9003")
	await mendCell(/Different customers have this customer number/, "number", "K-9005")
	await mendCell(/not a currency/, "currency", "SEK")
	await mendCell(/not a phone number/, "phone", "+46701234567")
	await mendCell(/address is incomplete/, "zip", "211 20")
	await mendCell(/invisible control character/, "name", "Bo Ek")
	await forAll(/not an e-mail address/, "Replace", async () => {
		await app.page.getByRole("textbox", { name: "Find" }).fill(".example")
		await app.page.getByRole("textbox", { name: "Replace with" }).fill("@example")
		await app.page.getByRole("button", { name: "Replace in 3 rows" }).click()
	})
	await forAll(/not a country/, "Set", async () => {
		await app.page.getByRole("textbox", { name: "New value" }).fill("SE")
		await app.page.getByRole("button", { name: "Set in 2 rows" }).click()
	})
	await forAll(/spreadsheet rounded/, "Clear", () => app.page.getByRole("button", { name: "Clear in 1 row" }).click())
	await leaveOut(/number of a payment card/, 1, 1)
	// One card at two customers: a person has to say whose it is.
	await leaveOut(/card token stands in the file more than once/, 2, 3)
	const customers = await app.page.getByRole("heading", { name: /customers can be imported/ }).innerText()
	const expected = Number.parseInt(customers, 10)
	expect(expected).toBeGreaterThanOrEqual(rows - 5)

	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	// A rehearsal first: whatever it says, the merchant has nobody.
	await chooseEnvironment(/^Sandbox/)
	await start(app.page, 0)
	await app.page.getByRole("heading", { name: `${expected} customers rehearsed` }).waitFor({ timeout: 60_000 })
	expect(merchant.received).toHaveLength(0)
	await app.page.getByRole("button", { name: "Now for real: Test: Test AB" }).click()
	await app.page.getByRole("heading", { name: `Create ${expected} customers at Intergiro` }).waitFor()
	await start(app.page, 20, /^Try the first 3$/)
	await app.page.getByText("Are these the right customers, each with the right values?").waitFor()
	expect(merchant.ledger.size).toBe(3)
	await app.page.getByRole("button", { name: `Looks right: create the other ${expected - 3}` }).click()
	await progress(app.page, 20)
	await app.page.getByRole("button", { name: "Pause" }).click()
	await app.page.getByRole("heading", { name: "Paused" }).waitFor()
	await app.page.getByRole("button", { name: "Resume" }).click()
	await progress(app.page, 40)
	await crash()

	await app.page.getByText("An import was interrupted").waitFor()
	await app.page.getByRole("button", { name: "Resume this import" }).click()
	await app.page.getByRole("button", { name: "Create the rest" }).waitFor()
	await enterKeyAgain()
	await start(app.page, 20)
	await app.page.getByRole("heading", { name: /^\d+ customers at Intergiro$/ }).waitFor({ timeout: 60_000 })

	// Of what was on its way when the app was killed nothing is known, either.
	const doubts = app.page.getByText(/^\d+ rows in doubt$/)
	await doubts.waitFor()
	expect(await app.page.getByRole("button", { name: /^Send (it|them) again…$/ }).isVisible()).toBe(false)
	await app.page.getByRole("button", { name: "Look again", exact: true }).click()
	await app.page.getByRole("button", { name: /^Send (it|them) again…$/ }).click({ timeout: 60_000 })
	expect(await app.page.evaluate("document.activeElement.textContent")).toBe("Do not send")
	const sent = merchant.received.length
	await app.page.keyboard.press("Enter")
	await app.page.getByRole("dialog").waitFor({ state: "detached" })
	expect(merchant.received.length).toBe(sent)
	await app.page.getByRole("button", { name: /^Send (it|them) again…$/ }).click()
	await app.page.getByText("may then exist twice at Intergiro").waitFor()
	await app.page.getByRole("button", { name: /^Send \d+ rows again$/ }).click()
	await app.page.getByRole("heading", { name: `${expected} customers at Intergiro` }).waitFor({ timeout: 60_000 })
	await doubts.waitFor({ state: "detached" })
	// Three rows were left out, and one is damaged: that one is to be mended.
	await app.page
		.getByText(`${expected} customers exist. 1 row did not become a customer. 3 rows left out by you`)
		.waitFor()
	await app.page.getByRole("button", { name: "Mend this row now" }).waitFor()

	await app.page.getByRole("button", { name: "Verify", exact: true }).click()
	await app.page.getByText(`Verified: Intergiro has all ${expected} customers, each once`).waitFor()
	const opened = nextOpened(app)
	await app.page.getByRole("button", { name: "Report as PDF" }).click()
	await app.page.getByText("The report is report.pdf, in the folder of this import").waitFor()
	await app.page.getByRole("button", { name: "report.pdf", exact: true }).waitFor()
	const report = await opened

	// Nobody twice, nobody lost, by the merchant's own ledger and by the files.
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)
	expect(merchant.ledger.size).toBe(expected)
	const [rehearsal = "", name = "", ...others] = (await readdir(join(home, "runs"))).sort()
	expect(others).toEqual([])
	expect(await readFile(join(home, "runs", rehearsal, "summary.json"), "utf8")).toContain('"rehearsal": true')
	const run = join(home, "runs", name)
	const results = await sheet(join(run, "results.csv"))
	expect(new Map(results.map(({ number = "", id }) => [number, [id]]))).toEqual(merchant.ledger)
	expect(results.filter(({ outcome }) => outcome === "adopted").length).toBeGreaterThanOrEqual(lostCreated.size)
	const errors = await sheet(join(run, "errors.csv"))
	expect(results.length + errors.length).toBe(rows)
	expect(await readdir(run)).not.toContain("unknown.csv")
	expect(report).toBe(join(run, "report.pdf"))
	expect((await readFile(report)).subarray(0, 5).toString()).toBe("%PDF-")
	expect(await readFile(file)).toEqual(original)

	// Mended values are contact data: the journal and the history have none.
	for (const path of [join(run, "journal.log"), join(home, "runs.json"), join(run, "summary.json")])
		for (const value of ["Bo Ek", "kund8@example", "+4670"]) expect(await readFile(path, "utf8")).not.toContain(value)
	expect(await readFile(join(run, "mends.json"), "utf8")).toContain("Bo Ek")
}, 240_000)

it("does not resume a run whose mends were lost", async () => {
	const name = (await readdir(join(home, "runs"))).sort().at(-1) ?? ""
	await rm(join(home, "runs", name, "mends.json"))
	const declined = await app.page.evaluate(`intergiro.ask("history.resume", { run: ${JSON.stringify(name)} })`)
	expect(declined).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/mends.json.*is gone/) } })
})

async function addEnvironment() {
	const { page } = app
	await page.getByRole("button", { name: "Settings" }).click()
	await page.getByRole("button", { name: "Add" }).click()
	await page.getByRole("textbox", { name: "Name" }).fill("Acme test")
	await page.getByText("Test merchant").click()
	await page.getByRole("textbox", { name: "URL" }).fill(merchant.url)
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save" }).click()
	await page.getByRole("button", { name: "Current import" }).click()
	await chooseEnvironment(/Acme test/)
}

async function chooseEnvironment(name: RegExp) {
	await app.page.getByRole("button", { name: /^Environment: / }).click()
	await app.page.getByRole("menuitem", { name }).click()
}

/** Where the system keeps no keys, the app forgets them at its end. */
async function enterKeyAgain() {
	const { page } = app
	await page.getByRole("button", { name: "Settings" }).click()
	await page.getByRole("button", { name: "Change" }).click()
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save" }).click()
	await page.getByRole("button", { name: "Current import" }).click()
}

function findings(): Promise<number> {
	return app.page.getByRole("complementary", { name: "Findings" }).getByRole("img", { name: "error" }).count()
}

/** Mends the first row with a finding in the grid, and waits until the finding of that row is gone. */
async function mendCell(finding: RegExp, column: Column, value: string) {
	const { page } = app
	const before = await page.getByText(/Errors \d+/).innerText()
	await page.getByRole("button", { name: finding }).click()
	const first = page.getByRole("grid").getByRole("row", { selected: true })
	await first.getByRole("gridcell").nth(columns[column]).dblclick()
	await page.keyboard.press("ControlOrMeta+A")
	await page.keyboard.type(value)
	await page.keyboard.press("Enter")
	await page.getByText(before, { exact: true }).waitFor({ state: "detached" })
	await unselect(finding)
}

async function forAll(finding: RegExp, way: string, mend: () => Promise<void>) {
	const { page } = app
	await page.getByRole("button", { name: finding }).click()
	await page.getByRole("radiogroup", { name: "What to do with all of them" }).getByText(way, { exact: true }).click()
	await mend()
	// It stays in its place until another one is looked at.
	await page.getByRole("button", { name: finding }).filter({ hasText: /\D0$/ }).click()
	await page.getByRole("button", { name: finding }).waitFor({ state: "detached" })
}

async function leaveOut(finding: RegExp, found: number, total: number) {
	const { page } = app
	await page.getByRole("button", { name: finding }).click()
	await page.getByText("Leave out", { exact: true }).click()
	await page.getByRole("button", { name: `Leave out ${found} row${found === 1 ? "" : "s"}` }).click()
	await page.getByText(`${total} left out by you`).waitFor()
	await unselect(finding)
}

/** Chosen findings that still have rows stay chosen. */
async function unselect(finding: RegExp) {
	const chosen = app.page.getByRole("button", { name: finding, pressed: true })
	if (await chosen.isVisible()) await chosen.click()
}

async function crash() {
	const ended = once(app.electron.process(), "exit")
	app.electron.process().kill("SIGKILL")
	await ended
	app = await launch({ home })
}

async function sheet(path: string): Promise<Record<string, string>[]> {
	const text = await readFile(path, "utf8")
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}
