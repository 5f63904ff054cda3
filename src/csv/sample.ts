import { isAscii } from "node:buffer"
import type { FileHandle } from "node:fs/promises"
import { openFile } from "../disk/open.ts"
import { certainEncoding, type DetectedEncoding, encodingOf } from "./encoding.ts"
import { HighWords } from "./high-words.ts"

export interface Sample {
	readonly beginning: Uint8Array<ArrayBuffer>
	/** The beginning is all of the file. */
	readonly whole: boolean
	readonly encoding: DetectedEncoding
	/** The whole file is ASCII. */
	readonly ascii: boolean
}

const sampleSize = 256 * 1024
const chunkSize = 4 * 1024 * 1024

async function read(file: FileHandle, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(length)
	const { bytesRead } = await file.read(bytes, 0, length, position)
	return bytes.subarray(0, bytesRead)
}

/** Where the first byte above ASCII is, from `start` on. */
async function findHigh(file: FileHandle, start: number): Promise<number | undefined> {
	for (let position = start; ; position += chunkSize) {
		const bytes = await read(file, position, chunkSize)
		if (bytes.length === 0) return undefined
		if (!isAscii(bytes)) return position + bytes.findIndex((byte) => byte >= 0x80)
	}
}

/** Where no encoding is certain, the words of the whole file tell: what comes first in it may not be what most of it is. */
async function byWords(file: FileHandle, start: number): Promise<DetectedEncoding> {
	const words = new HighWords()
	for (let position = start; words.wanting; position += chunkSize) {
		const bytes = await read(file, position, chunkSize)
		if (bytes.length === 0) break
		words.add(bytes)
	}
	return encodingOf(words.words)
}

/** The beginning of a file, and the encoding that its bytes above ASCII tell, wherever the first of them is. */
export async function readSample(path: string): Promise<Sample> {
	const file = await openFile(path, "named")
	try {
		const { size } = await file.stat()
		const beginning = await read(file, 0, Math.min(sampleSize, size))
		const whole = beginning.length === size
		const first = certainEncoding(beginning)
		if (first === undefined) return { beginning, whole, encoding: await byWords(file, 0), ascii: false }
		if (first.bom > 0 || !isAscii(beginning)) return { beginning, whole, encoding: first, ascii: false }
		const high = whole ? undefined : await findHigh(file, beginning.length)
		if (high === undefined) return { beginning, whole, encoding: first, ascii: true }
		// From the ASCII before it on, so that what follows is not taken for a byte order mark.
		const telling = await read(file, high - 1, sampleSize)
		const encoding = certainEncoding(telling) ?? (await byWords(file, high - Math.min(high, 100)))
		return { beginning, whole, encoding, ascii: false }
	} finally {
		await file.close()
	}
}
