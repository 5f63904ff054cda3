import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"
import type { Kept } from "./merchant.ts"

const own = fixture()

/** So many customers exist without a card, by an earlier run; the file has cards for them. */
async function bare(count: number, inFile = count): Promise<string> {
	own.merchant.keep = ({ contact }) => ({ contact, method: [] })
	const before = readFileSync(plainFile(own.folder, count), "utf8").replaceAll(/,token-c\d+/g, ",")
	expect((await own.run(own.write("before.csv", before), "before")).status).toBe(0)
	return plainFile(own.folder, inFile)
}

const add = (file: string, ...more: string[]) => own.run(file, "out", "--add-cards", ...more)
const command = (...parameters: string[]) => run(parameters, own.environment)
const sent = () => own.merchant.added.map(({ number }) => number)
const lines = (name: string) => table(own.path("out", name))
const customers = () => own.merchant.customers as Kept[]
const figures = () => JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))

describe("after cards were added", () => {
	it("has everybody in a file whose card was not: nobody of this number, or two, and creates none of them", async () => {
		const file = await bare(2, 3)
		const [, second] = customers()
		if (second) customers().push({ ...second, id: "another-one-0001" })
		expect([(await add(file)).status, sent()]).toEqual([4, ["c0001"]])
		expect(lines("errors.csv")).toMatchObject([{ import_row: "4", import_code: "no-customer" }])
		expect(lines("unknown.csv")).toMatchObject([{ import_row: "3", import_outcome: "conflict" }])
		expect(figures().tokens).toMatchObject({ added: 1, left: 1, unknown: 1, pending: 0 })
		expect(own.merchant.received).toHaveLength(2)
		const created = await own.run(file, "out")
		expect([created.status, own.merchant.received.length, lines("errors.csv")]).toEqual([4, 3, []])
	})

	it("has the stored cards in results.csv, and tells of those that are gone since", async () => {
		const file = await bare(3)
		const usage = await add(file, "--resend-unknown")
		expect([usage.status, usage.stderr]).toEqual([2, expect.stringContaining("creates nobody")])
		expect([(await add(file, "--first", "1")).status, sent()]).toEqual([3, ["c0001"]])
		expect((await add(file)).status).toBe(0)
		const cells = lines("results.csv").map((line) => [line.cards_sent, line.cards_stored, line.last4, line.checked])
		expect(cells).toEqual([1, 2, 3].map(() => ["1", "1", "4242", "yes"]))
		expect((await command("verify", own.path("out"))).status).toBe(0)
		customers().splice(
			0,
			2,
			...customers()
				.slice(0, 2)
				.map((one, index) => ({
					...one,
					status: index ? "suspended" : one.status,
					method: index ? (one.method ?? []) : [],
				})),
		)
		const verified = await command("verify", own.path("out"))
		expect(verified.status).toBe(1)
		expect(verified.stdout).toMatch(
			/c0001: \S+ has 0 cards[\s\S]*c0002: \S+ is suspended[\s\S]*with other cards than were stored +1\n +not active any more +1/,
		)
	})

	it("compares each with what was sent, and looks at the end whether it is there", async () => {
		const file = await bare(2)
		const answer = { type: "card", scheme: "visa", iin: "411111", last4: "1111", expires: [2, 2029] }
		// The answer says that it is stored, and it is not.
		own.merchant.cardTrick = () => ({ status: 201, body: answer })
		expect((await add(file)).status).toBe(1)
		expect(lines("follow-up.csv").map(({ reason }) => reason)).toEqual(["card-missing", "card-missing"])
		expect(lines("results.csv").map((line) => [line.cards_stored, line.checked])).toEqual(
			[1, 2].map(() => ["0", "card-missing"]),
		)
		own.merchant.cardTrick = () => "create"
		const token = jwt({ iss: "card", iat: 1, xpr: [2, 29], last4: "1111" })
		const other = own.write(
			"other.csv",
			readFileSync(file, "utf8").replace("token-c0001", token).replace("token-", "new-"),
		)
		const first = await own.run(other, "other", "--add-cards")
		expect([first.status, first.stderr]).toEqual([3, expect.stringContaining("not the one that was sent")])
		expect(table(own.path("other/follow-up.csv"))[0]).toMatchObject({ number: "c0001", reason: "differs" })
		expect((await command("verify", own.path("other"))).stdout).toMatch(/other than sent, as seen last +1$/m)
	})

	it("tells of more cards than were there and sent", async () => {
		const file = await bare(2)
		const twice = { type: "card", scheme: "visa", iin: "411111", last4: "4242", expires: [12, 2039] }
		own.merchant.cardTrick = (number) => {
			if (number !== "c0002") return "create"
			const place = customers().findIndex((one) => one.number === number)
			const [one] = customers().slice(place)
			if (one) customers()[place] = { ...one, method: [twice, twice] }
			return { status: 201, body: twice }
		}
		expect((await add(file)).status).toBe(1)
		expect(lines("follow-up.csv")).toMatchObject([
			{
				...{ number: "c0002", reason: "card-twice", further_reasons: "differs" },
				message: expect.stringContaining("more cards"),
			},
		])
		expect(figures().cameBack.differing).toBe(1)
		expect((await command("verify", own.path("out"))).stdout).toMatch(/other cards than were stored +1$/m)
		// A person looked, and it is so.
		expect((await command("settle", own.path("out"), "c0002", "--right")).status).toBe(0)
		expect((await add(file)).status).toBe(0)
	})

	it("lets a person end a doubt about a card, for whom it was not stored and for whom it was", async () => {
		const file = await bare(2)
		own.merchant.cardTrick = () => "drop"
		expect([(await add(file)).status, figures().tokens["in-doubt"]]).toEqual([4, 2])
		own.merchant.cardTrick = () => "create"
		const settle = (number: string, ...words: string[]) => command("settle", own.path("out"), number, ...words)
		const wrong = await settle("c0001", "--absent")
		expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining("--card-absent")])
		expect((await settle("c0001", "--card-absent")).status).toBe(0)
		const place = customers().findIndex(({ number }) => number === "c0002")
		const [second] = customers().slice(place)
		if (second) customers()[place] = { ...second, method: [{ type: "card", last4: "7777" }] }
		expect((await settle("c0002", "--card-stored")).status).toBe(0)
		expect([(await add(file)).status, sent().sort()]).toEqual([0, ["c0001", "c0001", "c0002"]])
		expect(lines("results.csv").map(({ last4 }) => last4)).toEqual(["4242", "7777"])
		expect(readFileSync(own.path("out/journal.log"), "utf8").match(/"type":"card-word"/g)).toHaveLength(2)
		expect((await settle("c0002", "--card-absent", "--card-stored")).status).toBe(2)
	})

	it("knows a customer by the number that Intergiro gave it in another run", async () => {
		own.merchant.trick = (number) =>
			number === "c0001" ? { status: 201, creates: "51", body: { id: "", number: "51" } } : "create"
		const file = plainFile(own.folder, 2)
		expect((await own.run(file, "before", "--accept-differences")).status).toBe(1)
		const other = own.write("same.csv", readFileSync(file, "utf8"))
		const again = await own.run(other, "out")
		expect([again.status, own.merchant.received.length]).toEqual([1, 2])
		expect(lines("results.csv")[0]).toMatchObject({ outcome: "existing", given_number: "51", checked: "other-number" })
		expect(lines("follow-up.csv")).toMatchObject([{ reason: "renumbered", number: "c0001" }])
		const { status, stdout } = await command("verify", own.path("out"))
		expect([status, stdout]).toEqual([1, expect.stringMatching(/stands in follow-up\.csv: Renumbered/)])
	})
})
