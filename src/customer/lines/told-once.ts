import type { FindingCode } from "../finding-codes.ts"

/** What is said of a column, or of a value that stands in it, once: at the first row that has it. */
export interface ToldOnce {
	readonly code: FindingCode
	/** The place of the column. */
	readonly index: number
	/** As a spreadsheet counts them. */
	readonly row: number
	readonly detail: string
}
