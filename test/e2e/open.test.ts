import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { answerDialog } from "./app.ts"
import { oneApp } from "./one-app.ts"

const own = oneApp()

/** Drops a file as a file manager does. */
async function drop(path: string) {
	const { page } = own.app
	const devtools = await page.context().newCDPSession(page)
	const data = { items: [], files: [path], dragOperationsMask: 1 }
	for (const type of ["dragEnter", "dragOver", "drop"] as const)
		await devtools.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data })
}

it("opens a file that is dropped, also in place of one that is open", async () => {
	const { page } = own.app
	await page.getByRole("heading", { name: "Choose the file with your customers" }).waitFor()
	for (const name of ["first.csv", "second.csv"]) {
		const path = join(own.folder, name)
		await writeFile(path, "number,name\n1,Joe\n")
		await drop(path)
		await page.getByRole("heading", { name, exact: true }).waitFor()
	}
})

it("keeps what is required in sight, and finds a column among many", async () => {
	const { page } = own.app
	const path = join(own.folder, "wide.csv")
	const columns = ["Customer number", ...Array.from({ length: 40 }, (_, index) => `extra ${index}`), "E-mail address"]
	const cells = columns.map((_, index) => (index === 41 ? "joe@example.com" : index))
	await writeFile(path, `${columns.join(",")}\n${cells.join(",")}\n`)
	await answerDialog(own.app, path)
	await page.getByRole("button", { name: "Another file…" }).click()
	await page.getByRole("heading", { name: "wide.csv" }).waitFor()
	await page.getByRole("button", { name: "Columns", exact: true }).click()
	await page.getByRole("combobox", { name: "What E-mail address becomes" }).scrollIntoViewIfNeeded()
	const required = page.getByRole("listitem").filter({ hasText: "Customer number" })
	const { y = -1 } = (await required.boundingBox()) ?? {}
	const { y: top = 0 } = (await page.getByRole("main").boundingBox()) ?? {}
	expect(y).toBeGreaterThanOrEqual(top)

	const search = page.getByRole("textbox", { name: "Search columns and fields" })
	await search.fill("e-mail")
	await page.getByRole("row", { name: /E-mail address/ }).waitFor()
	expect(await page.getByRole("row").count()).toBe(2)
	await search.fill("nothing like it")
	await page.getByText("No column fits this search.").waitFor()
})

it("cleans in the next check only what the settings allow", async () => {
	const { page } = own.app
	const path = join(own.folder, "clean.csv")
	await writeFile(path, "number,email,country\n1,joe@EXAMPLE.com,Sweden\n")
	const notes = async () => {
		await answerDialog(own.app, path)
		await page.getByRole("button", { name: "Current import" }).click()
		if (await page.getByRole("button", { name: "File", exact: true }).first().isVisible())
			await page.getByRole("button", { name: "File", exact: true }).first().click()
		await page.getByRole("button", { name: "Another file…" }).click()
		await page.getByRole("heading", { name: "clean.csv" }).waitFor()
		await page.getByRole("button", { name: "Columns", exact: true }).click()
		await page.getByRole("button", { name: "Check every row" }).click()
		await page.getByRole("grid").waitFor()
		return page.getByRole("complementary", { name: "Findings" }).getByRole("button").allInnerTexts()
	}
	const before = await notes()
	await page.getByRole("button", { name: "Settings" }).click()
	await page.getByRole("switch", { name: "E-mail domains" }).click()
	const after = await notes()
	expect(before).toHaveLength(after.length + 1)
	expect(before.filter((note) => !after.includes(note))[0]).toMatch(/lower case/i)
})
