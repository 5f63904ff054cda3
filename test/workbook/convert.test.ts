import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { formatRow } from "../../src/csv/writer.ts"
import { writeWorkbook } from "../../src/report/workbook.ts"
import { convert } from "../../src/workbook/convert.ts"
import { sample } from "../sample.ts"
import { type Sheets, workbookOf } from "./zip.ts"

const fixtures = resolve(import.meta.dirname, "../fixtures/workbooks")

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "workbook-"))
})
afterEach(() => rm(folder, { recursive: true }))

async function converted(path: string, sheet?: string) {
	const target = join(folder, "sheet.csv")
	const workbook = await convert({ path, target, sheet }, () => {})
	const csv = await readFile(target, "utf8").catch(() => undefined)
	return { ...workbook, csv: csv?.replace(/^\uFEFF/, "") }
}

async function made(sheets: Sheets, sheet?: string) {
	const path = join(folder, "made.xlsx")
	await writeFile(path, workbookOf(sheets))
	return await converted(path, sheet)
}

/** What a number in a format is shown as. */
async function shown(code: string, value: number | string, properties = ""): Promise<string | undefined> {
	const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>${value}</v></c></row>`
	return (await made({ sheets: { A: rows }, formats: [code], properties })).csv?.replace(/^1,?|\n$/g, "")
}

describe("cells are as the sheet shows them", () => {
	it("of each kind, as LibreOffice writes them", async () => {
		const { csv } = await converted(join(fixtures, "cells.xlsx"))
		expect(csv?.split("\n")).toEqual([
			"what,shown",
			"zeros by format 00000,00123",
			"zip code by format 000 00,211 45",
			"twelve digits,467012345678",
			"fifteen digits,123456789012345",
			"sixteen digits lost,1.23457E+15",
			'"sixteen digits lost, format 0",1.23457E+15',
			"scientific by format,1.00E+06",
			"amount with grouping,1234567.50 kr",
			"decimal,0.1",
			"percent,25%",
			"month and year,03/27",
			"whole date,2027-03-31",
			"house number 3-5 made a date,3-May",
			"date and time,2027-03-31 14:30",
			"boolean,TRUE",
			"text of digits,00123",
			"text that begins like a formula,=1+1",
			"text with apostrophe,'=x",
			'text with line break,"Storgatan 1',
			'lgh 1101"',
			'text with comma and quote,"Ek, ""Bo"""',
			"text with spaces,  Ek   ",
			"rich text,Åsa Öberg",
			"text like an escape,_x0041_",
			"formula,123456789012346",
			"formula of text,AB",
			"formula of nothing,",
			"error,#N/A",
			"division by zero,#DIV/0!",
			"emoji and umlaut,Zoë 👩‍🚀 Ł",
			"",
		])
	})

	it.each([
		["General", 0.1 + 0.2, "0.3"],
		["General", -12.5, "-12.5"],
		["General", 999_999_999_999_999, "999999999999999"],
		["General", 1e15, "1.00000E+15"],
		["0", 1e20, "1.00000E+20"],
		["#,##0", 10_023, "10023"],
		["#,##0.00\\ [$kr-41D]", 1_234.5, "1234.50 kr"],
		["0000\\-0000", 12_345_678, "1234-5678"],
		["[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 5_551_234_567, "(555) 123-4567"],
		["0%", 0.25, "25%"],
		["0;-0;;@", 0, ""],
		["m/d/yyyy", 46_112, "2026-03-31"],
		["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 46_112, "2026-03-31"],
		["dd/mm/yyyy\\ hh:mm:ss", 46_112.5, "2026-03-31 12:00:00"],
		["mm/yy", 46_112, "03/26"],
		["[$-41D]mmmm", 46_112, "mars"],
		["h:mm", 0.5, "12:00"],
		["yyyy\\-mm\\-dd", -1, "########"],
		['no format at all "', 12, "12"],
	])("%s of %d", async (code, value, text) => {
		expect(await shown(code, value)).toBe(text)
	})

	it("with days that are counted from 1904", async () => {
		const { csv } = await converted(join(fixtures, "since-1904.xlsx"))
		expect(csv).toBe("what,shown\nwhole date,2027-03-31\nmonth and year,03/27\nnumber,45000\n")
		expect(await shown("h:mm", 0.25, '<workbookPr date1904="1"/>')).toBe("6:00")
	})

	it("however a program writes them", async () => {
		const rows = [
			'<row><c t="inlineStr"><is><t>Kund</t></is></c><c t="inlineStr"><is><r><t>N</t></r><r><t xml:space="preserve">amn </t></r><rPh sb="0" eb="1"><t>read so</t></rPh></is></c></row>',
			'<row r="3"><c r="B3" t="d"><v>2027-03-31T00:00:00</v></c><c r="C3" t="b"><v>0</v></c></row>',
			'<row r="4"><c r="A4"><f>A3+1</f><v></v></c><c r="B4"><f>A3</f></c><c r="C4" t="str"><f>""</f><v></v></c></row>',
			'<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c><c r="AB5" s="1"/></row>',
			'<row r="9" hidden="1"><c r="A9" s="1"/></row>',
		].join("")
		const strings = "<si><r><rPr/><t>Å</t></r><r><t>sa_x000A_Ek</t></r><rPh><t>no</t></rPh></si><si><t/></si>"
		const { csv, converted: came } = await made({ sheets: { A: rows }, strings, formats: ["0"] })
		expect(csv).toBe('Kund,Namn ,\n,,\n,2027-03-31,FALSE\n#N/A,#N/A,\n"Åsa\nEk",,\n')
		expect(came).toMatchObject({ rows: 5, columns: 3, hiddenRows: 0, notComputed: 2 })
	})

	it("also with names in prefixes and parts at other places", async () => {
		const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>Kundnr</x:v></x:c></x:row></x:sheetData></x:worksheet>`
		expect((await made({ sheets: { A: sheet } })).csv).toBe("Kundnr\n")
	})

	it("texts of our own workbooks, exactly", async () => {
		const cell = fc.oneof(
			fc.constantFrom("00123", "=1+1", "_x0041_", " x ", "a\r\nb", "1e5", ""),
			fc.string({ unit: "grapheme" }),
		)
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
				async (rows) => {
					const path = join(folder, "own.xlsx")
					const plain = rows.map((cells) => cells.map(xmlText))
					const named = [["a", "b", "c"], ...plain]
					await writeWorkbook(
						path,
						(async function* () {
							yield* named
						})(),
					)
					const { csv } = await converted(path)
					const last = named.findLastIndex((cells) => cells.some((one) => one !== ""))
					expect(csv).toBe(
						named
							.slice(0, last + 1)
							.map((cells) => `${formatRow(cells, ",")}\n`)
							.join(""),
					)
				},
			),
			{ numRuns: sample(30) },
		)
	})
})

/** What XML can have: other characters no spreadsheet writes. */
function xmlText(text: string): string {
	return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
}

describe("sheets", () => {
	it("the only one in sight that has something in it is read, and the others are told", async () => {
		const { csv, sheets, converted: came } = await converted(join(fixtures, "customers.xlsx"))
		expect(csv).toBe(
			[
				"Kunder att flytta,,,,,,,,,",
				",,,,,,,,,",
				"Kundnr,Namn,E-post,Telefon,Gata,Postnr,Ort,Land,Korttoken,Kort giltigt till",
				"00123,Åsa Ek,asa@example.com,+46701234567,Storgatan 123,211 45,Malmö,SE,token-123,03/27",
				"00124,Bo Öberg,bo@example.com,+46701234568,Storgatan 124,211 46,Malmö,SE,token-124,12/28",
				",,,,,,,,,",
				"00125,Cecilia Fält,cecilia@example.com,+46701234569,Storgatan 125,211 47,Malmö,SE,token-125,05/27",
				"",
			].join("\n"),
		)
		expect(came).toEqual({
			sheet: "Kunder",
			rows: 7,
			columns: 10,
			hiddenRows: 1,
			hiddenColumns: 1,
			merged: 1,
			notComputed: 0,
		})
		expect(sheets.map(({ name, hidden, first }) => [name, hidden, first.length])).toEqual([
			["Kunder", false, 10],
			["Listor", true, 2],
			["Blad3", false, 0],
		])
		expect((await stat(join(folder, "sheet.csv"))).mode & 0o777).toBe(0o600)
	})

	it("of several, none is read until one is named", async () => {
		const path = join(fixtures, "several.xlsx")
		const { csv, converted: came, sheets } = await converted(path)
		expect([csv, came]).toEqual([undefined, undefined])
		expect(sheets.map(({ name }) => name)).toEqual(["Läs mig", "Kunder 2026", "Gamla kunder", "Listor"])
		expect((await converted(path, "Gamla kunder")).csv).toMatch(/^Kundnr,Namn,E-post,Telefon\n00002,Bo Ek,/)
		expect((await converted(path, "Listor")).csv).toBe("Land,Kod\nSverige,SE\n")
		await expect(converted(path, "Kunder")).rejects.toThrow("There is no sheet “Kunder”")
	})

	it("an empty workbook is none", async () => {
		await expect(converted(join(fixtures, "empty.xlsx"))).rejects.toMatchObject({ code: "file.empty" })
	})

	it("the same sheet gives the same bytes, and rows keep their width whatever the sheet claims", async () => {
		const row = (at: number, cells: number) =>
			`<row r="${at}">${Array.from({ length: cells }, (_, column) => `<c r="${String.fromCharCode(65 + column)}${at}"><v>${at}</v></c>`).join("")}</row>`
		const rows = row(1, 1) + row(2, 3) + row(4, 2)
		const expected = "1,,\n2,2,2\n,,\n4,4,\n"
		for (const claims of [
			"",
			'<dimension ref="A1:B4"/>',
			'<dimension ref="A1:Z9"/>',
			'<dimension ref="A1:XFD1048576"/>',
			'<dimension ref="?"/>',
		]) {
			const sheet = `<?xml version="1.0"?><worksheet>${claims}<sheetData>${rows}</sheetData></worksheet>`
			expect((await made({ sheets: { A: sheet } })).csv).toBe(expected)
		}
	})
})
