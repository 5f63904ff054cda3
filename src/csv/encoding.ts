import { isAscii, isUtf8 } from "node:buffer"
import { decode } from "./decode.ts"
import { type Encoding, UnreadableFile } from "./layout.ts"

export interface DetectedEncoding {
	readonly encoding: Encoding
	/** Length of the byte order mark. */
	readonly bom: number
	readonly evidence: string
}

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte)

const others: readonly (readonly [what: string, ...prefix: number[]])[] = [
	["an Excel workbook or another ZIP archive", 0x50, 0x4b, 0x03, 0x04],
	["an old Excel workbook", 0xd0, 0xcf, 0x11, 0xe0],
	["a PDF document", 0x25, 0x50, 0x44, 0x46],
	["a compressed file", 0x1f, 0x8b],
	["text in UTF-32, which is not supported", 0xff, 0xfe, 0x00, 0x00],
	["text in UTF-32, which is not supported", 0x00, 0x00, 0xfe, 0xff],
]

export function refuseEmpty(): never {
	throw new UnreadableFile("file.empty", "The file is empty.", "Export it again, or choose another file.")
}

/** Throws `UnreadableFile` when `bytes` begin like something that is certainly no CSV file. */
export function refuseOtherFormats(bytes: Uint8Array): void {
	if (bytes.length === 0) refuseEmpty()
	const other = others.find(([, ...prefix]) => startsWith(bytes, ...prefix))
	if (other !== undefined)
		throw new UnreadableFile("file.not-csv", `This is ${other[0]}.`, "Save or export it as CSV (UTF-8).")
}

function byMark(bytes: Uint8Array): DetectedEncoding | undefined {
	if (startsWith(bytes, 0xef, 0xbb, 0xbf))
		return { encoding: "utf-8", bom: 3, evidence: "The file begins with the byte order mark of UTF-8." }
	if (startsWith(bytes, 0xff, 0xfe))
		return { encoding: "utf-16le", bom: 2, evidence: "The file begins with the byte order mark of UTF-16 LE." }
	if (startsWith(bytes, 0xfe, 0xff))
		return { encoding: "utf-16be", bom: 2, evidence: "The file begins with the byte order mark of UTF-16 BE." }
	return undefined
}

/** Delimiters, line ends, digits and Latin letters of UTF-16 have a zero byte: on which side tells the order. */
function byZeros(bytes: Uint8Array): DetectedEncoding | undefined {
	const zeros: [even: number, odd: number] = [0, 0]
	for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++
	const [even, odd] = zeros.map((count) => count / (bytes.length / 2)) as [number, number]
	const share = `${Math.round(Math.max(even, odd) * 100)}% of every other byte are zero`
	if (odd > 0.4 && even < 0.05) return { encoding: "utf-16le", bom: 0, evidence: `${share}, as in UTF-16 LE.` }
	if (even > 0.4 && odd < 0.05) return { encoding: "utf-16be", bom: 0, evidence: `${share}, as in UTF-16 BE.` }
	return undefined
}

/** `bytes` without the character that may be cut off at its end. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
	let end = bytes.length
	while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--
	return ((bytes[end - 1] ?? 0) & 0x80) === 0 ? bytes : bytes.subarray(0, end - 1)
}

/** Bytes at and above 0x80 that belong to a well-formed UTF-8 character, and those that do not. */
function countUtf8(bytes: Uint8Array): { readonly well: number; readonly ill: number } {
	let high = 0
	for (const byte of bytes) if (byte >= 0x80) high++
	const text = decode(bytes, "utf-8").text
	const ill = text.split("\ufffd").length - 1
	return { well: Math.max(0, high - ill), ill }
}

const letters = /[åäöæøüéèàáâêëíóôñçßÅÄÖÆØÜÉÈÀÁ]/
const signs = /[€£§°´’‘“”–—…•«»²½·™®©\u00a0šžŠŽœŒŸ¿¡ºª]/

/** How much `text`, with its neighbours, looks like a language written in Latin letters. */
function plausibility(text: string): number {
	let score = 0
	for (const { 0: character, index } of text.matchAll(/[^\0-\x7f]/gu)) {
		const before = text[index - 1] ?? " "
		const after = text[index + 1] ?? " "
		const inWord = /[a-zA-Z]/.test(before) || /[a-zA-Z]/.test(after)
		if (character === "\ufffd" || /[\x80-\x9f]/.test(character)) score -= 10
		else if (letters.test(character))
			score += /[a-z]/.test(before) && character !== character.toLowerCase() ? -1 : inWord ? 3 : 1
		else if (signs.test(character)) score += /[a-zA-Z]/.test(before) && /[a-zA-Z]/.test(after) ? 0 : 1
		else if (/\p{L}/u.test(character)) score += inWord ? 0 : -1
		else score -= 2
	}
	return score
}

/** In the order in which they win when nothing tells them apart. */
const candidates = ["windows-1252", "iso-8859-1", "iso-8859-15", "macintosh"] as const

function bySingleByte(bytes: Uint8Array): DetectedEncoding {
	const scored = candidates.map((encoding) => {
		const text = decode(bytes, encoding).text
		return { encoding, text, score: plausibility(text) }
	})
	const best = scored.reduce((best, other) => (other.score > best.score ? other : best))
	const words = [...new Set(best.text.match(/[\p{L}\d€£]*[^\0-\x7f][\p{L}\d]*/gu))].slice(0, 3)
	const equal = scored.filter((other) => other !== best && other.text === best.text).map(({ encoding }) => encoding)
	const same = equal.length === 0 ? "" : ` It reads the same in ${equal.join(" and ")}.`
	const shown = words.map((word) => `“${word}”`).join(", ")
	return { encoding: best.encoding, bom: 0, evidence: `Not UTF-8; as ${best.encoding} it has ${shown}.${same}` }
}

/**
 * Throws `UnreadableFile` when more of `bytes`, which are not UTF-16, are control characters than any text has, however
 * damaged.
 */
export function refuseBinary(bytes: Uint8Array): void {
	let controls = 0
	for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls++
	if (controls > bytes.length / 10)
		throw new UnreadableFile("file.not-csv", "This is not a text file.", "Save or export it as CSV (UTF-8).")
}

/** The encoding of a file that `bytes` are a sample of: its beginning, and more where that is plain ASCII. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
	const certain = byMark(bytes) ?? byZeros(bytes)
	if (certain !== undefined) return certain
	if (isAscii(bytes)) return { encoding: "utf-8", bom: 0, evidence: "Every byte is ASCII, so UTF-8 reads it." }
	const sample = wholeCharacters(bytes)
	if (isUtf8(sample)) return { encoding: "utf-8", bom: 0, evidence: "Every byte is well-formed UTF-8." }
	const { well, ill } = countUtf8(sample)
	// Bytes of other encodings hardly ever make a well-formed character.
	if (well > ill)
		return { encoding: "utf-8", bom: 0, evidence: `UTF-8, but for ${ill} of ${well + ill} bytes above ASCII.` }
	return bySingleByte(sample)
}
