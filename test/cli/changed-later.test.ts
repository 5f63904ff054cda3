import { existsSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003"]

async function into(folder: string, key: "public" | "private") {
	const rows = numbers.map((number) => `${number},Name ${number},${number}@example.com,Old Town`)
	const file = own.write("customers.csv", ["number,name,email,city", ...rows, ""].join("\n"))
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status, stdout } = await own.run(file, folder)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	return { status, told, isAll: stdout.includes("Every customer of the file exists") }
}

/** Somebody at Intergiro changes what a customer has. */
function change(number: string, contact: Readonly<Record<string, unknown>>): void {
	const before = own.merchant.customers.find((one) => one.number === number)
	if (before === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, contact: { ...(before.contact as object), ...contact } })
}

const well = { status: 0, told: [], isAll: true }
const others = { status: 1, told: ["c1002 differs", "c1003 differs"], isAll: false }

it.each([
	["a name and an e-mail", { name: "Somebody Else" }, { email: "other@example.com" }],
	["a town", { address: { city: "Elsewhere" } }, { address: { city: "Nowhere" } }],
])(
	"%s that somebody changes is seen by the folder that created the customer, whoever looked before",
	async (_, one, two) => {
		own.merchant.keep = ({ contact }) => ({ contact, method: [] })
		expect(await into("a", "private")).toEqual(well)
		const before = own.merchant.customers.map(({ number, contact }) => [number, contact] as const)
		change("c1002", one)
		change("c1003", two)
		expect(await into("a", "private")).toEqual(others)
		expect((await run(["verify", own.path("a")], own.environment)).status).toBe(1)
		for (const [folder, key] of [
			["p", "public"],
			["a", "private"],
		] as const)
			expect([folder, (await into(folder, key)).told.map((told) => told.slice(0, 5))]).toEqual([
				folder,
				["c1002", "c1003"],
			])
		expect((await run(["settle", own.path("a"), "c1002", "--right"], own.environment)).status).toBe(0)
		expect(await into("a", "private")).toEqual({ ...others, told: ["c1003 differs"] })
		for (const [number, contact] of before) if (number !== "c1002") change(number, contact as Record<string, unknown>)
		for (const [folder, key] of [
			["a", "private"],
			["p", "public"],
		] as const)
			expect([folder, await into(folder, key)]).toEqual([folder, well])
	},
)

it("what is written otherwise there is no change, and what is not listed says nothing", async () => {
	own.merchant.keep = ({ contact }) => ({ contact, method: [] })
	expect(await into("a", "private")).toEqual(well)
	change("c1002", { name: "NAME  C1002", email: "c1002@EXAMPLE.com" })
	change("c1003", { email: undefined, address: undefined, phone: "+46701234567" })
	expect(await into("a", "private")).toEqual(well)
})
