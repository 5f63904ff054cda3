import * as z from "zod"
import { hasCardNumber } from "./card-number.ts"
import { type Field, fieldNames, fields, isImportColumn } from "./fields.ts"
import { quoted } from "./finding-codes.ts"

/**
 * Which column fills which field: the JSON file that `--mapping` reads. For example
 * `{ "version": 1, "columns": { "Kundnr": "number", "Förnamn": "firstName" }, "constants": { "currency": "SEK" } }`.
 *
 * Several columns may fill `name` (joined by a space), a street (joined by a comma) and `token` (one card each), in the
 * order of the file. A constant holds where a row has no value of its own. `joinRows` makes one customer, with several
 * cards, of adjacent rows that agree in everything but the card.
 */
export const mappingSchema = z
	.strictObject({
		version: z.literal(1),
		columns: z.record(z.string(), z.enum(fieldNames as [Field, ...Field[]])).readonly(),
		constants: z
			.partialRecord(z.enum(fieldNames.filter((field) => field !== "number" && field !== "token")), z.string())
			.readonly()
			.default({}),
		joinRows: z.boolean().default(false),
	})
	.readonly()

export type Mapping = z.infer<typeof mappingSchema>

/** Why a mapping does not fit the columns of a file. */
export type MappingProblem =
	| { readonly kind: "no-number"; readonly columns: readonly string[]; readonly message: string }
	| { readonly kind: "unknown-column"; readonly column: string; readonly message: string }
	| { readonly kind: "card-number"; readonly message: string }
	| { readonly kind: "import-column"; readonly column: string; readonly message: string }
	| {
			readonly kind: "field-twice"
			readonly field: Field
			readonly columns: readonly string[]
			readonly message: string
	  }

/** Everything that keeps the mapping from being used with these columns; empty when it can be. */
export function mappingProblems(mapping: Mapping, columns: readonly string[]): readonly MappingProblem[] {
	const problems: MappingProblem[] = []
	const filled = new Map<Field, string[]>()
	for (const [column, field] of Object.entries(mapping.columns)) {
		if (isImportColumn(column))
			problems.push({
				kind: "import-column",
				column,
				message: `The column ${quoted(column)} is one of those this program adds to its error files: it cannot fill a field.`,
			})
		else if (!columns.includes(column))
			problems.push({
				kind: "unknown-column",
				column,
				message: `The file has no column ${quoted(column)}. It has: ${list(columns)}.`,
			})
		else filled.set(field, [...(filled.get(field) ?? []), column])
	}
	for (const [field, several] of filled)
		if (several.length > 1 && !fields[field].several)
			problems.push({
				kind: "field-twice",
				field,
				columns: several,
				message: `Only one column can be the ${fields[field].label.toLowerCase()}, not ${list(several)}.`,
			})
	if (columns.some((column) => hasCardNumber(column)))
		problems.push({
			kind: "card-number",
			message:
				"The header holds the number of a payment card. The file probably has no header; card numbers may neither be stored nor sent.",
		})
	if (Object.values(mapping.constants).some((constant) => hasCardNumber(constant)))
		problems.push({
			kind: "card-number",
			message: "A constant is the number of a payment card, which may neither be stored nor sent.",
		})
	if (!filled.has("number"))
		problems.push({
			kind: "no-number",
			columns,
			message: `No column is the customer number. The file has: ${list(columns)}.`,
		})
	return problems
}

function list(columns: readonly string[]): string {
	return columns.length > 0 ? columns.map(quoted).join(", ") : "no columns"
}

/** The mapping does not fit the columns of the file. */
export class UnusableMapping extends Error {
	override readonly name = "UnusableMapping"
	constructor(readonly problems: readonly MappingProblem[]) {
		super(problems.map(({ message }) => message).join(" "))
	}
}
