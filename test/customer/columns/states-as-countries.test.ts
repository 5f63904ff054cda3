import { expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const names = ["Kundennr", "Name", "PLZ", "Ort", "Land"]
const rowsWith = (...lands: readonly string[]) =>
	lands.map((land, row) => [`${row + 1}`, `Eva Roth${"abc"[row]}`, "80331", "München", land])

test.each([
	["of Germany", ["BY", "SN", "BE"]],
	["of Germany, some of them no countries", ["BY", "NW"]],
	["of the United States", ["CA", "DE", "GA", "IL"]],
	["of Switzerland, some of them no countries", ["BE", "ZH", "AG"]],
])("codes of states %s are no countries without a question", (_, lands) => {
	const decision = decisionOf(names, rowsWith(...lands))
	expect(askedIn(decision)).toEqual(["country"])
	const [question] = decision.questions
	const chosen = (id: string) => {
		if (question === undefined) throw new Error("nothing is asked")
		return decisionOf(names, rowsWith(...lands), { answers: answered(noAnswers, question, [id]) })
	}
	expect(usedIn(chosen("countries"))).toMatchObject({ Land: "country" })
	const said = chosen("states")
	expect([askedIn(said), usedIn(said).Land, said.mapping.constants.country?.length]).toEqual([[], undefined, 2])
})

test.each([[["DE", "AT", "CH"]], [["BE", "LU", "FR"]], [["BE"]], [["DE", "CA"]], [["SE", "NL"]], [["DE", "XX"]]])(
	"countries are not asked about: %s",
	(lands) => {
		const decision = decisionOf(names, rowsWith(...lands))
		expect([askedIn(decision), usedIn(decision).Land]).toEqual([[], "country"])
	},
)
