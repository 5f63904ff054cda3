import { describe, expect, test } from "vitest"
import type { Field } from "../../../src/customer/fields.ts"
import { lineContext as contextOf, type LineContext } from "../../../src/customer/lines/context.ts"
import { lineKinds } from "../../../src/customer/lines/line-kind.ts"
import { columns as ordinaryColumns, ordinaryRow } from "./ordinary-rows.ts"

/** A few names as a reader of headers knows them. */
const names: Readonly<Record<string, readonly Field[]>> = {
	"customer id": ["number"],
	kundnummer: ["number"],
	kundnr: ["number"],
	customer: ["number", "name"],
	number: ["number", "street"],
	name: ["name"],
	namn: ["name"],
	email: ["email"],
	"e-post": ["email"],
	address: ["street"],
	street: ["street"],
	city: ["city"],
	"card token": ["token"],
	korttoken: ["token"],
}

const meaningsOf = (name: string) => names[name.toLowerCase()] ?? []

const lineContext = (columns: readonly string[], fieldAt: readonly (Field | undefined)[], of: typeof meaningsOf) =>
	contextOf(columns, fieldAt, fieldAt.indexOf("number"), of)

const columns = ["Customer ID", "Name", "Email", "Card token"]
const context = lineContext(columns, ["number", "name", "email", "token"], meaningsOf)
const lineKind = (cells: readonly string[], context: LineContext) => lineKinds(context)(cells)
const kind = (line: string) => lineKind(padded(line.split(","), columns.length), context)

function padded(cells: readonly string[], count: number): readonly string[] {
	return [...cells, ...Array<string>(Math.max(0, count - cells.length)).fill("")]
}

describe("a total", () => {
	test.each([
		"Total",
		"Totalt",
		"Totals:",
		"TOTAL",
		"Summa",
		"Summe",
		"Gesamt",
		"Gesamtsumme",
		"Yhteensä",
		"I alt",
		"Ialt",
		"Sum",
		"Antal",
		"Antall",
		"Count",
		"Subtotal",
		"Sub-total",
		"Grand total",
		"Delsumma",
		"Zwischensumme",
		"Sammanlagt",
		"Anzahl",
		"Antal kunder: 2",
		"Total: 2",
		"Total customers: 1 234",
		"Number of customers: 217",
		"Total SEK",
		"Summa: 1 234,50 kr",
		"2 rows",
		"2 kunder",
		"(2 rows affected)",
		"217 Zeilen",
		"*** Total ***",
	])("%s in the number's cell", (number) => {
		expect(kind(number)).toBe("total")
		expect(kind(`${number},2`)).toBe("total")
		expect(kind(` ${number} ,2,a@example.com,x`)).toBe("total")
	})

	test("stands in another cell where there is no number", () => {
		expect(kind(",Total,2")).toBe("total")
	})

	test.each([",Subtotal North,35.00", ",Delsumma region Väst,1 234 kr", ",Zwischensumme Nord,35.00 EUR"])(
		"says what it sums up, beside nothing but amounts: %s",
		(line) => expect(kind(line)).toBe("total"),
	)

	test.each([",Total AB,a@example.com", ",Subtotal North,North", ",Subtotal North,", "D1,Subtotal North,35.00"])(
		"is no sum of anything: %s",
		(line) => expect(kind(line)).not.toBe("total"),
	)

	test.each([
		"1,Total AB,a@example.com",
		"Total AB,Total AB,a@example.com",
		"SUM-1,Sum Wong,a@example.com",
		"Sum41,Anna,",
		"antal@example.com,Antal Nilsson,",
		"TOTAL-9,Total,",
		"K2,Totalt,",
		"Summa AB,Bo,b@example.com",
		"2 Rowsend,Bo,b@example.com",
	])("is not %s", (line) => {
		expect(kind(line)).toBeUndefined()
	})
})

describe("a subtitle", () => {
	test.each(["Business customers", "Företagskunder", "Kunder i Malmö:", "Business customers 2024", "Kunden A–F"])(
		"%s",
		(title) => expect(kind(title)).toBe("subtitle"),
	)

	test("stands in the first cell, wherever the number is", () => {
		const last = lineContext(["Name", "City", "Kundnr"], ["name", "city", "number"], meaningsOf)
		expect(lineKind(["Business customers", "", ""], last)).toBe("subtitle")
		expect(lineKind(["", "Business customers", ""], last)).toBeUndefined()
	})

	test.each(["anna", "anna@example.com", "anna_berg", "A1", "ANNA1", "Business customers,x"])("is not %s", (line) =>
		expect(kind(line)).toBeUndefined(),
	)

	test("is no handle in a file of two columns", () => {
		const two = lineContext(["Kundnr", "Korttoken"], ["number", "token"], meaningsOf)
		expect(lineKind(["Anna", ""], two)).toBeUndefined()
		expect(lineKind(["Private customers", ""], two)).toBe("subtitle")
	})
})

describe("a header", () => {
	test("of the same names", () => {
		expect(kind("Customer ID,Name,Email,Card token")).toBe("header")
		expect(kind("customer id,NAME,email,card-token")).toBe("header")
		expect(kind("Customer ID")).toBe("header")
	})

	describe("in another order, where those that changed places are of one kind", () => {
		const ordered = (names: string) => {
			const columns = names.split(",")
			const fieldAt = columns.map((name) => meaningsOf(name)[0])
			const context = lineContext(columns, fieldAt, meaningsOf)
			return (line: string) => lineKind(padded(line.split(","), columns.length), context)
		}

		test.each([
			["Kundnr,Name,Email,Old email", "Kundnr,Name,Old email,Email"],
			["Kundnr,Namn,E-post,E-post (gammal)", "KUNDNR,NAMN,E-post (Gammal),E-post"],
			["Kundnr,Email (private),Email (work)", "Kundnr,Email (work),Email (private)"],
			["Kundnr,Namn,Adress,Adress (gammal)", "Kundnr,Namn,Adress (gammal),Adress"],
			["Kundnr,Customer,Customer #", "Kundnr,Customer #,Customer"],
			["Kundnr,Name,Note A,Note B", "Kundnr,Name,Note B,Note A"],
			["Kundnr,Name,Sold 2023/2024,Sold 2024/2025", "Kundnr,Name,Sold 2024/2025,Sold 2023/2024"],
		])("%s, and then %s", (first, second) => {
			const kind = ordered(first)
			expect(kind(second)).toBe("other-header")
			expect(kind(first)).toBe("header")
			expect(kind(first.toUpperCase().replaceAll(" ", "  "))).toBe("header")
		})

		test("and is the header again where a column has its name twice", () => {
			const kind = ordered("Kundnr,Name,Email,Email")
			expect(kind("kundnr,name,email,EMAIL")).toBe("header")
			expect(kind("Kundnummer,Namn,E-post,E-post")).toBe("header")
			expect(kind("Kundnr,Email,Name,Email")).toBe("other-header")
		})
	})

	test("in another language", () => expect(kind("Kundnummer,Namn,E-post,Korttoken")).toBe("header"))

	test("in another order", () => {
		expect(kind("Customer ID,Email,Name,Card token")).toBe("other-header")
		expect(kind("Kundnummer,E-post,Namn,Korttoken")).toBe("other-header")
		expect(kind("Name,Customer ID,,")).toBe("other-header")
	})

	test("with another column in the place of one that is sent", () => {
		expect(kind("Kundnr,Namn,Loyalty,Korttoken")).toBe("other-header")
	})

	test("with other names for what is not sent", () => {
		const wide = lineContext(["Kundnr", "Namn", "Not"], ["number", "name", undefined], meaningsOf)
		expect(lineKind(["Kundnummer", "Name", "Remark"], wide)).toBe("header")
		expect(lineKind(["Kundnummer", "", "Name"], wide)).toBe("other-header")
	})

	test("under a line of groups that was taken for the header", () => {
		const groups = lineContext(["Customer", "Column 2", "Address"], ["number", undefined, "street"], meaningsOf)
		expect(lineKind(["Number", "Name", "Street"], groups)).toBe("other-header")
	})

	test("in another language, of a column that a person left out", () => {
		const less = lineContext(["Kundnr", "Namn", "E-post"], ["number", undefined, "email"], meaningsOf)
		expect(lineKind(["Customer ID", "Name", "Email"], less)).toBe("header")
	})

	test("of groups is a subtitle", () => {
		const wide = lineContext(
			["Number", "Name", "Street", "City", "Currency", "Card token"],
			["number", "name", "street", "city", "currency", "token"],
			meaningsOf,
		)
		expect(lineKind(["Customer", "", "", "", "Address", ""], wide)).toBe("subtitle")
		expect(lineKind(["Customer", "", "Address", "", "Email", "Card token"], wide)).toBe("subtitle")
	})

	test.each(["anna,Name,a@example.com,x", "anna,Anna Berg,,", "Customer ID,Anna Berg,a@example.com,x"])(
		"is not %s",
		(line) => expect(kind(line)).toBeUndefined(),
	)
})

describe("what programs and pages add", () => {
	test.each([
		"varchar(20),varchar(255),varchar(255),text",
		"string,string,string",
		"Required,Optional,Optional,Required",
	])("types: %s", (line) => expect(kind(line)).toBe("types"))

	test.each(["-----,----,-----,----------", "=====", "-----------", "_____,,,", "+----+"])("a rule: %s", (line) =>
		expect(kind(line)).toBe("rule"),
	)

	test.each([
		"Page 1 of 3",
		"Sida 1 av 3",
		"Seite 1",
		"Side 2/3",
		"-- end of report --",
		"*** END ***",
		"Slut på rapport",
		"Printed: 2026-01-02",
		"Utskriven den 2026-01-02 12:00",
	])("the foot of a page: %s", (line) => {
		expect(kind(line)).toBe("page")
		expect(kind(`,${line}`)).toBe("page")
	})

	test.each([
		",,,",
		"END-7,Bo Ende,b@example.com",
		"550e8400-e29b-41d4-a716-446655440000,Slut,b@example.com",
		"Page,Anna Page,a@example.com",
		",Anna Berg,a@example.com,x",
	])("are not %s", (line) => expect(kind(line)).toBeUndefined())
})

test("ten thousand ordinary rows are customers", () => {
	const fieldAt: readonly Field[] = ["number", "name", "street", "city", "email", "token"]
	const ordinary = lineContext(ordinaryColumns, fieldAt, meaningsOf)
	const rows = Array.from({ length: 10_000 }, (_, n) => ordinaryRow(n))
	expect(rows.flatMap((cells) => (lineKind(cells, ordinary) ? [cells] : []))).toEqual([])
})
