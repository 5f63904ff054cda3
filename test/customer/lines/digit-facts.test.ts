import { describe, expect, test } from "vitest"
import { DigitTally, decimalColumns, joinDigitFacts, roundedColumns } from "../../../src/customer/lines/digit-facts.ts"

function digitsIn(...values: readonly string[]) {
	const tally = new DigitTally()
	for (const value of values) tally.add(1, value)
	return tally.facts()
}
const filled = (count: number) => [{ filled: 9 }, { filled: count }]

describe("a decimal that a program added", () => {
	test("is in every value of a column", () => {
		expect(decimalColumns(digitsIn("11122.0", "3.0", "41,00"), filled(3))).toEqual([1])
	})

	test.each<[string, readonly string[], number]>([
		["one value has none", ["1.0", "2.0", "3.0", "4"], 4],
		["there are few", ["1.0", "2.0"], 2],
		["it says something", ["1.0", "2.0", "3.5"], 3],
	])("is in none where %s", (_, values, count) => {
		expect(decimalColumns(digitsIn(...values), filled(count))).toEqual([])
	})
})

describe("numbers that a spreadsheet rounded", () => {
	test.each<[string, readonly string[]]>([
		["of 16 digits", ["1234567890123450", "1234567890123460", "9934567890123470"]],
		["of 18 digits", ["123456789012345000", "5", "223456789012345000"]],
	])("%s", (_, values) => expect(roundedColumns(digitsIn(...values))).toEqual([1]))

	test.each<[string, readonly string[]]>([
		["one ends otherwise", ["1234567890123450", "1234567890123460", "9934567890123471", "1234567890123480"]],
		["two may by chance", ["1234567890123450", "1234567890123460"]],
		["one says nothing", ["123456789012345000"]],
		["a spreadsheet keeps them", ["123456789012340", "123456789012350", "123456789012360"]],
	])("none where %s", (_, values) => expect(roundedColumns(digitsIn(...values))).toEqual([]))
})

test("what parts of a file tell adds up", () => {
	const values = ["1.0", "123456789012345000", "2.0", "123456789012345670"]
	const parts = [digitsIn(...values.slice(0, 1)), digitsIn(...values.slice(1)), {}]
	expect(parts.reduce(joinDigitFacts)).toEqual(digitsIn(...values))
})
