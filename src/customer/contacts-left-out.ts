import { isPlaceholder } from "./clean-text.ts"
import { indicesOf, type Mapping, usesOf } from "./columns/mapping.ts"
import type { Field } from "./fields.ts"
import { type Concept, isForeign } from "./headers/concepts.ts"
import { partsOf } from "./headers/parts.ts"
import { readHeader } from "./headers/read-header.ts"
import { isDay } from "./kinds/day.ts"

/** A way to reach a customer, which may stand in several columns. */
interface Contact {
	readonly field: "email" | "phone"
	/** The fields that serve for it. */
	readonly fields: readonly Field[]
	/** Whether a cell holds one. */
	readonly isIn: (cell: string) => boolean
}

const contacts: readonly Contact[] = [
	{ field: "email", fields: ["email"], isIn: (cell) => cell.includes("@") },
	{ field: "phone", fields: ["phone", "cellphone", "landline"], isIn: isPhone },
]

/** Of a way to reach a customer: the place of the column that is left out and has the row's only one, if it is so. */
interface LeftOut {
	readonly field: Contact["field"]
	readonly find: (cells: readonly string[]) => number | undefined
}

/**
 * Prepares to see the rows whose only e-mail address, or phone number, is in a column that is left out, as `E-post skola` beside
 * `E-post privat`. Nothing of what no column of the customer's own is left out of.
 * @param inQuestion names of columns of which nothing is decided yet
 */
export function contactsLeftOut(
	mapping: Mapping,
	columns: readonly string[],
	inQuestion: readonly string[] = [],
): readonly LeftOut[] {
	return contacts.flatMap(({ field, fields, isIn }) => {
		const sent = fields.flatMap((one) => indicesOf(mapping, columns, one))
		const left = columns.flatMap((column, index) =>
			isLeftOut(mapping, column) && !inQuestion.includes(column) && isNamed(column, field, fields) ? [index] : [],
		)
		if (sent.length === 0 || left.length === 0) return []
		const find = (cells: readonly string[]) =>
			sent.some((index) => isFilled(cells[index])) ? undefined : left.find((index) => isIn(cells[index] ?? ""))
		return [{ field, find }]
	})
}

function isFilled(cell = ""): boolean {
	return cell.trim() !== "" && !isPlaceholder(cell.trim())
}

const isLeftOut = (mapping: Mapping, column: string) => (usesOf(mapping, column) ?? []).length === 0

/** Kinds of values: a word for one beside `Telefon`, as in `Telefon dag`, is wrong where the cell is a phone number. */
const belied: ReadonlySet<Concept> = new Set<Concept>(["date", "year", "month", "flag"])

/** Of somebody else, as of a manager, it is known as that. */
function isNamed(column: string, concept: Contact["field"], fields: readonly Field[]): boolean {
	const [meaning] = readHeader(column).meanings
	const concepts = partsOf(column).known.flatMap((piece) => piece.concepts)
	if (concepts.some((one) => isForeign(one) && !belied.has(one))) return false
	return meaning === undefined ? concepts.includes(concept) : fields.includes(meaning.field)
}

/** Digits of the shortest number with an area that somebody has. */
const leastDigits = 7

function isPhone(cell: string): boolean {
	return /^\s*\+?[\d ()./-]+$/.test(cell) && cell.replaceAll(/\D/g, "").length >= leastDigits && !isDay(cell.trim())
}
