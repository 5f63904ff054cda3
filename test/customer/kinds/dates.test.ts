import { describe, expect, test } from "vitest"
import { isDate, numberDamage } from "../../../src/customer/kinds/damage.ts"

describe("house numbers that a spreadsheet made dates", () => {
	test.each(
		`mrt-12 mei-12 12-mrt okt-3 gen-12 12-mag lug-1 set-4 ott-31 dic-12 janv-12 févr-12 avr-12 août-12 01-déc ene-12 abr-12 12-ago sept-3
		sty-12 lut-12 kwi-12 paź-12 01-gru helmi.12 1.2. mai.12 des.12 mar.12 jun.04 maj.12 Mrz-12 12.Mrz Mar-12 12-Mar 3-May tammi.3 2024-03-12
		12/03/2024 Okt.12 12.okt. 1-mei`.split(/\s+/),
	)("%s", (value) => {
		expect(isDate(value)).toBe(true)
	})

	test.each(
		"12 12A 12-14 12/2 3.5 Flat-12 lok.12 m.4 bis-12 12-bis 12B 1.2 lgh-12 tv.3 App-12 Box-1 Haus-3".split(" "),
	)("%s is a house number", (value) => {
		expect(isDate(value)).toBe(false)
	})
})

test.each([
	["mar-12", "value.date"],
	["Dez-25", "value.date"],
	["gen-12", "value.date"],
	["K-12", undefined],
	["jun.04", undefined],
	["1.2.", undefined],
	["1001", undefined],
])("of other numbers only the plain forms are: %s", (value, damage) => {
	expect(numberDamage(value)).toBe(damage)
})
