import { describe, expect, test } from "vitest"
import { importRun, numberChange } from "../../src/report/import-run.ts"
import { formsBefore } from "../../src/report/spreadsheet-forms.ts"

/** What spreadsheets with a Swedish or an English locale were seen to make of customer numbers. */
const seen: readonly (readonly [was: string, is: string])[] = [
	["10E5", "1000000"],
	["2e4", "20000"],
	["1.5E3", "1500"],
	["1,50", "1,5"],
	["1.50", "1.5"],
	["1,000", "1"],
	["1.000", "1"],
	["1,000", "1000"],
	["12.0", "12"],
	["1 234", "1234"],
	["1 000 000", "1000000"],
	[".5", "0.5"],
	["5E-3", "0.005"],
	["5E-3", "0,005"],
	["007", "7"],
	["50%", "0.5"],
	["50%", "50.00%"],
	["12 %", "12,00%"],
	["12:30", "12:30:00"],
	["9:30", "09:30:00"],
	["kr 5", "5,00 kr"],
	["$5", "$5.00"],
]

describe("a customer number that came back otherwise", () => {
	test.each(seen)("was changed by a spreadsheet: %s is %s now", (was, is) => {
		expect(numberChange(importRun("20261128123456-ab12cd", 17, was, false), is)).toBe("by-spreadsheet")
		expect(numberChange(importRun("20261128123456-ab12cd", 17, was, false), was)).toBeUndefined()
	})

	test.each([
		["K-0005", "K-9005"],
		["1001", "1002"],
		["1,50", "150"],
		["10E5", "10000"],
	])("was changed by a person: %s is %s now", (was, is) => {
		expect(numberChange(importRun("20261128123456-ab12cd", 17, was, false), is)).toBe("by-person")
	})

	test("is looked for among a few hundred forms at most", () => {
		for (const number of ["0", "7", "1000000", "123456789012345", "0.5", "x", "", "12:30:00"]) {
			expect(formsBefore(number)).not.toContain(number)
			expect(formsBefore(number).length).toBeLessThan(400)
		}
	})
})
