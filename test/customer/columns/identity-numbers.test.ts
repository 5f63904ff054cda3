import { describe, expect, test } from "vitest"
import { decisionOf, usedIn } from "../decide-of.ts"

const people = ["Niamh Doyle", "Rhys Nutt", "Edith Langley", "Poppy Bassett"]

const decided = (column: string, values: readonly string[]) =>
	decisionOf(
		["Kundnr", "Namn", column],
		values.map((value, index) => [`CW006${index}`, people[index] ?? "", value]),
	)

describe("a number that no state gave anybody is no identity number, whatever its name may mean", () => {
	test.each([
		["Nyckelnr", "463", "748", "12"],
		["Avainnro", "101", "102", "103"],
		["Key No", "K-38", "74A", "B-1"],
		["Reg No", "DE13 NGH", "AB12 CDE", "XY65 KLM"],
		["Reg No", "AB 12345", "CD 54321", "EL 40404"],
		["ID-nr", "101", "102", "103"],
		["ID Number", "10000001", "10000002", "10000003"],
		["Company ID", "41", "42", "43"],
		["Tax", "25%", "25%", "12%"],
	])("%s: %s", (column, ...values) => {
		const decision = decided(column, values)
		expect([decision.questions, usedIn(decision)[column]]).toEqual([[], undefined])
	})
})

describe("what looks like one is, where the name may mean it", () => {
	test.each([
		["ID-nr", "19561203-0683", "19721207-2768", "900101-0017"],
		["ID-nr", "19561203-0683", "559738-8403", "556036-0793"],
		["Reg No", "556672-3156", "559738-8403", "556036-0793"],
		["Reg No", "01234567", "SC123456", "07654321"],
		["Reg No", "24256790", "22756214", "61056416"],
		["ID Number", "12345678Z", "B12345674", "X1234567L"],
		["ID Number", "010190-123A", "0112038-9", "131052-308T"],
		["Company ID", "974 760 673", "923 609 016", "914778271 MVA"],
		["Tax", "DE123456789", "DE987654321", "ATU12345678"],
	])("%s: %s", (column, ...values) => {
		expect(usedIn(decided(column, values))[column]).toBe("identityNumber")
	})
})

describe("a column of the numbers of persons and organizations is told by its name", () => {
	test.each([
		["Pers/orgnr", "559738-8403", "19561203-0683"],
		["Pers.-/org.nr", "559738-8403", "19561203-0683"],
		["Pnr/orgnr", "559738-8403", "19561203-0683"],
		["Org/pers.nr", "559738-8403", "19561203-0683"],
		["Orgnr/pnr", "559738-8403", "19561203-0683"],
		["Födelsenr", "20030819-5379", "19511205-9653"],
		["Födelsedat./Personnr.", "20030819-5379", "19511205-9653"],
		["Födelsedatum/personnummer", "20030819-5379", "19511205-9653"],
		["Fødselsdato/personnummer", "20030819-5379", "19511205-9653"],
	])("%s", (column, ...values) => {
		const decision = decided(column, values)
		expect([decision.questions, usedIn(decision)[column]]).toEqual([[], "identityNumber"])
	})

	test.each([
		["Födelsedat./Personnr.", "2003-08-19", "1951-12-05"],
		["Födelsenr", "20030819", "19511205"],
		["Födelsedatum", "2003-08-19", "1951-12-05"],
		["Antal pers", "2", "4"],
	])("%s: %s is none", (column, ...values) => {
		expect(usedIn(decided(column, values))[column]).toBeUndefined()
	})
})
