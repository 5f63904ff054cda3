import { expect, test } from "vitest"
import { type Mapping, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import { examiner, found, onlyQuestion, token } from "./examined.ts"

const examined = examiner()

const rows = (count: number, cells: (row: number) => string) =>
	Array.from({ length: count }, (_, row) => cells(row + 1))

/** A file for each kind of question. */
const files: Readonly<Record<string, readonly string[]>> = {
	"a word for several currencies, and a row without a country": [
		"Kundnummer;Företag;Land;Valuta",
		"1;A AS;Norge;kr",
		"2;B AB;Sverige;kr",
		"3;C ApS;;kr",
	],
	"a word for no currency": [
		"Kundnummer;Företag;Land;Valuta",
		"1;A AS;Norge;NOK",
		"2;B AB;Sverige;SEC",
		"3;C ApS;;SEC",
	],
	"rows without a currency": ["Kundnummer;Företag;Land;Valuta", "1;A AS;Norge;NOK", "2;B AB;Norge;", "3;C ApS;;"],
	"no currency and a foreign country": ["Kundnummer;Företag;Land", "1;A AS;Norge", "2;B AB;Norge", "3;C ApS;"],
	amounts: ["Kundnummer;Företag;Kreditgräns", "1;A AS;1.500", "2;B AB;2.000", "3;C;100"],
	"several numbers": ["Nummer;Referens;Namn", ...rows(3, (row) => `${row};A-${row};Anna Ek`)],
	"card tokens of an unknown name": ["Kundnr;Namn;Spalte X", ...rows(3, (row) => `${row};Anna Ek;${token(row)}`)],
	"further card tokens": [
		"Kundnr;Namn;Korttoken;Tidigare korttoken",
		...rows(3, (row) => `${row};Anna Ek;${token(row)};${token(`b${row}`)}`),
	],
	"words among card tokens": [
		"Kundnr;Namn;Korttoken",
		...rows(9, (row) => `${row};Anna Ek;${row === 4 ? "faktura" : token(row)}`),
	],
	statuses: ["Kundnr;Namn;Status", ...rows(4, (row) => `${row};Anna Ek;${row % 2 ? "grön" : "vilande x"}`)],
	"deleted customers": ["Kundnr;Namn;Status", ...rows(4, (row) => `${row};Anna Ek;${row % 2 ? "aktiv" : "raderad"}`)],
	"cards of one customer in several rows": [
		"Kundnr;Namn;Korttoken",
		`1;Anna Ek;${token(1)}`,
		`1;Anna Ek;${token(2)}`,
		`2;Bo Ek;${token(3)}`,
	],
	"remarks in names": ["Kundnr;Namn", ...rows(4, (row) => `${row};Anna Ek${row === 3 ? " (ring först)" : ""}`)],
	decimals: ["Kundnr;Namn", ...rows(4, (row) => `${row}.0;Anna Ek`)],
	"two values": ["Kundnr;Namn;E-post;E-post 2", "1;Anna Ek;a@example.com;b@example.com", "2;Bo Ek;;c@example.com"],
	"a person and a company": ["Kundnr;Namn;Företag", "1;Anna Ek;Ek AB", "2;Bo Ek;"],
	"two parties": [
		"Elev-nr;Elev;Betalare;Betalar-nr",
		"1;Anna Ek;Eva Ek;11",
		"2;Bo Ek;Eva Ek;11",
		"3;Cia Ek;Olle Ek;12",
	],
}

/** Everything that may be answered: one of the answers, or none where that is one. */
const choices = ({ answers, several }: Question) => [...answers.map(({ id }) => [id]), ...(several ? [[]] : [])]

const shown = ({ text, why, answers }: Question) => JSON.stringify([text, why, answers.map(({ label }) => label)])

test.each(Object.entries(files))("no answer brings the same question back: %s", async (_, lines) => {
	const asked = await examined(lines)
	expect(asked.questions).not.toEqual([])
	for (const question of asked.questions)
		for (const chosen of choices(question)) {
			const again = await examined(lines, answered(noAnswers, question, chosen))
			expect([chosen, again.questions.map(shown)]).not.toEqual([chosen, expect.arrayContaining([shown(question)])])
		}
})

test("rows without a country are errors where a word means the currency of the country, and the answer says so", async () => {
	const lines = files["a word for several currencies, and a row without a country"] ?? []
	const question = onlyQuestion(await examined(lines))
	expect(question.answers[0]?.label).toBe(
		"That of each customer's own country; rows whose country does not tell are errors",
	)
	const answer: Mapping = answered(noAnswers, question, [question.answers[0]?.id ?? ""])
	const checked = await examined(lines, answer)
	expect([found(checked), checked.questions]).toEqual([["currency.ambiguous 4"], []])
})
