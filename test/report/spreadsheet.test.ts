import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isAtRisk, mayBecome } from "../../src/report/spreadsheet.ts"

/** What spreadsheets with a Swedish, an English, a German or a Finnish locale were seen to make of cells, or document that they do. */
const seen: readonly (readonly [was: string, ...is: string[]])[] = [
	["10E5", "1000000", "1,00E+06", "1.00E+06"],
	["2e4", "20000"],
	["1E5", "100000", "1,00E+05"],
	["1.5E3", "1500"],
	["5E-3", "0.005", "0,005", "5,00E-03"],
	["1,50", "1,5"],
	["1.50", "1.5"],
	["1,000", "1", "1000"],
	["1.000", "1"],
	["12.0", "12"],
	["1 234", "1234"],
	["1 000 000", "1000000"],
	["1'000", "1000"],
	[".5", "0.5"],
	["007", "7"],
	["0012", "12"],
	["0102031234", "102031234", "1,02E+08", "1.02031E+08"],
	["1234567890123456", "1,23456789012346E+015", "1.23457E+15", "1234567890123450", "1234567890123460"],
	["1234567890123456789", "1234567890123450000", "1,23E+018"],
	["50%", "0.5", "50.00%", "50,00 %"],
	["12 %", "12,00%"],
	["12:30", "12:30:00", "0,520833333333333"],
	["9:30", "09:30:00"],
	["9:30 pm", "21:30:00"],
	["kr 5", "5,00 kr"],
	["$5", "$5.00"],
	["1 500,50 kr", "1500,5"],
	["3/4", "2026-04-03", "03/04/26", "04-mar", "04.03.2026", "3-Apr", "46115"],
	["12-1", "12-Jan", "01-dec", "2026-12-01"],
	["1-85", "jan-85", "Jan-85"],
	["2026-11-28", "11/28/26", "28.11.2026", "11/28/2026"],
	["1.2.2026", "2026-02-01", "2026-01-02"],
	["3 mar", "2026-03-03", "03-Mar"],
	["5 maj", "2026-05-05", "05-maj"],
]

describe("a cell that a spreadsheet wrote otherwise", () => {
	test.each(seen)("is known: %s", (was, ...is) => {
		expect(isAtRisk(was)).toBe(true)
		expect(is.filter((one) => !mayBecome(was, one))).toEqual([])
		expect(mayBecome(was, ` ${was}`)).toBe(false)
	})

	test.each([
		["K-0005", "K-9005"],
		["1001", "1002"],
		["1,50", "150"],
		["10E5", "10000"],
		["0701234567", "0701234568"],
		["0701234567", "+46701234567"],
		["01067", "01069"],
		["12-14", "12-16"],
		["3/4", "3/5"],
		["08-1234", "08-1235"],
		["2026-11-28", "2026-11-29"],
		["1500.50", "1600.50"],
		["Storgatan 1", "Storgatan 2"],
		["", "1"],
		["0012", ""],
	])("is told from one that a person wrote otherwise: %s, %s", (was, is) => {
		expect(mayBecome(was, is)).toBe(false)
	})

	test("was no number, day or time, and not one that is written so", () => {
		const plain = [
			"",
			"0",
			"12",
			"123456789012345",
			"Storgatan 1",
			"K-0005",
			"Anna Ek",
			"070-123 45 67",
			"111 22",
			"ab-1",
		]
		expect(plain.filter(isAtRisk)).toEqual([])
	})

	test("has zeros before it, or at the end of its decimals", () => {
		const digits = fc.integer({ min: 1, max: 99_999_999 }).map(String)
		const zeros = fc.integer({ min: 1, max: 6 }).map((count) => "0".repeat(count))
		fc.assert(
			fc.property(digits, zeros, fc.constantFrom(".", ","), (number, more, sign) => {
				for (const was of [more + number, `${number}${sign}5${more}`]) {
					const is = was.startsWith("0") ? number : `${number}${sign}5`
					expect([isAtRisk(was), mayBecome(was, is)]).toEqual([true, true])
				}
			}),
		)
	})
})
