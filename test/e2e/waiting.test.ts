import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { inProof } from "../in-proof.ts"
import { type App, launch, newFolder } from "./app.ts"
import { inBothThemes } from "./axe.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, holdLedger, start } from "./steps.ts"

let folder: string
let home: string
let merchant: Merchant
let app: App

beforeEach(async () => {
	folder = await newFolder()
	home = join(folder, "home")
	merchant = await startMerchant()
	app = await launch({ home })
})
afterEach(async () => {
	await app?.close()
	await merchant?.close()
	await rm(folder, { recursive: true, force: true })
})

/** Begins an import of the app, which has to wait. */
async function begin() {
	const { page } = app
	await chooseMerchant(app, merchant, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	const notice = page.getByRole("status").filter({ hasText: "Another import for this merchant is under way" })
	await notice.waitFor()
	return notice
}

it("says that it waits for another import of the same merchant, by whom, and begins when that has ended", async () => {
	const { page } = app
	const other = await holdLedger(merchant, home, folder)
	const notice = await begin()
	await notice.getByText(`(process ${other.child.pid})`).waitFor()
	expect(merchant.received.filter(({ number }) => number.startsWith("K-"))).toEqual([])

	other.child.kill("SIGINT")
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	expect((await other.finished).status).toBe(3)
	expect(await notice.count()).toBe(0)
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)
})

inProof("is given up when a person does not want to wait, and leaves nothing behind", async () => {
	const { page } = app
	const other = await holdLedger(merchant, home, folder)
	const notice = await begin()
	expect(await inBothThemes(app, "waiting")).toEqual([])
	await notice.getByRole("button", { name: "Do not begin" }).click()
	await page.getByRole("alert").filter({ hasText: "The import was not begun." }).waitFor()
	expect(await notice.count()).toBe(0)
	expect(await readdir(join(home, "runs")).catch(() => [])).toEqual([])

	other.child.kill("SIGINT")
	await other.finished
	expect(merchant.received.filter(({ number }) => number.startsWith("K-"))).toEqual([])
	await start(page, 0)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	for (const ids of merchant.ledger.values()) expect(ids).toHaveLength(1)
})
