import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { inBothThemes } from "./axe.ts"
import { merchantApp } from "./merchant-app.ts"
import { check, chooseMerchant, start } from "./steps.ts"

const own = merchantApp({ shared: true })

/** @param column the name of the one that holds telephone numbers: what is said of a file is remembered for all with its columns */
async function checkMembers(column: string): Promise<void> {
	const rows = ["1,Anna Ek,Storgatan 1,111 22,Stockholm,070-100 11 17", "2,Bo Ek,Storgatan 2,111 23,Stockholm,"]
	const path = join(own.folder, "members.csv")
	await writeFile(path, `${[`Number,Name,Street,Zip code,City,${column}`, ...rows].join("\n")}\n`)
	await chooseMerchant(own.app, own.merchant, "test")
	await check(own.app, path)
}

const offer = () => own.app.page.getByRole("status").filter({ hasText: "The file says no country" })
/** What was sent of each customer, in one text each. */
const bodies = () => own.merchant.received.map(({ body }) => body)

it("takes a person's word that all customers of a file without countries are in Sweden, and sends it", async () => {
	const { page } = own.app
	await checkMembers("Phone")
	await offer().getByText("2 addresses and 1 phone number will be sent without one.").waitFor()
	expect(await inBothThemes(own.app, "one country")).toEqual([])
	await offer().getByRole("button", { name: "All are in Sweden" }).click()
	await page.getByRole("grid").waitFor()
	await expect.poll(() => offer().count()).toBe(0)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: "2 customers at Intergiro", exact: true }).waitFor()
	expect(bodies().map((body) => body.includes('"SE"'))).toEqual([true, true])
	expect(bodies().join()).toContain('"+46701001117"')
})

inProof("leads to where another country is said, and says nothing where a person leaves it", async () => {
	const { page } = own.app
	await checkMembers("Telephone")
	await offer().getByRole("button", { name: "In another country…" }).click()
	await page.getByRole("textbox", { name: "Value" }).waitFor()
	await page.keyboard.type("Norway")
	await page.keyboard.press("Tab")
	await page.keyboard.press("Enter")
	await page.getByRole("button", { name: "Remove Country" }).click()
	await page.getByRole("button", { name: "Remove Country" }).waitFor({ state: "detached" })
	await page.getByRole("button", { name: "Check every row" }).click()
	await offer().getByRole("button", { name: "Leave it so" }).click()
	expect(await offer().count()).toBe(0)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 0)
	await page.getByRole("heading", { name: "2 customers at Intergiro", exact: true }).waitFor()
	expect(bodies().join()).not.toMatch(/"SE"|"NO"|\+46/)
})
