import { describe, expect, test } from "vitest"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { rowChecker } from "../../../src/customer/row-checker.ts"
import { decisionOf, usedIn } from "../decide-of.ts"

/** What the only country of a file fills, and what is sent and said of its rows. */
function checked(header: string, rows: readonly string[], answers: Mapping = noAnswers) {
	const names = header.split(";")
	const cells = rows.map((row) => row.split(";"))
	const decision = decisionOf(names, cells, { answers })
	expect(decision.questions).toEqual([])
	const check = rowChecker(decision.mapping, names, { now: 0, browser: defaultBrowser, cleaning: allCleaning })
	const verdicts = cells.map((row, index) => check(row, index + 2))
	return {
		used: usedIn(decision),
		addresses: verdicts.map(({ creatable }) => creatable?.contact?.address),
		codes: [...new Set(verdicts.flatMap(({ findings }) => findings.map(({ code }) => code)))],
	}
}

const home = { street: "Parkvägen 60", zipCode: "411 05", city: "Göteborg", countryCode: "SE" }
const other = { street: "Kungsgatan 27", zipCode: "702 10", city: "Örebro", countryCode: "SE" }

describe("the only country of a file", () => {
	test.each([
		[
			"Kundnr;Namn;Fakturaadress;Faktura postnr;Faktura ort;Leveransadress;Leverans postnr;Leverans ort;Land",
			["billingCountry", "deliveryCountry"],
		],
		["Kundnr;Namn;Adress;Postnr;Ort;Leveransadress;Leverans postnr;Leverans ort;Land", ["country", "deliveryCountry"]],
	])("is of every address: %s", (header, fields) => {
		const row = "1;Bo Ek;Parkvägen 60;411 05;Göteborg;Kungsgatan 27;702 10;Örebro;Sverige"
		const { used, addresses, codes } = checked(header, [row])
		expect(used.Land).toEqual(fields)
		const first = fields[0] === "country" ? "primary" : "billing"
		expect(addresses).toEqual([{ [first]: home, delivery: other }])
		expect(codes).toEqual(["cleaned.country"])
	})

	test.each([
		["Customer No,Name,Billing Street,Billing Zip,Billing City,Country", "billingCountry"],
		["Kundennummer,Name,Rechnungsadresse,Rechnungs-PLZ,Rechnungsort,Land", "billingCountry"],
		["Kundenr,Navn,Leveringsadresse,Leveringspostnr,Leveringsby,Land", "deliveryCountry"],
	])("is that of bills or deliveries, where there is no other address: %s", (header, field) => {
		const { used, addresses, codes } = checked(header.replaceAll(",", ";"), ["1;Bo Ek;Parkvägen 60;411 05;Göteborg;SE"])
		expect([used[header.split(",").at(-1) ?? ""], codes]).toEqual([field, []])
		expect(addresses).toEqual([{ [field.replace("Country", "")]: home }])
	})

	test("makes no address of itself", () => {
		const header = "Customer No;Name;Street;Zip;City;Delivery street;Delivery zip;Delivery city;Country"
		const { addresses, codes } = checked(header, [
			"1;Bo Ek;Mill Lane 1;BS1 5TR;Bristol;;;;GB",
			"2;An Ek;;;;Mill Lane 1;BS1 5TR;Bristol;GB",
			"3;Cai Ek;Parkvägen 60;411 05;Göteborg;;;;SE",
		])
		const bristol = { street: "Mill Lane 1", zipCode: "BS1 5TR", city: "Bristol", countryCode: "GB" }
		expect(addresses).toEqual([bristol, { delivery: bristol }, home])
		expect(codes).toEqual([])
	})

	test("is none of an address that has one of its own", () => {
		const header = "Kundnr;Adress;Postnr;Ort;Land;Fakturaadress;Faktura postnr;Faktura ort;Faktura land"
		const { used } = checked(header, ["1;Gata 1;411 05;Göteborg;SE;Gate 2;0154;Oslo;NO"])
		expect([used.Land, used["Faktura land"]]).toEqual(["country", "billingCountry"])
	})

	test("may be a constant", () => {
		const answers: Mapping = { ...noAnswers, constants: { country: "SE" } }
		const header = "Kundnr;Namn;Fakturaadress;Faktura postnr;Faktura ort;Telefon"
		const { addresses, codes } = checked(header, ["1;Bo Ek;Parkvägen 60;411 05;Göteborg;070-123 45 67"], answers)
		expect([addresses, codes]).toEqual([[{ billing: home }], ["cleaned.phone"]])
	})

	test("that is none is said once", () => {
		const header = "Kundnr;Adress;Postnr;Ort;Leveransadress;Leverans postnr;Leverans ort;Land"
		const rows = [
			"1;Gata 1;411 05;Örebro;Gata 2;411 05;Örebro;SE",
			"2;Gata 1;411 05;Örebro;Gata 2;411 05;Örebro;Narnia",
		]
		expect(checked(header, rows).codes).toEqual(["country.invalid"])
	})
})
