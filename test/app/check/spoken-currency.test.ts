import { describe, expect, test } from "vitest"
import { examiner, token } from "./examined.ts"

const examined = examiner()

describe("the country that speaks against SEK", () => {
	test.each([
		["phones of North America", "Phone", (n: number) => `(212) 736-50${10 + n}`, "USD"],
		["mobile phones of Britain", "Mobile", (n: number) => `07700 9001${10 + n}`, "GBP"],
		["codes of Ireland", "Postcode", () => "D02 X285", "EUR"],
	])("is seen by %s", async (_, column, value, currency) => {
		const lines = [1, 2, 3, 4].map((n) => `${n},Ann Lee${"abcd"[n - 1]},${value(n)},${token(n)}`)
		const checked = await examined([`Customer ID,Name,${column},Card token`, ...lines])
		expect(checked.questions.map(({ id, answers }) => [id, answers[0]?.id])).toEqual([["currency", currency]])
	})
})
