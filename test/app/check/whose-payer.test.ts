import { describe, expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)
const names = ["Ilse Lorenz", "Jan Lorenz", "Uwe Groß", "Ida Vogt"]
const file = (number: string, column: string, ...cells: string[]) => [
	`${number};Name;${column};Korttoken`,
	...cells.map((cell, at) => `10${at};${names[at]};${cell};${token(`${column}${at}`)}`),
]

describe("whoever pays for somebody else is told with the rows", () => {
	test.each([
		["Mitgl.-Nr.", "Zahler", "100"],
		["Customer No", "Bill-to Customer No.", "100"],
		["Kundnr", "Betalas av", "100"],
		["Medlemsnr", "Huvudmedlem", "100"],
		["Kundenr", "Regning til", "100"],
		["Kundnr", "Fakturamottagare", "Ilse Lorenz"],
		["Kundnr", "Fakturamottagare", "Eva Ek"],
	])("%s, %s: %s", async (number, column, payer) => {
		const checked = await examined(file(number, column, "", payer, "", ""))
		expect([checked.questions, found(checked, "warning")]).toEqual([[], ["card.other-payer 3"]])
		expect((await sentBy(checked)).length).toBe(4)
	})

	test("a name in a column of who pays is asked about", async () => {
		expect(onlyQuestion(await examined(file("Kundnr", "Betalas av", "", "Eva Ek", "", ""))).id).toBe("customer")
	})

	test.each([
		["nobody else", ["Ilse Lorenz", "Jan Lorenz", "Uwe Groß", "Ida Vogt"]],
		["nobody", ["", "", "", ""]],
		["the customer's own number", ["100", "101", "102", "103"]],
	])("%s is not told", async (_, cells) => {
		expect(found(await examined(file("Kundnr", "Fakturamottagare", ...cells)), "warning")).toEqual([])
	})

	test("a guardian in Polish is asked about as in the others", async () => {
		const lines = [
			"Nr ucznia;Imię i nazwisko ucznia;Klasa;Opiekun;E-mail;Token karty",
			...["Jan Lis;3b;Anna Nowak;a@wp.pl", "Ewa Mazur;3b;Piotr Nowak;b@wp.pl", "Ola Lis;3a;Zofia Lis;c@wp.pl"].map(
				(row, at) => `${at + 1};${row};${token(`pl${at}`)}`,
			),
		]
		expect(onlyQuestion(await examined(lines)).id).toBe("customer")
	})
})

describe("a word for oneself is nobody else", () => {
	test.each([
		["Betaler kort", "Selv"],
		["Cardholder", "self"],
		["Kortinnehavare", "Själv"],
		["Kortinnehavare", "sig själv"],
		["Karteninhaber", "selbst"],
		["Kaarthouder", "zelf"],
		["Kortin haltija", "itse"],
		["Titulaire de la carte", "lui-même"],
		["Titular de la tarjeta", "él mismo"],
		["Fakturamottagare", "själva"],
	])("%s: %s", async (column, self) => {
		const checked = await examined(file("Kundnr", column, self, self, "", self))
		expect([checked.questions, found(checked, "warning")]).toEqual([[], []])
	})

	test("and a name beside it is one", async () => {
		const checked = await examined(file("Kundnr", "Betaler kort", "Selv", "Selv", "Eva Ek", "Selv"))
		expect(found(checked, "warning")).toEqual(["card.other-holder 4"])
	})
})

test("of a guardian it is not said that they pay", async () => {
	const { summary } = await examined(file("Opiskelijanro", "Huoltajan nimi", "", "Mari Huttunen", "", ""))
	expect(summary.map(({ code, message }) => [code, message.split(":")[0]])).toContainEqual([
		"card.other-payer",
		"By another column of the file somebody else pays, or answers, for this customer, and the card may be theirs",
	])
})
