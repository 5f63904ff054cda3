import { readFile, rm, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { mintCardToken } from "../../src/sandbox/tokens.ts"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, answerDialog, launch, newFolder } from "./app.ts"
import { doubtful, writeDoubtful } from "./sample.ts"
import { chooseMerchant, start } from "./steps.ts"

const rows = 80

let folder: string
let merchant: Merchant
let app: App

beforeAll(async () => {
	folder = await newFolder()
	merchant = await startMerchant()
	app = await launch({ home: join(folder, "home") })
	await chooseMerchant(app, merchant, "test")
})
afterAll(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

it("does not go on before each question is answered, by keyboard, and sends exactly what was said", async () => {
	const { page } = app
	await openColumns(await write("first.csv"))
	const check = page.getByRole("button", { name: "Check every row" })
	const status = page.getByRole("status").filter({ hasText: "answered" })
	expect(await status.innerText()).toBe("0 of 3 answered")
	expect(await check.isDisabled()).toBe(true)
	await page.getByText("3 questions are open").waitFor()
	expect(await page.getByRole("radio", { checked: true }).count()).toBe(0)
	expect(await page.getByRole("region", { name: "Left out" }).innerText()).toContain("Left out: Created, Notes.")

	// The first open question has the keyboard, and none of its answers; arrows only look at the choices.
	expect(await focusedQuestion(page)).toBe('Are the card tokens of "Payment method" the customers\' cards?')
	await page.keyboard.press("Enter")
	await page.keyboard.press("ArrowDown")
	await page.keyboard.press("ArrowDown")
	await page.keyboard.press("ArrowUp")
	expect(await status.innerText()).toBe("0 of 3 answered")
	await page.keyboard.press("Space")
	await page.getByText("1 of 3 answered").waitFor()
	expect(await focusedQuestion(page)).toBe("Which of these is the customer number?")
	// Pressed twice, a key answers no question that nobody has read.
	await page.keyboard.press("Space")
	await page.keyboard.press("Enter")
	expect(await status.innerText()).toBe("1 of 3 answered")
	await page.keyboard.press("ArrowDown")
	await page.keyboard.press("ArrowDown")
	expect(await focused(page)).toContain("Ref")
	await page.keyboard.press("Enter")
	await page.getByText("2 of 3 answered").waitFor()
	await page.keyboard.press("Tab")
	await page.keyboard.press("Enter")
	await page.getByText("3 of 3 answered").waitFor()
	expect(await focused(page)).toBe("Check every row")

	await check.click()
	await page.getByText("The check of the whole file left 1 more question open.").waitFor()
	expect(await focusedQuestion(page)).toBe("Which is the customer's name, where a row has two?")
	expect(await check.isDisabled()).toBe(true)
	await page.getByRole("radio", { name: /^"Company"/ }).click()
	await check.click()
	// Who pays by invoice has no card: that is what the answer says.
	await page.getByRole("heading", { name: `${rows} customers can be imported` }).waitFor()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText("Columns left out: Id, Created, Notes.").waitFor()
	await start(page, 0)
	await page.getByRole("heading", { name: `${rows} customers at Intergiro`, exact: true }).waitFor()

	const bodies = merchant.received.map(({ body }) => JSON.parse(body))
	const sent = new Map(bodies.map((body) => [body.number, body]))
	expect(sent.size).toBe(rows)
	for (let index = 0; index < rows; index++) {
		const { number, name, email, pays } = doubtful(index)
		const card = mintCardToken("ok", `${join(folder, "first.csv")} ${index}`)
		const method = pays === "card" ? [{ type: "token", card, client: expect.anything() }] : []
		expect(sent.get(number)).toEqual({ number, contact: { name, email }, method })
	}
	for (const { body } of merchant.received) expect(body).not.toMatch(/not ours|invoice|"90\d\d"/)
})

it("remembers the answers for a file with the same columns, says so, and forgets them", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Import another file" }).click()
	await openColumns(await write("second.csv"))
	const before = page.getByRole("alert").filter({ hasText: "You answered this before" })
	await before.getByText('"Ref" is the customer number.').waitFor()
	await before.getByText('Of two values of the name, the one in "Company" counts.').waitFor()
	expect(await page.getByRole("button", { name: "Check every row" }).isEnabled()).toBe(true)
	await before.getByRole("button", { name: "Forget these answers" }).click()
	await page.getByText("0 of 3 answered").waitFor()
	expect(await before.isVisible()).toBe(false)
	expect(await focusedQuestion(page)).toBe('Are the card tokens of "Payment method" the customers\' cards?')
	await page.getByRole("button", { name: "File", exact: true }).last().click()
	await openColumns(await write("third.csv"))
	await page.getByText("0 of 3 answered").waitFor()
})

it("takes another answer, and a column that is said to be something else", async () => {
	const { page } = app
	// Nor does a double click.
	await page.getByRole("radio", { name: /^"Id"/ }).dblclick()
	await page.getByText("1 of 3 answered").waitFor()
	await page.getByRole("radio", { name: /^Yes, send them/ }).click()
	await page.getByRole("radio", { name: /^No: leave it out/ }).click()
	await page.getByText("3 of 3 answered").waitFor()
	expect(await becomes(page, "Id")).toBe("Customer number")
	await page.getByRole("button", { name: "Change the answer to: Which of these is the customer number?" }).click()
	expect(await page.getByRole("radio", { checked: true }).innerText()).toContain("Id")
	await page.getByRole("radio", { name: /^"Ref"/ }).click()
	await page.getByRole("combobox", { name: "What Ref becomes" }).waitFor()
	expect(await becomes(page, "Ref")).toBe("Customer number")
	await page.getByText("Left out, as you said: Column X").waitFor()

	await page.getByRole("button", { name: "Show what is left out" }).click()
	await page.getByRole("combobox", { name: "What Column X becomes" }).click()
	await page.getByRole("option", { name: "E-mail", exact: true }).click()
	await page.getByText("Left out, as you said: Column X").waitFor({ state: "detached" })
	expect(await becomes(page, "Column X")).toBe("E-mail")
	await page.getByText("2 of 2 answered").waitFor()
})

it("takes several columns of card tokens, or says that none is sent", async () => {
	const { page } = app
	await page.getByRole("button", { name: "File", exact: true }).last().click()
	const path = join(folder, "three-cards.csv")
	await writeDoubtful(path, { rows, backups: 2 })
	await openColumns(path)
	const text = "Which of these columns hold the customers' card tokens?"
	expect(await focusedQuestion(page)).toBe(text)
	expect(await page.getByRole("button", { name: "Use this one" }).isDisabled()).toBe(true)
	await page.keyboard.press("Tab")
	await page.keyboard.press("Space")
	await page.keyboard.press("Tab")
	await page.keyboard.press("Space")
	await page.keyboard.press("Tab")
	await page.keyboard.press("Tab")
	expect(await focused(page)).toBe("Use these 2")
	await page.keyboard.press("Enter")
	await page.getByText("1 of 3 answered").waitFor()
	expect([await becomes(page, "Payment method"), await becomes(page, "Backup")]).toEqual(["Card token", "Card token"])
	await page.getByRole("button", { name: `Change the answer to: ${text}` }).click()
	await page.getByRole("button", { name: "None of these" }).click()
	await page.getByText("Left out, as you said: Payment method, Backup, Reserve.").waitFor()
	await page.getByText("1 of 3 answered").waitFor()
})

it("asks which of two cards a customer has, and takes both where a person says so", async () => {
	const { page } = app
	await page.getByRole("button", { name: "File", exact: true }).last().click()
	const path = join(folder, "two-cards.csv")
	await writeDoubtful(path, { rows, backups: 1 })
	await openColumns(path)
	const both = Array.from({ length: rows }, (_, row) => row).filter((row) => row % 20 === 0 && row % 3 !== 2).length
	const text = `Where "Payment method" and "Backup" both hold a card token, in ${both} rows: which card does the customer get?`
	expect(await focusedQuestion(page)).toBe(text)
	await page.getByRole("radio", { name: /^Both; the customers of the .* rows with both get two cards/ }).click()
	await page.getByText("1 of 3 answered").waitFor()
	expect([await becomes(page, "Payment method"), await becomes(page, "Backup")]).toEqual(["Card token", "Card token"])
	await page.getByRole("button", { name: `Change the answer to: ${text}` }).click()
	await page.getByRole("radio", { name: /^Neither/ }).click()
	await page.getByText("Left out, as you said: Payment method, Backup.").waitFor()
})

it("is led back by a contradiction in a late row", async () => {
	const { page } = app
	const card = (index: number) => mintCardToken("ok", `late ${index}`)
	const late = Array.from({ length: rows }, (_, index) => {
		const name = `Anna Berg ${index}`
		return [index + 1, name, index === 65 ? "Acme AB" : "", `a${index}@b.se`, card(index)].join(",")
	})
	await page.getByRole("button", { name: "File", exact: true }).last().click()
	await openColumns(await write("late.csv", ["Customer ID,Name,Company,Email,Card token", ...late]))
	expect(await page.getByRole("heading", { name: "Questions" }).isVisible()).toBe(false)
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByText("The check of the whole file left 1 more question open.").waitFor()
	await page.getByText(/Row 67/).waitFor()
	// A page that is loaded anew stands where it stood.
	await page.reload()
	await page.getByText("1 question is open").waitFor()
	const refused = await page.evaluate(`intergiro.ask("run.start", { environment: "sandbox", rate: 0, concurrency: 1 })`)
	expect(refused).toMatchObject({ ok: false })
	await page.getByRole("radio", { name: "None: these rows are errors" }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("heading", { name: `${rows - 1} customers can be imported` }).waitFor()
})

it("keeps the decisions of an import for the errors that it left, and forgets no answer over them", async () => {
	const { page } = app
	await page.getByRole("button", { name: "File", exact: true }).first().click()
	const path = await write("fourth.csv")
	await writeFile(path, (await readFile(path, "utf8")).replace("anna4@", "anna4.at."))
	await openColumns(path)
	for (const answer of [/^Yes, send them/, /^"Ref"/, /^Yes/])
		await page.getByRole("radio", { name: answer }).first().click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("radio", { name: /^"Company"/ }).click()
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("button", { name: "Import another file" }).waitFor()
	const { value } = await page.evaluate(() => window.intergiro.ask("history.list"))
	await page.getByRole("button", { name: "Import another file" }).click()
	await openColumns(join(value[0].folder, "errors.csv"))
	await page.getByText("as in the import that left this file").first().waitFor()
	expect(await page.getByRole("heading", { name: "Questions" }).isVisible()).toBe(false)
	await page.getByRole("button", { name: "Check every row" }).click()
	await page.getByRole("grid").waitFor()
	await page.getByRole("button", { name: "File", exact: true }).first().click()
	await openColumns(await write("fifth.csv"))
	await page.getByText("You answered this before").waitFor()
})

async function write(name: string, content?: readonly string[]): Promise<string> {
	const path = join(folder, name)
	if (content) await writeFile(path, `${content.join("\n")}\n`)
	else await writeDoubtful(path, { rows })
	return path
}

async function openColumns(path: string): Promise<void> {
	const { page } = app
	await answerDialog(app, path)
	await page.getByRole("button", { name: /^(Choose a file|Another file)…$/ }).click()
	await page.getByRole("heading", { name: basename(path), exact: true }).waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("heading", { name: "What is in which column?" }).waitFor()
}

function becomes(page: Page, column: string): Promise<string> {
	return page.getByRole("combobox", { name: `What ${column} becomes`, exact: true }).inputValue()
}

function focused(page: Page): Promise<string> {
	return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? "")
}

/** The question whose answers have the keyboard. */
function focusedQuestion(page: Page): Promise<string> {
	return page.evaluate(() => document.activeElement?.closest(".question")?.querySelector("h3")?.innerText ?? "")
}
