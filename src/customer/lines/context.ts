import { holdsToken } from "../columns/column-counter.ts"
import { type Field, fields, headerKey } from "../fields.ts"

/** What is to be known of a file to see which of its lines are no customers: worked out once. */
export interface LineContext {
	/** Place of the customer number. */
	readonly numberIndex: number
	/** Places of what makes a row somebody: a name, an e-mail address, a card, a line of an address. */
	readonly own: readonly number[]
	/** Keys of the names of the columns. */
	readonly keys: readonly string[]
	/** The names themselves, as `plainName` has them: `Customer` and `Customer #` have one key. */
	readonly names: readonly string[]
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
		own: fieldAt.flatMap((field, index) => (field && isOwn(field) ? index : [])),
		keys: columns.map(headerKey),
		names: columns.map(plainName),
		isSent: fieldAt.map((field) => field !== undefined),
		meanings: columns.map((column, index) => [...meaningsOf(column), ...(fieldAt[index] ? [fieldAt[index]] : [])]),
		meaningsOf,
	}
}

/** A name of a column without what differs where it is the same one: letter case and spaces. */
export function plainName(name: string): string {
	return name.normalize("NFKC").toLowerCase().replace(/\s+/g, "")
}

const persons: ReadonlySet<Field> = new Set(["name", "firstName", "lastName", "company", "email", "token"])

/** Whether a field makes a row somebody. */
export function isOwn(field: Field): boolean {
	const { kind, group } = fields[field]
	return persons.has(field) || (group.endsWith("address") && kind !== "country")
}

/** Whether a row has nothing of a customer where others have it: amounts and counts, in whatever column, are not. */
export function isBare(cells: readonly string[], { own }: LineContext): boolean {
	return own.length > 0 && !own.some((index) => /\p{L}/u.test(cells[index] ?? "")) && !cells.some(holdsToken)
}
