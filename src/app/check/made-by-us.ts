import { UnreadableFile } from "../../csv/layout.ts"
import { told } from "../../customer/sentences.ts"
import { findingColumns } from "../../report/findings-file.ts"
import { followUpColumns } from "../../report/follow-up-file.ts"
import { besideOwn, resultColumns } from "../../report/results-file.ts"

const results = "the results of an import: the customers in it exist already"
const followUps = "the list of whom to contact after an import"
const findings = "what a check said of another file"

/** The columns of files that this program makes for other purposes than to be run. */
const made: readonly { readonly columns: readonly string[]; readonly what: string }[] = [
	{ columns: resultColumns, what: results },
	{ columns: resultColumns.map(besideOwn), what: results },
	{ columns: followUpColumns, what: followUps },
	{ columns: findingColumns, what: findings },
]

/** The same of earlier versions, which had few columns: a file is known by all of them. */
const formerlyMade: typeof made = [
	{ columns: resultColumns.slice(0, 5), what: results },
	{ columns: resultColumns.slice(0, 5).map(besideOwn), what: results },
	{ columns: ["reason", "number", "name", "email", "link", "row", "message"], what: followUps },
	{ columns: findingColumns.filter((name) => name !== "number"), what: findings },
]

/** A file with so many of the columns is known all the same: some were renamed, translated or deleted by a person. */
const most = 2 / 3

/** Throws `UnreadableFile` for a file that nobody means to import. */
export function refuseMadeByUs(columns: readonly string[]): void {
	const names = new Set(columns.map((name) => name.trim().toLowerCase()))
	const isThere = (name: string) => names.has(name)
	const found =
		formerlyMade.find((one) => one.columns.every(isThere)) ??
		made.find((one) => one.columns.filter(isThere).length >= one.columns.length * most)
	if (found === undefined) return
	throw new UnreadableFile(
		"file.made-by-import",
		`By its columns (${found.columns.filter(isThere).join(", ")}) this is ${found.what}.`,
		told`${{ way: "import" }} the file with the customers, or the errors.csv or unknown.csv of a run. If it is a customer file all the same, rename these columns.`,
	)
}
