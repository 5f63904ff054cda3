import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { keepCards, tokenOf } from "./stored-cards.ts"

const own = fixture()

const settle = (folder: string, number: string, ...more: string[]) =>
	run(["settle", own.path(folder), number, ...more], own.environment)
const file = (name: string) =>
	own.write(name, `number,name,email\n${["01", "02", "03"].map((n) => `${n},Name ${n},c${n}@example.com\n`).join("")}`)
const followUps = (folder: string) =>
	existsSync(own.path(folder, "follow-up.csv"))
		? table(own.path(folder, "follow-up.csv")).map(({ number, reason }) => [number, reason])
		: []

it("a number that Intergiro gave in place of the file's is right when a person says so, in every folder", async () => {
	own.merchant.trick = (number) =>
		number === "01"
			? "create"
			: { status: 201, creates: String(Number(number)), body: { id: "", number: String(Number(number)) } }
	const first = await own.run(file("customers.csv"), "out", "--accept-differences")
	expect([first.status, followUps("out")]).toEqual([
		1,
		[
			["02", "renumbered"],
			["03", "renumbered"],
		],
	])
	expect(first.stdout).toContain("say so with settle (--right, or --id with --number)")
	expect(first.stdout).toMatch(/listed at the end +1 /)
	expect(table(own.path("out/follow-up.csv"))[0]?.what_to_do).toContain("--right")
	expect((await settle("out", "01", "--right")).status).toBe(2)
	expect((await settle("out", "02", "--absent")).stderr).toContain("--right")
	expect((await settle("out", "02", "--right")).status).toBe(0)
	expect((await settle("out", "02", "--right")).status).toBe(2)
	expect((await settle("out", "02", "--absent")).status).toBe(2)
	const second = await own.run(file("customers.csv"), "out")
	expect([second.status, followUps("out")]).toEqual([1, [["03", "renumbered"]]])
	expect((await own.run(file("again.csv"), "other")).status).toBe(1)
	expect(followUps("other")).toEqual([["03", "renumbered"]])
	for (const folder of ["out", "other"])
		expect(table(own.path(folder, "results.csv")).map(({ checked }) => checked)).toEqual(["yes", "yes", "other-number"])
	// Found there, too, it is said there.
	expect((await settle("other", "03", "--right")).status).toBe(0)
	expect((await own.run(file("again.csv"), "other")).status).toBe(0)
	expect((await settle("out", "03", "--right")).status).toBe(0)
	const last = await own.run(file("customers.csv"), "out")
	expect([last.status, last.stdout]).toEqual([0, expect.stringMatching(/right as they are +2 /)])
	expect(table(own.path("out/results.csv")).map(({ given_number, outcome }) => [given_number, outcome])).toEqual([
		["", "created"],
		["2", "renumbered"],
		["3", "renumbered"],
	])
	expect((await run(["verify", own.path("out")], own.environment)).status).toBe(0)
	expect(own.merchant.created).toHaveLength(3)
	// Under a third number it is another matter.
	const [, kept] = own.merchant.customers
	own.merchant.remove(kept?.id ?? "")
	if (kept) own.merchant.put({ ...kept, number: "77" })
	expect((await own.run(file("customers.csv"), "out")).status).toBe(1)
	expect(followUps("out")).toEqual([["02", "renumbered"]])
	expect(JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))).toMatchObject({ renumbered: 1 })
})

it("who is asked about before a card is added has the word for that beside the step, and both together end it", async () => {
	keepCards(own.merchant)
	const contact = (number: string) => ({ name: `Name ${number}`, email: `${number}@example.com` })
	for (const number of ["c1", "c2", "c4"])
		own.merchant.put({ id: `of-${number}`, number, status: "active", contact: contact(number), method: [] })
	own.merchant.put({
		id: "of-c5",
		number: "c5",
		status: "active",
		contact: { ...contact("c5"), name: "Eva Al" },
		method: [],
	})
	own.merchant.trick = (number) =>
		number === "c3" ? { status: 201, creates: "z3", body: { id: "", number: "z3" } } : "create"
	const bare = own.write("bare.csv", "number,name,email\nc3,Name c3,c3@example.com\n")
	expect((await own.run(bare, "bare", "--accept-differences")).status).toBe(1)
	const lines = ["c1", "c2", "c3", "c4", "c5"].map((number, index) => {
		const named = number === "c2" ? "," : `Name ${number},${number}@example.com`
		return `${number},${named},${tokenOf(`100${index}`)}`
	})
	const path = own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
	const { stdout } = await own.run(path, "a")
	const asked = table(own.path("a/follow-up.csv")).flatMap(({ number, row, what_to_do = "" }) => {
		expect([number, what_to_do]).toEqual([number, expect.stringContaining("by the same command with --add-cards")])
		return what_to_do.includes("--add-cards --confirm-cards and its row") ? [row ?? ""] : []
	})
	expect(asked.toSorted()).toEqual(["3", "4", "6"])
	// Those that need no such word are counted.
	expect(stdout).toContain("With a private key the same command with --add-cards adds 2 of these cards")
	expect((await own.run(path, "a", "--add-cards", "--confirm-cards", asked.join())).status).toBe(1)
	expect(own.merchant.added).toHaveLength(5)
	expect(table(own.path("a/follow-up.csv")).map(({ number, reason }) => `${number} ${reason}`)).toEqual([
		"c3 renumbered",
		"c5 other-person",
	])
})
