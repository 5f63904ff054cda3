import { maskCardNumbers } from "../customer/card-number.ts"
import { indicesOf, type Mapping } from "../customer/columns/mapping.ts"
import type { Creatable } from "../customer/creatable.ts"
import type { Field } from "../customer/fields.ts"
import type { CheckedRow } from "./ending.ts"

/** By what a person knows and reaches a customer; empty where there is none. */
export interface Contact {
	readonly name: string
	readonly email: string
}

/** Who the customer of a row is: as it is sent, or of a row that is not, as the file has it. */
export function contactReader(mapping: Mapping, columns: readonly string[]): (row: CheckedRow) => Contact {
	const [names, firstNames, lastNames, companies, emails] = (
		["name", "firstName", "lastName", "company", "email"] as const satisfies Field[]
	).map((field) => indicesOf(mapping, columns, field))
	return ({ creatable, cells }) => {
		if (creatable) return contactOf(creatable)
		const text = (indices: readonly number[] = []) =>
			maskCardNumbers(
				indices
					.map((index) => cells[index]?.trim() ?? "")
					.filter(Boolean)
					.join(" "),
			)
		return {
			name: text(names) || text([...(firstNames ?? []), ...(lastNames ?? [])]) || text(companies),
			email: text(emails),
		}
	}
}

function contactOf({ contact: { name, email } = {} }: Creatable): Contact {
	return {
		name: typeof name === "object" ? `${name.first} ${name.last}` : (name ?? ""),
		email: (typeof email === "object" ? (email.primary ?? email.billing) : email) ?? "",
	}
}
