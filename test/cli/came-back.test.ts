import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const declined = { status: 400, body: { status: 400, type: "x", error: "invalid input" } }

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

	it("is not created anew with another card where the one that it had made a customer of another number", async () => {
		const whole = readFileSync(plainFile(own.folder, 3), "utf8")
		await own.run(own.path("customers.csv"), "out")
		// By another column of numbers.
		const others = own.write("others.csv", whole.replaceAll(/^c(?=000)/gm, "d"))
		expect((await own.run(others, "others")).status).toBe(1)
		const given = readFileSync(own.path("others/errors.csv"), "utf8")
		const renewed = own.write("renewed.csv", given.replace("token-c0002", "token-new"))
		expect((await own.run(renewed, "again")).status).toBe(1)
		expect(sent()).toHaveLength(3)
		expect(table(own.path("again/errors.csv"))[1]).toMatchObject({
			import_code: "number.sent-before",
			import_message: expect.stringContaining('for another customer number: "c0002", who exists or may exist'),
		})
		// Of another customer a person says so. The others have the tokens that made customers.
		expect((await own.run(renewed, "confirmed", "--confirm-numbers", "3")).status).toBe(1)
		expect(sent()).toEqual(["c0001", "c0002", "c0003", "d0002"])
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

describe("a file that a spreadsheet saved", () => {
	const header = "number,name,email,phone,street,zipCode,city,country,identityNumber,limit,currency,card_token"
	const rows = [
		"K1,007,k1@example.com,0701234567,10E5,01067,Dresden,DE,,,SEK,token-k1",
		"K2,Bo Ek,k2@example.com,0701234567,Storgatan 1,11122,Lund,SE,0102031234,,SEK,token-k2",
		"K3,Cia Ek,k3@example.com,0701234567,Storgatan 1,11122,Lund,SE,,1500.50,SEK,token-k3",
		"K4,Dan Ek,k4@example.com,,3/4,11122,Lund,SE,,,SEK,token-k4",
	]
	/** As a Swedish spreadsheet writes them. */
	const saved = (text: string) =>
		text
			.replace(/(?<=\n)(K1,)007/, "$17")
			.replace(",10E5,", ",1000000,")
			.replaceAll(/,0(?=701234567,|1067,|102031234,)/g, ",")
			.replace(",1500.50,", ',"1500,5",')
			.replace(",3/4,", ",2026-04-03,")
	const toMend = (name: string) => table(own.path(name)).map((row) => [row.number, row.import_code, row.import_message])

	it("is refused where another customer would be created than by what was given back, until a person says that it is right", async () => {
		own.write("customers.csv", `${[header, ...rows].join("\n")}\n`)
		own.merchant.trick = () => declined
		await own.run(own.path("customers.csv"), "out")
		own.merchant.trick = () => "create"
		const given = readFileSync(own.path("out/errors.csv"), "utf8")
		const file = own.write("saved.csv", saved(given))
		expect((await own.run(file, "again")).status).toBe(1)
		expect(toMend("again/errors.csv")).toEqual([
			[
				"K1",
				"value.changed",
				expect.stringMatching(/name: .*"7", which was "007".*street: .*"1000000", which was "10E5"/),
			],
			["K2", "value.changed identity-number.zeros", expect.stringContaining('"102031234", which was "0102031234"')],
			["K4", "value.changed", expect.stringContaining('"2026-04-03", which was "3/4"')],
		])
		expect(table(own.path("again/results.csv")).map(({ number }) => number)).toEqual(["K3"])
		// What came of it is known by what was given back first.
		expect((await own.run(own.path("again/errors.csv"), "third")).status).toBe(1)
		expect(toMend("third/errors.csv").map(([number]) => number)).toEqual(["K1", "K2", "K4"])
		const third = readFileSync(own.path("third/errors.csv"), "utf8")
		const mended = own.write("mended.csv", third.replace("K1,7,", "K1,007,").replace(",1000000,", ",10E5,"))
		expect((await own.run(mended, "fourth", "--keep-rows", "4")).status).toBe(1)
		expect(own.merchant.received.slice(-2).map(({ body }) => JSON.parse(body))).toMatchObject([
			{ number: "K1", contact: { name: "007", address: { street: "10E5", zipCode: "01067" } } },
			{ number: "K4", contact: { address: { street: "2026-04-03" } } },
		])
	})

	it("says the old number of a customer in doubt, and what to do", async () => {
		own.write("customers.csv", `number,name,email,phone\n00012,Anna,a@example.com,0701234567\n`)
		own.merchant.trick = () => "create-and-drop"
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		expect((await own.run(own.path("customers.csv"), "out")).status).toBe(4)
		const file = edited(/^00012(.*),0701/m, "12$1,701", "unknown.csv")
		expect((await own.run(file, "again")).status).toBe(4)
		expect(table(own.path("again/follow-up.csv"))).toMatchObject([
			{
				reason: "in-doubt",
				number: "00012",
				phone: "0701234567",
				message: expect.stringContaining('"12", which was "00012"'),
				what_to_do: expect.stringContaining("Put the old customer number, 00012, back"),
			},
		])
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
