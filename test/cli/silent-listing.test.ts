import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Sent } from "./merchant.ts"

const own = fixture()

const tokenOf = (index: number) => jwt({ iss: "card", xpr: [12, 39], last4: String(1000 + index), enc: index })
const whole = ({ contact, method = [] }: Sent) => ({
	contact,
	method: method.map(({ card }) => {
		const { last4 } = JSON.parse(Buffer.from(card.split(".")[1] ?? "", "base64url").toString())
		return { type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] }
	}),
})

function fileOf(count: number): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const number = `c000${index + 1}`
		return `${number},Name ${number},${number}@example.com,${tokenOf(index + 1)}`
	})
	return own.write("customers.csv", `number,name,email,card token\n${lines.join("\n")}\n`)
}

const verify = () => run(["verify", own.path("out"), "--url", own.merchant.url], own.environment)
const result = (number: string) => table(own.path("out/results.csv")).find((line) => line.number === number)
const summary = () => JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))

beforeEach(() => {
	own.merchant.trick = (number) => (number === "c0002" ? "create-and-drop" : "create")
	own.merchant.listTrick = () => ({
		status: 200,
		body: own.merchant.customers.map(({ method: _, ...listed }) => listed),
	})
})

describe("a listing that says nothing of cards, after an answer was lost", () => {
	it("leaves it to the customer itself, which has its card", async () => {
		own.merchant.keep = whole
		const finished = await own.run(fileOf(3), "out")
		expect([finished.status, result("c0002")]).toEqual([
			0,
			expect.objectContaining({ outcome: "adopted", cards_stored: "1", last4: "1002", checked: "yes" }),
		])
		const verified = await verify()
		expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/the same +3$/m)])
	})

	it("leaves it to the customer itself, which is without it", async () => {
		own.merchant.keep = (sent) => ({ ...whole(sent), ...(sent.number === "c0002" ? { method: [] } : {}) })
		const finished = await own.run(fileOf(3), "out")
		expect(finished.status).toBe(1)
		expect(result("c0002")).toMatchObject({ cards_sent: "1", cards_stored: "0", checked: "card-missing" })
		expect(table(own.path("out/follow-up.csv"))).toMatchObject([{ number: "c0002", reason: "card-missing" }])
		expect(summary().tokens).toMatchObject({ sent: 2, missing: 1 })
		const verified = await verify()
		expect([verified.status, verified.stdout]).toEqual([1, expect.stringContaining("has 0 cards at Intergiro")])
	})

	it("says that the card is not known where nothing tells", async () => {
		own.merchant.keep = (sent) => ({ ...whole(sent), ...(sent.number === "c0002" ? { method: undefined } : {}) })
		const finished = await own.run(fileOf(3), "out")
		expect(finished.status).toBe(1)
		expect(result("c0002")).toMatchObject({ cards_sent: "1", cards_stored: "", checked: "card-unknown" })
		expect(table(own.path("out/follow-up.csv"))).toMatchObject([
			{ number: "c0002", reason: "card-unknown", message: expect.stringContaining("not known") },
		])
		expect(summary()).toMatchObject({ tokens: { sent: 2, "not-known": 1 }, checked: { yes: 2, "card-unknown": 1 } })
		expect(finished.stdout).toMatch(/card not known +1 /)
		expect(finished.stdout).not.toContain("Every customer of the file exists")
		const verified = await verify()
		expect([verified.status, verified.stdout]).toEqual([1, expect.stringMatching(/with cards that are not known +1$/m)])
	})
})

describe("a listing that says more of cards than the answers did", () => {
	beforeEach(() => {
		own.merchant.trick = () => "create"
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.map((customer) => ({
				...customer,
				method: [
					{ type: "card", scheme: "visa", iin: "411111", last4: `100${customer.number.at(-1)}`, expires: [12, 39] },
				],
			})),
		})
	})

	it.each([
		["nothing", undefined],
		["nothing but that there is one", [{ type: "card" }]],
	])("goes before them where they said %s", async (_, method) => {
		own.merchant.keep = ({ contact }) => ({ contact, ...(method ? { method } : {}) })
		expect((await own.run(fileOf(3), "out")).status).toBe(0)
		const lines = ["c0001", "c0002", "c0003"].map(result)
		expect(lines).toMatchObject(
			[1, 2, 3].map((n) => ({
				cards_stored: "1",
				scheme: "visa",
				last4: `100${n}`,
				expires: "2039-12",
				checked: "yes",
			})),
		)
		const before = readFileSync(own.path("out/journal.log"), "utf8").match(/"type":"seen"/g)
		expect((await own.run(own.path("customers.csv"), "out")).status).toBe(0)
		expect(readFileSync(own.path("out/journal.log"), "utf8").match(/"type":"seen"/g)).toEqual(before)
	})
})
