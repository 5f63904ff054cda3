import { createHash } from "node:crypto"
import type { FileHandle } from "node:fs/promises"
import { crc32 } from "node:zlib"
import { type Entry, fromFdPromise, type ZipFile } from "yauzl"
import { openFile } from "../disk/open.ts"
import { damaged, tooLarge } from "./refuse.ts"

const megabyte = 1024 * 1024

/** Files in an archive at most: a workbook has a few for each sheet. */
const mostEntries = 10_000
/** Bytes of one part when it is inflated, at most: a million rows with a dozen columns have less than half of it. */
const largestPart = 2_048 * megabyte
/** A part that is larger than this and grows by more than so many times is nothing but repetition: sheets grow 5 to 40 times. */
const unsuspicious = 64 * megabyte
const mostGrowth = 200

/** A ZIP archive that was found to be no bomb by what it says of its parts; while they are read they are held to it. */
export class Archive {
	private constructor(
		private readonly file: FileHandle,
		private readonly zip: ZipFile,
		private readonly entries: ReadonlyMap<string, Entry>,
	) {}

	/** Rejects with `UnreadableFile`, or as the disk does. */
	static async open(path: string): Promise<Archive> {
		const file = await openFile(path, "named")
		try {
			const zip = await fromFdPromise(file.fd, { autoClose: false }).catch((error) => {
				throw damaged(`its archive is damaged (${reasonOf(error)})`)
			})
			return new Archive(file, zip, await entriesOf(zip))
		} catch (error) {
			await file.close()
			throw error
		}
	}

	/** Bytes, and lower-case hexadecimal SHA-256: of the very file that is read, also where another one took its name meanwhile. */
	async identity(): Promise<{ readonly size: number; readonly sha256: string }> {
		const hash = createHash("sha256")
		const bytes = this.file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 })
		for await (const chunk of bytes) hash.update(chunk)
		return { size: this.zip.fileSize, sha256: hash.digest("hex") }
	}

	get names(): readonly string[] {
		return [...this.entries.values()].map(({ fileName }) => fileName)
	}

	has(name: string): boolean {
		return this.entries.has(keyOf(name))
	}

	/** Bytes of a part when it is inflated. */
	size(name: string): number {
		return this.entries.get(keyOf(name))?.uncompressedSize ?? 0
	}

	/**
	 * The inflated bytes of a part: as many as were announced, and with the checksum that the archive has of them, or reading them to
	 * their end fails. Rejects with `UnreadableFile`.
	 */
	async *read(name: string): AsyncGenerator<Buffer> {
		const entry = this.entries.get(keyOf(name))
		if (entry === undefined) throw damaged(`its part ${name} is missing`)
		let sum = 0
		try {
			const stream = await this.zip.openReadStreamPromise(entry)
			for await (const chunk of stream as AsyncIterable<Buffer>) {
				sum = crc32(chunk, sum)
				yield chunk
			}
		} catch (error) {
			throw damaged(`its part ${name} is damaged (${reasonOf(error)})`)
		}
		if (sum !== entry.crc32) throw damaged(`its part ${name} is damaged (its checksum is another one)`)
	}

	async close(): Promise<void> {
		await this.file.close()
	}
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
	if (zip.entryCount > mostEntries) throw tooLarge(`its archive has ${zip.entryCount.toLocaleString("en")} files in it`)
	const entries = new Map<string, Entry>()
	let compressed = 0
	try {
		for await (const entry of zip.eachEntry()) {
			compressed += entry.compressedSize
			refuseBomb(entry)
			if (entries.has(keyOf(entry.fileName))) throw damaged(`its part ${entry.fileName} is there twice`)
			entries.set(keyOf(entry.fileName), entry)
		}
	} catch (error) {
		throw isOurs(error) ? error : damaged(`its archive is damaged (${reasonOf(error)})`)
	}
	if (compressed > zip.fileSize) throw tooLarge("parts of its archive lie on one another, as in a bomb")
	return entries
}

function refuseBomb({ fileName, compressedSize, uncompressedSize }: Entry): void {
	if (uncompressedSize > largestPart)
		throw tooLarge(`${fileName} in it would be ${(uncompressedSize / 1024 / megabyte).toFixed(1)} GB`)
	if (uncompressedSize > unsuspicious && uncompressedSize > compressedSize * mostGrowth)
		throw tooLarge(
			`${fileName} in it would grow ${Math.floor(uncompressedSize / Math.max(1, compressedSize))} times, as in a bomb`,
		)
}

/** Names of parts are the same in capitals and without. */
function keyOf(name: string): string {
	return name.toLowerCase()
}

function isOurs(error: unknown): boolean {
	return error instanceof Error && error.name === "UnreadableFile"
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message.replace(/[.]$/, "") : String(error)
}
