import { createHash } from "node:crypto"

/** Which row of which run a row was, and a check of the customer number that it was given back with. */
export interface ImportRun {
	readonly run: string
	readonly row: number
	readonly check: string
}

const form = /^([\w-]+)\/(\d{1,9})\/([0-9a-f]{4})$/

/** The cell of `import_run`, as in `20261128123456-ab12cd/17/3f9a`: nothing that a spreadsheet executes, rounds or takes for a date. */
export function importRun(run: string, row: number, number: string): string {
	return `${run}/${row}/${checkOf(run, row, number)}`
}

/** What such a cell says; nothing when it is none, or no whole one. */
export function readImportRun(cell: string): ImportRun | undefined {
	const [, run, row, check] = form.exec(cell.trim()) ?? []
	return run === undefined || row === undefined || check === undefined ? undefined : { run, row: Number(row), check }
}

/** Whether a row has another customer number than the one that it was given back with, by what its `import_run` says. */
export function hasOtherNumber(cell: string, number: string): boolean {
	if (cell.trim() === "") return false
	const was = readImportRun(cell)
	return was === undefined || checkOf(was.run, was.row, number) !== was.check
}

/** With run and row in it, so that a cell that was copied to another row is noticed too. */
function checkOf(run: string, row: number, number: string): string {
	return createHash("sha256").update(`${run}/${row}/${number}`).digest("hex").slice(0, 4)
}
