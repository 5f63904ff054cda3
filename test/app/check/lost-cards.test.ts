import { describe, expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, token } from "./examined.ts"

const examined = examiner(inSek)
const file = (column: string, ...cells: string[]) => [
	`Kundnr;Namn;${column};Korttoken`,
	...cells.map((cell, at) => `10${at};Anna Ek ${at};${cell};${token(`${column}${at}`)}`),
]

describe("a card that was lost, recalled or revoked is asked about", () => {
	test.each([
		["Kort borttappat", "x"],
		["Kort återkallat", "Ja"],
		["Card recalled", "yes"],
		["Card revoked", "2024-01-01"],
		["Card lost", "1"],
		["Karte zurückgerufen", "ja"],
		["Karte verloren", "X"],
		["Kort mistet", "ja"],
		["Kort tilbakekalt", "x"],
		["Kort tilbagekaldt", "x"],
		["Kortti kadonnut", "kyllä"],
		["Carte perdue", "oui"],
		["Carte révoquée", "oui"],
		["Tarjeta perdida", "S"],
		["Carta smarrita", "SI"],
		["Karta zgubiona", "tak"],
		["Kaart verloren", "ja"],
		["Last decline reason", "stolen_card"],
		["Decline code", "lost_card"],
		["Ablehnungsgrund", "Karte gestohlen"],
		["Avslagsorsak", "spärrat kort"],
		["Motif de refus", "carte volée"],
	])("%s: %s", async (column, cell) => {
		const checked = await examined(file(column, "", cell, ""))
		expect([onlyQuestion(checked).id, found(checked)]).toEqual(["dead-cards", ["card.dead 3"]])
	})

	test.each([
		["Last decline reason", "insufficient_funds"],
		["Decline code", "do_not_honor"],
		["Kort återkallat", "Nej"],
	])("%s: %s is none", async (column, cell) => {
		const checked = await examined(file(column, "", cell, ""))
		expect([checked.questions, found(checked)]).toEqual([[], []])
	})
})

test.each(["Token expiry", "Token expires at"])("%s is of the token, and not of its card", async (column) => {
	const checked = await examined(file(column, "2026-12-20", "2026-12-20", "2026-12-20"))
	expect([checked.questions, found(checked), checked.customers]).toEqual([[], [], 3])
})
