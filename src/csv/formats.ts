import { UnreadableFile } from "./layout.ts"

export const startsWith = (bytes: Uint8Array, ...prefix: number[]) =>
	prefix.every((byte, index) => bytes[index] === byte)

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

/** What text that is no CSV begins with. */
const otherTexts: readonly (readonly [what: string, beginning: RegExp])[] = [
	["a web page", /^\s*<(?:!doctype html|html|head|body|table|div|meta|style|script)\b/i],
	["XML", /^\s*<(?:\?xml|!--|!doctype)/i],
	["XML", /^\s*<([a-z][\w:.-]*)(?:\s[^<>]*)?>[\s\S]*<\/\1\s*>/i],
	["JSON", /^\s*(?:\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(?:[[{"]|\d+\s*[,\]]|\]\s*$))/],
	["a document (RTF)", /^\{\\rtf/],
	["a list of business cards", /^BEGIN:VCARD/i],
]

/** Throws `UnreadableFile` when the text of a file begins like that of something else. */
export function refuseOtherTexts(text: string): void {
	const other = otherTexts.find(([, beginning]) => beginning.test(text))
	if (other === undefined) return
	const tip = "Export it again as CSV (UTF-8); a name that ends in .csv does not make it one."
	throw new UnreadableFile("file.not-csv", `This is ${other[0]}.`, tip)
}
