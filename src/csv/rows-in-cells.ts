import { type Row, UnreadableFile } from "./layout.ts"

const delimiters = [",", ";", "\t", "|"] as const

/** How many cells a delimiter divides a cell into; within quotes, or before a space, it divides nothing. */
const piecesOf = (cell: string, delimiter: string) =>
	cell
		.replace(/"(?:[^"]|"")*"/g, "")
		.split(delimiter)
		.filter((piece, index) => index === 0 || !piece.startsWith(" ")).length

/**
 * Throws `UnreadableFile` where every row stands in one cell of its own, as when a file was opened in one column and
 * saved again: `"1,Anna,Lund"`, or `1;Anna;Lund,,`.
 */
export function refuseRowsInCells(rows: readonly Row[]): void {
	const [header, ...below] = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== ""))
	if (header === undefined) return
	const ends = [header, ...below].filter((cells) => /[^,;\t|][,;\t|]+$/.test(cells.at(-1) ?? ""))
	if (below.length > 0 && ends.length >= (below.length + 1) * 0.9) refuse()
	const single = below.filter((cells) => cells.length === 1)
	if (single.length < below.length * 0.9 || (below.length === 0 && header.length !== 1)) return
	const found = delimiters.find((delimiter) => {
		const columns = header.length > 1 ? header.length : piecesOf(header[0] ?? "", delimiter)
		return (
			columns > 1 && single.filter(([cell = ""]) => piecesOf(cell, delimiter) === columns).length >= below.length * 0.9
		)
	})
	if (found !== undefined) refuse()
}

function refuse(): never {
	throw new UnreadableFile(
		"file.rows-in-cells",
		"Every row of the file stands in one cell, as if it were a single text.",
		"Export the file again. Or open it in a spreadsheet, divide the column (Text to Columns) and save it as CSV.",
	)
}
