import type { Reading, ReadRow } from "../src/app/check/reading.ts"
import { cellsAsRead, rowsAsRead } from "../src/app/check/rows-as-read.ts"
import { readingOfRun } from "../src/app/run-reading.ts"
import { hashOf } from "../src/app/workbook/kept-sheet.ts"
import type { PastRun } from "./history.ts"
import { fileOf } from "./source.ts"

/** A run's file as that run reads it. */
export interface RunReader {
	readonly reading: Reading
	readonly rows: (wanted: ReadonlySet<number>) => Promise<ReadonlyMap<number, ReadRow>>
	readonly cells: () => AsyncIterable<Pick<ReadRow, "row" | "cells">>
}

/** Nothing where the file, or what says how it was read, is gone or is not what it was. */
export async function readerOf(past: PastRun): Promise<RunReader | undefined> {
	const run = await readingOfRun(past.reference.folder).catch(() => undefined)
	if (run === undefined) return undefined
	const { path } = fileOf(past, run.source)
	if ((await hashOf(path).catch(() => undefined)) !== past.sha256) return undefined
	const { reading } = run
	return { reading, rows: (wanted) => rowsAsRead(path, reading, wanted), cells: () => cellsAsRead(path, reading) }
}
