import { told } from "../customer/sentences.ts"
import { type Row, UnreadableFile } from "./layout.ts"

/** More columns than any list of customers has: each is compared with the others, and shown. */
const mostColumns = 2_000

/** Characters; no name of a column is longer. */
const longestName = 1_000

const inEnglish = (count: number) => count.toLocaleString("en")

/** Throws `UnreadableFile` where a header is none that a person or a program gave to columns. */
export function refuseHugeHeader(header: readonly string[], columns: number, row: number): void {
	if (columns > mostColumns)
		throw new UnreadableFile(
			"file.too-many-columns",
			`The file has ${inEnglish(columns)} columns; at most ${inEnglish(mostColumns)} are read.`,
			"Export the customers with the columns that are needed. Or look for a missing line end in the first row.",
		)
	const place = header.findIndex((name) => name.length > longestName)
	if (place < 0) return
	throw new UnreadableFile(
		"file.header-too-long",
		`The name of column ${place + 1} in row ${row}, the header, has ${inEnglish(header[place]?.length ?? 0)} characters; a name has at most ${inEnglish(longestName)}.`,
		told`Look for a quote that opens in the header and closes much later. If another row is the header, say which${{ way: "choose-header" }}.`,
	)
}

/** Throws `UnreadableFile` where the beginning of a file, so many bytes that have no end of a row, has none to look at. */
export function refuseEndlessRow(rows: readonly Row[], bytes: number): void {
	if (rows.length > 0) return
	throw new UnreadableFile(
		"row.too-long",
		`Row 1 is longer than ${bytes / 1024} KB, which no header is.`,
		"Look for a missing line end or an unclosed quote, or whether this is a CSV file at all.",
	)
}
