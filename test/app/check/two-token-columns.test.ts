import { describe, expect, test } from "vitest"
import { examiner, found, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

/** Three customers: with both cards, with the second, with the first. */
const file = (one: string, other: string) => [
	`Kundnr;Namn;${one};${other}`,
	`1;Anna Ek;${token("a1")};${token("b1")}`,
	`2;Bo Ek;;${token("b2")}`,
	`3;Cai Ek;${token("a3")};`,
]
const cardsOf = async (lines: readonly string[], ...chosen: readonly string[]) => {
	const checked = await examined(lines, saying(await examined(lines), ...chosen))
	const cards = (await sentBy(checked)).map(({ method }) => method.map(({ card }) => card))
	return { cards, accounted: checked.cards, notes: found(checked, "note") }
}

describe("two columns of card tokens", () => {
	test.each([
		["Token S47", "Token S48"],
		["Token Visa", "Token MC"],
		["Token A", "Token B"],
		["Token_x", "Token_y"],
		["Token", "Kort"],
		["Token 1", "Token 3"],
		["Token 47", "Token 48"],
		["Card token", "Card token week 48"],
	])("that nothing tells to be a first and a second one are a question: %s, %s", async (one, other) => {
		expect(onlyQuestion(await examined(file(one, other))).id).toBe("token")
	})

	test.each([
		["Token 1", "Token 2"],
		["Token", "Token 2"],
		["Token", "Token.1"],
		["Kort 0", "Kort 1"],
		["Card token primary", "Card token secondary"],
		["Korttoken", "Extrakort"],
	])("that count from the first on are both sent: %s, %s", async (one, other) => {
		const checked = await examined(file(one, other))
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked)).map(({ method }) => method.length)).toEqual([2, 1, 1])
	})

	test("are one card each, the one where the other is empty, both, or one alone, as a person says", async () => {
		const lines = file("Token A", "Token B")
		const none: string[] = []
		const [a1, b1, b2, a3] = ["a1", "b1", "b2", "a3"].map(token) as [string, string, string, string]
		expect(await cardsOf(lines)).toMatchObject({
			cards: [[a1], [b2], [a3]],
			accounted: { with: 3, without: 0, leftOut: 1 },
			notes: expect.arrayContaining(["card.other-column 2"]),
		})
		expect((await cardsOf(lines, "first Token B")).cards).toEqual([[b1], [b2], [a3]])
		expect((await cardsOf(lines, "both")).cards).toEqual([[a1, b1], [b2], [a3]])
		expect(await cardsOf(lines, "Token A")).toMatchObject({ cards: [[a1], none, [a3]], accounted: { leftOut: 2 } })
		expect((await cardsOf(lines, "none")).cards).toEqual([none, none, none])
	})

	test("of three, every card that is passed over counts", async () => {
		const lines = [
			"Kundnr;Namn;Token Visa;Token MC;Token Amex",
			`1;Anna Ek;${token("a1")};${token("b1")};${token("c1")}`,
			`2;Bo Ek;;${token("b2")};${token("c2")}`,
			`3;Cai Ek;${token("a3")};;`,
			`4;Di Ek;${token("a4")};kort;${token("c4")}`,
		]
		const columns = { "Token Visa": "token", "Token MC": "token", "Token Amex": "token" } as const
		const checked = await examined(lines, { columns, first: { token: "Token Visa" }, cards: "only-tokens" })
		expect([checked.questions, checked.cards]).toEqual([[], { with: 4, without: 0, leftOut: 4 }])
	})

	test("of which one is called more: it may be sent where the other is empty", async () => {
		const lines = file("Token", "Token (old)")
		const [a1, b2, a3] = ["a1", "b2", "a3"].map(token) as [string, string, string]
		expect((await cardsOf(lines, "instead")).cards).toEqual([[a1], [b2], [a3]])
	})

	test("of which one is called newer: it may be sent in place of the other", async () => {
		const [b1, b2, a3] = ["b1", "b2", "a3"].map(token) as [string, string, string]
		expect((await cardsOf(file("Korttoken", "Nytt kort 2026"), "newer")).cards).toEqual([[b1], [b2], [a3]])
		const { answers } = onlyQuestion(await examined(file("Korttoken", "Tidigare korttoken")))
		expect(answers.map(({ id }) => id)).not.toContain("newer")
	})
})
