import { isAscii, isUtf8 } from "node:buffer"
import { decode } from "./decode.ts"
import { startsWith } from "./formats.ts"
import { HighWords } from "./high-words.ts"
import type { Encoding } from "./layout.ts"
import { likelihood, plausible } from "./plausibility.ts"
import { bySingleByte, type Reading } from "./single-byte.ts"
import { type LanguageName, words } from "./words.ts"

export interface DetectedEncoding {
	readonly encoding: Encoding
	/** Length of the byte order mark. */
	readonly bom: number
	readonly evidence: string
	/** Two or more ways to read the file where none of them is certain, the likeliest first. */
	readonly readings?: readonly Reading[]
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
function countUtf8(bytes: Uint8Array): { readonly well: number; readonly ill: number; readonly text: string } {
	let high = 0
	for (const byte of bytes) if (byte >= 0x80) high++
	const text = decode(bytes, "utf-8").text
	const ill = text.split("\ufffd").length - 1
	return { well: Math.max(0, high - ill), ill, text }
}

/** The encoding that a sample of a file tells for certain. */
export function certainEncoding(bytes: Uint8Array): DetectedEncoding | undefined {
	const certain = byMark(bytes) ?? byZeros(bytes)
	if (certain !== undefined) return certain
	if (isAscii(bytes)) return { encoding: "utf-8", bom: 0, evidence: "Every byte is ASCII, so UTF-8 reads it." }
	if (isUtf8(wholeCharacters(bytes))) return { encoding: "utf-8", bom: 0, evidence: "Every byte is well-formed UTF-8." }
	return undefined
}

const lettersOf = (text: string) => text.replace(/[\0-\x7f\ufffd]/g, "").length

const allLanguages = Object.keys(words) as LanguageName[]

/** The encoding of a file with these words, see `HighWords`. */
export function encodingOf(found: ReadonlySet<string>): DetectedEncoding {
	const { well, ill, text } = countUtf8(Buffer.from([...found].join(" "), "latin1"))
	// Bytes of other encodings hardly ever make a well-formed character, and hardly ever one of a language that is known.
	if (well > ill && (well > 30 || likelihood(text.split(/[ \ufffd]+/), allLanguages) > plausible * lettersOf(text)))
		return { encoding: "utf-8", bom: 0, evidence: `UTF-8, but for ${ill} of ${well + ill} bytes above ASCII.` }
	return { bom: 0, ...bySingleByte(found) }
}

/** The encoding of a file that `bytes` are a sample of: its beginning, and more where that is plain ASCII. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
	return certainEncoding(bytes) ?? encodingOf(HighWords.of(wholeCharacters(bytes)))
}
