import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decimalOf } from "../../src/customer/kinds/amount.ts"
import { booleanOf } from "../../src/customer/kinds/boolean.ts"
import { countryOf } from "../../src/customer/kinds/country.ts"
import { currenciesOf, currencyOf } from "../../src/customer/kinds/currency.ts"
import { typeOf } from "../../src/customer/kinds/customer-type.ts"
import { integerOf } from "../../src/customer/kinds/integer.ts"
import { localeOf } from "../../src/customer/kinds/locale.ts"
import { resolutionOf } from "../../src/customer/kinds/resolution.ts"
import { scheduleOf } from "../../src/customer/kinds/schedule.ts"
import { timezoneOf } from "../../src/customer/kinds/timezone.ts"
import { zipCodeOf } from "../../src/customer/kinds/zip-code.ts"

test.each([
	["1500", 1500],
	["1500.5", 1500.5],
	["1500,50", 1500.5],
	["1 500,50", 1500.5],
	["1\u00a0500\u00a0000", 1_500_000],
	["1.500,50", 1500.5],
	["1,500.50", 1500.5],
	["1.500.000", 1_500_000],
	["1'500.00", 1500],
	["0,125", 0.125],
	["1.500", Number.NaN],
	["1,500", Number.NaN],
	["-5", Number.NaN],
	["1e3", Number.NaN],
	["", Number.NaN],
	["5 kr", Number.NaN],
])("the amount %j is %d", (text, amount) => {
	expect(decimalOf(text)).toBe(amount)
})

test("any amount in the spelling of any of our languages is read back", () => {
	const amount = fc.integer({ min: 100_000, max: 100_000_000_000 }).map((cents) => cents / 100)
	fc.assert(
		fc.property(
			amount,
			fc.constantFrom("en-GB", "sv-SE", "de-DE", "nb-NO", "da-DK", "fi-FI", "de-CH"),
			(amount, locale) => {
				const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
				expect(decimalOf(format.format(amount))).toBe(amount)
			},
		),
		{ numRuns: 500 },
	)
})

test.each([
	["2560x1440", [2560, 1440]],
	["2560 × 1440", [2560, 1440]],
	["[2560, 1440]", [2560, 1440]],
	["2560", [2560, Number.NaN]],
])("the resolution %s", (text, expected) => {
	expect(resolutionOf(text)).toEqual(expected[1] ? expected : [Number.NaN, Number.NaN])
})

test("whole numbers, yes and no", () => {
	expect([integerOf("-120"), integerOf("24"), integerOf("24.5")]).toEqual([-120, 24, Number.NaN])
	expect(["true", "JA", "1", "false", "Nej", "0", "perhaps"].map(booleanOf)).toEqual([
		true,
		true,
		true,
		false,
		false,
		false,
		undefined,
	])
})

describe("countries", () => {
	test.each([
		["SE", ["SE", "se", "SWE", "Sweden", "SVERIGE", "Schweden", "Ruotsi", " sverige "]],
		["NO", ["Norway", "Norge", "Norwegen", "Norja", "NOR", "Noreg"]],
		["DK", ["Denmark", "Danmark", "Dänemark", "Tanska"]],
		["FI", ["Finland", "Finnland", "Suomi"]],
		["AT", ["A", "Österreich", "Oesterreich"]],
		["DE", ["D", "Germany", "Tyskland", "Deutschland", "Saksa"]],
		[
			"GB",
			[
				"UK",
				"U.K.",
				"Great Britain",
				"Storbritannien",
				"England",
				"Großbritannien",
				"Iso-Britannia",
				"Vereinigtes Königreich",
			],
		],
		["US", ["USA", "U.S.A.", "United States", "Förenta staterna", "De forente stater", "Yhdysvallat"]],
		["NL", ["Holland", "Nederländerna", "Niederlande", "The Netherlands"]],
		["AX", ["Åland", "Ahvenanmaa"]],
		["CZ", ["Czechy", "Tsjechië", "Tchéquie", "Chequia", "Cechia"]],
		["DE", ["Niemcy", "Duitsland", "Allemagne", "Alemania", "Germania"]],
		["CI", ["Côte d’Ivoire", "Cote d'Ivoire", "Elfenbenskusten"]],
	])("%s", (code, names) => {
		for (const name of names) expect([name, countryOf(name)]).toEqual([name, code])
	})

	test("nothing else", () => {
		for (const name of ["Narnia", "XX", "", "46", "Stockholm", "EU", "Kongo"]) expect(countryOf(name)).toBeUndefined()
	})
})

test("currencies: codes, names and signs that mean one only", () => {
	expect(["sek", "Svenska kronor", "€", "euro", "NKR", "US dollars", "punta"].map(currencyOf)).toEqual([
		"SEK",
		"SEK",
		"EUR",
		"EUR",
		"NOK",
		"USD",
		undefined,
	])
	expect(["kr", "$", "kronor", "ABC"].map(currencyOf)).toEqual([undefined, undefined, undefined, undefined])
})

test("signs and names of currencies in their own countries mean them, where they mean one", () => {
	const one = "zł|Zł.|złoty|złoty polski|złotych|Kč|Ft|lei|₺|₹|₪|sFr.|česká koruna|leu românesc|A$|US$"
	expect(one.split("|").map(currencyOf).join(" ")).toBe(
		"PLN PLN PLN PLN PLN CZK HUF RON TRY INR ILS CHF CZK RON AUD USD",
	)
	expect(["¥", "kr.", "C$", "Fr.", "K", "franc", "GBp"].map(currencyOf)).toEqual(Array(7).fill(undefined))
	expect(currenciesOf("¥")).toEqual(["CNY", "JPY"])
})

test.each([
	["11122", "SE", "111 22"],
	["111 22", "SE", "111 22"],
	["SE-111 22", "SE", "111 22"],
	["s-11122", "SE", "111 22"],
	["1112", "SE", undefined],
	["00100", "SE", undefined],
	["000 00", "SE", undefined],
	["0000", "NO", undefined],
	["00000", "DE", undefined],
	["150", "NO", "0150"],
	["N-0150", "NO", "0150"],
	["DK-2100", "DK", "2100"],
	["100", "FI", "00100"],
	["FI-00100", "FI", "00100"],
	["1067", "DE", "01067"],
	["D-10115", "DE", "10115"],
	["101155", "DE", undefined],
	["6000", "FR", "06000"],
	["F-75002", "FR", "75002"],
	["6000", "ES", "06000"],
	["118", "IT", "00118"],
	["501", "US", "00501"],
	["10001-1234", "US", "10001-1234"],
	["1011", "EE", undefined],
	["SW1A 1AA", "SE", undefined],
	["SW1A 1AA", "GB", "SW1A 1AA"],
	["0150", "", "0150"],
])("the zip code %s in %s is %s", (text, country, expected) => {
	expect(zipCodeOf(text, country)).toBe(expected)
})

test("types and schedules in the words of all our languages", () => {
	for (const word of ["Legal entity", "juridisk person", "Företagskund", "erhvervskunde", "yritysasiakas", "Verein"])
		expect([word, typeOf(word)]).toEqual([word, "organization"])
	for (const word of ["natural_person", "Fysisk person", "natürliche Person", "henkilöasiakas"])
		expect([word, typeOf(word)]).toEqual([word, "person"])
	expect(["per månad", "pr. måned", "P1M", "Months", "pro Jahr", "every 2 weeks"].map(scheduleOf)).toEqual([
		"monthly",
		"monthly",
		"monthly",
		"monthly",
		"yearly",
		undefined,
	])
})

test.each([
	["sv_SE", "", "sv-SE"],
	["SV-se", "", "sv-SE"],
	["sv", "", "sv-SE"],
	["sv", "FI", "sv-FI"],
	["en", "", "en-GB"],
	["no", "NO", "nb-NO"],
	["de_DE.UTF-8", "", "de-DE"],
	["Swedish", "", undefined],
	["xx", "", undefined],
])("the locale %s in %s is %s", (text, country, expected) => {
	expect(localeOf(text, country)).toBe(expected)
})

test.each([
	["UTC+2", "-120"],
	["+02:00", "-120"],
	["GMT-05:30", "330"],
	["UTC", "0"],
	["z", "0"],
	["+0100", "-60"],
	["-0530", "330"],
	["+120", undefined],
	["Zimbabwe", undefined],
	["+2", undefined],
	["Europe/Stockholm", undefined],
])("the time zone %s is %s minutes", (text, expected) => {
	expect(timezoneOf(text)).toBe(expected)
})
