import { join } from "node:path"
import { crc32c } from "./crc32c.ts"
import { type Disk, type DiskFile, hasCode, nodeDisk, openOrMake } from "./disk.ts"

/** An attempt, as it stands in the notes. */
export function sentKey(number: string, attempt: number): string {
	return `${attempt} ${JSON.stringify(number)}`
}

/** The notes of what left in a session: written before the bytes leave and not synced, so that they are worth something only while the machine stays up. */
export class SentNotes {
	#count = 0

	private constructor(
		private readonly file: DiskFile,
		private position: number,
		private previous: string,
	) {}

	/**
	 * Begins new notes in a run folder, in place of those of the session before.
	 * @param boot of the machine
	 * @param session a name that no session had
	 */
	static async begin(folder: string, boot: string, session: string, disk: Disk = nodeDisk): Promise<SentNotes> {
		const file = await openOrMake(pathIn(folder), disk)
		try {
			await file.truncate(0)
			const line = headLine(boot, session)
			file.writeNow(0, Buffer.from(line))
			return new SentNotes(file, line.length, line)
		} catch (error) {
			await file.close()
			throw error
		}
	}

	/** Notes an attempt; returns how many there are now. Throws when it cannot be written. */
	add(number: string, attempt: number): number {
		const line = checked(sentKey(number, attempt), this.previous)
		const bytes = Buffer.from(line)
		this.file.writeNow(this.position, bytes)
		this.position += bytes.length
		this.previous = line
		this.#count += 1
		return this.#count
	}

	close(): Promise<void> {
		return this.file.close()
	}
}

/** What left in a session, by `sentKey`; nothing where there are no notes of this session and this boot, or they are not whole. */
export async function readSentNotes(
	folder: string,
	boot: string,
	session: string,
	disk: Disk = nodeDisk,
): Promise<ReadonlySet<string> | undefined> {
	let text: string
	try {
		const file = await disk.open(pathIn(folder), "read")
		text = (await file.read(0, await file.size()).finally(() => file.close())).toString()
	} catch (error) {
		if (hasCode(error, "ENOENT")) return undefined
		throw error
	}
	const [head, ...notes] = text.split(/(?<=\n)/)
	if (head !== headLine(boot, session)) return undefined
	const sent = new Set<string>()
	let previous = head
	for (const note of notes) {
		const key = note.slice(0, -lengthOfCheck)
		if (note !== checked(key, previous)) return undefined
		sent.add(key)
		previous = note
	}
	return sent
}

const lengthOfCheck = 1 + 8 + 1

function pathIn(folder: string): string {
	return join(folder, "journal.sent")
}

function headLine(boot: string, session: string): string {
	return checked(`intergiro-import sent 2 ${boot} ${session}`, "")
}

/** A line with its checksum, which covers that of the line before it, so that none can be taken out or moved. */
function checked(text: string, previous: string): string {
	return `${text} ${crc32c(Buffer.from(`${previous.slice(-lengthOfCheck)}${text}`))}\n`
}
