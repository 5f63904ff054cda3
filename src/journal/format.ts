import { Refusal } from "../customer/refusal.ts"
import { chain, genesis } from "./frame.ts"

/** How a log is written. */
export interface Format {
	readonly version: 1 | 2
	/** Bytes before the first record. */
	readonly start: number
	/** Lines before the first record. */
	readonly lines: number
	/** The `prev` of the first record. */
	readonly genesis: string
}

/** The log, or something in it, is of a later version of the program. */
export class NewerVersion extends Refusal {
	override readonly name = "NewerVersion"
	constructor(readonly path: string) {
		super(
			`${path} was made by a newer version of this program. Nothing was changed and nothing was sent: go on with that version.`,
		)
	}
}

/** The first line of a log. Version 0.1.0, whose logs begin with a digit, takes it for damage and leaves it alone. */
export const firstLine = Buffer.from("intergiro-import log 2\n")

export const former: Format = { version: 1, start: 0, lines: 0, genesis }
export const current: Format = { version: 2, start: firstLine.length, lines: 1, genesis: chain(firstLine) }

/** How many bytes of a log have to be known to tell its format. */
export const longestFirstLine = 32

/**
 * The format of a log; `unfinished` when a crash interrupted the making of its first line. What is no log counts as one of version 1,
 * where it is damage. Throws `NewerVersion`.
 * @param bytes the beginning of the log, to `longestFirstLine` or its end
 * @param size of the whole log, in bytes
 */
export function formatOf(bytes: Buffer, size: number, path: string): Format | "unfinished" {
	if (bytes.subarray(0, firstLine.length).equals(firstLine)) return current
	const [, version = "0"] = /^intergiro-import log ([1-9]\d{0,8})\n/.exec(bytes.toString("latin1")) ?? []
	if (Number(version) > current.version) throw new NewerVersion(path)
	return size <= firstLine.length && isTornFirstLine(bytes) ? "unfinished" : former
}

/** Blocks that never reached the disk may read as zeros. */
function isTornFirstLine(bytes: Buffer): boolean {
	let written = 0
	while (written < bytes.length && bytes[written] === firstLine[written]) written++
	return bytes.subarray(written).every((byte) => byte === 0)
}
