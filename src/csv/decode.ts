import { isAscii, isUtf8, transcode } from "node:buffer"
import { type CodePage, codePage } from "./code-pages.ts"
import type { Encoding } from "./layout.ts"
import type { Units } from "./scan.ts"

const loneSurrogate = /\p{Surrogate}/u

function decodeSingleByte(bytes: Buffer, { from, characters }: CodePage): string {
	const text = bytes.toString("latin1")
	if (from === 0) return Array.from(bytes, (byte) => characters[byte]).join("")
	return isAscii(bytes)
		? text
		: text.replace(/[\x80-\xff]/g, (character) => characters[character.charCodeAt(0) - from] ?? character)
}

/**
 * The text of `bytes`, and whether every byte of it decodes; where one does not, U+FFFD stands in its place.
 * UTF-16 of either order arrives here in little-endian order, see `readUnits`.
 */
export function decode(bytes: Uint8Array, encoding: Encoding): { readonly text: string; readonly intact: boolean } {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	if (encoding === "utf-8") {
		if (isAscii(buffer)) return { text: buffer.toString("latin1"), intact: true }
		if (!isUtf8(buffer)) return { text: buffer.toString("utf8"), intact: false }
		// Half the time of decoding it at once.
		return { text: transcode(buffer, "utf8", "utf16le").toString("utf16le"), intact: true }
	}
	if (encoding === "utf-16le" || encoding === "utf-16be") {
		const text = buffer.toString("utf16le")
		const whole = buffer.length % 2 === 0
		if (whole && !loneSurrogate.test(text)) return { text, intact: true }
		return { text: text.replace(/\p{Surrogate}/gu, "\ufffd") + (whole ? "" : "\ufffd"), intact: false }
	}
	const text = decodeSingleByte(buffer, codePage(encoding))
	return { text, intact: !text.includes("\ufffd") }
}

/** Names the first thing in `bytes` that does not decode: `The byte 0xE5`. */
export function firstUndecodable(bytes: Uint8Array, encoding: Encoding): string {
	if (encoding === "utf-16le" || encoding === "utf-16be") return "A half of a character"
	for (let start = 0; start < bytes.length; ) {
		const byte = bytes[start] ?? 0
		const length =
			byte < 0x80 ? 1 : [1, 2, 3, 4].find((size) => decode(bytes.subarray(start, start + size), encoding).intact)
		if (length === undefined) return `The byte 0x${byte.toString(16).toUpperCase()}`
		start += length
	}
	return "A byte"
}

/** A lone surrogate, which does not decode: what a last byte that is only half of a code unit becomes. */
const half = 0xd8

/**
 * `bytes` as code units, one array element each, for looking for delimiters and line ends. An odd last byte of UTF-16 is
 * a unit of its own, so that it belongs to a record and is told of.
 */
export function units(bytes: Uint8Array, encoding: Encoding): Units {
	if (encoding !== "utf-16le" && encoding !== "utf-16be")
		return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	if (bytes.byteLength % 2 === 0) return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
	return new Uint16Array(Uint8Array.from([...bytes, half]).buffer)
}
