import { existsSync, readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const its = (number: string) => [card(number.slice(1))]
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: number.slice(1), enc: number })
const contactOf = (number: string) => ({ name: `Name ${number}`, email: `${number}@example.com` })
const refusal = (error: string) => ({ status: 400, body: { status: 400, type: "x", error } })
const customer = (number: string) => own.merchant.customers.find((one) => one.number === number)

/** Runs all customers into a folder, with the key that can read or with the one that cannot. */
async function into(folder: string, key: "public" | "private", ...more: string[]) {
	const lines = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number)}`)
	const file = own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	const { tokens, checked } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	return { status, told, tokens, checked }
}

/** Somebody at Intergiro changes what a customer is there. */
function change(number: string, more: object): void {
	const before = customer(number)
	if (before === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, ...more })
}

const put = (number: string, method: readonly object[]) =>
	own.merchant.put({ id: `id-of-${number}`, number, status: "active", contact: contactOf(number), method })

beforeEach(() => {
	own.merchant.keep = ({ contact, number }) => ({ contact, method: its(number) })
	own.merchant.keepCard = (token) => card(JSON.parse(atob(token.split(".")[1] ?? "")).last4)
})

describe("a card that is seen with its customer is there, whatever was said of it before", () => {
	beforeEach(() => {
		for (const number of numbers) put(number, [])
	})

	it("where it was declined, not taken, or its customer could not be read", async () => {
		own.merchant.readTrick = ({ number }) =>
			number === "c1002"
				? { status: 200, body: { ...customer("c1001") } }
				: number === "c1004"
					? { status: 404, body: { status: 404, type: "not found" } }
					: undefined
		own.merchant.cardTrick = (number) => refusal(number === "c1003" ? "card declined" : "invalid input")
		expect(await into("a", "private", "--add-cards")).toMatchObject({
			status: 1,
			told: numbers.map((number) => `${number} card-not-stored`),
			tokens: { refused: 2, "not-added": 2 },
		})
		for (const number of numbers) change(number, { method: its(number) })
		for (const [folder, key] of [
			["a", "private"],
			["b", "private"],
			["a", "public"],
			["b", "public"],
		] as const)
			expect(await into(folder, key)).toMatchObject({ status: 0, told: [], tokens: { there: 4 } })
		// A new folder knows by them of the one that was refused for its card.
		expect((await into("p", "public")).told).not.toContain("c1003 card-not-stored")
		// It is not said for ever: what is gone again is told again.
		change("c1003", { method: [] })
		expect(await into("a", "private")).toMatchObject({ status: 1, told: ["c1003 card-not-stored"] })
	})

	it("where a person said too early that it was not stored, and its token was refused as used then", async () => {
		own.merchant.cardTrick = (number) => (number === "c1002" ? "create-and-drop" : "create")
		const before = { ...customer("c1002") }
		own.merchant.readTrick = ({ number }) => (number === "c1002" ? { status: 200, body: before } : undefined)
		expect(await into("a", "private", "--add-cards")).toMatchObject({ status: 4, told: ["c1002 card-in-doubt"] })
		await run(["settle", own.path("a"), "c1002", "--card-absent"], own.environment)
		own.merchant.cardTrick = () => refusal("token used")
		expect(await into("a", "private", "--add-cards")).toMatchObject({ tokens: { added: 3 } })
		own.merchant.readTrick = () => undefined
		for (const [folder, key] of [
			["a", "private"],
			["b", "private"],
			["p", "public"],
		] as const)
			expect(await into(folder, key)).toMatchObject({ status: 0, told: [] })
	})
})

describe("a listing that says nothing of cards", () => {
	beforeEach(() => {
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.map(({ method: _, ...listed }) => listed),
		})
	})

	it("leaves a card there that another folder added, and whose answer said so", async () => {
		put("c1002", [])
		expect(await into("a", "private")).toMatchObject({ told: ["c1002 card-unknown"] })
		expect(await into("b", "private", "--add-cards")).toMatchObject({ status: 0, told: [] })
		expect(await into("a", "private")).toMatchObject({ status: 0, told: [], tokens: { sent: 3, there: 1 } })
		expect(await into("p", "public")).toMatchObject({ status: 0, told: [] })
	})

	it("leaves a card missing that was missing when the customer was read", async () => {
		own.merchant.trick = (number) => ({ status: 201, creates: number, body: { id: "", number, status: "active" } })
		own.merchant.keep = ({ contact, number }) => ({ contact, method: number === "c1004" ? [] : its(number) })
		const missing = { status: 1, told: ["c1004 card-missing"], checked: { yes: 3, "card-missing": 1 } }
		expect(await into("a", "private")).toMatchObject(missing)
		expect(await into("a", "private")).toMatchObject(missing)
		// Who cannot be read any more is as it was read last.
		own.merchant.readTrick = () => ({ status: 404, body: { status: 404, type: "not found" } })
		expect(await into("a", "private")).toMatchObject(missing)
		own.merchant.readTrick = () => undefined
		change("c1004", { method: its("c1004") })
		expect(await into("a", "private")).toMatchObject({ status: 0, told: [], checked: { yes: 4 } })
	})
})
