import { indicesOf } from "../../customer/columns/mapping.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding, quoted } from "../../customer/finding-codes.ts"
import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

interface Holder {
	readonly position: number
	readonly row: number
	readonly number: string
}

/**
 * E-mail addresses that were mended into one that another customer has, by the positions of the mended rows: whoever types is in the wrong row
 * before long. What the file itself has twice may be a family. Of the file only the parts are read that hold such an address. Rejects with
 * `UnreadableFile` or the signal's reason.
 */
export async function findMendedEmails(
	index: RowIndex,
	reading: Reading,
	signal?: AbortSignal,
): Promise<ReadonlyMap<number, readonly Finding[]>> {
	const { layout, mapping, edits } = reading
	const indices = indicesOf(mapping, layout.columns, "email")
	const columns = new Set(indices.map((at) => layout.columns[at]))
	const mended = edits?.cells.filter(({ column, value }) => columns.has(column) && value.includes("@")) ?? []
	if (mended.length === 0) return new Map()
	const wanted = new Set(mended.map(({ value }) => keyOf(value)))
	const rows = new Set(edits?.cells.map(({ row }) => row))
	const skipped = new Set(edits?.skipped)
	const numbers = indicesOf(mapping, layout.columns, "number")
	const textOf = (cells: readonly string[], some: readonly number[]) =>
		some.map((at) => cells[at]?.trim() ?? "").find((text) => text !== "") ?? ""
	const holders = new Map<string, Holder[]>()
	const read = cellReader(reading)
	const encoding = layout.encoding.startsWith("utf-16") ? "utf16le" : "utf8"
	const texts = [...new Set(mended.flatMap(({ value }) => [value.trim(), keyOf(value)]))]
	const needles = texts.map((text) => Buffer.from(text, encoding))
	const edited = new Set(index.blocksOf(rows))
	let which = 0
	for await (const { block, position } of index.read(0, index.rows)) {
		signal?.throwIfAborted()
		const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength)
		if (!edited.has(which++) && !needles.some((needle) => bytes.includes(needle))) continue
		for (const [offset, { row, cells }] of read(block).entries()) {
			const email = keyOf(textOf(cells, indices))
			if (!wanted.has(email) || skipped.has(row)) continue
			const holder = { position: position + offset, row, number: textOf(cells, numbers) }
			holders.set(email, [...(holders.get(email) ?? []), holder])
		}
	}
	const found = new Map<number, readonly Finding[]>()
	for (const { row, column, value } of mended) {
		const all = holders.get(keyOf(value)) ?? []
		const own = all.find((one) => one.row === row)
		const other = all.find((one) => one.row !== row && one.number !== own?.number)
		if (own === undefined || other === undefined) continue
		const detail = `${quoted(value)}, which row ${other.row} has`
		found.set(own.position, [finding("email.of-another", row, { column, field: "email", detail })])
	}
	return found
}

function keyOf(email: string): string {
	return email.trim().toLowerCase()
}
