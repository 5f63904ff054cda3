import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, it } from "vitest"
import { launch } from "./app.ts"

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "import-boundless-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const names = (count: number, name: (at: number) => string) => Array.from({ length: count }, (_, at) => name(at))
const rows = names(20, (at) => `K${at},Kund ${at},kund${at}@example.com`).join("\n")
const header = "Customer number,Name,E-mail"

it.each([
	["twenty thousand names", `${names(20_000, (at) => `c${at}`)}`, /20,003 columns; at most 2,000/],
	["a name of many words", `${names(12, (at) => `Note ${at}`)},${"some word ".repeat(9_000)}`, /90,000 characters/],
	["a name of a megabyte", "some word ".repeat(100_000), /longer than 256 KB/],
])("says in the window why a header with %s is not read", async (_what, more, words) => {
	const opened = join(folder, "customers.csv")
	await writeFile(opened, `${header},${more}\n${rows}\n`)
	const app = await launch({ opened })
	try {
		await app.page.getByRole("alert").getByText(words).waitFor()
		await app.page.getByRole("heading", { name: "Choose the file with your customers" }).waitFor()
	} finally {
		await app.close()
	}
})

it("shows a file of nearly two thousand columns", async () => {
	const opened = join(folder, "wide.csv")
	const more = names(1_900, (at) => `Unknown ${at}`)
	await writeFile(opened, `${header},${more}\n${rows.replace(/$/gm, ",".repeat(more.length))}\n`)
	const app = await launch({ opened })
	try {
		await app.page.getByRole("heading", { name: "wide.csv", exact: true }).waitFor({ timeout: 60_000 })
	} finally {
		await app.close()
	}
})
