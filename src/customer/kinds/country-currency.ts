import currencyOfCountry from "country-to-currency"
import { countryOf } from "./country.ts"

const currencies: ReadonlyMap<string, string> = new Map(Object.entries(currencyOfCountry))

/** The currency of a country, by its code or name; undefined where it is none. */
export function currencyIn(country: string): string | undefined {
	const own = currencies.get(country)
	if (own !== undefined || country === "") return own
	const code = countryOf(country)
	return code === undefined ? undefined : currencies.get(code)
}
