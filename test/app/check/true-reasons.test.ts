import { describe, expect, test } from "vitest"
import { examiner, inSek, token } from "./examined.ts"

const examined = examiner(inSek)
const unsent = "its name is not one that this program sends"

/** Why a column of this name is left out, which has these values. */
async function whyOf(column: string, values: readonly string[]) {
	const lines = values.map((value, row) => `K${row};Person ${row}son;${value};${token(`${column}${row}`)}`)
	const { decision } = await examined([`Kundnr;Namn;${column};Korttoken`, ...lines])
	return decision?.columns.find((one) => one.column === column)?.reason
}

describe("what the values of a column deny is not said of it", () => {
	test.each([
		["Has.", ["34,20", "12,05", "3,00"]],
		["Dag", ["Ti", "To", "Ti"]],
		["registered", ["Sepapaja 6, 15551 Tallinn", "Narva mnt 5, 10117 Tallinn", "Sepapaja 6, 15551 Tallinn"]],
		["Vorjahr", ["12", "8", "24"]],
		["Darlehen", ["200", "0", "400"]],
		["Hold", ["Hatha", "Yin", "Vinyasa"]],
		["Bietbetrag €/Monat", ["98,00", "99,50", "97,00"]],
		["Einzug am", ["1.", "15.", "1."]],
		["Next service due", ["Feb-27", "Jun-27", "Jun-27"]],
		["Boiler make", ["Worcester", "Vaillant", "Vaillant"]],
		["contact_first", ["Klara", "Håkon", "Inês"]],
		["Tier", ["14.09.2026", "01.03.2025", "02.05.2026"]],
	])("%s of %j", async (column, values) => expect(await whyOf(column, values)).toBe(unsent))
})

describe("what they do not deny is", () => {
	test.each([
		["Has.", ["ja", "nej", "ja"], "a yes or no"],
		["Dag", ["2026-11-02", "2 nov 2026", "november"], "a date"],
		["registered", ["1.2.", "12/26", "20260101"], "a date"],
		["registered", ["ja", "", "2026-01-02T10:00:00Z"], "a date"],
		["Vorjahr", ["2024", "2025", "24/25"], "a year"],
		["Darlehen", ["D-200", "100", "400"], "a contract"],
		["Tier", ["Gold", "Silver", "Gold"], "a group or category"],
		["Hold", ["ja", "x", "nej"], "a yes or no"],
		["Startmonat", ["mars", "4", "05/26"], "a month"],
		["Säljare", ["Worcester", "Vaillant", "Vaillant"], "somebody else than the customer"],
		["user_first", ["1", "2", "3"], "the first or last of something"],
		["Has.", ["", "", ""], "a yes or no"],
	])("%s of %j", async (column, values, reason) => expect(await whyOf(column, values)).toBe(reason))
})
