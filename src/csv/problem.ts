import { told } from "../customer/sentences.ts"
import type { RowProblem } from "./layout.ts"

/** No cell may be longer than this, in characters: what Python's own reader allows. */
export const maximumCell = 131_072

/** No record may be longer than this, in bytes: without line ends a file would have to be held in memory whole. */
export const maximumRecord = 4 * 1024 * 1024

/** What can be wrong with a record itself. Each is an error: a record that is not read for certain is not sent. */
export const problem = {
	tooFewCells: (cells: number, columns: number): RowProblem => ({
		code: "row.too-few-cells",
		message: `The row has ${cells} ${cells === 1 ? "cell" : "cells"}, the file has ${columns} columns.`,
		tip: "Look for a line break in the middle of the row, a missing delimiter, or a footer below the data.",
	}),
	tooManyCells: (cells: number, columns: number): RowProblem => ({
		code: "row.too-many-cells",
		message: `The row has ${cells} cells, the file has ${columns} columns.`,
		tip: told`Put quotes around the cell that contains the delimiter, give every column a name in the header, or choose another delimiter${{ way: "choose-delimiter" }}.`,
	}),
	unclosedQuote: (): RowProblem => ({
		code: "row.unclosed-quote",
		message: "A quote opens in this row and is never closed.",
		tip: "Close the quote, or remove it. The rows after it were read as if it ended here.",
	}),
	swallowedRows: (rows: number): RowProblem => ({
		code: "row.swallowed-rows",
		message: `A quoted cell of the row holds what looks like ${rows} ${rows === 1 ? "row" : "rows"} of the file.`,
		tip: "Look for a quote that opens in this row by mistake: the rows after it have become part of its cell.",
	}),
	malformedQuote: (): RowProblem => ({
		code: "row.malformed-quote",
		message: "A quoted cell contains a quote that is not escaped.",
		tip: 'Write a quote inside a quoted cell twice ("").',
	}),
	strayQuote: (quote: string): RowProblem => ({
		code: "row.stray-quote",
		message: `The cells of the file stand between ${quote[0]} and ${quote[1]}; in this row one of these marks is left over.`,
		tip: "Write the row as the others are, with one mark before and one behind each cell and none within.",
	}),
	undecodable: (what: string, encoding: string, column: string | undefined): RowProblem => ({
		code: "row.undecodable",
		message: `${what} is not ${encoding}${column === undefined ? "" : ` (column “${column}”)`}.`,
		tip: told`Correct the cell, which a program wrote in another encoding than the file around it. If most names look wrong, choose the encoding of the file${{ way: "choose-encoding" }}.`,
	}),
	nul: (): RowProblem => ({
		code: "row.nul",
		message: "The row contains NUL bytes, which no text has.",
		tip: "Export the file again; it is damaged here, or not in the encoding it was read in.",
	}),
	hugeCell: (length: number): RowProblem => ({
		code: "row.huge-cell",
		message: `A cell of the row is ${length.toLocaleString("en")} characters long; at most ${maximumCell.toLocaleString("en")} are read.`,
		tip: "Look for a quote that opens here and closes much later.",
	}),
}
