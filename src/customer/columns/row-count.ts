/** A number of rows, for a sentence. */
export function rowCount(rows: number): string {
	return rows === 1 ? "one row" : `${rows.toLocaleString("en")} rows`
}
