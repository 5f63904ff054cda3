import { expect, it } from "vitest"
import { Inquiry } from "../../../src/customer/columns/inquiry.ts"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import type { Question } from "../../../src/customer/columns/question.ts"

const number: Question = {
	id: "number",
	text: "Which of these is the customer number?",
	why: "",
	needed: true,
	answers: ["Id", "Ref"].map((id) => ({ id, label: id, examples: [], mapping: { columns: { [id]: "number" } } })),
}
const cards: Question = {
	id: "token",
	text: "Which of these hold card tokens?",
	why: "",
	needed: true,
	several: true,
	answers: ["A", "B"].map((id) => ({
		id,
		label: id,
		examples: [],
		mapping: { columns: { [id]: "token" } },
		unchosen: { columns: { [id]: null } },
	})),
}
const currency: Question = {
	id: "currency",
	text: "In which currency?",
	why: "",
	needed: false,
	answers: ["EUR", "SEK"].map((id) => ({ id, label: id, examples: [], mapping: { constants: { currency: id } } })),
}

function asked(...questions: Question[]): Inquiry {
	const inquiry = new Inquiry()
	inquiry.ask(questions)
	return inquiry
}

it("takes another answer in place of the first", () => {
	const inquiry = asked(number)
	inquiry.answer("number", ["Id"])
	inquiry.answer("number", ["Ref"])
	expect(inquiry.answers.columns).toEqual({ Ref: "number" })
	expect(inquiry.asked).toEqual([{ question: number, chosen: ["Ref"] }])
})

it("is open until every question has an answer that it knows", () => {
	const inquiry = asked(number, cards)
	inquiry.answer("number", ["Elsewhere"])
	inquiry.answer("number", ["Id", "Ref"])
	inquiry.answer("token", [])
	expect(inquiry.asked.map(({ chosen }) => chosen)).toEqual([undefined, []])
	expect(inquiry.open).toBe(true)
	inquiry.answer("number", ["Id"])
	expect(inquiry.open).toBe(false)
	expect(inquiry.answers.columns).toEqual({ A: null, B: null, Id: "number" })
})

it("lets the later word go before: of a column, and of an answer", () => {
	const inquiry = asked(number)
	inquiry.answer("number", ["Id"])
	inquiry.say({ columns: { Id: null } })
	expect(inquiry.answers.columns).toEqual({ Id: null })
	expect(inquiry.asked).toEqual([])
	inquiry.answer("number", ["Id"])
	expect(inquiry.answers.columns).toEqual({ Id: "number" })
	expect(inquiry.asked).toHaveLength(1)
})

it("takes a constant away again, wherever it came from", () => {
	const inquiry = new Inquiry({ ...noAnswers, constants: { country: "SE" } })
	inquiry.ask([currency])
	inquiry.answer("currency", ["EUR"])
	inquiry.say({ constants: { locale: "sv-SE" } })
	expect(inquiry.answers.constants).toEqual({ country: "SE", currency: "EUR", locale: "sv-SE" })
	inquiry.say({ constants: { country: null, currency: null, locale: null } })
	expect(inquiry.answers.constants).toEqual({})
	expect(inquiry.asked).toEqual([])
})

it("no longer asks what became settled, and keeps what was answered", () => {
	const inquiry = asked(number, cards)
	inquiry.answer("number", ["Ref"])
	inquiry.ask([currency])
	expect(inquiry.asked.map(({ question }) => question.id)).toEqual(["number", "currency"])
	inquiry.forget()
	expect([inquiry.asked, inquiry.answers]).toEqual([[], noAnswers])
})
