import { expect, it } from "vitest"
import { answerWords, leavingRowsOut } from "../../renderer/answer-words.ts"
import { chosenLabel, isTicked, optionsOf } from "../../renderer/options.ts"
import { type Mapping, noAnswers } from "../../src/customer/columns/mapping.ts"
import type { Question } from "../../src/customer/columns/question.ts"

const answer = (id: string) => ({ id, label: `"${id}"`, examples: [], mapping: {} })
const question = (several: boolean, ...ids: string[]): Question => ({
	id: "token",
	text: "",
	why: "",
	needed: true,
	several,
	answers: ids.map(answer),
})

it("offers one press for each answer, and yes or no where there is one thing to agree to", () => {
	expect(optionsOf(question(false, "A", "B")).map(({ chosen }) => chosen)).toEqual([["A"], ["B"]])
	const one = question(true, "A")
	expect([isTicked(one), isTicked(question(true, "A", "B"))]).toEqual([false, true])
	expect(optionsOf(one).map(({ chosen }) => chosen)).toEqual([["A"], []])
	expect([chosenLabel(one, ["A"]), chosenLabel(one, [])]).toEqual(["Yes, send them", "No, leave them out"])
})

it("says what was chosen of several, or that it is none", () => {
	const several = question(true, "A", "B")
	expect(chosenLabel(several, ["A", "B"])).toBe('"A", "B"')
	expect(chosenLabel(several, [])).toBe("None of these")
})

it("says every kind of answer in words", () => {
	const words = answerWords({
		...noAnswers,
		columns: { Ref: "number", Mail: ["email", "billingEmail"], Notes: null, Old: "?" },
		first: { name: "Company", email: null },
		parties: { by: "Bill payer", of: [{ columns: ["Mother"], values: ["mother"] }] },
		joined: ["name"],
		joinRows: false,
		cards: "none",
		constants: { currency: "EUR" },
		encoding: "windows-1252",
	})
	expect(words).toEqual([
		'"Ref" is the customer number.',
		'"Mail" is the e-mail and the billing e-mail.',
		'Left out: "Notes".',
		'Of two values of the name, the one in "Company" counts.',
		"Rows with two different values of the e-mail are errors.",
		'Who the customer of a row is says "Bill payer".',
		"Several names of a row are joined into one.",
		"Of rows of the same number the first counts.",
		"The customers are created without cards.",
		"The currency is EUR where a row has none.",
		"The file is read as windows-1252.",
	])
})

it("knows the questions whose answers leave rows out", () => {
	const asked = (id: string, mapping: Partial<Mapping>, chosen?: string[]) => ({
		question: { ...question(false), id, answers: [{ ...answer("yes"), mapping }, answer("no")] },
		...(chosen ? { chosen } : {}),
	})
	const all = [
		asked("ended", { ended: "left-out" }, ["yes"]),
		asked("deleted", { deleted: "left-out" }, ["no"]),
		asked("blocked", { blocked: "left-out" }),
		asked("status.Läge", { statuses: { Läge: { vilande: "left-out", aktiv: "sent" } } }, ["yes"]),
	]
	expect(leavingRowsOut(all).map(({ id }) => id)).toEqual(["ended", "status.Läge"])
})
