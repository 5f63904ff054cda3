import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { neutralize } from "../../src/csv/writer.ts"
import { cleanText, isSuspect, withVisibleSpaces } from "../../src/customer/clean-text.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { sample } from "../sample.ts"

function cleaned(text: string): string {
	return isSuspect(text) ? cleanText(text, allCleaning, () => {}) : text
}

describe("apostrophes that keep a spreadsheet from making something else of a value", () => {
	test.each([
		["'@x", "@x"],
		["'=1", "=1"],
		["'+46", "+46"],
		["'-5", "-5"],
		["''=1", "=1"],
		["'''@x", "@x"],
		["'\tx", "x"],
		["'\rx", "x"],
		["'0123", "0123"],
		['\'="0123"', "0123"],
	])("are taken off %j", (text, bare) => {
		const codes: string[] = []
		expect(cleanText(text, allCleaning, (code) => codes.push(code))).toBe(bare)
		expect(codes).toContain("cleaned.spreadsheet-mark")
		expect(cleanText(text, { ...allCleaning, spreadsheetMarks: false, trim: false }, () => {})).toBe(text)
	})

	test.each(["'1001'", "'=x'", "'@x'", "''1001", "'s-Hertogenbosch", "''x", "'", "'''"])("are left in %j", (text) => {
		expect(cleaned(text)).toBe(text)
	})

	test("are taken off whatever our files put them before", () => {
		const text = fc
			.tuple(fc.stringMatching(/^'{0,3}[=+@\t\r-]/), fc.oneof(fc.string(), fc.stringMatching(/^[\d"']{0,5}$/)))
			.map((parts) => parts.join(""))
			// What could begin a cell in the middle of one is marked as well, and read back by `restore` only.
			.filter((text) => !/[,;\t\r\n]["']*[=+\-@]/.test(text))
			// What ends in more quotes than it begins with is in quotes of its own with one more before it.
			.filter((text) => (/'+$/.exec(text)?.[0].length ?? 0) <= (/^'*/.exec(text)?.[0].length ?? 0))
		fc.assert(
			fc.property(text, (text) => {
				expect(cleaned(neutralize(text))).toBe(cleaned(text))
			}),
			{ numRuns: sample(500) },
		)
	})
})

test("odd spaces can be told from plain ones", () => {
	expect(withVisibleSpaces("10\u00a0245 x\u202fy")).toBe("10␣245 x␣y")
})
