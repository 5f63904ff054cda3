import Papa from "papaparse"
import type { CheckedFile, RowCells } from "../src/app/check/checked-file.ts"
import type { Mend } from "../src/ipc/check.ts"
import type { Cell, Mends } from "./mends.ts"
import type { RowView } from "./row-view.ts"

/** Does to the mended cells and rows what a person asked for: it takes effect with the next check. Rejects when the file cannot be read any more. */
export async function applyMend(mend: Mend, mends: Mends, checked: CheckedFile, view: RowView): Promise<void> {
	switch (mend.kind) {
		case "cell":
			return mends.set([{ row: mend.row, column: mend.column, value: mend.value }])
		case "skip":
			// What was left out in an earlier import is in no list of this one: a person's word takes it in.
			return mend.skip || mends.isSkipped(mend.row) ? mends.skip([mend.row], mend.skip) : mends.keep([mend.row], true)
		case "set-all": {
			const { column, value } = mend
			return mends.set(await rowsWith(checked, mend.code, ({ row }): Cell => ({ row, column, value })))
		}
		case "replace-all":
			return mends.set(await replaced(checked, mend))
		case "fill":
			return mends.set(await filled(checked, view, mend))
		case "keep":
			return mends.keep([mend.row], mend.keep)
		case "skip-all":
			return mends.skip(await rowsWith(checked, mend.code, ({ row }) => row), true)
		case "undo":
			return mends.undo()
		case "redo":
			return mends.redo()
	}
}

/** What a fill changes. */
async function filled(
	checked: CheckedFile,
	view: RowView,
	{ filter, offset, count, column, columns, text }: Extract<Mend, { kind: "fill" }>,
): Promise<Cell[]> {
	const table = tableOf(text)
	const single = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined
	const { rows } = await view.rows(filter, offset, single === undefined ? table.length : count)
	const names = checked.layout.columns
	return rows.flatMap(({ row, cells }, at) => {
		const values = single === undefined ? (table[at] ?? []) : Array<string>(columns).fill(single)
		return values.flatMap((value, index): Cell[] => {
			const name = names[column + index]
			return name === undefined || cells[column + index] === value ? [] : [{ row, column: name, value }]
		})
	})
}

/** What a replacement changes. */
export function replaced(
	checked: CheckedFile,
	{ code, column, find, replacement }: Omit<Extract<Mend, { kind: "replace-all" }>, "kind">,
): Promise<Cell[]> {
	const at = checked.layout.columns.indexOf(column)
	return rowsWith(checked, code, ({ row, cells }): Cell | undefined => {
		const value = cells[at] ?? ""
		return value.includes(find) ? { row, column, value: value.replaceAll(find, () => replacement) } : undefined
	})
}

/** What is made of the rows with a finding; nothing of those that are left alone. */
async function rowsWith<Made>(
	checked: CheckedFile,
	code: string,
	make: (row: RowCells) => Made | undefined,
): Promise<Made[]> {
	const made: Made[] = []
	for await (const rows of checked.cells(checked.rowsWith(code)))
		for (const row of rows) {
			const one = make(row)
			if (one !== undefined) made.push(one)
		}
	return made
}

/** Cells as a spreadsheet copies them: tabs between them, a line for each row, quotes around those that need them. */
function tableOf(text: string): string[][] {
	if (text === "") return [[""]]
	const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "")
	const { data, errors } = Papa.parse<string[]>(lines, { delimiter: "\t", newline: "\n" })
	// A quote that is a part of the text: not everybody puts such a cell in quotes.
	return errors.length === 0 ? data : lines.split("\n").map((line) => line.split("\t"))
}
