import { existsSync, readFileSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

type Month = readonly [month: number, year: number]

interface Claims {
	readonly enc: string
	readonly xpr: Month
	readonly last4?: string
}

/** Tokens say of their card when it expires, and some its last digits; which one it is the answer tells. */
const token = (enc: string, xpr: Month = [12, 39], says: object = {}) => jwt({ iss: "card", xpr, enc, ...says })
const claimsOf = (card: string): Claims => JSON.parse(atob(card.split(".")[1] ?? ""))
const card = (last4: string, expires: Month = [12, 39], scheme = "visa") => ({
	type: "card",
	scheme,
	iin: "411111",
	last4,
	expires,
})
const stored = (card_: string) => card(claimsOf(card_).enc, claimsOf(card_).xpr)

/** What becomes of a token whose card is another one than its word says. */
const exchanged = new Map<string, object>()

beforeEach(() => {
	exchanged.clear()
	const keep = (one: string) => exchanged.get(one) ?? stored(one)
	own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map((one) => keep(one.card)) })
	own.merchant.keepCard = keep
})

const first = token("1002")
const second = token("5002", [6, 38])

function fileOf(folder: string, tokens: readonly string[]): string {
	const columns = tokens.map((_, index) => `card token ${index + 1}`)
	const lines = [["number", "name", "email", ...columns], ["c1002", "Bo Ek", "bo@example.com", ...tokens], []]
	return own.write(`${folder}.csv`, lines.join("\n"))
}

/** A run of one customer, with these cards. */
async function into(folder: string, key: "public" | "private", tokens: readonly string[], ...more: string[]) {
	const file = fileOf(folder, tokens)
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status, stdout } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path) : []
	const [{ reason = "", message = "", what_to_do: todo = "", further_reasons: others = "" } = {}] = told
	const [{ checked = "" } = {}] = table(own.path(folder, "results.csv"))
	const { tokens: fates } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	const isAll = stdout.includes("Every customer of the file exists")
	const counted = Object.fromEntries(Object.entries(fates).filter(([, count]) => count !== 0))
	return { status, reason, others, message, todo, checked, fates: counted, isAll }
}

const verify = async (folder: string) => (await withPrivate("verify", own.path(folder))).status

function withPrivate(...parameters: string[]) {
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	return run(parameters, own.environment)
}

/** Somebody at Intergiro gives the customer other cards. */
function give(...method: readonly object[]): void {
	const [before] = own.merchant.customers
	if (before === undefined) throw new Error("There is nobody.")
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, method })
}

const well = { status: 0, reason: "", isAll: true }

it.each([
	["last digits", { last4: "5002" }, card("9999", [6, 38])],
	["month", {}, card("5002", [7, 38])],
	["scheme", { last4: "5002", scheme: "visa" }, card("5002", [6, 38], "mastercard")],
])(
	"a card that was stored with another %s than its token says is told in every folder, until it is right",
	async (_, says, other) => {
		const added = token("5002", [6, 38], says)
		exchanged.set(added, other)
		await into("a", "private", [first])
		const both = [first, added]
		expect(await into("b", "private", both, "--add-cards", "--accept-differences")).toMatchObject({
			status: 1,
			reason: "differs",
		})
		for (const [folder, key, ...more] of [
			["c", "private"],
			["c", "private", "--add-cards"],
			["p", "public"],
			["n", "private"],
		] as const) {
			const { status, isAll } = await into(folder, key, both, ...more)
			expect([folder, status, isAll]).toEqual([folder, 1, false])
		}
		for (const folder of ["b", "c", "p"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
		expect(own.merchant.added).toHaveLength(1)
		if ("last4" in says) {
			give(stored(first), stored(added))
			for (const [folder, key] of [
				["c", "private"],
				["p", "public"],
				["o", "private"],
			] as const)
				expect([folder, await into(folder, key, both)]).toMatchObject([folder, well])
			give(stored(first), other)
			expect(await into("c", "private", both)).toMatchObject({ status: 1, isAll: false })
		}
		// Whoever looked says that it is the right one.
		const { reason } = await into("c", "private", both)
		const folder = reason === "differs" ? "c" : "b"
		expect((await withPrivate("settle", own.path(folder), "c1002", "--right")).status).toBe(0)
		for (const [folder, key] of [
			["c", "private"],
			["b", "private"],
			["p", "public"],
			["q", "private"],
		] as const)
			expect([folder, await into(folder, key, both)]).toMatchObject([folder, well])
		for (const folder of ["b", "c", "p"]) expect([folder, await verify(folder)]).toEqual([folder, 0])
	},
)

it("a card that another folder found after a lost answer is there, whatever else of the file is not", async () => {
	const killed = own.start(fileOf("a", [first]), "a")
	own.merchant.trick = () => {
		killed.child.kill("SIGKILL")
		return "create-and-drop"
	}
	await killed.finished
	for (const folder of ["c", "a", "d"])
		expect([folder, await into(folder, "private", [first])]).toMatchObject([folder, well])
	const plain = await into("n", "private", [first, second])
	expect(plain).toMatchObject({ reason: "card-not-stored", checked: "yes", fates: { there: 1, "not-stored": 1 } })
	expect(plain.todo).not.toContain("anew")
	expect(await into("b", "private", [first, second], "--add-cards")).toMatchObject(well)
})

it.each([
	["that was never stored", false],
	["that is gone", true],
])(
	"a plain run asks of a card that may be there beside one of the file %s, as one that adds cards does",
	async (_, isStored) => {
		if (!isStored) own.merchant.keep = ({ contact }) => ({ contact, method: [] })
		await into("a", "private", [first], "--accept-differences")
		give(card("7777", [6, 38]))
		for (const [folder, key, ...more] of [
			["c", "private"],
			["b", "private", "--add-cards"],
			["p", "public"],
		] as const) {
			const { reason, others, fates, message } = await into(folder, key, [first, second], ...more)
			expect([folder, reason, fates]).toEqual([folder, "card-alike", { asked: 1, "not-added": 1 }])
			expect([folder, others]).toEqual([folder, "card-not-stored"])
			expect(message).toContain("without some of")
		}
		expect(own.merchant.added).toEqual([])
	},
)

it("a card that is there twice in the place of one that is gone is told in every folder, and nothing else of it", async () => {
	await into("a", "private", [first])
	expect(await into("b", "private", [second], "--add-cards")).toMatchObject(well)
	const kept = [stored(first), stored(second)]
	give(stored(first), stored(first))
	for (const [folder, key, cards] of [
		["c", "private", [first]],
		["a", "private", [first]],
		["p", "public", [first]],
		["c", "private", [first]],
		["n", "private", [first, second]],
	] as const) {
		const { status, reason, message } = await into(folder, key, cards)
		expect([folder, status, reason]).toEqual([folder, 1, "card-twice"])
		expect(message).toContain("The card ending in 1002, expires 12/2039 is there twice")
		expect(message).not.toMatch(/not one of those that were sent|as one was added/)
	}
	for (const folder of ["a", "c", "p"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
	give(...kept)
	for (const [folder, key] of [
		["c", "private"],
		["a", "private"],
		["p", "public"],
	] as const) {
		expect([folder, await into(folder, key, [first])]).toMatchObject([folder, well])
		expect([folder, await verify(folder)]).toEqual([folder, 0])
	}
})

it("two tokens of one card are no card that is there twice", async () => {
	const again = token("1002 again")
	exchanged.set(again, stored(first))
	expect(await into("a", "private", [first, again])).toMatchObject(well)
	for (const [folder, key] of [
		["c", "private"],
		["a", "private"],
		["p", "public"],
	] as const)
		expect([folder, await into(folder, key, [first, again])]).toMatchObject([folder, well])
})

it("a stored card is missing in every folder where none that is there can be it, until somebody says that it is right so", async () => {
	await into("a", "private", [first])
	give(card("7777", [3, 43]))
	const isMissing = { status: 1, checked: "card-missing", isAll: false }
	expect(await into("a", "private", [first])).toMatchObject({ ...isMissing, reason: "differs", fates: { missing: 1 } })
	for (const [folder, key] of [
		["c", "private"],
		["p", "public"],
	] as const)
		expect([folder, await into(folder, key, [first])]).toMatchObject([folder, isMissing])
	for (const folder of ["a", "c", "p"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
	expect((await withPrivate("settle", own.path("a"), "c1002", "--right")).status).toBe(0)
	for (const [folder, key] of [
		["a", "private"],
		["c", "private"],
		["p", "public"],
	] as const)
		expect([folder, await into(folder, key, [first])]).toMatchObject([folder, { ...well, checked: "yes" }])
})

it("more cards than were sent are told no longer once as many are there as all runs sent, whoever saw them last", async () => {
	await into("a", "private", [first])
	expect(await into("b", "private", [first, second], "--add-cards")).toMatchObject(well)
	give(stored(first), stored(second), stored(first))
	for (const [folder, cards] of [
		["n", [first, second]],
		["a", [first]],
		["b", [first, second]],
	] as const)
		expect([folder, await into(folder, "private", cards)]).toMatchObject([folder, { status: 1 }])
	give(stored(first), stored(second))
	// The folder that created it looks first.
	for (const [folder, key, cards] of [
		["a", "private", [first]],
		["p", "public", [first]],
		["b", "private", [first, second]],
		["n", "private", [first, second]],
	] as const) {
		expect([folder, await into(folder, key, cards)]).toMatchObject([folder, well])
		expect([folder, await verify(folder)]).toEqual([folder, 0])
	}
})

it("more cards than were sent are told no longer once as many are there, in the folder that only heard of them", async () => {
	await into("a", "private", [first])
	expect(await into("b", "private", [first, second], "--add-cards")).toMatchObject(well)
	give(stored(first), stored(second), stored(first))
	expect(await into("n", "private", [first, second])).toMatchObject({ status: 1 })
	give(stored(first), stored(second))
	for (const folder of ["a", "a"]) expect(await into(folder, "private", [first])).toMatchObject(well)
	expect(await verify("a")).toBe(0)
})

const declined = { status: 400, body: { status: 400, type: "malformed content", error: "card declined" } }
const toVerify = {
	status: 400,
	body: {
		status: 400,
		type: "malformed content",
		error: "verification required",
		content: { property: "method", details: { url: "https://bank.example/verify", method: "GET" } },
	},
}

it.each([
	["whose card was declined", declined, "card-not-stored", "card declined"],
	["whose cardholder has to verify the card", toVerify, "verification-required", "3-D Secure"],
])(
	"somebody %s, and who was made by hand since, is there without this card, and in no doubt",
	async (_, refusal, reason, words) => {
		own.merchant.trick = () => refusal
		expect(await into("a", "private", [first])).toMatchObject({ status: 1, fates: { refused: 1 } })
		const contact = { name: "Bo Ek", email: "bo@example.com" }
		own.merchant.put({ id: "by-hand", number: "c1002", status: "active", contact, method: [card("7777", [3, 43])] })
		const isRefused = { status: 1, reason, checked: "yes", fates: { refused: 1 }, isAll: false }
		const expectRefused = async (folder: string, key: "public" | "private") => {
			const seen = await into(folder, key, [first])
			expect([folder, seen]).toMatchObject([folder, isRefused])
			expect(seen.message).toContain(words)
			const [line] = table(own.path(folder, "follow-up.csv"))
			expect([folder, line?.link]).toEqual([
				folder,
				reason === "verification-required" ? "https://bank.example/verify" : "",
			])
			expect(existsSync(own.path(folder, "unknown.csv"))).toBe(false)
		}
		for (const folder of ["a", "c", "a"]) await expectRefused(folder, "private")
		for (const folder of ["a", "c"]) expect([folder, await verify(folder)]).toEqual([folder, 1])
		expect(await into("b", "private", [first, second], "--add-cards")).toMatchObject({ status: 1, fates: { added: 1 } })
		for (const folder of ["a", "c", "n"]) await expectRefused(folder, "private")
		expect(own.merchant.received).toHaveLength(1)
	},
)

it("a card that by a person's word was not stored is added by the run that sent it, and every other folder says so", async () => {
	const both = [first, second]
	await into("a", "private", [first])
	own.merchant.cardTrick = (_, attempt) => (attempt === 1 ? "drop" : "create")
	expect(await into("b", "private", both, "--add-cards")).toMatchObject({ status: 4, reason: "card-in-doubt" })
	const waiting = await into("c", "private", both)
	expect(waiting).toMatchObject({ status: 4, reason: "card-waiting", fates: { there: 1, waiting: 1 } })
	expect(waiting.todo).toContain(
		`Where it is not there, have it added in ${own.path("b")}, by its command with --add-cards`,
	)
	expect((await withPrivate("settle", own.path("b"), "c1002", "--card-absent")).status).toBe(0)
	const isAbsent = { reason: "card-not-stored", checked: "yes", fates: { there: 1, "not-stored": 1 }, isAll: false }
	for (const [folder, key, status, ...more] of [
		["c", "private", 0],
		["p", "public", 0],
		["c", "private", 1, "--add-cards"],
		["n", "private", 0],
		["b", "private", 0],
	] as const) {
		const seen = await into(folder, key, both, ...more)
		expect([folder, seen]).toMatchObject([folder, { ...isAbsent, status }])
		expect(seen.message).toContain("A person says that the card was not stored.")
		expect([folder, seen.todo]).toEqual([
			folder,
			expect.stringContaining(folder === "b" ? "same command" : own.path("b")),
		])
		expect(seen.todo).not.toContain("anew")
	}
	expect(own.merchant.added).toHaveLength(1)
	expect(await into("b", "private", both, "--add-cards")).toMatchObject(well)
	for (const [folder, key] of [
		["c", "private"],
		["p", "public"],
		["a", "private"],
	] as const)
		expect([folder, await into(folder, key, folder === "a" ? [first] : both)]).toMatchObject([folder, well])
	expect(own.merchant.added).toHaveLength(2)
})

it("a card that was sent once more, and is in doubt again, is waited for in every other folder", async () => {
	const both = [first, second]
	await into("a", "private", [first])
	own.merchant.cardTrick = () => "drop"
	for (const _ of [1, 2]) {
		expect(await into("b", "private", both, "--add-cards")).toMatchObject({ status: 4, reason: "card-in-doubt" })
		expect(await into("c", "private", both, "--add-cards")).toMatchObject({ status: 4, reason: "card-waiting" })
		expect((await withPrivate("settle", own.path("b"), "c1002", "--card-absent")).status).toBe(0)
	}
	expect(own.merchant.added).toHaveLength(2)
})

it("of a token that was sent for another customer, each folder says for whom", async () => {
	await into("a", "private", [first])
	const line = `c2003,Eva Al,eva@example.com,${first}`
	const file = own.write("other.csv", `number,name,email,card token\n${line}\n`)
	const contact = { name: "Eva Al", email: "eva@example.com" }
	own.merchant.put({ id: "of-eva", number: "c2003", status: "active", contact, method: [] })
	for (const more of [[], ["--add-cards"]]) {
		expect((await own.run(file, "other", ...more)).status).toBe(1)
		const [told] = table(own.path("other/follow-up.csv"))
		expect([told?.reason, told?.message]).toEqual([
			"card-not-stored",
			expect.stringContaining("was sent before, for customer number c1002, and can be used once only"),
		])
	}
	expect(own.merchant.added).toEqual([])
})

it("verify says of a folder that sent nothing how many cards there are, and not that they were sent so", async () => {
	await into("a", "private", [first])
	give(stored(first), card("7777", [3, 43]))
	expect(await into("c", "private", [first])).toMatchObject({ status: 1, reason: "differs" })
	const { stdout } = await withPrivate("verify", own.path("c"))
	expect(stdout).toContain("has 2 cards at Intergiro, and should have 1.")
	expect(stdout).not.toContain("came back other")
})
