import { existsSync, readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
const last4 = (number: string) => number.slice(1)
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: last4(number), enc: number })

/** Those whose e-mail is wrong in the file. */
const broken = new Set<string>()

function file(name: string): string {
	const lines = numbers.map(
		(number) => `${number},Name ${number},${number}${broken.has(number) ? "(at)" : "@"}example.com,${tokenOf(number)}`,
	)
	return own.write(name, ["number,name,email,card token", ...lines, ""].join("\n"))
}

/** Runs the same customers into a folder, with the key that can read or with the one that cannot. */
async function into(folder: string, key: "public" | "private", ...more: string[]) {
	const { INTERGIRO_API_KEY: before = "" } = own.environment
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status } = await own.run(file(`${folder}.csv`), folder, ...more)
	own.environment.INTERGIRO_API_KEY = before
	const told = existsSync(own.path(folder, "follow-up.csv")) ? table(own.path(folder, "follow-up.csv")) : []
	const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	const results = table(own.path(folder, "results.csv"))
	return { status, tokens, results, told: told.map(({ number, reason }) => `${number} ${reason}`) }
}

const customer = (number: string) => own.merchant.customers.find((one) => one.number === number)

/** Somebody at Intergiro changes what a customer is there. */
function change(number: string, more: object): void {
	const before = customer(number)
	if (before === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, ...more })
}

beforeEach(() => {
	broken.clear()
	own.merchant.keep = ({ contact, number }) => ({ contact, method: [card(last4(number))] })
})

describe("what one folder saw of a customer whom another one created, every folder tells", () => {
	it.each([
		["without its card", []],
		["with another card", [card("0000")]],
	])("%s, until it is put right", async (_, method) => {
		expect(await into("a", "public")).toMatchObject({ status: 0 })
		change("c1002", { method })
		expect(await into("b", "private")).toMatchObject({ status: 1, told: ["c1002 card-not-stored"] })
		const inNew = { status: 1, told: ["c1002 card-not-stored"], tokens: { there: 3, "not-added": 1 } }
		expect(await into("c", "public")).toMatchObject(inNew)
		const inFirst = await into("a", "public")
		expect(inFirst).toMatchObject({ status: 1, told: [expect.stringMatching(/^c1002 (card-missing|differs)$/)] })
		change("c1002", { method: [card(last4("c1002"))] })
		expect(await into("b", "private")).toMatchObject({ status: 0, told: [] })
		for (const folder of ["a", "c", "d"]) expect(await into(folder, "public")).toMatchObject({ status: 0, told: [] })
	})

	it("several of one number, until one is left", async () => {
		expect(await into("a", "private")).toMatchObject({ status: 0 })
		const first = customer("c1002")
		own.merchant.put({ ...first, id: "another-one-here", number: "c1002", status: "active" })
		expect(await into("a", "private")).toMatchObject({ status: 1, told: ["c1002 twice"] })
		expect(await into("c", "public")).toMatchObject({ status: 4, told: ["c1002 conflict"] })
		expect(await into("b", "private")).toMatchObject({ status: 4, told: ["c1002 conflict"] })
		own.merchant.remove("another-one-here")
		expect(await into("b", "private")).toMatchObject({ status: 0, told: [] })
		for (const folder of ["a", "c", "d"]) expect(await into(folder, "public")).toMatchObject({ status: 0, told: [] })
	})

	it("gone, until it is there again", async () => {
		expect(await into("a", "public")).toMatchObject({ status: 0 })
		const gone = customer("c1002")
		own.merchant.remove(gone?.id ?? "")
		expect(await into("b", "private")).toMatchObject({ status: 4, told: ["c1002 in-doubt"] })
		if (gone) own.merchant.put(gone)
		expect(await into("b", "private")).toMatchObject({ status: 0 })
		expect(await into("c", "public")).toMatchObject({ status: 0 })
	})
})

it("a customer who is gone is missed by the folder that created it as well, whoever saw that, until it is there again", async () => {
	expect(await into("p", "public")).toMatchObject({ status: 0 })
	const gone = customer("c1002")
	own.merchant.remove(gone?.id ?? "")
	expect(await into("b", "private")).toMatchObject({ status: 4, told: ["c1002 in-doubt"] })
	expect(await into("p", "public")).toMatchObject({ status: 1, told: ["c1002 missing"] })
	if (gone) own.merchant.put(gone)
	for (const [folder, key] of [
		["b", "private"],
		["p", "public"],
		["q", "public"],
	] as const)
		expect(await into(folder, key)).toMatchObject({ status: 0, told: [] })
})

it.each([
	["name", { name: "Somebody Else" }],
	["e-mail", { email: "else@example.com" }],
])("that somebody has another %s is told by every folder, until it is put right", async (_, other) => {
	expect(await into("a", "public")).toMatchObject({ status: 0 })
	const contact = { name: "Name c1002", email: "c1002@example.com" }
	change("c1002", { contact: { ...contact, ...other } })
	expect(await into("b", "private")).toMatchObject({ status: 1, told: ["c1002 other-person"] })
	// Whom a folder created itself is no stranger to it.
	for (const [folder, reason] of [
		["c", "other-person"],
		["a", "differs"],
		["b", "other-person"],
	] as const)
		expect(await into(folder, "public")).toMatchObject({ status: 1, told: [`c1002 ${reason}`] })
	change("c1002", { contact })
	expect(await into("b", "private")).toMatchObject({ status: 0, told: [] })
	for (const folder of ["a", "c", "d"]) expect(await into(folder, "public")).toMatchObject({ status: 0, told: [] })
})

describe("that an address was dropped", () => {
	const address = { street: "Street 1", zipCode: "12345", city: "Town", countryCode: "SE" }

	async function intoWithAddress(folder: string, key: "public" | "private") {
		const more = (text: string) =>
			text.replace(/^number.*$/m, "$&,street,zip,city,country").replace(/^c.*$/gm, "$&,Street 1,12345,Town,SE")
		const path = own.write("address.csv", more(readFileSync(file("plain.csv"), "utf8")))
		own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
		const { status } = await own.run(path, folder)
		const told = existsSync(own.path(folder, "follow-up.csv")) ? table(own.path(folder, "follow-up.csv")) : []
		return { status, told: told.map(({ number, reason, message }) => `${number} ${reason} ${message}`) }
	}

	beforeEach(() => {
		own.merchant.keep = ({ contact, number }) => ({
			contact: number === "c1004" ? { ...contact, address: {} } : contact,
			method: [card(last4(number))],
		})
	})

	it("is told by every folder, whether it created the customer, can look, or neither, until it is put right", async () => {
		const dropped = { status: 1, told: [expect.stringMatching(/^c1004 differs .*contact\.address\.zipCode/)] }
		for (const [folder, key] of [
			["a", "private"],
			["p", "public"],
			["b", "private"],
			["b", "private"],
			["p", "public"],
			["a", "private"],
		] as const)
			expect([folder, await intoWithAddress(folder, key)]).toMatchObject([folder, dropped])
		const { contact } = customer("c1004") ?? {}
		change("c1004", { contact: { ...(contact as object), address: { ...address, zipCode: "54321" } } })
		expect(await intoWithAddress("b", "private")).toMatchObject({ status: 1 })
		change("c1004", { contact: { ...(contact as object), address } })
		expect(await intoWithAddress("b", "private")).toMatchObject({ status: 0, told: [] })
		for (const [folder, key] of [
			["a", "public"],
			["p", "public"],
			["q", "public"],
			["a", "private"],
		] as const)
			expect([folder, await intoWithAddress(folder, key)]).toMatchObject([folder, { status: 0, told: [] }])
	})

	it("is known no better where a listing carries no contacts", async () => {
		expect(await intoWithAddress("a", "public")).toMatchObject({ status: 1 })
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.map(({ contact: _, ...listed }) => listed),
		})
		for (const folder of ["b", "a"])
			expect([folder, await intoWithAddress(folder, "private")]).toMatchObject([
				folder,
				{ status: 1, told: [expect.stringContaining("c1004 differs")] },
			])
		expect(await intoWithAddress("p", "public")).toMatchObject({ status: 1 })
	})

	it("says nothing of another address of somebody who was there before", async () => {
		own.merchant.put({
			...{ id: "id-of-before", number: "c1003", status: "active", method: [card("1003")] },
			contact: { name: "Name c1003", email: "c1003@example.com", address: { ...address, zipCode: "99999" } },
		})
		const { told } = await intoWithAddress("b", "private")
		expect(told).toEqual([expect.stringContaining("c1004 differs")])
	})
})

describe("a customer who was given another number", () => {
	beforeEach(() => {
		own.merchant.trick = (number) =>
			number === "c1004"
				? { status: 201, creates: "900", body: { id: "", number: "900", method: [card(last4(number))] } }
				: "create"
	})

	it("is told so by every folder, until a person says that it is right", async () => {
		expect(await into("a", "public")).toMatchObject({ told: ["c1004 renumbered"] })
		for (const [folder, key] of [
			["b", "public"],
			["c", "private"],
			["c", "public"],
		] as const)
			expect(await into(folder, key)).toMatchObject({ status: 1, told: ["c1004 renumbered"] })
		await run(["settle", own.path("a"), "c1004", "--right"], own.environment)
		for (const folder of ["c", "d"]) expect(await into(folder, "public")).toMatchObject({ status: 0, told: [] })
	})

	it("is never taken for somebody else who has its number now", async () => {
		await into("a", "public")
		const id = customer("900")?.id
		own.merchant.put({
			...{ id: "somebody-elses-id", number: "c1004", status: "active" },
			...{ contact: { name: "Somebody Else", email: "else@example.com" }, method: [] },
		})
		for (const [folder, key] of [
			["b", "public"],
			["b", "private"],
			["c", "private"],
			["a", "private"],
		] as const) {
			const { results, told, status } = await into(folder, key)
			expect(results.find(({ number }) => number === "c1004")).toMatchObject({ id, given_number: "900" })
			expect([status, told]).toEqual([1, ["c1004 renumbered"]])
		}
	})
})

/** New tokens for the rows that a folder gave back, and their e-mails whole. */
function mended(from: string, name: string): string {
	const text = readFileSync(own.path(from, "errors.csv"), "utf8")
	const renewed = numbers.reduce(
		(all, number) =>
			all.replace(tokenOf(number), tokenOf(`9${number.slice(-4)}`)).replace(`${number}(at)`, `${number}@`),
		text,
	)
	return own.write(name, renewed)
}

describe("rows that were mended with new cards", () => {
	const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }
	const refused = { status: 400, body: { status: 400, type: "x", error: "invalid input" } }
	const keys = ["public", "private"] as const

	/** One has a wrong e-mail, one is refused for its contact, one for its card; all of them are run once more, into a folder of their own. */
	async function runMended(method: (number: string) => readonly object[]) {
		broken.add("c1002")
		own.merchant.trick = (number) => ({ c1003: refused, c1004: declined })[number] ?? "create"
		await into("a", "private")
		own.merchant.trick = () => "create"
		own.merchant.keep = ({ contact, number }) => ({ contact, method: method(number) })
		await own.run(mended("a", "m.csv"), "m", "--accept-differences")
		await own.run(own.path("m.csv"), "m", "--accept-differences")
	}

	it("are nobody's concern where those are there", async () => {
		await runMended((number) => [card(`9${number.slice(2)}`)])
		for (const key of keys) {
			const first = await into("a", key)
			expect(first).toMatchObject({ status: 0, told: [], tokens: { sent: 1, replaced: 3 } })
			expect(await into(`z-${key}`, key)).toMatchObject({ told: ["c1002 card-not-stored"], tokens: { replaced: 2 } })
		}
	})

	it("are told by every folder where those are not", async () => {
		await runMended(() => [])
		for (const key of keys)
			for (const folder of ["a", `z-${key}`]) {
				const { status, told, tokens } = await into(folder, key)
				expect([status, told.map((one) => one.slice(0, 5))]).toEqual([1, ["c1002", "c1003", "c1004"]])
				expect(tokens.replaced).toBe(0)
			}
	})
})

describe("a card that was lost, and another one that was added in its place", () => {
	const afterwards = [
		["a", "public"],
		["a", "private"],
		["b", "public"],
		["c", "private"],
	] as const

	beforeEach(() => {
		own.merchant.keep = ({ contact, number }) => ({
			contact,
			method: number === "c1004" ? [] : [card(last4(number))],
		})
	})

	async function addAnother(): Promise<number | null> {
		const anew = `c1004,Name c1004,c1004@example.com,${tokenOf("c9999")}`
		const file = own.write("anew.csv", ["number,name,email,card token", anew, ""].join("\n"))
		return (await own.run(file, "n", "--add-cards")).status
	}

	it("is put right for every folder, and missing in no figure", async () => {
		expect(await into("a", "private")).toMatchObject({ status: 1, told: ["c1004 card-missing"] })
		own.merchant.keepCard = () => card("9999")
		expect(await addAnother()).toBe(0)
		for (const [folder, key] of afterwards)
			expect(await into(folder, key)).toMatchObject({ status: 0, told: [], tokens: { missing: 0, replaced: 1 } })
	})

	it("is told where that one is lost as well", async () => {
		await into("a", "private")
		own.merchant.cardTrick = () => ({ status: 201, body: card("9999") })
		expect(await addAnother()).toBe(1)
		for (const [folder, key] of afterwards)
			expect(await into(folder, key)).toMatchObject({
				...{ status: 1, told: [expect.stringMatching(/^c1004 card/)] },
				tokens: { replaced: 0 },
			})
	})
})
