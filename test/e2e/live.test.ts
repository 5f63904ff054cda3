import { readdir, readFile, rm } from "node:fs/promises"
import { basename, join, relative } from "node:path"
import { extractText, getDocumentProxy } from "unpdf"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Sandbox, startSandbox } from "../../src/sandbox/server.ts"
import { type App, launch, newFolder, nextOpened } from "./app.ts"
import { type Sample, writeSample } from "./sample.ts"
import { check, start } from "./steps.ts"

let folder: string
let server: Sandbox
let app: App
let sample: Sample

beforeAll(async () => {
	folder = await newFolder()
	server = await startSandbox()
	sample = await writeSample(folder, 40)
	app = await launch({ home: join(folder, "home") })
})
afterAll(async () => {
	await app?.close()
	await server?.close()
	await rm(folder, { recursive: true, force: true })
})

it("creates in a live environment only what was confirmed by its name", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Settings" }).click()
	await page.getByRole("button", { name: "Add" }).click()
	await page.getByRole("textbox", { name: "Name" }).fill("Acme")
	await page.getByRole("textbox", { name: "URL" }).fill(server.url)
	await page.getByRole("textbox", { name: "API key" }).fill(server.privateKey)
	await page.getByRole("button", { name: "Save" }).click()
	await page.getByText(`${server.url} · Sandbox · private key`).waitFor()
	expect(await page.content()).not.toContain(server.privateKey)

	await page.getByRole("button", { name: "Current import" }).click()
	await page.getByRole("button", { name: /^Environment: Sandbox/ }).click()
	await page.getByRole("menuitem", { name: /Acme/ }).click()
	await page.getByRole("button", { name: "Environment: Live, Sandbox" }).waitFor()
	await check(app, sample.path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	const create = page.getByRole("button", { name: /^Create \d+ customers$/ })
	expect(await create.isDisabled()).toBe(true)
	await page.getByRole("textbox", { name: /type the merchant's name/ }).fill("Sandbox")
	await start(page, 0)
	const created = sample.rows - sample.invalid - sample.declined - sample.verification
	await page.getByRole("heading", { name: `${created} customers at Intergiro` }).waitFor()
	expect(server.customers).toHaveLength(created)
})

it("verifies against the server", async () => {
	const { page } = app
	await page.getByRole("button", { name: "Verify", exact: true }).click()
	await page
		.getByRole("status")
		.getByText(/^Verified: Intergiro has all \d+ customers, each once$/)
		.waitFor()
})

it("prints a report", async () => {
	const opened = nextOpened(app)
	await app.page.getByRole("button", { name: "Report as PDF" }).click()
	const text = await textOf(await readFile(await opened))
	expect(text).toContain("Importofcustomers")
	for (const figure of [
		`Rowsofnewcustomersatthesandbox.${server.customers.length}Invalid`,
		`Rowsinthefile${sample.rows}`,
	])
		expect(text).toContain(figure)
})

/** All files below a folder, as Latin-1, which keeps every byte; of a PDF what a person reads in it, too. */
async function filesBelow(path: string): Promise<readonly (readonly [path: string, text: string])[]> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true })
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
	const read = async (one: string) => {
		const bytes = await readFile(one)
		return bytes.toString("latin1") + (one.endsWith(".pdf") ? await textOf(bytes) : "")
	}
	return Promise.all(paths.map(async (one) => [relative(path, one), await read(one)] as const))
}

/** Without its white space: what is long is broken into lines. */
async function textOf(pdf: Buffer): Promise<string> {
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
	return text.replace(/\s/g, "")
}

/** What every process of this computer that may be looked at was started with. */
async function processes(): Promise<readonly string[]> {
	const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name))
	const read = (id: string, what: string) => readFile(`/proc/${id}/${what}`, "latin1").catch(() => "")
	return Promise.all(ids.flatMap((id) => [read(id, "cmdline"), read(id, "environ")]))
}

it("keeps the key, card tokens and contact data out of every place that they have not to be in", async () => {
	const { electron, page } = app
	await electron.evaluate(({ BrowserWindow }) =>
		BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
	)
	await page.waitForEvent("crash").catch(() => {})
	const dumps = await electron.evaluate(({ app }) => app.getPath("crashDumps"))
	const copied = await electron.evaluate(({ clipboard }) => clipboard.readText())
	const places = [
		...(await filesBelow(app.home)),
		...(await filesBelow(dumps).catch(() => [])),
		...(await processes()).map((text) => ["process", text] as const),
		["clipboard", copied] as const,
	]
	const holding = (...secrets: readonly string[]) => [
		...new Set(
			places.filter(([, text]) => secrets.some((one) => text.includes(one))).map(([place]) => basename(place)),
		),
	]
	const [, claims = "", signature = ""] = server.privateKey.split(".")
	const base64 = [0, 1, 2].map((shift) =>
		Buffer.from("x".repeat(shift) + signature)
			.toString("base64")
			.slice(4, -4),
	)
	expect(holding(claims, signature, encodeURIComponent(server.privateKey), ...base64)).toEqual([])
	const source = await readFile(sample.path, "utf8")
	const tokens = source.match(/(?<=\.)[\w-]{20,}(?=\r)/g) ?? []
	expect(tokens.length).toBe(sample.rows)
	// What has to be sent again, and nothing else.
	expect(holding(...tokens)).toEqual(["errors.csv"])
	// And of whom a person has to look after.
	expect(holding(".example.se", "@example.se").sort()).toEqual([
		"errors.csv",
		"follow-up.csv",
		"report.pdf",
		"rows.jsonl",
	])
})
