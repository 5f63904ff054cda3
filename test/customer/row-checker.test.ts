import { describe, expect, test } from "vitest"
import { type CheckOptions, defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning, type Cleaning } from "../../src/customer/cleaning.ts"
import { type Mapping, merged, noAnswers } from "../../src/customer/columns/mapping.ts"
import { UnusableMapping } from "../../src/customer/columns/mapping-problems.ts"
import { findingCodes } from "../../src/customer/finding-codes.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { decisionOf } from "./decide-of.ts"
import { jwt } from "./jwt.ts"

const options: CheckOptions = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, cleaning: allCleaning }
const token = jwt({ iss: "card", aud: "development", xpr: [2, 28], iat: 1 })

/** Checks one row given as column → cell, with the mapping that its columns suggest. */
function check(
	cells: Readonly<Record<string, string>>,
	changes: Partial<CheckOptions> = {},
	answers: Partial<Mapping> = {},
) {
	const columns = Object.keys(cells)
	const cards = columns.filter((column) => /^(?:card|token)\b/.test(column)).map((column) => [column, "token"] as const)
	const said = merged({ ...noAnswers, columns: Object.fromEntries(cards) }, answers)
	const { mapping } = decisionOf(columns, [], { answers: said })
	return rowChecker(mapping, columns, { ...options, ...changes })(Object.values(cells), 2)
}

const codes = (cells: Readonly<Record<string, string>>, changes: Partial<CheckOptions> = {}) =>
	check(cells, changes).findings.map(({ code }) => code)

describe("bodies", () => {
	test("the API's own sample", () => {
		expect(
			check({ number: "customer-number-001", name: "Joe Smith", email: "joe.smith@example.com", card: token }),
		).toEqual({
			number: "customer-number-001",
			tokens: [token],
			findings: [],
			plain: expect.any(Uint8Array),
			creatable: {
				number: "customer-number-001",
				contact: { name: "Joe Smith", email: "joe.smith@example.com" },
				method: [{ type: "token", card: token, client: { browser: defaultBrowser } }],
			},
		})
	})

	test("a number alone, without a card", () => {
		expect(check({ number: "7", name: "", email: "", card: "", city: "" }).creatable).toEqual({
			number: "7",
			method: [],
		})
	})

	test("everything a file can hold", () => {
		const row = check({
			"customer number": "K-1",
			"first name": "Åsa",
			"last name": "Öberg",
			email: "asa@example.com",
			"billing email": "faktura@example.com",
			phone: "+46812345678",
			mobile: "+46701234567",
			street: "Storgatan 1",
			"address 2": "Lgh 1101",
			zip: "111 22",
			city: "Stockholm",
			country: "SE",
			"billing street": "Box 1",
			"billing zip": "111 23",
			"billing city": "Stockholm",
			"billing country": "SE",
			type: "person",
			"identity number": "19900101-0017",
			currency: "SEK",
			limit: "1500.50",
			schedule: "monthly",
			token,
			ip: "192.0.2.1",
			"color depth": "30",
			resolution: "1920x1080",
			java: "true",
			javascript: "false",
			locale: "sv-SE",
			timezone: "-60",
			parent: "https://shop.example.com",
		})
		expect(row.findings).toEqual([])
		expect(row.creatable).toEqual({
			number: "K-1",
			contact: {
				type: "person",
				identityNumber: "19900101-0017",
				name: { first: "Åsa", last: "Öberg" },
				email: { primary: "asa@example.com", billing: "faktura@example.com" },
				phone: { primary: "+46812345678", cellphone: "+46701234567" },
				address: {
					primary: { street: "Storgatan 1, Lgh 1101", zipCode: "111 22", city: "Stockholm", countryCode: "SE" },
					billing: { street: "Box 1", zipCode: "111 23", city: "Stockholm", countryCode: "SE" },
				},
			},
			method: [
				{
					type: "token",
					card: token,
					client: {
						ip: "192.0.2.1",
						browser: {
							colorDepth: 30,
							resolution: [1920, 1080],
							java: true,
							javascript: false,
							locale: "sv-SE",
							timezone: -60,
							parent: "https://shop.example.com",
						},
					},
				},
			],
			currency: "SEK",
			limit: 1500.5,
			schedule: "monthly",
		})
	})

	test("several card columns make several methods, in the order of the file", () => {
		const other = jwt({ iss: "card", aud: "development", xpr: ["3", "29"] })
		const row = check({ number: "1", "card token": token, token: other })
		expect(row.tokens).toEqual([token, other])
		expect(row.creatable?.method.map(({ card }) => card)).toEqual([token, other])
	})

	test("one of first and last name, or none, falls back to the whole name", () => {
		const name = (firstName: string, lastName: string, name: string) =>
			check({ number: "1", "first name": firstName, "last name": lastName, name }).creatable?.contact?.name
		expect(name("Åsa", "Öberg", "Öberg, Åsa")).toEqual({ first: "Åsa", last: "Öberg" })
		expect(name("", "", "Acme AB")).toBe("Acme AB")
		expect(name("Cher", "", "")).toBe("Cher")
	})

	test("a house number follows its street", () => {
		const row = check({
			number: "1",
			Straße: "Hauptstraße",
			Hausnummer: "12 b",
			PLZ: "10115",
			Ort: "Berlin",
			Land: "DE",
		})
		expect(row.creatable?.contact?.address).toMatchObject({ street: "Hauptstraße 12 b" })
	})

	test("constants hold where the row has no value", () => {
		const rows = (currency: string) =>
			check({ number: "1", currency }, {}, { constants: { currency: "sek", schedule: "månadsvis" } })
		expect(rows("").creatable).toMatchObject({ currency: "SEK", schedule: "monthly" })
		expect(rows("EUR").creatable).toMatchObject({ currency: "EUR", schedule: "monthly" })
		expect(rows("").findings).toEqual([])
	})

	test("rows do not leak into each other", () => {
		const columns = ["number", "email", "country", "city"]
		const check = rowChecker(decisionOf(columns).mapping, columns, options)
		check(["1", "joe@example.com", "GB", "London"], 2)
		expect(check(["2"], 3).creatable).toEqual({ number: "2", method: [] })
	})

	test("a mapping that does not fit is refused", () => {
		expect(() => rowChecker(noAnswers, ["email"], options)).toThrow(UnusableMapping)
	})
})

describe("errors", () => {
	test.each<[string, Record<string, string>]>([
		["number.missing", { number: "  ", email: "joe@example.com" }],
		["email.invalid", { number: "1", email: "joe@" }],
		["email.invalid", { number: "1", email: "joe smith@example.com" }],
		["email.invalid", { number: "1", email: "joe..smith@example.com" }],
		["email.invalid", { number: "1", email: "joe@example" }],
		["email.invalid", { number: "1", "billing email": "joe" }],
		["phone.invalid", { number: "1", phone: "call me" }],
		["country.invalid", { number: "1", country: "Narnia", city: "Cair" }],
		["type.invalid", { number: "1", type: "alien" }],
		["currency.ambiguous", { number: "1", currency: "kr" }],
		["currency.invalid", { number: "1", currency: "XXX" }],
		["currency.invalid", { number: "1", currency: "xts" }],
		["limit.invalid", { number: "1", limit: "a lot" }],
		["limit.ambiguous", { number: "1", limit: "1.500" }],
		["limit.invalid", { number: "1", limit: "-1" }],
		["schedule.invalid", { number: "1", schedule: "now and then" }],
		["ip.invalid", { number: "1", token, ip: "1.2.3.400" }],
		["browser.invalid", { number: "1", token, "color depth": "deep" }],
		["browser.invalid", { number: "1", token, resolution: "big" }],
		["browser.invalid", { number: "1", token, java: "maybe" }],
		["browser.invalid", { number: "1", token, locale: "Swedish" }],
		["browser.invalid", { number: "1", token, timezone: "Europe/Stockholm" }],
		["browser.invalid", { number: "1", token, parent: "javascript:alert(1)" }],
		["value.damaged", { number: "1", name: "#REF!" }],
		["value.damaged", { number: "########" }],
		["value.damaged", { number: "1", city: "#SAKNAS!" }],
		["value.damaged", { number: "1", token: "#N/A" }],
		["value.scientific", { number: "1.23457E+11" }],
		["value.scientific", { number: "1,23457E+11" }],
		["value.scientific", { number: "1", phone: "4.67012E+10" }],
		["value.decimal", { number: "1", "identity number": "9001012385.0" }],
		["value.decimal", { number: "1", "zip code": "11122.0" }],
		["row.says-deleted", { number: "1", name: "Raderad kund" }],
		["row.says-deleted", { number: "1", email: "deleted-12@example.invalid" }],
		["row.says-deleted", { number: "1", comment: "SLET" }],
		["number.word", { number: "ny", name: "Anna" }],
		["number.header", { number: "number", name: "name" }],
		["number.quoted", { number: '"K1"' }],
		["number.quoted", { number: "'1001'" }],
		["number.quoted", { number: "`K1`" }],
		["number.quoted", { number: "“K1”" }],
		["number.quoted", { number: "«K1»" }],
		["number.date", { number: "2024-03-01" }],
		["number.date", { number: "mar-24" }],
		["number.date", { number: "1-maj" }],
		["number.date", { number: "24-Oct" }],
		["number.date", { number: "December 2024" }],
		["number.date", { number: "2024-03-01 00:00:00" }],
		["number.control-character", { number: "1\n2" }],
		["text.control-character", { number: "1", name: "Joe\u0000" }],
		["text.control-character", { number: "1", email: "joe@exam\nple.com" }],
		["card-number.found", { number: "1", name: "4111 1111 1111 1111" }],
		["card-number.found", { number: "4111111111111111" }],
		["card-number.unsent", { number: "1", comment: "paid with 5555-5555-5555-4444 in May" }],
		["card-number.found", { number: "1", token: "378282246310005" }],
		["card-number.masked", { number: "411111******1111" }],
		["card-number.masked", { number: "1", email: "411111******1111@example.com" }],
		["card-number.masked", { number: "1", name: "Anna 4111 11** **** 1111" }],
		["card-number.masked", { number: "1", token: "378282*****0005" }],
	])("%s: %j", (code, cells) => {
		const { findings, creatable } = check(cells)
		expect(findings.filter(({ severity }) => severity === "error").map((finding) => finding.code)).toEqual([code])
		expect(creatable).toBeUndefined()
		expect(findings.every(({ row }) => row === 2)).toBe(true)
		expect(findings.every(({ column }) => column === undefined || column in cells)).toBe(true)
	})

	const address = { number: "1", street: "Storgatan 1", zip: "11122", city: "Stockholm", country: "SE" }

	test.each(["SE", "NO", "DK", "FI", "DE"])("an address in %s needs all of its parts", (country) => {
		for (const [part, label] of [
			["street", "street"],
			["zip", "zip code"],
			["city", "city"],
		] as const) {
			const { findings, creatable } = check({ ...address, country, [part]: "" })
			expect(creatable).toBeUndefined()
			expect(findings.filter(({ severity }) => severity === "error")).toEqual([
				expect.objectContaining({
					code: "address.incomplete",
					column: part,
					message: `The address is incomplete: ${label} missing`,
				}),
			])
		}
	})

	test("elsewhere it does not, and a country alone is no address", () => {
		expect(check({ ...address, country: "GB", zip: "" }).creatable?.contact?.address).toEqual({
			street: "Storgatan 1",
			city: "Stockholm",
			countryCode: "GB",
		})
		expect(codes({ ...address, country: "" })).toEqual(["address.no-country"])
		const alone = check({ number: "1", country: "SE", phone: "070-123 45 67" })
		expect(alone.creatable?.contact).toEqual({ phone: "+46701234567" })
		expect(alone.findings.map(({ code }) => code)).toEqual(["cleaned.phone", "address.country-only"])
		expect(check({ number: "1", city: "" }, {}, { constants: { country: "Sverige" } })).toMatchObject({
			creatable: { number: "1", method: [] },
			findings: [],
		})
	})

	test("everything that is wrong with a row is said at once, in the words of the list", () => {
		const { findings } = check({ number: "", email: "x", phone: "y", currency: "z" })
		expect(findings.map(({ code, column, field }) => [code, column, field])).toEqual([
			["currency.unknown", "currency", "currency"],
			["number.missing", "number", "number"],
			["email.invalid", "email", "email"],
			["phone.invalid", "phone", "phone"],
		])
		for (const { code, tip, severity } of findings)
			expect(findingCodes[code as keyof typeof findingCodes]).toMatchObject({ tip, severity })
		expect(findings[2]?.message).toBe('This is not an e-mail address: "x"')
	})
})

describe("card numbers", () => {
	test.each([
		{ number: "4111111111111111", email: "4111111111111111@example.com" },
		{ number: "1", email: "4111111111111111" },
		{ number: "1", phone: "4111 1111 1111 1111", limit: "4111111111111111 x" },
		{ number: "1", name: ` 4111\u00a01111\u00a01111\u00a01111${"!".repeat(100)}` },
		{ number: "1", comment: "4111111111111111", street: `${"x".repeat(70)} 4111111111111111` },
	])("are nowhere in what comes of %j", (cells) => {
		const { creatable, ...rest } = check(cells)
		expect(creatable).toBeUndefined()
		expect(JSON.stringify({ number: rest.number, findings: rest.findings }).replaceAll("\u00a0", "")).not.toMatch(
			/4111 ?1111 ?1111/,
		)
	})

	test("that are masked may stand where nothing is sent", () => {
		expect(codes({ number: "1", comment: "411111******1111" })).toEqual([])
	})

	test("a German phone number of thirteen digits is none", () => {
		expect(codes({ number: "1", phone: "4915112345674", country: "DE", comment: "" })).not.toContain(
			"card-number.found",
		)
	})
})

describe("damage that may be none", () => {
	test.each<[string, Record<string, string>]>([
		["number.decimal", { number: "1001.0" }],
		["number.decimal", { number: "1001,00" }],
		["number.decimal", { number: "10,023" }],
		["text.replacement-character", { number: "1", name: "\ufffdsa" }],
		["text.mis-decoded", { number: "1", name: "Ã…sa Ã¶berg" }],
		["text.mis-decoded", { number: "1", name: "Ã…sa" }],
		["text.mis-decoded", { number: "1", name: "Ãœbel" }],
		["text.mis-decoded", { number: "1", name: "√Ösa" }],
	])("%s: %j is not sent", (code, cells) => {
		const { creatable, findings } = check(cells)
		expect(creatable).toBeUndefined()
		expect(findings).toContainEqual(expect.objectContaining({ code, severity: "error" }))
	})
})

describe("the country of a phone", () => {
	const phone = (cells: Readonly<Record<string, string>>) =>
		check({ number: "1", phone: "070-123 45 67", ...cells }).creatable?.contact?.phone

	test("is that of the bills, or of deliveries, where the file has no other", () => {
		expect(phone({ "billing country": "SE" })).toBe("+46701234567")
		expect(phone({ "delivery country": "SE" })).toBe("+46701234567")
		expect(phone({ "delivery country": "DK", "billing country": "SE" })).toBe("+46701234567")
		expect(phone({ country: "", "billing country": "SE" })).toBe("070-123 45 67")
	})
})

describe("the parts of a street", () => {
	test("stand as the country of their address writes them", () => {
		const row = { number: "1", house: "12", gata: "Storgatan", lägenhet: "1102", postnr: "111 22", ort: "Lund" }
		expect(check({ ...row, land: "SE" }).creatable?.contact?.address).toMatchObject({
			street: "Storgatan 12, lgh 1102",
		})
	})
})

describe("warnings", () => {
	test("what says that there is no value is not sent, and told", () => {
		const { creatable, findings } = check({ number: "1", name: "Okänd", email: "no-email@acme.se", phone: "saknas" })
		expect(creatable).toEqual({ number: "1", method: [] })
		expect(findings.map(({ code }) => code)).toEqual([...Array(3).fill("cleaned.placeholder"), "name.none"])
		const off = check({ number: "1", name: "Okänd" }, { cleaning: { ...allCleaning, placeholders: false } })
		expect(off.findings.map(({ code }) => code)).toEqual(["value.stand-in"])
		expect(off.creatable?.contact?.name).toBe("Okänd")
	})

	test.each<[string, Record<string, string>]>([
		["phone.unlikely", { number: "1", phone: "0701", country: "SE", city: "x" }],
		["phone.no-country", { number: "1", phone: "070-123 45 67", country: "" }],
		["zip-code.unlikely", { number: "1", street: "a", zip: "1", city: "b", country: "SE" }],
		["value.stand-in", { number: "1", name: "None" }],
		["value.stand-in", { number: "1", email: "noreply@example.com" }],
		["value.date", { number: "1", phone: "2024-01-05" }],
		...["anna@example.se", "411 05", "4110", "https://a.se", "1 200,50"].flatMap((value) =>
			["name", "city", "street"].map((field): [string, Record<string, string>] => [
				"value.other-kind",
				{ number: "1", name: "Anna Ek", [field]: value },
			]),
		),
		["row.number-only", { number: "END-7", name: "", email: " ", comment: "x" }],
		["text.line-break", { number: "1", name: "Joe\nSmith" }],
		["text.stray-quote", { number: 'K1"' }],
		["text.stray-quote", { number: 'x"K1"' }],
		["text.stray-quote", { number: 'K10""07' }],
		["text.stray-quote", { number: "1", name: "'Frej O''Foxtrot'" }],
		["token.not-a-token", { number: "1", token: "tok_1" }],
	])("%s: %j", (code, cells) => {
		const { findings, creatable } = check(cells)
		expect(findings).toContainEqual(expect.objectContaining({ code, severity: "warning" }))
		if (!cells.country) expect(creatable).toBeDefined()
	})

	test.each(["7-Eleven", "3", "123", "1337 AB", "Hem@Nära AB", "5e Avenue", "12 B", "SW1A 1AA"])(
		"a name, a street or a city may be %s",
		(text) => {
			for (const field of ["name", "street", "city"])
				expect(codes({ number: "1", [field]: text })).not.toContain("value.other-kind")
		},
	)

	test("a line break is sent as it is", () => {
		expect(check({ number: "1", name: "Joe\nSmith" }).creatable?.contact?.name).toBe("Joe\nSmith")
	})

	test.each(["1E10", "5e2", "12E3", "MAR-1001", "SEP-123", "SEPA-10", "1-2", "3/4", "2024-1001", "10.5"])(
		"no spreadsheet made the customer number %s",
		(number) => {
			expect(codes({ number })).toEqual([])
		},
	)

	test("quotation marks are told once", () => {
		expect(codes({ number: '"K1"', name: '"Anna"' })).toEqual(["number.quoted", "text.stray-quote"])
	})

	test("a date is no phone number, and is not made one", () => {
		const { creatable } = check({ number: "1", phone: "2024-01-05", country: "SE" })
		expect(creatable?.contact?.phone).toBe("2024-01-05")
	})

	test.each(['Dan "Danne"', '"Danne" Delta', '"A" & "B"', "O'Brien", "Sons'", "'t Hooft", '5" pipe'])(
		"the quotation marks of %s are its own",
		(name) => {
			expect(codes({ number: "1", name })).toEqual([])
		},
	)
})

describe("cleaning", () => {
	test.each<[keyof Cleaning, string, Record<string, string>, unknown]>([
		["trim", "cleaned.trim", { number: " 1 " }, { number: "1" }],
		["spaces", "cleaned.spaces", { number: "1", name: "Joe\u00a0Smith" }, { contact: { name: "Joe Smith" } }],
		["zeroWidth", "cleaned.zero-width", { number: "1\u200b\ufeff" }, { number: "1" }],
		["spreadsheetMarks", "cleaned.spreadsheet-mark", { number: '="00123"' }, { number: "00123" }],
		["spreadsheetMarks", "cleaned.spreadsheet-mark", { number: "'00123" }, { number: "00123" }],
		[
			"placeholders",
			"cleaned.placeholder",
			{ number: "1", email: "NULL", name: "Null" },
			{ contact: { name: "Null" } },
		],
		["placeholders", "cleaned.placeholder", { number: "1", token: "N/A" }, { method: [] }],
		["compose", "cleaned.compose", { number: "1", name: "A\u030asa" }, { contact: { name: "Åsa" } }],
		[
			"country",
			"cleaned.country",
			{ number: "1", city: "Visby", country: "storbritannien" },
			{ contact: { address: { countryCode: "GB" } } },
		],
		["spelling", "cleaned.currency", { number: "1", currency: "sek" }, { currency: "SEK" }],
		["spelling", "cleaned.schedule", { number: "1", schedule: "Månadsvis" }, { schedule: "monthly" }],
		["spelling", "cleaned.type", { number: "1", type: "Företag" }, { contact: { type: "organization" } }],
		["spelling", "cleaned.limit", { number: "1", limit: "1 500,50" }, { limit: 1500.5 }],
		[
			"spelling",
			"cleaned.locale",
			{ number: "1", token, locale: "sv_se" },
			{ method: [{ client: { browser: { locale: "sv-SE" } } }] },
		],
		[
			"spelling",
			"cleaned.timezone",
			{ number: "1", token, timezone: "UTC+01:00" },
			{ method: [{ client: { browser: { timezone: -60 } } }] },
		],
		[
			"phone",
			"cleaned.phone",
			{ number: "1", phone: "070-123 45 67", country: "SE" },
			{ contact: { phone: "+46701234567" } },
		],
		["email", "cleaned.email", { number: "1", email: "Joe@Example.COM" }, { contact: { email: "Joe@example.com" } }],
		[
			"zipCode",
			"cleaned.zip-code",
			{ number: "1", street: "a", zip: "SE-11122", city: "b", country: "SE" },
			{ contact: { address: { zipCode: "111 22" } } },
		],
	])("%s: %s", (name, code, cells, expected) => {
		const cleaned = check(cells)
		expect(cleaned.creatable).toMatchObject(expected as object)
		expect(cleaned.findings).toContainEqual(expect.objectContaining({ code, severity: "note" }))
		expect(codes(cells, { cleaning: { ...allCleaning, [name]: false } })).not.toContain(code)
	})

	test("says what became of what, but never shows a token", () => {
		expect(check({ number: "1", phone: "070-123 45 67", country: "SE" }).findings[0]).toMatchObject({
			column: "phone",
			message: 'The phone number was written with its country code: "070-123 45 67" became "+46701234567"',
		})
		const { findings, tokens } = check({ number: "1", token: ` ${token}` })
		expect(tokens).toEqual([token])
		expect(findings.map(({ code }) => code)).toEqual(["cleaned.trim"])
		expect(JSON.stringify(findings)).not.toContain(token.slice(0, 10))
	})
})

test("names that are joined are those of the row alone, whatever the rows before it had", () => {
	const columns = ["Kundnr", "Förnamn", "Efternamn", "Företag"]
	const mapping: Mapping = {
		version: 2,
		columns: { Kundnr: "number", Förnamn: "firstName", Efternamn: "lastName", Företag: "company" },
		joined: ["name"],
		constants: {},
	}
	const check = rowChecker(mapping, columns, options)
	const nameOf = (...cells: string[]) => check(cells, 2).creatable?.contact?.name
	expect(nameOf("1", "John", "Smith", "Smith Ltd")).toBe("John Smith, Smith Ltd")
	expect(nameOf("2", "Ida", "Regn", "")).toEqual({ first: "Ida", last: "Regn" })
	expect(nameOf("3", "", "", "Regn AB")).toBe("Regn AB")
	expect(nameOf("4", "", "", "")).toBeUndefined()
	const first = rowChecker({ ...mapping, joined: [], first: { name: "Företag" } }, columns, options)
	expect(first(["1", "John", "Smith", "Smith Ltd"], 2).creatable?.contact?.name).toBe("Smith Ltd")
	expect(first(["2", "Ida", "Regn", ""], 2).creatable?.contact?.name).toEqual({ first: "Ida", last: "Regn" })
})
