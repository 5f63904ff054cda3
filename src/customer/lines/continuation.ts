import { indicesOf, type Mapping } from "../columns/mapping.ts"
import { type Field, fieldNames } from "../fields.ts"

/** By which a row without a number is somebody of its own. */
const persons: readonly Field[] = ["name", "firstName", "lastName", "company", "email"]

/**
 * Prepares to tell whether a row without a number goes on with the customer above it, as below cells that were merged: it
 * has something of a customer, and neither a name nor an e-mail address.
 */
export function continuation(mapping: Mapping, columns: readonly string[]): (cells: readonly string[]) => boolean {
	const placesOf = (fields: readonly Field[]) => fields.flatMap((field) => indicesOf(mapping, columns, field))
	const own = placesOf(["number", ...persons])
	const others = placesOf(fieldNames.filter((field) => field !== "number" && !persons.includes(field)))
	return (cells) => {
		const isFilled = (index: number) => (cells[index]?.trim() ?? "") !== ""
		return !own.some(isFilled) && others.some(isFilled)
	}
}
