import { expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const names = ["Customer ID", "Name", "Email"]
const rowsWith = (...cells: readonly (readonly string[])[]) =>
	cells.map((more, row) => [`${row + 1}`, `Alice Barlow${"abc"[row]}`, `a${row}@gmail.com`, ...more])
const rows = rowsWith(["GBP"], ["EUR"], ["GBP"])

test.each([
	"Subscription currency",
	"Plan Currency",
	"Price currency",
	"Abonnementsvaluta",
	"Avtalsvaluta",
	"Prislistevaluta",
	"Abo-Währung",
	"Divisa tarifa",
	"Devise abonnement",
	"Last order currency",
	"Saldo valuta",
	"subscription[currency_code]",
])("%s is asked about where the file gives no other currency", (column) => {
	const decision = decisionOf([...names, column], rows)
	expect(askedIn(decision)).toEqual(["currency"])
	const [question] = decision.questions
	const after = (id: string | undefined) => {
		if (question === undefined || id === undefined) throw new Error("nothing is asked")
		return decisionOf([...names, column], rows, { answers: answered(noAnswers, question, [id]) })
	}
	const said = question?.answers.map(({ id }) => [askedIn(after(id)), usedIn(after(id))[column]])
	expect(said).toEqual([
		[[], "currency"],
		[[], undefined],
	])
	const beside = decisionOf([...names, column, "Currency"], rowsWith(["GBP", "EUR"], ["EUR", "EUR"], ["GBP", "EUR"]))
	expect([askedIn(beside), usedIn(beside)[column]]).toEqual([[], undefined])
})

test("what holds no currencies is not asked about", () => {
	const { questions } = decisionOf([...names, "Saldo valuta", "Valutadatum"], rowsWith(["10,00", "2024-01-02"]))
	expect(questions).toEqual([])
})
