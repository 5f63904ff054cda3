import type { Page } from "playwright-core"
import { expect, it } from "vitest"
import { merchantApp } from "./merchant-app.ts"
import { readyWithRefusedKey, start } from "./steps.ts"

const own = merchantApp({ shared: true })

/** The name of what has the focus, as soon as it is this one. */
const focus = (page: Page) => ({
	on: (name: string) =>
		expect
			.poll(
				() =>
					page.evaluate(() => {
						const element = document.activeElement
						const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined
						return (label ?? (element instanceof HTMLElement ? element.innerText : "")).replace(/\s*\*$/, "").trim()
					}),
				{ timeout: 60_000 },
			)
			.toBe(name),
})

it("puts the cursor where a dialog wants something, says there what is wrong, saves with Enter, and goes back", async () => {
	const { app, merchant } = own
	const { page } = app
	await page.getByRole("button", { name: "Settings" }).click()
	const add = page.getByRole("button", { name: "Add" })
	await add.click()
	await focus(page).on("Name")
	await page.keyboard.type("Acme")
	await page.getByRole("textbox", { name: "URL" }).fill("acme")
	const key = page.getByRole("textbox", { name: "API key" })
	await key.fill("this-was-never-a-key")
	await page.keyboard.press("Enter")
	const described = (name: string) =>
		page
			.getByRole("textbox", { name })
			.evaluate((field) =>
				(field.getAttribute("aria-describedby") ?? "")
					.split(" ")
					.map((id) => document.getElementById(id)?.textContent ?? `no ${id}`),
			)
	await page.getByText(/^This is not a URL\./).waitFor()
	await focus(page).on("URL")
	expect(await described("URL")).toEqual([expect.stringContaining("This is not a URL.")])
	await page.keyboard.press("ControlOrMeta+A")
	await page.keyboard.type(merchant.url)
	await page.keyboard.press("Enter")
	await page.getByText(/This key is not accepted/).waitFor()
	await focus(page).on("API key")
	expect(await described("API key")).toEqual(
		expect.arrayContaining([
			expect.stringContaining("This key is not accepted"),
			expect.stringContaining("never shown again"),
		]),
	)
	await page.keyboard.press("ControlOrMeta+A")
	await page.keyboard.insertText(merchant.key)
	await page.keyboard.press("Enter")
	await page.getByRole("dialog").waitFor({ state: "detached" })
	await focus(page).on("Add")
	await page.getByText(`${merchant.url} · Test AB · private key`).waitFor()

	await page.getByRole("button", { name: "Change" }).click()
	await focus(page).on("Name")
	await page.keyboard.press("Escape")
	await focus(page).on("Change")
})

it("asks for a new key by its field alone, and goes on where it was when what opened the dialog is gone", async () => {
	const { app, merchant } = own
	const { page } = app
	await readyWithRefusedKey(own)
	await start(page, 0)
	await page.getByRole("button", { name: "Enter a new key" }).click()
	await focus(page).on("API key")
	await page.keyboard.press("Escape")
	await focus(page).on("Enter a new key")
	merchant.listTrick = () => undefined
	await page.keyboard.press("Enter")
	await focus(page).on("API key")
	await page.keyboard.insertText(merchant.key)
	await page.keyboard.press("Enter")
	await page.getByText("A new key was saved since the import stopped").waitFor()
	await focus(page).on((await page.getByRole("heading", { level: 1 }).innerText()).trim())
})
