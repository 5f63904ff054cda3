import { dirname } from "node:path"
import { type Disk, type DiskFile, openOrMake } from "./disk.ts"
import { current, firstLine } from "./format.ts"
import { chain, encode, maximum } from "./frame.ts"
import { type Kind, parseRecord } from "./kind.ts"
import { lines } from "./lines.ts"
import type { Recovered } from "./recover.ts"
import type { Mark } from "./witness.ts"

/**
 * Writes a log of version 1 anew in today's form and puts it in its place. Whatever interrupts it, the one or the other is there, whole.
 * @param file the log, recovered; it is closed
 * @param ready called when the new one is durable and not yet in place
 */
export async function convert<Record extends object>(
	name: string,
	file: DiskFile,
	{ length }: Recovered,
	kind: Kind<Record>,
	ready: (end: Mark) => Promise<void>,
	disk: Disk,
): Promise<Mark> {
	const draft = `${name}.draft`
	const end = await writeAnew(name, file, length, kind, await openOrMake(draft, disk))
	await ready(end)
	await file.close()
	await disk.rename(draft, name)
	await disk.syncFolder(dirname(name))
	return end
}

async function writeAnew<Record extends object>(
	name: string,
	former: DiskFile,
	size: number,
	kind: Kind<Record>,
	draft: DiskFile,
): Promise<Mark> {
	try {
		await draft.truncate(0)
		let block: Buffer[] = [firstLine]
		let [written, length, hash] = [0, firstLine.length, current.genesis]
		const flush = async () => {
			await draft.write(written, Buffer.concat(block))
			block = []
			written = length
		}
		for await (const json of lines(former, 0, size)) {
			const line = encode(parseRecord(kind, 1, json, name), hash)
			block.push(line)
			length += line.length
			hash = chain(line)
			if (length - written >= maximum) await flush()
		}
		await flush()
		await draft.sync()
		return { length, hash }
	} finally {
		await draft.close()
	}
}
