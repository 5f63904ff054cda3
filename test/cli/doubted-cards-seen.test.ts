import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, keepCards, tokenOf } from "./stored-cards.ts"

const own = fixture()

beforeEach(() => keepCards(own.merchant))

/** One customer, with these tokens. */
function fileOf(name: string, tokens: readonly string[]): string {
	const names = tokens.map((_, place) => (place === 0 ? "card token" : `card token ${place + 1}`))
	const lines = [["number,name,email", ...names].join(), ["01,Name 01,01@example.com", ...tokens].join(), ""]
	return own.write(name, lines.join("\n"))
}

/** Somebody stores cards by hand. */
function byHand(...last4: string[]): void {
	const [kept] = own.merchant.customers
	if (kept === undefined) throw new Error("There is nobody.")
	own.merchant.remove(kept.id)
	own.merchant.put({ ...kept, method: [...(kept.method ?? []), ...last4.map((one) => card(one))] })
}

async function into(folder: string, file: string, ...more: string[]) {
	const { status, stdout } = await own.run(file, folder, ...more)
	const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	const told = status === 0 ? [] : table(own.path(folder, "follow-up.csv")).map(({ reason }) => reason)
	return { status, told, tokens, stdout }
}

const verify = (folder: string) => run(["verify", own.path(folder)], own.environment)

/** A customer with one card, and a second one that was sent and never answered, nor stored. */
async function inDoubt(tokens: readonly string[]): Promise<string> {
	expect((await own.run(fileOf("one.csv", tokens.slice(0, 1)), "a")).status).toBe(0)
	own.merchant.cardTrick = () => "drop"
	const file = fileOf("several.csv", tokens)
	expect(await into("b", file, "--add-cards")).toMatchObject({ status: 4, told: ["card-in-doubt"] })
	own.merchant.cardTrick = () => "create"
	return file
}

describe("a card in doubt", () => {
	const named = ["4001", "4002", "4003"].map((last4) => tokenOf(last4, true))

	it.each([
		["by the run that sent it", false],
		["by another run, and heard of with a public key", true],
	])("is there once its last digits and expiry are seen %s, whatever else is there", async (_, isHeard) => {
		const file = await inDoubt(named)
		byHand("4002", "4003")
		if (isHeard) {
			expect(await into("c", file)).toMatchObject({ status: 0 })
			own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
			expect(await into("b", file)).toMatchObject({ status: 0, told: [] })
			own.environment.INTERGIRO_API_KEY = own.merchant.key
		}
		const before = own.merchant.added.length
		expect(await into("b", file, "--add-cards")).toMatchObject({ status: 0, told: [], tokens: { "in-doubt": 0 } })
		expect(own.merchant.added).toHaveLength(before)
		expect((await verify("b")).status).toBe(0)
	})

	it.each([
		["only the month", ["4001", "4002", "4003"].map((last4) => tokenOf(last4)), ["4002", "4003"]],
		[
			"what another token says",
			[named[0] ?? "", named[1] ?? "", tokenOf("4002", true).replace(/.$/, "_")],
			["4002", "7777"],
		],
		["what two cards say that are there", named, ["4002", "4002"]],
		["of none that is there", named, ["7777"]],
	])("stays so where its token says %s", async (_, tokens, stored) => {
		const file = await inDoubt(tokens)
		byHand(...stored)
		expect(await into("b", file, "--add-cards")).toMatchObject({ status: 4, told: ["card-in-doubt"] })
		expect(own.merchant.added).toHaveLength(1)
		expect((await verify("b")).status).toBe(4)
	})
})
