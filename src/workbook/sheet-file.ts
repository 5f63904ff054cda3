import type { FileHandle } from "node:fs/promises"
import { formatRow } from "../csv/writer.ts"
import { openAnew } from "../disk/make.ts"
import { tooLarge } from "./refuse.ts"
import type { SheetReader } from "./sheet.ts"

/** Cells of a sheet at most, empty ones between others included. */
const mostCells = 60_000_000
/** What a sheet claims beyond this is not believed until it is seen. */
const mostClaimed = 256
const blockLength = 1 << 20

/**
 * A sheet as CSV: UTF-8 with its mark, commas, all rows equally wide, and a record for each row up to the last one that has something in
 * it, so that rows keep their numbers.
 */
export class SheetFile implements SheetReader {
	/** The last row that has something in it, and how many columns have. */
	rows = 0
	columns = 0
	#block = "\uFEFF"
	#isUneven = false

	private constructor(
		private readonly handle: FileHandle,
		private width: number,
	) {}

	/** @param width columns, where they are known */
	static async open(path: string, width: number): Promise<SheetFile> {
		return new SheetFile(await openAnew(path), width)
	}

	/** Whether every row was written as wide as the widest. */
	get isEven(): boolean {
		return !this.#isUneven && this.width === this.columns
	}

	claimed(columns: number): void {
		if (this.width === 0 && columns <= mostClaimed) this.width = columns
	}

	row(row: number, cells: readonly (string | undefined)[]): void {
		this.columns = Math.max(this.columns, cells.length)
		if (cells.length > this.width) {
			this.#isUneven = this.rows > 0
			this.width = cells.length
		}
		if (row * this.width > mostCells)
			throw tooLarge(
				`row ${row.toLocaleString("en")} and ${this.width.toLocaleString("en")} columns are more cells than any file of customers has`,
			)
		const commas = ",".repeat(this.width - 1)
		for (let empty = this.rows + 1; empty < row; empty++) this.#block += `${commas}\n`
		// Holes are empty cells.
		const filled = Array.from(cells, (cell) => cell ?? "")
		this.#block += `${formatRow(filled, ",")}${commas.slice(0, this.width - cells.length)}\n`
		this.rows = row
	}

	/** What was written so far goes to the disk once there is enough of it. */
	read(): Promise<void> | undefined {
		return this.#block.length >= blockLength ? this.#flush() : undefined
	}

	async close(): Promise<void> {
		try {
			await this.#flush()
		} finally {
			await this.handle.close()
		}
	}

	async #flush(): Promise<void> {
		const block = this.#block
		this.#block = ""
		await this.handle.appendFile(block)
	}
}
