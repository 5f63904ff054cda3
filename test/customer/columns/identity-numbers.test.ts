import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

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

describe("a card of membership, a pass or a document has a number of its own", () => {
	test.each(["Ausweisnr.", "Ausweis", "Leserausweis", "Mitgliedsausweis-Nr.", "ID card", "Documento", "Legitimation"])(
		"%s is no identity number by its name",
		(column) => {
			const decision = decided(column, ["B0004021", "B0004152", "B0004283", "B0004414"])
			expect([decision.questions, usedIn(decision)[column]]).toEqual([[], undefined])
		},
	)

	test("and it may be the customer number, alone", () => {
		const rows = people.map((name, index) => [`B00040${index}1`, name])
		const decision = decisionOf(["Ausweisnr.", "Name"], rows)
		const [question] = decision.questions
		expect(askedIn(decision)).toEqual(["number"])
		if (question === undefined) throw new Error("nothing is asked")
		for (const { id, label } of question.answers.filter((answer) => answer.label.startsWith("Yes")))
			expect([
				label,
				usedIn(decisionOf(["Ausweisnr.", "Name"], rows, { answers: answered(noAnswers, question, [id]) })),
			]).toEqual(["Yes", { "Ausweisnr.": "number", Name: "name" }])
	})

	test.each([
		["Ausweis", "12345678Z", "X1234567L", "12345678Z"],
		["Documento", "12345678Z", "B12345674", "X1234567L"],
		["Legitimation", "19561203-0683", "19721207-2768", "900101-0017"],
		["Personalausweisnummer", "L01X00T471", "LF3ZT4WC09", "T220001293"],
		["Passport no", "AA1234567", "533380006", "C01X0006H"],
		["Handelsregister", "HRB 4711", "HRB 12345", "HRA 812"],
	])("is one where its values say so as well: %s of %s", (column, ...values) => {
		expect(usedIn(decided(column, values))[column]).toBe("identityNumber")
	})
})

test("the only number may be that of the customer, with or without being the identity number", () => {
	const names = ["Personnummer", "Namn"]
	const rows = ["19561203-0683", "19721207-2768", "19900101-0017"].map((value, index) => [value, people[index] ?? ""])
	const [question, ...more] = decisionOf(names, rows).questions
	if (question === undefined) throw new Error("nothing is asked")
	expect(more).toEqual([])
	const taken = question.answers
		.filter(({ label }) => label.startsWith("Yes"))
		.map(({ id, label }) => [
			label,
			usedIn(decisionOf(names, rows, { answers: answered(noAnswers, question, [id]) })).Personnummer,
		])
	expect(taken).toEqual([
		["Yes, and the identity number as well", ["number", "identityNumber"]],
		["Yes, and not the identity number", "number"],
	])
})

describe("a part of an identity number is none", () => {
	test.each([
		["CPR (6 cifre)", "100303", "060202", "241104"],
		["CPR", "100303", "60202", "241104"],
		["CPR-nr.", "100303-XXXX", "060202-XXXX", "241104-****"],
		["Personnummer", "******-0683", "******-2768", "******-0017"],
		["Personnummer (sista fyra)", "0683", "2768", "0017"],
		["Personnummer", "19561203", "19721207", "19900101"],
		["Personnummer", "561203-", "721207-", "900101-"],
		["Henkilötunnus", "010190", "131052", "240779"],
		["Fødselsnummer", "010190", "131052", "240779"],
	])("%s: %s", (column, ...values) => {
		const decision = decided(column, values)
		expect([decision.questions, usedIn(decision)[column]]).toEqual([[], undefined])
	})

	test.each([
		["CPR (6 cifre)", "100303-1234", "060202-2345", "241104-3456"],
		["CPR", "100303-1234", "060202-2345", "241104"],
		["CPR", "1003031234", "602022345", "2411043456"],
		["CVR", "24256790", "22756214", "61056416"],
		["KvK", "20051012", "34182967", "61234567"],
		["Org.nr", "974 760 673", "923 609 016", "914778271 MVA"],
		["NIF", "12345678Z", "B12345674", "X1234567L"],
		["Codice fiscale", "RSSMRA85T10A562S", "RSSMRA85T10A562S", "BNCLGU80A01F205W"],
		["Y-tunnus", "0112038-9", "1572860-0", "0737546-2"],
	])("what is whole is one: %s of %s", (column, ...values) => {
		const decision = decided(column, values)
		expect([decision.questions, usedIn(decision)[column]]).toEqual([[], "identityNumber"])
	})

	test("what is none by its values is asked about", () => {
		expect(askedIn(decided("Personnummer", ["12345", "33871", "24982"]))).toEqual(["identityNumber"])
	})
})
