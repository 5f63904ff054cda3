import type { Sentences } from "./sentences.ts"

/** `error`: the row is not sent. `warning`: it is, and someone should look. `note`: a value was cleaned, and how. */
export type Severity = "error" | "warning" | "note"

/** What a check says of a row. Card numbers in it are masked, always. */
export interface Finding {
	/** As a spreadsheet numbers it: the header is row 1. */
	readonly row: number
	/** Header of the column, where one is to blame. */
	readonly column?: string
	/** Our name of the field, where one is to blame. */
	readonly field?: string
	/** Stable, for example `email.invalid`; `docs/findings.md` lists them all. */
	readonly code: string
	readonly severity: Severity
	/** What is wrong, with the value where it helps. */
	readonly message: string
	/** What to do about it. */
	readonly tip: Sentences
}

/** Findings of rows, by their positions among the data rows. */
export type FindingsByPosition = ReadonlyMap<number, readonly Finding[]>
