import { dirname } from "node:path"
import { convert } from "./convert.ts"
import { JournalDamaged } from "./damage.ts"
import { type Disk, type DiskFile, nodeDisk, openOrMake } from "./disk.ts"
import { current, NewerVersion } from "./format.ts"
import { Head, isTruncated, readHead } from "./head.ts"
import { type Kind, parseRecord } from "./kind.ts"
import { lines } from "./lines.ts"
import { recover } from "./recover.ts"
import { scan } from "./scan.ts"
import { goesThrough, type Mark } from "./witness.ts"
import { failed, Writer } from "./writer.ts"

export { JournalDamaged }

/** An append-only file of chained records that survives crashes. One writer at a time: hold its lock first. */
export interface Log<Record extends object> {
	/** What stood in the log when it was opened; may be read several times. */
	readonly records: AsyncIterable<Record>
	/** Where a torn end was set aside when the log was opened. */
	readonly torn?: string
	/**
	 * Records that were acknowledged are missing, by the log's head or by what another log remembers of it. Stays so, whatever is
	 * appended and however often it is opened, until `heal`.
	 */
	readonly truncated: boolean
	/** The requests that left in the session that wrote the log last, as its head had them when it was opened. */
	readonly sent: number
	/**
	 * Appends and resolves when the record is durable. Records become durable in the order of the calls, those that wait
	 * in one write and sync. Rejects with `JournalFailed` when that failed; every later append then rejects too, and
	 * only opening the log again leads on.
	 */
	append(record: Record): Promise<void>
	/** How far the log is durable. */
	witness(): Mark
	/** Whether what is there begins with what somebody remembers of it. */
	holds(mark: Mark): Promise<boolean>
	/** A part of it is missing, by what another log remembers. Durable. */
	lose(): Promise<void>
	/** What is missing does not matter any more, as everything was listed. Durable. */
	heal(): Promise<void>
	/** Keeps in the head how many requests left. Throws when it cannot be written. */
	note(sent: number): void
	/** Lets what was appended become durable and closes the file. */
	close(): Promise<void>
}

/**
 * Opens `<path>.log` to append to it; makes it, and its folder, when there is none. One of version 1 is written anew in today's form.
 * A torn end, which was never acknowledged, is copied to `<path>.torn-<n>` and cut off.
 * Rejects with `JournalDamaged`, with `NewerVersion`, or with `JournalFailed` when the disk fails.
 */
export async function openLog<Record extends object>(
	path: string,
	kind: Kind<Record>,
	disk: Disk = nodeDisk,
): Promise<Log<Record>> {
	const name = `${path}.log`
	try {
		let file = await openInFolder(name, disk)
		let head: Head | undefined
		try {
			const recovered = await recover(path, file, kind, disk)
			const { format, records, torn } = recovered
			head = await Head.open(path, disk)
			const opened = head
			const sent = head.before?.sent ?? 0
			const missing = await isTruncated(head.before, {
				version: format.version,
				records,
				headless: kind.headless,
				holds: (mark) => goesThrough(file, recovered.length, mark),
			})
			const begin = ({ length, hash }: Mark) => opened.begin({ records, length, hash, sent }, missing, disk)
			let end: Mark = recovered
			if (format.version === current.version) await begin(end)
			else {
				end = await convert(name, file, recovered, kind, begin, disk)
				file = await disk.open(name, "write")
			}
			const { length, hash } = end
			const writer = new Writer(name, file, head, { records, length, hash, sent })
			return {
				records: { [Symbol.asyncIterator]: () => parsed(kind, file, length, name) },
				...(torn === undefined ? {} : { torn }),
				get truncated() {
					return opened.truncated
				},
				sent,
				append: (record) => writer.append(record),
				witness: () => ({ length: writer.progress.length, hash: writer.progress.hash }),
				holds: (mark) => goesThrough(file, writer.progress.length, mark),
				lose: () => opened.begin(writer.progress, true, disk),
				heal: () => opened.begin(writer.progress, false, disk),
				note: (count) => writer.note(count),
				close: () => writer.close(),
			}
		} catch (error) {
			await file.close().catch(() => undefined)
			await head?.close()
			throw error
		}
	} catch (error) {
		if (error instanceof JournalDamaged || error instanceof NewerVersion) throw error
		throw failed(`${name} could not be opened`, error)
	}
}

/**
 * Reads `<path>.log` without changing it; a torn end is left out. Rejects with `NewerVersion`, and with `JournalDamaged` at damage,
 * but when `onDamage` is given goes on behind it. Other failures are those of the disk, such as `ENOENT`.
 * @param remembered what another log remembers of it
 * @returns where it ends, and whether anything is missing of what its head and `remembered` say
 */
export async function* readLog<Record extends object>(
	path: string,
	kind: Kind<Record>,
	onDamage?: (damage: JournalDamaged) => void,
	disk: Disk = nodeDisk,
	remembered?: Mark,
): AsyncGenerator<Record, ReadEnd> {
	const name = `${path}.log`
	const file = await disk.open(name, "read")
	try {
		let version: 1 | 2 = current.version
		let records = 0
		let end: Mark = { length: 0, hash: current.genesis }
		for await (const part of scan(file, await file.size(), name)) {
			if (part.kind === "format") {
				version = part.format.version
				end = { length: part.format.start, hash: part.format.genesis }
			} else if (part.kind === "frame") {
				yield parseRecord(kind, version, part.frame.json, name)
				records++
				end = { length: part.frame.open ? part.end + 1 : part.end, hash: part.frame.hash }
			} else if (part.kind === "damage") {
				const damage = new JournalDamaged(name, part.offset, part.line, part.reason)
				if (!onDamage) throw damage
				onDamage(damage)
			}
		}
		const holds = (mark: Mark) => goesThrough(file, end.length, mark)
		const head = await readHead(path, disk)
		const short = await isTruncated(head, { version, records, headless: kind.headless, holds })
		const truncated = short || (remembered !== undefined && !(await holds(remembered)))
		return { truncated, sent: head?.sent ?? 0, end }
	} finally {
		await file.close()
	}
}

/** What is known of a log that was read to its end. */
export interface ReadEnd {
	/** Acknowledged records are missing. */
	readonly truncated: boolean
	/** As of a `Log`. */
	readonly sent: number
	readonly end: Mark
}

async function openInFolder(name: string, disk: Disk): Promise<DiskFile> {
	await disk.makeFolder(dirname(name))
	return openOrMake(name, disk)
}

async function* parsed<Record extends object>(
	kind: Kind<Record>,
	file: DiskFile,
	length: number,
	name: string,
): AsyncGenerator<Record> {
	for await (const json of lines(file, current.start, length)) yield parseRecord(kind, current.version, json, name)
}
