import { createHash } from "node:crypto"
import { formsBefore } from "./spreadsheet-forms.ts"

/** Which row of which run a row was, and a check of the customer number that it was given back with. */
export interface ImportRun {
	readonly run: string
	readonly row: number
	readonly check: string
}

/** What the names of runs on a sandbox begin with, in every file that comes out of one. */
export const sandboxMark = "sandbox-"

/** Whether a run was on a sandbox, by its name; those of version 0.1.0 do not say so. */
export function isOfSandbox(run: string): boolean {
	return run.startsWith(sandboxMark)
}

const form = /^([\w-]+)\/(\d{1,9})\/([0-9a-f]{4})$/

/**
 * The cell of `import_run`, as in `20261128123456-ab12cd/17/3f9a`: nothing that a spreadsheet executes, rounds or takes for a date.
 * @param mayExist the row was sent, and it is not known whether it exists; the check tells
 */
export function importRun(run: string, row: number, number: string, mayExist: boolean): string {
	return `${run}/${row}/${checkOf({ run, row }, number, mayExist)}`
}

/** What such a cell says; nothing when it is none, or no whole one. */
export function readImportRun(cell: string): ImportRun | undefined {
	const [, run, row, check] = form.exec(cell.trim()) ?? []
	return run === undefined || row === undefined || check === undefined ? undefined : { run, row: Number(row), check }
}

/**
 * `by-spreadsheet`: nobody meant it; it was taken for a number and written otherwise, or digits after the fifteenth were rounded.
 * `unreadable`: the cell is not what was written there, so that it cannot be told.
 */
export type NumberChange = "by-person" | "by-spreadsheet" | "unreadable"

/** How the customer number of a row differs from the one that it was given back with, by what its `import_run` says. */
export function numberChange(cell: string, number: string): NumberChange | undefined {
	if (cell.trim() === "") return undefined
	const was = readImportRun(cell)
	if (was === undefined) return "unreadable"
	const isIt = (one: string) => [false, true].some((may) => checkOf(was, one, may) === was.check)
	if (isIt(number)) return undefined
	return rounded.test(number) || formsBefore(number).some(isIt) ? "by-spreadsheet" : "by-person"
}

/** Whether a row was given back as one that may exist, whatever was written over its other columns since. */
export function saysItMayExist(cell: string, number: string): boolean {
	const was = readImportRun(cell)
	return was !== undefined && checkOf(was, number, true) === was.check
}

const rounded = /^\d{15}0+$/

/** With run and row in it, so that a cell that was copied to another row is noticed too. */
function checkOf({ run, row }: Omit<ImportRun, "check">, number: string, mayExist: boolean): string {
	const what = `${run}/${row}/${mayExist ? "may exist" : ""}/${number}`
	return createHash("sha256").update(what).digest("hex").slice(0, 4)
}
