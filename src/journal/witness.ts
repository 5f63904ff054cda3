import type { Witness } from "../contract/record.ts"
import type { DiskFile } from "./disk.ts"
import { chain, genesis, maximum } from "./frame.ts"

/** A place in a log where a line ends: how many bytes it is from the beginning, and the hash that chains the next line to it. */
export type Mark = Omit<Witness, "instance">

const newline = 0x0a

/**
 * Whether a log, whose chain is known to be whole up to `size` bytes, goes through a mark: whoever made the mark saw a beginning of
 * what is there now.
 */
export async function goesThrough(file: DiskFile, size: number, { length, hash }: Mark): Promise<boolean> {
	if (length === 0) return hash === genesis
	if (length > size) return false
	const start = Math.max(0, length - maximum)
	const bytes = await file.read(start, length - start)
	if (bytes.at(-1) !== newline) return false
	return chain(bytes.subarray(bytes.subarray(0, -1).lastIndexOf(newline) + 1)) === hash
}
