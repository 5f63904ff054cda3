import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const file = (name: string, numbers: readonly string[], time = "") =>
	own.write(
		name,
		`number,name,email,card token\n${numbers.map((n) => `${n},Name ${n},c${n}@example.com,token-${time}${n}\n`).join("")}`,
	)
const settle = (folder: string, ...more: string[]) => run(["settle", own.path(folder), ...more], own.environment)
const lines = (folder: string, name: string) =>
	existsSync(own.path(folder, name)) ? table(own.path(folder, name)) : []
const summary = (folder: string) => JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))

/** With a public key. */
const publicly = async (path: string, folder: string, ...more: string[]) => {
	const { INTERGIRO_API_KEY: key = "" } = own.environment
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	const finished = await own.run(path, folder, ...more)
	own.environment.INTERGIRO_API_KEY = key
	return finished
}

it("who was never sent, as the number may be another spelling, is told so in a folder that cannot list, and answered there", async () => {
	own.merchant.put({ id: "id-of-1", number: "1", status: "active" })
	const path = file("customers.csv", ["0001", "0005"])
	expect((await own.run(path, "out")).status).toBe(4)
	const { run: first } = summary("out")
	expect((await publicly(path, "other")).status).toBe(4)
	for (const name of ["unknown.csv", "follow-up.csv"]) {
		const [line = {}] = lines("other", name)
		const message = line.message ?? line.import_message
		expect(message).toContain("Never sent. Customer number 1, which exists as id-of-1, may be another spelling of it.")
		expect(message).not.toContain(first)
		expect(message).not.toContain("never learnt")
	}
	expect((await settle("other", "--spellings", "others")).stdout).toContain("1 customer")
	expect((await publicly(path, "other")).status).toBe(0)
	expect(own.merchant.created.map(({ number }) => number)).toEqual(["0005", "0001"])
	await publicly(path, "out")
	expect(lines("out", "unknown.csv")).toEqual([])
})

it("which customer was found for a row in doubt is told by a run that cannot list, too", async () => {
	own.merchant.trick = (number) => (number === "2" ? "create-and-drop" : "create")
	const path = file("customers.csv", ["1", "2"])
	expect((await publicly(path, "out")).status).toBe(4)
	expect((await own.run(path, "out")).status).toBe(4)
	const [id = ""] = own.merchant.ledger.get("2") ?? []
	for (const again of [() => publicly(path, "out"), () => own.run(path, "out"), () => publicly(path, "out")]) {
		expect((await again()).status).toBe(4)
		const [{ message = "", what_to_do = "" } = {}] = lines("out", "follow-up.csv")
		expect(message).toContain(id)
		expect(message).not.toContain("could not be looked for")
		expect(what_to_do).toContain("whether it is this one (--id)")
	}
	// Once it is gone, it is only in doubt.
	own.merchant.remove(id)
	expect((await own.run(path, "out")).status).toBe(4)
	expect(lines("out", "follow-up.csv")[0]?.message).not.toContain(id)
})

it("a customer who was refused is not said to be in doubt under its number: its row is, under another one", async () => {
	own.merchant.trick = (number) =>
		number === "2" ? { status: 400, body: { status: 400, type: "x", error: "card declined" } } : "create"
	const path = file("customers.csv", ["1", "2"])
	await own.run(path, "out")
	const { run: first } = summary("out")
	const mended = readFileSync(own.path("out/errors.csv"), "utf8").replace(/\b2,Name 2/, "22,Name 2")
	const given = own.write("given.csv", mended.replace("token-2", "token-new-2"))
	own.merchant.trick = () => "create-and-drop"
	await publicly(given, "other", "--confirm-numbers", "2")
	const { run: second } = summary("other")
	await publicly(path, "out")
	own.merchant.trick = () => "create"
	expect((await publicly(file("again.csv", ["1", "2"], "again-"), "third")).status).toBe(4)
	const { message = "" } = lines("third", "follow-up.csv").find(({ number }) => number === "2") ?? {}
	expect(message).toContain(second)
	expect(message).toContain('"22"')
	expect(message).not.toContain(first)
})

it("a number of which a person said that it is right, and that is another one since, is told and counted as it is", async () => {
	const body = { id: "", number: "x-4" }
	own.merchant.trick = (number) => (number === "4" ? { status: 201, creates: "x-4", body } : "create")
	const path = file("customers.csv", ["1", "4"])
	await own.run(path, "out", "--accept-differences")
	expect((await settle("out", "4", "--right")).status).toBe(0)
	await own.run(path, "out")
	expect([summary("out").accepted, lines("out", "results.csv")[1]?.given_number]).toEqual([1, "x-4"])
	const kept = own.merchant.customers.find(({ number }) => number === "x-4")
	own.merchant.remove(kept?.id ?? "")
	if (kept) own.merchant.put({ ...kept, number: "y-4" })
	expect((await own.run(path, "out")).status).toBe(1)
	expect([summary("out").accepted, lines("out", "results.csv")[1]]).toMatchObject([
		0,
		{ given_number: "y-4", checked: "other-number" },
	])
	expect((await run(["verify", own.path("out")], own.environment)).stdout).not.toContain("changed in results.csv")
	// Another folder knows nothing of what number it got first.
	await own.run(file("again.csv", ["1", "4"]), "other")
	const { message = "" } = lines("other", "follow-up.csv").find(({ number }) => number === "4") ?? {}
	expect(message).toContain("under the number y-4")
	expect(message).not.toContain("gave")
})
