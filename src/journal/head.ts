import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { crc32c } from "./crc32c.ts"
import { hasCode, syncFolderNow } from "./disk.ts"

/** More records than any journal has: a part of this one is missing, and stays missing. */
const lost = 999_999_999_999_999

/**
 * How many records of a journal were ever acknowledged, kept beside it in `<path>.head`: tells a journal that was cut
 * off, or replaced by an older copy, from one that simply ends there. Only its making is synced: a kill loses nothing of
 * it, and after a power failure it is older at the worst, which says less, and never anything wrong.
 */
export class Head {
	readonly #file: number
	/** As of opening; nothing when it was not there, or is not one. */
	readonly #before: number | undefined

	constructor(path: string) {
		const name = `${path}.head`
		this.#file = openOrMake(name)
		this.#before = read(readFileSync(this.#file, "latin1"))
		if (this.#before !== undefined) return
		this.write(0)
		fsyncSync(this.#file)
		syncFolderNow(dirname(name))
	}

	/** Whether records are missing from a journal that now has `count`; then it says so for ever after. */
	misses(count: number): boolean {
		const missing = this.#before === undefined ? count > 0 : count < this.#before
		if (missing) this.write(lost)
		return missing
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

function openOrMake(name: string): number {
	try {
		return openSync(name, "r+")
	} catch (error) {
		if (!hasCode(error, "ENOENT")) throw error
		return openSync(name, "wx+", 0o600)
	}
}

/** Of one length, so that it is overwritten as a whole; checked, as half of it may be of another time. */
function format(count: number): string {
	const digits = String(count).padStart(15, "0")
	return `${digits} ${crc32c(Buffer.from(digits))}\n`
}

function read(text: string): number | undefined {
	const count = Number.parseInt(text, 10)
	return Number.isSafeInteger(count) && text === format(count) ? count : undefined
}
