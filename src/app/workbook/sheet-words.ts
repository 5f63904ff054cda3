import { counted } from "../../contract/counted.ts"
import type { Converted, Sheet } from "../../workbook/convert.ts"

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ")

/** How a sheet was read, and what of it nobody sees who looks at it: sentences. */
export function describeSheet(
	{ sheet, rows, columns, hiddenRows, hiddenColumns, merged, notComputed }: Converted,
	sheets: readonly Sheet[],
): { readonly told: readonly string[]; readonly doubts: readonly string[] } {
	const others = sheets.filter(({ name }) => name !== sheet)
	const full = others.filter(({ first }) => first.length > 0)
	const leftOut = [
		[full.filter(({ hidden }) => !hidden), "Not read"],
		[full.filter(({ hidden }) => hidden), "Not read, and hidden"],
		[others.filter(({ first }) => first.length === 0), "Empty"],
	] as const
	const hidden = [
		...(hiddenRows > 0 ? [counted(hiddenRows, "row", "rows")] : []),
		...(hiddenColumns > 0 ? [counted(hiddenColumns, "column", "columns")] : []),
	]
	return {
		told: [
			`Sheet “${sheet}”, ${counted(rows, "row", "rows")} and ${counted(columns, "column", "columns")}, its cells as the sheet shows them.`,
			...leftOut.flatMap(([some, what]) =>
				some.length === 0
					? []
					: [
							`${what}: ${counted(some.length, "sheet", "sheets")}, ${quoted(some.slice(0, 10).map(({ name }) => name))}.`,
						],
			),
			...(merged > 0
				? [`${counted(merged, "area", "areas")} of joined cells: what they say is in the first cell of each.`]
				: []),
		],
		doubts: [
			...(hidden.length === 0
				? []
				: [
						`${hidden.join(" and ")} of the sheet ${hiddenRows + hiddenColumns === 1 ? "is" : "are"} hidden, perhaps by a filter, and ${hiddenRows + hiddenColumns === 1 ? "is" : "are"} read all the same. What is not to be imported has to be deleted, or left out in the check.`,
					]),
			...(notComputed === 0
				? []
				: [
						`${counted(notComputed, "formula has", "formulas have")} no value and read as #N/A: open the workbook in a spreadsheet program and save it, which computes them.`,
					]),
		],
	}
}
