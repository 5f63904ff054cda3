import { existsSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, keepCards, tokenOf } from "./stored-cards.ts"

const own = fixture()

const refusal = (error: string) => ({ status: 400, body: { status: 400, type: "invalid content", error } })
const well = { status: 0, told: [] }

beforeEach(() => keepCards(own.merchant))

/** @param second the token of the second card of c2 */
function fileOf(name: string, second = ""): string {
	const lines = ["c1", "c2"].map((number, index) => {
		const tokens = [tokenOf(`100${index + 1}`), number === "c2" ? second : ""]
		return [number, `Name ${number}`, `${number}@example.com`, ...tokens].join()
	})
	return own.write(`${name}.csv`, ["number,name,email,card token,card token 2", ...lines, ""].join("\n"))
}

const followUp = (folder: string) =>
	existsSync(own.path(folder, "follow-up.csv")) ? table(own.path(folder, "follow-up.csv")) : []

async function into(folder: string, file: string, ...more: string[]) {
	const { status } = await own.run(file, folder, ...more)
	return { status, told: followUp(folder).map(({ number, reason }) => `${number} ${reason}`) }
}

const verify = async (folder: string) => (await run(["verify", own.path(folder)], own.environment)).status

/** Somebody at Intergiro gives c2 other cards. */
function give(...method: readonly object[]): void {
	const before = own.merchant.customers.find(({ number }) => number === "c2")
	if (before === undefined) throw new Error("There is no c2.")
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, method })
}

describe.each([
	["declined", refusal("card declined"), "card-not-stored"],
	["to be verified", refusal("verification required"), "verification-required"],
])("a card that was %s when it was added, and is there since", (_, refused, reason) => {
	it("ends by a person's word that it is that one, in every folder, and its token is never sent again", async () => {
		const [one, two] = [fileOf("one"), fileOf("two", tokenOf("2002"))]
		await own.run(one, "a")
		own.merchant.cardTrick = () => refused
		expect(await into("b", two, "--add-cards")).toEqual({ status: 1, told: [`c2 ${reason}`] })
		// Nothing is there that it may be.
		expect(followUp("b")[0]?.what_to_do).not.toContain("--confirm-cards")
		give(card("1002"), card("2002"))
		// Verify does not say that it is none of the file's, of which there are two.
		expect((await run(["verify", own.path("b")], own.environment)).stdout).toContain(
			"has 2 cards at Intergiro, and 1 was stored; the other may be a card of the file that was refused, and is there since: run the same command again",
		)
		for (const folder of ["b", "c"]) {
			expect(await into(folder, two)).toMatchObject({ status: 1 })
			expect(followUp(folder)[0]?.what_to_do).toContain("the card ending in 2002")
			expect(followUp(folder)[0]?.what_to_do).toContain("--confirm-cards 3.2=there")
		}
		const said = await run(["settle", own.path("b"), "c2", "--card-stored"], own.environment)
		expect([said.status, said.stderr]).toEqual([2, expect.stringContaining("--confirm-cards 3=there")])
		own.merchant.cardTrick = () => "create"
		const sent = own.merchant.added.length
		// No word makes it another one that is to be added.
		expect(await into("b", two, "--add-cards", "--confirm-cards", "3.2=another")).toMatchObject({ status: 1 })
		expect(await into("c", two, "--add-cards", "--confirm-cards", "3.2=there")).toEqual(well)
		for (const folder of ["b", "c", "d"]) expect([folder, await into(folder, two)]).toEqual([folder, well])
		for (const folder of ["a", "e"]) expect([folder, await into(folder, one)]).toEqual([folder, well])
		for (const folder of ["a", "b", "c", "d", "e"]) expect([folder, await verify(folder)]).toEqual([folder, 0])
		// It is a word for that card, and for none else.
		give(card("1002"), card("2002"), card("0666"))
		for (const folder of ["a", "b", "c"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
		give(card("1002"))
		for (const folder of ["b", "c", "d"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
		for (const folder of ["c", "b"]) {
			for (const more of ["3.2=another", "3.2=there", "3"])
				expect(await into(folder, two, "--add-cards", "--confirm-cards", more)).toMatchObject({
					told: [`c2 ${reason}`],
				})
		}
		expect(own.merchant.added).toHaveLength(sent)
	})
})
