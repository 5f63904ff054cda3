import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { keepCards, tokenOf } from "./stored-cards.ts"

const own = fixture()

const numbers = ["01", "02", "03"]

beforeEach(() => keepCards(own.merchant))

/** Each with a card, and with a second one, or not. */
function fileOf(name: string, hasSecond = false, of = numbers): string {
	const lines = of.map((number) =>
		[
			number,
			`Name ${number}`,
			`${number}@example.com`,
			tokenOf(`10${number}`),
			hasSecond ? tokenOf(`20${number}`) : "",
		].join(),
	)
	return own.write(name, ["number,name,email,card token,card token 2", ...lines, ""].join("\n"))
}

async function into(folder: string, file: string, key: "public" | "private", ...more: string[]) {
	const before = own.environment.INTERGIRO_API_KEY ?? ""
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status } = await own.run(file, folder, ...more)
	own.environment.INTERGIRO_API_KEY = before
	const lines = status === 0 ? [] : table(own.path(folder, "follow-up.csv"))
	return { status, lines, told: lines.map(({ number, reason }) => `${number} ${reason}`) }
}

const verify = (folder: string) => run(["verify", own.path(folder)], own.environment)

/** Somebody at Intergiro exchanges the numbers of two customers. */
function exchange(): void {
	const [one, other] = ["01", "02"].map((number) => own.merchant.customers.find((kept) => kept.number === number))
	if (one === undefined || other === undefined) throw new Error("One of the two is not there.")
	for (const { id } of [one, other]) own.merchant.remove(id)
	own.merchant.put({ ...one, number: other.number })
	own.merchant.put({ ...other, number: one.number })
}

describe("two customers whose numbers were exchanged at Intergiro and put right again", () => {
	it("are right in a folder that heard of it and cannot look, once another one looked", async () => {
		const [one, two] = [fileOf("one.csv"), fileOf("two.csv", true)]
		await into("a", one, "private")
		exchange()
		const exchanged = ["01 card-question", "02 card-question"]
		expect((await into("b", two, "private", "--add-cards")).told).toEqual(exchanged)
		expect((await into("p", two, "public")).told).toEqual(["01 renumbered", "02 renumbered"])
		exchange()
		expect(await into("b", two, "private", "--add-cards")).toMatchObject({ status: 0 })
		expect(await into("a", one, "private")).toMatchObject({ status: 0 })
		expect(await into("p", two, "public")).toMatchObject({ status: 0, told: [] })
		expect(await verify("p")).toMatchObject({ status: 0, stderr: "" })
	})

	it("are the same in verify, although the folder did not run since", async () => {
		const one = fileOf("one.csv")
		await into("a", one, "private")
		exchange()
		await into("b", fileOf("again.csv"), "private")
		expect((await verify("b")).status).toBe(1)
		exchange()
		const { status, stdout } = await verify("b")
		expect([status, stdout]).toEqual([0, expect.stringMatching(/the same +3\n/)])
		expect(stdout).not.toContain("another customer number")
		// The file is of the last run, and verify says so.
		const stale = "results.csv has another number in given_number for 2 customers, as seen last"
		const given = () => table(own.path("b/results.csv")).map(({ given_number }) => given_number)
		expect([given(), stdout]).toEqual([["02", "01", ""], expect.stringContaining(stale)])
		await into("b", fileOf("again.csv"), "private")
		expect([given(), (await verify("b")).stdout]).toEqual([["", "", ""], expect.not.stringContaining(stale)])
	})

	it("name no step but to look, where one of the two only was seen since", async () => {
		await into("a", fileOf("one.csv"), "private")
		exchange()
		const both = fileOf("again.csv")
		await into("b", both, "private")
		await into("p", both, "public")
		exchange()
		await into("c", fileOf("single.csv", false, ["01", "03"]), "private")
		const { lines } = await into("p", both, "public")
		expect(lines.map(({ number }) => number)).toEqual(["02"])
		for (const { what_to_do, message } of lines) {
			expect(what_to_do).not.toContain("settle")
			expect(what_to_do).toMatch(/verify/i)
			expect(message).not.toContain("has this customer under the number")
		}
		expect((await verify("p")).status).toBe(0)
	})
})
