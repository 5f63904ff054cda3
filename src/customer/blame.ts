import { addresses } from "./addresses.ts"
import { type Field, labelOf, type Values } from "./fields.ts"
import { quoted } from "./finding-codes.ts"
import type { Blame } from "./issues.ts"
import type { RowReport } from "./row-report.ts"

/** The first column of each field that has one, for findings. */
export type ColumnNames = ReadonlyMap<Field, string>

/** Turns what the schema blames into findings, in place of any milder ones on the same fields. */
export function blame(blames: readonly Blame[], values: Values, columns: ColumnNames, report: RowReport): void {
	for (const { field, code } of blames) {
		if (report.says(field, "error")) continue
		// One column may be the country of several addresses.
		const column = field && columns.get(field)
		if (code !== "address.incomplete" && column !== undefined && report.has(code, column)) continue
		report.dropMilder(field)
		if (code === "address.incomplete") blameAddress(field, values, columns, report)
		else if (field === undefined || field === "token") report.add(code, undefined, field)
		else report.add(code, columns.get(field), field, values[field] === "" ? undefined : quoted(values[field]))
	}
}

function blameAddress(field: Field | undefined, values: Values, columns: ColumnNames, report: RowReport): void {
	const needed = addresses.find(({ parts }) => parts[0] === field)?.needed ?? []
	const missing = needed.filter((part) => values[part] === "")
	const column = firstColumnOf(columns, [...missing, ...needed])
	report.add("address.incomplete", column, missing[0] ?? field, `${missing.map(labelOf).join(" and ")} missing`)
}

/** The first column that any of these fields has. */
export function firstColumnOf(columns: ColumnNames, fields: readonly Field[]): string | undefined {
	for (const field of fields) if (columns.has(field)) return columns.get(field)
	return undefined
}
