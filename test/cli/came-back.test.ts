import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }

/** Runs `customers.csv` of so many into `out`; those with these numbers are declined. */
async function runFirst(count: number, ...refused: string[]) {
	plainFile(own.folder, count)
	own.merchant.trick = (number) => (refused.includes(number) ? declined : "create")
	const first = await own.run(own.path("customers.csv"), "out")
	own.merchant.trick = () => "create"
	return first
}

/** Rewrites a text of `out/errors.csv` in a copy that lies elsewhere. */
function edited(from: string | RegExp, to: string, name = "errors.csv"): string {
	const path = own.path("elsewhere", name)
	mkdirSync(dirname(path), { recursive: true })
	writeFileSync(path, readFileSync(own.path("out", name), "utf8").replace(from, to))
	return path
}

const sent = () => own.merchant.received.map(({ number }) => number)

describe("a file that came back with another customer number", () => {
	it("is refused for a row that was sent, until a person confirms that very row", async () => {
		await runFirst(3, "c0002")
		const file = edited(/^c0002/m, "c2")
		const again = await own.run(file, "again")
		expect(again.status).toBe(1)
		expect(sent()).toEqual(["c0001", "c0002", "c0003"])
		expect(table(own.path("again/errors.csv"))).toMatchObject([{ number: "c2", import_code: "number.changed" }])
		// What that run gave back is known by the number that was sent, too.
		expect((await own.run(own.path("again/errors.csv"), "third")).status).toBe(1)
		expect(sent()).toHaveLength(3)
		expect((await run(["check", file, "--confirm-numbers", "2-3"], own.environment)).status).toBe(2)
		// The card token was sent for the old number: it may be spent, and is never sent for another.
		const third = readFileSync(own.path("third/errors.csv"), "utf8")
		expect((await own.run(own.path("third/errors.csv"), "fourth", "--confirm-numbers", "2")).status).toBe(1)
		expect(table(own.path("fourth/errors.csv"))).toMatchObject([{ import_code: "token.sent-before" }])
		expect(sent()).toHaveLength(3)
		const renewed = own.write("renewed.csv", third.replace("token-c0002", "token-new"))
		expect((await own.run(renewed, "fifth", "--confirm-numbers", "2")).status).toBe(0)
		expect(sent().at(-1)).toBe("c2")
	})

	it("is taken as it is for a row that was never sent, but not where the number is somebody's", async () => {
		const whole = readFileSync(plainFile(own.folder, 6), "utf8")
		const file = own.write("customers.csv", whole.replace(/(?<=c000[23])@/g, "(at)"))
		expect((await own.run(file, "out")).status).toBe(1)
		const mended = readFileSync(own.path("out/errors.csv"), "utf8").replaceAll("(at)", "@")
		const again = own.write("mended.csv", mended.replace(/^c0002/m, "c0001").replace(/^c0003/m, "c33"))
		expect((await own.run(again, "again")).status).toBe(1)
		expect(sent().filter((number) => number === "c0001")).toHaveLength(1)
		expect(table(own.path("again/results.csv"))).toMatchObject([{ number: "c33", outcome: "created" }])
		expect(table(own.path("again/errors.csv"))).toMatchObject([{ number: "c0001", import_code: "number.changed" }])
		// The same, where it is invalid and not looked for.
		const wrong = own.write("wrong.csv", mended.replace(/^c0002/m, "c0001").replace("c0002@example.com", "nowhere"))
		await own.run(wrong, "wrong")
		expect(table(own.path("wrong/errors.csv"))[0]?.import_code).toContain("number.changed")
	})

	it("stays in doubt where it was", async () => {
		plainFile(own.folder, 2)
		own.merchant.trick = (number) => (number === "c0002" ? "create-and-drop" : "create")
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		expect((await own.run(own.path("customers.csv"), "out")).status).toBe(4)
		own.merchant.trick = () => "create"
		// Somebody fills a column down, at another computer: the row is known by the rest.
		own.environment.INTERGIRO_IMPORT_HOME = own.path("home-2")
		expect((await own.run(edited(",unknown,", ",invalid,", "unknown.csv"), "filled")).status).toBe(4)
		const again = await own.run(edited(/^c0002/m, "c2", "unknown.csv"), "again")
		expect(again.status).toBe(4)
		expect(again.stdout).toContain("Finished, some in doubt.")
		expect(sent()).toHaveLength(2)
		expect(table(own.path("again/unknown.csv"))).toMatchObject([{ number: "c2", import_outcome: "unknown" }])
	})
})

describe("a file that came back elsewhere", () => {
	it("keeps the columns of its run, and says which of its rows are missing", async () => {
		await runFirst(5, "c0002", "c0003", "c0005")
		const { status, stderr } = await own.run(edited(/^c0002.*\n|^c0005.*\n/gm, ""), "again")
		expect(status).toBe(0)
		expect(stderr).toContain("as in the import that left this file")
		expect(stderr).toMatch(/2 rows of errors\.csv of run \S+ are not in this file: rows 3, 6\./)
	})

	it("says that its run folder is gone, and where it was", async () => {
		await runFirst(2, "c0002")
		const file = edited("", "")
		renameSync(own.path("out"), own.path("moved"))
		const { stderr } = await own.run(file, "again")
		expect(stderr).toContain(`whose folder is not in ${own.path("out")} any more`)
		expect(sent()).toEqual(["c0001", "c0002", "c0002"])
	})
})

it("refuses what a run left behind for other purposes than to be run, by its columns", async () => {
	await runFirst(2, "c0002")
	const check = await run(["check", own.path("customers.csv"), "--findings", own.path("findings.csv")], own.environment)
	expect(check.status).toBe(0)
	for (const name of ["out/results.csv", "out/follow-up.csv", "findings.csv"]) {
		const { status, stderr } = await own.run(own.path(name), "again")
		expect([name, status, stderr]).toEqual([name, 2, expect.stringContaining("By its columns")])
	}
	expect(sent()).toHaveLength(2)
})

it("takes a row that is invalid and exists for a customer who exists, where the ledger alone knows", async () => {
	plainFile(own.folder, 2)
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	expect((await own.run(own.path("customers.csv"), "out")).status).toBe(0)
	const wrong = readFileSync(own.path("customers.csv"), "utf8").replace("c0001@example.com", "nobody")
	const { status } = await own.run(own.write("wrong.csv", wrong), "again")
	expect(status).toBe(0)
	expect(table(own.path("again/results.csv"))).toMatchObject([
		{ number: "c0001", outcome: "existing", note: expect.stringContaining("nobody") },
		{ number: "c0002", outcome: "existing", note: "" },
	])
	expect(table(own.path("again/errors.csv"))).toEqual([])
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	const verified = await run(["verify", own.path("again")], own.environment)
	expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/the same +2/)])
})

describe("a shifted row whose mend moved what the import wrote beside it", () => {
	const source = [
		"number,name,email,currency,card token",
		"c0001,Name 1,c0001@example.com,SEK,token-c0001",
		"c0002,Name 2,SEK,token-c0002,",
		"c0003,Name,3,c0003@example.com,SEK,token-c0003",
	].join("\n")

	it.each([
		[
			"by a cell that was put in, and one that was taken out",
			(text: string) => text.replace("Name 2,", "Name 2,c0002@example.com,").replace("Name,3,", "Name 3,"),
			0,
			["c0001", "c0002", "c0003"],
		],
		[
			"and that has a cell too many still",
			(text: string) => text.replace("Name 2,", "Name 2,c0002@example.com,more,").replace("Name,3,", "Name 3,"),
			1,
			["c0001", "c0003"],
		],
	])("is known again: %s", async (_, mend, status, numbers) => {
		expect((await own.run(own.write("customers.csv", `${source}\n`), "out")).status).toBe(1)
		expect(sent()).toEqual(["c0001"])
		const mended = own.write("mended.csv", mend(readFileSync(own.path("out/errors.csv"), "utf8")))
		const again = await own.run(mended, "again")
		expect([again.status, again.stderr]).toEqual([
			status,
			expect.not.stringMatching(/number\.changed|not in this file/),
		])
		expect(sent()).toEqual(numbers)
		expect(existsSync(own.path("again/unknown.csv"))).toBe(false)
	})

	it("is told in other words than a changed number where what was written cannot be found", async () => {
		await runFirst(2, "c0002")
		const again = await own.run(edited(/\d+-\w+\/3\/[\da-f]+$/m, "gone"), "again")
		expect([again.status, sent()]).toEqual([1, ["c0001", "c0002"]])
		expect(table(own.path("again/errors.csv"))).toMatchObject([{ import_code: "row.import-cells" }])
		// What that run wrote says no more than the row said before.
		expect((await own.run(own.path("again/errors.csv"), "third")).status).toBe(1)
		expect(sent()).toHaveLength(2)
	})
})
