import { type FileHandle, rename, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { formatRow, neutralize } from "../csv/writer.ts"
import { type Content, expectNoDevice, openAnew, syncFolder, takePlace, writeAll } from "../disk/make.ts"
import { chunksOf } from "../disk/read.ts"

const byteOrderMark = "\uFEFF"
const blockLength = 1 << 17

/** Whether a text has a character beyond ASCII. */
function beyondAscii(text: string): boolean {
	// Two bytes or more in UTF-8: counting bytes is several times faster than a regular expression.
	return Buffer.byteLength(text) !== text.length
}

/** Every path that is written to on the way to the file: its own, the temporary one, and that without its mark. */
export function draftPaths(path: string): readonly [path: string, temporary: string, unmarked: string] {
	const temporary = join(dirname(path), `.${basename(path)}.partial`)
	return [path, temporary, `${temporary}.unmarked`]
}

/** A file that stays under a temporary name beside its final one until it is complete and on the disk. */
export class DraftFile {
	readonly #path: string
	readonly #temporary: string
	readonly #unmarked: string
	#handle: FileHandle
	#block = ""
	#marked = false
	#needsMark = false

	private constructor([path, temporary, unmarked]: ReturnType<typeof draftPaths>, handle: FileHandle) {
		this.#path = path
		this.#temporary = temporary
		this.#unmarked = unmarked
		this.#handle = handle
	}

	/**
	 * `mark`: begin with a byte order mark whatever follows. Without it, one is put there when a character beyond ASCII
	 * was written: spreadsheets need it then, and everything else is better off without. `"never"` is for other formats.
	 */
	static async open(path: string, mark: boolean | "never" = false): Promise<DraftFile> {
		const paths = draftPaths(path)
		const draft = new DraftFile(paths, await openAnew(paths[1]))
		if (mark === true) draft.#block = byteOrderMark
		draft.#marked = mark !== false
		return draft
	}

	/** A small file at once, or the bytes of another one: as `make` does. */
	static save(path: string, content: Content): Promise<void> {
		return DraftFile.make(path, "never", (draft) => writeAll(draft.#handle, content))
	}

	/** A file by itself, whole and on the disk when resolved. Rejects as the disk or `write` does; what was there is there then. */
	static async make(path: string, mark: boolean | "never", write: (draft: DraftFile) => Promise<void>): Promise<void> {
		await expectNoDevice(path)
		const draft = await DraftFile.open(path, mark)
		try {
			await write(draft)
			await draft.finish()
			await draft.publish()
			await syncFolder(dirname(path))
		} catch (error) {
			await draft.discard()
			throw error
		}
	}

	async write(text: string): Promise<void> {
		this.#block += text
		if (this.#block.length >= blockLength) await this.#flush()
	}

	/** One record of CSV, with no cell that a spreadsheet would execute. */
	writeRow(cells: readonly string[], delimiter: string): Promise<void> {
		return this.write(`${formatRow(cells.map(neutralize), delimiter)}\n`)
	}

	/** Puts everything on the disk, still under the temporary name. */
	async finish(): Promise<void> {
		await this.#flush()
		if (this.#needsMark && !this.#marked) await this.#copyMarked()
		await this.#handle.sync()
		await this.#handle.close()
	}

	/** Takes the place of the file of before. The folder has to be synced by the caller. */
	async publish(): Promise<void> {
		await takePlace(this.#temporary, this.#path)
	}

	/** Removes what was written; never fails. */
	async discard(): Promise<void> {
		await this.#handle.close().catch(() => undefined)
		for (const path of [this.#temporary, this.#unmarked]) await rm(path, { force: true }).catch(() => undefined)
	}

	async #flush(): Promise<void> {
		const block = this.#block
		this.#block = ""
		this.#needsMark ||= beyondAscii(block)
		await this.#handle.appendFile(block)
	}

	async #copyMarked(): Promise<void> {
		await this.#handle.close()
		await rename(this.#temporary, this.#unmarked)
		this.#handle = await openAnew(this.#temporary)
		await this.#handle.appendFile(byteOrderMark)
		for await (const chunk of chunksOf(this.#unmarked)) await this.#handle.appendFile(chunk)
		await rm(this.#unmarked)
	}
}
