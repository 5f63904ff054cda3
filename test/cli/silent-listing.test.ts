import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { share } from "../sample.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Sent } from "./merchant.ts"

const own = fixture()

const tokenOf = (index: number, claims = {}) =>
	jwt({ iss: "card", xpr: [12, 39], last4: String(1000 + index), enc: index, ...claims })
const whole = ({ contact, method = [] }: Sent) => ({
	contact,
	method: method.map(({ card }) => {
		const { last4 } = JSON.parse(Buffer.from(card.split(".")[1] ?? "", "base64url").toString())
		return { type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] }
	}),
})

function fileOf(count: number, claims = {}): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const number = `c000${index + 1}`
		return `${number},Name ${number},${number}@example.com,${tokenOf(index + 1, claims)}`
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

describe("answers to creations that say nothing of cards", () => {
	beforeEach(() => {
		own.merchant.trick = (number) => ({ status: 201, creates: number, body: { id: "", number, status: "active" } })
	})

	it("leave it open whether they are there, with a public key, until a private one reads them", async () => {
		const file = fileOf(3)
		const { INTERGIRO_API_KEY: key = "" } = own.environment
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const finished = await own.run(file, "out")
		expect([finished.status, finished.stdout]).toEqual([1, expect.not.stringContaining("Every customer of the file")])
		expect(finished.stdout).toContain("with a private key")
		expect(summary().tokens).toMatchObject({ sent: 0, "not-known": 3 })
		expect(table(own.path("out/follow-up.csv")).map(({ number, reason }) => [number, reason])).toEqual([
			["c0001", "card-unknown"],
			["c0002", "card-unknown"],
			["c0003", "card-unknown"],
		])
		own.environment.INTERGIRO_API_KEY = key
		const read = await own.run(file, "out")
		expect([read.status, read.stdout]).toEqual([0, expect.stringContaining("Every customer of the file exists")])
		expect(summary().tokens).toMatchObject({ sent: 3, "not-known": 0 })
		expect(result("c0001")).toMatchObject({ outcome: "created", cards_stored: "1", checked: "yes" })
	})

	it("are no word of cards where nothing else is either, and one that has none is told", async () => {
		own.merchant.keep = ({ number }) => (number === "c0001" ? { method: undefined } : {})
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.map((one) => (one.number === "c0003" ? { ...one, method: [] } : one)),
		})
		expect((await own.run(fileOf(3), "out")).status).toBe(1)
		expect(summary().tokens).toMatchObject({ sent: 1, "not-known": 1, missing: 1 })
		expect(table(own.path("out/follow-up.csv")).map(({ number, reason }) => [number, reason])).toEqual([
			["c0001", "card-unknown"],
			["c0003", "card-missing"],
		])
		expect((await verify()).status).toBe(1)
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
		own.merchant.keep = ({ contact }) => ({ contact, method })
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

it("a listing that says nothing of cards is no word that somebody who was there before has none", async () => {
	const contact = { name: "Name c0002", email: "c0002@example.com" }
	own.merchant.put({
		id: "id-of-2",
		number: "c0002",
		status: "active",
		contact,
		method: [{ type: "card", last4: "1002" }],
	})
	await own.run(fileOf(3), "out")
	expect(table(own.path("out/follow-up.csv"))).toMatchObject([
		{ number: "c0002", reason: "card-unknown", message: expect.stringContaining("not known whether it has") },
	])
})

describe("a listing that shows another card than was sent", () => {
	const card = (last4: string, expires = [12, 39]) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires })
	const right = [card("1002")]
	/** Everybody is listed with the card that was sent, and the second one with these. */
	const listWith = (second: readonly object[]) => {
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.map((one) => ({
				...one,
				method: one.number === "c0002" ? second : [card(`100${one.number.at(-1)}`)],
			})),
		})
	}

	it("is told by verify where the run could not look, and no answer said which card it was", async () => {
		own.merchant.keep = (sent) => ({ ...whole(sent), method: undefined })
		own.merchant.trick = (number) => ({ status: 201, creates: number, body: { id: "", number, status: "active" } })
		const { INTERGIRO_API_KEY: key = "" } = own.environment
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		await own.run(fileOf(3), "out")
		own.environment.INTERGIRO_API_KEY = key
		listWith(right)
		expect((await verify()).status).toBe(0)
		listWith([card("9999")])
		const { status, stdout } = await verify()
		expect([status, stdout]).toEqual([1, expect.stringContaining("other cards at Intergiro than were stored")])
	})

	const answers = [
		["the answer said the right one", whole],
		["the answer said nothing of cards", (sent: Sent) => ({ ...whole(sent), method: undefined })],
	] as const
	const shown = [
		["the last digits", [card("9999")], "not the card of the file"],
		["the expiry", [card("1002", [1, 31])], "not the card of the file"],
		["the scheme", [{ ...card("1002"), scheme: "amex" }], "not the card of the file"],
		["one too many", [...right, card("9999")], "more cards"],
		["the same one twice", [...right, ...right], "more cards"],
	] as const
	const all = answers.flatMap(([answer, keep]) =>
		shown.map(([what, method, told]) => [what, answer, keep, method, told] as const),
	)

	// Each answer and each card, but not all of them together.
	it.each(share(all, 2))(
		"is told of %s where %s, by the run and by verify, from the first look or a later one, until it is right",
		async (_, __, keep, method, told) => {
			own.merchant.trick = () => "create"
			own.merchant.keep = keep
			const file = fileOf(3, { scheme: "visa" })
			for (const second of [method, right, method, right]) {
				listWith(second)
				const { status, stdout } = await own.run(file, "out")
				if (second === right) {
					expect([status, stdout]).toEqual([0, expect.stringContaining("Every customer of the file")])
					expect((await verify()).status).toBe(0)
					continue
				}
				expect([status, stdout]).toEqual([1, expect.not.stringContaining("Every customer of the file")])
				expect(table(own.path("out/follow-up.csv"))).toMatchObject([
					{ number: "c0002", reason: "differs", message: expect.stringContaining(told) },
				])
				expect((await verify()).status).toBe(1)
			}
		},
	)
})

it("a listing without cards says nothing of a card that another run added since the customer was found", async () => {
	own.merchant.keep = ({ contact, number, method = [] }) => ({
		contact,
		method: method.map(() => ({
			type: "card",
			scheme: "visa",
			iin: "411111",
			last4: `1${number.slice(-3)}`,
			expires: [12, 39],
		})),
	})
	own.merchant.keepCard = () => ({ type: "card", scheme: "visa", iin: "411111", last4: "2000", expires: [11, 38] })
	own.merchant.listTrick = () => ({
		status: 200,
		body: own.merchant.customers.filter(({ number }) => number !== "c0002"),
	})
	expect((await own.run(fileOf(3, { last4: undefined }), "out")).status).toBe(4)
	own.merchant.listTrick = () => undefined
	expect((await own.run(fileOf(3, { last4: undefined }), "out")).status).toBe(0)
	expect(result("c0002")).toMatchObject({ outcome: "adopted", last4: "1002" })
	own.merchant.listTrick = () => ({
		status: 200,
		body: own.merchant.customers.map(({ method: _, ...listed }) => listed),
	})
	const more = own.write(
		"more.csv",
		`number,name,email,card token\nc0002,Name c0002,c0002@example.com,${tokenOf(9, { last4: undefined, xpr: [11, 38] })}\n`,
	)
	expect((await own.run(more, "more", "--add-cards")).status).toBe(0)
	expect((await own.run(fileOf(3, { last4: undefined }), "out")).status).toBe(0)
	own.merchant.listTrick = () => undefined
	expect((await own.run(fileOf(3, { last4: undefined }), "out")).status).toBe(0)
	// What a listing says of cards it says of them.
	const [kept] = own.merchant.customers.filter(({ number }) => number === "c0002")
	own.merchant.remove(kept?.id ?? "")
	own.merchant.put({
		...kept,
		id: kept?.id ?? "",
		number: "c0002",
		status: "active",
		method: [],
	})
	expect((await own.run(fileOf(3, { last4: undefined }), "out")).status).toBe(1)
	expect(table(own.path("out/follow-up.csv"))).toMatchObject([{ number: "c0002", reason: "card-missing" }])
})
