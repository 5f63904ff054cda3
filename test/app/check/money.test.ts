import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, merged, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "money-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function examined(lines: readonly string[], answers: Partial<Mapping> = {}) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	const checked = await examineFile(await openFile(path), { options, answers: merged(noAnswers, answers) })
	const sent: (readonly [currency: string | undefined, limit: unknown])[] = []
	for await (const entries of checked.entries())
		for (const { creatable } of entries) sent.push([creatable.currency, creatable.limit])
	return { checked, questions: checked.questions, sent }
}

/** What is sent for each answer to the only question. */
async function outcomes(lines: readonly string[]) {
	const { questions } = await examined(lines)
	expect(questions).toHaveLength(1)
	const found = []
	for (const question of questions)
		for (const { id } of question.answers) {
			const { sent, questions: more } = await examined(lines, answered(noAnswers, question, [id]))
			expect(more.map(({ id }) => id)).not.toContain(question.id)
			found.push([id, sent.map(([currency, limit]) => currency ?? limit)])
		}
	return found
}

describe("a word for several currencies", () => {
	test("is asked about, and every answer creates customers", async () => {
		expect(await outcomes(["Kundnr;Land;Valuta", "1;Sverige;kr", "2;Norge;Kr", "3;Norge;kr", "4;;EUR"])).toEqual([
			["by-country", ["SEK", "NOK", "NOK", "EUR"]],
			["NOK", ["NOK", "NOK", "NOK", "EUR"]],
			["SEK", ["SEK", "SEK", "SEK", "EUR"]],
			["DKK", ["DKK", "DKK", "DKK", "EUR"]],
			["ISK", ["ISK", "ISK", "ISK", "EUR"]],
			["none", [undefined, undefined, undefined, undefined]],
		])
	})

	test("is first what all countries of the file have", async () => {
		const { questions } = await examined(["Kundnr;Land;Valuta", "1;Danmark;kr", "2;Danmark;kr"])
		expect(questions.map(({ answers }) => answers[0]?.id)).toEqual(["DKK"])
	})

	test("is no currency of another country", async () => {
		const answers = { currencies: { kr: "by-country" } }
		const { checked, sent } = await examined(["Kundnr;Land;Valuta", "1;Sverige;kr", "2;Tyskland;kr"], answers)
		expect(sent).toEqual([["SEK", undefined]])
		expect(checked.rowsWith("currency.ambiguous").size).toBe(1)
	})
})

describe("a word that is no currency we know", () => {
	test("is asked about, with the currencies of the countries and of the file", async () => {
		expect(await outcomes(["Kundnr;Land;Valuta", "1;Schweiz;Fr.", "2;Schweiz;Fr.", "3;Tyskland;EUR"])).toEqual([
			["CHF", ["CHF", "CHF", "EUR"]],
			["EUR", ["EUR", "EUR", "EUR"]],
			["SEK", ["SEK", "SEK", "EUR"]],
			["errors", ["EUR"]],
			["none", [undefined, undefined, undefined]],
		])
	})

	test("is asked about where all of the column are so, and nothing else is", async () => {
		const { questions } = await examined(["Kundnr;Namn;Valuta", "1;Bo Ek;korun", "2;An Ek;korun", "3;Cai Ek;mynt"])
		expect(questions.map(({ id, text }) => [id, text])).toEqual([
			["currency.korun", 'Which currency is "korun"?'],
			["currency.mynt", 'Which currency is "mynt"?'],
		])
		for (const { answers } of questions)
			expect(answers.filter(({ id }) => /^[A-Z]{3}$/.test(id)).length).toBeGreaterThan(1)
		expect(questions[0]?.answers.map(({ id }) => id)).toContain("CZK")
	})

	test("is asked of few words only: others say that the column is none of currencies", async () => {
		const words = ["Oslo", "Bergen", "Moss", "Hamar", "Drammen", "Larvik", "Horten", "Arendal", "Bod", "Skien"]
		const { questions } = await examined(["Kundnr;Navn;Valuta", ...words.map((word, at) => `${at + 1};Bo Ek;${word}`)])
		expect(questions.map(({ id }) => id)).toEqual(["currency"])
	})
})

describe("no currency", () => {
	const countries = [
		"Kundnr;Adress;Postnr;Ort;Land",
		"1;Gate 1;0154;Oslo;NO",
		"2;Str. 1;10115;Berlin;DE",
		"3;Str. 2;10115;Berlin;DE",
	]

	test("with other countries is one question", async () => {
		expect(await outcomes(countries)).toEqual([
			["by-country", ["NOK", "EUR", "EUR"]],
			["EUR", ["EUR", "EUR", "EUR"]],
			["NOK", ["NOK", "NOK", "NOK"]],
			["SEK", ["SEK", "SEK", "SEK"]],
		])
	})

	test("with one other country is first the currency of that", async () => {
		const { questions } = await examined(countries.filter((line) => !line.includes("NO")))
		expect(questions[0]?.answers.map(({ id }) => id)).toEqual(["EUR", "SEK"])
	})

	test("in rows of a file that has others is a question about these rows", async () => {
		expect(await outcomes(["Kundnr;Valuta", "1;EUR", "2;EUR", "3;"])).toEqual([
			["EUR", ["EUR", "EUR", "EUR"]],
			["SEK", ["EUR", "EUR", "SEK"]],
		])
	})

	test.each([
		["a total", "Summe;;;20,00"],
		["a row without a number", ";Bo Ek;;10,00"],
		["a row that is not the customer's", "3;Bo Ek;;10,00;"],
	])("is none of the business of a row that is not sent: %s", async (_, line) => {
		const lines = ["Kundennr;Name;Währung;Betrag", "1;An Ek;EUR;10,00", "2;Cai Ek;EUR;10,00", line]
		const { checked, questions } = await examined(lines)
		expect([checked.counts.error, questions]).toEqual([1, []])
	})

	test("counts the rows that would be sent, and is of all customers where none of them gives one", async () => {
		const { questions } = await examined([...countries, "Summe;;;;"])
		expect(questions.map(({ text, why }) => [text, why])).toEqual([
			["In which currency are the customers?", expect.stringContaining("in 3 rows")],
		])
	})

	test("in rows of a file of Swedish crowns is told", async () => {
		const { checked, questions, sent } = await examined(["Kundnr;Valuta", "1;SEK", "2;SEK", "3;"])
		expect([questions, sent.map(([currency]) => currency)]).toEqual([[], ["SEK", "SEK", undefined]])
		expect(checked.rowsWith("currency.none").size).toBe(1)
	})
})

describe("an amount", () => {
	test("that can be read in two ways is asked about, and every answer creates customers", async () => {
		expect(await outcomes(["Kundnr;Kreditgräns", "1;1.500", "2;12.000,50", "3;750"])).toEqual([
			["thousands", [1500, 12000.5, 750]],
			["decimals", [1.5, 12000.5, 750]],
			["none", [undefined, undefined, undefined]],
		])
	})

	test("has its unit taken off, where that is the customer's currency", async () => {
		const lines = [
			"Kundnr;Valuta;Kreditgräns",
			"1;SEK;8 450 kr",
			"2;SEK;7 900:-",
			"3;EUR;€ 750,50",
			"4;EUR;100 kr",
			"5;SEK;1 000 SEK",
		]
		const { questions, sent } = await examined(lines)
		expect(questions).toEqual([])
		expect(sent).toEqual([
			["SEK", 8450],
			["SEK", 7900],
			["EUR", 750.5],
			["SEK", 1000],
		])
	})
})

describe("a currency that only the name of the limit says", () => {
	test("is asked about, and not SEK by itself", async () => {
		expect(await outcomes(["Kundnr;Credit limit in USD", "1;500", "2;700"])).toEqual([
			["USD", ["USD", "USD"]],
			["SEK", ["SEK", "SEK"]],
		])
	})

	test("may be SEK", async () => {
		for (const name of ["Limit (SEK)", "Kreditgräns (kr)", "Limit"])
			expect((await examined([`Kundnr;${name}`, "1;500"])).questions).toEqual([])
	})

	test("leaves no limit of another currency, whatever is answered first", async () => {
		const { questions, sent } = await examined(["Kundnr;Limit (USD)", "1;500"], { constants: { currency: "SEK" } })
		expect(questions.map(({ id, answers }) => [id, answers[0]?.id])).toEqual([["limit", "none"]])
		expect(sent).toEqual([["SEK", undefined]])
	})
})

test("a limit in hundredths is sent only where somebody says so", async () => {
	const lines = ["Kundnr;Kreditgräns (öre);Valuta", "1;150000;SEK"]
	const { questions, sent } = await examined(lines)
	expect([questions.map(({ id }) => id), sent]).toEqual([["limit"], [["SEK", undefined]]])
	const limit = { columns: { "Kreditgräns (öre)": "limit" } } as const
	expect((await examined(lines, limit)).sent).toEqual([["SEK", 150000]])
})
