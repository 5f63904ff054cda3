import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Sent } from "./merchant.ts"

const own = fixture()

const tokenOf = (index: number) =>
	jwt({ iss: "card", aud: "production", xpr: [12, 39], last4: String(1000 + index), enc: index })
const stored = (card: string) => {
	const { last4 } = JSON.parse(Buffer.from(card.split(".")[1] ?? "", "base64url").toString())
	return { type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39], token: "stored" }
}
const whole = ({ contact, method = [] }: Sent) => ({ contact, method: method.map(({ card }) => stored(card)) })
const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }
const header = "number,name,email,card token"
const line = (number: string, token = "") => `${number},Name ${number},${number}@example.com,${token}`
const summary = (folder: string) => JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
const cardsSent = (folder: string) =>
	table(own.path(folder, "results.csv")).reduce((sum, { cards_sent }) => sum + Number(cards_sent), 0)
const followUp = (folder: string) => {
	try {
		return table(own.path(folder, "follow-up.csv")).map(({ reason, number }) => [reason, number])
	} catch {
		return []
	}
}

beforeEach(() => {
	own.merchant.keep = whole
	own.merchant.keepCard = stored
})

/** A file of three, of whom c3 is declined in the folder `a`; created in `b` from what came back, with another card or none. */
async function runRefused(card: string): Promise<string> {
	const file = own.write(
		"customers.csv",
		[header, line("c1", tokenOf(1)), line("c2", tokenOf(2)), line("c3", tokenOf(3)), ""].join("\n"),
	)
	own.merchant.trick = (number) => (number === "c3" ? declined : "create")
	expect((await own.run(file, "a")).status).toBe(1)
	own.merchant.trick = () => "create"
	const given = readFileSync(own.path("a/errors.csv"), "utf8")
	await own.run(own.write("mended.csv", given.replace(tokenOf(3), card)), "b")
	expect(own.merchant.customers.map(({ number }) => number)).toContain("c3")
	return file
}

describe("a card that was refused, of a customer whom another run created since", () => {
	it("stays refused, and its customer is told as one without it", async () => {
		const file = await runRefused("")
		const finished = await own.run(file, "a")
		expect([finished.status, followUp("a")]).toEqual([1, [["card-not-stored", "c3"]]])
		expect(finished.stdout).not.toContain("Every customer")
		expect(table(own.path("a/results.csv"))[2]).toMatchObject({
			outcome: "existing",
			cards_sent: "0",
			cards_stored: "0",
		})
		expect(summary("a").tokens).toMatchObject({ sent: 2, refused: 1 })
		const { status, stdout } = await run(["verify", own.path("a")], own.environment)
		expect([status, stdout]).toEqual([1, expect.stringContaining("stands in follow-up.csv: There without this card")])
	})

	it("that Intergiro forgot, too", async () => {
		own.merchant.keep = (sent) => (sent.number === "c3" ? { ...whole(sent), method: [] } : whole(sent))
		const file = await runRefused(tokenOf(4))
		expect((await own.run(file, "a")).status).toBe(1)
		expect([followUp("a"), summary("a").tokens.refused]).toEqual([[["card-not-stored", "c3"]], 1])
	})

	it("is nobody's concern where another card has its place", async () => {
		const file = await runRefused(tokenOf(4))
		const finished = await own.run(file, "a")
		expect([finished.status, followUp("a"), cardsSent("a")]).toEqual([0, [], 2])
		expect(summary("a").tokens).toMatchObject({ sent: 2, replaced: 1 })
	})

	it("is told in every folder where somebody made the customer by hand, with a card that nobody sent", async () => {
		const file = own.write("customers.csv", [header, line("c1", tokenOf(1)), line("c3", tokenOf(3)), ""].join("\n"))
		own.merchant.trick = (number) => (number === "c3" ? declined : "create")
		expect((await own.run(file, "a")).status).toBe(1)
		const byHand = { ...stored(tokenOf(9)), expires: [3, 38] }
		const contact = { name: "Name c3", email: "c3@example.com" }
		own.merchant.put({ id: "by-hand", number: "c3", status: "active", contact, method: [byHand] })
		for (const folder of ["c", "d", "e"]) {
			const { status, stdout } = await own.run(file, folder)
			expect([folder, status, followUp(folder)]).toEqual([folder, 1, [["card-not-stored", "c3"]]])
			expect(stdout).not.toContain("Every customer")
		}
	})
})

it("only cards that were taken count as sent", async () => {
	const numbers = ["c1", "c2", "c3", "c4"]
	const file = own.write(
		"customers.csv",
		[header, ...numbers.map((number, index) => line(number, tokenOf(index + 1))), ""].join("\n"),
	)
	for (const number of ["c2", "c3", "c4"])
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
	await own.run(file, "a")
	own.merchant.cardTrick = (number) => (number === "c3" ? declined : number === "c4" ? "drop" : "create")
	await own.run(file, "a", "--add-cards")
	const { sent, added, missing, refused } = summary("a").tokens
	expect([sent, added, missing, refused, summary("a").tokens["in-doubt"]]).toEqual([1, 1, 0, 1, 1])
	expect(cardsSent("a")).toBe(2)
})

it("of a row with two cards, one of which was refused before, the other is left, and which it was is said", async () => {
	const two = (...rows: string[]) => ["number,name,email,card token,card token 2", ...rows, ""].join("\n")
	const other = (first: number) => `${line("c2", tokenOf(first))},${tokenOf(3)}`
	own.merchant.trick = (number) => (number === "c2" ? declined : "create")
	await own.run(own.write("first.csv", two(`${line("c1", tokenOf(1))},${tokenOf(5)}`, other(2))), "a")
	const before = own.merchant.received.length
	const given = readFileSync(own.path("a/errors.csv"), "utf8")
	await own.run(own.write("mended.csv", given.replace(tokenOf(2), tokenOf(9))), "b")
	expect(own.merchant.received).toHaveLength(before)
	expect(summary("b").tokens).toMatchObject({ refused: 1, left: 1 })
	expect(table(own.path("b/errors.csv"))[0]?.import_message).toContain(
		"the token of card 2 of 2 (ending in 1003, expires 12/2039)",
	)
})

it("a card that was refused or forgotten when it was added is nobody's concern where another run added one since", async () => {
	const numbers = ["c1", "c2", "c3"]
	const fileOf = (name: string, first: number) =>
		own.write(name, [header, ...numbers.map((number, at) => line(number, tokenOf(first + at))), ""].join("\n"))
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
	const file = fileOf("customers.csv", 1)
	own.merchant.cardTrick = (number) =>
		number === "c2" ? declined : number === "c3" ? { status: 201, body: stored(tokenOf(3)) } : "create"
	expect((await own.run(file, "a", "--add-cards")).status).toBe(1)
	expect(followUp("a")).toEqual([
		["card-not-stored", "c2"],
		["card-missing", "c3"],
	])
	own.merchant.cardTrick = () => "create"
	const anew = own.write("anew.csv", [header, line("c2", tokenOf(12)), line("c3", tokenOf(13)), ""].join("\n"))
	expect((await own.run(anew, "b", "--add-cards")).status).toBe(0)
	for (const more of [[], ["--add-cards"]]) {
		expect((await own.run(file, "a", ...more)).status).toBe(0)
		expect(followUp("a")).toEqual([])
	}
	expect((await own.run(file, "fresh")).status).toBe(0)
	expect(followUp("fresh")).toEqual([])
})
