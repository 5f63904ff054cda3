import type { Sentences } from "../customer/sentences.ts"
import { toNativeOrder } from "./block.ts"
import { columnsOf, nameColumns, nameGroups, surplusOf } from "./columns.ts"
import { decode } from "./decode.ts"
import { detectDialect, sampleRows } from "./dialect.ts"
import { otherReading, sevenBitHint } from "./evidence.ts"
import { refuseBinary, refuseEmpty, refuseOtherFormats, refuseOtherTexts } from "./formats.ts"
import { detectHeader, type KnowsName } from "./header.ts"
import { refuseEndlessRow, refuseHugeHeader } from "./huge-header.ts"
import type { Encoding, Layout, Row } from "./layout.ts"
import { detectQuote } from "./quotes.ts"
import { refuseRowsInCells } from "./rows-in-cells.ts"
import { readSample } from "./sample.ts"
import { sevenBitWords } from "./seven-bit.ts"
import type { Reading } from "./single-byte.ts"

export interface Detection {
	readonly layout: Layout
	/** Why it was read this way: sentences. */
	readonly evidence: readonly Sentences[]
	/** The header and the rows above it. */
	readonly above: readonly Row[]
	/** The first data rows. */
	readonly preview: readonly Row[]
	/** The whole file is ASCII. */
	readonly ascii: boolean
	/** Two or more ways to read its letters where none is certain, the likeliest first; somebody has to choose. */
	readonly readings?: readonly Reading[]
	/** Words in which brackets and bars seem to stand for letters: a hint that the file is of one of the 7-bit sets. */
	readonly sevenBit?: readonly string[]
}

const previewRows = 50

/** Bytes by which a web page, XML or JSON is known. */
const formatSize = 16 * 1024

/** A first line `sep=;`, which spreadsheets take as a setting and do not show. */
function readSeparator(bytes: Uint8Array, encoding: Encoding) {
	const { text } = decode(bytes.subarray(0, 32), encoding)
	const match = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i.exec(text)
	if (match === null) return undefined
	const width = encoding.startsWith("utf-16") ? 2 : 1
	return { delimiter: match[1] as Layout["delimiter"], length: match[0].length * width }
}

export interface DetectOptions {
	/** Whether a cell is the name of a column that is known: a row of them is the header. */
	readonly knowsName?: KnowsName | undefined
	/** What of the overrides goes back to another import: nobody asked for it in this one. */
	readonly carried?: ReadonlySet<string> | undefined
}

/**
 * Finds out how a file is to be read; what `overrides` says is taken as it is.
 * Throws `UnreadableFile` when it is no CSV file.
 */
export async function detectLayout(
	path: string,
	overrides: Partial<Layout> = {},
	{ knowsName, carried }: DetectOptions = {},
): Promise<Detection> {
	const asSaid = (what: keyof Layout) => (carried?.has(what) ? "as before" : "as asked")
	const { beginning, whole: final, encoding: detected, ascii } = await readSample(path)
	refuseOtherFormats(beginning)
	const encoding = overrides.encoding ?? detected.encoding
	const mark = encoding === detected.encoding ? detected.bom : 0
	if (!encoding.startsWith("utf-16")) refuseBinary(beginning)
	const native = swapped(beginning, encoding)
	refuseOtherTexts(decode(native.subarray(mark, formatSize), encoding).text)
	const separator = readSeparator(native.subarray(mark), encoding)
	const bom = overrides.bom ?? mark + (separator?.length ?? 0)

	const bytes = swapped(beginning, encoding).slice(bom)
	const given = withoutUndefined({
		delimiter: overrides.delimiter ?? separator?.delimiter,
		escape: overrides.escape,
		quote: overrides.quote,
	})
	const plain = detectDialect(bytes, encoding, given, final)
	const quote = overrides.quote ?? detectQuote(plain.rows)
	const dialect = quote === undefined ? plain : detectDialect(bytes, encoding, { ...given, quote }, final)
	if (final && dialect.rows.length === 0) refuseEmpty()
	refuseEndlessRow(dialect.rows, beginning.length)
	if (overrides.delimiter === undefined) refuseRowsInCells(dialect.rows)
	const found = detectHeader(dialect.rows, knowsName)
	const headerRow = overrides.headerRow ?? found.headerRow
	const above = dialect.rows.filter(({ row }) => row <= headerRow)
	const below = dialect.rows.filter(({ row }) => row > headerRow)
	const place = above.findIndex(({ row }) => row === headerRow)
	const header = above[place]?.cells ?? []
	const count = columnsOf(header, below)
	if (overrides.columns === undefined) refuseHugeHeader(header, count, headerRow)
	const headerCells = nameGroups(header, above[place - 1]?.cells ?? [])
	const columns = overrides.columns ?? nameColumns(headerCells, count)

	const layout: Layout = {
		encoding,
		bom,
		delimiter: dialect.delimiter,
		escape: dialect.escape,
		headerRow,
		columns,
		surplus: overrides.surplus ?? surplusOf(headerCells, below, columns.length),
		...(quote === undefined ? {} : { quote }),
	}
	const readings = overrides.encoding === undefined ? detected.readings : undefined
	const sevenBit = encoding === "utf-8" ? sevenBitWords(dialect.rows.flatMap(({ cells }) => cells)).slice(0, 5) : []
	const evidence = [
		overrides.encoding === undefined ? detected.evidence : `Read as ${encoding}, ${asSaid("encoding")}.`,
		...(readings?.slice(1).map(otherReading) ?? []),
		...(sevenBit.length === 0 ? [] : [sevenBitHint(sevenBit)]),
		...(separator === undefined ? [] : [`The first line sets the delimiter.`]),
		dialect.evidence,
		...(quote === undefined ? [] : [`The marks ${[...quote].join(" and ")} around the cells are not part of them.`]),
		overrides.headerRow === undefined ? found.evidence : `The header is in row ${headerRow}, ${asSaid("headerRow")}.`,
		...above.flatMap(({ row, problems = [] }) => problems.map(({ message }) => `Row ${row}: ${message}`)),
	]
	const preview = sampleRows(bytes, layout, final).slice(0, previewRows)
	return {
		layout,
		evidence,
		above,
		preview,
		ascii,
		...(readings === undefined ? {} : { readings }),
		...(sevenBit.length === 0 ? {} : { sevenBit }),
	}
}

function swapped(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Uint8Array<ArrayBuffer> {
	if (encoding !== "utf-16be") return bytes
	const copy = bytes.slice()
	toNativeOrder(copy, encoding)
	return copy
}

type Given = Parameters<typeof detectDialect>[2]

function withoutUndefined(values: { readonly [Key in keyof Given]: Given[Key] | undefined }): Given {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
