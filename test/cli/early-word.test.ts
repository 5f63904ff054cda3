import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const hidden = (number: string) => ({
	status: 200,
	body: own.merchant.customers.filter((one) => one.number !== number),
})
const results = (folder: string) =>
	table(own.path(folder, "results.csv")).map(({ number, outcome, cards_sent }) => [number, outcome, cards_sent])

let file: string
beforeEach(() => {
	own.merchant.keep = ({ method = [] }) => ({ method: method.map(() => ({ type: "card", last4: "1111" })) })
	file = own.write("customers.csv", "number,name,card token\n1,Anna Ek,token-one\n2,Bo Ek,token-two\n")
})

describe("a customer whose answer was lost and whom a listing does not hold yet", () => {
	beforeEach(async () => {
		own.merchant.listTrick = () => hidden("2")
		own.merchant.trick = (number) => (number === "2" ? "create-and-drop" : "create")
		expect((await own.run(file, "out")).status).toBe(4)
	})

	describe("and of whom a person says too early that it is not there", () => {
		beforeEach(async () => {
			expect((await run(["settle", own.path("out"), "2", "--absent"], own.environment)).status).toBe(0)
		})

		it("stays in doubt where it is refused then, since its first try may have spent the card token", async () => {
			own.merchant.trick = () => ({ status: 400, body: { status: 400, type: "x", error: "card token was used" } })
			const { status, stderr } = await own.run(file, "out")
			expect(status).toBe(4)
			expect(stderr).not.toContain("Nothing was created")
			expect(table(own.path("out/errors.csv"))).toEqual([])
			expect(table(own.path("out/unknown.csv")).map(({ number }) => number)).toEqual(["2"])
			own.merchant.listTrick = () => undefined
			expect((await own.run(file, "out")).status).toBe(0)
			expect(results("out")).toEqual([
				["1", "created", "1"],
				["2", "adopted", "1"],
			])
			expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual([1, 1])
		})

		it("stays in doubt where a run that adds cards only did not find it either", async () => {
			await own.run(file, "out", "--add-cards")
			expect(table(own.path("out/errors.csv")).map(({ import_code }) => import_code)).toEqual(["no-customer"])
			own.merchant.trick = () => ({ status: 400, body: { status: 400, type: "x", error: "card token was used" } })
			const { status, stderr } = await own.run(file, "out")
			expect([status, stderr.includes("Nothing was created")]).toEqual([4, false])
			expect(table(own.path("out/errors.csv"))).toEqual([])
			own.merchant.listTrick = () => undefined
			expect((await own.run(file, "out")).status).toBe(0)
			expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual([1, 1])
		})

		it("is this run's own, with its card, where it is found before it is sent again", async () => {
			own.merchant.listTrick = () => undefined
			expect((await own.run(file, "out")).status).toBe(0)
			expect(results("out")).toEqual([
				["1", "created", "1"],
				["2", "adopted", "1"],
			])
			expect(own.merchant.received).toHaveLength(2)
		})
	})

	it("is no customer of another folder, whose card was never sent", async () => {
		const other = own.write("others.csv", "number,name,card token\n2,Bo Ek,token-three\n")
		expect((await own.run(other, "other")).status).toBe(4)
		own.merchant.listTrick = () => undefined
		expect((await own.run(other, "other")).status).toBe(0)
		expect(results("other")).toEqual([["2", "existing", "0"]])
		expect(table(own.path("other/follow-up.csv")).map(({ number, reason }) => [number, reason])).toEqual([
			["2", "card-not-stored"],
		])
		expect(own.merchant.received.filter(({ body }) => body.includes("token-three"))).toEqual([])
	})
})

describe("a customer whose answer was lost, whose card token is refused as used then, and who is not there by a person's word", () => {
	const used = { status: 400, body: { status: 400, type: "x", error: "card token was used" } } as const
	const sent = () => own.merchant.received.filter(({ number }) => number === "2").length
	beforeEach(async () => {
		own.merchant.trick = (number) => (number === "2" ? "drop" : "create")
		expect((await own.run(file, "out")).status).toBe(4)
		own.merchant.trick = () => used
		expect((await own.run(file, "out", "--resend-unknown", "--settle", "0.4")).status).toBe(4)
		expect((await own.run(file, "out", "--resend-unknown", "--settle", "0.4")).status).toBe(4)
		expect(sent()).toBe(2)
		expect((await run(["settle", own.path("out"), "2", "--absent"], own.environment)).status).toBe(0)
	})

	it("is asked for a new card, and its token is sent by no run once more", async () => {
		expect((await own.run(file, "out")).status).toBe(1)
		const [error] = table(own.path("out/errors.csv"))
		expect(error).toMatchObject({ number: "2", import_outcome: "rejected", import_code: "token used" })
		expect(error?.import_message).toContain("the card needs a new token")
		expect(table(own.path("out/follow-up.csv")).map(({ reason }) => reason)).toEqual(["rejected"])
		expect((await own.run(own.path("out/errors.csv"), "again")).status).toBe(1)
		expect(table(own.path("again/errors.csv"))).toMatchObject([{ number: "2", import_outcome: "rejected" }])
		expect((await own.run(file, "other")).status).toBe(1)
		expect(sent()).toBe(2)
		own.merchant.trick = () => "create"
		const mended = readFileSync(own.path("out/errors.csv"), "utf8").replace("token-two", "token-new")
		expect((await own.run(own.write("mended.csv", mended), "mended")).status).toBe(0)
		expect([sent(), own.merchant.ledger.get("2")?.length]).toEqual([3, 1])
		expect((await own.run(file, "out")).status).toBe(0)
	})

	it("is this run's own where it is found all the same", async () => {
		expect((await own.run(file, "out")).status).toBe(1)
		own.merchant.put({ id: "late", number: "2", status: "active" })
		await own.run(file, "out")
		expect(results("out").map(([number, outcome]) => [number, outcome])).toEqual([
			["1", "created"],
			["2", "adopted"],
		])
	})
})
