import { dirname } from "node:path"
import { crc32c } from "./crc32c.ts"
import { type Disk, type DiskFile, openOrMake } from "./disk.ts"
import { genesis } from "./frame.ts"
import type { Mark } from "./witness.ts"

/** How far a log is: its records, where they end, and how many requests were noted to leave in the session that writes it. */
export interface Progress extends Mark {
	readonly records: number
	readonly sent: number
}

/** What a head says; version 1 knew the number of records only. */
type Remembered = { readonly records: number; readonly sent: number; readonly mark?: Mark }

/** More records than any log has: a part of this one is missing, until everything was listed. */
const lost = 999_999_999_999_999
const longest = 128

/**
 * How far a log ever was, kept beside it in `<path>.head`: tells a log that was cut off, or replaced by an older copy, from one that
 * simply ends there. It is overwritten in place and not synced: a kill loses nothing of it, and after a power failure it is older at
 * the worst, which says less, and never anything wrong.
 */
export class Head {
	#lost = false
	#text: string

	private constructor(
		private readonly file: DiskFile,
		private readonly folder: string,
		text: string,
	) {
		this.#text = text
	}

	/** Opens the head of a log, and makes an empty one when there is none. */
	static async open(path: string, disk: Disk): Promise<Head> {
		const name = `${path}.head`
		const file = await openOrMake(name, disk)
		return new Head(file, dirname(name), (await file.read(0, longest)).toString("latin1"))
	}

	/** What it said when it was opened; nothing when it was not there, or is not one. */
	get before(): Remembered | undefined {
		return read(this.#text)
	}

	/** Whether the log misses something, as of the last `begin`. */
	get truncated(): boolean {
		return this.#lost
	}

	/** Writes down how far the log is, durably; and when a part of it is missing, that and nothing else until the next `begin`. */
	async begin(progress: Progress, isTruncated: boolean, disk: Disk): Promise<void> {
		this.#lost = isTruncated
		const text = isTruncated ? format({ ...progress, records: lost }) : format(progress)
		// Its name is durable before anything is in it: where nothing is, that may not have come to its end.
		if (this.before === undefined) await disk.syncFolder(this.folder)
		// What it said before may have been longer, or of another version.
		if (this.#text.length > text.length) await this.file.truncate(0)
		// Also where it says so already: what a killed process wrote can be seen, and need not be durable.
		this.file.writeNow(0, Buffer.from(text))
		this.#text = text
		await this.file.sync()
	}

	/** Throws when it cannot be written. */
	write(progress: Progress): void {
		if (!this.#lost) this.file.writeNow(0, Buffer.from(format(progress)))
	}

	close(): Promise<void> {
		return this.file.close()
	}
}

/** What a head says that is only read; nothing when it is not there, cannot be read, or is not one. */
export async function readHead(path: string, disk: Disk): Promise<Remembered | undefined> {
	try {
		const file = await disk.open(`${path}.head`, "read")
		try {
			return read((await file.read(0, longest)).toString("latin1"))
		} finally {
			await file.close()
		}
	} catch {
		return undefined
	}
}

/**
 * Whether records are missing from a log.
 * @param log what is there now
 * @param headless logs of its version were kept without a head
 */
export async function isTruncated(
	head: Remembered | undefined,
	log: {
		readonly version: 1 | 2
		readonly records: number
		readonly headless: boolean
		holds(mark: Mark): Promise<boolean>
	},
): Promise<boolean> {
	if (head === undefined) return log.records > 0 && !(log.headless && log.version === 1)
	if (head.records > log.records) return true
	// A log of version 1 beside a head of version 2 was being written anew: its lines are to be others.
	return head.mark !== undefined && log.version === 2 && !(await log.holds(head.mark))
}

/** Of one length, so that it is overwritten as a whole; checked, as anyone may change it. */
function format({ records, length, hash, sent }: Progress): string {
	const text = `2 ${digits(records)} ${digits(length)} ${hash} ${digits(sent)}`
	return `${text} ${crc32c(Buffer.from(text))}\n`
}

function digits(value: number): string {
	return String(value).padStart(15, "0")
}

function read(text: string): Remembered | undefined {
	const [, records, length, hash = genesis, sent] = /^2 (\d{15}) (\d{15}) ([0-9a-f]{32}) (\d{15}) /.exec(text) ?? []
	if (records !== undefined) {
		const mark = { length: Number(length), hash }
		const progress = { records: Number(records), sent: Number(sent), ...mark }
		return text === format(progress) ? { records: progress.records, sent: progress.sent, mark } : undefined
	}
	const count = text.slice(0, 15)
	const isFormer = /^\d{15}$/.test(count) && text === `${count} ${crc32c(Buffer.from(count))}\n`
	return isFormer ? { records: Number(count), sent: 0 } : undefined
}
