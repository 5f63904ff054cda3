import * as fc from "fast-check"
import { type CountryCode, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js"
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" }
import { expect, test } from "vitest"
import { phoneOf } from "../../src/customer/kinds/phone.ts"
import { sample } from "../sample.ts"

test.each([
	["070-123 45 67", "SE", "+46701234567"],
	["08-12 34 56", "SE", "+468123456"],
	["+46 (0)70 123 45 67", "", "+46701234567"],
	["0046701234567", "", "+46701234567"],
	["22 86 44 00", "NO", "+4722864400"],
	["33 12 34 56", "DK", "+4533123456"],
	["040 123 4567", "FI", "+358401234567"],
	["0151 12345678", "DE", "+4915112345678"],
	["030/123456", "DE", "+4930123456"],
	["020 7946 0018", "GB", "+442079460018"],
	["+46701234567", "DE", "+46701234567"],
	["070-123 45 67", "", undefined],
	["46701234567.0", "SE", undefined],
	["0701234567.0", "SE", undefined],
	["070", "SE", undefined],
	["", "SE", undefined],
	["call me", "SE", undefined],
	["000000", "SE", undefined],
	["070-123 45 67", "XX", undefined],
	["49 151 12345678", "DE", "+4915112345678"],
	["4917112345678", "DE", "+4917112345678"],
	["46 70 123 45 67", "SE", "+46701234567"],
	["358 40 123 4567", "FI", "+358401234567"],
	// Düsseldorf, or a number in Emden without its 0; Stockholm, or one in Lund.
	["49 211 234567", "DE", undefined],
	["46 8 12 34 56", "SE", undefined],
])("%s in %s is %s", (text, country, expected) => {
	expect(phoneOf(text, country)).toBe(expected)
})

test("every spelling of the home countries comes out as libphonenumber has it", () => {
	const digits = fc.stringMatching(/^\d{5,11}$/)
	const country = fc.constantFrom<CountryCode>("SE", "NO", "DK", "FI", "DE")
	fc.assert(
		fc.property(
			country,
			digits,
			fc.constantFrom(
				..."|0|01|04|07|+46|0047|7|15|40|+46 (0)|+46 70|0046 70|00 46 7|+49 (0)15|0049 17|+358 (0)4|00358 50|+47 9|0045 2".split(
					"|",
				),
			),
			(country, digits, prefix) => {
				const text = `${prefix}${digits.slice(0, 3)} ${digits.slice(3)}`
				// What begins with the country code alone has rules of its own.
				fc.pre(!/^(?:46|358|49|[0 ]*$)/.test(text))
				const parsed = parsePhoneNumberFromString(text.replace(/^00(?=[1-9])/, "+"), country)
				expect(phoneOf(text, country)).toBe(parsed?.isPossible() ? parsed.number : undefined)
			},
		),
		{ numRuns: sample(600) },
	)
})

test("the example number of every country is understood in its national form", () => {
	for (const country of Object.keys(examples) as CountryCode[]) {
		const example = getExampleNumber(country, examples)
		if (example) expect([country, phoneOf(example.formatNational(), country)]).toEqual([country, example.number])
	}
})
