import { readFileSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** A token that says the month of its card alone. */
const tokenOf = (last4: string, year: number) => jwt({ iss: "card", xpr: [12, year], enc: last4 })

async function into(folder: string, tokens: readonly string[], ...more: string[]) {
	const lines = [
		"number,name,email,card token,card token 2",
		`c1,Anna Ek,anna@example.com,${tokens[0]},${tokens[1] ?? ""}`,
		"",
	]
	const { status } = await own.run(own.write(`${folder}.csv`, lines.join("\n")), folder, ...more)
	const [told] = table(own.path(folder, "follow-up.csv"))
	const { tokens: fates } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	return { status, reason: told?.reason, further: told?.further_reasons, message: told?.message ?? "", fates }
}

beforeEach(() => {
	own.merchant.put({
		id: "from-elsewhere",
		number: "c1",
		status: "active",
		contact: { name: "Anna Ek", email: "anna@example.com" },
		method: [{ type: "card", scheme: "visa", iin: "411111", last4: "1111", expires: [12, 38] }],
	})
})

it("of two cards the one of the month that is there is a question, and the other one is not stored, whatever was asked to be done", async () => {
	const tokens = [tokenOf("1111", 38), tokenOf("2222", 39)]
	const plain = await into("plain", tokens)
	expect(plain).toMatchObject({ status: 1, reason: "card-alike", further: "card-not-stored" })
	expect(plain.fates).toMatchObject({ asked: 1, "not-stored": 1 })
	expect(plain.message).toContain("Card 1 of 2 (expires 12/2038)")
	expect(own.merchant.added).toHaveLength(0)
	expect(await into("adding", tokens, "--add-cards")).toMatchObject({ status: 1, reason: "card-alike" })
	expect(own.merchant.added.map(({ card }) => card)).toEqual([tokens[1]])
})

it("of two cards of one month either may be the one that is there", async () => {
	const plain = await into("plain", [tokenOf("1111", 38), tokenOf("2222", 38)])
	expect(plain).toMatchObject({ status: 1, reason: "card-alike" })
	expect(plain.fates).toMatchObject({ asked: 2 })
})

it("of two cards of other months none is a question", async () => {
	const plain = await into("plain", [tokenOf("1111", 37), tokenOf("2222", 39)])
	expect(plain).toMatchObject({ status: 0, reason: "card-not-stored" })
	expect(plain.fates).toMatchObject({ "not-stored": 2 })
})
