import { describe, expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const decided = (header: string, ...rows: readonly string[]) =>
	decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)

describe("a further line of an address is joined to its street", () => {
	test.each([
		["Add2", "Kundnr;Name;Add1;Add2;Town;Postcode"],
		["Lokalitet", "Kundnr;Navn;Adresse;Lokalitet;By;Postnr"],
		["Adresstillägg", "Kundnr;Namn;Adress;Adresstillägg;Ort;Postnr"],
		["Hinterhaus", "Kundnr;Name;Straße;Hinterhaus;Ort;PLZ"],
		["Lisäosoite", "Asiakasnro;Nimi;Katuosoite;Lisäosoite;Postitoimipaikka;Postinumero"],
	])("%s", (column, header) => {
		const decision = decided(
			header,
			"1;J Sutton;77 The Crescent;;Leeds;40100",
			"2;C Roberts;Old Rectory;Hus B;Leeds;40200",
		)
		expect([askedIn(decision), usedIn(decision)[column]]).toEqual([[], "street"])
	})

	test("what is of any place is asked about where it stands elsewhere", () => {
		const decision = decided(
			"Kundnr;Navn;Adresse;Postnr;By;Rabat;Lokalitet",
			"1;Bo Ek;Nygade 1;3000;Helsingør;5;Hal 1",
			"2;Li Bo;Nygade 2;3000;Helsingør;5;Hal 2",
		)
		expect(askedIn(decision)).toEqual(["parts"])
	})

	test("what is added to something else is none", () => {
		const decision = decided("Kundnr;Namn;Adress;Add", "1;Bo Ek;Nygatan 1;5", "2;Li Bo;Nygatan 2;10")
		expect([askedIn(decision), usedIn(decision).Add]).toEqual([[], undefined])
	})
})

describe("the letters of cars are countries where the name says so, and asked about where it may say something else", () => {
	const rows = (...values: readonly string[]) =>
		values.map((value, at) => `${at};Uwe Vogt;Am Weg ${at};10115;Berlin;${value}`)
	const header = "Kundnr;Name;Straße;PLZ;Ort"

	test.each(["LANDKZ", "Land-KZ", "Länderkennz."])("%s", (column) => {
		const decision = decided(`${header};${column}`, ...rows("D", "D", "D"))
		expect([askedIn(decision), usedIn(decision)[column]]).toEqual([[], "country"])
	})

	test("Nat", () => {
		expect(usedIn(decided(`${header};Nat`, ...rows("D", "A", "CH"))).Nat).toBe("country")
		expect(askedIn(decided(`${header};Nat`, ...rows("D", "D", "D")))).toEqual(["country"])
		expect(askedIn(decided(`${header};Nat;Land`, ...rows("D;DE", "A;DE", "CH;DE")))).toEqual([])
		expect(askedIn(decided(`${header};Nat`, ...rows("x", "Q", "x")))).toEqual([])
	})
})

describe("beside a VAT number", () => {
	const header = "No.;Name;VAT Registration No.;Registration Number"

	test("the number that it is made of is the organization's own", () => {
		const decision = decided(header, "D1;Ek AB;SE556299022501;556299-0225", "D2;Bo AB;SE557589522101;557589-5221")
		expect([askedIn(decision), usedIn(decision)["Registration Number"]]).toEqual([[], "identityNumber"])
	})

	test("that of a car is none", () => {
		const decision = decided(header, "D1;Ek AB;SE556299022501;ABC 123", "D2;Bo AB;SE557589522101;DEF 45G")
		expect([askedIn(decision), usedIn(decision)["Registration Number"]]).toEqual([[], undefined])
	})
})
