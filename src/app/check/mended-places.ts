import { createHash } from "node:crypto"
import * as z from "zod"
import { indicesOf } from "../../customer/columns/mapping.ts"
import type { CheckedFile } from "./checked-file.ts"
import { cellReader, type Edits } from "./reading.ts"

/** Where something was mended, by hashes of what stood there before: so that it is found again in a file that changed. */
export const placeSchema = z.object({
	row: z.number(),
	/** The customer number; empty where the row has none. */
	number: z.string(),
	/** All cells of the row. */
	whole: z.string(),
	/** What stood in each column. */
	cells: z.record(z.string(), z.string()),
})

export type Place = z.infer<typeof placeSchema>

/** What of the mends of a file holds for another one that it became. */
export interface Followed {
	readonly edits: Edits
	/** What does not fit any more, where it was: in words. */
	readonly lost: readonly string[]
}

/** The rows of a file in which something was mended, as the file itself has them. Rejects when it cannot be read any more. */
export async function placesOf(checked: CheckedFile, { cells, skipped, kept = [], confirmed = [] }: Edits) {
	const rows = new Set([...cells.map(({ row }) => row), ...skipped, ...kept, ...confirmed])
	const { index } = checked.parts.judged
	const places: Place[] = []
	const read = placeReader(checked, ({ row }) => rows.has(row))
	for await (const { block } of index.readBlocks(index.blocksOf(rows))) places.push(...read(block))
	return places
}

/**
 * Finds in a file what was mended in another one. A cell is mended where its row has the customer number of then and it has its old value; a
 * row is left out that has the number, and is right by a person's word only while all of it is the same. Rejects as reading does.
 */
export async function followMends(checked: CheckedFile, edits: Edits, places: readonly Place[]): Promise<Followed> {
	const wanted = new Set(places.flatMap(({ number, whole }) => [number, whole]))
	const found = new Map<string, Place[]>()
	const { index } = checked.parts.judged
	const read = placeReader(checked, ({ number, whole }) => wanted.has(number) || wanted.has(whole))
	for await (const { block } of index.read(0, checked.rows, () => true))
		for (const place of read(block))
			for (const key of new Set([place.number, place.whole]))
				if (key !== "" && wanted.has(key)) found.set(key, [...(found.get(key) ?? []), place])
	const byRow = new Map(places.map((place) => [place.row, place]))
	const rowNow = (row: number): { readonly before: Place; readonly now: Place } | undefined => {
		const before = byRow.get(row)
		if (before === undefined) return undefined
		const now = only(found.get(before.whole), row) ?? only(found.get(before.number), row)
		return now && { before, now }
	}
	const lost: string[] = []
	const cells = edits.cells.flatMap((cell) => {
		const place = rowNow(cell.row)
		const isSame = place && place.now.cells[cell.column] === place.before.cells[cell.column]
		if (place && isSame && place.now.cells[cell.column] !== undefined) return [{ ...cell, row: place.now.row }]
		lost.push(`row ${cell.row}, ${cell.column}`)
		return []
	})
	const rows = (list: readonly number[] = [], what: string, isWhole: boolean) =>
		list.flatMap((row) => {
			const place = rowNow(row)
			if (place && (!isWhole || place.now.whole === place.before.whole)) return [place.now.row]
			lost.push(`row ${row}, ${what}`)
			return []
		})
	const skipped = rows(edits.skipped, "left out", false).sort((a, b) => a - b)
	const kept = rows(edits.kept, "said to be right", true).sort((a, b) => a - b)
	const confirmed = rows(edits.confirmed, "whose number was confirmed", true).sort((a, b) => a - b)
	return { edits: { cells, skipped, kept, confirmed }, lost: [...new Set(lost)] }
}

/** One of several is the one that stands where it stood. */
function only(places: readonly Place[] = [], row: number): Place | undefined {
	return places.length === 1 ? places[0] : places.find((one) => one.row === row)
}

function placeReader({ reading }: CheckedFile, isWanted: (place: Omit<Place, "cells">) => boolean) {
	const { columns } = reading.layout
	const numbers = indicesOf(reading.mapping, columns, "number")
	const read = cellReader({ ...reading, edits: undefined })
	return (block: Parameters<typeof read>[0]): Place[] =>
		read(block).flatMap(({ row, cells }) => {
			const text = numbers.map((index) => cells[index]?.trim() ?? "").find((one) => one !== "")
			const number = text === undefined ? "" : hash(`number ${text}`)
			const place = { row, number, whole: hash(JSON.stringify(cells)) }
			if (!isWanted(place)) return []
			return [
				{ ...place, cells: Object.fromEntries(columns.map((column, index) => [column, hash(cells[index] ?? "")])) },
			]
		})
}

function hash(text: string): string {
	return createHash("sha256").update(text).digest("base64url").slice(0, 22)
}
