import type { Creatable } from "./creatable.ts"
import { type Field, fieldNames, fields, labelOf } from "./fields.ts"

/** In what two customers differ beside their cards: the fields by name, each once. */
export function differingFields(one: Creatable, other: Creatable): readonly string[] {
	const isOfCard = (field: Field) => fields[field].path.startsWith("method.")
	const differing = fieldNames.filter((field) => !isOfCard(field) && cellOf(one, field) !== cellOf(other, field))
	// A company is a name too.
	const byPath = new Map(differing.map((field) => [fields[field].path, field] as const).reverse())
	return differing.filter((field) => byPath.get(fields[field].path) === field).map(labelOf)
}

/** What is only `primary` stands alone in a body. */
function cellOf(customer: Creatable, field: Field): unknown {
	const path = fields[field].path.split(".")
	return (
		leaf(customer, path) ??
		leaf(
			customer,
			path.filter((key) => key !== "primary"),
		)
	)
}

function leaf(value: unknown, path: readonly string[]): unknown {
	let found = value
	for (const key of path)
		found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key] : undefined
	return typeof found === "object" ? undefined : found
}
