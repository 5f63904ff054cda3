import { hasCardNumber } from "../card-number.ts"
import { isImportColumn } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { Refusal } from "../refusal.ts"
import { indicesOf, type Mapping, usesOf } from "./mapping.ts"

/** Why a mapping does not fit the columns of a file. */
export type MappingProblem =
	| { readonly kind: "no-number"; readonly message: string }
	| { readonly kind: "unknown-column"; readonly column: string; readonly message: string }
	| { readonly kind: "card-number"; readonly message: string }
	| { readonly kind: "import-column"; readonly column: string; readonly message: string }

/** Everything that keeps the mapping from being used with these columns; empty when it can be. */
export function mappingProblems(mapping: Mapping, columns: readonly string[]): readonly MappingProblem[] {
	const problems: MappingProblem[] = []
	const named = [
		...Object.keys(mapping.columns),
		...Object.values(mapping.first ?? {}).filter((one) => one !== null),
		...(mapping.addresses ?? []).flat(),
		...(mapping.parties?.of ?? []).flatMap((party) => party.columns),
		...(mapping.parties?.by === undefined ? [] : [mapping.parties.by]),
		...Object.keys(mapping.dialling ?? {}),
		...Object.entries(mapping.cardsOf ?? {}).flat(2),
	]
	for (const column of new Set(named)) {
		if (!columns.includes(column))
			problems.push({
				kind: "unknown-column",
				column,
				message: `The file has no column ${quoted(column)}. It has: ${list(columns)}.`,
			})
		else if (isImportColumn(column) && (usesOf(mapping, column) ?? []).length > 0)
			problems.push({
				kind: "import-column",
				column,
				message: `The column ${quoted(column)} is one of those this program adds to its error files: it cannot fill a field.`,
			})
	}
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
	if (indicesOf(mapping, columns, "number").length === 0)
		problems.push({
			kind: "no-number",
			message: `No column is the customer number. The file has: ${list(columns)}.`,
		})
	return problems
}

function list(columns: readonly string[]): string {
	return columns.length > 0 ? columns.map(quoted).join(", ") : "no columns"
}

/** The mapping does not fit the columns of the file. */
export class UnusableMapping extends Refusal {
	override readonly name = "UnusableMapping"
	constructor(readonly problems: readonly MappingProblem[]) {
		super(problems.map(({ message }) => message).join(" "))
	}
}
