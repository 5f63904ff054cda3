import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { unwell } from "./merchant.ts"

const own = fixture()

const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: number.slice(1), enc: number })
const numberOf = (index: number) => `c${String(1000 + index)}`

/** A file of so many customers, who are all there, without a card. */
function fileOf(count: number): string {
	const numbers = Array.from({ length: count }, (_, index) => numberOf(index + 1))
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
	const lines = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number)}`)
	return own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
}

const tokens = () => JSON.parse(readFileSync(own.path("out/summary.json"), "utf8")).tokens
const followUps = () =>
	table(own.path("out/follow-up.csv")).map(({ number, reason, message }) => [number, reason, message])
const added = () => own.merchant.added.map(({ number }) => number)

beforeEach(() => {
	own.merchant.keepCard = (token) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())
})

describe("a customer who cannot be read keeps nobody else from their cards", () => {
	it.each([
		["as it fails for ever", () => unwell, "Intergiro answered reading a customer with 503"],
		[
			"as it says nothing of cards",
			({ method: _, ...customer }: object & { method?: unknown }) => ({ status: 200, body: customer }),
			"does not say which cards the customer has",
		],
	] as const)("%s, and gets its own when it can be", async (_, answer, told) => {
		const file = fileOf(4)
		own.merchant.readTrick = (customer) => (customer.number === numberOf(2) ? answer(customer) : undefined)
		const first = await own.run(file, "out", "--add-cards")
		expect([first.status, added()]).toEqual([1, [1, 3, 4].map(numberOf)])
		expect(first.stdout).not.toContain("Every customer of the file")
		expect(followUps()).toEqual([[numberOf(2), "card-unknown", expect.stringContaining(told)]])
		expect(tokens()).toMatchObject({ added: 3, unread: 1 })
		own.merchant.readTrick = () => undefined
		expect((await own.run(file, "out", "--add-cards")).status).toBe(0)
		expect([added(), tokens().added]).toEqual([[1, 3, 4, 2].map(numberOf), 4])
	})

	it("but where the key may not read, or nobody can be read, the run stops", async () => {
		const file = fileOf(14)
		own.merchant.readTrick = () => ({ status: 403, body: { status: 403, type: "forbidden" } })
		const forbidden = await own.run(file, "out", "--add-cards")
		expect([forbidden.status, forbidden.stdout, added()]).toEqual([
			3,
			expect.stringContaining("The customers could not be read: Intergiro answered reading a customer with 403"),
			[],
		])
	})
})

it("of whoever was there before, and of whose cards nothing says a word, it is not known whether the card is there", async () => {
	const file = fileOf(3)
	own.merchant.listTrick = () => ({
		status: 200,
		body: own.merchant.customers.map(({ method, ...one }) => (one.number === numberOf(1) ? { ...one, method } : one)),
	})
	const { status, stdout } = await own.run(file, "out")
	expect([status, tokens().unread, tokens()["not-stored"]]).toEqual([0, 2, 1])
	expect(stdout).not.toContain("Every customer of the file")
	expect(stdout).toMatch(/2 cards were not sent, .* it is not known whether Intergiro has them already/)
	expect(stdout).toMatch(/card not stored +1 /)
	expect(followUps().map(([number, reason]) => [number, reason])).toEqual([
		[numberOf(1), "card-not-stored"],
		[numberOf(2), "card-unknown"],
		[numberOf(3), "card-unknown"],
	])
	expect((await own.run(file, "out", "--add-cards")).status).toBe(0)
	expect(tokens()).toMatchObject({ added: 3, unread: 0 })
})
