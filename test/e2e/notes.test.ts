import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { oneApp } from "./one-app.ts"
import { check } from "./steps.ts"

const own = oneApp()

it("has the notes of a column read, with nothing to mend in them, and says what to do once", async () => {
	const { page } = own.app
	const notes = ["ring efter kl 17", "vill ha faktura på mejl", "kontakta Lars", "flyttar till hösten", "ny adress"]
	const lines = Array.from(
		{ length: 30 },
		(_, n) => `${4010 + n};Kund ${n} Ek;kund${n}@example.se;${notes[n / 6] ?? ""}`,
	)
	const path = join(own.folder, "customers.csv")
	writeFileSync(path, `Kundnr;Namn;E-post;Övrigt\n${lines.join("\n")}\n`)
	await check(own.app, path)
	await page.getByRole("button", { name: /A note is not sent/ }).click()
	await page.getByText(/only a person can tell all that it says: "ring efter kl 17"/).waitFor()
	expect(await page.getByText(/Read them: the customers are created as their rows stand/).count()).toBe(1)
	expect(await page.getByRole("form", { name: "Mend all rows with this finding" }).count()).toBe(0)
	await page.getByRole("button", { name: "Leave this row out" }).click()
	await page.getByRole("heading", { name: "29 customers can be imported" }).waitFor()
})
