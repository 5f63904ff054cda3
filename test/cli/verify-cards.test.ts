import { readFileSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { run } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, keepCards, last4Of, tokenOf } from "./stored-cards.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]

beforeEach(() => keepCards(own.merchant))

/** @param seconds the second cards that customers have in the file */
function fileOf(name: string, isNamed: boolean, seconds: Readonly<Record<string, string>> = {}): string {
	const rows = numbers.map((number) => {
		const second = seconds[number]
		const tokens = [tokenOf(number.slice(1), isNamed), second ? tokenOf(second, isNamed) : ""]
		return [number, `Name ${number}`, `${number}@example.com`, ...tokens].join()
	})
	return own.write(`${name}.csv`, ["number,name,email,card token,card token 2", ...rows, ""].join("\n"))
}

async function verify(folder: string) {
	const { status, stdout } = await run(["verify", own.path(folder)], own.environment)
	return { status, told: numbers.filter((number) => stdout.includes(`, ${number}:`)) }
}

/** Somebody at Intergiro gives a customer other cards. */
function give(number: string, ...method: readonly object[]): void {
	const before = own.merchant.customers.find((one) => one.number === number)
	if (before === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, method })
}

const well = { status: 0, told: [] }

it.each([
	["named by its last digits", true],
	["of a month alone", false],
])(
	"tells of a card %s that is gone or exchanged in a folder that found its customers, as its run does",
	async (_, isNamed) => {
		const file = fileOf("customers", isNamed)
		for (const folder of ["a", "b"]) expect((await own.run(file, folder)).status).toBe(0)
		expect(await verify("b")).toEqual(well)
		give("c1002", card("0008"))
		give("c1003", card("0009", [5, 31]))
		give("c1004")
		const told = { status: 1, told: ["c1002", "c1003", "c1004"] }
		expect(await verify("b")).toEqual(told)
		expect((await own.run(file, "b")).status).toBe(1)
		expect(await verify("b")).toEqual(told)
	},
)

it("says so on a computer that knows of no other run", async () => {
	const file = fileOf("customers", true)
	expect((await own.run(file, "a")).status).toBe(0)
	own.environment.INTERGIRO_IMPORT_HOME = own.path("another")
	expect((await own.run(file, "b")).status).toBe(0)
	expect(await verify("b")).toEqual(well)
	give("c1003", card("0009", [5, 31]))
	expect(await verify("b")).toEqual({ status: 1, told: ["c1003"] })
})

it("says so of a card that another run made, where this one added a second", async () => {
	expect((await own.run(fileOf("a", false), "a")).status).toBe(0)
	expect((await own.run(fileOf("b", false, { c1003: "3333" }), "b", "--add-cards")).status).toBe(0)
	expect(await verify("b")).toEqual(well)
	give("c1003", card("9999"), card("3333"))
	expect(await verify("b")).toEqual({ status: 1, told: ["c1003"] })
})

it("says nothing of other cards of who was there before, where those of the file are all there", async () => {
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [card(number.slice(1)), card("7777")] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
	const file = fileOf("customers", true)
	expect((await own.run(file, "a")).status).toBe(0)
	give("c1002", card("1002"))
	give("c1003", card("1003"), card("8888"))
	expect(await verify("a")).toEqual(well)
	expect((await own.run(file, "a")).status).toBe(0)
})

it("tells of who was there before, and is another person, in the words of that", async () => {
	own.merchant.put({
		...{ id: "id-of-c1002", number: "c1002", status: "active", method: [card("1002")] },
		contact: { name: "Somebody Else", email: "c1002@example.com" },
	})
	expect((await own.run(fileOf("a", true), "a")).status).toBe(1)
	const { status, stdout } = await run(["verify", own.path("a")], own.environment)
	expect([status, stdout]).toEqual([1, expect.stringContaining("was there before, and the run found it other")])
	expect(stdout).not.toContain("came back other")
})

it("calls cards right that are as all runs know them, whatever was seen of them last", async () => {
	const file = fileOf("customers", false, { c1002: "2222" })
	for (const folder of ["a", "b"]) expect((await own.run(file, folder)).status).toBe(0)
	const right = [card("1002"), card("2222")]
	for (const others of [[...right, card("2222")], [card("0007"), card("2222")], [card("1002")]]) {
		give("c1002", ...others)
		for (const folder of ["b", "a"]) expect((await own.run(file, folder)).status).toBe(1)
		expect([await verify("a"), await verify("b")]).toMatchObject([{ status: 1 }, { status: 1 }])
		give("c1002", ...right)
		expect(await verify("a")).toEqual(well)
	}
})

it("takes a person's word for the card that there was, and for no other", async () => {
	expect((await own.run(fileOf("a", true), "a")).status).toBe(0)
	own.merchant.keepCard = () => card("9999")
	const file = fileOf("b", true, { c1004: "4444" })
	expect((await own.run(file, "b", "--add-cards", "--accept-differences")).status).toBe(1)
	expect((await run(["settle", own.path("b"), "c1004", "--right"], own.environment)).status).toBe(0)
	expect((await own.run(file, "b")).status).toBe(0)
	expect(await verify("b")).toEqual(well)
	give("c1004", card("1004"), card("8888"))
	expect(await verify("b")).toEqual({ status: 1, told: ["c1004"] })
})

it("calls nothing changed that follows from a person's word of a card since the files were written", async () => {
	expect((await own.run(fileOf("a", true), "a")).status).toBe(0)
	const file = fileOf("b", true, { c1002: "2222", c1004: "4444" })
	own.merchant.cardTrick = (number) => (number === "c1004" ? "drop" : "create")
	expect((await own.run(file, "b", "--add-cards")).status).toBe(4)
	const results = readFileSync(own.path("b/results.csv"), "utf8")
	const word = async (said: string) =>
		expect((await run(["settle", own.path("b"), "c1004", said], own.environment)).status).toBe(0)
	for (const said of ["--card-absent", "--card-stored"]) {
		await word(said)
		const { stdout } = await run(["verify", own.path("b")], own.environment)
		expect([said, stdout]).toEqual([said, expect.not.stringContaining("was changed in results.csv")])
	}
	// The word is not true: the card is not there.
	const { status, stdout } = await run(["verify", own.path("b"), "--json"], own.environment)
	expect(status).toBe(1)
	expect(JSON.parse(stdout)).toMatchObject({ lines: 4, same: 3, differences: [{ number: "c1004", kind: "cards" }] })
	// Whoever changes the cell is told, as ever.
	own.write("b/results.csv", results.replace(/(c1004,.*?),0,1,/, "$1,7,1,"))
	expect((await run(["verify", own.path("b")], own.environment)).stdout).toContain('cards_sent is "7"')
})

it("takes no card of somebody else for one that was not stored, and none that is not there by a person's word for one", async () => {
	own.merchant.keep = ({ number, contact, method = [] }) => ({
		contact,
		method: number === "c1004" ? [] : method.map((one) => card(last4Of(one.card))),
	})
	expect((await own.run(fileOf("customers", true), "a")).status).toBe(1)
	expect(await verify("a")).toEqual({ status: 1, told: ["c1004"] })
	give("c1004", card("9999", [5, 31]))
	expect(await verify("a")).toEqual({ status: 1, told: ["c1004"] })

	own.merchant.cardTrick = () => "drop"
	const file = fileOf("second", true, { c1002: "2222" })
	expect((await own.run(file, "b", "--add-cards")).status).toBe(4)
	const settled = await run(["settle", own.path("b"), "c1002", "--card-absent"], own.environment)
	expect([settled.status, settled.stderr]).toEqual([0, ""])
	const { status, told } = await verify("b")
	expect([status, told]).toEqual([1, expect.arrayContaining(["c1002"])])
})

it("does not miss a card of who was there before that nobody sent, and that is gone since one of the file was added", async () => {
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [card("7777", [3, 41])] },
			contact: { name: `Name ${number}`, email: `${number}@example.com` },
		})
	const file = fileOf("customers", false)
	expect((await own.run(file, "a", "--add-cards")).status).toBe(0)
	give("c1002", card("1002"))
	expect(await verify("a")).toEqual(well)
	expect((await own.run(file, "a")).status).toBe(0)
	expect(await verify("a")).toEqual(well)
	give("c1002", card("7777", [3, 41]))
	expect(await verify("a")).toEqual({ status: 1, told: ["c1002"] })
})
