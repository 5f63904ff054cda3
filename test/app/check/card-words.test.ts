import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { jwt } from "../../customer/jwt.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
const token = (n: number) => jwt({ iss: "card", iat: n })

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "card-words-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(lines: readonly string[], said: Partial<Mapping> = {}) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	const answers = { ...noAnswers, constants: { currency: "SEK" }, ...said }
	const checked = await examineFile(await openFile(path), { options, answers })
	return { checked, codes: checked.summary.map(({ code, count }) => `${code} ${count}`) }
}

describe("words in place of card tokens", () => {
	const rows = (...words: readonly string[]) => [
		"Customer number,Name,Card token",
		...[1, 2, 3, 4, 5].map((n) => `${n},Anna Berg,${token(n)}`),
		...words.map((word, n) => `${n + 6},Bo Ek,${word}`),
	]

	it("are asked about once, and nothing else is said of them", async () => {
		const { checked, codes } = await check(rows("DD", "Cash", "DD"))
		expect(checked.questions.map(({ id, text }) => [id, text])).toEqual([
			["other-payment", 'Does "DD", "Cash" in place of a card token mean that the customer has no card?'],
		])
		expect(codes).toEqual(["token.stray 3"])
	})

	it("mean no card, or are errors, by a person's word", async () => {
		const [question] = (await check(rows("DD", "Cash"))).checked.questions
		const outcome = []
		for (const { mapping } of question?.answers ?? []) {
			const { checked } = await check(rows("DD", "Cash"), mapping)
			outcome.push([checked.questions.length, checked.customers, checked.cards.without])
		}
		expect(outcome).toEqual([
			[0, 7, 2],
			[0, 5, 0],
		])
	})

	it("are not asked about where they may be what is left of a token", async () => {
		const { checked, codes } = await check(rows("DD", "tok_12"))
		expect([checked.questions, codes]).toEqual([[], ["token.stray 2"]])
	})

	it("are no tokens where a spreadsheet lost them", async () => {
		const { codes } = await check(rows("#N/A", "#N/A"))
		expect(codes).toEqual(["value.damaged 2"])
	})
})

describe("cards that the file says are dead", () => {
	const rows = [
		"Customer number,Name,Card token,Card status",
		`1,Anna Berg,${token(1)},active`,
		`2,Bo Ek,${token(2)},revoked`,
		`3,Eva Holm,${token(3)},active`,
		"4,Ida Falk,,blocked",
	]

	it("are asked about, and their rows not sent", async () => {
		const { checked, codes } = await check(rows)
		expect(checked.questions.map(({ id }) => id)).toEqual(["dead-cards"])
		expect(codes).toEqual(["card.dead 1", "card.none 1"])
	})

	it("are left out, or sent, by a person's word", async () => {
		const [question] = (await check(rows)).checked.questions
		const outcome = []
		for (const { mapping } of question?.answers ?? []) {
			const { checked } = await check(rows, mapping)
			outcome.push([checked.questions.length, checked.customers, checked.cards])
		}
		expect(outcome).toEqual([
			[0, 4, { with: 3, without: 1, leftOut: 0 }],
			[0, 4, { with: 2, without: 2, leftOut: 1 }],
		])
	})

	it("are asked about where nobody knows what the file says of them, with how many there are", async () => {
		const rows = [
			"Customer number,Name,Card token,Card status",
			`1,Anna Berg,${token(1)},active`,
			`2,Bo Ek,${token(2)},Quarantined`,
			`3,Eva Holm,${token(3)},quarantined`,
			`4,Ida Falk,${token(4)},On loan`,
			"5,Per Falk,,On loan",
			`6,Kim Falk,${token(6)},`,
		]
		const { checked, codes } = await check(rows)
		expect(codes).toEqual(["card.status 3", "card.none 1"])
		const [question, ...others] = checked.questions
		expect(others).toEqual([])
		expect(question?.text).toBe('Which of these values of "Card status" mean that a card is not sent?')
		expect(question?.answers.map(({ label, facts }) => `${label} ${facts}`)).toEqual([
			'"Quarantined" 2 rows',
			'"On loan" one row',
		])
		if (question === undefined) throw new Error("nothing was asked")
		const said = (chosen: readonly string[]) => check(rows, answered(noAnswers, question, chosen))
		const outcome = []
		for (const chosen of [["quarantined"], []]) {
			const { questions, customers, cards } = (await said(chosen)).checked
			outcome.push([questions.length, customers, cards])
		}
		expect(outcome).toEqual([
			[0, 6, { with: 3, without: 3, leftOut: 2 }],
			[0, 6, { with: 5, without: 1, leftOut: 0 }],
		])
	})

	it("are not those behind their status, which came in their place", async () => {
		const { checked } = await check(
			[
				"Kundnummer,Namn,Korttoken,Kortstatus,Ersatt av",
				`1,Anna Berg,${token(1)},Aktiv,`,
				`2,Bo Ek,${token(2)},Ersatt,${token(3)}`,
			],
			{ deadCards: "left-out", columns: { "Ersatt av": "token" } },
		)
		expect((await checked.page(0, 2)).map(({ tokens }) => tokens)).toEqual([[token(1)], [token(3)]])
	})

	it("are those of their own column, where there are as many", async () => {
		const { checked } = await check(
			[
				"Customer number,Name,Card token 1,Card status 1,Card token 2,Card status 2",
				`1,Anna Berg,${token(1)},active,${token(2)},expired`,
			],
			{ deadCards: "left-out" },
		)
		const [row] = await checked.page(0, 1)
		expect(row?.tokens).toEqual([token(1)])
	})
})
