import { UnreadableFile } from "../../csv/layout.ts"
import { findingColumns } from "../../report/findings-file.ts"
import { besideOwn, resultColumns } from "../../report/results-file.ts"

/** The columns by which a file is known that this program made for other purposes than to be run. */
const results = {
	columns: resultColumns.slice(0, 5),
	what: "the results of an import: the customers in it exist already",
}
const made = [
	results,
	{ ...results, columns: results.columns.map(besideOwn) },
	{
		columns: ["reason", "number", "name", "email", "link", "row", "message"],
		what: "the list of whom to contact after an import",
	},
	// Earlier versions wrote no number.
	{ columns: findingColumns.filter((name) => name !== "number"), what: "what a check said of another file" },
]

/** Throws `UnreadableFile` for a file that nobody means to import. */
export function refuseMadeByUs(columns: readonly string[]): void {
	const names = new Set(columns.map((name) => name.trim().toLowerCase()))
	const found = made.find((one) => one.columns.every((name) => names.has(name)))
	if (found === undefined) return
	throw new UnreadableFile(
		"file.made-by-import",
		`By its columns (${found.columns.join(", ")}) this is ${found.what}.`,
		"Run the file with the customers, or the errors.csv or unknown.csv of a run. If it is a customer file all the same, rename one of these columns.",
	)
}
