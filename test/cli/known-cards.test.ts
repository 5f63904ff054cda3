import { existsSync, readFileSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { sample } from "../sample.ts"
import { Random } from "../simulation/random.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { last4Of, tokenOf } from "./stored-cards.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
const card = (last4: string, scheme = "visa") => ({ type: "card", scheme, iin: "411111", last4, expires: [12, 39] })

/** Runs all customers into a folder; c1002 with a second card, or not. */
async function into(folder: string, key: "public" | "private", second = "", ...more: string[]) {
	return await runInto(folder, key, { c1002: second }, ...more)
}

/** @param seconds the second cards that customers have in the file */
async function runInto(
	folder: string,
	key: "public" | "private",
	seconds: Readonly<Record<string, string>>,
	...more: string[]
) {
	const rows = numbers.map((number) => {
		const second = seconds[number] ?? ""
		const tokens = [tokenOf(number.slice(1)), second ? tokenOf(second) : ""]
		return [number, `Name ${number}`, `${number}@example.com`, ...tokens].join()
	})
	const file = own.write(`${folder}.csv`, ["number,name,email,card token,card token 2", ...rows, ""].join("\n"))
	return await intoFolder(file, folder, key, ...more)
}

async function intoFolder(file: string, folder: string, key: "public" | "private", ...more: string[]) {
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
	giveTo("c1002", method)
}

function giveTo(number: string, method: readonly object[]): void {
	const before = own.merchant.customers.find((one) => one.number === number)
	if (before === undefined) throw new Error(`There is no ${number}.`)
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
	for (const [folder, key, reason] of [
		["a", "private", "differs"],
		["b", "private", "card-not-stored"],
		["c", "private", "card-not-stored"],
		["p", "public", "card-not-stored"],
		["a", "public", "differs"],
	] as const)
		expect([folder, await into(folder, key)]).toEqual([folder, other(reason)])
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
	for (const [folder, reason] of [
		["q", "card-not-stored"],
		["a", "differs"],
		["s", "card-not-stored"],
	] as const)
		expect([folder, await into(folder, "private")]).toEqual([folder, other(reason)])
})

it("is told of the next card in the folder of the word, too, whoever looks first", async () => {
	await into("a", "private")
	give(card("9998"))
	for (const folder of ["c", "a"]) expect((await into(folder, "private")).status).toBe(1)
	expect(await settle("c")).toBe(0)
	for (const [folder, key] of [
		["c", "private"],
		["a", "private"],
		["p", "public"],
	] as const)
		expect([folder, await into(folder, key)]).toEqual([folder, well])
	expect(await verify("a")).toBe(0)
	give(card("9997"))
	for (const [folder, key] of [
		["a", "private"],
		["c", "private"],
		["p", "public"],
		["n", "private"],
	] as const)
		expect([folder, await into(folder, key)]).toMatchObject([folder, { status: 1, isAll: false }])
	expect(await verify("c")).toBe(1)
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
	// Both may be the card that is there, which expires in the same month: a person says which one it is.
	await into("b", "private", "5002")
	const added = await into("b", "private", "5002", "--add-cards", "--confirm-cards", "3.1=there,3.2=another")
	const there = () => own.merchant.customers.find(({ number }) => number === "c1002")?.method
	expect([added.status, JSON.stringify(there())]).toEqual([0, expect.stringContaining("5002")])
	const others = (there() ?? []).filter((one) => !JSON.stringify(one).includes("5002"))
	give(...others, card("9999"))
	expect(await into("b", "private", "5002")).toEqual(other("card-missing"))
	for (const folder of ["c", "d"])
		expect([folder, await into(folder, "private", "5002")]).toEqual([folder, other("card-not-stored")])
	expect(await into("p", "public", "5002")).toEqual(other("card-not-stored"))
	// What another file had added is no matter of one whose own card is there.
	expect((await into("a", "private")).isAll).toBe(isOld)
	give(...others, card("5002"))
	for (const folder of ["c", "b"]) expect([folder, await into(folder, "private", "5002")]).toEqual([folder, well])
})

it("more cards than were sent are right in every folder, and for verify, once a person says so", async () => {
	expect(await into("a", "private")).toEqual(well)
	give(card("1002"), card("9999"))
	for (const folder of ["b", "a"]) expect([folder, await into(folder, "private")]).toEqual([folder, other()])
	// There may be others of them the next time, and there are too many all the same.
	give(card("1002"), card("9999"), card("8888"))
	for (const folder of ["a", "b"]) expect([folder, await into(folder, "private")]).toEqual([folder, other()])
	give(card("1002"), card("9999"))
	for (const folder of ["b", "a"]) expect([folder, await into(folder, "private")]).toEqual([folder, other()])
	expect([await verify("a"), await verify("b"), await settle("b")]).toEqual([1, 1, 0])
	for (const folder of ["a", "b", "c"]) {
		expect([folder, await into(folder, "private")]).toEqual([folder, well])
		expect([folder, await verify(folder)]).toEqual([folder, 0])
	}
	expect(JSON.parse(readFileSync(own.path("c", "summary.json"), "utf8")).tokens).toMatchObject({ there: 4 })
})

/** What came of every token that was sent, by the merchant's own record. */
class World {
	readonly #sent = new Map<string, readonly string[]>()
	readonly #seconds = new Map<string, Readonly<Record<string, string>>>()
	readonly #isOld: boolean
	#next = 5000

	constructor(private readonly random: Random) {
		this.#isOld = random.chance(0.5)
		if (this.#isOld)
			own.merchant.put({
				id: "from-before",
				number: "c1004",
				status: "active",
				contact: { name: "Name c1004", email: "c1004@example.com" },
				method: [],
			})
	}

	async run(folder: string, key: "public" | "private", ...more: string[]): Promise<void> {
		const seconds = this.#seconds.get(folder) ?? this.#newSeconds()
		this.#seconds.set(folder, seconds)
		const [made, added] = [own.merchant.created.length, own.merchant.added.length]
		const { told, isAll } = await runInto(folder, key, seconds, ...more)
		for (const { body, number } of own.merchant.created.slice(made))
			this.#keep(number, ...JSON.parse(body).method.map((one: { card: string }) => last4Of(one.card)))
		for (const { number, card: token } of own.merchant.added.slice(added)) this.#keep(number, last4Of(token))
		const unlike = numbers.filter((number) => this.#isOther(number))
		// A card that another file had added is no matter of one whose own are all there, and which created nobody.
		const due = unlike.filter((number) => this.#isMaker(folder, number) || !this.#hasAll(number, seconds[number]))
		const named = new Set(told.map((one) => one.split(" ")[0]))
		expect([folder, key, due.filter((number) => !named.has(number)), due.length > 0 && isAll]).toEqual([
			...[folder, key, []],
			false,
		])
		// Whose cards are all as they came back is not said to have others.
		const wrong = told.filter((one) => one.endsWith("differs") && !unlike.includes(one.split(" ")[0] ?? ""))
		expect([folder, key, wrong]).toEqual([folder, key, []])
	}

	/** Another card, of the same month, in the place of one that was sent; or what was sent, again. */
	change(): void {
		const number = this.random.among(numbers) ?? ""
		const sent = this.#sent.get(number) ?? []
		if (sent.length === 0) return
		const place = this.random.below(sent.length)
		const now = this.random.chance(0.6) ? sent.with(place, this.#new()) : sent
		giveTo(
			number,
			now.map((last4) => card(last4)),
		)
	}

	/** The first folder creates everybody but who was there before. */
	#isMaker(folder: string, number: string): boolean {
		return folder === "a" && !(this.#isOld && number === "c1004")
	}

	#hasAll(number: string, second: string | undefined): boolean {
		const there = this.#there(number)
		return [number.slice(1), ...(second === undefined ? [] : [second])].every((last4) => there.includes(last4))
	}

	#there(number: string): string[] {
		const { method = [] } = own.merchant.customers.find((one) => one.number === number) ?? {}
		return method.flatMap((one) => ("last4" in one ? [String(one.last4)] : []))
	}

	#isOther(number: string): boolean {
		const there = this.#there(number)
		return there.sort().join() !== [...(this.#sent.get(number) ?? [])].sort().join()
	}

	#keep(number: string, ...last4: string[]): void {
		this.#sent.set(number, [...(this.#sent.get(number) ?? []), ...last4])
	}

	#newSeconds(): Readonly<Record<string, string>> {
		return Object.fromEntries(numbers.flatMap((number) => (this.random.chance(0.4) ? [[number, this.#new()]] : [])))
	}

	#new(): string {
		this.#next += 1
		return String(this.#next)
	}
}

it.each(Array.from({ length: sample(1) }, (_, index) => index + 1))(
	"whose card is another one than came of its token is told in every folder, and nobody else (%i)",
	async (seed) => {
		const random = new Random(seed)
		const world = new World(random)
		await world.run("a", "private")
		for (let step = 0; step < 6; step++) {
			const folder = random.pick(["a", "b", "c", "d"] as const)
			switch (random.pick(["look", "add", "change", "change"] as const)) {
				case "look":
					await world.run(folder, random.pick(["public", "private"]))
					break
				case "add":
					await world.run(
						folder,
						"private",
						"--add-cards",
						"--confirm-cards",
						"2.2=another,3.2=another,4.2=another,5=another,5.2=another",
					)
					break
				case "change":
					world.change()
					// What nobody looked at, nobody knows.
					await world.run(folder, "private")
			}
		}
	},
)

it("a second card of the same month is no question where it is known which card the first one is", async () => {
	expect(await into("a", "private")).toEqual(well)
	// Only the second one is not there, and nobody asks for the first one anew.
	expect(await into("b", "private", "5002")).toMatchObject({ told: ["c1002 card-not-stored"], isAll: false })
	expect(JSON.parse(readFileSync(own.path("b", "summary.json"), "utf8")).tokens).toMatchObject({
		there: 4,
		"not-stored": 1,
	})
	expect(await into("b", "private", "5002", "--add-cards")).toEqual(well)
	for (const key of ["private", "public"] as const) expect(await into(`c-${key}`, key, "5002")).toEqual(well)
})

it("one that replaced a lost card, and is another one since, is told wherever its token is", async () => {
	own.merchant.keep = ({ contact, number, method = [] }) => ({
		contact,
		method: number === "c1002" ? [] : method.map((one) => card(last4Of(one.card))),
	})
	await into("a", "private", "", "--accept-differences")
	own.merchant.keep = ({ contact }) => ({ contact, method: [] })
	await into("d", "private", "5002", "--add-cards")
	give(card("9999"))
	for (const [folder, key] of [
		["e", "private"],
		["d", "private"],
		["p", "public"],
		["f", "private"],
	] as const)
		expect([folder, await into(folder, key, "5002")]).toMatchObject([folder, { status: 1, isAll: false }])
})

it.each([
	["of another month", 38],
	["of the same month", 39],
])(
	"a lost card has none in its place where the one that was sent since, %s, is another one now, in every folder",
	async (_, year) => {
		const only = async (folder: string, key: "public" | "private", token: string, ...more: string[]) => {
			const lines = ["number,name,email,card token", `c1002,Name c1002,c1002@example.com,${token}`, ""]
			const file = own.write(`${folder}.csv`, lines.join("\n"))
			return await intoFolder(file, folder, key, ...more)
		}
		const [lost, later] = [tokenOf("1002"), jwt({ iss: "card", xpr: [12, year], enc: "5002" })]
		const replacing = (last4: string) => ({ ...card(last4), expires: [12, year] })
		own.merchant.keepCard = () => replacing("5002")
		own.merchant.keep = ({ contact }) => ({ contact, method: [] })
		expect(await only("a", "private", lost, "--accept-differences")).toMatchObject({ told: ["c1002 card-missing"] })
		expect(await only("d", "private", later, "--add-cards")).toEqual(well)
		for (const folder of ["a", "c"]) expect([folder, await only(folder, "private", lost)]).toEqual([folder, well])
		give(replacing("9999"))
		for (const [folder, key] of [
			["a", "private"],
			["c", "private"],
			["p", "public"],
			["d", "private"],
			["a", "private"],
			["e", "private"],
			["c", "private"],
			["q", "public"],
		] as const) {
			const { status, isAll } = await only(folder, key, folder === "d" ? later : lost)
			expect([folder, status, isAll]).toEqual([folder, 1, false])
		}
		give(replacing("5002"))
		for (const [folder, key] of [
			["d", "private"],
			["a", "private"],
			["c", "private"],
			["p", "public"],
		] as const)
			expect([folder, await only(folder, key, folder === "d" ? later : lost)]).toEqual([folder, well])
	},
)

it("what is told of an exchanged or lost card is true of the one that it is about", async () => {
	const only = async (folder: string, token: string, ...more: string[]) => {
		const lines = ["number,name,email,card token", `c1002,Name c1002,c1002@example.com,${token}`, ""]
		const { status } = await intoFolder(own.write(`${folder}.csv`, lines.join("\n")), folder, "private", ...more)
		const [{ message = "", reason = "", what_to_do = "" } = {}] = table(own.path(folder, "follow-up.csv"))
		const [{ checked = "" } = {}] = table(own.path(folder, "results.csv"))
		return { status, reason, message, todo: what_to_do, checked }
	}
	const [first, second] = [tokenOf("1002"), jwt({ iss: "card", xpr: [12, 38], enc: "5002" })]
	own.merchant.keepCard = () => ({ ...card("5002"), expires: [12, 38] })
	await intoFolder(
		own.write("a.csv", `number,name,email,card token\nc1002,Name c1002,c1002@example.com,${first}\n`),
		"a",
		"private",
	)
	await intoFolder(
		own.write("d.csv", `number,name,email,card token\nc1002,Name c1002,c1002@example.com,${second}\n`),
		"d",
		"private",
		"--add-cards",
	)
	// The card of the other folder is another one: that of this one is there.
	give(card("1002"), { ...card("9999"), expires: [12, 38] })
	const ofOther = await only("a", first)
	expect(ofOther).toMatchObject({ status: 1, reason: "differs" })
	expect(ofOther.message).toContain("9999")
	expect(ofOther.message).not.toMatch(/1002|the card of the file|the file's/)
	expect(ofOther.todo).not.toContain("anew")
	give(card("8888"), { ...card("5002"), expires: [12, 38] })
	const ofOwn = await only("a", first)
	expect(ofOwn).toMatchObject({ status: 1, reason: "differs" })
	expect(ofOwn.message).toMatch(/8888.*the file's is one ending in 1002/)
	expect(ofOwn.todo).toContain("anew")
	// It was stored, and is gone.
	give(card("1002"))
	const gone = await only("e", second)
	expect(gone).toMatchObject({ status: 1, reason: "card-not-stored", checked: "card-missing" })
	expect(gone.message).toContain("sent for it before")
	expect(gone.message).not.toContain("not stored")
	const { checked } = JSON.parse(readFileSync(own.path("e", "summary.json"), "utf8"))
	expect(checked).toMatchObject({ yes: 0, "card-missing": 1 })
	expect(await verify("e")).toBe(1)
})
