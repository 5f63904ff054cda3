import { crc32, deflateRawSync } from "node:zlib"

export interface Part {
	readonly name: string
	readonly content: string | Buffer
	/** What is said of its inflated bytes, where that is not true. */
	readonly claimed?: number
	/** What is said of its checksum, where that is not true. */
	readonly claimedSum?: number
	/** Compressed already. */
	readonly deflated?: Buffer
}

/** A ZIP archive, made by hand so that it may lie. */
export function zip(parts: readonly Part[]): Buffer {
	const files: Buffer[] = []
	const directory: Buffer[] = []
	let offset = 0
	for (const { name, content, claimed, claimedSum, deflated } of parts) {
		const bytes = Buffer.from(content)
		const data = deflated ?? deflateRawSync(bytes)
		const fixed = Buffer.alloc(26)
		fixed.writeUInt16LE(20, 0)
		fixed.writeUInt16LE(0x0800, 2)
		fixed.writeUInt16LE(8, 4)
		fixed.writeUInt32LE(claimedSum ?? crc32(bytes), 10)
		fixed.writeUInt32LE(data.length, 14)
		fixed.writeUInt32LE(claimed ?? bytes.length, 18)
		fixed.writeUInt16LE(Buffer.byteLength(name), 22)
		files.push(Buffer.from("PK\u0003\u0004"), fixed, Buffer.from(name), data)
		const place = Buffer.alloc(14)
		place.writeUInt32LE(offset, 10)
		directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fixed, place, Buffer.from(name))
		offset += 30 + Buffer.byteLength(name) + data.length
	}
	const end = Buffer.alloc(18)
	end.writeUInt16LE(parts.length, 4)
	end.writeUInt16LE(parts.length, 6)
	end.writeUInt32LE(Buffer.concat(directory).length, 8)
	end.writeUInt32LE(offset, 12)
	return Buffer.concat([...files, ...directory, Buffer.from("PK\u0005\u0006"), end])
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

export interface Sheets {
	/** Name of a sheet → the XML of its rows. */
	readonly sheets: Readonly<Record<string, string>>
	/** Codes of formats: cells with `s="1"` have the first. */
	readonly formats?: readonly string[]
	/** The XML of the shared texts. */
	readonly strings?: string
	readonly more?: readonly Part[]
	/** What stands before the sheets in the workbook. */
	readonly properties?: string
}

/** The parts of a small workbook. */
export function partsOf({ sheets, formats = [], strings, more = [], properties = "" }: Sheets): readonly Part[] {
	const names = Object.keys(sheets)
	const relation = (id: string, type: string, target: string) =>
		`<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`
	const xml = (root: string, inner: string) =>
		`<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${main}" xmlns:r="${relationships}">${inner}</${root}>`
	const escaped = (code: string) => code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")
	return [
		{
			name: "_rels/.rels",
			content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
		},
		{
			name: "xl/workbook.xml",
			content: xml(
				"workbook",
				`${properties}<sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets>`,
			),
		},
		{
			name: "xl/_rels/workbook.xml.rels",
			content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("")}${relation("s", "styles", "styles.xml")}${strings === undefined ? "" : relation("t", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
		},
		{
			name: "xl/styles.xml",
			content: xml(
				"styleSheet",
				`<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join("")}</cellXfs>`,
			),
		},
		...(strings === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: xml("sst", strings) }]),
		...names.map((name, at) => ({
			name: `xl/worksheets/sheet${at + 1}.xml`,
			content: sheets[name]?.startsWith("<?xml")
				? (sheets[name] ?? "")
				: xml("worksheet", `<sheetData>${sheets[name]}</sheetData>`),
		})),
		...more,
	]
}

export function workbookOf(sheets: Sheets): Buffer {
	return zip(partsOf(sheets))
}
