import currencyOfCountry from "country-to-currency"
import { countryOf } from "../kinds/country.ts"
import type { Evidence } from "./evidence.ts"

const currencies: ReadonlyMap<string, string> = new Map(Object.entries(currencyOfCountry))

/**
 * Whether the countries of a file speak against the currency that Intergiro takes where none is given, SEK: most of its rows with a
 * country are of others.
 * @param columns places of the columns of the country
 * @returns the currencies of these countries, the most frequent first, and how many rows are of them
 */
export function currencyDoubt(
	{ columns: evidence }: Evidence,
	columns: readonly number[],
): { readonly likely: readonly string[]; readonly rows: number } | undefined {
	const rows = new Map<string, number>()
	let all = 0
	for (const index of columns)
		for (const [value, count] of Object.entries(evidence[index]?.values ?? {})) {
			const country = countryOf(value)
			const currency = country === undefined ? undefined : currencies.get(country)
			if (currency === undefined) continue
			all += count
			rows.set(currency, (rows.get(currency) ?? 0) + count)
		}
	const others = all - (rows.get("SEK") ?? 0)
	if (others <= all / 2) return undefined
	const likely = [...rows].sort((a, b) => b[1] - a[1]).map(([currency]) => currency)
	return { likely, rows: others }
}
