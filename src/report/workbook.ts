import { writeXlsxStream } from "hucre/xlsx"
import { readRows } from "../csv/rows.ts"
import { neutralize, restore } from "../csv/writer.ts"
import { openAnew, writeAll } from "../disk/make.ts"
import { openFile } from "../disk/open.ts"

/** As wide as most numbers, names and ids, in characters. */
const width = 20

/** A text that the format itself would read as an escaped character. */
const escaped = /_(?=x[0-9A-Fa-f]{4}_)/g

/** Writes records as an Excel workbook of text cells, so that no zero is lost and nothing is executed. The first one is the header. */
export async function writeWorkbook(path: string, records: AsyncIterable<readonly string[]>): Promise<void> {
	const rows = records[Symbol.asyncIterator]()
	const first = await rows.next()
	const header: readonly string[] = first.done ? [] : first.value
	const columns = header.map((name) => ({ header: textOf(name), width, style: { numFmt: "@" } }))
	const rest = { [Symbol.asyncIterator]: () => ({ next: async () => cellsOf(await rows.next()) }) }
	const workbook = writeXlsxStream(rest, { name: "Import", columns, freezePane: { rows: 1 } })
	const handle = await openAnew(path)
	try {
		await writeAll(handle, chunksOf(workbook.getReader()))
		await handle.sync()
	} finally {
		await handle.close()
	}
}

/** The records of a CSV file that a run wrote. A workbook executes no text, so that nothing has to be guarded. */
export async function* recordsOf(path: string, delimiter: "," | ";" | "\t" | "|"): AsyncGenerator<readonly string[]> {
	const handle = await openFile(path, "read")
	const { buffer } = await handle.read(Buffer.alloc(3), 0, 3, 0).finally(() => handle.close())
	const bom = buffer.equals(Buffer.from("\uFEFF")) ? 3 : 0
	const layout = { encoding: "utf-8", bom, delimiter, escape: '"', headerRow: 0, columns: [] } as const
	for await (const rows of readRows(path, layout)) for (const { cells } of rows) yield cells.map(unguarded)
}

/** Saved as CSV and run again, an apostrophe is taken off: one that a cell had itself needs another before it. */
function unguarded(cell: string): string {
	const value = restore(cell)
	return restore(value) === value ? value : neutralize(value)
}

interface Reader {
	read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
	cancel(): Promise<void>
}

/** One by one, so that memory does not grow with the rows. */
async function* chunksOf(reader: Reader): AsyncGenerator<Uint8Array> {
	try {
		for (;;) {
			const { value, done } = await reader.read()
			if (done) return
			if (value) yield value
		}
	} finally {
		await reader.cancel()
	}
}

function cellsOf({ value, done }: IteratorResult<readonly string[], unknown>): IteratorResult<string[], undefined> {
	return done ? { value: undefined, done: true } : { value: value.map(textOf), done: false }
}

function textOf(cell: string): string {
	return cell.replace(escaped, "_x005F_")
}
