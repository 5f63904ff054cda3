import { describe, expect, test } from "vitest"
import type { Mapping } from "../../../src/customer/columns/mapping.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

function decided(header: string, rows: readonly string[], answers?: Mapping) {
	const cells = rows.map((row) => row.split(";"))
	const decision = decisionOf(header.split(";"), cells, answers === undefined ? {} : { answers })
	return { decision, asked: askedIn(decision), used: usedIn(decision) }
}

describe("a limit in another unit", () => {
	const rows = ["1;Bo;150000;SEK", "2;An;200000;SEK"]
	test.each(
		"Kreditgräns (öre)|Credit limit (pence)|Kreditlimit (Cent)|Kredittgrense (i tusen)|Credit Limit (k)|Kreditgräns (tkr)|Kreditgräns tkr|Kreditlimit in Cent|Kreditlimit TEUR|Kreditgräns kSEK|credit_limit_cents|Credit limit (minor units)|Credit limit (x1000)|Limit (in thousands)|Luottoraja (senttiä)|Credit Limit (k€)".split(
			"|",
		),
	)("is asked about, and left out by the first answer: %s", (column) => {
		const { decision, asked, used } = decided(`Kundnr;Namn;${column};Valuta`, rows)
		expect([asked, used[column]]).toEqual([["limit"], undefined])
		expect(decision.questions[0]?.answers.map(({ mapping }) => mapping.columns?.[column])).toEqual([null, "limit"])
	})

	test("is left out beside one in whole money", () => {
		const { asked, used } = decided("Kundnr;Namn;Kreditgräns (öre);Kreditgräns", [
			"1;Bo;150000;1500",
			"2;An;200000;2000",
		])
		expect([asked, used]).toEqual([[], { Kundnr: "number", Namn: "name", Kreditgräns: "limit" }])
	})

	test("is what a person says", () => {
		const said: Mapping = { version: 2, columns: { "Kreditgräns (öre)": "limit" }, constants: {} }
		expect(decided("Kundnr;Namn;Kreditgräns (öre);Valuta", rows, said).asked).toEqual([])
	})
})

describe("a currency in the name of a limit", () => {
	test.each([
		["Kreditgräns (USD)", "SEK"],
		["Credit limit in USD", "EUR"],
		["credit_limit_eur", "SEK"],
		["Kreditgräns (kr)", "EUR"],
		["Limit ($)", "SEK"],
	])("is asked about where rows have another one: %s, %s", (column, currency) => {
		const { decision, asked } = decided(`Kundnr;Namn;${column};Valuta`, [
			`1;Bo;500;${currency}`,
			`2;An;700;${currency}`,
		])
		expect(asked).toEqual(["limit"])
		expect(decision.questions[0]?.answers[0]?.mapping).toEqual({ columns: { [column]: null } })
	})

	test.each([
		["Kreditgräns (SEK)", "SEK"],
		["Kreditgräns (kr)", "NOK"],
		["Kreditgräns kr", "kr"],
		["Limit (EUR)", "Euro"],
		["Limit", "EUR"],
	])("is right where they have that: %s, %s", (column, currency) => {
		const { asked, used } = decided(`Kundnr;Namn;${column};Valuta`, [`1;Bo;500;${currency}`, `2;An;700;${currency}`])
		expect([asked, used[column]]).toEqual([[], "limit"])
	})

	test("holds against what was said of all customers", () => {
		const said = (currency: string): Mapping => ({ version: 2, columns: {}, constants: { currency } })
		const askedWith = (currency: string) =>
			decided("Kundnr;Namn;Limit (USD)", ["1;Bo;500", "2;An;700"], said(currency)).asked
		expect([askedWith("USD"), askedWith("SEK"), askedWith("by-country")]).toEqual([[], ["limit"], ["limit"]])
	})
})

describe("a unit in a column beside the limit", () => {
	test.each([
		["Customer No;Name;Currency;Credit Limit;amount_unit", "1;Bo;EUR;50000;cents", "2;An;EUR;7000;cents"],
		["Customer No;Name;Currency;Credit Limit;Unit", "1;Bo;GBP;50000;pence", "2;An;GBP;7000;pence"],
		["Customer No;Name;Street;Unit;Credit Limit", "1;Bo;High Street 1;pence;5000", "2;An;High Street 2;pence;700"],
		["Kundnr;Namn;Valuta;Kreditgräns;Enhet", "1;Bo;SEK;50000;öre", "2;An;SEK;7000;öre"],
		["Kundnr;Namn;Valuta;Kreditgräns;Enhet", "1;Bo;SEK;50;tkr", "2;An;SEK;7;tkr"],
		["Customer No;Name;Billing Currency;Credit Limit;Limit Currency", "1;Bo;GBP;1000;USD", "2;An;GBP;500;USD"],
		["Kundnr;Namn;Valuta;Kreditgräns;Kreditvaluta", "1;Bo;SEK;1000;EUR", "2;An;SEK;500;SEK"],
		["Kundennummer;Name;Kreditlimit;Einheit", "1;Bo;1000;EUR", "2;An;500;EUR"],
	])("is asked about: %s, %s", (header, ...rows) => {
		const { decision, asked, used } = decided(header, rows)
		expect(asked).toEqual(["limit"])
		expect(decision.questions[0]?.answers.map(({ id }) => id)[0]).toBe("none")
		expect(Object.keys(used).filter((name) => /unit|enhet/i.test(name))).toEqual([])
	})

	test.each([
		["Kundnr;Namn;Valuta;Kreditgräns;Enhet", "1;Bo;SEK;1000;SEK", "2;An;SEK;500;SEK"],
		["Kundnr;Namn;Kreditgräns;Enhet", "1;Bo;1000;kr", "2;An;500;kr"],
		["Kundnr;Namn;Valuta;Kreditgräns;Kön", "1;Bo;SEK;1000;m", "2;An;SEK;500;k"],
		["Customer No;Name;Street;Apt;Credit Limit", "1;Bo;High Street 1;4;5000", "2;An;High Street 2;5;700"],
	])("is right where it is the customers': %s, %s", (header, ...rows) => {
		expect(decided(header, rows).asked).toEqual([])
	})
})
