import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { savedMapping } from "../../../src/app/saved-mapping.ts"
import type { Entry } from "../../../src/contract/ports.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { anyMappingSchema, type Mapping, merged, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { rowsOf, tokenOf } from "../../customer/columns/cells.ts"
import { exports } from "../../customer/columns/exports.ts"
import { evidenceOf } from "../../customer/decide-of.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "questions-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function opened(header: string, rows: readonly string[]) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${[header, ...rows].join("\n")}\n`)
	return await openFile(path)
}

async function examined(header: string, rows: readonly string[], answers: Partial<Mapping> = {}) {
	return await examineFile(await opened(header, rows), { options, answers: merged(noAnswers, answers) })
}

async function customers(header: string, rows: readonly string[], answers: Partial<Mapping> = {}) {
	const checked = await examined(header, rows, answers)
	const entries: Entry[] = []
	for await (const batch of checked.entries()) entries.push(...batch)
	return { asked: checked.questions.map(({ id }) => id), sent: entries.map(({ creatable }) => creatable), checked }
}

const contactsOf = ({ sent }: { readonly sent: readonly { readonly contact?: unknown }[] }) =>
	sent.map(({ contact }) => contact)

describe("two columns of a field", () => {
	const header = "Kundnr,E-post,E-post 2"
	const rows = ["1,a@example.com,b@example.com", "2,,c@example.com", "3,d@example.com,d@example.com"]

	test("that give different values are a question, and errors until it is answered", async () => {
		const { asked, sent, checked } = await customers(header, rows)
		expect(asked).toEqual(["first.email"])
		expect(sent.map(({ number }) => number)).toEqual(["2", "3"])
		expect(checked.questions[0]).toMatchObject({
			why: expect.stringMatching(/"E-post" and "E-post 2".*one row.*Row 2/),
		})
		expect(checked.decided).toBeUndefined()
	})

	test.each<[first: string | null, emails: string[]]>([
		["E-post", ["a@example.com", "c@example.com", "d@example.com"]],
		["E-post 2", ["b@example.com", "c@example.com", "d@example.com"]],
		[null, ["c@example.com", "d@example.com"]],
	])("%s goes first, once it is said", async (first, emails) => {
		const found = await customers(header, rows, { first: { email: first } })
		expect(found.asked).toEqual([])
		expect(contactsOf(found)).toEqual(emails.map((email) => ({ email })))
	})

	test("each answer settles it", async () => {
		const [question] = (await examined(header, rows)).questions
		for (const { id } of question?.answers ?? []) {
			const said = answered(noAnswers, question ?? { id: "", text: "", why: "", answers: [], needed: false }, [id])
			expect((await examined(header, rows, said)).decided).toBeDefined()
		}
		expect(question?.answers.map(({ id }) => id)).toEqual(["E-post", "E-post 2", "errors"])
	})

	test("agree where they say the same in forms of their own", async () => {
		const rows = ["1,Storgatan 1,111 22,Stockholm,Sweden,SE", "2,Vej 1,1456,København,DK,danmark"]
		const found = await customers("Kundnr,Adress,Postnr,Ort,Country name,Country code", rows)
		expect(found.asked.filter((id) => id !== "currency")).toEqual([])
		expect(found.sent).toHaveLength(2)
	})

	test("of a street are its parts", async () => {
		const found = await customers("Kundnr,Adress,Adress 2,Postnr,Ort,Land", ["1,Storgatan 1,c/o Ek,111 22,Lund,SE"])
		expect(contactsOf(found)).toMatchObject([{ address: { street: "Storgatan 1, c/o Ek" } }])
	})
})

describe("rows of one customer", () => {
	const asked = async (rows: readonly string[]) => (await examined("Kundnr,Namn,Korttoken", rows)).questions[0]
	const [one, other, between] = [`1,Anna,${tokenOf(1)}`, `1,Anna,${tokenOf(2)}`, `2,Bo,${tokenOf(3)}`]

	test("that follow each other are asked about", async () => {
		const question = await asked([one, other, between])
		expect(question?.id).toBe("rows")
		expect(question?.why).not.toContain("in between")
	})

	test("that stand apart are said to need sorting before anybody answers", async () => {
		const question = await asked([one, between, other])
		expect(question?.why).toContain("in everything but the card, with others in between.")
		expect(question?.answers[0]?.label).toContain("errors until the file is sorted by the customer number")
		expect((await asked([one, between, other, `3,Cia,${tokenOf(4)}`, `3,Cia,${tokenOf(5)}`]))?.why).toContain(
			"with others in between for 1 of them.",
		)
	})
})

describe("customer numbers that all end in a decimal of zeros", () => {
	const header = "Kundnr,Namn,Ort"
	const rows = ["10.0,Anna Berg,Lund", "11.0,Bo Ek,Lund", "12.0,Cai Alm,Lund", "Summe,,"]

	test("are a question, and errors until it is answered", async () => {
		const { asked, sent, checked } = await customers(header, rows)
		expect([asked, sent]).toEqual([["decimals"], []])
		expect(checked.questions[0]?.text).toBe(
			'Were the customer numbers in "Kundnr" whole numbers: "10" in place of "10.0"?',
		)
	})

	test.each<[answer: string, numbers: string[]]>([
		["removed", ["10", "11", "12"]],
		["errors", []],
	])("are what is answered: %s", async (answer, numbers) => {
		const [question] = (await examined(header, rows)).questions
		if (question === undefined) throw new Error("nothing was asked")
		const found = await customers(header, rows, answered(noAnswers, question, [answer]))
		expect([found.asked, found.sent.map(({ number }) => number)]).toEqual([[], numbers])
	})

	test("are errors where others have none, whatever was said of another file", async () => {
		const mixed = [...rows, "13,Dan Ek,Lund"]
		const { asked, sent } = await customers(header, mixed, { decimals: "removed" })
		expect([asked, sent.map(({ number }) => number)]).toEqual([[], ["13"]])
		expect((await customers(header, mixed)).asked).toEqual([])
	})
})

describe("customers who are gone", () => {
	const header = "Kundnr,Namn,Status"
	const rows = ["1,Anna Berg,Aktiv", "2,Bo Ek,Raderad", "3,Cai Alm,Avslutad"]

	test("for good, or as they left, are a question each, and errors until it is answered", async () => {
		const { asked, sent, checked } = await customers(header, rows)
		expect(asked).toEqual(["deleted", "ended"])
		expect(sent.map(({ number }) => number)).toEqual(["1"])
		expect(checked.questions.map(({ why }) => why)).toEqual([
			'One row says so. Row 3 has "Raderad" in "Status".',
			'One row says so. Row 4 has "Avslutad" in "Status".',
		])
		for (const { answers } of checked.questions)
			expect(answers.map(({ label }) => label.split(":")[0])).toEqual(["Yes", "No"])
	})

	test.each<[deleted: string, ended: string, numbers: string[]]>([
		["none", "created", ["1", "3"]],
		["created", "none", ["1", "2"]],
		["created", "created", ["1", "2", "3"]],
		["none", "none", ["1"]],
	])("are what is answered: %s, %s", async (deleted, ended, numbers) => {
		const { questions } = await examined(header, rows)
		const said = questions.reduce(
			(sum, question) => answered(sum, question, [question.id === "deleted" ? deleted : ended]),
			noAnswers,
		)
		const found = await customers(header, rows, said)
		expect([found.asked, found.sent.map(({ number }) => number)]).toEqual([[], numbers])
		expect([found.checked.rowsWith("row.deleted").size, found.checked.rowsWith("row.ended").size]).toEqual([0, 0])
	})

	test.each(["Aktiv", "Active", "Ja", "1"])("are none where all are %s", async (word) => {
		const found = await customers("Kundnr,Namn,Aktiv", [`1,Anna Berg,${word}`, `2,Bo Ek,${word}`])
		expect([found.asked, found.sent.length]).toEqual([[], 2])
	})

	test("perhaps, by a word that all of them have, are a question like any other", async () => {
		const { checked } = await customers(header, ["1,Anna Berg,Vilse", "2,Bo Ek,Vilse"])
		expect(checked.questions.map(({ answers }) => answers.map(({ id }) => id))).toEqual([["sent", "left-out"]])
	})

	test("perhaps, by a word that nobody knows, are a question with how many there are", async () => {
		const rows = ["1,Anna Berg,Aktiv", "2,Bo Ek,Vilse", "3,Cai Alm,vilse", "4,Dan Ek,Blå"]
		const { asked, sent, checked } = await customers(header, rows)
		expect([asked, sent.map(({ number }) => number)]).toEqual([["status.Status"], ["1"]])
		const [question] = checked.questions
		if (question === undefined) throw new Error("nothing was asked")
		const found = await customers(header, rows, answered(noAnswers, question, ["vilse"]))
		expect([found.asked, found.sent.map(({ number }) => number)]).toEqual([[], ["1", "4"]])
	})

	test("perhaps, by one word alone or by very many, are yes or no", async () => {
		for (const count of [1, 40]) {
			const rows = Array.from(
				{ length: count },
				(_, row) => `${row + 1},Anna Berg,${"abcdefgh"[row % 8]}ox${"klmno"[row % 5]}`,
			)
			const [question] = (await customers(header, rows)).checked.questions
			expect(question?.answers.map(({ id }) => id)).toEqual(["sent", "left-out"])
			const outcome = []
			for (const { mapping } of question?.answers ?? []) {
				const found = await customers(header, rows, mapping)
				outcome.push([found.asked, found.sent.length])
			}
			expect(outcome).toEqual([
				[[], count],
				[[], 0],
			])
		}
	})

	test("are no question where the column is one of the customer's own", async () => {
		const found = await customers(header, rows, { columns: { Status: "city" } })
		expect(found.asked).toEqual([])
	})
})

describe("a name and a company", () => {
	const header = "Kundnr,Namn,Företag"

	test.each<[name: string, row: string, sent: string]>([
		["without the other", "1,Anna Berg,", "Anna Berg"],
		["the other without it", "1,,Acme AB", "Acme AB"],
		["that are the same", "1,Acme AB,ACME AB", "Acme AB"],
	])("%s are no question", async (_, row, name) => {
		const found = await customers(header, [row])
		expect([found.asked, contactsOf(found)]).toEqual([[], [{ name }]])
	})

	test.each<[answer: string, sent: unknown[]]>([
		["Namn", ["Anna Berg", "Acme AB"]],
		["Företag", ["Volvo AB", "Acme AB"]],
		["both", ["Anna Berg, Volvo AB", "Acme AB"]],
		["errors", ["Acme AB"]],
	])("that are both filled are asked about: %s", async (answer, names) => {
		const rows = ["1,Anna Berg,Volvo AB", "2,,Acme AB"]
		const { checked } = await customers(header, rows)
		expect(checked.questions.map(({ id }) => id)).toEqual(["name"])
		expect(checked.decided).toBeUndefined()
		const [question] = checked.questions
		expect(question).toBeDefined()
		if (question === undefined) return
		const found = await customers(header, rows, answered(noAnswers, question, [answer]))
		expect([found.asked, contactsOf(found)]).toEqual([[], names.map((name) => ({ name }))])
	})

	test("of a person in parts is the person, if it goes first", async () => {
		const found = await customers("Kundnr,Förnamn,Efternamn,Företag", ["1,Anna,Berg,Volvo AB"], {
			first: { name: "Förnamn" },
		})
		expect(contactsOf(found)).toEqual([{ name: { first: "Anna", last: "Berg" } }])
	})
})

test("one column may fill two fields", async () => {
	const found = await customers("Kundnr,E-post", ["1,a@example.com"], {
		columns: { "E-post": ["email", "billingEmail"] },
	})
	expect(contactsOf(found)).toEqual([{ email: { primary: "a@example.com", billing: "a@example.com" } }])
})

describe("rows of one number", () => {
	const header = "Kundnr,Namn,Korttoken"
	const rows = [`1,Anna,${tokenOf(1)}`, `1,Anna,${tokenOf(2)}`, `2,Bo,${tokenOf(3)}`]

	test("that differ in the card alone are a question", async () => {
		expect((await customers(header, rows)).asked).toEqual(["rows"])
		const joined = await customers(header, rows, { joinRows: true })
		expect([joined.asked, joined.sent.map(({ method }) => method.length)]).toEqual([[], [2, 1]])
		const separate = await customers(header, rows, { joinRows: false })
		expect([separate.asked, separate.sent.map(({ method }) => method.length)]).toEqual([[], [1, 1]])
	})

	test("that differ in anything else are errors", async () => {
		const others = [`1,Anna,${tokenOf(1)}`, `1,Bo,${tokenOf(2)}`]
		expect((await customers(header, others)).asked).toEqual([])
	})
})

describe("the currency", () => {
	const header = "Kundnr,Adress,Postnr,Ort,Land"
	const danish = ["1,Vej 1,1456,København,DK", "2,Vej 2,1456,København,DK", "3,Väg 1,111 22,Lund,SE"]

	test("is asked for where the file gives none and rows are of other countries", async () => {
		const { checked } = await customers(header, danish)
		expect(checked.questions).toMatchObject([
			{ id: "currency", answers: [{ id: "by-country" }, { id: "DKK" }, { id: "SEK" }] },
		])
		const found = await customers(header, danish, { constants: { currency: "DKK" } })
		expect([found.asked, found.sent.map(({ currency }) => currency)]).toEqual([[], ["DKK", "DKK", "DKK"]])
	})

	test("is not asked for in Sweden, or where the file gives one", async () => {
		expect((await customers(header, danish.slice(1))).asked).toEqual(["currency"])
		expect((await customers(header, danish.slice(2))).asked).toEqual([])
		const rows = danish.map((row) => `${row},EUR`)
		expect((await customers(`${header},Valuta`, rows)).asked).toEqual([])
	})
})

describe("the evidence is the whole file", () => {
	test("a second card after the first rows is not left out", async () => {
		const header = ["Kundnr", "Korttoken", "Grunka"]
		const rows = Array.from({ length: 60 }, (_, row) => [`${row}`, tokenOf(row), row === 59 ? tokenOf(row, "b") : ""])
		const file = await opened(
			header.join(),
			rows.map((cells) => cells.join()),
		)
		// As of a file too large to be read before it is checked.
		const early = { ...file, evidence: evidenceOf(header, rows.slice(0, 50)) }
		const checked = await examineFile(early, { options })
		expect(checked.questions.map(({ id }) => id)).toEqual(["token"])
	})

	test("a number that later rows lack is one question, and no customer's", async () => {
		const header = ["Id", "Ort"]
		const rows = Array.from({ length: 60 }, (_, row) => [row < 50 ? `${row}` : "", "Lund"])
		const file = await opened(
			header.join(),
			rows.map((cells) => cells.join()),
		)
		const early = { ...file, evidence: evidenceOf(header, rows.slice(0, 50)) }
		expect(await examineFile(early, { options })).toMatchObject({ questions: [{ id: "number" }], decided: undefined })
	})
})

test.each(exports.map(([name, header]) => [name, header]))(
	"a mapping of %s that was saved gives the same customers again",
	async (_, header) => {
		const columns = [...header.split(","), "Intergiro token"]
		const path = join(folder, "export.csv")
		const lines = [columns, ...rowsOf(columns, 20)].map((cells) => cells.map((cell) => `"${cell}"`).join(";"))
		await writeFile(path, `${lines.join("\n")}\n`)
		const file = await openFile(path)
		const checked = await examineFile(file, { options })
		const saved = anyMappingSchema.parse(
			JSON.parse(
				JSON.stringify(
					savedMapping(checked.decision ?? { mapping: noAnswers, columns: [], said: noAnswers }, checked.questions),
				),
			),
		)
		const again = await examineFile(file, { options, answers: saved })
		expect(again.questions.map(({ id }) => id)).toEqual(checked.questions.map(({ id }) => id))
		const sent = async ({ entries }: typeof checked) => {
			const found: Entry[] = []
			for await (const batch of entries()) found.push(...batch)
			return found
		}
		expect(await sent(again)).toEqual(await sent(checked))
	},
)
