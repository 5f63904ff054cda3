import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { questionEventSchema } from "../../src/customer/columns/question-schema.ts"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const token = (n: number) => jwt({ iss: "card", iat: n, xpr: [12, 31] })

/** Two columns that may be the number, and cards among other ways to pay. */
const doubtful = [
	"Id;Ref;Namn;Payment method",
	...Array.from({ length: 9 }, (_, n) => `${n + 1};K-${n + 1};Kund ${n + 1};${n % 3 === 2 ? "faktura" : token(n)}`),
	"",
].join("\n")

/** In the order of their numbers: several are under way at a time, and arrive as they like. */
const bodies = () =>
	own.merchant.received
		.map(({ body }) => JSON.parse(body))
		.sort((one, other) => one.number.localeCompare(other.number, "en", { numeric: true }))
const cardsOf = () => bodies().map(({ method }) => method.map(({ card }: { card: string }) => card))

describe("a file that leaves something open", () => {
	it("is not sent: the run ends with 2, shows what is in question, and says how to answer", async () => {
		const file = own.write("file.csv", doubtful)
		const { status, stderr } = await own.run(file, "out")
		expect([status, own.merchant.received]).toEqual([2, []])
		for (const text of [
			"Which of these is the customer number?",
			'"Id": 9 of 9 rows, 9 different: "1", "2", "3"',
			'"Ref": 9 of 9 rows, 9 different: "K-1", "K-2", "K-3"',
			"9 of 9 rows, 6 card tokens, 3 other values",
			"2 questions are open, so nothing was sent.",
			"--save-mapping",
		])
			expect(stderr).toContain(text)
		expect(stderr).not.toContain(token(0))
		expect((await run(["check", file], own.environment)).status).toBe(2)
	})

	it("is sent as a person answered in the mapping that was saved, with every question marked", async () => {
		const file = own.write("file.csv", doubtful)
		const mapping = own.path("mapping.json")
		await run(["check", file, "--save-mapping", mapping], own.environment)
		const saved = JSON.parse(readFileSync(mapping, "utf8"))
		expect(saved.columns).toEqual({ Id: "?", Ref: "?", Namn: "name", "Payment method": "?" })
		expect(saved.open).toHaveLength(2)
		// As it is, it answers nothing.
		expect((await own.run(file, "out", "--mapping", mapping)).status).toBe(2)
		const card = saved.open.find(({ answers }: { answers: { write: { cards?: string } }[] }) =>
			answers.some(({ write }) => write.cards),
		)
		const columns = { ...saved.columns, Ref: "number", Id: null, ...card.answers[0].write.columns }
		own.write("mapping.json", JSON.stringify({ ...saved, ...card.answers[0].write, columns }))
		expect((await own.run(file, "out", "--mapping", mapping)).status).toBe(0)
		expect(bodies().map(({ number }) => number)).toEqual(Array.from({ length: 9 }, (_, n) => `K-${n + 1}`))
		expect(cardsOf()).toEqual(Array.from({ length: 9 }, (_, n) => (n % 3 === 2 ? [] : [token(n)])))
	})

	it("is about who the customer is: number and name are of one party, as a person wrote into the mapping", async () => {
		const rows = [1, 2, 3].map((n) => `P${n};Mia Bell${"abc"[n - 1]};F${n};Ann Hill${"abc"[n - 1]};${token(n)}`)
		const file = own.write("file.csv", ["Pupil ID;Pupil Name;Account No;Bill Payer;Card Token", ...rows, ""].join("\n"))
		const mapping = own.path("mapping.json")
		const { stdout } = await run(["check", file, "--save-mapping", mapping], own.environment)
		expect(stdout).toContain(
			"3 rows. As it stands, until the question is answered: 3 customers, 3 with a card, 0 without\n",
		)
		// Nothing is settled yet.
		expect(stdout).not.toMatch(/to create|Swedish kronor|by a person/)
		const saved = JSON.parse(readFileSync(mapping, "utf8"))
		expect(saved.open).toMatchObject([
			{
				question: "Who are the customers of this file?",
				answers: [
					{ answer: 'Who pays: customer number "Account No", name "Bill Payer"' },
					{
						answer:
							'Who is served: customer number "Pupil ID", name "Pupil Name"; the card of a row is sent as theirs, also where somebody else pays',
					},
				],
			},
		])
		expect((await own.run(file, "out", "--mapping", mapping)).status).toBe(2)
		const columns = { ...saved.columns, ...saved.open[0].answers[0].write.columns }
		own.write("mapping.json", JSON.stringify({ ...saved, columns }))
		expect((await own.run(file, "out", "--mapping", mapping)).status).toBe(0)
		expect(bodies().map(({ number, contact }) => [number, contact.name])).toEqual([
			["F1", "Ann Hilla"],
			["F2", "Ann Hillb"],
			["F3", "Ann Hillc"],
		])
	})

	it("is told to machines, each question an event of its own", async () => {
		const { stdout } = await run(["check", own.write("file.csv", doubtful), "--json"], own.environment)
		const events = stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line))
		const questions = events.filter(({ type }) => type === "question")
		expect(questions.map(({ id }) => id).sort()).toEqual(["number", "token"])
		for (const question of questions) expect(questionEventSchema.safeParse(question).error).toBeUndefined()
	})

	it("loses what is not needed when a person says so, but never the number and never cards", async () => {
		const file = own.write("file.csv", doubtful)
		expect((await own.run(file, "out", "--leave-out-rest")).status).toBe(2)
		const lines = Array.from({ length: 9 }, (_, n) => `${n + 1};Kund ${n + 1};a${n}@example.com;${token(n)}`)
		const mail = own.write("mail.csv", `Kundnr;Namn;Grunka;Korttoken\n${lines.join("\n")}\n`)
		expect((await own.run(mail, "mail")).status).toBe(2)
		expect(own.merchant.received).toEqual([])
		expect((await own.run(mail, "mail", "--leave-out-rest")).status).toBe(0)
		expect(bodies().map(({ contact }) => Object.keys(contact))).toEqual(Array(9).fill(["name"]))
	})

	it("keeps a row that looks like none when a person says that it is a customer", async () => {
		const lines = Array.from({ length: 6 }, (_, n) => `${n + 1};Kund ${n + 1};${token(n)}`)
		const file = own.write("file.csv", `Kundnr;Namn;Korttoken\n${lines.join("\n")}\nTotal;Summa AB;${token(9)}\n`)
		expect((await own.run(file, "out")).status).toBe(1)
		expect(own.merchant.received).toHaveLength(6)
		expect((await own.run(file, "kept", "--keep-rows", "8")).status).toBe(0)
		expect(bodies().map(({ number }) => number)).toContain("Total")
		expect((await own.run(file, "none", "--keep-rows", "eight")).status).toBe(2)
	})
})

describe("rows that an answer leaves out", () => {
	const file = [
		"Kundnr;Namn;Status;Korttoken",
		...Array.from({ length: 9 }, (_, n) => `${n + 1};Kund Nr${n + 1};${n === 4 ? "Avliden" : "Aktiv"};${token(n)}`),
		"",
	].join("\n")
	const mapping = (answer: Readonly<Record<string, unknown>>) =>
		own.write(
			"mapping.json",
			JSON.stringify({
				version: 2,
				columns: { Kundnr: "number", Namn: "name", Status: null, Korttoken: "token" },
				...answer,
			}),
		)

	it("are no errors: the check and the run come to a good end, and both say how many there are", async () => {
		const path = own.write("file.csv", file)
		const answered = mapping({ deleted: "left-out" })
		const checked = await run(["check", path, "--mapping", answered], own.environment)
		expect([checked.status, checked.stdout]).toEqual([
			0,
			expect.stringContaining("9 rows, 8 customers to create: 8 with a card, 0 without, 1 left out by a person"),
		])
		expect(checked.stdout).toContain("left out  row.left-out  1×")
		const { status, stdout } = await own.run(path, "out", "--mapping", answered)
		expect([status, own.merchant.received.length]).toEqual([0, 8])
		expect(stdout).toContain("Every customer of the file exists at Intergiro, but for 1 row left out.")
		const summary = JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))
		expect(summary).toMatchObject({ outcomes: { created: 8, "left-out": 1, invalid: 0 } })
	})

	it("stand as left out in errors.csv, and stay so when it is run again, until a person says otherwise", async () => {
		const path = own.write("file.csv", file)
		await own.run(path, "out", "--mapping", mapping({ deleted: "left-out" }))
		const errors = own.path("out/errors.csv")
		expect(table(errors)).toMatchObject([{ import_outcome: "left-out", import_code: "row.left-out" }])
		const again = await own.run(errors, "again", "--mapping", mapping({ deleted: "created" }))
		expect([again.status, own.merchant.received.length]).toEqual([0, 8])
		expect(table(own.path("again/errors.csv"))).toMatchObject([{ import_outcome: "left-out" }])
		const taken = await own.run(errors, "taken", "--mapping", mapping({ deleted: "created" }), "--keep-rows", "2")
		expect([taken.status, own.merchant.received.length]).toEqual([0, 9])
	})
})
