import { existsSync, readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Kept } from "./merchant.ts"
import { card, keepCards, last4Of, tokenOf } from "./stored-cards.ts"

const own = fixture()

/** Cards of the file, by the last digits of each, of each customer. */
type Cards = Readonly<Record<string, readonly string[]>>

const contactOf = (number: string) => ({ name: `Name ${number}`, email: `${number}@example.com` })
const customer = (number: string): Kept => {
	const found = own.merchant.customers.find((one) => one.number === number)
	if (found === undefined) throw new Error(`There is no ${number}.`)
	return found
}
const lines = (folder: string, name: string) =>
	existsSync(own.path(folder, name)) ? table(own.path(folder, name)) : []

/** Runs a file into a folder, and says whom it tells of, and what became of the cards. */
async function into(folder: string, cards: Cards, key: "public" | "private", ...more: string[]) {
	const rows = Object.entries(cards).map(([number, [first = "", second = ""]]) =>
		[number, `Name ${number}`, `${number}@example.com`, tokenOf(first, true), second && tokenOf(second, true)].join(),
	)
	const file = own.write(`${folder}.csv`, ["number,name,email,card token,card token 2", ...rows, ""].join("\n"))
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status } = await own.run(file, folder, "--accept-differences", ...more)
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	const told = lines(folder, "follow-up.csv").map(({ number, reason }) => `${number} ${reason}`)
	const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	return { status, told, tokens: Object.fromEntries(Object.entries(tokens).filter(([, count]) => count !== 0)) }
}

/** Somebody at Intergiro changes the cards that a customer has. */
function change(number: string, ...last4: string[]): void {
	const before = customer(number)
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, method: last4.map((one) => card(one)) })
}

beforeEach(() => {
	keepCards(own.merchant)
})

describe("a card that is gone", () => {
	const first = { c1: ["1111", "1112"], c2: ["2111", "2112"], c3: ["3111", "3112"], c4: ["4111", "4112"] }
	const second = { c1: ["1111", "1113"], c2: ["2111", "2113"], c3: ["3111", "3113"], c4: ["4111", "4113"] }

	it("is replaced by one that was sent in its place, and not by one that was sent beside it, in every folder", async () => {
		own.merchant.keep = ({ number, contact, method = [] }) => {
			const lost = { c1: "1111", c2: "2112" }[number]
			return { contact, method: method.flatMap((one) => (last4Of(one.card) === lost ? [] : [card(last4Of(one.card))])) }
		}
		expect((await into("a", first, "private")).told).toEqual(["c1 card-missing", "c2 card-missing"])
		expect(await into("b", second, "private", "--add-cards")).toMatchObject({
			told: ["c1 card-not-stored"],
			tokens: { added: 4, there: 3, "not-added": 1 },
		})
		// Both of these were sent beside the new one.
		change("c3", "3112", "3113")
		// What the file has is not what came of it, though as many are there.
		change("c4", "4111", "9999", "4113")
		const isOfFirst = { status: 1, told: ["c1 card-missing", "c3 card-missing", "c4 differs"] }
		expect(await into("a", first, "private")).toMatchObject({
			...isOfFirst,
			tokens: { sent: 4, missing: 3, replaced: 1 },
		})
		expect(lines("a", "results.csv").map(({ checked }) => checked)).toEqual([
			"card-missing",
			"yes",
			"card-missing",
			"card-missing",
		])
		expect((await run(["verify", own.path("a")], own.environment)).stdout).not.toContain("changed in results.csv")
		expect(await into("a", first, "public")).toMatchObject(isOfFirst)
		const isFresh = { status: 1, told: ["c1 card-not-stored", "c3 card-not-stored", "c4 card-not-stored"] }
		for (const [folder, key] of [
			["c", "public"],
			["d", "private"],
		] as const)
			expect(await into(folder, first, key)).toMatchObject({
				...isFresh,
				tokens: { there: 4, "not-added": 3, replaced: 1 },
			})
		for (const key of ["public", "private", "public"] as const)
			expect((await into("b", second, key)).told).toEqual(["c1 card-not-stored", expect.stringMatching(/^c3 card-/)])
	})
})

describe("a card that is there twice", () => {
	const first = { c1: ["1111"], c2: ["2111"] }
	const second = { c1: ["1112"], c2: ["2112"] }

	it("is told in every folder, until it is gone, or somebody says that it is right", async () => {
		for (const number of ["c1", "c2"])
			own.merchant.put({ id: `id-of-${number}`, number, status: "active", contact: contactOf(number), method: [] })
		expect(await into("a", first, "private", "--add-cards")).toMatchObject({ status: 0, tokens: { added: 2 } })
		change("c1", "1111", "1111")
		change("c2", "2111", "2111")
		// Where it is known which card it is, it is said that this one is there twice.
		const both = {
			status: 1,
			told: ["c1", "c2"].map((number) => expect.stringMatching(`^${number} (card-twice|differs)$`)),
		}
		expect(await into("a", first, "private")).toMatchObject(both)
		for (const [folder, key] of [
			["b", "public"],
			["c", "private"],
			["b", "public"],
			["b", "private"],
			["a", "public"],
		] as const)
			expect(await into(folder, first, key)).toMatchObject(both)
		// Another card beside it is one that was sent.
		expect(await into("d", second, "private", "--add-cards")).toMatchObject(both)
		for (const folder of ["a", "b", "e"]) expect(await into(folder, first, "public")).toMatchObject(both)
		change("c1", "1111", "1112")
		expect((await run(["settle", own.path("c"), "c2", "--right"], own.environment)).status).toBe(0)
		for (const [folder, key] of [
			["c", "private"],
			["a", "public"],
			["b", "private"],
			["f", "public"],
		] as const)
			expect(await into(folder, first, key)).toMatchObject({ status: 0, told: [] })
		change("c2", "2111", "2111", "2112", "2112")
		for (const [folder, key] of [
			["b", "private"],
			["c", "public"],
		] as const)
			expect((await into(folder, first, key)).told).toMatchObject([both.told[1]])
	})
})

it("which cards a customer has is known of an identifier, also where a person names it later", async () => {
	const cards = { c1: ["1111"], c2: ["2111"], c3: ["3111"] }
	own.merchant.keep = ({ number, contact, method = [] }) => ({
		...{ contact, method: number === "c3" ? [] : method.map((one) => card(last4Of(one.card))) },
	})
	own.merchant.trick = (number) => (number === "c1" ? "create" : "create-and-drop")
	await into("a", cards, "public")
	own.merchant.trick = () => "create"
	const unknown = own.write("unknown.csv", readFileSync(own.path("a/unknown.csv")))
	await own.run(unknown, "u")
	for (const number of ["c2", "c3"])
		expect((await run(["settle", own.path("a"), number, "--id", customer(number).id], own.environment)).status).toBe(0)
	expect(await into("a", cards, "public")).toMatchObject({ told: ["c3 card-missing"], tokens: { sent: 2, missing: 1 } })
	expect(await into("b", cards, "public")).toMatchObject({ told: ["c3 card-not-stored"], tokens: { there: 2 } })
})

it("nobody whose cards are not known is listed with all of them, in whichever folder", async () => {
	const cards = { c1: ["1111"], c2: ["2111"] }
	own.merchant.keep = ({ contact }) => ({ contact, method: undefined })
	own.merchant.readTrick = (one) => (one.number === "c2" ? { status: 200, body: one } : undefined)
	for (const folder of ["a", "b", "a"]) {
		expect((await into(folder, cards, "private")).told).toContain("c2 card-unknown")
		expect(lines(folder, "results.csv")[1]).toMatchObject({ number: "c2", checked: "card-unknown" })
		const summary = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
		expect(summary.checked).toMatchObject({ "card-unknown": lines(folder, "follow-up.csv").length })
		expect((await run(["verify", own.path(folder)], own.environment)).stdout).not.toContain("changed in results.csv")
	}
})
