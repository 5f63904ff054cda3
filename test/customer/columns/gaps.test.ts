import { describe, expect, test } from "vitest"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { rowChecker } from "../../../src/customer/row-checker.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

function decided(header: string, ...rows: readonly string[]) {
	const names = header.split(";")
	const cells = rows.map((row) => row.split(";"))
	const decision = decisionOf(names, cells)
	const check = () => rowChecker(decision.mapping, names, { now: 0, browser: defaultBrowser, cleaning: allCleaning })
	return {
		asked: askedIn(decision),
		used: usedIn(decision),
		contacts: () => cells.map((row, index) => check()(row, index + 2).creatable?.contact),
		codes: () => cells.flatMap((row, index) => check()(row, index + 2).findings.map(({ code }) => code)),
	}
}

describe("what customers lack", () => {
	test.each([
		["zipCode", "Kundnr;Namn;Gata;Xq;Ort", "1;Bo Ek;Gatan 1;111 22;Lund", "2;An Ek;Gatan 2;21145;Malmö"],
		["street", "Kundnr;Namn;Xq;Postnr;Ort", "1;Bo Ek;Storgatan 1;111 22;Lund", "2;An Ek;Lillgatan 2 B;21145;Malmö"],
		[
			"country",
			"Kundnr;Namn;Gata;Postnr;Ort;Xq",
			"1;Bo Ek;Gatan 1;11122;Lund;Italia",
			"2;An Ek;Gatan 2;21145;Malmö;Italia",
		],
		["phone", "Kundnr;Namn;Xq", "1;Bo Ek;070-123 45 67", "2;An Ek;+46 70 765 43 21"],
		["identityNumber", "Kundnr;Namn;Pid", "1;Bo Ek;19800101-1234", "2;An Ek;810202-1235"],
	])("is asked about where a column looks like it: %s", (field, header, ...rows) => {
		expect(decided(header, ...rows).asked).toEqual([field])
	})

	test.each([
		["Kundnr;Namn;Xq", "1;Bo Ek;1510", "2;An Ek;1520"],
		["Kundnr;Namn;Xq", "1;Bo Ek;Sverige", "2;An Ek;Sverige"],
		["Kundnr;Namn;Xq", "1;Bo Ek;2024-01-05", "2;An Ek;2024-02-05"],
		["Kundnr;Namn;Xq", "1;Bo Ek;04.03.2025", "2;An Ek;05.04.2025 10:00"],
		["Kundennummer;Name;Verstorben am", "1;Bo Ek;04.03.2025", "2;An Ek;01.12.2024"],
		["Kundnr;Namn;Mobil;Xq", "1;Bo Ek;0701234567;08-123 456", "2;An Ek;0707654321;08-123 457"],
		[
			"Kundnr;Namn;Gata;Postnr;Ort;Land;Xq",
			"1;Bo Ek;Gatan 1;11122;Lund;SE;21145",
			"2;An Ek;Gatan 2;21145;Malmö;SE;11122",
		],
	])("is nothing where nothing of the kind is lacking: %s", (header, ...rows) => {
		expect(decided(header, ...rows).asked).toEqual([])
	})
})

describe("several parts of an address in one cell", () => {
	test.each(["PLZ/Ort", "Postnr och ort", "Zip/City", "Postnr/sted"])(
		"are told apart where the name says so: %s",
		(name) => {
			const { asked, contacts } = decided(
				`Kundnr;Namn;Gata;${name};Land`,
				"1;Bo Ek;Gatan 1;10115 Berlin;DE",
				"2;An Ek;Gatan 2;20095 Bad Ems;DE",
			)
			expect(asked).toEqual([])
			expect(contacts()).toMatchObject([
				{ address: { street: "Gatan 1", zipCode: "10115", city: "Berlin" } },
				{ address: { zipCode: "20095", city: "Bad Ems" } },
			])
		},
	)

	test("are an error of a row where they cannot be", () => {
		const { codes } = decided(
			"Kundnr;Namn;Gata;PLZ/Ort",
			"1;Bo Ek;Gatan 1;10115 Berlin",
			"2;An Ek;Gatan 2;Berlin",
			"3;Cai Ek;Gatan 3;20095 Ulm",
		)
		expect(codes().filter((code) => code === "address.not-parted")).toHaveLength(1)
	})

	test("are asked about where the name says a street", () => {
		expect(
			decided("Kundnr;Namn;Adress;Adress 2", "1;Bo Ek;Gatan 1;111 22 Lund", "2;An Ek;Gatan 2;211 45 Malmö").asked,
		).toEqual(["zipCode"])
		expect(
			decided("Kundnr;Namn;Adress", "1;Bo Ek;Gatan 1, 111 22 Lund", "2;An Ek;Gatan 2, 211 45 Malmö").asked,
		).toEqual(["street"])
	})

	test("are left out where they have columns of their own", () => {
		const { used } = decided(
			"Kundnr;Namn;Adress;Postadress;Postnr;Ort",
			"1;Bo Ek;Gatan 1;111 22 Lund;11122;Lund",
			"2;An Ek;Gatan 2;211 45 Malmö;21145;Malmö",
		)
		expect(used).not.toHaveProperty("Postadress")
	})
})

describe("a dialling code in a column of its own", () => {
	test.each([
		["Landskode", "45", "41234500", "+4541234500"],
		["Country code phone", "+46", "0701234567", "+46701234567"],
		["Ländervorwahl", "0049", "01711234567", "+491711234567"],
		["Landskode", "47", "+4541234500", "+4541234500"],
	])("belongs before the number: %s %s, %s", (name, code, number, whole) => {
		const { asked, contacts } = decided(`Kundnr;Namn;${name};Telefon`, `1;Bo Ek;${code};${number}`, `2;An Ek;${code};`)
		expect(asked).toEqual([])
		expect(contacts().map((contact) => contact?.phone)).toEqual([whole, undefined])
	})

	test("of an area belongs before it, too; what may be of either is asked", () => {
		const { contacts } = decided(
			"Kundnr;Namn;Vorwahl;Rufnummer;Gata;Postnr;Ort;Land",
			"1;Bo Ek;030;1234567;Gatan 1;10115;Berlin;DE",
		)
		expect(contacts().map((contact) => contact?.phone)).toEqual(["+49301234567"])
		expect(decided("Kundnr;Namn;Vorwahl;Rufnummer", "1;Bo Ek;30;1234567", "2;An Ek;40;1234567").asked).toEqual([
			"dialling",
		])
	})

	test.each([
		["Ländervorwahl;Vorwahl;Rufnummer", "+49;089;2345610", "+49892345610"],
		["Ländervorwahl;Vorwahl;Rufnummer", "49;89;2345610", "+49892345610"],
		["Vorwahl;Ländervorwahl;Rufnummer", "089;0049;2345610", "+49892345610"],
		["Country Code;Area Code;Phone Number", "1;212;555-1201", "+12125551201"],
		["Landskod;Riktnummer;Telefon", "46;08;123456", "+468123456"],
		["Country calling code;Area code;Phone", "39;06;1234567", "+39061234567"],
		["Ländervorwahl;Vorwahl;Rufnummer", "+49;089;+4315551234", "+4315551234"],
		["Ländervorwahl;Vorwahl;Rufnummer", "+49;089;0892345610", "+49892345610"],
		["Ländervorwahl;Vorwahl;Rufnummer", "+49;;01711234567", "+491711234567"],
	])("of the country and one of the area both belong before it: %s, %s", (name, cells, whole) => {
		const { asked, contacts } = decided(`Kundnr;Namn;${name}`, `1;Bo Ek;${cells}`, "2;An Ek;;;")
		expect(asked).toEqual([])
		expect(contacts().map((contact) => contact?.phone)).toEqual([whole, undefined])
	})

	test("of an area is never taken for one of a country", () => {
		const { asked, contacts } = decided("Kundnr;Namn;Area Code;Phone Number", "1;Bo Ek;212;555-1201")
		expect(asked).toEqual([])
		expect(contacts().map((contact) => contact?.phone)).toEqual(["212 555-1201"])
	})

	test("leaves the phone out where two do not say which is the country's", () => {
		const { contacts, codes } = decided(
			"Kundnr;Namn;Ländervorwahl;Vorwahl;Rufnummer",
			"1;Bo Ek;+49;+43;2345610",
			"2;An Ek;089;089;2345610",
		)
		expect(contacts().map((contact) => contact?.phone)).toEqual([undefined, undefined])
		expect(codes().filter((code) => code === "phone.codes")).toHaveLength(2)
	})
})

describe("the customer number that no name says for certain", () => {
	const offered = (header: string, ...rows: readonly string[]) =>
		decisionOf(
			header.split(";"),
			rows.map((row) => row.split(";")),
		).questions.flatMap(({ id, answers }) => (id === "number" ? answers.map((one) => one.id) : []))

	test("is what is called a reference, where a customer stands there twice, and never a date", () => {
		expect(
			offered(
				"Customer Ref;Customer;Card added;Expires",
				"1001;Ann Hill;03/02/2022;03/27",
				"1001;Ann Hill;11/06/2025;04/28",
				"1002;Bob Fox;01/04/2024;05/29",
			),
		).toEqual(["Customer Ref", "another"])
	})

	test("is no date where nothing else is there", () => {
		expect(offered("Name;Added;Mail", "Ann Hill;03/02/2022;a@x.se", "Bob Fox;01/04/2024;b@x.se")).not.toContain("Added")
	})
})
