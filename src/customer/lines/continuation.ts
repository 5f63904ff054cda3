import { indicesOf, type Mapping } from "../columns/mapping.ts"
import { type Field, fieldNames, fields } from "../fields.ts"

/** By which a row without a number is somebody of its own. */
const persons: readonly Field[] = ["name", "firstName", "lastName", "company", "email"]

/**
 * Prepares to tell whether a row without a number goes on with the customer above it, as below cells that were merged: it
 * has a card, a phone or a line of an address, and neither a name nor an e-mail address. An amount alone is a sum.
 */
export function continuation(mapping: Mapping, columns: readonly string[]): (cells: readonly string[]) => boolean {
	const placesOf = (fields: readonly Field[]) => fields.flatMap((field) => indicesOf(mapping, columns, field))
	const own = placesOf(["number", ...persons])
	const others = placesOf(fieldNames.filter(isFurther))
	return (cells) => {
		const isFilled = (index: number) => (cells[index]?.trim() ?? "") !== ""
		return !own.some(isFilled) && others.some(isFilled)
	}
}

/** What a customer may have several of. */
function isFurther(field: Field): boolean {
	const { kind, group } = fields[field]
	return field === "token" || kind === "phone" || group.endsWith("address")
}
