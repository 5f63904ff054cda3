import { existsSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const told = (folder: string) =>
	table(own.path(folder, "results.csv")).map(({ number, given_number, id, outcome }) => [
		number,
		given_number,
		id,
		outcome,
	])
const followUps = (folder: string) => {
	const path = own.path(folder, "follow-up.csv")
	return existsSync(path) ? table(path).map(({ number, reason }) => [number, reason]) : []
}
const message = (folder: string) => table(own.path(folder, "unknown.csv"))[0]?.import_message ?? ""
const id = () => own.merchant.customers[1]?.id ?? ""
const settle = (...words: string[]) => run(["settle", own.path("out"), ...words], own.environment)

let file: string

/** The second customer is made under another number, and the answer is lost: in doubt in the folder that sent it, and in one that did not. */
async function losesTheAnswer(given: string): Promise<void> {
	own.merchant.keep = ({ contact, method = [] }) => ({
		contact,
		method: method.map(() => ({ type: "card", last4: "1111" })),
	})
	own.merchant.trick = (number) =>
		number === "001005" ? { status: 502, creates: given, body: "<html>Bad Gateway</html>" } : "create"
	file = own.write("customers.csv", "number,name,card token\n001004,Anna Ek,token-one\n001005,Bo Ek,token-two\n")
	expect((await own.run(file, "out")).status).toBe(4)
	expect((await own.run(file, "other")).status).toBe(4)
	expect((await own.run(file, "other")).status).toBe(4)
	const code = given === "1005" ? "other-spelling" : "earlier-run"
	expect(table(own.path("other/unknown.csv"))).toMatchObject([{ number: "001005", import_code: code }])
	own.merchant.trick = () => "create"
}

for (const [kind, given] of [
	["another spelling of its number", "1005"],
	["another number", "X-77"],
] as const)
	describe(`a customer in doubt whom Intergiro has under ${kind}`, () => {
		beforeEach(() => losesTheAnswer(given))

		it("is told of in one sentence, however often it is looked for", () => {
			const told =
				given === "1005" ? "The same customer, or another one?" : "Two listings of all customers did not hold it."
			expect(message("other").split(told)).toHaveLength(2)
		})

		it("is known in every folder once a person found it in one, and looked after in none", async () => {
			expect((await settle("001005", "--id", id(), "--number", given)).status).toBe(0)
			for (const [folder, outcome] of [
				["out", "adopted"],
				["other", "existing"],
				["fresh", "existing"],
			] as const) {
				const { status, stdout } = await own.run(file, folder)
				expect([folder, status, followUps(folder)]).toEqual([folder, 0, []])
				expect(stdout).toContain("Every customer of the file exists at Intergiro.")
				expect(told(folder)[1]).toEqual(["001005", given, id(), outcome])
			}
			expect(own.merchant.received).toHaveLength(2)
		})

		it("is in doubt for another reason where it is gone since", async () => {
			expect((await settle("001005", "--id", id(), "--number", given)).status).toBe(0)
			own.merchant.remove(id())
			for (const folder of ["other", "fresh"]) {
				expect((await own.run(file, folder)).status).toBe(4)
				expect([folder, message(folder)]).toEqual([folder, expect.stringContaining("may have been removed")])
			}
			expect(own.merchant.received).toHaveLength(2)
		})

		it("is looked after in all folders where it has a third number since", async () => {
			expect((await settle("001005", "--id", id(), "--number", given)).status).toBe(0)
			const found = own.merchant.customers[1]
			own.merchant.remove(id())
			if (found) own.merchant.put({ ...found, number: "moved" })
			for (const folder of ["out", "other", "fresh"]) {
				const { status } = await own.run(file, folder)
				expect([folder, status, followUps(folder)]).toEqual([folder, 1, [["001005", "renumbered"]]])
				expect([folder, told(folder)[1]?.[2]]).toEqual([folder, found?.id])
			}
			expect(own.merchant.received).toHaveLength(2)
		})
	})

it("is not created again, by consent either, where another folder created it and it has another number since", async () => {
	own.merchant.keep = ({ contact }) => ({ contact })
	file = own.write("customers.csv", "number,name\n1,Anna Ek\n2,Bo Ek\n")
	expect((await own.run(file, "out")).status).toBe(0)
	const [, found] = own.merchant.customers
	own.merchant.remove(id())
	if (found) own.merchant.put({ ...found, number: "moved" })
	for (const more of [[], ["--resend-unknown"]]) expect((await own.run(file, "fresh", ...more)).status).toBe(1)
	expect(told("fresh")).toEqual([
		["1", "", own.merchant.customers[0]?.id, "existing"],
		["2", "moved", found?.id, "existing"],
	])
	expect(own.merchant.received).toHaveLength(2)
})

it("stays in doubt in a folder that did not send it until a person there says that it is not at Intergiro", async () => {
	await losesTheAnswer("1005")
	own.merchant.remove(id())
	expect((await settle("001005", "--absent")).status).toBe(0)
	expect((await own.run(file, "other")).status).toBe(4)
	expect(own.merchant.received).toHaveLength(2)
})
