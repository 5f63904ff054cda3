import { existsSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: number.slice(1), enc: number })

async function into(folder: string, key: "public" | "private", bare: readonly string[], ...more: string[]) {
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const lines = numbers.map(
		(number) => `${number},Name ${number},${number}@example.com,${bare.includes(number) ? "" : tokenOf(number)}`,
	)
	const file = own.write(`${folder}.csv`, ["number,name,email,card token", ...lines, ""].join("\n"))
	const { status } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	return { status, told }
}

it("every folder names those who were created without a card, until somebody has seen one with them", async () => {
	own.merchant.keep = ({ contact, number, method = [] }) => ({
		contact,
		method: method.map(() => card(number.slice(1))),
	})
	own.merchant.keepCard = (token) => card(JSON.parse(atob(token.split(".")[1] ?? "")).last4)
	const bare = ["c1003", "c1004"]
	const named = { status: 0, told: ["c1003 no-card", "c1004 no-card"] }
	expect(await into("a", "public", bare)).toMatchObject(named)
	for (const [folder, key] of [
		["p", "public"],
		["b", "private"],
		["p", "public"],
		["a", "private"],
	] as const)
		expect(await into(folder, key, bare)).toMatchObject(named)
	// One gets its card from another folder, one by hand.
	expect((await into("n", "private", ["c1004"], "--add-cards")).status).toBe(0)
	expect(await into("p", "public", bare)).toMatchObject({ told: ["c1004 no-card"] })
	const before = own.merchant.customers.find(({ number }) => number === "c1004")
	own.merchant.remove(before?.id ?? "")
	if (before) own.merchant.put({ ...before, method: [card("5555")] })
	expect(await into("b", "private", bare)).toMatchObject({ status: 0, told: [] })
	for (const folder of ["p", "q"]) expect(await into(folder, "public", bare)).toMatchObject({ status: 0, told: [] })
})
