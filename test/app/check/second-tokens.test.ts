import { expect, test } from "vitest"
import { jwt } from "../../customer/jwt.ts"
import { examiner, found, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

const rows = [1, 2, 3].map((row) => `${row};Kund ${row};${token(`a${row}`)};${row === 3 ? "" : token(`b${row}`)}`)
const lines = ["Kundnr;Namn;Korttoken;Tidigare korttoken", ...rows]

test("a question about a second column of card tokens says that it is one, and what each answer sends", async () => {
	const checked = await examined(lines)
	// Until somebody said so none is left out.
	expect(checked.cards.leftOut).toBe(0)
	const question = onlyQuestion(checked)
	expect(question.text).toBe(
		'Are the card tokens of "Tidigare korttoken" further cards, to be sent besides those of "Korttoken"?',
	)
	expect(question.why).toContain('The card tokens of "Korttoken" are sent as well.')
	expect(question.answers.map(({ label }) => label)).toEqual([
		'No: send the cards of "Korttoken" alone',
		'Only where "Korttoken" is empty, so that a customer gets one card',
		"Yes: send both; the customers of the 2 rows with both get two cards",
	])
})

test("how many rows have both is said, wherever two columns of card tokens are in question", async () => {
	const beside = (first: string, second: string, ...held: readonly string[]) => [
		`Kundnr;Namn;${first};${second}`,
		...held.map((both, row) =>
			[row, `Kund ${row}`, both.includes("1") ? token(`a${row}`) : "", both.includes("2") ? token(`b${row}`) : ""].join(
				";",
			),
		),
	]
	const told = async (...file: Parameters<typeof beside>) => {
		const { text, answers } = onlyQuestion(await examined(beside(...file)))
		return [text, ...answers.map(({ label }) => label)].filter((words) => /both/.test(words)).join("\n")
	}
	expect(await told("Token A", "Token B", "12", "1", "2", "12", "12")).toMatch(
		/both hold a card token, in 3 rows: (.|\n)*the customers of the 3 rows with both get two cards/,
	)
	expect(await told("Token A", "Token B", "1", "2", "2")).toMatch(/No row has both\.\nBoth; no row has both/)
	const three = [
		"Kundnr;Namn;Token Visa;Token MC;Token Amex",
		`1;Anna Ek;${token("a")};${token("b")};`,
		`2;Bo Ek;;;${token("c")}`,
	]
	expect(onlyQuestion(await examined(three)).answers.map(({ facts }) => facts?.match(/[^,]*beside.*/)?.[0])).toEqual([
		" one row beside another card",
		" one row beside another card",
		undefined,
	])
	expect(await told("Korttoken", "Tidigare korttoken", "12", "1", "2")).toContain(
		"the customer of the one row with both gets two cards",
	)
})

test("its first answer sends the cards of the first column alone, and the second both", async () => {
	const asked = await examined(lines)
	const methods = async (...chosen: string[]) =>
		(await sentBy(await examined(lines, saying(asked, ...chosen)))).map(({ method }) => method.length)
	expect(await methods()).toEqual([1, 1, 1])
	expect(await methods("Tidigare korttoken")).toEqual([2, 2, 1])
})

test("a question about recurring tokens says that they are, and no warning stands beside it that seems to be of others", async () => {
	const recurring = (row: number) => jwt({ iss: "card", aud: "production", type: "recurring", sub: `r${row}` })
	const checked = await examined([
		"Kundnr;Namn;Intergiro Recurring Token;Intergiro Single-Use Token",
		...[1, 2, 3].map((row) => `${row};Kund ${row};${recurring(row)};${token(row)}`),
	])
	expect(onlyQuestion(checked).why).toMatch(
		/^Intergiro takes single-use card tokens only, and those of "Intergiro Recurring Token" say that they are none\./,
	)
	expect(found(checked, "warning")).toEqual([])
})
