/** `2024-05-31`, `20240531`, and so with a time behind it. */
const yearFirst = /^(\d{4})([-./]?)(\d{1,2})\2(\d{1,2})(?!\d)/
/** `31.05.2024`, `5/31/24`. */
const yearLast = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/
/** `May 2024`, `31 maj 2024`. */
const yearOnly = /(?<!\d)(?:19|20)\d\d(?!\d)/

/** A day with signs between, or with the name of its month, and nothing beside it but a time. */
const dayOnly =
	/^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:\d{4}|\d{2})|\d{1,2}\.? ?\p{L}{3,9}\.? ?\d{2,4}|\p{L}{3,9} \d{1,2},? \d{4})(?:[T ,]+\d{1,2}[:.]\d{2}.*)?$/u

/** Whether a text is a day and nothing else. */
export function isDay(text: string): boolean {
	return dayOnly.test(text)
}

/** The first days that programs can write, which stand where there is none: of .NET, SQL Server and Navision, Excel, and Unix. */
const noDay =
	/^(?:(?:0001-01-01|1753-01-01|1899-12-3[01]|1900-01-0[01]|1970-01-01)|(?:0?1([./-])0?1\1(?:0001|1753|1900|1970)|3[01]([./-])12\2 ?1899))(?:[T ]0?0[:.]00.*)?$/

/** Whether a program wrote that there is no day. */
export function isNoDay(text: string): boolean {
	return noDay.test(text)
}

/**
 * The last day that a text may mean: of day and month in either order the later one, and of a year alone its last.
 * @returns the end of that day in milliseconds since 1970, in UTC; undefined where the text is no day, or says that there is none
 */
export function lastDayOf(text: string): number | undefined {
	const ends = endsOf(text)
	return ends.length === 0 ? undefined : Math.max(...ends)
}

/** The first day that a text may mean, as `lastDayOf` has the last. */
export function firstDayOf(text: string): number | undefined {
	const ends = endsOf(text)
	return ends.length === 0 ? undefined : Math.min(...ends)
}

/** The ends of the days that a text may mean, the first and the last at least. */
function endsOf(text: string): readonly number[] {
	if (isNoDay(text)) return []
	const [, year, , month, day] = yearFirst.exec(text) ?? []
	if (year !== undefined) return known(endOf(year, Number(month), Number(day)))
	const [, one, , other, short] = yearLast.exec(text) ?? []
	if (short !== undefined)
		return known(endOf(short, Number(one), Number(other)), endOf(short, Number(other), Number(one)))
	const [only] = yearOnly.exec(text) ?? []
	return only === undefined ? [] : known(endOf(only, 1, 1), endOf(only, 12, 31))
}

const known = (...ends: readonly (number | undefined)[]) => ends.filter((end) => end !== undefined)

function endOf(year: string, month: number, day: number): number | undefined {
	if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
	return Date.UTC(Number(year.length === 2 ? `20${year}` : year), month - 1, day + 1) - 1
}
