import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { launch } from "./app.ts"
import { calls } from "./calls.ts"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant, readyWithRefusedKey, start } from "./steps.ts"

const own = merchantApp({ shared: true })

it("takes a new key on the spot where Intergiro refuses the one there is, and goes on", async () => {
	const { app, merchant } = own
	const { page } = app
	await readyWithRefusedKey(own)
	const called = calls(app)
	await start(page, 0)
	await page.getByText("Intergiro did not accept the key or the address").waitFor()
	expect(merchant.received).toHaveLength(0)
	// Who looks at something else is told once, and what is needed.
	await expect.poll(called).toHaveLength(1)
	expect(await called()).toEqual([
		expect.stringMatching(/did not accept the key.* Enter a new key, or correct the URL\./),
	])

	merchant.listTrick = () => undefined
	await page.getByRole("button", { name: "Enter a new key" }).click()
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save", exact: true }).click()
	await page.getByRole("dialog").waitFor({ state: "detached" })
	await page.getByText("A new key was saved since the import stopped").waitFor()
	expect(await page.getByRole("button", { name: "Enter a new key" }).count()).toBe(0)
	await page.getByRole("button", { name: "Go on with the rest" }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	expect(merchant.received).toHaveLength(19)

	merchant.listTrick = () => ({ status: 401, body: { status: 401, type: "not authorized" } })
	await page.getByRole("button", { name: "Verify", exact: true }).click()
	await page.getByRole("alert").getByRole("button", { name: "Enter a new key" }).click()
	merchant.listTrick = () => undefined
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save", exact: true }).click()
	await page.getByRole("dialog").waitFor({ state: "detached" })
	await page.getByRole("button", { name: "Verify", exact: true }).click()
	await page.getByText(/^Verified: Intergiro has all 19 customers/).waitFor()
})

it("knows before the start that a key has expired, and takes another one there", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	const expired = keyLike(merchant.key, { aud: "public", exp: 1_600_000_000 })
	await chooseMerchant(app, { ...merchant, key: expired }, "test")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText("The key of Test AB has expired").waitFor()
	await page.getByRole("button", { name: "Enter a new key" }).click()
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save", exact: true }).click()
	await page.getByText("The key of Test AB has expired").waitFor({ state: "detached" })
	await start(page, 0)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
})

it("takes a new key for one that cannot be read any more, also where nothing can be kept", async () => {
	await own.app.close()
	const { folder, merchant } = own
	const home = join(folder, "home of before")
	await mkdir(home)
	const environment = {
		id: "acme",
		name: "Acme",
		kind: "test",
		url: merchant.url,
		key: "bm90aGluZyB0aGF0IGNhbiBiZSByZWFk",
	}
	await writeFile(join(home, "environments.json"), JSON.stringify([environment]))
	own.app = await launch({ home })
	const { page } = own.app
	await page.getByRole("button", { name: /^Environment: / }).click()
	await page.getByRole("menuitem", { name: /^Acme/ }).click()
	await check(own.app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await page.getByText("The key of Acme is not known any more").waitFor()
	await page.getByRole("button", { name: "Enter the key" }).click()
	await page.getByRole("textbox", { name: "API key" }).fill(merchant.key)
	await page.getByRole("button", { name: "Save", exact: true }).click()
	await page.getByText("Test: Test AB").waitFor()
	await start(page, 0)
	await page.getByRole("heading", { name: "19 customers at Intergiro", exact: true }).waitFor()
	expect(merchant.received).toHaveLength(19)
})

/** A key of the same merchant that says something else besides. */
function keyLike(key: string, claims: object): string {
	const [head = "", own = "", signature = ""] = key.split(".")
	const said = JSON.parse(Buffer.from(own, "base64url").toString())
	return [head, Buffer.from(JSON.stringify({ ...said, ...claims })).toString("base64url"), signature].join(".")
}
