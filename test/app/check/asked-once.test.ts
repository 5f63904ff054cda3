import { expect, test } from "vitest"
import { type Mapping, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import { choices, files } from "./asking.ts"
import { examiner, found, onlyQuestion } from "./examined.ts"

const examined = examiner()

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
