import type { Expiry } from "../claims.ts"

/** As English, Swedish, German, Norwegian, Danish and Finnish begin them; the last first, or marraskuu would be March. */
const months =
	"jan|tammi feb|helmi mar|mär|mrz|maalis apr|huhti ma[ijy]|touko jun|kesä jul|heinä aug|elo sep|syys o[ck]t|loka nov|marras de[czs]|joulu"
		.split(" ")
		.map((names, index) => ({ month: index + 1, name: new RegExp(`(?<!\\p{L})(?:${names})`, "iu") }))
		.reverse()

function namedMonth(text: string): number | undefined {
	return months.find(({ name }) => name.test(text))?.month
}

/**
 * Every month that a cell may mean: `12/27`, `2027-12`, `1227`, `Dec 2027`, `31.12.2027`, and both of `01/12/2027`.
 * Nothing where it says none. A spreadsheet takes `12/27` for a day of this year: `27-Dec`, `2026-12-27`.
 */
export function expiriesIn(text: string): readonly Expiry[] {
	const [first = "", second = "", third = ""] = text.match(/\d+/g) ?? []
	const named = /\p{L}/u.test(text) ? namedMonth(text) : undefined
	if (named !== undefined) return [first, second, third].flatMap((year) => expiry(named, year))
	if (second === "") return first.length === 5 ? fromSerial(first) : inDigits(first)
	if (third === "") return [...expiry(Number(first), second), ...expiry(Number(second), first)]
	return inDate(first, second, third)
}

/** The month stands first or second, and in a year that stands first or last; the day is what is left. */
function inDate(first: string, second: string, third: string): Expiry[] {
	return [
		[first, second, third],
		[second, first, third],
		[second, third, first],
		[third, second, first],
	].flatMap(([month = "", day = "", year = ""]) => {
		const of = Number(month)
		if (day.length > 2 || !(Number(day) >= 1 && Number(day) <= 31)) return []
		const whole = expiry(of, year)
		// The last day of a month is how long the card is good; any other may have been the year.
		const isLast = Number(day) >= new Date(Date.UTC(2023, of, 0)).getUTCDate()
		return whole.length === 0 || isLast || Number(day) < 20 ? whole : [...whole, ...expiry(of, day)]
	})
}

/** `1227`, `127` that lost its zero, `122027`, `20271231` and their other orders. */
function inDigits(digits: string): Expiry[] {
	const at = (from: number, to?: number) => digits.slice(from, to)
	switch (digits.length) {
		case 3:
			return expiry(Number(at(0, 1)), at(1))
		case 4:
			return [...expiry(Number(at(0, 2)), at(2)), ...expiry(Number(at(2)), at(0, 2))]
		case 6:
			return [
				...expiry(Number(at(0, 2)), at(2)),
				...expiry(Number(at(4)), at(0, 4)),
				...inDate(at(0, 2), at(2, 4), at(4)),
			]
		case 8:
			return [...inDate(at(0, 4), at(4, 6), at(6)), ...inDate(at(0, 2), at(2, 4), at(4))]
		default:
			return []
	}
}

/** The days since the last of 1899 that a spreadsheet counts, from 2009 to 2118. */
function fromSerial(days: string): Expiry[] {
	if (Number(days) < 40_000 || Number(days) > 80_000) return []
	const date = new Date(Date.UTC(1899, 11, 30) + Number(days) * 86_400_000)
	return [{ month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }]
}

/** What a month and a year in columns of their own say. */
export function expiriesOf(month: string, year: string): readonly Expiry[] {
	return expiry(namedMonth(month) ?? Number(month), year.trim())
}

/** A month and a year, of two digits or four; a year without its zero is none. */
function expiry(month: number, year: string): Expiry[] {
	if (!(month >= 1 && month <= 12) || !/^(?:20)?\d\d$/.test(year)) return []
	return [{ month, year: year.length === 2 ? 2000 + Number(year) : Number(year) }]
}
