import { hash } from "node:crypto"
import { crc32c } from "./crc32c.ts"

/**
 * A line of a log: `length crc32c json\n`. `length` counts the bytes of the JSON, which begins with the hash of the line
 * before it, so that nobody can take a line out or change one unseen: `sed -n 41p journal.log | sha256sum` begins with
 * the `prev` of line 42.
 */
export interface Frame {
	/** The JSON without its `prev`. */
	readonly json: string
	readonly previous: string
	/** What the `prev` of the next line has to be. */
	readonly hash: string
	/** Position after the line. */
	readonly end: number
	/** The line break is missing, as only a crash in the middle of the last line can explain. */
	readonly open: boolean
}

/** Bytes; also the most that is ever written in one go, and so the most that one crash can tear. */
export const maximum = 1 << 20
/** The `prev` of the first line. */
export const genesis = "0".repeat(32)
const marker = '{"prev":"'
const newline = 0x0a
const header = /^([1-9]\d{0,6}) ([0-9a-f]{8}) \{"prev":"([0-9a-f]{32})",/
const checksumLength = 8
const headerLength = 7 + 1 + checksumLength + 1 + marker.length + genesis.length + 2

/** Frames a record, an object of at least one field. Throws a `RangeError` when it is too long. */
export function encode(record: object, previous: string): Buffer {
	const json = `${marker}${previous}",${JSON.stringify(record).slice(1)}`
	const length = Buffer.byteLength(json)
	const begin = String(length).length + 1 + checksumLength + 1
	const line = Buffer.allocUnsafe(begin + length + 1)
	if (line.length > maximum) throw new RangeError(`a record of ${line.length} bytes is too long for a log`)
	// Written once, and what is before it when its checksum is known.
	line.write(json, begin)
	line.write(`${length} ${crc32c(line.subarray(begin, begin + length))} `, 0, "latin1")
	line[begin + length] = newline
	return line
}

/** The hash that chains the next line to this one: 128 bits of the SHA-256 of the line with its line break. */
export function chain(line: Uint8Array): string {
	return hash("sha256", line, "hex").slice(0, genesis.length)
}

/** The frame at `start`, when one begins there and is whole. The bytes have to reach to its end or the end of the file. */
export function decode(bytes: Buffer, start: number): Frame | undefined {
	const match = header.exec(bytes.toString("latin1", start, start + headerLength))
	if (!match) return undefined
	const [, length = "", checksum = "", previous = ""] = match
	const begin = start + length.length + checksum.length + 2
	const end = begin + Number(length)
	if (end > bytes.length || crc32c(bytes.subarray(begin, end)) !== checksum) return undefined
	const open = bytes[end] !== newline
	const line = open ? Buffer.concat([bytes.subarray(start, end), Buffer.of(newline)]) : bytes.subarray(start, end + 1)
	return {
		json: payload(bytes, start, end),
		previous,
		hash: chain(line),
		end: open ? end : end + 1,
		open,
	}
}

/** The JSON without its `prev`, of a line known to be whole, without its line break. */
export function payload(bytes: Buffer, start: number, end: number): string {
	const begin = bytes.indexOf(marker, start) + marker.length + genesis.length + 2
	return `{${bytes.toString("utf8", begin, end)}`
}

/** Where the next whole frame begins, at or after `from`. Looks at every position, as a line break may be damaged too. */
export function find(bytes: Buffer, from: number): number | undefined {
	for (let at = bytes.indexOf(marker, from); at >= 0; at = bytes.indexOf(marker, at + 1))
		for (let digits = 7; digits > 0; digits--) {
			const start = at - 10 - digits
			if (start >= from && decode(bytes, start)) return start
		}
	return undefined
}
