import { describe, expect, it } from "vitest"
import { refuseMadeByUs } from "../../../src/app/check/made-by-us.ts"
import { findingColumns } from "../../../src/report/findings-file.ts"
import { followUpColumns } from "../../../src/report/follow-up-file.ts"
import { besideOwn, resultColumns } from "../../../src/report/results-file.ts"

const made = {
	"results.csv": resultColumns,
	"results.csv with the file's own columns": ["Kundnr", "Namn", ...resultColumns.map(besideOwn)],
	"follow-up.csv": followUpColumns,
	"a file of findings": findingColumns,
	"results.csv of version 0.1.0": ["number", "id", "status", "outcome", "row"],
	"follow-up.csv of version 0.1.0": ["reason", "number", "name", "email", "link", "row", "message"],
}

describe.each(Object.entries(made))("%s", (_, columns) => {
	it("is no file to run", () => {
		expect(() => refuseMadeByUs(columns)).toThrow(/By its columns/)
	})
})

describe.each(Object.entries(made).slice(0, 4))("%s, changed by a person", (_, columns) => {
	it("is none either where one column was renamed or deleted", () => {
		for (const column of columns) {
			expect(() => refuseMadeByUs(columns.map((one) => (one === column ? "Other" : one)))).toThrow(/By its columns/)
			expect(() => refuseMadeByUs(columns.filter((one) => one !== column))).toThrow(/By its columns/)
		}
	})
})

it.each([
	[["number", "name", "email", "phone", "language", "card token"]],
	[["id", "number", "status", "scheme", "last4", "expires", "note", "token"]],
	[["row", "number", "name", "email", "link"]],
	[["number", "name", "email", "import_row", "import_outcome", "import_code", "import_message", "import_run"]],
])("a file of customers may have some of these columns: %j", (columns) => {
	expect(() => refuseMadeByUs(columns)).not.toThrow()
})
