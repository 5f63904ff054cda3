import { readFile, rm, stat } from "node:fs/promises"
import { join } from "node:path"
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
	const path = await opened
	expect((await readFile(path)).subarray(0, 5).toString()).toBe("%PDF-")
	expect((await stat(path)).size).toBeGreaterThan(10_000)
})

it("keeps the key out of every file", async () => {
	const text = await readFile(join(app.home, "environments.json"), "utf8")
	expect(text).not.toContain(server.privateKey)
})
