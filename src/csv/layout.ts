import { inCommands } from "../customer/command-words.ts"
import { Refusal } from "../customer/refusal.ts"
import type { Sentences } from "../customer/sentences.ts"

export const encodings = [
	"utf-8",
	"utf-16le",
	"utf-16be",
	"windows-1252",
	"iso-8859-1",
	"iso-8859-15",
	"macintosh",
	"cp437",
	"cp850",
	"cp852",
	"cp865",
	"windows-1250",
	"windows-1251",
	"windows-1254",
	"windows-1257",
	"iso-8859-2",
	"sen-850200-b",
	"sen-850200-c",
	"din-66003",
] as const

export type Encoding = (typeof encodings)[number]

export function isEncoding(name: string): name is Encoding {
	return encodings.some((encoding) => encoding === name)
}

/** How the bytes of a file become rows. Plain JSON: it is kept in the journal, so that a run reads its file the same way again. */
export interface Layout {
	readonly encoding: Encoding
	/** Bytes before the first character: the byte order mark. */
	readonly bom: number
	readonly delimiter: "," | ";" | "\t" | "|"
	readonly escape: '"' | "\\"
	/** Row of the header as a spreadsheet numbers it; 0 when there is none (columns are then named by their position). */
	readonly headerRow: number
	/** One name for each column, as the file has it; made unique and never empty. */
	readonly columns: readonly string[]
	/** Empty cells that rows may have behind their columns: as many as the header or every row has. Absent in version 0.1.0: any. */
	readonly surplus?: number
	/** The opening and the closing mark around cells, where it is not the straight double quote. No cell has line breaks then. */
	readonly quote?: string
}

/** One record of the file. */
export interface Row {
	/** As a spreadsheet numbers it: records, not lines; the first of the file is 1. */
	readonly row: number
	readonly cells: readonly string[]
	/** What is wrong with the record itself: too few or too many cells, an unclosed quote, a byte that does not decode. */
	readonly problems?: readonly RowProblem[] | undefined
}

export interface RowProblem {
	readonly code: string
	readonly message: string
	readonly tip: Sentences
}

/** The file as a whole cannot be read; nothing of it is used. */
export class UnreadableFile extends Refusal {
	override readonly name = "UnreadableFile"
	constructor(
		readonly code: string,
		told: Sentences,
		/** What to do about it. */
		readonly tip: Sentences,
		/** As a spreadsheet numbers it, where one row is to blame. */
		readonly row?: number,
	) {
		super(told)
	}

	override get explanation(): string {
		const place = this.row === undefined ? "" : `Row ${this.row}: `
		return `${place}${this.message} ${inCommands(this.tip)}`
	}
}
