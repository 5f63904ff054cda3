import { maskCardNumbers } from "../customer/card-number.ts"
import { indicesOf, type Mapping } from "../customer/columns/mapping.ts"
import type { Creatable } from "../customer/creatable.ts"
import { type Field, headerKey } from "../customer/fields.ts"
import type { CheckedRow } from "./checked-row.ts"

/** By what a person knows and reaches a customer; empty where there is none. */
export interface Contact {
	readonly name: string
	readonly email: string
	readonly phone: string
	/** As the file writes it. */
	readonly language: string
}

/** What columns with the customer's language are called: it is none of Intergiro's fields. */
const languages = new Set(
	"language|lang|preferredlanguage|språk|sprak|sprog|sprache|kieli|langue|idioma|lingua|język|taal".split("|"),
)

/** Who the customer of a row is: as it is sent, or of a row that is not, as the file has it. */
export function contactReader(mapping: Mapping, columns: readonly string[]): (row: CheckedRow) => Contact {
	const columnsOf = (...fields: readonly Field[]) => fields.flatMap((field) => indicesOf(mapping, columns, field))
	const names = columnsOf("name")
	const parts = columnsOf("firstName", "lastName")
	const companies = columnsOf("company")
	const emails = columnsOf("email")
	const phones = columnsOf("phone", "cellphone", "landline")
	const spoken = [
		...columns.flatMap((column, index) => (languages.has(headerKey(column)) ? [index] : [])),
		...columnsOf("locale"),
	]
	return ({ creatable, cells }) => {
		const filled = (indices: readonly number[]) => indices.map((index) => cells[index]?.trim() ?? "").filter(Boolean)
		const text = (indices: readonly number[]) => maskCardNumbers(filled(indices).join(" "))
		const first = (indices: readonly number[]) => maskCardNumbers(filled(indices)[0] ?? "")
		const sent = creatable ? contactOf(creatable) : undefined
		return {
			name: sent?.name ?? (text(names) || text(parts) || text(companies)),
			email: sent?.email ?? text(emails),
			phone: sent?.phone ?? first(phones),
			language: first(spoken),
		}
	}
}

function contactOf({ contact: { name, email, phone } = {} }: Creatable): Omit<Contact, "language"> {
	return {
		name: typeof name === "object" ? `${name.first} ${name.last}` : (name ?? ""),
		email: (typeof email === "object" ? (email.primary ?? email.billing) : email) ?? "",
		phone: (typeof phone === "object" ? (phone.primary ?? phone.cellphone ?? phone.landline) : phone) ?? "",
	}
}
