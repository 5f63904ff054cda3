import { createHash } from "node:crypto"
import { originOf } from "../contract/ports.ts"
import { hasCardNumber } from "../customer/card-number.ts"
import { isAtRisk, mayBecome } from "./spreadsheet.ts"

/** Which row of which run a row was, a check of the customer number that it was given back with, and cells as they were then. */
export interface ImportRun {
	readonly run: string
	readonly row: number
	readonly check: string
	/** The row that it was first, as `run/row`: this one, or that of an earlier run which gave it back to this one. */
	readonly origin: string
	/** What a spreadsheet may write otherwise, by the names of the columns. */
	readonly kept: ReadonlyMap<string, string>
}

/** What the names of runs on a sandbox begin with, in every file that comes out of one. */
export const sandboxMark = "sandbox-"

/** Whether a run was on a sandbox, by its name; those of version 0.1.0 do not say so. */
export function isOfSandbox(run: string): boolean {
	return run.startsWith(sandboxMark)
}

const form = /^([\w-]+)\/(\d{1,9})\/([0-9a-f]{4})(?:\/([\w-]+\/\d{1,9}))?(?:\?(.+))?$/

/**
 * The cell of `import_run`, as in `20261128123456-ab12cd/17/3f9a?Postnr=01067`: nothing that a spreadsheet executes, rounds or takes for a date.
 * @param mayExist the row was sent, and it is not known whether it exists; the check tells
 * @param cells by the names of their columns; those that a spreadsheet may change are kept
 * @param origin the row that it was first, where that was in an earlier run
 */
export function importRun(
	run: string,
	row: number,
	number: string,
	mayExist: boolean,
	cells: readonly (readonly [column: string, cell: string])[] = [],
	origin?: string,
): string {
	const kept = new URLSearchParams()
	for (const [column, cell] of cells) if (isAtRisk(cell)) kept.append(column, cell)
	// A phone may look like a card number where nobody knows that it is one.
	const query = kept.size > 0 && !hasCardNumber(String(kept)) ? `?${kept}` : ""
	const first = origin === undefined ? "" : `/${origin}`
	return `${run}/${row}/${checkOf({ run, row }, number, mayExist)}${first}${query}`
}

/** What such a cell says; nothing when it is none, or no whole one. */
export function readImportRun(cell: string): ImportRun | undefined {
	const [, run, row, check, origin, kept] = form.exec(cell.trim()) ?? []
	if (run === undefined || row === undefined || check === undefined) return undefined
	return {
		run,
		row: Number(row),
		check,
		origin: origin ?? originOf(run, Number(row)),
		kept: new Map(new URLSearchParams(kept)),
	}
}

/** `unreadable`: the cell is not what was written there, so that it cannot be told. */
export type NumberChange = "changed" | "unreadable"

/** Whether the customer number of a row is another than the one that it was given back with, by what its `import_run` says. */
export function numberChange(cell: string, number: string): NumberChange | undefined {
	if (cell.trim() === "") return undefined
	const was = readImportRun(cell)
	if (was === undefined) return "unreadable"
	return [false, true].some((mayExist) => checkOf(was, number, mayExist) === was.check) ? undefined : "changed"
}

/** Whether a row was given back as one that may exist, whatever was written over its other columns since. */
export function saysItMayExist(cell: string, number: string): boolean {
	const was = readImportRun(cell)
	return was !== undefined && checkOf(was, number, true) === was.check
}

/** The cells of a row that a spreadsheet may have changed since it was given back: as they were then, by the places of their columns. */
export function changedBySpreadsheet(
	cell: string,
	columns: readonly string[],
	cells: readonly string[],
): ReadonlyMap<number, string> {
	const { kept = new Map<string, string>() } = readImportRun(cell) ?? {}
	const found = new Map<number, string>()
	for (const [column, was] of kept) {
		const index = columns.indexOf(column)
		if (index >= 0 && mayBecome(was, cells[index] ?? "")) found.set(index, was)
	}
	return found
}

/** With run and row in it, so that a cell that was copied to another row is noticed too. */
function checkOf({ run, row }: Pick<ImportRun, "run" | "row">, number: string, mayExist: boolean): string {
	const what = `${run}/${row}/${mayExist ? "may exist" : ""}/${number}`
	return createHash("sha256").update(what).digest("hex").slice(0, 4)
}
