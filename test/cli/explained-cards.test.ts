import { existsSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, keepCards, tokenOf } from "./stored-cards.ts"

const own = fixture()

const refusal = (error: string) => ({ status: 400, body: { status: 400, type: "invalid content", error } })
const well = { status: 0, told: [] }
const other = { status: 1, told: ["c2 differs"] }

beforeEach(() => keepCards(own.merchant))

/** @param second the token of the second card of c2 */
function fileOf(name: string, second = ""): string {
	const lines = ["c1", "c2"].map((number, index) => {
		const tokens = [tokenOf(`100${index + 1}`), number === "c2" ? second : ""]
		return [number, `Name ${number}`, `${number}@example.com`, ...tokens].join()
	})
	return own.write(`${name}.csv`, ["number,name,email,card token,card token 2", ...lines, ""].join("\n"))
}

async function into(folder: string, file: string, ...more: string[]) {
	const { status } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const lines = existsSync(path) ? table(path) : []
	const told = lines.map(({ number, reason, further_reasons }) => [number, reason, further_reasons].join(" ").trim())
	return { status, told }
}

const verify = async (folder: string) => (await run(["verify", own.path(folder)], own.environment)).status

/** Somebody at Intergiro gives c2 one more card. */
function giveOneMore(one: object): void {
	const before = own.merchant.customers.find(({ number }) => number === "c2")
	if (before === undefined) throw new Error("There is no c2.")
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, method: [...(before.method ?? []), one] })
}

describe.each([
	["for its card", refusal("card declined")],
	["for 3-D Secure", refusal("verification required")],
	["for something else", refusal("invalid input")],
])("a card that was refused %s when it was added", (_, refused) => {
	it.each([
		["named by its last digits", true],
		["of a month alone", false],
	])("explains none that nobody sent, in no folder (%s)", async (_, isNamed) => {
		const [one, two] = [fileOf("one"), fileOf("two", tokenOf("2002", isNamed))]
		expect(await into("a", one)).toEqual(well)
		own.merchant.cardTrick = () => refused
		const without = await into("b", two, "--add-cards")
		expect(without).toMatchObject({ status: 1, told: [expect.stringMatching(/^c2 /)] })
		expect(without.told[0]).not.toContain("differs")
		giveOneMore(card("0666", [7, 31]))
		expect([await verify("a"), await into("a", one), await into("c", one)]).toEqual([1, other, other])
		for (const folder of ["b", "d"]) {
			const { status, told } = await into(folder, two)
			expect([folder, status, told]).toEqual([folder, 1, [expect.stringContaining("differs")]])
		}
		for (const folder of ["a", "b", "c", "d"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
	})
})

describe("a card of the file that is there by its last digits and expiry", () => {
	it("is none that nobody sent, where somebody put it there by hand", async () => {
		const two = fileOf("two", tokenOf("2002", true))
		expect(await into("a", fileOf("one"))).toEqual(well)
		giveOneMore(card("2002"))
		for (const more of [[], ["--add-cards"]]) expect(await into("b", two, ...more)).toEqual(well)
		expect([await into("c", two), await verify("b"), await verify("c")]).toEqual([well, 0, 0])
		// Whose file does not have it cannot know that.
		expect(await into("a", fileOf("one"))).toEqual(other)
		expect([await into("b", two), await into("c", two)]).toEqual([well, well])
		giveOneMore(card("0666", [7, 31]))
		expect([await verify("b"), await verify("c")]).toEqual([1, 1])
		expect([await into("b", two), await into("c", two)]).toEqual([other, other])
	})

	it("is none that nobody sent, where it was refused when it was sent", async () => {
		const two = fileOf("two", tokenOf("2002", true))
		expect(await into("a", fileOf("one"))).toEqual(well)
		own.merchant.cardTrick = () => refusal("verification required")
		expect(await into("b", two, "--add-cards")).toMatchObject({ status: 1 })
		giveOneMore(card("2002"))
		for (const folder of ["b", "c"]) expect([folder, await into(folder, two)]).toEqual([folder, well])
		expect([await verify("b"), await verify("c")]).toEqual([0, 0])
		giveOneMore(card("0666", [7, 31]))
		expect([await verify("b"), await verify("c")]).toEqual([1, 1])
		for (const folder of ["b", "c"]) expect([folder, await into(folder, two)]).toEqual([folder, other])
	})

	it("explains no second one like it", async () => {
		const two = fileOf("two", tokenOf("2002", true))
		expect(await into("a", fileOf("one"))).toEqual(well)
		giveOneMore(card("2002"))
		giveOneMore(card("2002"))
		expect(await into("b", two)).toEqual(other)
		expect(await verify("b")).toBe(1)
	})
})
