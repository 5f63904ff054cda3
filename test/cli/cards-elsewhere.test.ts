import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { unwell } from "./merchant.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004", "c1005"]
const last4 = (number: string) => number.slice(1)
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: last4(number), enc: number })

async function into(folder: string, key: "public" | "private", ...more: string[]) {
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const lines = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number)}`)
	const file = own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
	const { status, stdout } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	const results = table(own.path(folder, "results.csv"))
	const { tokens, checked } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	const isSafe = stdout.includes("Every customer of the file exists")
	const stored = results.map(({ cards_stored }) => cards_stored)
	return { folder, status, isSafe, told, tokens, checked, stored }
}

function exist(): void {
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
}

const refusal = (error: string) => ({ status: 400, body: { status: 400, type: "x", error } })
const withoutCards = () => ({
	status: 200,
	body: own.merchant.customers.map(({ method: _, ...listed }) => listed),
})

beforeEach(() => {
	own.merchant.keep = ({ contact, number }) => ({ contact, method: [card(last4(number))] })
	own.merchant.keepCard = (token) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())
})

it("a card of a doubt is there in no folder for a ledger that was made anew, unless it was seen", async () => {
	const lost = ["c1003", "c1004", "c1005"]
	own.merchant.keep = ({ contact, number }) => ({ contact, method: number === "c1004" ? [] : [card(last4(number))] })
	own.merchant.trick = (number) => (lost.includes(number) ? "create-and-drop" : "create")
	expect((await into("a", "public")).status).toBe(4)
	const [log] = readdirSync(own.path("home/ledger")).filter((name) => name.endsWith(".log"))
	const rebuild = async () => {
		rmSync(own.path("home/ledger", log ?? ""))
		own.environment.INTERGIRO_API_KEY = own.merchant.key
		const { url } = own.merchant
		await run(["ledger", "rebuild", own.path("a"), "--url", url, "--settle", "0"], own.environment)
	}
	await rebuild()
	expect(await into("c", "public")).toMatchObject({ status: 1, isSafe: false, told: ["c1004 card-not-stored"] })
	own.merchant.listTrick = withoutCards
	await rebuild()
	const told = lost.map((number) => `${number} card-unknown`)
	expect(await into("d", "public")).toMatchObject({ isSafe: false, told, tokens: { "not-known": 3 } })
})

it("a card that another folder added is there in every folder that has its token", async () => {
	exist()
	expect((await into("a", "private")).told).toHaveLength(5)
	expect(await into("b", "private", "--add-cards")).toMatchObject({ status: 0, tokens: { added: 5 } })
	for (const folder of ["a", "c"])
		expect(await into(folder, "public")).toMatchObject({ folder, status: 0, told: [], tokens: { there: 5 } })
	expect((await into("a", "public")).stored).toEqual(Array(5).fill("1"))
})

it("a customer who cannot be read keeps nobody else from being read", async () => {
	own.merchant.trick = (number) => {
		const { method: _, ...body } = { id: "", number, method: [] }
		return { status: 201, creates: number, body }
	}
	own.merchant.keep = ({ contact, number }) => ({ contact, method: number === "c1004" ? [] : [card(last4(number))] })
	own.merchant.listTrick = withoutCards
	own.merchant.readTrick = ({ number }) => (number === "c1002" ? unwell : undefined)
	expect(await into("a", "private")).toMatchObject({ told: ["c1002 card-unknown", "c1004 card-missing"] })
	const unknown = await into("b", "public")
	expect(unknown.told).toEqual(["c1002 card-unknown", "c1004 card-not-stored"])
	// Who can read reads them, whichever folder it is.
	own.merchant.readTrick = () => undefined
	expect((await into("b", "private")).told).toEqual(["c1004 card-not-stored"])
})

describe("a card in doubt", () => {
	beforeEach(async () => {
		exist()
		await into("a", "private")
		own.merchant.cardTrick = (number) => (number === "c1004" ? "create-and-drop" : "create")
		let reads = 0
		own.merchant.readTrick = ({ number }) => (number === "c1004" && ++reads > 1 ? unwell : undefined)
		expect(await into("a", "private", "--add-cards")).toMatchObject({ status: 4, told: ["c1004 card-in-doubt"] })
		own.merchant.readTrick = () => undefined
	})

	it("is settled by any look of its run that finds it", async () => {
		expect(await into("a", "private")).toMatchObject({ status: 0, told: [] })
	})

	it("is there in its run where another one sees it", async () => {
		await into("b", "private")
		expect(await into("a", "public")).toMatchObject({ status: 0, told: [] })
	})
})

it("a refusal after a doubt of another run proves nothing, also where a person said that it is not there", async () => {
	own.merchant.trick = (number) => (number === "c1003" ? "create-and-drop" : "create")
	expect((await into("a", "public")).status).toBe(4)
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	const file = own.path("a/unknown.csv")
	expect((await own.run(file, "u")).status).toBe(4)
	await run(["settle", own.path("u"), "c1003", "--absent"], own.environment)
	own.merchant.trick = () => refusal("token used")
	const { status } = await own.run(file, "u")
	expect([status, table(own.path("u/errors.csv"))]).toEqual([4, []])
	expect(table(own.path("u/unknown.csv"))[0]).toMatchObject({ import_code: "refused-after-doubt token used" })
})
