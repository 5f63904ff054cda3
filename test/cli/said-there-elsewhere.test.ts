import { beforeEach, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, keepCards, tokenOf } from "./stored-cards.ts"

const own = fixture()

const numbers = ["01", "02", "03"]

beforeEach(() => keepCards(own.merchant))

/** Each with so many cards; the second and third of them expire in the same month as the first. */
function fileOf(name: string, count: number): string {
	const names = ["card token", "card token 2", "card token 3"].slice(0, count)
	const lines = numbers.map((number) =>
		[
			number,
			`Name ${number}`,
			`${number}@example.com`,
			...names.map((_, place) => tokenOf(`${place + 1}0${number}`)),
		].join(),
	)
	return own.write(name, [["number,name,email", ...names].join(), ...lines, ""].join("\n"))
}

/** Somebody stores a card by hand. */
function byHand(number: string, last4: string): void {
	const kept = own.merchant.customers.find((one) => one.number === number)
	if (kept === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(kept.id)
	own.merchant.put({ ...kept, method: [...(kept.method ?? []), card(last4)] })
}

const verify = (folder: string) => run(["verify", own.path(folder)], own.environment)

async function statuses(folder: string, file: string, key = own.merchant.key) {
	own.environment.INTERGIRO_API_KEY = key
	const { status } = await own.run(file, folder)
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	return [status, (await verify(folder)).status]
}

it.each([
	["two of its cards", 2],
	["three of its cards", 3],
])(
	"a card that is there by a person's word counts in every folder, run or verified, where the file has %s",
	async (_, count) => {
		const [one, several] = [fileOf("one.csv", 1), fileOf("several.csv", count)]
		expect((await own.run(one, "a")).status).toBe(0)
		for (const number of ["01", "02"]) byHand(number, `20${number}`)
		const words = [
			"2.2=there",
			"3.2=there",
			...(count === 3 ? ["2.3=another", "3.3=another", "4.3=another"] : []),
			"4.2=another",
		]
		const { status } = await own.run(several, "b", "--add-cards", "--confirm-cards", words.join())
		expect(status).toBe(0)
		expect((await verify("b")).stdout).toMatch(/the same +3\n/)
		for (const [folder, file] of [
			["a", one],
			["b", several],
			["c", several],
		] as const)
			expect([folder, ...(await statuses(folder, file))]).toEqual([folder, 0, 0])
		expect(await statuses("p", several, own.merchant.alsoPublic)).toEqual([0, 0])
		// The word is of that card, and explains no other one.
		byHand("01", "7777")
		for (const [folder, file] of [
			["b", several],
			["a", one],
			["c", several],
		] as const) {
			expect([folder, ...(await statuses(folder, file))]).toEqual([folder, 1, 1])
			expect(table(own.path(folder, "follow-up.csv")).map(({ number, reason }) => [number, reason])).toEqual([
				["01", "differs"],
			])
		}
	},
)

it.each([
	["before a run added its first card", false],
	["after that", true],
])("of who was there before, too, where the card was stored by hand %s", async (_, isAfter) => {
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [card(`70${number}`, [3, 41])] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
	const [one, several] = [fileOf("one.csv", 1), fileOf("several.csv", 2)]
	if (!isAfter) for (const number of ["01", "02"]) byHand(number, `20${number}`)
	const added = await own.run(one, "a", "--add-cards", "--confirm-cards", "2=another,3=another")
	expect(added.status).toBe(0)
	if (isAfter) for (const number of ["01", "02"]) byHand(number, `20${number}`)
	const words = ["2.2=there", "3.2=there", "4.2=another"]
	const { status } = await own.run(several, "b", "--add-cards", "--confirm-cards", words.join())
	const every = [
		["b", several],
		["a", one],
	] as const
	expect([status, own.merchant.added.length]).toEqual([0, 4])
	for (const [folder, file] of every) expect([folder, ...(await statuses(folder, file))]).toEqual([folder, 0, 0])
	byHand("01", "7777")
	// The word explains none but the card that it is of.
	const kept = own.merchant.customers.find(({ number }) => number === "02")
	own.merchant.remove(kept?.id ?? "")
	const others = (kept?.method ?? []).filter((method) => !JSON.stringify(method).includes('"2002"'))
	if (kept) own.merchant.put({ ...kept, method: [...others, card("8888", [3, 41])] })
	for (const [folder, file] of every) {
		expect([folder, ...(await statuses(folder, file))]).toEqual([folder, 1, 1])
		const told = table(own.path(folder, "follow-up.csv")).map(({ number }) => number)
		// Before that it had as many; whose file does not have the card cannot know that it is another one.
		expect([folder, told]).toEqual([folder, folder === "a" && !isAfter ? ["01"] : ["01", "02"]])
	}
})
