import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { detectLayout } from "../../src/csv/detect.ts"
import { type Layout, UnreadableFile } from "../../src/csv/layout.ts"
import { encode, readAll, Scratch } from "./dialects.ts"

let scratch: Scratch
beforeAll(async () => {
	scratch = await Scratch.make()
})
afterAll(() => scratch.remove())

interface Nuisance {
	/** With LF; CRLF is put in its place for the second half of the tests. */
	readonly file: string
	readonly bytes?: (text: string) => Uint8Array
	readonly layout?: Partial<Layout>
	readonly overrides?: Partial<Layout>
	/** Row number, cells, and the codes of what is wrong. */
	readonly rows: readonly (readonly [row: number, cells: readonly string[], ...codes: string[]])[]
}

const header = "number,name,email\n"
const columns = ["number", "name", "email"]
const anna = ["1", "Anna", "anna@example.com"]
const bo = ["2", "Bo", "bo@example.com"]
const two = "1,Anna,anna@example.com\n2,Bo,bo@example.com\n"
const åsa = "number;name;city\n1;Åsa;Malmö\n2;Örjan;Växjö\n"
const åsaRows = [[2, ["1", "Åsa", "Malmö"]] as const, [3, ["2", "Örjan", "Växjö"]] as const]

const nuisances: Record<string, Nuisance> = {
	"a comma": {
		file: header + two,
		layout: { delimiter: ",", headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"the end of a file of DOS, on a line of its own": {
		file: `${header}${two}\x1a`,
		layout: { delimiter: ",", headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"the ends that fill the last block of a file, behind the last row": {
		file: `${header}${two.trimEnd()}\x1a\x1a\x1a`,
		layout: { delimiter: ",", headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"the end of a file of DOS before a last line end": {
		file: `${header}${two}\x1a\n`,
		layout: { delimiter: ",", headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"a semicolon": {
		file: (header + two).replaceAll(",", ";"),
		layout: { delimiter: ";", headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"a tab": {
		file: (header + two).replaceAll(",", "\t"),
		layout: { delimiter: "\t", columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"a pipe": {
		file: (header + two).replaceAll(",", "|"),
		layout: { delimiter: "|", columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"decimal commas between semicolons": {
		file: "number;name;limit\n1;Anna;12,50\n2;Bo;1 000,00\n",
		layout: { delimiter: ";" },
		rows: [
			[2, ["1", "Anna", "12,50"]],
			[3, ["2", "Bo", "1 000,00"]],
		],
	},
	"UTF-8": { file: åsa, layout: { encoding: "utf-8", bom: 0 }, rows: åsaRows },
	"UTF-8 with a byte order mark": {
		file: åsa,
		bytes: (text) => encode(text, "utf-8", true),
		layout: { encoding: "utf-8", bom: 3, columns: ["number", "name", "city"] },
		rows: åsaRows,
	},
	"UTF-16 LE with a byte order mark, as Excel's Unicode text": {
		file: åsa.replaceAll(";", "\t"),
		bytes: (text) => encode(text, "utf-16le", true),
		layout: { encoding: "utf-16le", bom: 2, delimiter: "\t", columns: ["number", "name", "city"] },
		rows: åsaRows,
	},
	"UTF-16 BE with a byte order mark": {
		file: åsa,
		bytes: (text) => encode(text, "utf-16be", true),
		layout: { encoding: "utf-16be", bom: 2 },
		rows: åsaRows,
	},
	"UTF-16 LE without": {
		file: åsa,
		bytes: (text) => encode(text, "utf-16le", false),
		layout: { encoding: "utf-16le", bom: 0 },
		rows: åsaRows,
	},
	"UTF-16 BE without": {
		file: åsa,
		bytes: (text) => encode(text, "utf-16be", false),
		layout: { encoding: "utf-16be", bom: 0 },
		rows: åsaRows,
	},
	"Windows-1252": {
		file: åsa,
		bytes: (text) => encode(text, "windows-1252", false),
		layout: { encoding: "windows-1252" },
		rows: åsaRows,
	},
	"ISO-8859-15 by choice": {
		file: "number,name\n1,5 € för Žofie\n",
		bytes: (text) => encode(text, "iso-8859-15", false),
		overrides: { encoding: "iso-8859-15" },
		rows: [[2, ["1", "5 € för Žofie"]]],
	},
	"Mac Roman": {
		file: åsa,
		bytes: (text) => encode(text, "macintosh", false),
		layout: { encoding: "macintosh" },
		rows: åsaRows,
	},
	"UTF-16 with a sep= line": {
		file: `sep=;\n${åsa}`,
		bytes: (text) => encode(text, "utf-16le", true),
		layout: { delimiter: ";", headerRow: 1 },
		rows: åsaRows,
	},
	"a byte that does not decode": {
		file: "number,name\n1,Åsa Öberg från Växjö\n2,J#rgen\n3,Bo\n",
		bytes: (text) => Buffer.from(Buffer.from(text).toString("latin1").replace("#", "\xf6"), "latin1"),
		layout: { encoding: "utf-8" },
		rows: [
			[2, ["1", "Åsa Öberg från Växjö"]],
			[3, ["2", "J\ufffdrgen"], "row.undecodable"],
			[4, ["3", "Bo"]],
		],
	},
	"half a character at the end of UTF-16": {
		file: "number\tname\n1\tAnna\n2\tBo",
		bytes: (text) => Buffer.concat([encode(text, "utf-16le", true), Buffer.from([0x41])]),
		rows: [
			[2, ["1", "Anna"]],
			[3, ["2", "Bo\ufffd"], "row.undecodable"],
		],
	},
	"half a character on a line of its own": {
		file: "number\tname\n1\tAnna\n",
		bytes: (text) => Buffer.concat([encode(text, "utf-16le", true), Buffer.from([0x41])]),
		rows: [
			[2, ["1", "Anna"]],
			[3, ["\ufffd", ""], "row.too-few-cells", "row.undecodable"],
		],
	},
	"quotes, doubled": {
		file: `${header}1,"Anna ""Ann"" Berg","a@example.com"\n"2","Berg, Bo",""\n`,
		rows: [
			[2, ["1", 'Anna "Ann" Berg', "a@example.com"]],
			[3, ["2", "Berg, Bo", ""]],
		],
	},
	"quotes, escaped with a backslash": {
		file: `${header}1,"Anna \\"Ann\\" Berg","a@example.com"\n2,"C:\\\\",""\n3,"x",y\n`,
		layout: { escape: "\\" },
		rows: [
			[2, ["1", 'Anna "Ann" Berg', "a@example.com"]],
			[3, ["2", "C:\\", ""]],
			[4, ["3", "x", "y"]],
		],
	},
	"blanks between a quote and a delimiter": {
		file: `${header}1,"Anna" ,"a@example.com"\n2,"Bo","b@example.com"  \n`,
		rows: [
			[2, ["1", "Anna", "a@example.com"]],
			[3, ["2", "Bo", "b@example.com"]],
		],
	},
	"a quote inside a cell that is not quoted": {
		file: `${header}1,Anna "Ann" Berg,5" pipe\n2,Bo,x\n`,
		rows: [
			[2, ["1", 'Anna "Ann" Berg', '5" pipe']],
			[3, ["2", "Bo", "x"]],
		],
	},
	"a quote that is not escaped": {
		file: `${header}1,"Anna "Ann" Berg",a@example.com\n2,Bo,bo@example.com\n`,
		rows: [
			[2, ["1", 'Anna "Ann" Berg', "a@example.com"], "row.malformed-quote"],
			[3, bo],
		],
	},
	"line ends inside cells": {
		file: `${header}1,"Anna\nBerg",a@example.com\n2,Bo,bo@example.com\n`,
		rows: [
			[2, ["1", "Anna\nBerg", "a@example.com"]],
			[3, bo],
		],
	},
	"an unclosed quote with quotes after it": {
		file: `${header}1,"Anna,a@example.com\n2,"Bo",bo@example.com\n3,Cid,c@example.com\n`,
		rows: [
			[2, ["1", "Anna,a@example.com", ""], "row.unclosed-quote"],
			[3, bo],
			[4, ["3", "Cid", "c@example.com"]],
		],
	},
	"an unclosed quote with none after it": {
		file: `${header}1,Anna,anna@example.com\n2,"Bo,x\n3,Cid,c@example.com`,
		rows: [
			[2, anna],
			[3, ["2", "Bo,x", ""], "row.unclosed-quote"],
			[4, ["3", "Cid", "c@example.com"]],
		],
	},
	"a quote that opens by mistake and closes by another": {
		file: `${header}1,Anna,"\n2,Bo,bo@example.com\n3,Cid,"\n4,Eva,eva@example.com\n`,
		rows: [
			[2, ["1", "Anna", "\n2,Bo,bo@example.com\n3,Cid,"], "row.swallowed-rows"],
			[3, ["4", "Eva", "eva@example.com"]],
		],
	},
	"a quote that opens by mistake and closes by another in the same column": {
		file: `${header}1,"Anna,anna@example.com\n2,Bo",bo@example.com\n4,Eva,eva@example.com\n`,
		rows: [
			[2, ["1", "Anna,anna@example.com\n2,Bo", "bo@example.com"], "row.swallowed-rows"],
			[3, ["4", "Eva", "eva@example.com"]],
		],
	},
	"a quote that opens by mistake and closes by another in the last row, which has no line end": {
		file: `${header}${two}1,"Anna,anna@example.com\n2,Bo",bo@example.com`,
		rows: [
			[2, anna],
			[3, bo],
			[4, ["1", "Anna,anna@example.com\n2,Bo", "bo@example.com"], "row.swallowed-rows"],
		],
	},
	"a quote that opens by mistake and closes by another where line ends differ": {
		file: `${header}1,Anna,anna@example.com\r\n1,"Anna,anna@example.com\n2,Bo",bo@example.com\n4,Eva,eva@example.com\n`,
		rows: [
			[2, anna],
			[3, ["1", "Anna,anna@example.com\n2,Bo", "bo@example.com"], "row.swallowed-rows"],
			[4, ["4", "Eva", "eva@example.com"]],
		],
	},
	"a quote that opens by mistake in the first column": {
		file: 'name,number,email\n"Anna,1,anna@example.com\nBo",2,bo@example.com\n',
		rows: [[2, ["Anna,1,anna@example.com\nBo", "2", "bo@example.com"], "row.swallowed-rows"]],
	},
	"a quote that opens by mistake where neither line begins with a number": {
		file: 'city,name,token,number\nLund,"Anna,t1,1\nMalmö,Bo",t2,2\n',
		rows: [[2, ["Lund", "Anna,t1,1\nMalmö,Bo", "t2", "2"], "row.swallowed-rows"]],
	},
	"a quote that never closes in a cell of several lines": {
		file: 'number\tname\tstreet\tcity\n1\tAnna\t"Box 2\nLgh 3\tLund\n2\tBo\tGatan 5"\tLund\n',
		rows: [[2, ["1", "Anna", "Box 2\nLgh 3\tLund\n2\tBo\tGatan 5", "Lund"], "row.swallowed-rows"]],
	},
	"a quote that opens by mistake in the first of two columns": {
		file: 'name;number\n"Anna;1\nBo";2\nCid;3\n',
		rows: [
			[2, ["Anna;1\nBo", "2"], "row.swallowed-rows"],
			[3, ["Cid", "3"]],
		],
	},
	"a name of several lines with a comma in the first of two columns": {
		file: 'name,number\n"Berg, Anna\nStorgatan 1, 2 tr",2\n',
		rows: [[2, ["Berg, Anna\nStorgatan 1, 2 tr", "2"]]],
	},
	"a cell of JSON in several lines": {
		file: 'number,name,metadata\n1,Anna,"{\n  ""a"": 1,\n  ""b"": [1,2,3],\n  ""c"": 3\n}"\n',
		rows: [[2, ["1", "Anna", '{\n  "a": 1,\n  "b": [1,2,3],\n  "c": 3\n}']]],
	},
	"a note of several lines with commas": {
		file: 'number,name,note\n1,Anna,"Hello, all,\nthis, that, and so on"\n',
		rows: [[2, ["1", "Anna", "Hello, all,\nthis, that, and so on"]]],
	},
	"a quote that opens by mistake in a file of two columns": {
		file: 'number,name\n1,"Anna\n2,Bo\n3,Cid"\n4,Eva\n',
		rows: [
			[2, ["1", "Anna\n2,Bo\n3,Cid"], "row.swallowed-rows"],
			[3, ["4", "Eva"]],
		],
	},
	"an address of several lines with commas in a file of two columns": {
		file: 'number,address\n1,"c/o Berg\nStorgatan 1,2 tr\n111 22 Malmö,Sweden"\n2,b\n',
		rows: [
			[2, ["1", "c/o Berg\nStorgatan 1,2 tr\n111 22 Malmö,Sweden"]],
			[3, ["2", "b"]],
		],
	},
	"an address of several lines with commas": {
		file: `${header}1,"Anna\nStorgatan 1, Malmö\nSweden",a@example.com\n2,Bo,bo@example.com\n`,
		rows: [
			[2, ["1", "Anna\nStorgatan 1, Malmö\nSweden", "a@example.com"]],
			[3, bo],
		],
	},
	"an unclosed quote at the very end": {
		file: `${header}${two}3,Cid,"`,
		rows: [
			[2, anna],
			[3, bo],
			[4, ["3", "Cid", ""], "row.unclosed-quote"],
		],
	},
	CR: {
		file: (header + two).replaceAll("\n", "\r"),
		layout: { headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"mixed line ends": {
		file: `number,name,email\r1,Anna,anna@example.com\n2,Bo,bo@example.com\r\n3,"C\rd",c\r`,
		rows: [
			[2, anna],
			[3, bo],
			[4, ["3", "C\rd", "c"]],
		],
	},
	"no line end at the end": {
		file: (header + two).trimEnd(),
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"a sep= line": {
		file: `sep=;\n${(header + two).replaceAll(",", ";")}`,
		layout: { delimiter: ";", headerRow: 1, columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"a quoted sep= line that is against appearances": {
		file: '"sep=|"\nnumber|na,me\n1|An,na\n2|B,o\n',
		layout: { delimiter: "|", columns: ["number", "na,me"] },
		rows: [
			[2, ["1", "An,na"]],
			[3, ["2", "B,o"]],
		],
	},
	"blank lines before, between and after": {
		file: `\n\n${header}\n1,Anna,anna@example.com\n\n,,\n2,Bo,bo@example.com\n\n  \n`,
		layout: { headerRow: 3, columns },
		rows: [
			[5, anna],
			[8, bo],
		],
	},
	"title lines above the header": {
		file: `Customer export\nWritten 2026-01-02;by Anna\n\n${header}${two}`,
		layout: { headerRow: 4, columns },
		rows: [
			[5, anna],
			[6, bo],
		],
	},
	"title lines with as many delimiters as the data": {
		file: `Customers,,\n,,\n${header}${two}`,
		layout: { headerRow: 3, columns },
		rows: [
			[4, anna],
			[5, bo],
		],
	},
	"a header in another row by choice": {
		file: `a,b,c\n${header}${two}`,
		overrides: { headerRow: 2 },
		layout: { headerRow: 2, columns },
		rows: [
			[3, anna],
			[4, bo],
		],
	},
	"no header": {
		file: two,
		layout: { headerRow: 0, columns: ["Column 1", "Column 2", "Column 3"] },
		rows: [
			[1, anna],
			[2, bo],
		],
	},
	"repeated and empty header names": {
		file: "number,name,name,,name (2),\n1,a,b,c,d,e\n2,a,b,c,d,e\n",
		layout: { columns: ["number", "name", "name (3)", "Column 4", "name (2)", "Column 6"] },
		rows: [
			[2, ["1", "a", "b", "c", "d", "e"]],
			[3, ["2", "a", "b", "c", "d", "e"]],
		],
	},
	"a header with line ends": {
		file: '"customer\nnumber",name\n1,Anna\n',
		layout: { headerRow: 1, columns: ["customer\nnumber", "name"] },
		rows: [[2, ["1", "Anna"]]],
	},
	"trailing delimiters": {
		file: "number,name,email,\n1,Anna,anna@example.com,\n2,Bo,bo@example.com,,,\n",
		layout: { columns },
		rows: [
			[2, anna],
			[3, [...bo, "", "", ""], "row.too-many-cells"],
		],
	},
	"delimiters that trail in the data only": {
		file: `${header}1,Anna,anna@example.com,\n2,Bo,bo@example.com,\n`,
		layout: { columns },
		rows: [
			[2, anna],
			[3, bo],
		],
	},
	"rows with too few and too many cells": {
		file: `${header}1,Anna\n2,Bo,bo@example.com\n3,Berg, Cid,c@example.com\n4,Eva,e@example.com\n`,
		layout: { columns },
		rows: [
			[2, ["1", "Anna", ""], "row.too-few-cells"],
			[3, bo],
			[4, ["3", "Berg", " Cid", "c@example.com"], "row.too-many-cells"],
			[5, ["4", "Eva", "e@example.com"]],
		],
	},
	"a delimiter that is not quoted in most rows": {
		file: "number,name\n1,Berg, Anna\n2,Ek, Bo\n3,Cid\n",
		layout: { columns: ["number", "name"] },
		rows: [
			[2, ["1", "Berg", " Anna"], "row.too-many-cells"],
			[3, ["2", "Ek", " Bo"], "row.too-many-cells"],
			[4, ["3", "Cid"]],
		],
	},
	"row names that the header has no name for": {
		file: '"number","name"\n"1","C1","Anna"\n"2","C2","Bo"\n',
		layout: { columns: ["number", "name"] },
		rows: [
			[2, ["1", "C1", "Anna"], "row.too-many-cells"],
			[3, ["2", "C2", "Bo"], "row.too-many-cells"],
		],
	},
	"NUL bytes": {
		file: `${header}1,An\0na,anna@example.com\n2,Bo,bo@example.com\n`,
		rows: [
			[2, ["1", "An\0na", "anna@example.com"], "row.nul"],
			[3, bo],
		],
	},
	"a huge cell": {
		file: `${header}1,${"x".repeat(200_000)},anna@example.com\n2,Bo,bo@example.com\n`,
		rows: [
			[2, ["1", "x".repeat(200_000), "anna@example.com"], "row.huge-cell"],
			[3, bo],
		],
	},
	"one column": {
		file: "number\n1\n2\n",
		layout: { columns: ["number"] },
		rows: [
			[2, ["1"]],
			[3, ["2"]],
		],
	},
	"a header and nothing else": { file: header, layout: { headerRow: 1, columns }, rows: [] },
}

const cases = Object.entries(nuisances).flatMap(([name, nuisance]) => [
	{ name: `${name}, LF`, ...nuisance, lineEnd: "\n" },
	{ name: `${name}, CRLF`, ...nuisance, lineEnd: "\r\n" },
])

describe("a file with", () => {
	it.each(cases)("$name", async ({ file, bytes, layout, overrides, rows, lineEnd }) => {
		const withEnds = (text: string) => text.replace(/\r?\n/g, lineEnd)
		const path = await scratch.write((bytes ?? Buffer.from)(withEnds(file)))
		const detection = await detectLayout(path, overrides)
		const expectedColumns = layout?.columns?.map(withEnds)
		expect(detection.layout).toMatchObject({ ...layout, ...(expectedColumns ? { columns: expectedColumns } : {}) })
		const expected = rows.map(([row, cells, ...codes]) => ({ row, cells: cells.map(withEnds), codes }))
		for (const blockSize of [16, 4096]) {
			const read = await readAll(path, detection.layout, { blockSize })
			expect(
				read.map(({ row, cells, problems = [] }) => ({ row, cells, codes: problems.map(({ code }) => code) })),
			).toEqual(expected)
		}
		expect(detection.preview.map(({ row }) => row)).toEqual(expected.map(({ row }) => row))
	})
})

describe("what is wrong above the data", () => {
	it.each([
		['number,"name,email\n1,Anna,a@example.com\n2,Bo,b@example.com\n', "Row 1: A quote opens in this row and is never"],
		['number,"na"me",email\n1,Anna,a@example.com\n', "Row 1: A quoted cell contains a quote that is not escaped."],
		["Åäö ÅÄÖ\n\nnumber,n\xffme\n1,Anna\n", "Row 3: The byte 0xFF is not utf-8."],
	])("is among the evidence: %j", async (text, expected) => {
		const bytes = text.split("\xff").flatMap((part, index) => (index === 0 ? [] : [0xff]).concat(...Buffer.from(part)))
		const { evidence } = await detectLayout(await scratch.write(Uint8Array.from(bytes)))
		expect(evidence.join("\n")).toContain(expected)
	})
})

describe("characters far into a file", () => {
	it.each([
		["utf-8", "\ufeffÅsa"],
		["windows-1252", "Åsa Öberg"],
	] as const)("are looked for: %s", async (encoding, name) => {
		const ascii = Array.from({ length: 40_000 }, (_, index) => `${index},Anna\n`).join("")
		const path = await scratch.write(encode(`number,name\n${ascii}x,${name}\n`, encoding, false))
		const { layout, ascii: isAscii } = await detectLayout(path)
		expect(layout).toMatchObject({ encoding, bom: 0, columns: ["number", "name"] })
		expect(isAscii).toBe(false)
		expect((await readAll(path, layout)).at(-1)).toEqual({ row: 40_002, cells: ["x", name] })
	})
})

describe("what is no CSV file is refused:", () => {
	it.each([
		["an empty file", Buffer.alloc(0), "file.empty"],
		["a file of a byte order mark only", Buffer.from("\ufeff"), "file.empty"],
		["a file of blank lines only", Buffer.from("\n\r\n  \n,,\n"), "file.empty"],
		["a workbook", Buffer.from("PK\x03\x04rest"), "file.not-csv"],
		["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), "file.not-csv"],
		["a program", Buffer.from(Array.from({ length: 2_000 }, (_, index) => (index * 31) % 256)), "file.not-csv"],
		["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "file.not-csv"],
	])("%s", async (_, bytes, code) => {
		const path = await scratch.write(bytes)
		await expect(detectLayout(path)).rejects.toMatchObject({ name: "UnreadableFile", code })
	})

	it("a record without end, with its row", async () => {
		const path = await scratch.write(`number,name\n1,Anna\n${"x,".repeat(3_000_000)}`)
		const { layout } = await detectLayout(path)
		const failure = await readAll(path, layout).catch((error) => error)
		expect(failure).toBeInstanceOf(UnreadableFile)
		expect(failure).toMatchObject({ code: "row.too-long", row: 3 })
	})
})

describe("an unclosed quote in a large file", () => {
	it("costs its own row only", async () => {
		const line = (number: number) => `${number},name ${number},${"x".repeat(100)}\n`
		const lines = Array.from({ length: 30_000 }, (_, index) => line(index))
		lines[10] = '10,"never closed,x\n'
		const path = await scratch.write(`number,name,text\n${lines.join("")}`)
		const { layout } = await detectLayout(path)
		const rows = await readAll(path, layout)
		expect(rows.length).toBe(30_000)
		expect(rows.filter(({ problems }) => problems !== undefined).map(({ row }) => row)).toEqual([12])
	})
})
