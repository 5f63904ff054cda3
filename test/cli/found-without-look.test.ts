import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002"]

/** @param isNamed whether the tokens say the last digits of their cards, or their month alone */
async function into(folder: string, key: "public" | "private", isNamed: boolean) {
	const tokenOf = (last4: string) => jwt({ iss: "card", xpr: [12, 39], enc: last4, ...(isNamed ? { last4 } : {}) })
	const rows = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number.slice(1))}`)
	const file = own.write("customers.csv", ["number,name,email,card token", ...rows, ""].join("\n"))
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status, stdout } = await own.run(file, folder)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	const { outcomes } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	return { status, told, adopted: outcomes.adopted, isAll: stdout.includes("Every customer of the file exists") }
}

/** The key could not list, the answer was lost, and the customer is there. */
async function lose(isNamed: boolean, kept: { name?: string; last4?: string } = {}) {
	const { name = "Name c1002", last4 = "1002" } = kept
	own.merchant.keep = ({ contact, number }) => ({
		contact: number === "c1002" ? { ...contact, name } : contact,
		method: [{ type: "card", scheme: "visa", last4: number === "c1002" ? last4 : number.slice(1), expires: [12, 39] }],
	})
	own.merchant.trick = (number) => (number === "c1002" ? "create-and-drop" : "create")
	expect(await into("a", "public", isNamed)).toMatchObject({ status: 4, told: ["c1002 in-doubt"] })
}

it("who is found with the very card that was sent is no doubt any more, although nobody had looked before", async () => {
	await lose(true)
	expect(await into("a", "private", true)).toEqual({ status: 0, told: [], adopted: 1, isAll: true })
	for (const key of ["private", "public"] as const)
		expect(await into(`b-${key}`, key, true)).toMatchObject({ status: 0, told: [], isAll: true })
	expect(own.merchant.received).toHaveLength(2)
})

it.each([
	["another card", { last4: "9999" }],
	["another name", { name: "Somebody Else" }],
])("who has %s may be older", async (_, kept) => {
	await lose(true, kept)
	expect(await into("a", "private", true)).toMatchObject({ status: 4, told: ["c1002 in-doubt"], isAll: false })
})

it("who has a card of the month that the token says may be older, and no folder says that the card is there", async () => {
	await lose(false)
	expect(await into("a", "private", false)).toMatchObject({ status: 4, told: ["c1002 in-doubt"], isAll: false })
	for (const [folder, key] of [
		["b", "private"],
		["p", "public"],
	] as const)
		expect(await into(folder, key, false)).toMatchObject({ status: 1, told: ["c1002 card-unknown"], isAll: false })
})
