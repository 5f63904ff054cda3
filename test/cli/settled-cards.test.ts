import { readFileSync, renameSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

it.each([
	["a private key", () => own.merchant.key],
	["a public key", () => own.merchant.alsoPublic],
])("nobody knows of the card of a customer whom a person found with %s, until it is read", async (_, key) => {
	const lines = ["c1", "c2", "c3"].map((number) => `${number},Name ${number},${number}@example.com,token-${number}`)
	const file = own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
	own.merchant.keep = ({ contact, number }) => ({ contact, method: number === "c2" ? [] : [{ type: "card" }] })
	own.merchant.trick = (number) => (number === "c2" ? "create-and-drop" : "create")
	const into = async (folder: string) => {
		const { status, stdout } = await own.run(file, folder)
		expect(stdout).not.toContain("Every customer of the file exists")
		const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
		const told = table(own.path(folder, "follow-up.csv")).map(({ number, reason }) => `${number} ${reason}`)
		return { status, told, tokens }
	}
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	expect(await into("a")).toMatchObject({ status: 4, told: ["c2 in-doubt"] })
	const id = own.merchant.customers.find(({ number }) => number === "c2")?.id ?? ""
	own.environment.INTERGIRO_API_KEY = key()
	expect((await run(["settle", own.path("a"), "c2", "--id", id], own.environment)).status).toBe(0)
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	expect(await into("a")).toMatchObject({ status: 1, told: ["c2 card-unknown"], tokens: { sent: 2, "not-known": 1 } })
	expect(await into("p")).toMatchObject({ status: 1, told: ["c2 card-unknown"], tokens: { there: 2, "not-known": 1 } })
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	expect(await into("a")).toMatchObject({ status: 1, told: ["c2 card-missing"], tokens: { sent: 2, missing: 1 } })
})

it.each([
	["--card-absent", "There without this card: 1"],
	["--card-stored", undefined],
])("the report is of what a person said with %s since the run, as far as its file is there", async (word, told) => {
	const contact = { name: "Name c1", email: "c1@example.com" }
	own.merchant.put({ id: "of-c1", number: "c1", status: "active", contact, method: [] })
	own.merchant.cardTrick = () => "drop"
	const file = own.write("customers.csv", "number,name,email,card token\nc1,Name c1,c1@example.com,token-c1\n")
	expect((await own.run(file, "a", "--add-cards")).status).toBe(4)
	const report = async () => {
		const { status } = await run(["report", own.path("a")], own.environment)
		return { status, page: readFileSync(own.path("a/report.html"), "utf8") }
	}
	expect(await report()).toMatchObject({ status: 0, page: expect.stringContaining("Card in doubt: 1") })
	expect((await run(["settle", own.path("a"), "c1", word], own.environment)).status).toBe(0)
	renameSync(file, own.path("elsewhere.csv"))
	expect(await report()).toMatchObject({
		status: 3,
		page: expect.stringContaining("A person said something of it since these figures were made"),
	})
	renameSync(own.path("elsewhere.csv"), file)
	const { status, page } = await report()
	expect([status, page.includes("A person said"), page.includes("Card in doubt: 1")]).toEqual([0, false, false])
	if (told !== undefined) expect(page).toContain(told)
	expect(JSON.parse(readFileSync(own.path("a/summary.json"), "utf8")).tokens["in-doubt"]).toBe(0)
})
