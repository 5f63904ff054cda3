import type { RowOutcome } from "../contract/outcome.ts"
import { linesOf } from "../disk/read.ts"
import type { FileCard } from "../run/file-cards.ts"
import type { AskedCard } from "./card-questions.ts"
import type { Checked } from "./checked.ts"
import type { DraftFile } from "./draft-file.ts"
import type { FollowUpLine } from "./follow-up-file.ts"

/** The name of the file with what the files for people were made of. */
export const rowsFile = "rows.jsonl"

/** One line of it: a customer that exists, or a row that does not. */
export interface RowRecord {
	readonly row: number
	/** Further rows that were joined into the customer. */
	readonly joined?: readonly number[]
	readonly number: string
	/** The row that it was first, as `run/row`, where an earlier run gave it back. */
	readonly origin?: string
	/** The other number for which a card token of the row was sent before, so that the row was not. */
	readonly sentFor?: string
	/** Nothing while the run has not come to it. */
	readonly outcome?: RowOutcome
	/** What is wrong with the row of a customer who exists all the same. */
	readonly note?: string
	/** What the look at the end came to, of a customer who exists. */
	readonly checked?: Checked
	/** What is known of the cards of the file, of a customer who was there before: others of its cards are no matter of the file. */
	readonly cards?: readonly FileCard[]
	/** Those that are there by a person's word alone. */
	readonly cardsSaid?: readonly AskedCard[]
	/** The cells of the file's own columns, where `results.csv` has them. */
	readonly own?: readonly string[]
	readonly followUp?: FollowUpLine
}

export function writeRecord(draft: DraftFile, record: RowRecord): Promise<void> {
	return draft.write(`${JSON.stringify(record)}\n`)
}

/** The lines of such a file, each a `RowRecord` in JSON. Rejects as the disk does. */
export function recordLines(path: string): AsyncIterable<string> {
	return linesOf(path)
}

const number = /"number":"((?:[^"\\]|\\.)*)"/

/** The customer number in such a line, as JSON writes it between its quotes; a line of somebody else is not read any further. */
export function numberInLine(line: string): string {
	// The first in every line is the customer's own.
	return number.exec(line)?.[1] ?? ""
}
