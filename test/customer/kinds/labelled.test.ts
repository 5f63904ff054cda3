import { expect, test } from "vitest"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { rowChecker } from "../../../src/customer/row-checker.ts"

const columns = ["number", "name", "phone", "street", "zipCode", "city", "country"] as const
const mapping = { version: 2, columns: Object.fromEntries(columns.map((one) => [one, one])), constants: {} } as const
const check = (zipCode: string, country: string, cleaning = allCleaning) =>
	rowChecker(mapping, columns, { now: 0, browser: defaultBrowser, cleaning })(
		["1", "Eva Ek", "p:+46702646045", "Storgatan 1", zipCode, "Umeå", country],
		2,
	)

test.each(["z:11233", "Z: 11233", "zip:112 33", "PLZ: 11233", "z:SE-11233"])(
	"the label of a list of leads before a zip code is taken off and told: %s",
	(zipCode) => {
		for (const [country, sent] of [
			["SE", "112 33"],
			["", zipCode.replace(/^\w+: ?/, "")],
		] as const) {
			const { creatable, findings } = check(zipCode, country)
			expect([country, creatable?.contact]).toMatchObject([country, { address: { zipCode: sent } }])
			expect(findings.map(({ code }) => code)).toContain("cleaned.zip-code")
		}
	},
)

test.each([
	"f:11233",
	"(11233)",
	"11233/11234",
	"112,33",
	"11233,",
	"11233*",
	"#11233",
	"zip=11233",
	"11233;",
	"SE:11233",
	"10.115",
	"11233?",
	"12/03",
	"z:z:11233",
])("a sign that no zip code has is an error, with a country and without one: %s", (zipCode) => {
	for (const country of ["SE", "NL", ""]) {
		const { creatable, findings } = check(zipCode, country)
		expect([country, creatable, findings.map(({ code }) => code)]).toEqual([
			country,
			undefined,
			expect.arrayContaining(["zip-code.sign"]),
		])
	}
})

test("the label is never sent, even where zip codes are left as they are", () =>
	expect(check("z:11233", "NL", { ...allCleaning, zipCode: false }).creatable).toBeUndefined())

test.each([
	["3511 AB", "NL"],
	["BS1 4ND", "GB"],
	["1000-001", "PT"],
	["00-950", "PL"],
	["110 00", "CZ"],
	["LV-1001", "LV"],
	["D02 AF30", "IE"],
	["12345-6789", "US"],
	["01310-100", "BR"],
	["01.310-100", "BR"],
	["AD500", "AD"],
	["S-111 22", "SE"],
])("%s is one", (zipCode, country) => {
	for (const where of [country, ""]) expect(check(zipCode, where).creatable).toBeDefined()
})

test.each(["l:1234567", "ag:120208", "f:77"])("%s is the number of a lead, and no customer's", (number) => {
	const { findings } = rowChecker(mapping, columns, { now: 0, browser: defaultBrowser, cleaning: allCleaning })(
		[number, "Eva Ek", "", "", "", "", ""],
		2,
	)
	expect(findings.map(({ code }) => code)).toEqual(["number.word"])
})
