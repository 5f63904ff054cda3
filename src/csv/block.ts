import type { FileHandle } from "node:fs/promises"
import { openFile } from "../disk/open.ts"
import { units } from "./decode.ts"
import { type Encoding, type Layout, UnreadableFile } from "./layout.ts"
import { maximumRecord } from "./problem.ts"
import { type LineEnd, RecordScanner } from "./scan.ts"

/** Some whole records of the file, as bytes of a buffer of their own, so that it can be transferred to a worker. */
export interface Block {
	readonly bytes: Uint8Array<ArrayBuffer>
	/** Where it begins in the file, in bytes. */
	readonly offset: number
	/** Its first record, as a spreadsheet numbers it. */
	readonly row: number
	/** How many records it has, blank ones included. */
	readonly rows: number
	/** How all of its records end. */
	readonly lineEnd: "\n" | "\r\n" | "\r" | "mixed"
}

/** What of a layout decides where records end. */
export type Dialect = Pick<Layout, "encoding" | "delimiter" | "escape" | "quote">

/**
 * Bytes read at a time. A text of more than 128 KB, which this is at two bytes a letter, V8 gives memory of its own that has to be mapped for it:
 * to decode a larger block takes ten times as long a byte.
 */
const readSize = 60 * 1024
/** Records of a block. Usual rows come nowhere near; of a megabyte of rows of a letter each, all would be kept apart at once. */
const mostRecords = 16_384
/** Each is a block by itself, which takes a hundred times as long as a row does; a file with more of them is quoted in another way. */
const mostUnclosed = 10_000

/** Fills `buffer` from `start` on with bytes of the file from `position` on. Less than asked only at the end of the file. */
export async function fill(file: FileHandle, buffer: Uint8Array, start: number, position: number): Promise<number> {
	let filled = start
	while (filled < buffer.length) {
		const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled - start)
		if (bytesRead === 0) break
		filled += bytesRead
	}
	return filled - start
}

/** Puts big-endian UTF-16 into the order of everything else here. */
export function toNativeOrder(bytes: Uint8Array, encoding: Encoding): void {
	if (encoding === "utf-16be") Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~1).swap16()
}

function summarize(seen: ReadonlySet<LineEnd>): Block["lineEnd"] {
	const ends = [...seen].filter((end) => end !== "none")
	return ends.length > 1 ? "mixed" : (ends[0] ?? "\n")
}

/** Takes whole records off the beginning of `bytes`: `most` of them at the most, or up to one whose quote never closes. */
export function takeRecords(
	bytes: Uint8Array<ArrayBuffer>,
	dialect: Dialect,
	final: boolean,
	most = Number.POSITIVE_INFINITY,
): { readonly length: number; readonly rows: number; readonly lineEnd: Block["lineEnd"]; readonly unclosed: boolean } {
	const view = units(bytes, dialect.encoding)
	const scanner = new RecordScanner(dialect, view, final)
	const ends = new Set<LineEnd>()
	let rows = 0
	let end = 0
	while (end < view.length && rows < most) {
		const next = scanner.next(end)
		if (next < 0) break
		ends.add(scanner.lineEnd)
		rows++
		end = next
		if (scanner.unclosed) break
	}
	const last = final && end === view.length
	const length = last ? bytes.length : end * view.BYTES_PER_ELEMENT
	return { length, rows, lineEnd: summarize(ends), unclosed: scanner.unclosed }
}

export interface CutOptions {
	readonly signal?: AbortSignal | undefined
	/** Bytes read at a time, and so the most that a block has unless one record is longer. */
	readonly blockSize?: number | undefined
	/** Called with every byte of the file once, in order. */
	readonly onBytes?: ((bytes: Uint8Array) => void) | undefined
}

function refuseLong(length: number, row: number): void {
	if (length <= maximumRecord) return
	throw new UnreadableFile(
		"row.too-long",
		`Row ${row} is longer than ${maximumRecord / 1024 / 1024} MB.`,
		"Look for a missing line end or an unclosed quote, or whether this is a CSV file at all.",
		row,
	)
}

function refuseUnclosed(row: number): never {
	throw new UnreadableFile(
		"row.unclosed-quotes",
		`In ${mostUnclosed.toLocaleString("en")} rows up to this one a quote opens that is never closed.`,
		"The quotes of this file mean something else. Export it again with a quote before and behind each cell that needs it, or with none.",
		row,
	)
}

/**
 * Cuts a file into blocks at record boundaries, in order; memory does not grow with the file.
 * Throws `UnreadableFile` at a record that is too long to be one, and where too many have a quote that never closes.
 */
export async function* cutBlocks(
	path: string,
	layout: Dialect & Pick<Layout, "bom">,
	options: CutOptions = {},
): AsyncGenerator<Block, void> {
	const file = await openFile(path, "named")
	try {
		// Even, so that no code unit of UTF-16 is cut in two.
		let buffer = new Uint8Array(2 * Math.ceil(Math.max(options.blockSize ?? readSize, layout.bom) / 2))
		let offset = layout.bom
		let row = 1
		let rest = 0
		let unclosed = 0
		options.onBytes?.(buffer.subarray(0, await fill(file, buffer.subarray(0, layout.bom), 0, 0)))
		for (let final = false; !final; ) {
			options.signal?.throwIfAborted()
			refuseLong(rest, row)
			if (rest * 2 > buffer.length) {
				const larger = new Uint8Array(buffer.length * 2)
				larger.set(buffer.subarray(0, rest))
				buffer = larger
			}
			const length = rest + (await fill(file, buffer, rest, offset + rest))
			final = length < buffer.length
			const fresh = buffer.subarray(rest, length)
			options.onBytes?.(fresh)
			toNativeOrder(fresh, layout.encoding)
			let taken = 0
			while (taken < length) {
				const records = takeRecords(buffer.subarray(taken, length), layout, final, mostRecords)
				if (records.length === 0) break
				if (records.rows === 1) refuseLong(records.length, row)
				if (records.unclosed && ++unclosed > mostUnclosed) refuseUnclosed(row + records.rows - 1)
				const bytes = buffer.slice(taken, taken + records.length)
				yield { bytes, offset, row, rows: records.rows, lineEnd: records.lineEnd }
				taken += records.length
				offset += records.length
				row += records.rows
			}
			buffer.copyWithin(0, taken, length)
			rest = length - taken
		}
	} finally {
		await file.close()
	}
}
