import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { deflateRawSync } from "node:zlib"
import fc from "fast-check"
import { afterEach, beforeEach, expect, it } from "vitest"
import { UnreadableFile } from "../../src/csv/layout.ts"
import { convert } from "../../src/workbook/convert.ts"
import { isArchive } from "../../src/workbook/kind.ts"
import { sample } from "../sample.ts"
import { type Part, partsOf, workbookOf, zip } from "./zip.ts"

const fixtures = resolve(import.meta.dirname, "../fixtures/workbooks")

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "hostile-"))
})
afterEach(() => rm(folder, { recursive: true }))

async function open(bytes: Buffer): Promise<string> {
	const path = join(folder, "made.xlsx")
	await writeFile(path, bytes)
	if (!(await isArchive(path))) return "no archive"
	const target = join(folder, "sheet.csv")
	await convert({ path, target }, () => {})
	return await readFile(target, "utf8")
}

const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
const usual = partsOf({ sheets: { A: row } })

function instead(name: string, part: Partial<Part>): Buffer {
	return zip(usual.map((one) => (one.name === name ? { ...one, ...part } : one)))
}

const sheet = "xl/worksheets/sheet1.xml"
const zeros = (megabytes: number) => {
	const content = Buffer.alloc(megabytes * 1024 * 1024, " ")
	return { content, deflated: deflateRawSync(content) }
}

it.each([
	["a part that grows a thousand times", () => instead(sheet, zeros(80)), /grow \d{3,} times, as in a bomb/],
	["a part that is larger than any sheet", () => instead(sheet, { claimed: 3 * 1024 ** 3 }), /would be 3\.0 GB/],
	["a part that is larger than it says", () => instead(sheet, { ...zeros(2), claimed: 1_000 }), /is damaged \(/],
	["parts that lie on one another", () => overlapping(), /lie on one another/],
	["a part that is there twice", () => zip([...usual, { name: "XL/Workbook.xml", content: "" }]), /is there twice/],
	[
		"thousands of parts",
		() => zip(Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: "" }))),
		/10,001 files/,
	],
	[
		"thousands of sheets",
		() => workbookOf({ sheets: Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`S${at}`, ""])) }),
		/1,000 sheets/,
	],
	[
		"entities of its own",
		() =>
			withSheet(
				'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
			),
		/entities of its own/,
	],
	[
		"an entity that nobody declared",
		() => withSheet("<worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>"),
		/not well-formed/,
	],
	["elements that are not closed", () => withSheet("<worksheet><sheetData><row><c>"), /not well-formed/],
	[
		"a cell far away from all others",
		() =>
			workbookOf({
				sheets: { A: '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>' },
			}),
		/more cells than any file/,
	],
	[
		"a row that no sheet has",
		() => workbookOf({ sheets: { A: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' } }),
		/out of order/,
	],
	[
		"a column that no sheet has",
		() => workbookOf({ sheets: { A: '<row r="1"><c r="XFE1"><v>1</v></c></row>' } }),
		/which no sheet has/,
	],
	[
		"rows in another order",
		() => workbookOf({ sheets: { A: `<row r="2"><c r="A2"><v>1</v></c></row>${row}` } }),
		/out of order/,
	],
	[
		"a cell twice",
		() => workbookOf({ sheets: { A: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' } }),
		/is there twice/,
	],
	[
		"a text that is not there",
		() => workbookOf({ sheets: { A: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }, strings: "" }),
		/text that is not there/,
	],
	[
		"a number that is none",
		() => workbookOf({ sheets: { A: '<row r="1"><c r="A1"><v>12a</v></c></row>' } }),
		/is no number/,
	],
	["a sheet that lies elsewhere", () => elsewhere(), /empty/],
	["no workbook", () => zip([{ name: "customers.csv", content: "a,b\n" }]), /ZIP archive, and no workbook/],
	["a part that is another than it says", () => instead(sheet, { claimedSum: 7 }), /its checksum is another one/],
	[
		"two sheets of one name",
		() =>
			instead("xl/workbook.xml", {
				content: String(usual.find(({ name }) => name === "xl/workbook.xml")?.content).replace(/<sheet .*?\/>/, "$&$&"),
			}),
		/two sheets of the name A/,
	],
	["a document", () => zip([{ name: "word/document.xml", content: "" }]), /Word document/],
	["a binary workbook", () => zip([{ name: "xl/workbook.bin", content: "" }]), /\.xlsb/],
])("%s is refused with words", async (_, bytes, message) => {
	const error = await open(bytes()).catch((one) => one)
	expect(error).toBeInstanceOf(UnreadableFile)
	expect(error.message).toMatch(message)
	expect(error.tip).not.toBe("")
})

function withSheet(xml: string): Buffer {
	return instead(sheet, { content: xml })
}

/** Many parts that are all one and the same in the archive. */
function overlapping(): Buffer {
	const content = Buffer.alloc(200_000, "x")
	const one = zip([{ name: "a", content }])
	const end = one.length - 22
	const entry = one.subarray(one.readUInt32LE(end + 16), end)
	const directory = Buffer.concat(
		Array.from({ length: 26 }, (_, at) => {
			const copy = Buffer.from(entry)
			copy.write(String.fromCharCode(97 + at), copy.length - 1)
			return copy
		}),
	)
	const last = Buffer.from(one.subarray(end))
	last.writeUInt16LE(26, 8)
	last.writeUInt16LE(26, 10)
	last.writeUInt32LE(directory.length, 12)
	return Buffer.concat([one.subarray(0, one.readUInt32LE(end + 16)), directory, last])
}

function elsewhere(): Buffer {
	return zip(
		usual.map((part) =>
			part.name.endsWith("workbook.xml.rels")
				? {
						...part,
						content: String(part.content).replace(
							'Target="worksheets/',
							'TargetMode="External" Target="http://127.0.0.1:9/',
						),
					}
				: part,
		),
	)
}

it("workbooks of other forms say how to save them", async () => {
	const message = async (name: string) =>
		await open(await readFile(join(fixtures, name))).catch((error) => `${error.message} ${error.tip}`)
	expect(await message("several.xls")).toMatch(/old Excel workbook \(\.xls\).*save it as an Excel workbook \(\.xlsx\)/)
	expect(await message("several.ods")).toMatch(/\.ods.*save it as an Excel workbook \(\.xlsx\)/)
	const container = Buffer.concat([
		Buffer.from("d0cf11e0a1b11ae1", "hex"),
		Buffer.alloc(600),
		Buffer.from("EncryptedPackage", "utf16le"),
		Buffer.alloc(100),
	])
	expect(await open(container).catch((error) => error.message)).toMatch(/protected by a password/)
})

it("a workbook that refers to others shows what it was saved with", async () => {
	const rows = '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>42</v></c></row>'
	const more = [{ name: "xl/externalLinks/externalLink1.xml", content: "<externalLink/>" }]
	expect(await open(workbookOf({ sheets: { A: rows }, more }))).toBe("\uFEFF42\n")
})

it("whatever is changed in a workbook, it is read as it was, or refused with words", async () => {
	const whole = await readFile(join(fixtures, "customers.xlsx"))
	const csv = await open(whole)
	const change = fc.tuple(fc.integer({ min: 4, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }))
	await fc.assert(
		fc.asyncProperty(
			fc.array(change, { minLength: 1, maxLength: 4 }),
			fc.option(fc.nat(whole.length), { freq: 10 }),
			async (changes, length) => {
				const bytes = Buffer.from(whole.subarray(0, Math.max(length ?? whole.length, 100)))
				for (const [at, by] of changes) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ by
				const came = await open(bytes).catch((error) => (error instanceof UnreadableFile ? csv : error))
				expect(came).toBe(csv)
			},
		),
		{ numRuns: sample(60) },
	)
})
