import { isRest } from "../../csv/columns.ts"
import type { Detection } from "../../csv/detect.ts"
import { UnreadableFile } from "../../csv/layout.ts"
import { holdsToken } from "../../customer/columns/column-counter.ts"
import { fits, hasForm } from "../../customer/field-kind.ts"
import { quoted } from "../../customer/finding-codes.ts"
import { singleMeaning } from "../../customer/headers/read-header.ts"
import { readHeaders } from "../../customer/headers/read-headers.ts"

/**
 * Throws `UnreadableFile` where every row has more cells than the header has names, as where a program writes the names of the rows and
 * no name for them: each value would be taken for what the name beside it says.
 */
export function refuseShortHeader({ layout, preview }: Pick<Detection, "layout" | "preview">): void {
	const names = layout.columns
	if (layout.headerRow === 0 || preview.length < 2) return
	const cells = Math.min(...preview.map((row) => row.cells.length))
	const isShort = preview.every(({ problems = [] }) => problems.some(({ code }) => code === "row.too-many-cells"))
	if (!isShort || cells <= names.length || preview.some((row) => row.cells.some(isRest))) return
	const missing = cells - names.length
	const where =
		missing === 1
			? placeOf(
					names,
					preview.map((row) => row.cells),
				)
			: ""
	throw new UnreadableFile(
		"file.header-short",
		`The header has ${names.length} names, and the rows have ${cells} cells: ${missing === 1 ? "a name is" : `${missing} names are`} missing${where}.`,
		"Write a name for every column into the header. Where a delimiter stands within a value, put quotes around the value instead.",
		layout.headerRow,
	)
}

/** Where the one name is missing: where the values fit the names best, if that is before all or behind some that they fit. */
function placeOf(names: readonly string[], rows: readonly (readonly string[])[]): string {
	const [first = ""] = names
	if (rows.every(([cell], index) => cell?.trim() === String(index + 1))) return `, it seems before ${quoted(first)}`
	const fields = readHeaders(names).map(singleMeaning)
	const scores = Array.from({ length: names.length + 1 }, (_, place) =>
		rows.reduce((sum, cells) => {
			const fitting = fields.filter((field, index) => {
				const cell = cells[index < place ? index : index + 1]?.trim() ?? ""
				if (field === undefined || cell === "") return false
				return field === "token" ? holdsToken(cell) : hasForm(field) && fits(field, cell)
			})
			return sum + fitting.length
		}, 0),
	)
	const best = Math.max(...scores)
	if (best === 0) return ""
	const last = scores.lastIndexOf(best)
	const name = names[last]
	return name === undefined ? ", it seems at the end" : `, it seems before ${quoted(name)}`
}
