import { isPlaceholder } from "./clean-text.ts"
import { indicesOf, type Mapping, usesOf } from "./columns/mapping.ts"
import { partsOf } from "./headers/parts.ts"
import { readHeader } from "./headers/read-header.ts"

/**
 * Prepares to see the rows whose only e-mail address is in a column that is left out, as `E-post skola` beside `E-post privat`: gives the place
 * of that column. Nothing where no column of the customer's own addresses is left out.
 */
export function emailsLeftOut(
	mapping: Mapping,
	columns: readonly string[],
): ((cells: readonly string[]) => number | undefined) | undefined {
	const sent = indicesOf(mapping, columns, "email")
	const left = columns.flatMap((column, index) => (isLeftOut(mapping, column) && isEmail(column) ? [index] : []))
	if (sent.length === 0 || left.length === 0) return undefined
	const isFilled = (cells: readonly string[]) => (index: number) => {
		const cell = cells[index]?.trim() ?? ""
		return cell !== "" && !isPlaceholder(cell)
	}
	return (cells) =>
		sent.some(isFilled(cells)) ? undefined : left.find((index) => cells[index]?.includes("@") === true)
}

const isLeftOut = (mapping: Mapping, column: string) => (usesOf(mapping, column) ?? []).length === 0

/** Of somebody else, as of a manager, it is known as that. */
function isEmail(column: string): boolean {
	const { foreign, meanings } = readHeader(column)
	const isNamed = partsOf(column).known.some(({ concepts }) => concepts.includes("email"))
	return foreign === undefined && (meanings.length === 0 ? isNamed : meanings[0]?.field === "email")
}
