import { dirname } from "node:path"
import { JournalDamaged } from "./damage.ts"
import { type Disk, type DiskFile, hasCode } from "./disk.ts"
import { current, type Format, firstLine } from "./format.ts"
import { maximum } from "./frame.ts"
import { expectKnownType, type Kind } from "./kind.ts"
import { scan } from "./scan.ts"
import type { Mark } from "./witness.ts"

/** A log that ends with a whole line, durably. */
export interface Recovered extends Mark {
	readonly format: Format
	readonly records: number
	/** Where a torn end was set aside. */
	readonly torn?: string
}

/**
 * Brings a log to its last whole record, durably, and gives one that is empty its first line.
 * Rejects with `JournalDamaged` or `NewerVersion`, having changed nothing.
 */
export async function recover<Record extends object>(
	path: string,
	file: DiskFile,
	kind: Kind<Record>,
	disk: Disk,
): Promise<Recovered> {
	const name = `${path}.log`
	const before = await file.size()
	let format: Format | undefined
	let [length, records, hash, end] = [0, 0, current.genesis, ""]
	for await (const part of scan(file, before, name)) {
		if (part.kind === "damage") throw new JournalDamaged(name, part.offset, part.line, part.reason)
		if (part.kind === "torn") break
		if (part.kind === "format") {
			format = part.format
			length = format.start
			hash = format.genesis
		} else {
			expectKnownType(kind, format?.version ?? 2, part.frame.json, name)
			length = part.end
			hash = part.frame.hash
			end = part.frame.open ? "\n" : ""
			records++
		}
	}
	const torn =
		format && length < before ? await setAside(path, await file.read(length, before - length), disk) : undefined
	if (length < before) await file.truncate(length)
	if (format === undefined) end = firstLine.toString()
	// After a failed sync a system may show, and take for written, what never reached the disk: write the last group again.
	const start = Math.max(0, length - maximum)
	const tail = Buffer.concat([await file.read(start, length - start), Buffer.from(end)])
	await file.write(start, tail)
	await file.sync()
	await disk.syncFolder(dirname(path))
	return {
		format: format ?? current,
		records,
		length: start + tail.length,
		hash,
		...(torn === undefined ? {} : { torn }),
	}
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
