import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs"
import { crc32c } from "./crc32c.ts"

/**
 * How many records of a journal were ever acknowledged, kept beside it in `<path>.head`: tells a journal that was cut
 * off, or replaced by an older copy, from one that simply ends there. It is not synced: a kill loses nothing of it, and
 * after a power failure it is older at the worst, which says less, and never anything wrong.
 */
export class Head {
	readonly #file: number
	/** As of opening; 0 when nothing is known. */
	readonly count: number

	constructor(path: string) {
		const name = `${path}.head`
		this.#file = openSync(name, constants.O_RDWR | constants.O_CREAT, 0o600)
		this.count = read(readFileSync(this.#file, "latin1"))
	}

	write(count: number): void {
		try {
			writeSync(this.#file, format(count), 0)
		} catch {
			// An older head is as good as none: the journal itself is what counts, and it has been written.
		}
	}

	close(): void {
		closeSync(this.#file)
	}
}

/** Of one length, so that it is overwritten as a whole; checked, as half of it may be of another time. */
function format(count: number): string {
	const digits = String(count).padStart(15, "0")
	return `${digits} ${crc32c(Buffer.from(digits))}\n`
}

function read(text: string): number {
	const count = Number.parseInt(text, 10)
	return Number.isSafeInteger(count) && text === format(count) ? count : 0
}
