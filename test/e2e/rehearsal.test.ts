import { appendFile, readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"
import { type Sample, writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

const rehearsed = "Rehearsal: nothing was sent to Intergiro"

let folder: string
let merchant: Merchant
let app: App
let sample: Sample

beforeAll(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	sample = await writeSample(folder, 60)
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

it("calls a rehearsal one on every screen, in the history and in its files, and never speaks of Intergiro's customers", async () => {
	const { page } = app
	await check(app, sample.path)
	await page.evaluate(
		"intergiro.ask('check.mend', { kind: 'cell', row: 9, column: 'E-post', value: 'mended@example.se' })",
	)
	await page.reload()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText("Rehearsal: nothing will be sent to Intergiro").waitFor()
	await start(page, 20)
	await page.getByText(rehearsed).waitFor()
	const created = sample.rows - sample.invalid + 1 - sample.declined - sample.verification
	await page.getByRole("heading", { name: `${created} customers rehearsed` }).waitFor()
	await page.getByRole("status").filter({ hasText: rehearsed }).waitFor()
	await page.getByRole("button", { name: "Verify", exact: true }).click()
	await page.getByText(`Verified: the sandbox has all ${created} customers, each once`).waitFor()
	await expectNobodyAtIntergiro()

	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("row", { name: new RegExp(`${rehearsed}.*none`) }).waitFor()
	await page.getByRole("button", { name: "Open", exact: true }).click()

	const run = await newestRun()
	const summary = JSON.parse(await readFile(join(run, "summary.json"), "utf8"))
	expect(summary).toMatchObject({ rehearsal: true, customers: created })
	const lines = (await readFile(join(run, "results.csv"), "utf8")).trim().split("\n").slice(1)
	expect(lines.every((line) => line.includes(`${rehearsed}.`))).toBe(true)
})

it("asks for a merchant first where there is none, and goes on for real with the same file, columns and mends", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Add an environment: the merchant's key" }).click()
	await page.getByRole("textbox", { name: "Name" }).fill("Acme")
	await page.getByRole("textbox", { name: "URL" }).fill(merchant.url)
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save", exact: true }).click()
	await page.getByRole("button", { name: "Now for real: Live: Test AB" }).click()

	const wanted = sample.rows - sample.invalid + 1
	await page.getByRole("heading", { name: `Create ${wanted} customers at Intergiro` }).waitFor()
	await page.getByRole("button", { name: "Environment: Live, Test AB, private key" }).waitFor()
	expect(await page.getByText("Rehearsal").count()).toBe(0)
	await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
	await start(page, 0)
	await page.getByRole("heading", { name: `${wanted} customers at Intergiro`, exact: true }).waitFor()

	const numbers = merchant.received.map(({ number }) => number)
	expect(new Set(numbers).size).toBe(wanted)
	expect(numbers).toHaveLength(wanted)
	const mended = merchant.received.find(({ number }) => number === "K-00008")
	expect(mended?.body).toContain("mended@example.se")
	expect(await readdir(join(app.home, "runs"))).toHaveLength(2)
	const summary = JSON.parse(await readFile(join(await newestRun(), "summary.json"), "utf8"))
	expect(summary).toMatchObject({ rehearsal: false, outcomes: { created: wanted, existing: 0 } })
})

it("begins another run in silence where a rehearsal was stopped and another environment is chosen", async () => {
	const { page } = app
	const other = await writeSample(await newFolder(), 40)
	await choose("Sandbox")
	await page.getByRole("button", { name: "Import another file" }).click()
	await check(app, other.path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0, /^Try the first 3$/)
	await page.getByRole("heading", { name: "Look at the first ones" }).waitFor()
	await page.getByRole("button", { name: "Check", exact: true }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByRole("heading", { name: /^3 customers of \d+ rehearsed so far$/ }).waitFor()

	await choose("Acme")
	const before = merchant.received.length
	const wanted = other.rows - other.invalid
	await page.getByRole("heading", { name: `Create none of ${wanted} customers at Intergiro` }).waitFor()
	await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
	await start(page, 0)
	// So is the one whose row was mended in the other file, and is wrong in this one.
	await page.getByRole("heading", { name: `${wanted + 1} customers at Intergiro`, exact: true }).waitFor()
	// The numbers of the other file are those of this one: they exist there, and are not created again.
	expect(merchant.received).toHaveLength(before)
	expect(await readdir(join(app.home, "runs"))).toHaveLength(4)
	await rm(join(other.path, ".."), { recursive: true, force: true })
})

it("does not take a file on for real that was changed since it was rehearsed", async () => {
	const { page } = app
	const before = merchant.received.length
	await appendFile(sample.path, "K-99999;Ny;Kund;ny@example.se;Storgatan 1;211 20;Malmö;SE;SEK;\r\n")
	await page.getByRole("button", { name: "History" }).click()
	await page
		.getByRole("row", { name: /Rehearsal/ })
		.last()
		.getByRole("button", { name: "Open", exact: true })
		.click()
	await page.getByRole("button", { name: "Now for real: Live: Test AB" }).click()
	await page.getByRole("alert").getByText("The file was changed since then.").waitFor()
	expect(merchant.received).toHaveLength(before)
})

async function choose(environment: string) {
	const { page } = app
	await page.getByRole("button", { name: /^Environment: / }).click()
	await page.getByRole("menuitem", { name: new RegExp(`^${environment}`) }).click()
}

async function newestRun(): Promise<string> {
	const runs = await readdir(join(app.home, "runs"))
	return join(app.home, "runs", runs.sort().at(-1) ?? "")
}

/** What a person reads on the screen claims nobody there. */
async function expectNobodyAtIntergiro() {
	const text = (await app.page.locator("main").innerText()).replaceAll(rehearsed, "")
	expect(text.split("\n").filter((line) => line.includes("Intergiro"))).toEqual([])
}
