import { describe, expect, test } from "vitest"
import { readHeader } from "../../../src/customer/headers/read-header.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { jwt } from "../jwt.ts"

function decided(header: string, rows: readonly string[]) {
	const decision = decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)
	return { asked: askedIn(decision), used: usedIn(decision) }
}

describe("a note in brackets", () => {
	const cards = ["1;Anna Ek;T1;T2", "2;Bo Ek;T3;T4", "3;Cai Ek;T5;T6"].map((row) =>
		row.replace(/T\d/g, (name) => jwt({ iss: "card", name })),
	)
	test.each(
		"spärrat|revoked|test|used|utgånget|använd ej|annan kund|old|gesperrt|ikke brukes|do not use|not theirs|gammalt kort|Anna|partner|privat|JWT|reserv".split(
			"|",
		),
	)("of a second card token is asked about: (%s)", (note) => {
		expect(decided(`Kundnr;Namn;Korttoken;Korttoken (${note})`, cards).asked).toEqual(["token"])
		expect(decided(`Kundnr;Namn;Korttoken (${note});Korttoken`, cards).asked).toEqual(["token"])
	})

	test.each(
		"spärrat|revoked|test|used|utgånget|använd ej|annan kund|do not use|other customer|ersatt|annullata".split("|"),
	)("of the only card token that makes it another one is asked about: (%s)", (note) => {
		expect(
			decided(
				`Kundnr;Namn;Korttoken (${note})`,
				["1;Bo;T", "2;An;T"].map((row) => row.replace("T", jwt({ iss: "card", name: row }))),
			).asked,
		).toEqual(["token"])
	})

	test.each(["Korttoken (2)", "Korttoken 2"])("that counts is of a second card: %s", (column) => {
		const { asked, used } = decided(`Kundnr;Namn;Korttoken;${column}`, cards)
		expect([asked, used[column]]).toEqual([[], "token"])
	})

	test.each([
		"Korttoken (obligatorisk)",
		"Korttoken (required)",
		"Korttoken (JWT)",
		"Korttoken (text)",
		"Korttoken (inte obligatorisk)",
		"Korttoken (SE)",
		"Korttoken (Intergiro)",
		"Kort (1);Kort (2)",
	])("that explains is seen through: %s", (columns) => {
		expect(
			decided(`Kundnr;Namn;${columns}`, columns.includes(";") ? cards : cards.map((row) => row.replace(/;[^;]*$/, "")))
				.asked,
		).toEqual([])
	})

	test.each([
		["Företag (if the customer is a company)", "company"],
		["Adress (incl. no, max 50 tecken)", "street"],
		["E-post (ej obligatorisk)", "email"],
		["Telefon (+46 …)", "phone"],
	])("of how a column is filled in is seen through: %s", (column, field) => {
		expect(readHeader(column).meanings).toEqual([{ field, otherwise: [] }])
	})

	test("makes a limit another one", () => {
		for (const column of ["Kreditgräns (använd)", "Credit limit (used)"])
			expect(decided(`Kundnr;Namn;${column}`, ["1;Bo;500", "2;An;700"]).used).not.toMatchObject({ [column]: "limit" })
	})
})
