import { expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { tokenOf } from "./cells.ts"

const rows = [1, 2, 3, 4]
const people = ["Niamh Doyle", "Rhys Nutt", "Edith Langley", "Poppy Bassett"]

test.each([
	"Vault Token",
	"Card vault token",
	"Token karty płatniczej",
	"Token karty kredytowej",
	"Zahlungskarte Token",
	"Token carte de paiement",
	"Token tarjeta de pago",
	"Token carta di pagamento",
	"Token betaalkaart",
	"Maksukortin token",
	"Betalingskort token",
	"Betalkort token",
])("the only card tokens are sent, of a column that says whose they are: %s", (column) => {
	const decision = decisionOf(
		["Kundnr", "Name", column],
		rows.map((row) => [`${row}`, people[row - 1] ?? "", tokenOf(row)]),
	)
	expect([askedIn(decision), usedIn(decision)]).toMatchObject([[], { [column]: "token" }])
})

test.each(["Vault Token", "Card vault token"])("%s beside other card tokens is asked about", (column) => {
	const decision = decisionOf(
		["Kundnr", "Name", "Card token", column],
		rows.map((row) => [`${row}`, people[row - 1] ?? "", tokenOf(row), tokenOf(row, "vault")]),
	)
	expect(askedIn(decision)).toContain("token")
})
