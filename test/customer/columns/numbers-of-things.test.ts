import { describe, expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const rows = [1, 2, 3, 4]
const people = ["Niamh Doyle", "Rhys Nutt", "Edith Langley", "Poppy Bassett"]

describe("beside the customer's number the number of a thing is no candidate", () => {
	test.each([
		["Account Number", "CLI"],
		["Account Number", "SIM"],
		["Réf. client", "Badge n°"],
		["Réf. client", "N° badge"],
		["Kundenreferenz", "Spind-Nr."],
		["Kundreferens", "Passerkort"],
		["Asiakasviite", "Kulkukortti"],
		["Ref. cliente", "Nº contador"],
		["Réf. client", "N° permis"],
	])("%s, %s", (number, thing) => {
		const decision = decisionOf(
			[number, "Name", thing],
			rows.map((row) => [`CW006${row}`, people[row - 1] ?? "", `0106626456${row}`]),
		)
		expect([askedIn(decision), usedIn(decision)]).toMatchObject([[], { [number]: "number" }])
		expect(usedIn(decision)[thing]).toBeUndefined()
	})
})
