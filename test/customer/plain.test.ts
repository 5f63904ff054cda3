import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hasCardNumber } from "../../src/customer/card-number.ts"
import { type CheckOptions, defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning, type Cleaning } from "../../src/customer/cleaning.ts"
import { EvidenceCollector } from "../../src/customer/columns/evidence.ts"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import { kindOf } from "../../src/customer/field-kind.ts"
import { type Field, fieldNames, fields } from "../../src/customer/fields.ts"
import { readHeaders } from "../../src/customer/headers/read-headers.ts"
import { insteadOfName } from "../../src/customer/instead-of-names.ts"
import { country as countryKind } from "../../src/customer/kinds/country.ts"
import { nameMark } from "../../src/customer/marked-names.ts"
import { hasMaskedCardNumber } from "../../src/customer/masked-card-number.ts"
import { isNameField } from "../../src/customer/name.ts"
import { asideOf } from "../../src/customer/name-asides.ts"
import { type QuickWay, quickWay, wholeWay } from "../../src/customer/quick-way.ts"
import { rowChecker, rowJudge } from "../../src/customer/row-checker.ts"
import { sample } from "../sample.ts"

const options: CheckOptions = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, cleaning: allCleaning }
const zipCodes: Readonly<Record<string, string>> = { SE: "111 22", NO: "0150", DK: "1050", FI: "00100", DE: "01067" }
const countries = Object.keys(zipCodes)

/** A customer with nothing to say of, of every field. */
function fine(country: string): Record<string, string> {
	return Object.fromEntries(
		fieldNames.map((field) => {
			const { kind } = fields[field]
			if (kind === "country") return [field, country]
			return [field, kind === "zipCode" ? (zipCodes[country] ?? "") : kindOf(field).example]
		}),
	)
}

function mappingOf(columns: readonly string[], constants: Mapping["constants"] = {}): Mapping {
	return {
		version: 2,
		columns: Object.fromEntries(columns.map((field) => [field, field as Field])),
		constants,
	}
}

/** Texts that are plain now and then, and nearly so otherwise. */
const nearlyPlain = fc.oneof(
	fc.stringMatching(/^[A-Za-z]{0,4}[-_ ]?\d{1,9}$/),
	fc.stringMatching(/^[=' #-]?[A-Za-zÅåÄäÖöÉéÃâ][A-Za-zåäöé .,'"()&/0-9€¡-]{0,20}$/),
	fc.stringMatching(/^[a-zA-Z0-9_+.-]{1,8}@[a-zA-Z0-9.-]{1,10}\.[a-zA-Z]{1,4}$/),
	fc.stringMatching(/^[a-z0-9_+-]{1,8}(\.[a-z0-9]{1,4})?@[a-z0-9]{1,6}(-[a-z]{1,3})?\.[a-z]{2,4}$/),
	fc.stringMatching(/^\+?[0-9]{4,16}$/),
	fc.stringMatching(/^\+[1-9][0-9]{5,14}$/),
	fc.stringMatching(/^[0-9]{6,8}-?[0-9]{4}$/),
	fc.stringMatching(/^[0-9]{1,2}0[1-9][0-6][1-9][0-9]{4,5}$/),
	fc.stringMatching(/^[0-9]{1,3}[ .,]?[0-9]{2,3}$/),
	fc.stringMatching(/^["'`Ã√â]?[A-Za-zœÅå€0 ]{1,6}["'`]?$/),
	fc.stringMatching(/^0{0,5}[ -]?0{0,2}[0-9]{0,2}$/),
	fc.stringMatching(/^[A-Z]{2,3}$/),
	fc.stringMatching(/^[a-z]{2,3}-[A-Z]{2}$/),
	fc.constantFrom("person", "organization", "daily", "weekly", "monthly", "quarterly", "yearly", "Monthly"),
	fc.constantFrom("NULL", "null", "none", "None", "N/A", "nan", "-", "--", "\\N", "undefined", "#REF!", "########"),
	fc.constantFrom(
		"Okänd",
		"deleted user",
		"xxx",
		"test",
		"<NA>",
		"saknas",
		"no-email@x.se",
		"noreply@x.se",
		"a@x.invalid",
	),
	fc.constantFrom("JAN-12", "dec 24", "1E5", "1,5E+10", "2024-01-05", "4.0", "may-2024", "Mars 2024", "UK", "GB"),
	fc.constantFrom(...countries, ...Object.values(zipCodes), "sv-SE", "100.50"),
	fc.constantFrom("411111******1111", "Anna 4111 11** **** 1111", "5500 0000 0000 0004"),
	fc.constantFrom("SEK", "EUR", "NOK", "DKK", "USD", "sek"),
	fc.string({ maxLength: 12 }),
	fc.string({ unit: "binary", maxLength: 8 }),
)

describe("a plain value", () => {
	test.each(fieldNames.filter((field) => kindOf(field).plain))("of %s is taken, and nothing is said of it", (field) => {
		const isPlain = kindOf(field).plain ?? (() => false)
		const { path, kind, country: decider } = fields[field]
		let plain = 0
		const columns = Object.keys(fine("SE"))
		const check = rowChecker(mappingOf(columns), columns, options)
		// Few texts are plain of some fields, and a zip code only of its own country.
		const examples = countries.map((country): [string, string] => [fine(country)[field] ?? "", country])
		fc.assert(
			fc.property(nearlyPlain, fc.constantFrom(...countries), (value, country) => {
				// The zip code of another country is not the matter here.
				if (kind === "country" && !countries.includes(value)) return
				const row: Record<string, string> = fine(kind === "country" ? value : country)
				row[field] = value
				// A row has one name.
				const kept = path.startsWith("contact.name") ? field : "name"
				for (const other of fieldNames)
					if (other !== kept && fields[other].path.startsWith("contact.name") && !/\.(?:first|last)$/.test(path))
						row[other] = ""
				if (!isPlain(value, decider ? (row[decider] ?? "") : "")) return
				if (hasCardNumber(value) || hasMaskedCardNumber(value)) return
				// Remarks are read of every name, plain or not.
				if (isNameField(field) && (asideOf(value) ?? nameMark(value) ?? insteadOfName(value)) !== undefined) return
				plain++
				const { creatable, findings } = check(Object.values(row), 2)
				expect(findings).toEqual([])
				expect(JSON.stringify(creatable)).toContain(JSON.stringify(kindOf(field).read(value)))
			}),
			{ numRuns: sample(100), examples },
		)
		expect(plain).toBeGreaterThan(0)
	})

	test("of a country is a code of which nothing has to be changed", () => {
		const check = rowChecker(mappingOf(["number", "country"]), ["number", "country"], options)
		const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
		const codes = letters
			.flatMap((first) => letters.map((second) => first + second))
			.filter((code) => countryKind.plain(code))
		expect(codes.length).toBeGreaterThan(200)
		for (const code of codes.filter((one) => !countries.includes(one)))
			expect(check(["1", code], 2)).toMatchObject({
				findings: [],
				creatable: { contact: { address: { countryCode: code } } },
			})
	})
})

const cleaning = fc.record(
	Object.fromEntries(Object.keys(allCleaning).map((name) => [name, fc.boolean()])),
) as fc.Arbitrary<Cleaning>
const browsers = fc.constantFrom(defaultBrowser, { ...defaultBrowser, locale: "english" }, {})
const constants = fc.constantFrom({}, { currency: "SEK", country: "SE" }, { currency: "kronor" }, { schedule: "never" })

/** What most files have: of others few rows are seen to be fine by their cells. */
const usual: Field[] = ["name", "email", "phone", "street", "zipCode", "city", "country", "currency"]

/** What is said of rows, each of them nearly fine, with the quick way and without it: many rows of each of some files. */
function compare(quick: QuickWay) {
	let untouched = 0
	let seen = 0
	const change = fc.record({ field: fc.constantFrom(...fieldNames), value: fc.oneof(fc.constant(""), nearlyPlain) })
	const row = fc.record({ country: fc.constantFrom(...countries), changes: fc.array(change, { maxLength: 3 }) })
	fc.assert(
		fc.property(
			fc.array(row, { minLength: rowsOfFile, maxLength: rowsOfFile, size: "max" }),
			fc.oneof(fc.subarray([...fieldNames], { minLength: 1 }), fc.constant(usual)),
			cleaning,
			browsers,
			constants,
			(rows, some, cleaning, browser, constants) => {
				const columns = ["number", ...some.filter((field) => field !== "number")]
				const mapping = mappingOf(columns, constants)
				const chosen = { ...options, cleaning, browser }
				const checkWhole = rowChecker(mapping, columns, chosen, wholeWay)
				const check = rowChecker(mapping, columns, chosen, quick)
				const judge = rowJudge(mapping, columns, chosen, quick)
				const judgeWhole = rowJudge(mapping, columns, chosen, wholeWay)
				const readings = readHeaders(columns)
				const evidence = new EvidenceCollector(readings, columns as Field[])
				const evidenceWhole = new EvidenceCollector(readings)
				for (const { country, changes } of rows) {
					const row: Record<string, string> = fine(country)
					for (const { field, value } of changes) row[field] = value
					const cells = columns.map((column) => row[column] ?? "")
					const whole = checkWhole(cells, 2)
					expect(check(cells, 2)).toEqual(whole)
					const { creatable, plain: _, ...verdict } = whole
					expect(judgeWhole(cells, 2)).toMatchObject(verdict)
					const { plain, ...judged } = judge(cells, 2)
					expect(judged).toEqual(verdict)
					if (plain.every((one) => one === 1)) seen++
					evidence.add(cells, plain)
					evidenceWhole.add(cells)
					if (creatable && verdict.findings.length === 0) untouched++
				}
				// The bits are of columns that are counted whole in any case, and take long to compare.
				const [counted, countedWhole] = [evidence, evidenceWhole].map(({ result: { bits, ...rest } }) => rest)
				expect(counted).toEqual(countedWhole)
			},
		),
		{ numRuns: sample(60) },
	)
	return { untouched, seen }
}

/** To prepare the check of a file takes as long as a hundred rows. */
const rowsOfFile = 20

describe("the quick way", () => {
	test("makes no difference to what is said of a row", () => {
		const { untouched, seen } = compare(quickWay)
		expect(untouched).toBeGreaterThan(50)
		expect(seen).toBeGreaterThan(100)
	})

	test.each<[string, Partial<QuickWay>]>([
		["any value is plain", { plain: () => () => true }],
		["e-mail addresses are plain in any letters", { plain: () => (value) => value.includes("@") }],
		["any field takes anything", { free: () => true }],
	])("is caught when it says that %s", (_, wrong) => {
		expect(() => compare({ ...quickWay, ...wrong })).toThrow()
	})
})
