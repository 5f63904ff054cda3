import { existsSync, readFileSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
const card = (last4: string, scheme = "visa") => ({ type: "card", scheme, iin: "411111", last4, expires: [12, 39] })
/** Tokens of the usual form say nothing of their card but when it expires: which one it is only the answer tells. */
const tokenOf = (last4: string) => jwt({ iss: "card", xpr: [12, 39], enc: last4 })
const last4Of = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).enc

/** Runs all customers into a folder; c1002 with a second card, or not. */
async function into(folder: string, key: "public" | "private", second = "", ...more: string[]) {
	const rows = numbers.map((number) => {
		const tokens = [tokenOf(number.slice(1)), number === "c1002" && second ? tokenOf(second) : ""]
		return [number, `Name ${number}`, `${number}@example.com`, ...tokens].join()
	})
	const file = own.write(`${folder}.csv`, ["number,name,email,card token,card token 2", ...rows, ""].join("\n"))
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status, stdout } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	return { status, told, isAll: stdout.includes("Every customer of the file exists") }
}

const verify = async (folder: string) => (await withPrivate("verify", own.path(folder))).status
const settle = async (folder: string) => (await withPrivate("settle", own.path(folder), "c1002", "--right")).status

function withPrivate(...parameters: string[]) {
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	return run(parameters, own.environment)
}

/** Somebody at Intergiro gives c1002 other cards. */
function give(...method: readonly object[]): void {
	const before = own.merchant.customers.find(({ number }) => number === "c1002")
	if (before === undefined) throw new Error("There is no c1002.")
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, method })
}

const well = { status: 0, told: [], isAll: true }
const other = (reason = "differs") => ({ status: 1, told: [`c1002 ${reason}`], isAll: false })

beforeEach(() => {
	own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map((one) => card(last4Of(one.card))) })
	own.merchant.keepCard = (token) => card(last4Of(token))
})

it("another card in the place of one that was created is told in every folder, until it is back, or right by a person's word", async () => {
	expect(await into("a", "private")).toEqual(well)
	expect(await into("b", "private")).toEqual(well)
	give(card("9999"))
	for (const [folder, key] of [
		["a", "private"],
		["b", "private"],
		["c", "private"],
		["p", "public"],
		["a", "public"],
	] as const)
		expect([folder, await into(folder, key)]).toEqual([folder, other()])
	for (const folder of ["a", "b", "p"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
	give(card("1002"))
	for (const folder of ["b", "a", "n"]) expect([folder, await into(folder, "private")]).toEqual([folder, well])
	give(card("1002", "mastercard"))
	for (const folder of ["c", "a", "o"]) expect([folder, await into(folder, "private")]).toEqual([folder, other()])
	expect(await settle("c")).toBe(0)
	for (const [folder, key] of [
		["a", "private"],
		["q", "private"],
		["p", "public"],
		["r", "public"],
		["b", "private"],
	] as const)
		expect([folder, await into(folder, key)]).toEqual([folder, well])
	for (const folder of ["a", "b", "p"]) expect([folder, await verify(folder)]).toEqual([folder, 0])
	// What a person said of one card is not said of the next.
	give(card("8888"))
	for (const folder of ["q", "a", "s"]) expect([folder, await into(folder, "private")]).toEqual([folder, other()])
})

it("of two that were created together", async () => {
	expect(await into("a", "private", "5002")).toEqual(well)
	give(card("9999"), card("1002"))
	for (const folder of ["b", "a"]) expect([folder, await into(folder, "private", "5002")]).toEqual([folder, other()])
	expect(await into("p", "public", "5002")).toEqual(other())
	give(card("5002"), card("1002"))
	for (const folder of ["b", "a"]) expect([folder, await into(folder, "private", "5002")]).toEqual([folder, well])
})

it.each([
	["that a folder added to a customer of another one", false],
	["that was added to a customer who had others before", true],
])("of one %s", async (_, isOld) => {
	if (isOld)
		own.merchant.put({
			id: "from-before",
			number: "c1002",
			status: "active",
			contact: { name: "Name c1002", email: "c1002@example.com" },
			method: [card("1002")],
		})
	await into("a", "private")
	// It may be the card that is there, which expires in the same month: a person says that it is not.
	await into("b", "private", "5002")
	const added = await into("b", "private", "5002", "--add-cards", "--confirm-cards", "3")
	const there = () => own.merchant.customers.find(({ number }) => number === "c1002")?.method
	expect([added.status, JSON.stringify(there())]).toEqual([0, expect.stringContaining("5002")])
	const others = (there() ?? []).filter((one) => !JSON.stringify(one).includes("5002"))
	give(...others, card("9999"))
	expect(await into("b", "private", "5002")).toEqual(other("card-missing"))
	for (const folder of ["c", "d"]) expect([folder, await into(folder, "private", "5002")]).toEqual([folder, other()])
	expect(await into("p", "public", "5002")).toEqual(other())
	expect((await into("a", "private")).isAll).toBe(false)
	give(...others, card("5002"))
	for (const folder of ["c", "b"]) expect([folder, await into(folder, "private", "5002")]).toEqual([folder, well])
})

it("more cards than were sent are right in every folder, and for verify, once a person says so", async () => {
	expect(await into("a", "private")).toEqual(well)
	give(card("1002"), card("9999"))
	for (const folder of ["b", "a"]) expect([folder, await into(folder, "private")]).toEqual([folder, other()])
	expect([await verify("a"), await verify("b"), await settle("b")]).toEqual([1, 1, 0])
	for (const folder of ["a", "b", "c"]) {
		expect([folder, await into(folder, "private")]).toEqual([folder, well])
		expect([folder, await verify(folder)]).toEqual([folder, 0])
	}
	expect(JSON.parse(readFileSync(own.path("c", "summary.json"), "utf8")).tokens).toMatchObject({ there: 4 })
})
