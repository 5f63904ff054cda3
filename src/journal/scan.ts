import type { DiskFile } from "./disk.ts"
import { type Format, formatOf, longestFirstLine } from "./format.ts"
import { decode, type Frame, find, maximum } from "./frame.ts"

/** What stands in a log, in order. Offsets and ends in bytes, lines from 1. */
export type Scanned =
	/** First of all; not where a crash interrupted the making of the log: then nothing else follows. */
	| { readonly kind: "format"; readonly format: Format }
	| { readonly kind: "frame"; readonly frame: Frame; readonly offset: number; readonly end: number }
	/** Bytes that are no record, or a record that does not continue the one before, with good records after. */
	| { readonly kind: "damage"; readonly offset: number; readonly line: number; readonly reason: string }
	/** No record from here to the end of the file, as a crash leaves it: never acknowledged. */
	| { readonly kind: "torn"; readonly offset: number }

/** Blocks that never reached the disk may read as zeros. */
const startOfFrame = /[1-9\0]/

/** Reads a log up to `size` bytes. Goes on behind damage. Rejects with `NewerVersion`. */
export async function* scan(file: DiskFile, size: number, path: string): AsyncGenerator<Scanned> {
	let bytes = await file.read(0, Math.min(2 * maximum, size))
	const format = formatOf(bytes.subarray(0, longestFirstLine), size, path)
	if (format === "unfinished") return
	yield { kind: "format", format }
	let base = 0
	let offset = format.start
	let line = format.lines + 1
	let previous: string | undefined = format.genesis
	let open = false
	while (offset < size) {
		if (offset + maximum > base + bytes.length && base + bytes.length < size) {
			base = offset
			bytes = await file.read(base, Math.min(2 * maximum, size - base))
		}
		const frame = decode(bytes, offset - base)
		if (frame) {
			if (open) yield { kind: "damage", offset, line, reason: "a line break is missing" }
			else if (previous !== undefined && frame.previous !== previous)
				yield { kind: "damage", offset, line, reason: "the record does not continue the one before it" }
			const end = base + frame.end
			yield { kind: "frame", frame, offset, end }
			previous = frame.hash
			open = frame.open
			offset = end
			line++
		} else {
			const next = await search(file, offset + 1, size)
			if (next === undefined) {
				const foreign = offset === 0 && !startOfFrame.test(bytes.toString("latin1", 0, 1))
				if (foreign) yield { kind: "damage", offset, line, reason: "it is no log" }
				else if (size - offset > maximum)
					yield { kind: "damage", offset, line, reason: "what follows is no record, and more than a crash can tear" }
				else yield { kind: "torn", offset }
				return
			}
			yield { kind: "damage", offset, line, reason: `${next - offset} bytes are no record` }
			previous = undefined
			open = false
			offset = next
			line++
		}
	}
}

async function search(file: DiskFile, from: number, size: number): Promise<number | undefined> {
	for (let base = from; base < size; base += maximum) {
		const found = find(await file.read(base, Math.min(2 * maximum, size - base)), 0)
		if (found !== undefined) return base + found
	}
	return undefined
}
