import { describe, expect, test } from "vitest"
import { jwt } from "../../customer/jwt.ts"
import { examiner, found } from "./examined.ts"

const examined = examiner()

/** Rows whose cards expire in the months of these years, with what a column of this name says. */
async function errorsOf(name: string, rows: readonly (readonly [said: string, month: number, year: number])[]) {
	const lines = rows.map(([said, month, year], row) => {
		const token = jwt({ iss: "card", aud: "production", xpr: [month, year], sub: `card ${row}` })
		return `${row + 1};Eva ${["Roth", "Voss", "Ott", "Falk", "Berg"][row]};${said};SEK;${token}`
	})
	const checked = await examined([`Mitgliedsnr;Name;${name};Währung;Kartentoken`, ...lines])
	expect(checked.questions).toEqual([])
	return found(checked)
}

describe("what expires beside a card", () => {
	test.each(["Gültig bis", "Expires", "Ważny do", "Gyldig til", "Geldig tot", "Expiry Date"])(
		"is no card where most rows say otherwise: %s",
		async (name) => {
			const rows = [["31.12.2026", 3, 28] as const, ["30.06.2027", 4, 29] as const, ["31.12.2026", 12, 27] as const]
			expect(await errorsOf(name, rows)).toEqual([])
		},
	)

	test("is the card where its name says so", async () => {
		expect(
			await errorsOf("Karte gültig bis", [
				["12/26", 3, 28],
				["06/27", 4, 29],
				["12/26", 12, 27],
			]),
		).toEqual(["token.other-card 2 3 4"])
	})

	test("is the card where most rows agree", async () => {
		expect(
			await errorsOf("Expires", [
				["03/28", 3, 28],
				["04/29", 4, 29],
				["12/26", 12, 27],
			]),
		).toEqual(["token.other-card 4"])
	})

	test("is the card where the column slipped by a row", async () => {
		const rows = [
			["04/29", 3, 28],
			["12/27", 4, 29],
			["01/30", 12, 27],
			["03/28", 1, 30],
		] as const
		expect(await errorsOf("Expires", rows)).toEqual(["token.other-card 2 3 4 5"])
	})
})
