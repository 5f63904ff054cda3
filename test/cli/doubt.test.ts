import { mkdirSync, readdirSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"
import { apiKey } from "./merchant.ts"

const own = fixture()

let file: string
beforeEach(() => {
	file = plainFile(own.folder, 3)
})

function inDoubt(): (string | undefined)[] {
	return table(own.path("out/unknown.csv")).map(({ number }) => number)
}

describe("a doubt stays in unknown.csv, whatever stops the run after consent to send again", () => {
	beforeEach(async () => {
		own.merchant.trick = (number) => (number === "c0002" ? "drop" : "create")
		await own.run(file, "out", "--concurrency", "1")
		expect(inDoubt()).toEqual(["c0002"])
	})

	for (const [name, trick] of [
		["a key that is refused", { status: 401, body: {} }],
		["a lost answer", "drop"],
		[
			"a refusal, which its first try may have brought about",
			{ status: 400, body: { status: 400, type: "x", error: "card declined" } },
		],
	] as const)
		it(`by ${name}`, async () => {
			own.merchant.trick = () => trick
			await own.run(file, "out", "--resend-unknown")
			expect(own.merchant.received.map(({ number }) => number)).toEqual(["c0001", "c0002", "c0003", "c0002"])
			expect(inDoubt()).toEqual(["c0002"])
			expect(table(own.path("out/errors.csv"))).toEqual([])
			own.environment.INTERGIRO_API_KEY = apiKey("private", "somebody else")
			const { status, stderr } = await own.run(file, "out")
			expect([status, stderr]).toEqual([2, expect.stringContaining("belongs to another environment")])
		})

	it("by a kill", async () => {
		let killed = () => {}
		own.merchant.trick = () => {
			killed()
			return "drop"
		}
		const { child, finished } = own.start(file, "out", "--resend-unknown")
		killed = () => child.kill("SIGKILL")
		await finished
		own.merchant.trick = () => "create"
		await own.run(file, "out", "--first", "1")
		expect(inDoubt()).toEqual(["c0002"])
		await own.run(file, "out", "--resend-unknown")
		expect([...own.merchant.ledger].map(([number, ids]) => [number, ids.length])).toEqual([
			["c0001", 1],
			["c0003", 1],
			["c0002", 1],
		])
	})
})

describe("a person ends a doubt", () => {
	const settle = (...more: string[]) => run(["settle", own.path("out"), ...more], own.environment)
	beforeEach(async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		own.merchant.trick = (number) => (number === "c0002" ? "create-and-drop" : number === "c0003" ? "drop" : "create")
		expect((await own.run(file, "out")).status).toBe(4)
		expect(inDoubt()).toEqual(["c0002", "c0003"])
		own.merchant.trick = () => "create"
	})

	it("by the id that Intergiro has, or by saying that it has none", async () => {
		const [id = ""] = own.merchant.ledger.get("c0002") ?? []
		expect((await settle("c0002", "--id", id)).status).toBe(0)
		// What was said by mistake can be taken back.
		expect((await settle("c0002", "--absent")).status).toBe(0)
		expect((await settle("c0002", "--id", id)).status).toBe(0)
		const taken = await settle("c0003", "--id", id)
		expect([taken.status, taken.stderr]).toEqual([2, expect.stringContaining("c0002")])
		expect((await settle("c0003", "--absent")).status).toBe(0)
		// Whether its card is there, nobody knows.
		expect((await own.run(file, "out")).status).toBe(1)
		expect([...own.merchant.ledger].map(([number, ids]) => [number, ids.length])).toEqual([
			["c0001", 1],
			["c0002", 1],
			["c0003", 1],
		])
		expect(table(own.path("out/results.csv"))).toMatchObject([
			{ number: "c0001", outcome: "created" },
			{ number: "c0002", outcome: "adopted", id },
			{ number: "c0003", outcome: "created" },
		])
	})

	it("for what is in doubt only, and with one of both words", async () => {
		for (const words of [["c0001", "--absent"], ["c9", "--absent"], ["c0002"], ["c0002", "--absent", "--id", "x"]]) {
			const { status, stderr } = await settle(...words)
			expect([words, status]).toEqual([words, 2])
			expect(stderr).toMatch(/not in doubt|--absent/)
		}
		expect(inDoubt()).toEqual(["c0002", "c0003"])
	})
})

it("takes a person's word for which of several customers it is, and is done then", async () => {
	const before = own.write("before.csv", "number,name\nc0002,Anna\n")
	expect((await own.run(before, "before")).status).toBe(0)
	const [first] = own.merchant.customers
	const [id = ""] = own.merchant.ledger.get("c0002") ?? []
	own.merchant.listTrick = () => ({ status: 200, body: [first ?? {}, { ...first, id: "another" }] })
	expect((await own.run(file, "out", "--no-verify")).status).toBe(4)
	expect(inDoubt()).toEqual(["c0002"])
	own.merchant.listTrick = () => undefined
	const settle = (...words: string[]) => run(["settle", own.path("out"), "c0002", ...words], own.environment)
	const absent = await settle("--absent")
	expect([absent.status, absent.stderr]).toEqual([2, expect.stringContaining("say with --id which one stays")])
	expect((await settle("--id", id)).status).toBe(0)
	expect((await own.run(file, "out")).status).toBe(0)
	expect(table(own.path("out/results.csv"))).toMatchObject([
		{},
		{ number: "c0002", id, outcome: "existing", checked: "card-unknown" },
		{},
	])
	expect(own.merchant.ledger.get("c0002")).toEqual([id])
})

it("compares who is found after a lost answer with what was sent, as any other who comes back", async () => {
	const whole = own.write(
		"whole.csv",
		"number,name,email\nc0001,Anna Ek,anna@example.com\nc0002,Bo Ek,bo@example.com\n",
	)
	own.merchant.trick = () => "create-and-drop"
	own.merchant.keep = ({ number, contact }) => ({
		contact: number === "c0002" ? { ...contact, email: undefined } : contact,
	})
	expect((await own.run(whole, "out", "--concurrency", "1")).status).toBe(1)
	expect(table(own.path("out/results.csv"))).toMatchObject([{ outcome: "adopted" }, { outcome: "adopted" }])
	expect(table(own.path("out/follow-up.csv"))).toMatchObject([
		{ reason: "differs", number: "c0002", message: expect.stringContaining("contact.email") },
	])
})

describe("another spelling of a number", () => {
	it("that Intergiro has is asked about, and never sent in bulk", async () => {
		const before = own.write("before.csv", "number,name\n123,Anna\nAB-1,Bo\n")
		await own.run(before, "before")
		const spelled = own.write("spelled.csv", "number,name\n00123,Anna\nab-1,Bo\nc4,Dan\n")
		for (const more of [[], ["--resend-unknown"]]) {
			await own.run(spelled, "out", ...more)
			expect(table(own.path("out/unknown.csv"))).toMatchObject([
				{ number: "00123", import_code: "other-spelling" },
				{ number: "ab-1", import_code: "other-spelling" },
			])
			expect(own.merchant.ledger.size).toBe(3)
		}
	})

	describe("is answered once for all of them", () => {
		const settle = (which: string, ...more: string[]) =>
			run(["settle", own.path("out"), ...more, "--spellings", which], own.environment)
		let spelled: string
		beforeEach(async () => {
			own.merchant.keep = ({ contact }) => ({ contact })
			await own.run(own.write("before.csv", "number,name\n101,Anna\n102,Bo\n103,Cilla\n"), "before")
			spelled = own.write("spelled.csv", "number,name\n0101,Anna\n0102,BO\n0103,Dan\n")
			await own.run(spelled, "out")
		})

		it("says of each that it was never sent, and whether it has the same name", () => {
			const messages = table(own.path("out/unknown.csv")).map(({ import_message }) => import_message)
			expect(messages).toEqual([
				expect.stringMatching(/^Never sent\. Customer number 101, .* the same name and e-mail/),
				expect.stringMatching(/^Never sent\. Customer number 102, .* the same name and e-mail/),
				expect.stringMatching(/^Never sent\. Customer number 103, .* another name or e-mail there/),
			])
		})

		it("by the same customers, but for those who have another name there", async () => {
			const said = await settle("same")
			expect([said.status, said.stdout]).toEqual([0, expect.stringMatching(/^2 customers are .* Of 1 other customer /)])
			await own.run(spelled, "out")
			const [one] = own.merchant.ledger.get("101") ?? []
			expect(table(own.path("out/results.csv"))).toMatchObject([
				{ number: "0101", outcome: "existing", id: one },
				{ number: "0102", outcome: "existing" },
			])
			expect(inDoubt()).toEqual(["0103"])
			expect(own.merchant.received).toHaveLength(3)
		})

		it("by others, whom the next run creates", async () => {
			expect((await settle("others")).stdout).toMatch(/^3 customers are others/)
			const { status } = await own.run(spelled, "out")
			expect([status, own.merchant.ledger.size]).toEqual([0, 6])
			expect((await settle("others")).stdout).toMatch(/^Nobody /)
		})

		it("and by nothing else beside", async () => {
			expect((await settle("same", "0101")).status).toBe(2)
			expect((await run(["settle", own.path("out"), "--absent"], own.environment)).status).toBe(2)
		})
	})
})

describe("the look at the end", () => {
	it("lists everybody, and costs one listing where nobody is missing", async () => {
		const { status } = await own.run(file, "out")
		expect(status).toBe(0)
		expect(own.merchant.listed).toBe(2)
	})
	it("is left out by --no-verify", async () => {
		await own.run(file, "out", "--no-verify")
		expect(own.merchant.listed).toBe(1)
	})
	it("waits for who is missing, once", async () => {
		own.merchant.listTrick = () => ({ status: 200, body: [] })
		const { status } = await own.run(file, "out")
		expect(own.merchant.listed).toBe(3)
		expect(table(own.path("out/results.csv"))).toHaveLength(3)
		expect(status).toBe(1)
	})
})

it("makes nothing where no run is", async () => {
	const { folder, environment } = own
	mkdirSync(own.path("plain"))
	for (const name of ["typo", "plain"]) {
		const said = await run(["settle", own.path(name), "c0002", "--absent"], environment)
		expect([said.status, said.stderr]).toEqual([2, expect.stringContaining("is no run folder")])
	}
	expect([readdirSync(own.path("plain")), readdirSync(folder)]).toEqual([[], expect.not.arrayContaining(["typo"])])
	const onFile = await run(["settle", file, "c0002", "--absent"], environment)
	expect([onFile.status, onFile.stderr]).toEqual([2, expect.stringContaining("is no run folder")])
})

it("does not tell to look again for whom a listing cannot settle", async () => {
	const file = plainFile(own.folder, 4)
	own.merchant.trick = (number) => (number === "c0004" ? "create-and-drop" : "create")
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	await own.run(file, "out")
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	expect((await own.run(file, "out")).status).toBe(4)
	const [line] = table(own.path("out/follow-up.csv"))
	expect([line?.reason, line?.number]).toEqual(["in-doubt", "c0004"])
	expect(line?.what_to_do).toMatch(/^Look at the customer at Intergiro, and say with settle/)
})
