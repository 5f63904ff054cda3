import { currencyOf } from "../kinds/currency.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { Evidence } from "./evidence.ts"
import { currenciesIn } from "./limit-unit.ts"

/** What speaks against the currency that Intergiro takes where none is given, SEK. */
export interface CurrencyDoubt {
	/** Whether the file's currencies say so, its countries, the name of its limit, or what else it holds. */
	readonly by: "currencies" | "countries" | "limit" | "amounts" | "phones" | "emails" | "zipCodes" | "names"
	/** In how many rows each is, the most frequent first. */
	readonly likely: readonly (readonly [currency: string, rows: number])[]
	/** Rows that are of other countries, or have other currencies. */
	readonly rows: number
	/** Rows that give none, and may be sent. */
	readonly without: number
	/** The column whose name or values say so. */
	readonly name?: string
	/** Its amounts are in several. */
	readonly several?: boolean
}

/**
 * Whether other values of a file speak against SEK for the rows that give no currency: some of them are of other currencies, or where
 * no row gives any, of countries with others, or the name of a limit says another one.
 * @param without how many rows that may be sent give none
 * @param columns places of the columns of the currency
 * @param countries how many rows are of countries with each currency
 * @param limits names of the columns of the limit that have values
 */
export function currencyDoubt(
	{ columns: evidence }: Evidence,
	without: number,
	columns: readonly number[],
	countries: ReadonlyMap<string, number>,
	limits: readonly string[],
): CurrencyDoubt | undefined {
	if (without === 0) return undefined
	const given = tally(evidence, columns, currencyOf)
	if (given.size === 0)
		for (const name of limits) {
			const meant = currenciesIn(name)
			if (meant.length > 0 && !meant.includes("SEK"))
				return { by: "limit", name, likely: meant.map((one) => [one, without]), rows: without, without }
		}
	const [by, counts] = given.size > 0 ? (["currencies", given] as const) : (["countries", countries] as const)
	const sum = [...counts.values()].reduce((total, count) => total + count, 0)
	const rows = sum - (counts.get("SEK") ?? 0)
	if (rows === 0) return undefined
	// Whose row gives none most likely has that of the country.
	const likely = new Map([...(given.size > 0 ? often(countries) : []), ...often(counts)])
	return { by, likely: [...likely], rows, without }
}

function often(counts: ReadonlyMap<string, number>): readonly (readonly [currency: string, rows: number])[] {
	return [...counts].sort((a, b) => b[1] - a[1])
}

/** How often the currencies of the values are there. */
export function tally(
	evidence: readonly ColumnEvidence[],
	columns: readonly number[],
	currencyOfValue: (value: string) => string | undefined,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>()
	for (const index of columns)
		for (const [value, count] of evidence[index]?.values ?? []) {
			const currency = currencyOfValue(value)
			if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + count)
		}
	return counts
}
