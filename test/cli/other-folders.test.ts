import { existsSync, readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const followUps = (folder: string) =>
	table(own.path(folder, "follow-up.csv")).map(({ number, reason, link }) => [number, reason, link])
const verify = (folder: string) => run(["verify", own.path(folder)], own.environment)
const refusal = (error: string, more = {}) => ({ status: 400, body: { status: 400, type: "x", error, ...more } })
const link = "https://bank.example/3ds"
const secure = refusal("verification required", {
	content: { details: { visible: true, method: "POST", url: link, data: { type: "challenge" } } },
})

/** A file of customers 1 to 3, with a token each that is called so. */
function file(name: string, token: (number: number) => string): string {
	const lines = [1, 2, 3].map((number) => `${number},Name ${number},c${number}@example.com,${token(number)}`)
	return own.write(name, ["number,name,email,card token", ...lines, ""].join("\n"))
}
const tokenOf = (enc: string) => jwt({ iss: "card", xpr: [12, 39], enc })

describe("what another folder did is known in the one that it came from", () => {
	let first: string
	beforeEach(() => {
		own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map(() => ({ type: "card" })) })
		first = file("first.csv", (number) => tokenOf(`first-${number}`))
	})

	it("where it added a second card", async () => {
		expect((await own.run(first, "out")).status).toBe(0)
		const second = file("second.csv", (number) => (number === 3 ? "" : tokenOf(`second-${number}`)))
		own.merchant.cardTrick = (number) => (number === "2" ? "drop" : "create")
		expect((await own.run(second, "other", "--add-cards")).status).toBe(4)
		expect(own.merchant.customers.map(({ method = [] }) => method.length)).toEqual([2, 1, 1])
		const { status, stdout } = await verify("out")
		expect([status, stdout]).toEqual([0, expect.stringMatching(/the same +3/)])
		// A card that nobody sent is told all the same.
		const [, , kept] = own.merchant.customers
		own.merchant.remove(kept?.id ?? "")
		if (kept) own.merchant.put({ ...kept, method: [...(kept.method ?? []), { type: "card" }] })
		const again = await verify("out")
		expect([again.status, again.stdout]).toEqual([1, expect.stringContaining("has 2 cards at Intergiro")])
	})

	it("where it sent a row with another e-mail, which Intergiro had refused", async () => {
		own.merchant.trick = (number) => (number === "2" ? refusal("invalid content") : "create")
		expect((await own.run(first, "out")).status).toBe(1)
		own.merchant.trick = () => "create"
		const errors = readFileSync(own.path("out/errors.csv"), "utf8")
		const mended = errors.replace("c2@example.com", "mended@example.com").replace(tokenOf("first-2"), tokenOf("mended"))
		expect((await own.run(own.write("mended.csv", mended), "other")).status).toBe(0)
		const { status, stdout } = await own.run(first, "out")
		expect([status, stdout]).toEqual([0, expect.not.stringContaining("other at Intergiro")])
		expect(table(own.path("out/results.csv"))[1]).toMatchObject({ number: "2", outcome: "existing" })
		expect(existsSync(own.path("out/follow-up.csv"))).toBe(false)
		expect((await verify("out")).status).toBe(0)
	})

	it("where it created, without the card, somebody who has to verify that", async () => {
		own.merchant.trick = (number) => (number === "2" ? secure : "create")
		expect((await own.run(first, "out")).status).toBe(1)
		expect(followUps("out")).toEqual([["2", "verification-required", link]])
		own.merchant.trick = () => "create"
		const bare = own.write("bare.csv", "number,name,email\n2,Name 2,c2@example.com\n")
		expect((await own.run(bare, "other")).status).toBe(0)
		for (const more of [[], ["--add-cards"]]) {
			expect((await own.run(first, "out", ...more)).status).toBe(1)
			expect(followUps("out")).toEqual([["2", "verification-required", link]])
		}
		expect((await own.run(first, "fresh")).status).toBe(1)
		expect(followUps("fresh")).toEqual([["2", "verification-required", link]])
	})
})

describe("a row that was given back, run mended into a folder where it is in doubt, and again in its own before that is settled", () => {
	const hidden = () => ({ status: 200, body: own.merchant.customers.filter(({ number }) => number !== "2") })
	const visible = () => undefined

	for (const [when, list] of [
		["Intergiro lists it", visible],
		["Intergiro does not list it yet", hidden],
	] as const)
		it(`is as it would be without that, where ${when} then`, async () => {
			own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map(() => ({ type: "card" })) })
			const first = file("first.csv", (number) => tokenOf(`first-${number}`))
			own.merchant.trick = (number) => (number === "2" ? refusal("card declined") : "create")
			expect((await own.run(first, "out")).status).toBe(1)
			const given = readFileSync(own.path("out/errors.csv"), "utf8")
			const mended = own.write(
				"mended.csv",
				given.replace("c2@example.com", "mended@example.com").replace(tokenOf("first-2"), tokenOf("mended")),
			)
			own.merchant.trick = () => "create-and-drop"
			own.merchant.listTrick = hidden
			expect((await own.run(mended, "other")).status).toBe(4)
			own.merchant.listTrick = list
			await own.run(first, "out")
			own.merchant.listTrick = visible
			await own.run(first, "out")
			expect((await own.run(mended, "other")).status).toBe(0)
			const { status, stdout } = await own.run(first, "out")
			expect([status, stdout]).toEqual([0, expect.stringContaining("Every customer of the file exists")])
			expect(existsSync(own.path("out/follow-up.csv"))).toBe(false)
			const { run: other } = JSON.parse(readFileSync(own.path("other/summary.json"), "utf8"))
			expect(table(own.path("out/results.csv"))[1]).toMatchObject({
				outcome: "existing",
				note: `A run gave this row back, and it was sent as customer number "2": run ${other} has the customer.`,
			})
			expect(own.merchant.created.filter(({ number }) => number === "2")).toHaveLength(1)
		})
})

it("a card that was refused when it was added is refused in every folder, whatever card the customer had before", async () => {
	for (const number of ["1", "2", "3"])
		own.merchant.put({
			...{
				id: `id-of-${number}`,
				number,
				status: "active",
				method: [{ type: "card", last4: "9999", expires: [4, 31] }],
			},
			contact: { name: `Name ${number}`, email: `c${number}@example.com` },
		})
	own.merchant.cardTrick = (number) => (number === "2" ? refusal("card declined") : number === "3" ? secure : "create")
	const cards = (name: string) => file(name, (number) => tokenOf(`new-${number}`))
	expect((await own.run(cards("cards.csv"), "out", "--add-cards")).status).toBe(1)
	const expected = [
		["3", "verification-required", link],
		["2", "card-not-stored", ""],
	]
	expect(followUps("out").sort()).toEqual(expected.sort())
	const { status, stdout } = await own.run(cards("again.csv"), "other")
	expect([status, stdout]).toEqual([1, expect.not.stringContaining("Every customer of the file")])
	expect(followUps("other").sort()).toEqual(expected.sort())
})

it("has those in follow-up to whom no card could be added, as there is no such customer", async () => {
	const known = own.write("known.csv", "number,name,email\n1,Name 1,c1@example.com\n")
	expect((await own.run(known, "known")).status).toBe(0)
	const cards = file("cards.csv", (number) => tokenOf(`card-${number}`))
	expect((await own.run(cards, "out", "--add-cards")).status).toBe(1)
	expect(followUps("out")).toEqual([
		["2", "no-customer", ""],
		["3", "no-customer", ""],
	])
	expect(table(own.path("out/errors.csv")).map(({ number }) => number)).toEqual(["2", "3"])
	// Where it is the right number, the same command creates them.
	expect((await own.run(cards, "out")).status).toBe(0)
})

it("who was created with other columns is told as other than the file, by the import with the right ones", async () => {
	const lines = [1, 2, 3, 4].map(
		(number) => `${number},Name ${number},Street ${number},1234${number},City ${number},${tokenOf(`${number}`)}`,
	)
	const path = own.write("addresses.csv", ["number,name,street,zip,city,card token", ...lines, ""].join("\n"))
	const swapped = { version: 2, columns: { street: "city", city: "street" }, constants: { country: "SE" } }
	const wrong = own.write("wrong.json", JSON.stringify(swapped))
	const right = own.write("right.json", JSON.stringify({ ...swapped, columns: { street: "street", city: "city" } }))
	own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map(() => ({ type: "card" })) })
	expect((await own.run(path, "tried", "--mapping", wrong, "--first", "3")).status).toBe(3)
	const { status, stdout } = await own.run(path, "out", "--mapping", right)
	expect(own.merchant.created).toHaveLength(4)
	expect([status, stdout]).toEqual([1, expect.stringContaining("other at Intergiro than sent, or than the file has")])
	expect(followUps("out").map(([number, reason]) => [number, reason])).toEqual(
		["1", "2", "3"].map((number) => [number, "differs"]),
	)
	const told = table(own.path("out/follow-up.csv")).map(({ message }) => message)
	for (const message of told) expect(message).toMatch(/street.*city|city.*street/)
})
