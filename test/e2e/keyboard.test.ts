import { rm } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, answerDialog, launch, newFolder } from "./app.ts"
import { type Sample, writeSample } from "./sample.ts"

let folder: string
let sample: Sample
let app: App

beforeAll(async () => {
	folder = await newFolder()
	sample = await writeSample(folder, 40)
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it("does the whole job by keyboard alone", async () => {
	const { page } = app
	await answerDialog(app, sample.path)
	await press(page, "Choose a file…")
	await page.getByRole("heading", { name: "kunder höst.csv" }).waitFor()
	await press(page, "Columns")
	await page.getByRole("heading", { name: "What is in which column?" }).waitFor()
	await press(page, "Skip the columns")
	expect(await focused(page)).toBe("Check every row")
	await page.keyboard.press("Enter")
	await page.getByRole("heading", { name: `${sample.rows - sample.invalid} customers can be imported` }).waitFor()

	await tabTo(page, "Rows of the file")
	for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "F2"]) await page.keyboard.press(key)
	await page.keyboard.press("ControlOrMeta+A")
	await page.keyboard.type("kund7@example.se")
	await page.keyboard.press("Enter")
	await page.getByRole("heading", { name: `${sample.rows - sample.invalid + 1} customers can be imported` }).waitFor()
	expect(await focused(page)).toBe("Rows of the file")

	// A finding for all of its rows.
	await press(page, /not an e-mail address/)
	await tabTo(page, "What to do with all of them")
	await page.keyboard.press("ArrowLeft")
	await press(page, /^Leave out \d+ rows?$/)
	await page.getByText(/left out by you/).waitFor()
	await press(page, "Undo the last mend")
	await page.getByText(/left out by you/).waitFor({ state: "detached" })

	await press(page, "Import")
	await page.getByRole("heading", { name: /^Rehearse \d+ customers$/ }).waitFor()
	await press(page, /^Rehearse \d+ customers$/)
	await page.getByRole("button", { name: "Pause" }).waitFor()
	await press(page, "Pause")
	await page.getByRole("heading", { name: "Paused" }).waitFor()
	expect(await focused(page)).toBe("Resume")
	await page.keyboard.press("Enter")
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()

	await press(page, /declined by the sandbox$/)
	await page.getByRole("heading", { name: /^Declined/ }).waitFor()
	expect(await focused(page)).toBe("Rows of the result")
	await page.keyboard.press("ArrowDown")
	await page
		.getByText(/^Row \d+, K-\d+: Declined/)
		.last()
		.waitFor()

	// What was asked for is where the keyboard is.
	await press(page, "Verify")
	const verified = page.getByText(/^Verified: the sandbox has all/)
	await verified.waitFor()
	await expect.poll(() => focused(page)).toMatch(/^Verified: the sandbox has all/)
	expect(await verified.evaluate((element) => element.getBoundingClientRect().top >= 0)).toBe(true)

	await press(page, "History")
	await page.getByRole("heading", { name: "History" }).waitFor()
	await press(page, /^More for/)
	await page.getByRole("menuitem", { name: "Verify against the sandbox" }).waitFor()
	while ((await focused(page)) !== "Verify against the sandbox") await page.keyboard.press("ArrowDown")
	await page.keyboard.press("Enter")
	await page.getByText(/^Verified: the sandbox has all/).waitFor()

	await press(page, "Settings")
	await tabTo(page, /^Space around values/)
	await page.keyboard.press("Space")
	await page.getByRole("switch", { name: "Space around values", checked: false }).waitFor()
})

async function press(page: Page, name: string | RegExp): Promise<void> {
	await tabTo(page, name)
	await page.keyboard.press("Enter")
}

/** Presses Tab until what has the focus has this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	const fits = (text: string) => (typeof name === "string" ? text === name : name.test(text))
	for (let presses = 0; presses < 100; presses++) {
		await page.keyboard.press("Tab")
		if (fits(await focused(page))) return
	}
	throw new Error(`Nothing called ${name} can be reached with Tab.`)
}

/** The name of what has the focus; of a choice among several, what it is about. */
function focused(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement
		if (!(element instanceof HTMLElement)) return ""
		const named = element.closest("[role=radiogroup]") ?? element
		const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined
		return (named.getAttribute("aria-label") ?? label ?? element.innerText).trim()
	})
}
