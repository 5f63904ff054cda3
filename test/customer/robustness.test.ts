import * as fc from "fast-check"
import { expect, test } from "vitest"
import { hasCardNumber } from "../../src/customer/card-number.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning, type Cleaning } from "../../src/customer/cleaning.ts"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import { fieldNames } from "../../src/customer/fields.ts"
import { findingCodes } from "../../src/customer/finding-codes.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { creatableSchema } from "../../src/customer/schema.ts"
import { sample } from "../sample.ts"
import { jwt } from "./jwt.ts"

const columns = [...fieldNames, "comment"]
const mapping: Mapping = {
	version: 2,
	columns: Object.fromEntries(fieldNames.map((field) => [field, field])),
	constants: {},
}
const options = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, audience: "production" } as const

const cell = fc.oneof(
	{ weight: 6, arbitrary: fc.constant("") },
	fc.string({ unit: "binary", maxLength: 30 }),
	fc.string({ maxLength: 20 }),
	fc.constantFrom(
		"SE",
		"Sverige",
		"070-123 45 67",
		"a@example.com",
		"2024-01-05",
		"#REF!",
		"1.5E+10",
		"4111 1111 1111 1111",
		"NULL",
		'="1"',
		"1 500,50",
		"__proto__",
		"constructor",
		jwt({ xpr: [1, 20] }),
	),
)
const row = fc.array(cell, { maxLength: columns.length + 2 })
const cleaning = fc.record(
	Object.fromEntries(Object.keys(allCleaning).map((name) => [name, fc.boolean()])),
) as fc.Arbitrary<Cleaning>

test("whatever the cells, a row is either a customer that fits the schema or has an error; nothing throws", () => {
	fc.assert(
		fc.property(row, cleaning, (cells, cleaning) => {
			const { creatable, findings, number } = rowChecker(mapping, columns, { ...options, cleaning })(cells, 7)
			expect(creatable === undefined).toBe(findings.some(({ severity }) => severity === "error"))
			if (creatable) {
				expect(creatable.number).toBe(number)
				expect(creatableSchema.parse(JSON.parse(JSON.stringify(creatable)))).toEqual(creatable)
			}
			for (const { code, severity, row, message } of findings) {
				expect(findingCodes).toHaveProperty([code, "severity"], severity)
				expect(row).toBe(7)
				expect(hasCardNumber(message)).toBe(false)
			}
		}),
		{ numRuns: sample(250) },
	)
})

test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"])(
	"a cell %s is any other text, everywhere",
	(text) => {
		const check = rowChecker(mapping, columns, { ...options, cleaning: allCleaning })
		for (const field of ["country", "billingCountry", "deliveryCountry"] as const) {
			const cells = columns.map((column) =>
				column === field ? text : /zip/i.test(column) ? "111 22" : "070-123 45 67",
			)
			expect(check(cells, 2).findings.map(({ code }) => code)).toContain("country.invalid")
		}
		expect(check(Array(columns.length).fill(text), 2).findings.length).toBeGreaterThan(0)
	},
)

test("the check of a row does not depend on the rows before it", () => {
	const check = rowChecker(mapping, columns, { ...options, cleaning: allCleaning })
	fc.assert(
		fc.property(row, (cells) => {
			expect(check(cells, 2)).toEqual(rowChecker(mapping, columns, { ...options, cleaning: allCleaning })(cells, 2))
		}),
		{ numRuns: sample(100) },
	)
})

test.each([
	"a",
	" ",
	"1",
	"@",
	".",
	"-",
	"0 ",
	"a@",
	"=",
	"\n",
	"é",
	"\u200b",
	"+1",
	"1,",
	"4111111111111111 ",
	"eyJ.",
])("a cell of 1,000 times %j in every column is refused or taken", (text) => {
	const check = rowChecker(mapping, columns, { ...options, cleaning: allCleaning })
	const long = text.repeat(1_000)
	expect(
		check(
			columns.map(() => `x${long}y`),
			2,
		).findings.length,
	).toBeGreaterThan(0)
	expect(
		check(
			columns.map(() => long),
			2,
		).findings.length,
	).toBeGreaterThan(0)
})
