import { join, resolve } from "node:path"
import { expect, it } from "vitest"
import { startMerchant } from "../cli/merchant.ts"
import { inProof } from "../in-proof.ts"
import { answerDialog } from "./app.ts"
import { inBothThemes } from "./axe.ts"
import { oneApp } from "./one-app.ts"
import { writeDoubtful, writeSample } from "./sample.ts"
import { check, chooseMerchant, progress, start } from "./steps.ts"

const workbooks = resolve(import.meta.dirname, "../fixtures/workbooks")

const own = oneApp()

it("has no barrier on any screen, light or dark", async () => {
	const { page } = own.app
	const sample = await writeSample(own.folder, 200)
	const found = [...(await inBothThemes(own.app, "file, empty"))]
	await answerDialog(own.app, join(workbooks, "several.xlsx"))
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("heading", { name: "Which sheet has the customers?" }).waitFor()
	found.push(...(await inBothThemes(own.app, "file, which sheet")))
	await answerDialog(own.app, join(workbooks, "customers.xlsx"))
	await page.getByRole("button", { name: "Another file…" }).click()
	await page.getByRole("heading", { name: "customers.xlsx" }).waitFor()
	found.push(...(await inBothThemes(own.app, "file, workbook")))
	await page.evaluate(() => window.intergiro.ask("file.close"))
	await page.reload()
	await check(own.app, sample.path)
	await page.getByRole("gridcell").nth(3).click()
	found.push(...(await inBothThemes(own.app, "check")))
	await page.getByRole("button", { name: /not an e-mail address/ }).click()
	for (const way of ["Set", "Replace", "Clear", "Leave out"]) {
		await page.getByText(way, { exact: true }).click()
		found.push(...(await inBothThemes(own.app, `check, one finding, ${way}`)))
	}
	await page.getByRole("button", { name: "Columns", exact: true }).last().click()
	found.push(...(await inBothThemes(own.app, "columns")))
	await page.getByRole("button", { name: "File", exact: true }).last().click()
	found.push(...(await inBothThemes(own.app, "file")))
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	found.push(...(await inBothThemes(own.app, "import")))
	await start(page, 50, /^Try the first 3$/)
	await page.getByText("Are these the right customers, each with the right values?").waitFor()
	found.push(...(await inBothThemes(own.app, "result, the first three")))
	await page.getByRole("button", { name: /^Looks right/ }).click()
	await progress(page, 10)
	await page.getByRole("button", { name: "Pause" }).click()
	found.push(...(await inBothThemes(own.app, "import, running")))
	await page.getByRole("button", { name: "Resume" }).click()
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor()
	await page.getByRole("button", { name: "Cardholder needed", exact: true }).click()
	await page.getByRole("heading", { name: /^Cardholder needed \d+$/ }).waitFor()
	await page.getByRole("button", { name: "Verify", exact: true }).click()
	await page.getByText(/^Verified/).waitFor()
	found.push(...(await inBothThemes(own.app, "result")))
	await page.getByRole("button", { name: "History" }).click()
	await page.getByRole("button", { name: /^More for/ }).click()
	await page.getByRole("menuitem", { name: "Verify against the sandbox" }).waitFor()
	found.push(...(await inBothThemes(own.app, "history")))
	await page.keyboard.press("Escape")
	await page.getByRole("button", { name: "Settings" }).click()
	found.push(...(await inBothThemes(own.app, "settings")))
	await page.getByRole("button", { name: "Add" }).click()
	await page.getByRole("textbox", { name: "API key" }).waitFor()
	found.push(...(await inBothThemes(own.app, "settings, an environment")))
	expect(found).toEqual([])
})

it("has no barrier where the columns are in question", async () => {
	const { page } = own.app
	const path = join(own.folder, "doubtful.csv")
	await writeDoubtful(path, { backups: 2 })
	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await answerDialog(own.app, path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByText("0 of 3 answered").waitFor()
	await page.getByRole("button", { name: "Show what is left out" }).click()
	const found = [...(await inBothThemes(own.app, "columns, in question"))]
	await page.getByRole("checkbox", { name: /Payment method/ }).click()
	await page.getByRole("button", { name: "Use this one" }).click()
	await page.getByRole("radio", { name: /"Ref"/ }).click()
	await page.getByRole("radio", { name: "Yes" }).click()
	await page.getByText("3 of 3 answered").waitFor()
	await page.getByRole("button", { name: /^Change the answer to: Which of these is/ }).click()
	await page.getByRole("button", { name: "Use Ref for another field, too" }).click()
	found.push(...(await inBothThemes(own.app, "columns, answered")))
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByText("left 1 more question open").waitFor()
	found.push(...(await inBothThemes(own.app, "columns, left open by the check")))
	await page.getByRole("radio", { name: /^"Company"/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
	await page.evaluate("intergiro.ask('file.close')")
	await page.reload()
	await answerDialog(own.app, path)
	await page.getByRole("button", { name: "Choose a file…" }).click()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByText("You answered this before").waitFor()
	found.push(...(await inBothThemes(own.app, "columns, remembered")))
	expect(found).toEqual([])
})

inProof("has no barrier where something is in doubt, stopped, refused or real", async () => {
	const { page } = own.app
	const merchant = await startMerchant()
	try {
		await page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
		await page.evaluate("intergiro.ask('file.close')")
		await chooseMerchant(own.app, merchant, "live")
		const found: string[] = []
		await check(own.app, (await writeSample(own.folder, 60)).path)
		await page.getByRole("button", { name: "Import", exact: true }).click()
		found.push(...(await inBothThemes(own.app, "import, live")))
		await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
		merchant.trick = (number, attempt) =>
			number === "K-00020"
				? "drop"
				: number === "K-00030" && attempt === 1
					? { status: 429, headers: { "retry-after": "15" }, body: {} }
					: "create"
		await start(page, 30)
		await page.getByText(/asked to slow down \(429\): sending goes on in/).waitFor()
		found.push(...(await inBothThemes(own.app, "import, throttled")))
		await page.getByText("1 row in doubt", { exact: true }).waitFor({ timeout: 60_000 })
		found.push(...(await inBothThemes(own.app, "result, in doubt")))
		await page.getByRole("button", { name: "Look again" }).click()
		await page.getByRole("button", { name: /^Send (it|them) again…$/ }).click()
		await page.getByRole("dialog").waitFor()
		found.push(...(await inBothThemes(own.app, "result, sending again")))
		await page.keyboard.press("Escape")
		await page.getByRole("button", { name: "Import another file" }).click()

		merchant.trick = () => ({ status: 401, body: { status: 401, type: "not authorized" } })
		await check(own.app, (await writeSample(own.folder, 90)).path)
		await page.getByRole("button", { name: "Import", exact: true }).click()
		await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Test AB")
		await start(page, 30)
		await page.getByText("Intergiro did not accept the key or the address").waitFor()
		found.push(...(await inBothThemes(own.app, "result, stopped")))
		await page.evaluate("intergiro.ask('file.close')")
		await page.reload()
		await answerDialog(own.app, (await writeSample(own.folder, 5)).path)
		await page.getByRole("button", { name: "Choose a file…" }).click()
		await answerDialog(own.app, own.folder)
		await page.getByRole("button", { name: "Another file…" }).click()
		await page.getByRole("alert").waitFor()
		found.push(...(await inBothThemes(own.app, "file, refused")))
		expect(found).toEqual([])
	} finally {
		await merchant.close()
	}
})
