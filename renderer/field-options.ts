import { type Field, fieldNames, fields } from "../src/customer/fields.ts"

const groups: readonly (readonly [string, readonly Field[]])[] = [
	["Customer", ["number", "name", "company", "firstName", "lastName", "type", "identityNumber"]],
	["Card", ["token"]],
	["Contact", ["email", "billingEmail", "phone", "cellphone", "landline"]],
	["Address", ["street", "zipCode", "city", "country"]],
	["Payment", ["currency", "schedule", "limit"]],
]
const grouped = new Set(groups.flatMap(([, members]) => members))

/** The fields, in groups, as a list to choose from. */
export const fieldOptions = [...groups, ["Other", fieldNames.filter((field) => !grouped.has(field))] as const].map(
	([group, members]) => ({ group, items: members.map((field) => ({ value: field, label: fields[field].label })) }),
)

/** Those that may be the same for every row. */
export const constantOptions = fieldNames
	.filter((field) => field !== "number" && field !== "token")
	.map((field) => ({ value: field, label: fields[field].label }))
