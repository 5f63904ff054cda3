import { type Field, headerKey } from "../fields.ts"

/** What is to be known of a file to see which of its lines are no customers: worked out once. */
export interface LineContext {
	/** Place of the customer number. */
	readonly numberIndex: number
	/** Keys of the names of the columns. */
	readonly keys: readonly string[]
	/** Which columns are sent. */
	readonly isSent: readonly boolean[]
	/** What each column could fill by its name, and what it fills. */
	readonly meanings: readonly (readonly string[])[]
	/** What a column of this name could fill; nothing when it is no known name. */
	readonly meaningsOf: (name: string) => readonly string[]
}

/** @param fieldAt what each column fills; undefined where it is not sent */
export function lineContext(
	columns: readonly string[],
	fieldAt: readonly (Field | undefined)[],
	numberIndex: number,
	meaningsOf: (name: string) => readonly string[],
): LineContext {
	return {
		numberIndex,
		keys: columns.map(headerKey),
		isSent: fieldAt.map((field) => field !== undefined),
		meanings: columns.map((column, index) => [...meaningsOf(column), ...(fieldAt[index] ? [fieldAt[index]] : [])]),
		meaningsOf,
	}
}
