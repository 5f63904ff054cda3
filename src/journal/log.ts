import { dirname } from "node:path"
import { type Disk, type DiskFile, hasCode, nodeDisk } from "./disk.ts"
import { genesis, maximum, payload } from "./frame.ts"
import { scan } from "./scan.ts"
import { failed, Writer } from "./writer.ts"

/** The log is damaged and good records stand behind the damage: it may be read, but not written. */
export class JournalDamaged extends Error {
	override readonly name = "JournalDamaged"
	constructor(
		readonly path: string,
		/** Bytes. */
		readonly offset: number,
		/** From 1. */
		readonly line: number,
		reason: string,
	) {
		super(`${path} is damaged in line ${line}, at byte ${offset}: ${reason}. It is kept as it is and only read.`)
	}
}

/** An append-only file of chained records that survives crashes. One writer at a time: hold its lock first. */
export interface Log<Record extends object> {
	/** What stood in the log when it was opened; may be read several times. */
	readonly records: AsyncIterable<Record>
	/** Where a torn end was set aside when the log was opened. */
	readonly torn?: string
	/**
	 * Appends and resolves when the record is durable. Records become durable in the order of the calls, those that wait
	 * in one write and sync. Rejects with `JournalFailed` when that failed; every later append then rejects too, and
	 * only opening the log again leads on.
	 */
	append(record: Record): Promise<void>
	/** Lets what was appended become durable and closes the file. */
	close(): Promise<void>
}

/**
 * Opens `<path>.log` to append to it; makes it, and its folder, when there is none.
 * A torn end, which was never acknowledged, is copied to `<path>.torn-<n>` and cut off.
 * Rejects with `JournalDamaged`, or with `JournalFailed` when the disk fails.
 */
export async function openLog<Record extends object>(path: string, disk: Disk = nodeDisk): Promise<Log<Record>> {
	const name = `${path}.log`
	try {
		const file = await openOrCreate(name, disk)
		try {
			const { size, hash, torn } = await recover(path, file, disk)
			const writer = new Writer(name, file, size, hash)
			return {
				records: { [Symbol.asyncIterator]: () => records<Record>(file, size) },
				...(torn === undefined ? {} : { torn }),
				append: (record) => writer.append(record),
				close: () => writer.close(),
			}
		} catch (error) {
			await file.close()
			throw error
		}
	} catch (error) {
		if (error instanceof JournalDamaged) throw error
		throw failed(`${name} could not be opened`, error)
	}
}

/**
 * Reads `<path>.log` without changing it; a torn end is left out. Rejects with `JournalDamaged` at damage,
 * but when `onDamage` is given goes on behind it. Other failures are those of the disk, such as `ENOENT`.
 */
export async function* readLog<Record extends object>(
	path: string,
	onDamage?: (damage: JournalDamaged) => void,
	disk: Disk = nodeDisk,
): AsyncGenerator<Record> {
	const name = `${path}.log`
	const file = await disk.open(name, "read")
	try {
		for await (const part of scan(file, await file.size())) {
			if (part.kind === "frame") yield JSON.parse(part.frame.json)
			if (part.kind === "damage") {
				const damage = new JournalDamaged(name, part.offset, part.line, part.reason)
				if (!onDamage) throw damage
				onDamage(damage)
			}
		}
	} finally {
		await file.close()
	}
}

async function openOrCreate(name: string, disk: Disk): Promise<DiskFile> {
	try {
		return await disk.open(name, "write")
	} catch (error) {
		if (!hasCode(error, "ENOENT")) throw error
	}
	await disk.makeFolder(dirname(name))
	return disk.open(name, "create")
}

/** Reads what `recover` has verified: whole lines. */
async function* records<Record>(file: DiskFile, size: number): AsyncGenerator<Record> {
	let rest: Buffer = Buffer.alloc(0)
	for (let position = 0; position < size; position += maximum) {
		const bytes = Buffer.concat([rest, await file.read(position, Math.min(maximum, size - position))])
		let start = 0
		for (let end = bytes.indexOf("\n"); end >= 0; end = bytes.indexOf("\n", start)) {
			yield JSON.parse(payload(bytes, start, end))
			start = end + 1
		}
		rest = bytes.subarray(start)
	}
}

/** Brings the file to its last whole record, durably. */
async function recover(path: string, file: DiskFile, disk: Disk) {
	const before = await file.size()
	let size = 0
	let hash = genesis
	let end = ""
	for await (const part of scan(file, before)) {
		if (part.kind === "damage") throw new JournalDamaged(`${path}.log`, part.offset, part.line, part.reason)
		if (part.kind === "torn") break
		size = part.end
		hash = part.frame.hash
		end = part.frame.open ? "\n" : ""
	}
	const torn = size < before ? await setAside(path, await file.read(size, before - size), disk) : undefined
	if (torn !== undefined) await file.truncate(size)
	// After a failed sync a system may show, and take for written, what never reached the disk: write the last group again.
	const start = Math.max(0, size - maximum)
	const tail = Buffer.concat([await file.read(start, size - start), Buffer.from(end)])
	await file.write(start, tail)
	await file.sync()
	await disk.syncFolder(dirname(path))
	return { size: start + tail.length, hash, torn }
}

async function setAside(path: string, bytes: Buffer, disk: Disk): Promise<string> {
	const [name, file] = await openAside(path, bytes, disk)
	try {
		await file.write(0, bytes)
		await file.sync()
	} finally {
		await file.close()
	}
	await disk.syncFolder(dirname(path))
	return name
}

/** A new file, or the one in which setting aside the same bytes was interrupted. */
async function openAside(path: string, bytes: Buffer, disk: Disk): Promise<[string, DiskFile]> {
	for (let n = 1; ; n++) {
		const name = `${path}.torn-${n}`
		try {
			return [name, await disk.open(name, "create")]
		} catch (error) {
			if (!hasCode(error, "EEXIST")) throw error
		}
		const file = await disk.open(name, "write")
		const held = await file.read(0, bytes.length + 1)
		if (held.equals(bytes.subarray(0, held.length))) return [name, file]
		await file.close()
	}
}
