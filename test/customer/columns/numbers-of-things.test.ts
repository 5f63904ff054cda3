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

describe("nor is what nobody knows, beside the customer's number by name", () => {
	test.each([
		["Account No", "Gate Code"],
		["Account ID", "Xq"],
		["Debitor", "Dauerkarte"],
		["Debitor", "Block/Reihe/Platz"],
		["Kund", "Fjärrkod"],
		["Customer", "Hanger"],
	])("%s, %s", (number, thing) => {
		const decision = decisionOf(
			[number, "Name 1", thing],
			rows.map((row) => [`CW006${row}`, people[row - 1] ?? "", `DK64${row}`]),
		)
		expect([askedIn(decision), usedIn(decision)]).toEqual([[], { [number]: "number", "Name 1": "name" }])
	})
})

describe("what else may be the customer's number is asked about", () => {
	test.each([
		["Account No", "Custmr nbr"],
		["Debitor", "Mitgl-K."],
		["Account", "Gate Code"],
		["Id", "Gate Code"],
		["Ref", "Dauerkarte"],
		["User ID", "Gate Code"],
	])("%s, %s", (number, other) => {
		const decision = decisionOf(
			[number, "Name", other],
			rows.map((row) => [`CW006${row}`, people[row - 1] ?? "", `DK64${row}`]),
		)
		expect(askedIn(decision)).toEqual(["number"])
	})

	test("where most rows have none of it, or share it", () => {
		for (const number of ["", "7"]) {
			const decision = decisionOf(
				["Account No", "Name", "Gate Code"],
				rows.map((row) => [row === 1 ? "1" : number, people[row - 1] ?? "", `DK64${row}`]),
			)
			expect(askedIn(decision)).toEqual(["number"])
		}
	})
})
