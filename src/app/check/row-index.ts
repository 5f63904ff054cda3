import type { FileHandle } from "node:fs/promises"
import { crc32 } from "node:zlib"
import { type Block, fill, toNativeOrder } from "../../csv/block.ts"
import { type Layout, UnreadableFile } from "../../csv/layout.ts"
import { openFile } from "../../disk/open.ts"

interface IndexedBlock extends Omit<Block, "bytes"> {
	readonly length: number
	/** Of the bytes as they were checked. */
	readonly checksum: number
	/** How many data rows of the file come before it. */
	readonly position: number
	/** How many data rows it has. */
	readonly count: number
}

/** A block read again, and where its data rows stand among all of the file's, counted from 0. */
export interface PositionedBlock {
	readonly block: Block
	readonly position: number
}

function changed(): UnreadableFile {
	return new UnreadableFile(
		"file.changed",
		"The file has changed since it was checked.",
		"Leave the file alone during an import; check it again to import it as it is now.",
	)
}

/** CRC-32 of the bytes of a block. */
export function checksumOf(bytes: Uint8Array): number {
	return crc32(bytes)
}

/**
 * Where the blocks of a file begin, so that any data row is found without reading the file from the start. Every block
 * read again is compared with what it was: a file that changed since it was indexed is refused, never half used.
 */
export class RowIndex {
	/** Data rows of the file. */
	rows = 0
	readonly path: string
	readonly #encoding: Layout["encoding"]
	readonly #blocks: IndexedBlock[] = []

	constructor(path: string, encoding: Layout["encoding"]) {
		this.path = path
		this.#encoding = encoding
	}

	/** Blocks are added in the order of the file. */
	add(block: Omit<IndexedBlock, "position">): void {
		this.#blocks.push({ ...block, position: this.rows })
		this.rows += block.count
	}

	/**
	 * The blocks with data rows at `from` ≤ position < `to` that `wanted` takes, in order.
	 * Throws `UnreadableFile` (`file.changed`) at the first that is not as it was.
	 */
	async *read(
		from = 0,
		to = this.rows,
		wanted: (first: number, end: number) => boolean = () => true,
	): AsyncGenerator<PositionedBlock, void> {
		const file = await openFile(this.path, "named")
		try {
			const last = this.#blocks.at(-1)
			const { size } = await file.stat()
			if (last !== undefined && size !== last.offset + last.length) throw changed()
			for (
				let index = this.#search(({ position, count }) => position + count <= from);
				index < this.#blocks.length;
				index++
			) {
				const indexed = this.#blocks[index]
				if (indexed === undefined || indexed.position >= to) return
				const { position, count } = indexed
				if (count > 0 && wanted(position, position + count))
					yield { block: await this.#readBlock(file, indexed), position }
			}
		} finally {
			await file.close()
		}
	}

	/** Which blocks hold these records, as a spreadsheet numbers them; ascending. */
	blocksOf(rows: Iterable<number>): readonly number[] {
		const found = new Set<number>()
		for (const row of rows) found.add(this.#search((block) => block.row + block.rows <= row))
		return [...found].filter((which) => which < this.#blocks.length).sort((a, b) => a - b)
	}

	/** These blocks, in their order. Throws as `read` does. */
	async *readBlocks(blocks: readonly number[]): AsyncGenerator<PositionedBlock & { readonly which: number }, void> {
		const file = await openFile(this.path, "named")
		try {
			for (const which of blocks) {
				const indexed = this.#blocks[which]
				if (indexed) yield { block: await this.#readBlock(file, indexed), position: indexed.position, which }
			}
		} finally {
			await file.close()
		}
	}

	/** Index of the first block that is not before what is searched for. */
	#search(isBefore: (block: IndexedBlock) => boolean): number {
		let low = 0
		let high = this.#blocks.length
		while (low < high) {
			const middle = (low + high) >>> 1
			const block = this.#blocks[middle]
			if (block !== undefined && isBefore(block)) low = middle + 1
			else high = middle
		}
		return low
	}

	async #readBlock(file: FileHandle, { offset, length, row, rows, lineEnd, checksum }: IndexedBlock): Promise<Block> {
		const bytes = new Uint8Array(length)
		const read = await fill(file, bytes, 0, offset)
		toNativeOrder(bytes, this.#encoding)
		if (read < length || checksumOf(bytes) !== checksum) throw changed()
		return { bytes, offset, row, rows, lineEnd }
	}
}
