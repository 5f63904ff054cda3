import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { it } from "vitest"
import { answerDialog } from "./app.ts"
import { oneApp } from "./one-app.ts"

const own = oneApp()

const names = (count: number, name: (at: number) => string) => Array.from({ length: count }, (_, at) => name(at))
const rows = names(20, (at) => `K${at},Kund ${at},kund${at}@example.com`)
const header = "Customer number,Name,E-mail"

async function choose(name: string, lines: readonly string[]) {
	const path = join(own.folder, name)
	await writeFile(path, `${lines.join("\n")}\n`)
	await answerDialog(own.app, path)
	await own.app.page.getByRole("button", { name: "Choose a file…" }).click()
}

it.each([
	["twenty thousand names", `${names(20_000, (at) => `c${at}`)}`, /20,003 columns; at most 2,000/],
	["a name of many words", `${names(12, (at) => `Note ${at}`)},${"some word ".repeat(9_000)}`, /90,000 characters/],
	["a name of a megabyte", "some word ".repeat(100_000), /longer than 256 KB/],
])("says in the window why a header with %s is not read", async (_what, more, words) => {
	const { page } = own.app
	await choose("customers.csv", [`${header},${more}`, ...rows])
	await page.getByRole("alert").getByText(words).waitFor()
	await page.getByRole("heading", { name: "Choose the file with your customers" }).waitFor()
})

it("shows a file of nearly two thousand columns", async () => {
	const more = names(1_900, (at) => `Unknown ${at}`)
	await choose("wide.csv", [`${header},${more}`, ...rows.map((row) => row + ",".repeat(more.length))])
	await own.app.page.getByRole("heading", { name: "wide.csv", exact: true }).waitFor()
})
