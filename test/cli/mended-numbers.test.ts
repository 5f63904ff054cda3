import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const card = { type: "card", scheme: "visa", last4: "4242", expires: [12, 39] }
const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }
/** Of a file whose columns are plain: rows 2 to 21 are of c11 to c30. */
const plain = [
	"number,name,email,card token",
	...Array.from({ length: 20 }, (_, index) => index + 11).map(
		(at) => `c${at},Name ${at},c${at}@example.com,token-${at}`,
	),
].join("\n")
const sent = () => own.merchant.received.map(({ number }) => number)
const toMend = (folder: string) => table(own.path(folder, "errors.csv")).map((row) => [row.number, row.import_code])
const idOf = (number: string) => own.merchant.customers.find((one) => one.number === number)?.id
const result = (folder: string, row: number) =>
	table(own.path(folder, "results.csv")).find((line) => line.row === String(row))
const verify = async (folder: string) => (await run(["verify", own.path(folder)], own.environment)).status

/** What a person makes of a file that a run gave back. */
function mended(from: string, name: string, ...changes: readonly (readonly [RegExp | string, string])[]): string {
	const text = readFileSync(own.path(from), "utf8")
	return own.write(
		name,
		changes.reduce((all, [was, now]) => all.replace(was, now), text),
	)
}

/**
 * A file of 26: c3 has a wrong e-mail and no card, c2 stands at two customers, one has no number, and c6 is declined. What it gave back is
 * mended under other numbers and run.
 */
async function runMended(): Promise<string> {
	const file = own.write(
		"customers.csv",
		[
			plain,
			"c2,Name 2,c2@example.com,token-2",
			"c3,Name 3,c3(at)example.com,",
			"c6,Name 6,c6@example.com,token-6",
			"c2,Name 5,c5@example.com,token-5",
			",Name 7,c7@example.com,",
			"c8,Name 8,c8@example.com,token-8",
			"",
		].join("\n"),
	)
	own.merchant.keep = ({ method = [] }) => ({ method: method.map(() => card) })
	own.merchant.trick = (number) => (number === "c6" ? declined : "create")
	expect((await own.run(file, "a")).status).toBe(1)
	own.merchant.trick = () => "create"
	expect(toMend("a").map(([number]) => number)).toEqual(["c2", "c3", "c6", "c2", ""])
	const all = [
		[/^c3,Name 3,c3\(at\)/m, "d3,Name 3,c3@"],
		[/^c6(.*?)token-6/m, "d6$1token-new"],
		[/^c2,Name 5/m, "d5,Name 5"],
		[/^,/m, "d7,"],
	] as const
	const again = mended("a/errors.csv", "mended.csv", ...all)
	expect((await own.run(again, "b", "--confirm-numbers", "4")).status).toBe(0)
	// Several are in flight at once.
	expect(sent().slice(-5).sort()).toEqual(["c2", "d3", "d5", "d6", "d7"])
	return file
}

it("stands as who exists in the run that gave it back, and in any other that gets the same row", async () => {
	const file = await runMended()
	const before = sent().length
	expect((await own.run(file, "a")).status).toBe(0)
	expect([toMend("a"), await verify("a")]).toEqual([[], 0])
	expect(result("a", 23)).toMatchObject({ number: "d3", id: idOf("d3"), outcome: "existing" })
	expect(result("a", 24)).toMatchObject({ number: "c6", given_number: "d6", id: idOf("d6"), outcome: "existing" })
	expect(result("a", 25)).toMatchObject({ number: "d5", id: idOf("d5"), outcome: "existing" })
	expect(result("a", 26)).toMatchObject({ number: "d7", id: idOf("d7"), outcome: "existing" })
	expect(result("a", 26)?.note).toContain("d7")
	// The mended file once more, in another folder: no number has to be confirmed of who exists by this very row.
	expect((await own.run(own.path("mended.csv"), "c")).status).toBe(0)
	expect(table(own.path("c/results.csv")).map(({ number, id }) => [number, id])).toEqual(
		["c2", "d3", "d6", "d5", "d7"].map((number) => [number, idOf(number)]),
	)
	expect([toMend("c"), await verify("c"), sent().length]).toEqual([[], 0, before])
})

it("is not created again under any other number", async () => {
	await runMended()
	const before = sent().length
	const changes = [
		[/^c3,Name 3,c3\(at\)/m, "c3,Name 3,c3@"],
		[/^c6(.*?)token-6/m, "c6$1token-newer"],
		[/^c2,Name 5/m, "e5,Name 5"],
		[/^,/m, "e7,"],
	] as const
	// The first run wrote it before the mended rows were created.
	const old = mended("a/errors.csv", "old.csv", ...changes)
	expect((await own.run(old, "d")).status).toBe(1)
	expect(sent()).toHaveLength(before)
	const rows = table(own.path("d/errors.csv"))
	expect(rows.map((row) => [row.number, row.import_code])).toEqual([
		["c3", "number.row-sent"],
		["c6", "number.row-sent"],
		["e5", "number.row-sent"],
		["e7", "number.row-sent"],
	])
	expect(rows[0]?.import_message).toMatch(new RegExp(`d3.*${idOf("d3")}`))
	// It is another customer, says the person.
	const other = mended("d/errors.csv", "other.csv", [/(^e7.*,)[^,]*$/m, "$1"])
	expect((await own.run(other, "e")).status).toBe(1)
	expect(sent().slice(before)).toEqual(["e7"])
})

it("is known over several folders, by the row that it was first", async () => {
	const file = own.write("customers.csv", `${plain}\nc2,Name 2,c2(at)example.com,\n`)
	await own.run(file, "a")
	await own.run(mended("a/errors.csv", "b.csv", [/^c2/m, "d2"]), "b")
	expect((await own.run(mended("b/errors.csv", "c.csv", ["(at)", "@"]), "c")).status).toBe(0)
	expect(sent().slice(20)).toEqual(["d2"])
	for (const [name, folder] of [
		["customers.csv", "a"],
		["b.csv", "b"],
	] as const) {
		expect((await own.run(own.path(name), folder)).status).toBe(0)
		expect([toMend(folder), table(own.path(folder, "results.csv")).at(-1)?.id]).toEqual([[], idOf("d2")])
	}
	own.merchant.remove(idOf("d2") ?? "")
	expect((await own.run(file, "a")).status).toBe(4)
})

it("is in doubt where the later run never learnt what became of it", async () => {
	const file = own.write("customers.csv", `${plain}\nc2,Name 2,c2(at)example.com,\n`)
	await own.run(file, "a")
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	own.merchant.trick = () => "create-and-drop"
	expect((await own.run(mended("a/errors.csv", "b.csv", [/^c2(.*?)\(at\)/m, "d2$1@"]), "b")).status).toBe(4)
	expect((await own.run(file, "a")).status).toBe(4)
	expect([toMend("a"), table(own.path("a/unknown.csv"))[0]?.import_message]).toEqual([
		[],
		expect.stringContaining("d2"),
	])
})

it("is known where the run that gave it back created it itself, later", async () => {
	const file = own.write("customers.csv", `${plain}\n`)
	// Whoever adds cards creates nobody, and gives back all; the same folder creates them then.
	expect((await own.run(file, "a", "--add-cards")).status).toBe(1)
	const old = mended("a/errors.csv", "old.csv", [/^c11,(.*)token-11/m, "d11,$1token-new"], ["c12@", "other12@"])
	expect((await own.run(file, "a")).status).toBe(0)
	const before = sent().length
	expect([before, (await own.run(old, "b")).status]).toEqual([20, 1])
	expect(sent()).toHaveLength(before)
	expect(toMend("b")).toEqual([["d11", "number.row-sent"]])
	expect(result("b", 3)).toMatchObject({ number: "c12", id: idOf("c12"), outcome: "existing" })
})
