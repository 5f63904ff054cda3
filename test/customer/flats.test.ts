import { describe, expect, test } from "vitest"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { noAnswers } from "../../src/customer/columns/mapping.ts"
import { answered } from "../../src/customer/columns/question.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { decisionOf } from "./decide-of.ts"

/** The street that is sent, once every question is answered by its first answer; and what is asked. */
function streetOf(header: string, cells: string) {
	const [names, row] = [header.split(";"), cells.split(";")]
	const { questions } = decisionOf(names, [row])
	const answers = questions.reduce((sum, one) => answered(sum, one, [one.answers[0]?.id ?? ""]), noAnswers)
	const { mapping } = decisionOf(names, [row], { answers })
	const options = { now: 0, browser: defaultBrowser, cleaning: allCleaning }
	const address = rowChecker(mapping, names, options)(row, 2).creatable?.contact?.address
	return [address && "street" in address ? address.street : undefined, ...questions.map(({ id }) => id)]
}

describe("the number of a flat", () => {
	test.each([
		["Kundnr;Namn;Lägenhet;Adress;Postnr;Ort", "1;Bo Ek;1156;Tallstigen 7;111 22;Malmö", "Tallstigen 7, lgh 1156"],
		[
			"Kundnr;Namn;Adress;Lgh nr;Postnr;Ort",
			"1;Bo Ek;Tallstigen 7;101-1156;111 22;Malmö",
			"Tallstigen 7, lgh 101-1156",
		],
		["Kundnr;Namn;Adress;Lägenhet;Postnr;Ort", "1;Bo Ek;Tallstigen 7;lgh 1156;111 22;Malmö", "Tallstigen 7, lgh 1156"],
		["Kundennummer;Name;Straße;Wohnung;PLZ;Ort", "1;Bo Ek;Birkenweg 29;12;40213;Köln", "Birkenweg 29, Wohnung 12"],
		[
			"Kundennummer;Name;Straße;Hausnummer;Wohnung;PLZ;Ort",
			"1;Bo Ek;Birkenweg;29;12;40213;Köln",
			"Birkenweg 29, Wohnung 12",
		],
		["Kundenr;Navn;Adresse;Lejlighed;Postnr;By", "1;Bo Ek;Vestergade 2;4;8000;Aarhus", "Vestergade 2, lejl. 4"],
		["Asiakasnumero;Nimi;Katuosoite;Asunto;Postinumero;Kaupunki", "1;Bo Ek;Katu 3;4;00100;Oulu", "Katu 3, as. 4"],
		[
			"Nr klienta;Nazwa;Ulica;Nr domu;Nr lokalu;Kod pocztowy;Miasto",
			"1;Bo Ek;Polna;7;12;00-001;Warszawa",
			"Polna 7/12",
		],
		["Nr klienta;Nazwa;Ulica;Numer mieszkania;Kod pocztowy;Miasto", "1;Bo Ek;Polna 7A;3;00-001;Warszawa", "Polna 7A/3"],
		["Nr klienta;Nazwa;Ulica;Nr lokalu;Kod pocztowy;Miasto", "1;Bo Ek;Polna;3;00-001;Warszawa", "Polna, lok. 3"],
		["Customer No;Name;Street;Apartment;Zip;City", "1;Bo Ek;12 High Street;4;YO1 7HH;York", "12 High Street, Apt 4"],
	])("has its word: %s, %s", (header, row, street) => {
		expect(streetOf(header, row)).toEqual([street])
	})

	test.each([
		["C 1;Mäntytie 29 C 1", "Mäntytie 29 C 1"],
		["C 2;Mäntytie 29 C 1", "Mäntytie 29 C 1, C 2"],
		["12;Storgatan 12", "Storgatan 12, lgh 12"],
		["1102;Storgatan 12 lgh 1102", "Storgatan 12 lgh 1102"],
	])("is not sent twice, where the street has it already: %s", (cells, street) => {
		expect(streetOf("Kundnr;Namn;Lägenhet;Adress;Postnr;Ort", `1;Bo Ek;${cells};65100;Vaasa`)).toEqual([street])
	})

	test("is asked about where a name may be of something else", () => {
		expect(streetOf("Customer No;Name;Street;Unit;Zip;City", "1;Bo Ek;12 High Street;4;YO1 7HH;York")).toEqual([
			"12 High Street, Unit 4",
			"flat",
		])
	})
})
