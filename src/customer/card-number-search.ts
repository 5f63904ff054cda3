import { hasCardNumber } from "./card-number.ts"
import { type Field, fieldNames, fields } from "./fields.ts"
import type { FindingCode } from "./finding-codes.ts"
import { hasMaskedCardNumber } from "./masked-card-number.ts"

/** A card number has no fewer digits. */
const shortest = 13

/** A phone number has fewer digits than any card number of this length; only old Visa numbers are shorter. */
const leastDigitsAmongPhones = 14
const phones: ReadonlySet<Field> = new Set(fieldNames.filter((field) => fields[field].kind === "phone"))

/**
 * What is to be said of a cell that holds a card number, or what is left of one. Any cell counts, mapped or not: a card
 * number must not be anywhere in the file.
 */
export function cardNumberIn(cell: string, field: Field | undefined): FindingCode | undefined {
	if (cell.length < shortest || (field === "token" && cell.startsWith("eyJ"))) return undefined
	const least = field !== undefined && phones.has(field) ? leastDigitsAmongPhones : undefined
	// What is not sent may be something else by a person's word.
	if (hasCardNumber(cell, least)) return field === undefined ? "card-number.unsent" : "card-number.found"
	// What is not sent may say which card it was: exports of processors have a column for it.
	return field !== undefined && hasMaskedCardNumber(cell) ? "card-number.masked" : undefined
}
