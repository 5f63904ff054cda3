import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { checkFile } from "../../src/app/check/check-file.ts"
import { openFile } from "../../src/app/check/open-file.ts"
import type { Edits } from "../../src/app/check/reading.ts"
import { noTokenFacts } from "../../src/customer/cards/token-facts.ts"
import { type CheckOptions, defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import { DuplicateSearch } from "../../src/customer/duplicates.ts"
import type { Field } from "../../src/customer/fields.ts"
import { type FindingCode, findingCodes } from "../../src/customer/finding-codes.ts"
import { wholeWay } from "../../src/customer/quick-way.ts"
import { codeOf } from "../../src/customer/remark.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { jwt } from "./jwt.ts"

type Row = Partial<
	Record<
		| Field
		| "comment"
		| "card expiry"
		| "card status"
		| "Status"
		| "Raderad"
		| "Spärrad"
		| "Utmeldt"
		| "Landesvorwahl"
		| "Vorwahl"
		| "token (2)",
		string
	>
>

/** By which check a code is raised: that of a row, of rows beside each other, or of a whole file. */
type Raised =
	| {
			readonly row: Row
			readonly options?: object
			readonly mapping?: Partial<Mapping>
	  }
	| { readonly rows: readonly (readonly [number: string, ...tokens: string[]])[]; readonly joins?: boolean }
	| { readonly file: string; readonly joinRows?: boolean | "errors"; readonly edits?: Partial<Edits> }

type OfRow = Extract<Raised, { row: Row }>

const token = (claims: object) => ({ number: "1", token: jwt({ iss: "card", ...claims }) })
const live = { row: token({ aud: "production" }), options: { audience: "development" } }
const forTests = { row: token({ aud: "development" }), options: { audience: "production" } }
const address = { number: "1", street: "Storgatan 1", zipCode: "111 22", city: "Stockholm", country: "SE" }
const facts = (tokens: object) => ({ tokens: { ...noTokenFacts, tokens: 9, ...tokens } })
const sealed = jwt({ iss: "card", aud: "production", iat: 1, enc: "x".repeat(80) }).replace(/\.[^.]*$/, "")
const formerly = "import_row,import_outcome,import_code,import_message"

/** One real row for each code: the compiler names the code that is missing here, the test the one that no row raises. */
const raised: Readonly<Record<FindingCode, Raised>> = {
	"number.missing": { row: { number: "" } },
	"row.deleted": { row: { number: "1", Raderad: "2024-03-01" } },
	"row.blocked": { row: { number: "1", Spärrad: "Ja" } },
	"row.ended": { row: { number: "1", Status: "Closed" } },
	"row.leaving": { row: { number: "1", Utmeldt: "2026-12-31" } },
	"row.note-speaks": { row: { number: "1", name: "Bo Ek", comment: "kunden avled 2025-03-01" } },
	"column.rare-value": { file: "number,name,xyz\n1,Anna Berg,\n2,Bo Ek,\n3,Eva Alm,b\n" },
	"column.notes": { file: "number,name,comment\n1,Anna Berg,\n2,Bo Ek,ring\n3,Eva Alm,\n" },
	"row.protected": { row: { number: "1", name: "Bo Ek", comment: "Skyddad identitet" } },
	"row.marked": { row: { number: "1", comment: "x" }, options: { facts: { marks: [1] } } },
	"row.left-out-before": { file: `number,name,${formerly}\n1,Anna,3,left-out,row.skipped,No.\n` },
	"row.status": { row: { number: "1", Status: "Foo" } },
	"row.left-out": { row: { number: "1", Status: "deleted" }, mapping: { deleted: "left-out" } },
	"number.duplicate": { rows: [["1"], ["1"]] },
	"number.formerly-duplicate": {
		file: `number,name,${formerly}\n1,Anna,3,invalid,number.duplicate,"The customer number is in the file already: ""1"", first in row 2"\n`,
	},
	"row.import-cells": { file: `number,name,${formerly},import_run\n1,Anna,3,rejected,declined,No.,garbled\n` },
	"number.changed": { file: `number,name,${formerly},import_run\n1,Anna,3,rejected,declined,No.,r1/3/0000\n` },
	"number.sent-before": {
		file: `number,name,${formerly}\n1,Anna,3,invalid,token.sent-before,"Its card token was sent before, for customer number 884001, who exists or may exist. If"\n`,
	},
	"value.changed": { file: `number,name,${formerly},import_run\n1,7,3,invalid,x,No.,r1/3/0000?name=007\n` },
	"number.several-cards": { file: "number,name,token\n1,Anna,token-a\n1,Anna,token-b\n", joinRows: "errors" },
	"number.shared": { file: "number,name\n1,Anna\n1,Bo\n" },
	"number.not-joined": { rows: [["1"], ["1"]], joins: true },
	"number.near-duplicate": { rows: [["1"], ["01"]] },
	"number.other-spelling": { file: "number,name\na1,Anna Ek\nA1,anna ek\n" },
	"number.control-character": { row: { number: "1\n2" } },
	"number.header": { row: { number: "number" } },
	"number.quoted": { row: { number: "“K1”" } },
	"card-number.found": { row: { number: "1", name: "4111 1111 1111 1111" } },
	"card-number.unsent": { row: { number: "1", comment: "4111 1111 1111 1111" } },
	"card-number.masked": { row: { number: "1", name: "411111******1111" } },
	"party.unclear": {
		row: { number: "1", name: "Anna Berg", comment: "Bo Ek" },
		mapping: { parties: { by: "comment", of: [{ columns: ["name"], values: ["Anna Berg"] }] } },
	},
	"party.next": {
		row: { number: "1", name: "", company: "Acme AB" },
		mapping: { parties: { of: [{ columns: ["name"] }, { columns: ["company"] }] } },
	},
	"value.two-columns": { row: { number: "1", name: "Anna Berg", company: "Acme AB" } },
	"value.damaged": { row: { number: "1", name: "#REF!" } },
	"value.scientific": { row: { number: "1", landline: "4.67012E+10" } },
	"value.rounded": { row: { number: "12345678901234500" }, options: { facts: { rounded: [0] } } },
	"value.ditto": { row: { number: "1", city: "ídem" } },
	"value.stand-in": { row: { number: "1", name: "Test" } },
	"number.date": { row: { number: "2024-03-01" } },
	"email.cut": { row: { number: "1", email: "anna@gmail.co" }, options: { facts: { cut: { 1: 13 } } } },
	"value.too-long": { row: { number: "1", name: "x".repeat(10_001) } },
	"value.cut": { row: { number: "1", name: "Anna Lindqv" }, options: { facts: { cut: { 1: 11 } } } },
	"zip-code.zeros": {
		row: { number: "1", zipCode: "184" },
		options: { facts: { zips: { "1 ": [0, 0, 0, 1, 0, 5] } } },
	},
	"zip-code.mixed": {
		row: { number: "1", zipCode: "1500" },
		options: { facts: { zips: { "1 ": [0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0] } } },
	},
	"zip-code.no-digit": { row: { number: "1", zipCode: "Göteborg", city: "41119" } },
	"zip-code.sign": { row: { number: "1", zipCode: "(11122)" } },
	"address.not-parted": {
		row: { number: "1", zipCode: "Stockholm 111 22" },
		mapping: { columns: { number: "number", zipCode: ["zipCode", "city"] } },
	},
	"number.not-parted": { row: { name: "Anna Ek" }, mapping: { columns: { name: ["number", "name"] } } },
	"number.word": { row: { number: "saknas" }, options: { facts: { numbers: { all: 9, withDigit: 8 } } } },
	"number.exchanged": { row: { number: "556722-3944", identityNumber: "20430" } },
	"number.noted": { row: { number: "1002 (ny)" }, options: { facts: { numbers: { all: 9, withDigit: 9, noted: 1 } } } },
	"number.decimal": { row: { number: "1001.0" } },
	"value.decimal": { row: { number: "1", identityNumber: "9001012385.0" } },
	"identity-number.zeros": { row: { ...address, identityNumber: "102031234" } },
	"value.date": { row: { number: "1", phone: "2024-01-05" } },
	"value.other-kind": { row: { number: "1", city: "anna@example.se" } },
	"text.control-character": { row: { number: "1", city: "Lund\u0000" } },
	"text.line-break": { row: { number: "1", company: "Acme\nAB" } },
	"text.replacement-character": { row: { number: "1", name: "\ufffdsa" } },
	"text.stray-quote": { row: { number: 'K1"' } },
	"text.mis-decoded": { row: { number: "1", name: "Ã…sa" } },
	"text.two-scripts": { row: { number: "1", name: "Аnna" } },
	"text.seven-bit": { row: { number: "1", name: "Sj|str|m" } },
	"text.escaped": { row: { number: "1", city: "Malm&ouml;" } },
	"email.invalid": { row: { number: "1", billingEmail: "joe" } },
	"phone.invalid": { row: { number: "1", cellphone: "call me" } },
	"phone.several": { row: { number: "1", phone: "20 23 66 18 / 30 11 22 33" } },
	"phone.unlikely": { row: { ...address, phone: "0701" } },
	"phone.codes": {
		row: { number: "1", Landesvorwahl: "+49", Vorwahl: "+43", phone: "2345610" },
		mapping: { columns: { number: "number", Landesvorwahl: "phone", Vorwahl: "phone", phone: "phone" } },
	},
	"phone.no-country": { row: { number: "1", phone: "070-123 45 67", country: "" } },
	"phone.no-country-column": { row: { number: "1", phone: "070-123 45 67" } },
	"zip-code.unlikely": { row: { ...address, zipCode: "1" } },
	"address.no-country": { row: { ...address, country: "" } },
	"address.no-country-column": { row: { number: "1", street: "Storgatan 1", zipCode: "111 22", city: "Stockholm" } },
	"address.no-place": { row: { ...address, country: "GB", city: "" } },
	"number.zeros": {
		row: { number: "1272" },
		options: { facts: { numbers: { all: 9, withDigit: 9, padded: { 7: 8 } } } },
	},
	"number.unlike": {
		row: { number: "1002, 1003" },
		options: { facts: { numbers: { all: 10, withDigit: 10, unlike: 1 } } },
	},
	"address.zip-left-out": {
		row: { number: "1", street: "1 Mill Lane", zipCode: "BS1 4ND" },
		mapping: { columns: { number: "number", street: "street" } },
	},
	"email.left-out": {
		row: { number: "1", comment: "", email: "a@example.com" },
		mapping: { columns: { number: "number", comment: "email" } },
	},
	"phone.left-out": {
		row: { number: "1", comment: "", phone: "070-123 45 67" },
		mapping: { columns: { number: "number", comment: "phone" } },
	},
	"address.zip-in-city": { row: { ...address, country: "GB", zipCode: "", city: "London SW1A 1AA" } },
	"address.country-only": { row: { number: "1", deliveryCountry: "SE" } },
	"address.incomplete": { row: { ...address, city: "" } },
	"country.invalid": { row: { ...address, country: "Narnia" } },
	"type.invalid": { row: { number: "1", type: "alien" } },
	"currency.invalid": { row: { number: "1", currency: "XXX" } },
	"currency.ambiguous": { row: { number: "1", currency: "kr" } },
	"currency.unknown": { row: { number: "1", currency: "mynt" } },
	"currency.none": { row: { number: "1", currency: "" } },
	"limit.ambiguous": { row: { number: "1", limit: "1.500" } },
	"limit.currency": { row: { number: "1", limit: "600,00 €", currency: "SEK" } },
	"limit.invalid": { row: { number: "1", limit: "a lot" } },
	"schedule.invalid": { row: { number: "1", schedule: "now and then" } },
	"token.several": { row: { number: "1", token: `${jwt({ a: 1 })};${jwt({ a: 2 })}` } },
	"token.bearer": { row: { number: "1", token: `Bearer ${jwt({ a: 1 })}` } },
	"token.wrapped": { row: { number: "1", token: `“${jwt({ a: 1 })}”` } },
	"token.broken": { row: { number: "1", token: jwt({ a: 1 }).replace(".", ". ") } },
	"token.cut": {
		row: { number: "1", token: jwt({ a: 1 }).slice(0, 40) },
		options: { facts: facts({ jwts: 9, whole: 8 }) },
	},
	"token.other-card": { row: { ...token({ xpr: [3, 29] }), "card expiry": "12/27" } },
	"token.stray": { row: { number: "1", token: "invoice" }, options: { facts: facts({ jwts: 8, whole: 8 }) } },
	"card.other-payment": { row: { number: "1", token: "invoice" }, mapping: { cards: "only-tokens" } },
	"card.dead": { row: { ...token({}), "card status": "blocked" } },
	"card.status": { row: { ...token({}), "card status": "foo" } },
	"card.which": {
		row: { ...token({}), "token (2)": jwt({ iss: "card", sub: "second" }), "card status": "blocked" },
		mapping: { deadCards: "left-out" },
	},
	"card.other-column": {
		row: { ...token({}), "token (2)": jwt({ iss: "card", sub: "second" }) },
		mapping: { first: { token: "token" } },
	},
	"card.left-out": { row: { ...token({}), "card status": "blocked" }, mapping: { deadCards: "left-out" } },
	"card.none": { row: { number: "1", token: "" }, options: { facts: facts({}) } },
	"card.slipped": {
		file: `number,token,card expiry\n1,,12/27\n2,${jwt({ iss: "card", xpr: [3, 29] })},12/27\n`,
	},
	"card.among-slipped": {
		file: `number,token,card expiry\n1,${jwt({ iss: "card", a: 1, xpr: [3, 29] })},12/27\n2,${jwt({ iss: "card", a: 2, xpr: [4, 30] })},04/30\n3,,03/29\n`,
	},
	"name.repeated": { row: { number: "1", firstName: "Ann Hill", lastName: "Hill" } },
	"name.exchanged": { file: "number,firstName,lastName\n1,Ann,HILL\n2,Bob,FOX\n3,WOOD,Cat\n" },
	"email.of-another": {
		file: "number,email\n1,a@example.com\n2,b@example.com\n",
		edits: { cells: [{ row: 3, column: "email", value: "a@example.com" }] },
	},
	"email.slipped": {
		file: "number,name,email\n1,Ann Hill,bob.fox@a.se\n2,Bob Fox,cat.wood@a.se\n3,Cat Wood,\n",
	},
	"email.slipped-away": {
		file: "number,name,email\n1,Ann Hill,bob.fox@a.se\n2,Bob Fox,cat.wood@a.se\n3,Cat Wood,\n",
	},
	"name.none": { row: { number: "1", name: "", city: "Paris" } },
	"name.no-last": { row: { number: "1", firstName: "Günter", lastName: "" } },
	"name.aside": { row: { number: "1", name: "Bo Ek *nytt kort*" } },
	"name.remark": { row: { number: "1", name: "Reuß - ausgetr." } },
	"row.two-customers": {
		file: `number,token,number,token\n1,${jwt({ iss: "card", a: 1 })},2,${jwt({ iss: "card", a: 2 })}\n`,
	},
	"token.other-customer": { file: `number,token,cardholder\n1,${jwt({ iss: "card" })},2\n2,,\n` },
	"row.other-customer": {
		file: `number,name,description,token\n1,Anna Berg,Anna Berg,${jwt({ iss: "card", a: 1 })}\n2,Bo Ek,Bo Ek,${jwt({ iss: "card", a: 2 })}\n3,Eva Holm,Ida Falk,\n4,Ida Falk,,\n`,
	},
	"card.other-payer": {
		file: `number,name,token,payer\n1,Anna Berg,${jwt({ iss: "card", a: 1 })},2\n2,Bo Ek,${jwt({ iss: "card", a: 2 })},\n`,
	},
	"card.other-holder": { file: `number,name,token,cardholder\n1,Anna Berg,${jwt({ iss: "card" })},Anna Ek\n` },
	"token.misplaced": { row: { number: "1", city: token({}).token } },
	"token.not-a-token": { row: { number: "1", token: "tok_1" } },
	"token.card-expired": { row: token({ xpr: [10, 26] }) },
	"token.card-expiring": { row: token({ xpr: [11, 26] }) },
	"token.expired": { row: token({ exp: 1 }) },
	"token.test-token": forTests,
	"token.live-token": live,
	"token.not-single-use": { row: token({ type: "recurring" }) },
	"token.duplicate": {
		rows: [
			["1", "a"],
			["2", "a"],
		],
	},
	"token.filled": {
		rows: [
			["1", `${sealed}.${"s".repeat(43)}`],
			["2", `${sealed}.${"t".repeat(43)}`],
		],
	},
	"ip.invalid": { row: { ...token({}), ip: "1.2.3.400" } },
	"browser.invalid": { row: { ...token({}), java: "maybe" } },
	"cleaned.trim": { row: { number: " 1" } },
	"cleaned.compose": { row: { number: "1", name: "A\u030asa" } },
	"cleaned.ligature": { row: { number: "1", name: "So\ufb01a" } },
	"cleaned.spaces": { row: { number: "1", name: "Joe\u00a0Smith" } },
	"cleaned.zero-width": { row: { number: "1\u200b" } },
	"cleaned.spreadsheet-mark": { row: { number: '="001"' } },
	"cleaned.placeholder": { row: { number: "1", email: "NULL" } },
	"cleaned.escape": { row: { number: "1", name: "Möller &amp; Söhne" } },
	"cleaned.decimal": { row: { number: "1", zipCode: "11122.0" }, options: { facts: { decimal: [1] } } },
	"cleaned.country": { row: { ...address, country: "Sverige" } },
	"cleaned.currency": { row: { number: "1", currency: "sek" } },
	"cleaned.locale": { row: { ...token({}), locale: "sv_SE" } },
	"cleaned.timezone": { row: { ...token({}), timezone: "UTC+1" } },
	"cleaned.type": { row: { number: "1", type: "Företag" } },
	"cleaned.schedule": { row: { number: "1", schedule: "Månadsvis" } },
	"cleaned.limit": { row: { number: "1", limit: "1 500,50" } },
	"cleaned.phone": { row: { ...address, phone: "070-123 45 67" } },
	"cleaned.email": { row: { number: "1", email: "joe@EXAMPLE.com" } },
	"cleaned.zip-code": { row: { ...address, zipCode: "11122" } },
	"row.total": { row: { number: "Totalt", name: "2" } },
	"row.subtitle": { row: { number: "Business customers", name: "" } },
	"row.other-header": { row: { name: "Kundnr", number: "Namn" } },
	"row.other-table": { row: { number: "1", name: "x" }, options: { facts: { otherTableFrom: 1 } } },
	"row.types": { row: { number: "varchar(20)", name: "text" } },
	"row.rule": { row: { number: "-----", name: "----" } },
	"row.page": { row: { number: "Page 1 of 3", name: "" } },
	"row.comment": { row: { number: "#2" }, options: { facts: { numbers: { all: 9, withDigit: 9, marked: 1 } } } },
	"row.note": {
		row: { number: "Sålda av Anna", limit: "2", name: "" },
		options: { facts: { usual: [0, 2], numbers: { all: 9, withDigit: 8, phrases: 1 } } },
	},
	"row.bare": {
		row: { number: "7", name: "", email: "" },
		options: {
			facts: {
				rows: 9,
				steady: [0, 1, 2],
				sparse: { count: 1, rows: [{ row: 2, number: "7", isBare: true }], shortest: 1 },
			},
		},
	},
	"row.frame": {
		row: { comment: "T", number: "3", name: "" },
		options: { facts: { recordType: "D", usual: [0, 1, 2] } },
	},
	"row.says-deleted": { row: { number: "1", name: "Raderad kund" } },
	"row.footer": {
		row: { number: "", name: "12", email: "" },
		options: { facts: { rows: 9, lastRow: 2, usual: [0, 1, 2] } },
	},
	"row.number-only": { row: { number: "1", name: "", email: "" } },
	"row.formerly-damaged": { file: `number,name,${formerly}\n1,Anna,3,invalid,row.nul,x\n` },
	"row.skipped": { file: "number,name\n1,Anna\n", edits: { skipped: [2] } },
	"row.continues": { file: `number,name,token\n1,Anna,\n,,${jwt({ a: 1 })}\n` },
	"row.joined-with-invalid": {
		file: `number,token,limit\n1,${jwt({ a: 1 })},5\n1,${jwt({ a: 2 })},a lot\n`,
		joinRows: true,
	},
	// Settings of a later version: nothing in a file can make a body of another shape.
	"row.invalid": { row: token({}), options: { browser: { ...defaultBrowser, later: 1 } } },
}

const options: CheckOptions = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, cleaning: allCleaning }

function mappingOf(columns: readonly string[], joinRows: boolean | "errors" = false) {
	const mapped = columns.filter(
		(column) =>
			![
				"comment",
				"card status",
				"card expiry",
				"cardholder",
				"payer",
				"description",
				"xyz",
				"Status",
				"Raderad",
				"Spärrad",
				"Utmeldt",
			].includes(column) && !column.startsWith("import_"),
	)
	return {
		version: 2,
		columns: Object.fromEntries(mapped.map((name) => [name, name.replace(" (2)", "") as Field])),
		constants: {},
		joinRows,
	} as const
}

function codesOfRow({ row, options: changes = {}, mapping = {} }: OfRow, ...way: (typeof wholeWay)[]) {
	const columns = Object.keys(row)
	const check = rowChecker(
		{ ...mappingOf(columns), ...mapping },
		columns,
		{ ...options, ...(changes as object) },
		...way,
	)
	return check(Object.values(row), 2).findings.map(({ code }) => code)
}

async function codesOfFile(content: string, joinRows: boolean | "errors", edits: Partial<Edits>) {
	const folder = await mkdtemp(join(tmpdir(), "findings-"))
	try {
		const path = join(folder, "customers.csv")
		await writeFile(path, content)
		const opened = await openFile(path)
		const { layout } = opened.detection
		const mapping = mappingOf(layout.columns, joinRows)
		const checked = await checkFile(opened, { layout, mapping, options, edits: { cells: [], skipped: [], ...edits } })
		const codes: string[] = []
		for await (const rows of checked.allRows())
			codes.push(...rows.flatMap(({ findings }) => findings.map(({ code }) => code)))
		return codes
	} finally {
		await rm(folder, { recursive: true })
	}
}

describe("every code is raised", () => {
	test.each(Object.keys(findingCodes) as FindingCode[])("%s", async (code) => {
		const how = raised[code]
		if ("row" in how) {
			expect(codesOfRow(how)).toContain(code)
			// And not only where nothing is plain.
			expect(codesOfRow(how)).toEqual(codesOfRow(how, wholeWay))
		} else if ("rows" in how) {
			const search = new DuplicateSearch(how.joins)
			const found = how.rows.flatMap(([number, ...tokens], row) => search.check(row + 2, number, tokens))
			expect(found.map((remark) => codeOf(remark).code)).toContain(code)
		} else expect(await codesOfFile(how.file, how.joinRows ?? false, how.edits ?? {})).toContain(code)
	})
})
