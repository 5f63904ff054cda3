import { isAscii } from "node:buffer"
import { open } from "node:fs/promises"
import { toNativeOrder } from "./block.ts"
import { decode } from "./decode.ts"
import { detectDialect, sampleRows, width } from "./dialect.ts"
import { detectEncoding, refuseBinary, refuseEmpty, refuseOtherFormats } from "./encoding.ts"
import { detectHeader, nameColumns } from "./header.ts"
import type { Encoding, Layout, Row } from "./layout.ts"

export interface Detection {
	readonly layout: Layout
	/** Why it was read this way: sentences. */
	readonly evidence: readonly string[]
	/** The header and the rows above it. */
	readonly above: readonly Row[]
	/** The first data rows. */
	readonly preview: readonly Row[]
	/** The whole file is ASCII. */
	readonly ascii: boolean
}

const sampleSize = 256 * 1024
const previewRows = 50

/** The beginning of the file, and where that is ASCII the part around the first byte that is not, if there is one. */
async function readSample(path: string) {
	const file = await open(path, "r")
	try {
		const { size } = await file.stat()
		const read = async (position: number, length: number) => {
			const bytes = new Uint8Array(Math.min(length, Math.max(0, size - position)))
			const { bytesRead } = await file.read(bytes, 0, bytes.length, position)
			return bytes.subarray(0, bytesRead)
		}
		const beginning = await read(0, sampleSize)
		let telling = beginning
		const chunk = 4 * 1024 * 1024
		for (let position = beginning.length; isAscii(telling) && position < size; position += chunk) {
			const bytes = await read(position, chunk)
			if (isAscii(bytes)) continue
			const first = bytes.findIndex((byte) => byte >= 0x80)
			// From the ASCII before it on, so that what follows is not taken for a byte order mark.
			telling = await read(position + first - 1, sampleSize)
		}
		return { beginning, telling, size }
	} finally {
		await file.close()
	}
}

/** A first line `sep=;`, which spreadsheets take as a setting and do not show. */
function readSeparator(bytes: Uint8Array, encoding: Encoding) {
	const { text } = decode(bytes.subarray(0, 32), encoding)
	const match = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i.exec(text)
	if (match === null) return undefined
	const width = encoding.startsWith("utf-16") ? 2 : 1
	return { delimiter: match[1] as Layout["delimiter"], length: match[0].length * width }
}

/**
 * Finds out how a file is to be read; what `overrides` says is taken as it is.
 * Throws `UnreadableFile` when it is no CSV file.
 */
export async function detectLayout(path: string, overrides: Partial<Layout> = {}): Promise<Detection> {
	const { beginning, telling, size } = await readSample(path)
	refuseOtherFormats(beginning)
	const marked = detectEncoding(beginning)
	const detected = marked.bom > 0 || isAscii(telling) ? marked : detectEncoding(telling)
	const encoding = overrides.encoding ?? detected.encoding
	const mark = encoding === detected.encoding ? detected.bom : 0
	if (!encoding.startsWith("utf-16")) refuseBinary(beginning)
	const separator = readSeparator(swapped(beginning, encoding).subarray(mark), encoding)
	const bom = overrides.bom ?? mark + (separator?.length ?? 0)

	const bytes = swapped(beginning, encoding).slice(bom)
	const final = beginning.length === size
	const given = { delimiter: overrides.delimiter ?? separator?.delimiter, escape: overrides.escape }
	const dialect = detectDialect(bytes, encoding, given, final)
	if (final && dialect.rows.length === 0) refuseEmpty()
	const header = detectHeader(dialect.rows)
	const headerRow = overrides.headerRow ?? header.headerRow
	const above = dialect.rows.filter(({ row }) => row <= headerRow)
	const below = dialect.rows.filter(({ row }) => row > headerRow)
	const headerCells = above.find(({ row }) => row === headerRow)?.cells ?? []
	const columns = overrides.columns ?? nameColumns(headerCells, Math.max(filled(headerCells), filledWidth(below)))

	const layout: Layout = { encoding, bom, delimiter: dialect.delimiter, escape: dialect.escape, headerRow, columns }
	const evidence = [
		overrides.encoding === undefined ? detected.evidence : `Read as ${encoding}, as asked.`,
		...(separator === undefined ? [] : [`The first line sets the delimiter.`]),
		dialect.evidence,
		overrides.headerRow === undefined ? header.evidence : `The header is in row ${headerRow}, as asked.`,
		...above.flatMap(({ row, problems = [] }) => problems.map(({ message }) => `Row ${row}: ${message}`)),
	]
	const preview = sampleRows(bytes, layout, final).slice(0, previewRows)
	return {
		layout,
		evidence,
		above,
		preview,
		ascii: detected.encoding === "utf-8" && detected.bom === 0 && isAscii(telling),
	}
}

function swapped(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Uint8Array<ArrayBuffer> {
	if (encoding !== "utf-16be") return bytes
	const copy = bytes.slice()
	toNativeOrder(copy, encoding)
	return copy
}

/** Cells up to the last that is not empty. */
const filled = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1

/** How many cells most rows fill. */
const filledWidth = (rows: readonly Row[]) =>
	Math.min(width(rows).cells, Math.max(0, ...rows.map(({ cells }) => filled(cells))))
