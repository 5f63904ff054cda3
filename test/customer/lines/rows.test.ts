import { describe, expect, test } from "vitest"
import { type CheckOptions, defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { noEvidence } from "../../../src/customer/columns/column-evidence.ts"
import type { Field } from "../../../src/customer/fields.ts"
import { factsOf, joinEvidence } from "../../../src/customer/lines/file-facts.ts"
import { FileTally } from "../../../src/customer/lines/file-tally.ts"
import { quickWay } from "../../../src/customer/quick-way.ts"
import { rowChecker, rowJudge } from "../../../src/customer/row-checker.ts"
import { jwt } from "../jwt.ts"
import { columns as ordinaryColumns, ordinaryRow } from "./ordinary-rows.ts"

const options: CheckOptions = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, cleaning: allCleaning }
const fieldOf: Readonly<Record<string, Field>> = {
	"Customer ID": "number",
	Name: "name",
	Street: "street",
	City: "city",
	"Identity number": "identityNumber",
	Email: "email",
	"Card token": "token",
}

function mappingOf(columns: readonly string[]) {
	const sent = columns.flatMap((column) => (fieldOf[column] ? [[column, fieldOf[column]]] : []))
	return { version: 2, columns: Object.fromEntries(sent), constants: {} } as const
}

/** Two passes, as the check of a file: the first gathers what the second knows of the whole. In two parts, as threads do. */
function codesOf(columns: readonly string[], rows: readonly (readonly string[])[], kept: readonly number[] = []) {
	const mapping = mappingOf(columns)
	const evidence = [rows.slice(0, 2), rows.slice(2)].map((part, index) => {
		const tally = new FileTally()
		const judge = rowJudge(mapping, columns, options, quickWay, tally)
		for (const [at, cells] of part.entries()) judge(cells, at + 2 + index * 2)
		return tally.evidence()
	})
	const [one, other] = evidence
	if (!one || !other) return []
	const filled = columns.map((_, index) => ({ ...noEvidence(), filled: rows.filter((cells) => cells[index]).length }))
	const facts = factsOf(joinEvidence(one, other), { rows: rows.length, columns: filled })
	const check = rowChecker(mapping, columns, { ...options, facts })
	return rows.map((cells, index) => check(cells, index + 2, kept.includes(index + 2)).findings.map(({ code }) => code))
}

const columns = ["Customer ID", "Name", "Email", "Card token"]
const token = (n: number) => jwt({ iss: "card", iat: n, xpr: [12, 30] })
const customer = (n: number) => [`${n}`, "Anna Berg", `a${n}@example.com`, token(n)]

describe("a file of two tables", () => {
	const rows = [
		customer(1),
		["", "", "", ""],
		["Business customers", "", "", ""],
		["Customer ID", "Email", "Name", "Card token"],
		["2", "b@example.com", "Bo Ek", token(2)],
		["3", "c@example.com", "Cia Ek", token(3)],
	]

	test("has errors from the second header on, and the first is sent", () => {
		const codes = codesOf(columns, rows)
		expect(codes[0]).toEqual([])
		expect(codes.slice(2)).toEqual([["row.subtitle"], ["row.other-header"], ["row.other-table"], ["row.other-table"]])
	})

	test("has its rows where a person says that they are customers", () => {
		expect(codesOf(columns, rows, [7])[5]).not.toContain("row.other-table")
	})

	test("shows no token, and gives all of them to be accounted for", () => {
		const check = rowChecker(mappingOf(columns), columns, { ...options, facts: { otherTableFrom: 1 } })
		const { findings, tokens, number, creatable } = check([token(1), "x", "y", token(2)], 2)
		expect(JSON.stringify(findings)).not.toContain("eyJ")
		expect([tokens, number, creatable]).toEqual([[token(2)], "", undefined])
	})
})

test("a total and its page are errors, and a customer where a person says so", () => {
	const rows = [
		...Array.from({ length: 5 }, (_, n) => customer(n)),
		["Totalt", "5", "", ""],
		["Sida 1 av 1", "", "", ""],
	]
	expect(codesOf(columns, rows).flat()).toEqual(["row.total", "row.page"])
	expect(codesOf(columns, rows, [7])[5]).not.toContain("row.total")
})

test("the last line of a report is an error, by what the whole file is", () => {
	const rows = [...Array.from({ length: 6 }, (_, n) => customer(n)), ["6", "", "", ""]]
	expect(codesOf(columns, rows).flat()).toEqual(["row.footer"])
})

test("a number that chance left without a digit is one, and a word is none", () => {
	const rows = (...numbers: string[]) => numbers.map((number, n) => [number, ...customer(n).slice(1)])
	const some = ["cus_7gZNyB", "cus_Kg1NyB", "cus_mgZNy9", "cus_2gZNyB", "cus_0gZNyB"]
	expect(codesOf(columns, rows(...some, "cus_mgZNyB")).flat()).toEqual([])
	expect(codesOf(columns, rows("Azqap2", "Bzqap3", "Czqa4b", "Dzq5ba", "Ez6aba", "Fzqaba")).flat()).toEqual([])
	expect(codesOf(columns, rows("aZ2", "b3aQ", "cK4b", "d5b", "e6", "AzqemgxHkr")).flat()).toEqual([])
	expect(codesOf(columns, rows(...some, "ei tiedossa"))[5]).toEqual(["number.word"])
	expect(codesOf(columns, rows("1", "2", "13", "44", "borta"))[4]).toEqual(["number.word"])
})

test("a row that was taken out is an error where most numbers begin otherwise", () => {
	const rows = [customer(1), customer(2), ["#3", ...customer(3).slice(1)], customer(4)]
	expect(codesOf(columns, rows)).toEqual([[], [], ["row.comment"], []])
	expect(codesOf(columns, rows, [4])[2]).toEqual([])
	const all = [1, 2, 3, 4].map((n) => [`#${n}`, ...customer(n).slice(1)])
	expect(codesOf(columns, all).flat()).toEqual([])
})

test("the records before and behind the customers are errors", () => {
	const typed = ["Rec", ...columns]
	const records = [1, 2, 3].map((n) => ["20", ...customer(n)])
	const rows = [["01", "20261120", "Export", "", ""], ...records, ["99", "3", "", "", ""]]
	expect(codesOf(typed, rows)).toEqual([["row.frame"], [], [], [], ["row.frame"]])
	expect(codesOf(typed, rows, [2])[0]).toEqual(["card.none"])
	// A customer of another kind is one, and so is one of a type that is filled as the others are.
	const other = ["90", "9", "Bo Ek", "b@example.com", token(9)]
	expect(codesOf(typed, [...records, ["B", "9", "Bo Ek", "", token(9)]])[3]).toEqual([])
	expect(codesOf(typed, [...records, other])[3]).toEqual([])
})

test("a decimal that a whole column has is taken off, and told; of customer numbers a person says so, or it is an error", () => {
	const wider = [...columns, "Identity number"]
	const rows = [1, 2, 3].map((n) => [...customer(n), `19900101001${n}.0`])
	expect(codesOf(wider, rows)).toEqual(rows.map(() => ["cleaned.decimal"]))
	expect(codesOf(wider, [...rows, [...customer(4), "199001010014"]])).toEqual([
		...rows.map(() => ["value.decimal"]),
		[],
	])
	const numbers = [1, 2, 3].map((n) => [`${n}.0`, ...customer(n).slice(1)])
	expect(codesOf(columns, numbers)).toEqual(numbers.map(() => ["number.decimal"]))
})

test("numbers that a spreadsheet rounded are errors", () => {
	const rows = [1, 2, 3].map((n) => [`1234567890${n}3450`, ...customer(n).slice(1)])
	const long = [1, 2, 3].map((n) => [`12345678901${n}3450`, ...customer(n).slice(1)])
	expect(codesOf(columns, rows).flat()).toEqual([])
	expect(codesOf(columns, long)).toEqual(long.map(() => ["value.rounded"]))
})

describe("cards", () => {
	const withExpiry = [...columns, "Card expiry", "Last 4"]
	const dates = [1, 2, 3, 4, 5, 6, 7, 8]
	const row = (n: number, month: number, last4: string) => [
		...customer(n).slice(0, 3),
		jwt({ iss: "card", iat: n, xpr: [month, 29], last4 }),
		`0${n}/29`,
		`000${n}`,
	]

	test("that slipped by a row are errors, each of them, and show no token", () => {
		const rows = dates.map((n) => row(n, (n % 8) + 1, `000${(n % 8) + 1}`))
		expect(codesOf(withExpiry, rows)).toEqual(dates.map(() => ["token.other-card"]))
		const check = rowChecker(mappingOf(withExpiry), withExpiry, options)
		expect(check(rows[0] ?? [], 2).findings[0]).toMatchObject({
			column: "Card expiry",
			message: "The row and its card token speak of different cards: the file says 01/29, the token 02/29",
		})
		expect(check(rows[0] ?? [], 2).creatable).toBeUndefined()
	})

	test("that are where they belong are not", () => {
		expect(
			codesOf(
				withExpiry,
				dates.map((n) => row(n, n, `000${n}`)),
			).flat(),
		).toEqual([])
	})

	test("are told where a row has none and others have", () => {
		const none = ["9", "Bo Ek", "b@example.com", ""]
		expect(codesOf(columns, [...dates.map(customer), none]).at(-1)).toEqual(["card.none"])
	})

	test("that were cut off are errors beside whole ones", () => {
		const short = ["9", "Bo Ek", "b@example.com", token(9).slice(0, 70)]
		expect(codesOf(columns, [...dates.map(customer), short]).at(-1)).toEqual(["token.cut"])
		expect(codesOf(columns, [short])[0]).toEqual(["token.not-a-token"])
	})

	test.each([
		[`${token(1)};${token(2)}`, "token.several"],
		[`${token(1)}\n${token(2)}`, "token.several"],
		[`Bearer ${token(1)}`, "token.bearer"],
		[`“${token(1)}”`, "token.wrapped"],
		[`"${token(1)}"`, "token.wrapped"],
		[` ${token(1)} x`, "token.broken"],
	])("that are damaged are errors, and are not shown: %#", (cell, code) => {
		const { findings, creatable } = rowChecker(mappingOf(columns), columns, options)(["1", "Bo", "", cell], 2)
		expect(findings.map((finding) => finding.code)).toContain(code)
		expect(JSON.stringify(findings)).not.toContain("eyJ")
		expect(creatable).toBeUndefined()
	})

	test.each([
		jwt({}).replace(/[^.]*$/, "MxXX0"),
		"4f9c2a7be1d04c11",
		"tok_1NvQ",
		jwt({ type: "single use", last4: "1234" }),
	])("of any form are sent as they are: %#", (cell) => {
		const { creatable } = rowChecker(mappingOf(columns), columns, options)(["1", "Bo", "", cell], 2)
		expect(creatable?.method).toMatchObject([{ card: cell }])
	})
})

describe("letters", () => {
	const named = ["Customer ID", "Name", "Email"]
	const read = (name: string, changes: Partial<CheckOptions> = {}, isKept = false) => {
		const check = rowChecker(mappingOf(named), named, { ...options, ...changes })
		const { findings, creatable } = check(["1", name, "a@example.com"], 2, isKept)
		return { codes: findings.map(({ code }) => code), name: creatable?.contact?.name }
	}

	test.each([
		["Möller &amp; Söhne", "Möller & Söhne"],
		["Sj%C3%B6str%C3%B6m", "Sjöström"],
		["Ren\\u00e9e", "Renée"],
		["O&#39;Brien_x000D_", "O'Brien"],
	])("%s is cleaned, and told", (name, clear) => {
		expect(read(name)).toEqual({ codes: ["cleaned.escape"], name: clear })
	})

	test("are left where that kind of cleaning is off", () => {
		expect(read("A &amp; B", { cleaning: { ...allCleaning, escapes: false } })).toEqual({
			codes: ["text.escaped"],
			name: undefined,
		})
	})

	test.each([
		["Sj÷str÷m", "text.mis-decoded"],
		["Å‚ukasz", "text.mis-decoded"],
		["M¿ller", "text.mis-decoded"],
		["┼sa", "text.mis-decoded"],
		["ƒngelholm", "text.mis-decoded"],
		["M?ller", "text.replacement-character"],
		["Sj|str|m", "text.seven-bit"],
		["}sa", "text.seven-bit"],
		["Malm&ouml;", "text.escaped"],
	])("%s is not sent, unless a person says that it is right", (name, code) => {
		expect(read(name)).toEqual({ codes: [code], name: undefined })
		expect(read(name, {}, true)).toEqual({ codes: [code], name })
	})

	test.each([
		["Annа", "text.two-scripts"],
		["“Anna”", "text.stray-quote"],
		["«Anna»", "text.stray-quote"],
	])("%s is told, and sent as it is", (name, code) => {
		expect(read(name)).toEqual({ codes: [code], name })
	})
})

test("of ten thousand ordinary rows nothing is said but what was always said", () => {
	const check = rowChecker(mappingOf(ordinaryColumns), ordinaryColumns, options)
	const codes = new Set(
		Array.from({ length: 10_000 }, (_, n) => check(ordinaryRow(n), n + 2).findings.map(({ code }) => code)).flat(),
	)
	// The sample has streets without a country, and some rows have no city or no card.
	codes.delete("address.no-country-column")
	codes.delete("address.no-place")
	codes.delete("card.none")
	expect([...codes]).toEqual([])
})

test("zeros are no customer number, but where a file counts from them", () => {
	const file = (numbers: readonly string[]) => numbers.map((number, n) => [number, ...customer(n).slice(1)])
	for (const zeros of ["0", "00"])
		expect(codesOf(columns, file([zeros, "1001", "1002", "1003"]))[0]).toContain("number.word")
	expect(codesOf(columns, file(["0", "1", "2", "1001"])).flat()).toEqual([])
	expect(codesOf(columns, file(["00", "01", "02"])).flat()).toEqual([])
})

describe("a row with nothing of a customer", () => {
	const rest = Array.from({ length: 5 }, (_, n) => customer(n + 1001))
	const last = (...cells: readonly string[]) =>
		codesOf([...columns, "Belopp"], [...rest.map((row) => [...row, "10"]), [...cells, "50"]])[5]

	test.each([
		...["Totaal", "Razem", "Total general", "Yht. 2", "Records: 2", "Totaux:", "Łącznie", "Loppusumma", "Eindtotaal"],
		...["Totalt antall kunder: 24", "Sous-total", "Totale generale", "Ilość", "Aantal klanten 24", "Saldo", "Moms"],
		...["Total général: 1 234,50 EUR", "Gesamtsumme 50kr", "Kunden: 3", "3 klientów", "Att betala"],
	])("is a total: %s", (number) => expect(last(number, "", "", "")).toEqual(["row.total"]))

	test.each(["Stand: 20.11.2026", "Druckdatum 20.11.2026", "Seite 1 von 3", "Exported by Anna", "Fecha: 1/2/2026"])(
		"is about the file: %s",
		(number) => expect(last(number, "", "", "")).toEqual(["row.page"]),
	)

	test.each(["Sålda av Anna", "Ansvarig: Bo", "Kontrollerat 12/3"])("is a note: %s", (number) =>
		expect(last(number, "", "", "")).toEqual(["row.note"]),
	)

	test("is somebody with a name, an e-mail address or a card", () => {
		for (const number of ["Total AB", "Saldo AB", "Razem", "Stand: 7", "Kund 12"]) {
			expect(last(number, "Bo Ek", "", "")).not.toContainEqual(expect.stringMatching(/^row\./))
			expect(last(number, "", "b@example.com", "")).not.toContainEqual(expect.stringMatching(/^row\./))
			expect(last(number, "", "", token(9))).not.toContainEqual(expect.stringMatching(/^row\./))
		}
	})

	test("is somebody where others have no more", () => {
		const rows = ["1001", "1002", "1003", "1004", "1005", "AB 12"].map((number) => [number, "", "", "", "10"])
		expect(codesOf([...columns, "Belopp"], rows).flat()).not.toContain("row.note")
	})

	test("is none with a number like the others either, and somebody where a person says so", () => {
		for (const number of ["1006", "TOTAL-9", "antal7@example.com"])
			expect(last(number, "", "", "")).toEqual(["row.bare"])
		const rows = [...rest, ["1006", "", "", ""]]
		expect(codesOf(columns, rows, [7])[5]).toContain("row.number-only")
	})
})
